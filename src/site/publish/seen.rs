//! Our files in the live tree at one look, which costs much less than a walk through the tree.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::given::Digests;
use super::manifest;
use super::place::Place;
use super::stamps::Stamps;
use super::tree::at;
use crate::base::output::OutputPath;
use crate::site::stamp::Stamp;
use crate::site::stat_cache::{File, is_outdated};

/// What others do to our files after a look is missed: no longer than this, which is what a large site takes to be
/// published after it in any case.
const RECENT: Duration = Duration::from_secs(2);

/// Our files, as they were at or after some moment. Whatever else is in the tree was not looked at.
pub(super) struct Seen {
    since: SystemTime,
    /// The files that the manifest names, in order; nothing for one that is none.
    files: Vec<(OutputPath, Option<Stamp>)>,
    /// Whether the manifest is as it is to be.
    is_listed: bool,
}

impl Seen {
    /// Looks at them, unless this was done just now.
    pub(super) fn again(before: Option<Seen>, place: &Place) -> Seen {
        let recent = before.filter(Seen::is_recent);
        recent.unwrap_or_else(|| Seen::in_tree(&place.out))
    }

    fn in_tree(out: &Path) -> Seen {
        let since = SystemTime::now();
        let (owned, is_listed) = manifest::owned(out);
        let owned: Vec<OutputPath> = owned.into_iter().collect();
        let files = owned.into_par_iter().map(|path| {
            let stamp = stamp(out, &path);
            (path, stamp)
        });
        Seen {
            since,
            files: files.collect(),
            is_listed,
        }
    }

    /// Our files, if they are all there and the manifest is right. Only those that are not known are read; if they are
    /// many, they are known from now on.
    pub(super) fn published(&self, place: &Place, stamps: &mut Stamps) -> Option<Digests> {
        if !self.is_listed {
            return None;
        }
        let mut unknown = 0;
        let digest = |(path, stamp): &(OutputPath, Option<Stamp>)| {
            let stamp = stamp.as_ref()?;
            let known = stamps.digest(path, stamp);
            unknown += usize::from(known.is_none());
            let digest = known.or_else(|| stamps.digest_in(&place.out, path, stamp));
            Some((path.clone(), digest?))
        };
        let site: Digests = self.files.iter().map(digest).collect::<Option<_>>()?;
        if is_outdated(unknown, self.files.len()) {
            stamps.replace(self.known(&site));
        }
        Some(site)
    }

    /// Whether one file is still what was seen, and nothing else needs to be written down.
    pub(super) fn is_listed_with(&self, place: &Place, file: &OutputPath) -> bool {
        let at = self.files.binary_search_by(|(path, _)| path.cmp(file)).ok();
        let seen = at.and_then(|at| self.files.get(at)?.1);
        self.is_listed && seen.is_some() && seen == stamp(&place.out, file)
    }

    /// What is known of files with these digests, as far as a change after they were seen would show.
    fn known(&self, site: &Digests) -> Vec<File> {
        let files = self.files.iter().zip(site.values());
        let known = files.filter_map(|((path, stamp), digest)| {
            let stamp = stamp.filter(|it| it.is_settled(self.since))?;
            Some(File {
                path: path.into(),
                stamp,
                digest: *digest,
            })
        });
        known.collect()
    }

    fn is_recent(&self) -> bool {
        self.since.elapsed().is_ok_and(|elapsed| elapsed < RECENT)
    }
}

/// How a file is; nothing if there is none, or something else.
fn stamp(out: &Path, path: &OutputPath) -> Option<Stamp> {
    let metadata = fs::symlink_metadata(at(out, path.as_str().as_ref())).ok();
    metadata.filter(Metadata::is_file).as_ref().map(Stamp::of)
}
