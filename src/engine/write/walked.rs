//! Both trees at one look, for who has time for it before anything is published.

use std::time::SystemTime;

use super::place::Place;
use super::tree::Tree;

/// Both trees, as they were at or after some moment.
pub(super) struct Walked {
    /// When the walk began.
    pub(super) since: SystemTime,
    /// What is published.
    pub(super) live: Tree,
    /// What will be.
    pub(super) spare: Tree,
}

impl Walked {
    /// Walks through both at once. Nothing if one of them cannot be read.
    pub(super) fn through(place: &Place) -> Option<Walked> {
        let since = SystemTime::now();
        let (live, spare) = rayon::join(|| Tree::scan(&place.out), || Tree::scan(&place.spare()));
        Some(Walked {
            since,
            live: live.ok()?,
            spare: spare.ok()?,
        })
    }
}
