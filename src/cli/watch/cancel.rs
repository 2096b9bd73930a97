//! When a turn of `watch` need not go on.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::build::Cancellation;
use crate::site::watch::WatchHandle;

/// Cancels a turn when the process is to end, or when something newer is to be built.
pub(super) struct Cancel<'a> {
    /// Whether the process is to end.
    pub ended: &'a AtomicBool,
    /// Tells of newer changes; `None` if the turn is not to be cancelled for them.
    pub newer: Option<WatchHandle>,
}

impl Cancellation for Cancel<'_> {
    fn is_cancelled(&self) -> bool {
        self.ended.load(Ordering::SeqCst)
            || self.newer.as_ref().is_some_and(WatchHandle::has_changes)
    }
}
