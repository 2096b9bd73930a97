//! The steps that make the live tree the new one.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use super::diff::{Diff, Source};
use super::manifest;
use super::tree::{Entry, Kind, Tree, depth};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;

/// The steps that make one tree the new one, in the order in which they are taken.
pub(super) struct Patch<'a> {
    pub(super) target: Target,
    /// Everything but folders that goes.
    pub(super) removed_files: Vec<&'a OsStr>,
    /// Folders that go unless something is left in them; the inner ones first.
    pub(super) removed_folders: Vec<&'a OsStr>,
    /// Folders that come, by their depth; the outer ones first.
    pub(super) new_folders: Vec<&'a OsStr>,
    /// Files and foreign entries that come.
    pub(super) new_files: Vec<(&'a OsStr, Source<'a>)>,
    /// Folders that get the owner and permissions of a live one; the inner ones first.
    pub(super) permissions: Vec<(&'a OsStr, &'a Entry)>,
}

/// The tree that a patch changes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The live tree, in which one file takes the place of another.
    Live,
    /// The spare tree.
    Spare,
}

impl<'a> Patch<'a> {
    /// The patch for the live tree itself, if a single file gets other bytes and nothing else changes: then one rename
    /// is the whole step from the old site to the new one.
    pub(super) fn in_place(diff: &Diff<'a>) -> Option<Patch<'a>> {
        let files = diff.files.iter().map(|(path, source)| (*path, *source));
        let new_files = files.filter(|(_, source)| matches!(source, Source::Fresh(..)));
        // The manifest, which is in no delta, may be new, too.
        let new_files: Vec<_> = new_files.take(2).collect();
        let delta = &diff.delta;
        let is_replaced = delta.replaced.len() == 1 && delta.removed.is_empty();
        (is_replaced && new_files.len() == 1).then(|| Patch {
            target: Target::Live,
            removed_files: Vec::new(),
            removed_folders: Vec::new(),
            new_folders: Vec::new(),
            new_files,
            permissions: Vec::new(),
        })
    }

    /// The patch that makes the spare tree the new one. A file of the spare tree stays if it is the very file (the same
    /// inode) that stays in the live tree.
    pub(super) fn of_spare(diff: &'a Diff<'a>, live: &'a Tree, spare: &'a Tree) -> Patch<'a> {
        let is_done = |path: &OsStr, source: &Source<'_>| {
            spare.get(path).is_some_and(|entry| is_live(entry, source))
        };
        let stays = |path: &OsStr, entry: &Entry| match entry.kind {
            Kind::Folder => diff.folders.contains(path),
            Kind::File | Kind::Other => {
                let source = diff.files.get(path);
                source.is_some_and(|source| is_live(entry, source))
            }
        };
        let removed = spare.iter().filter(|(path, entry)| !stays(path, entry));
        let (folders, files): (Vec<_>, Vec<_>) =
            removed.partition(|(_, entry)| entry.kind == Kind::Folder);
        let path = |(path, _): (&'a OsStr, &'a Entry)| path;
        let new_files = diff.files.iter().map(|(path, source)| (*path, *source));
        let new_folders = diff.folders.iter().copied();
        let mut new_folders: Vec<&OsStr> = new_folders
            .filter(|path| spare.folder(path).is_none())
            .collect();
        new_folders.sort_by_key(|path| depth(path));
        Patch {
            target: Target::Spare,
            removed_files: files.into_iter().map(path).collect(),
            removed_folders: folders.into_iter().rev().map(path).collect(),
            new_folders,
            new_files: new_files
                .filter(|(path, source)| !is_done(path, source))
                .collect(),
            permissions: permissions(&diff.folders, live, spare),
        }
    }
}

impl Patch<'_> {
    /// The files that applying the patch wrote, with the digests that it returned; without the manifest.
    pub(super) fn written(&self, digests: &[Option<Digest>]) -> Vec<(OutputPath, Digest)> {
        let files = self.new_files.iter().zip(digests);
        let written = files.filter_map(|((_, source), digest)| match source {
            Source::Fresh(wanted, _) if wanted.path != manifest::path() => {
                Some((wanted.path.clone(), (*digest)?))
            }
            _ => None,
        });
        written.collect()
    }
}

/// Whether an entry of the spare tree is the very entry that stays in the live tree.
fn is_live(entry: &Entry, source: &Source<'_>) -> bool {
    match source {
        Source::Foreign(live) | Source::Kept(live, _) => {
            live.kind == entry.kind && live.stamp == entry.stamp
        }
        Source::Fresh(..) => false,
    }
}

/// The live folders whose owner or permissions those of the spare tree do not have yet.
fn permissions<'a>(
    folders: &BTreeSet<&'a OsStr>,
    live: &'a Tree,
    spare: &Tree,
) -> Vec<(&'a OsStr, &'a Entry)> {
    let missing = folders.iter().rev().filter_map(|path| {
        let wanted = live.folder(path)?;
        let is_alike =
            |it: &Entry| (&it.permissions, it.owner) == (&wanted.permissions, wanted.owner);
        let has = spare.folder(path).is_some_and(is_alike);
        (!has).then_some((*path, wanted))
    });
    missing.collect()
}
