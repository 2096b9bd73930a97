//! One publication: a diff, a patch, one apply and a swap, whether the trees are walked or known.

use std::time::SystemTime;

use super::apply::apply;
use super::cache::{kept_files, new_files};
use super::diff::Diff;
use super::error::PublishError;
use super::folders::Folders;
use super::manifest::Manifest;
use super::mirror::{Mirror, Strays};
use super::patch::{Patch, Target};
use super::permissions::is_readable;
use super::swap::swap;
use super::tree::{Entry, Scope, Tree};
use super::update::Delta;
use super::wanted::Wanted;
use crate::base::digest::Digest;
use crate::base::output::{OutputContent, OutputPath};
use crate::site::stat_cache::{CachedFile, StatCache};

/// A publication that is to be done.
pub(super) struct Job<'a> {
    pub(super) folders: &'a Folders,
    /// The digests of the live files.
    pub(super) cache: &'a StatCache,
    /// Which entries of the trees are looked at. If only some are, it is known that the live files have the wanted bytes,
    /// except where new ones are there.
    pub(super) scope: Scope<'a>,
    /// The files of the live tree that are ours, in order.
    pub(super) owned: Vec<&'a OutputPath>,
    /// The files of the new tree that are ours, among them the manifest.
    pub(super) wanted: Vec<Wanted<'a>>,
    pub(super) manifest: Manifest,
    /// The only tree that may be changed: the live one, in which one file is replaced, or the spare one, which is then
    /// brought up to date even if the live one is right. With `None`, the spare tree is changed only if need be.
    pub(super) target: Option<Target>,
}

/// A publication that is done.
pub(super) struct Done {
    /// What changed among the files that were looked at.
    pub(super) delta: Delta,
    /// The written files with their digests.
    pub(super) written: Vec<(OutputPath, Digest)>,
    /// Live files for the stat cache.
    pub(super) cached: Vec<CachedFile>,
}

impl Job<'_> {
    /// Does the job. `mirror` is what is known of the two trees, before and after.
    ///
    /// # Errors
    /// See [`PublishError`]. The site is then as before, and the spare tree may be half done.
    pub(super) fn carry_out(&self, mirror: &mut Option<Mirror>) -> Result<Done, PublishError> {
        let (out, seen) = (&self.folders.out, SystemTime::now());
        let live = Tree::read(out, &self.scope)?;
        let is_right = |entry: &Entry, wanted: &Wanted<'_>| self.is_right(entry, wanted);
        let diff = Diff::new(out, &live, &self.owned, &self.wanted, is_right)?;
        let mut done = Done {
            delta: Delta::default(),
            written: Vec::new(),
            cached: kept_files(&diff, seen),
        };
        let is_done = self.target != Some(Target::Spare)
            && (diff.is_empty() || self.replace_file(&diff, mirror, &mut done));
        if !is_done {
            self.replace_tree(&diff, &live, mirror, &mut done)?;
        }
        done.delta = diff.delta;
        Ok(done)
    }

    /// Whether a live file has the wanted bytes. A file that cannot be read is replaced.
    fn is_right(&self, entry: &Entry, wanted: &Wanted<'_>) -> bool {
        if !self.scope.is_everything() {
            // A changed file of ours has other bytes than before; only a foreign file may have the new ones already.
            let is_foreign =
                wanted.digest.is_some() && self.owned.binary_search(&wanted.path).is_err();
            if wanted.content.is_none() || !is_foreign {
                return wanted.content.is_none();
            }
        }
        if !is_readable(&entry.permissions) {
            return false;
        }
        if let Some(OutputContent::Bytes(bytes)) = wanted.content
            && u64::try_from(bytes.len()) != Ok(entry.stamp.size)
        {
            return false;
        }
        let (out, path) = (&self.folders.out, wanted.path.as_str());
        let digest = self.cache.digest_or_read(out, path, &entry.stamp);
        digest.is_some() && digest == wanted.digest
    }

    /// Replaces one file of the live tree. Returns whether that was all that is to be done, and could be done.
    fn replace_file(&self, diff: &Diff<'_>, mirror: &mut Option<Mirror>, done: &mut Done) -> bool {
        let Some(patch) = Patch::in_place(diff) else {
            return false;
        };
        let Ok(digests) = apply(&patch, self.folders) else {
            return false;
        };
        done.written = patch.written(&digests);
        if let Some(mirror) = mirror {
            mirror.note_replaced(&diff.delta.replaced, &self.folders.out);
        }
        true
    }

    /// Brings the spare tree up to date, and swaps it in unless the live tree is right already.
    fn replace_tree(
        &self,
        diff: &Diff<'_>,
        live: &Tree,
        mirror: &mut Option<Mirror>,
        done: &mut Done,
    ) -> Result<(), PublishError> {
        let (out, spare) = (&self.folders.out, &self.folders.spare);
        if self.target == Some(Target::Live) {
            return Err(PublishError::Lost { path: out.clone() });
        }
        let before = Tree::read(spare, &self.scope)?;
        let patch = Patch::of_spare(diff, live, &before);
        let digests = apply(&patch, self.folders)?;
        done.written = patch.written(&digests);
        let strays = if self.scope.is_everything() {
            let clock = &self.folders.clock;
            done.cached
                .extend(new_files(&patch, &digests, spare, clock));
            *mirror = Mirror::new(diff, live, spare, self.manifest.clone());
            Strays::Unlikely
        } else {
            if let Some(mirror) = mirror {
                mirror.note_patched(spare);
            }
            Strays::Possible
        };
        if !diff.is_empty() {
            swap(self.folders, live.is_empty())?;
            if let Some(mirror) = mirror {
                let behind = diff.changed_paths(&self.owned);
                mirror.note_swapped(behind, self.manifest.clone(), strays);
            }
        }
        Ok(())
    }
}
