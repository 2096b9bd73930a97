//! How the spare tree differs from the live one, so that neither need be walked for an update.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;

use super::diff::Diff;
use super::folders::Folders;
use super::manifest::Manifest;
use super::tree::{Tree, at};
use crate::base::output::OutputPath;
use crate::site::stamp::Stamp;

/// The spare tree is the live one, except for some files of the site.
pub(super) struct Mirror {
    /// The files of the site that may differ.
    pub(super) behind: BTreeSet<OutputPath>,
    pub(super) manifest: Manifest,
    /// Whether files that others put into the live tree may have gone away with it.
    pub(super) strays: Strays,
    /// The root and all foreign entries; in order of path.
    marks: Vec<Mark>,
}

/// How likely it is that the spare tree holds foreign files that the live one does not hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strays {
    /// It was never live.
    Impossible,
    /// It was live, and was walked before the swap: only what others did meanwhile was missed.
    Unlikely,
    /// It was live, and was swapped without a walk.
    Possible,
}

/// An entry of both trees. Its stamps tell whether others replaced it, edited it or (in a folder) added and removed
/// entries.
struct Mark {
    path: OsString,
    live: Stamp,
    spare: Stamp,
}

impl Mirror {
    /// The mirror after the spare tree was brought up to date. `live` is the live tree as it was walked. Returns `None`
    /// if there is none yet, or if a foreign entry vanished meanwhile.
    pub(super) fn new(
        diff: &Diff<'_>,
        live: &Tree,
        spare: &Path,
        manifest: Manifest,
    ) -> Option<Mirror> {
        let mark = |path: &OsStr| {
            Some(Mark {
                path: path.to_owned(),
                live: live.get(path)?.stamp,
                spare: stamp(&at(spare, path)).ok()?,
            })
        };
        let root = [OsStr::new("")];
        let paths = root.into_iter().chain(diff.foreign.iter().copied());
        Some(Mirror {
            behind: BTreeSet::new(),
            manifest,
            strays: Strays::Impossible,
            marks: paths.map(mark).collect::<Option<_>>()?,
        })
    }

    /// Whether nobody else has changed anything at the top of the two trees, or at a foreign entry.
    pub(super) fn is_untouched(&self, folders: &Folders) -> bool {
        let is_same = |root: &Path, path: &OsStr, before: &Stamp| {
            stamp(&at(root, path)).is_ok_and(|stamp| stamp.has_content_of(before))
        };
        self.marks.iter().all(|mark| {
            is_same(&folders.out, &mark.path, &mark.live)
                && is_same(&folders.spare, &mark.path, &mark.spare)
        })
    }

    /// Whether this foreign entry was in both trees.
    pub(super) fn has_foreign(&self, path: &OsStr) -> bool {
        let place = self.marks.binary_search_by(|mark| (*mark.path).cmp(path));
        place.is_ok()
    }

    /// Notes that these files of the live tree were replaced in place.
    pub(super) fn note_replaced(&mut self, paths: &[OutputPath], live: &Path) {
        self.behind.extend(paths.iter().cloned());
        // Without a new stamp, the next check fails.
        if let (Some(root), Ok(stamp)) = (self.marks.first_mut(), stamp(live)) {
            root.live = stamp;
        }
    }

    /// Notes that the spare tree was patched.
    pub(super) fn note_patched(&mut self, spare: &Path) {
        if let (Some(root), Ok(stamp)) = (self.marks.first_mut(), stamp(spare)) {
            root.spare = stamp;
        }
    }

    /// Notes that the two trees changed places, and differ in the files `behind` now.
    pub(super) fn note_swapped(
        &mut self,
        behind: BTreeSet<OutputPath>,
        manifest: Manifest,
        strays: Strays,
    ) {
        (self.behind, self.manifest, self.strays) = (behind, manifest, strays);
        for mark in &mut self.marks {
            std::mem::swap(&mut mark.live, &mut mark.spare);
        }
    }
}

fn stamp(path: &Path) -> io::Result<Stamp> {
    Ok(Stamp::of(&fs::symlink_metadata(path)?))
}
