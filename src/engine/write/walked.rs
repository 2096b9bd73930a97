//! The live tree at one look, for who has time for it before anything is published.

use std::time::{Duration, SystemTime};

use super::place::Place;
use super::tree::Tree;

/// Files that others put there after a walk are missed: no longer than this, which is what a large site takes to be
/// published after it in any case.
const RECENT: Duration = Duration::from_secs(2);

/// The live tree, as it was at or after some moment.
pub(super) struct Walked {
    /// When the walk began.
    pub(super) since: SystemTime,
    /// What is published.
    pub(super) live: Tree,
}

impl Walked {
    /// Walks through it. Nothing if it cannot be read.
    pub(super) fn through(place: &Place) -> Option<Walked> {
        let since = SystemTime::now();
        let live = Tree::scan(&place.out).ok()?;
        Some(Walked { since, live })
    }

    /// Whether the tree is still as good as just walked through.
    pub(super) fn is_recent(&self) -> bool {
        self.since.elapsed().is_ok_and(|elapsed| elapsed < RECENT)
    }
}
