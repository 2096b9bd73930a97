//! What the stat cache of the published files learns when a site is published.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;

use super::diff::{Diff, Source};
use super::patch::Patch;
use super::tree::at;
use super::wanted::Wanted;
use crate::base::digest::Digest;
use crate::site::stamp::{Moment, Stamp};
use crate::site::stat_cache::CachedFile;

/// The live files that stay, if every change made after `seen` shows in their stamp.
pub(super) fn kept_files(diff: &Diff<'_>, seen: SystemTime) -> Vec<CachedFile> {
    let kept = diff.files.values().filter_map(|source| match source {
        Source::Kept(entry, wanted) if entry.stamp.is_settled(seen) => {
            cached(wanted, entry.stamp, wanted.digest)
        }
        _ => None,
    });
    kept.collect()
}

/// The new files of the spare tree, given what applying the patch returned. Nobody edits a file before it is published,
/// so its stamp is good from now on.
pub(super) fn new_files(
    patch: &Patch<'_>,
    digests: &[Option<Digest>],
    spare: &Path,
    clock: &Path,
) -> Vec<CachedFile> {
    let files = patch.new_files.par_iter().zip(digests);
    let files = files.filter_map(|((path, source), digest)| {
        let stamp = Stamp::of(&fs::symlink_metadata(at(spare, path)).ok()?);
        match source {
            Source::Fresh(wanted, _) => cached(wanted, stamp, *digest),
            Source::Kept(entry, wanted) if stamp.has_content_of(&entry.stamp) => {
                cached(wanted, stamp, *digest)
            }
            Source::Kept(..) | Source::Foreign(_) => None,
        }
    });
    let mut files: Vec<CachedFile> = files.collect();
    let now = Moment::now(clock).ok();
    files.retain(|file| now.is_some_and(|now| file.stamp.is_before(now)));
    files
}

fn cached(wanted: &Wanted<'_>, stamp: Stamp, digest: Option<Digest>) -> Option<CachedFile> {
    Some(CachedFile {
        path: wanted.path.into(),
        stamp,
        digest: digest?,
    })
}
