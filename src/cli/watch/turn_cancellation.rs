//! The cancellation of a turn of `watch`.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::build::Cancellation;
use crate::site::watch::WatchHandle;

/// Cancels a turn when the process was asked to stop, or when there are newer changes.
pub(super) struct TurnCancellation<'a> {
    /// Whether the process was asked to stop.
    pub stop_requested: &'a AtomicBool,
    /// Knows of newer changes. `None` if they do not cancel the turn.
    pub changes: Option<WatchHandle>,
}

impl Cancellation for TurnCancellation<'_> {
    fn is_cancelled(&self) -> bool {
        self.stop_requested.load(Ordering::SeqCst)
            || self.changes.as_ref().is_some_and(WatchHandle::has_changes)
    }
}
