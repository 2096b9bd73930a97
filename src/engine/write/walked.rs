//! The live tree at one look, for who has time for it before anything is published.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, SystemTime};

use super::error::PublishError;
use super::given::Digests;
use super::place::Place;
use super::stamps::Stamps;
use super::tree::{Kind, Tree, at};
use super::{manifest, plan};
use crate::engine::known::is_outdated;
use crate::engine::stamp::Stamp;
use crate::vocabulary::output::OutputPath;

/// Files that others put there after a walk are missed: no longer than this, which is what a large site takes to be
/// published after it in any case.
const RECENT: Duration = Duration::from_secs(2);

/// The live tree, as it was at or after some moment.
pub(super) struct Walked {
    /// When the walk began.
    pub(super) since: SystemTime,
    /// What is published.
    pub(super) live: Tree,
    /// Which of that is ours.
    pub(super) owned: BTreeSet<OutputPath>,
    /// Whether the manifest is as it is to be.
    is_listed: bool,
    /// How many of our files had to be read.
    unknown: usize,
}

impl Walked {
    /// Walks through it, unless this was done just now.
    ///
    /// # Errors
    /// As for [`Tree::scan`].
    pub(super) fn again(before: Option<Walked>, place: &Place) -> Result<Walked, PublishError> {
        let recent = before.filter(Walked::is_recent);
        recent.map_or_else(|| Walked::through(place), Ok)
    }

    fn through(place: &Place) -> Result<Walked, PublishError> {
        let since = SystemTime::now();
        let live = Tree::scan(&place.out)?;
        let (owned, is_listed) = manifest::owned(&place.out, &live);
        Ok(Walked {
            since,
            live,
            owned,
            is_listed,
            unknown: 0,
        })
    }

    /// Our files, if they are all there. Only those that are not known are read.
    pub(super) fn published(&mut self, place: &Place, stamps: &Stamps) -> Option<Digests> {
        self.unknown = 0;
        let digest = |path: &OutputPath| {
            let entry = self.live.get(plan::os_str(path))?;
            let file = (entry.kind == Kind::File).then_some(&entry.stamp)?;
            let known = stamps.digest(path, file);
            self.unknown += usize::from(known.is_none());
            let digest = known.or_else(|| stamps.digest_in(&place.out, path, file));
            Some((path.clone(), digest?))
        };
        self.owned.iter().map(digest).collect()
    }

    /// Whether the tree is still as good as just walked through.
    fn is_recent(&self) -> bool {
        self.since.elapsed().is_ok_and(|elapsed| elapsed < RECENT)
    }

    /// Whether nothing in it needs to be put right or written down but one file, which is still what was seen.
    pub(super) fn is_settled_but(&self, place: &Place, file: &OutputPath) -> bool {
        let path = plan::os_str(file);
        let now = fs::symlink_metadata(at(&place.out, path)).map(|it| Stamp::of(&it));
        let seen = self.live.get(path).map(|entry| entry.stamp);
        let is_known = !is_outdated(self.unknown, self.owned.len());
        self.is_listed && is_known && seen.is_some() && seen == now.ok()
    }
}
