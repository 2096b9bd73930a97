//! Publishing with a walk through the trees.

use std::collections::BTreeSet;
use std::time::SystemTime;

use super::{Knowledge, Publisher};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::site::publish::apply::apply;
use crate::site::publish::cache::{kept_files, with_new_files};
use crate::site::publish::diff::{Diff, Wanted};
use crate::site::publish::error::PublishError;
use crate::site::publish::manifest::{self, Manifest};
use crate::site::publish::mirror::{Mirror, Strays};
use crate::site::publish::patch::Patch;
use crate::site::publish::pending::Pending;
use crate::site::publish::swap::swap;
use crate::site::publish::tree::Tree;
use crate::site::publish::update::{Delta, Digests};
use crate::site::stat_cache::{CachedFile, StatCache};

/// The live tree after a walk, and how it differs from the wanted site.
struct Walk<'a> {
    live: &'a Tree,
    /// The files that the manifest in the live tree names.
    owned: &'a BTreeSet<OutputPath>,
    diff: &'a Diff<'a>,
    /// The manifest of the new tree.
    manifest: Manifest,
    /// The live files that stay.
    kept: Vec<CachedFile>,
}

/// What came of a publication.
struct Published {
    delta: Delta,
    site: Digests,
    /// The files that the stat cache is to know.
    cached: Vec<CachedFile>,
    mirror: Option<Mirror>,
}

impl Publisher {
    /// Publishes all pending updates. If the publisher `is_idle`, the spare tree is brought up to date even if the live
    /// one is right already, so that the next update takes less time.
    pub(super) fn publish_by_walk(&mut self, is_idle: bool) -> Result<Delta, PublishError> {
        self.folders.relock()?;
        let knowledge = std::mem::replace(&mut self.knowledge, Knowledge::Nothing);
        if let Knowledge::Mirror(mirror) = &knowledge
            && mirror.strays != Strays::Impossible
        {
            self.bring_back_strays(mirror);
        }
        // The first publication is often the only one. After the second, more will follow.
        let is_first = self.pending.is_whole() || matches!(knowledge, Knowledge::Listing(_));
        let pending = std::mem::take(&mut self.pending);
        match self.publish_pending(&pending, is_idle || !is_first) {
            Ok(published) => {
                // It may be large, and the new cache is as large again.
                drop(pending);
                self.site = Some(published.site);
                self.knowledge = published
                    .mirror
                    .map_or(Knowledge::Nothing, Knowledge::Mirror);
                self.replace_cache(StatCache::of(published.cached));
                Ok(published.delta)
            }
            Err(error) => {
                self.pending = pending;
                Err(error)
            }
        }
    }

    /// Publishes these updates. If `compare`, the spare tree is walked in any case, and there is a mirror afterwards.
    fn publish_pending(&self, pending: &Pending, compare: bool) -> Result<Published, PublishError> {
        let seen = SystemTime::now();
        let live = Tree::walk(&self.folders.out)?;
        let (owned, _) = manifest::read(&self.folders.out);
        let nothing = Digests::new();
        let mut wanted = Wanted::after(pending, self.site.as_ref().unwrap_or(&nothing));
        let with_digest = |file: &Wanted<'_>| Some((file.path.clone(), file.digest?));
        let mut site: Digests = wanted.iter().filter_map(with_digest).collect();
        let manifest = Manifest::of(site.keys());
        let content = manifest.content();
        wanted.push(Wanted::manifest(&content, Some(manifest.digest())));
        let diff = Diff::walked(&self.folders.out, &live, &owned, &wanted, &self.cache)?;

        let kept = kept_files(&diff, seen);
        let is_done = !compare && (diff.is_empty() || self.replace_in_place(&diff, &mut site));
        let (cached, mirror) = if is_done {
            (kept, None)
        } else {
            let walk = Walk {
                live: &live,
                owned: &owned,
                diff: &diff,
                manifest,
                kept,
            };
            self.patch_and_swap(walk, &mut site)?
        };
        Ok(Published {
            delta: diff.delta,
            site,
            cached,
            mirror,
        })
    }

    /// Replaces one file in the live tree. Returns whether that was all that is to be done, and could be done.
    fn replace_in_place(&self, diff: &Diff<'_>, site: &mut Digests) -> bool {
        let replaced = Patch::in_place(diff).and_then(|patch| {
            let digests = apply(&patch, &self.folders).ok()?;
            correct(site, &patch, &digests);
            Some(())
        });
        replaced.is_some()
    }

    /// Brings the spare tree up to date, and swaps it in unless the live one is right already. Returns the files that
    /// the stat cache is to know, and the mirror if there is one.
    fn patch_and_swap(
        &self,
        walk: Walk<'_>,
        site: &mut Digests,
    ) -> Result<(Vec<CachedFile>, Option<Mirror>), PublishError> {
        let spare = &self.folders.spare();
        let before = Tree::walk(spare)?;
        let patch = Patch::of_spare(walk.diff, walk.live, &before);
        let digests = apply(&patch, &self.folders)?;
        correct(site, &patch, &digests);
        let clock = &self.folders.clock();
        let cached = with_new_files(walk.kept, &patch, &digests, spare, clock);
        let mut mirror = Mirror::new(walk.diff, walk.live, spare, walk.manifest);
        if !walk.diff.is_empty() {
            swap(&self.folders, walk.live.is_empty())?;
            if let Some(mirror) = &mut mirror {
                let behind = walk.diff.changed_paths(walk.owned);
                mirror.note_swapped(behind, None, Strays::Unlikely);
            }
        }
        Ok((cached, mirror))
    }
}

/// Corrects the digests of copies: their sources may have changed since they were read.
fn correct(site: &mut Digests, patch: &Patch<'_>, digests: &[Option<Digest>]) {
    for (path, written) in patch.written(digests) {
        if let Some(digest) = site.get_mut(path) {
            *digest = written;
        }
    }
}
