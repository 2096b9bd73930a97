//! The jobs of a publisher: from what is pending to what is published.

use std::collections::BTreeSet;

use super::Publisher;
use crate::base::output::OutputPath;
use crate::site::publish::diff::os_str;
use crate::site::publish::error::PublishError;
use crate::site::publish::job::{Done, Job};
use crate::site::publish::listing::{self, Listing};
use crate::site::publish::manifest::{self, Manifest};
use crate::site::publish::mirror::{Mirror, Strays};
use crate::site::publish::patch::Target;
use crate::site::publish::pending::Pending;
use crate::site::publish::tree::Scope;
use crate::site::publish::update::{Changes, Delta, Digests};
use crate::site::publish::wanted::Wanted;
use crate::site::stat_cache::StatCache;

impl Publisher {
    /// Publishes the pending changes in time in proportion to them. Returns `None` if that is not possible or fails: the
    /// site is then as before, and the trees must be walked.
    pub(super) fn publish_known(&mut self) -> Option<Delta> {
        let changes = self.pending.changes(self.site.as_ref()?)?;
        let mut delta = Delta::default();
        if changes.is_empty() {
            (!self.is_damaged()).then_some(())?;
        } else {
            self.folders.relock().ok()?;
            let mut mirror = self.mirror.take();
            let done = self.apply_changes(&changes, &mut mirror);
            if let (None, Some(mirror)) = (&done, &mut mirror) {
                // The spare tree may be half done.
                mirror.behind.extend(changes.keys().cloned());
            }
            self.mirror = mirror;
            let done = done?;
            self.listing = None;
            let site = self.site.as_mut()?;
            for (path, output) in &changes {
                match output {
                    Some(output) => site.insert(path.clone(), output.digest),
                    None => site.remove(path),
                };
            }
            site.extend(done.written);
            delta = done.delta;
        }
        self.pending = Pending::default();
        let site = self.site.as_ref()?;
        delta.unchanged = site.len() - delta.created.len() - delta.replaced.len();
        Some(delta)
    }

    /// Publishes these changes, each of which makes a difference to the published site.
    fn apply_changes(&self, changes: &Changes, mirror: &mut Option<Mirror>) -> Option<Done> {
        let (site, folders) = (self.site.as_ref()?, &self.folders);
        let is_listed = |listing: &Listing| {
            let path = changes.keys().next().filter(|_| changes.len() == 1);
            path.is_some_and(|path| listing.is_current(path, &folders.out))
        };
        let (behind, manifest, target) = match (&self.listing, &mirror) {
            // Nothing is known of the spare tree.
            (Some(listing), _) if is_listed(listing) => {
                let target = Some(Target::Live);
                (BTreeSet::new(), listing.manifest.clone(), target)
            }
            (None, Some(mirror)) if mirror.is_untouched(folders) => {
                (mirror.behind.clone(), mirror.manifest.clone(), None)
            }
            _ => return None,
        };
        let new_manifest = manifest.after(site, changes);
        let content = new_manifest.as_ref().map(Manifest::content);
        let stays = behind.iter().filter_map(|path| site.get_key_value(path));
        let mut wanted = Wanted::after(stays, changes);
        wanted.push(Wanted::manifest(content.as_ref(), None));
        let named: BTreeSet<&OutputPath> = behind.iter().chain(changes.keys()).collect();
        let files = named.iter().copied().chain([manifest::path()]);
        let job = Job {
            folders,
            cache: &self.cache,
            scope: Scope::Files(files.map(os_str).collect()),
            owned: named
                .iter()
                .copied()
                .filter(|path| site.contains_key(*path))
                .collect(),
            wanted,
            manifest: new_manifest.unwrap_or(manifest),
            target,
        };
        job.carry_out(mirror).ok()
    }

    /// Publishes all pending updates. If the publisher `is_idle`, the spare tree is brought up to date even if the live
    /// one is right already, so that the next update takes less time.
    pub(super) fn publish_by_walk(&mut self, is_idle: bool) -> Result<Delta, PublishError> {
        self.folders.relock()?;
        if let Some(mirror) = self.mirror.take()
            && mirror.strays != Strays::Impossible
        {
            self.bring_back_strays(&mirror);
        }
        // The first publication is often the only one. After the second, more will follow.
        let is_first = self.listing.take().is_some() || self.pending.is_whole;
        let target = (is_idle || !is_first).then_some(Target::Spare);
        let pending = std::mem::take(&mut self.pending);
        match self.walk(&pending, target) {
            Ok((done, site, mirror)) => {
                // It may be large, and the new cache is as large again.
                drop(pending);
                (self.site, self.mirror) = (Some(site), mirror);
                self.replace_cache(StatCache::of(done.cached));
                Ok(done.delta)
            }
            Err(error) => {
                self.pending = pending;
                Err(error)
            }
        }
    }

    /// The files of the live tree that are ours: those that the manifest names. If it is missing or damaged, those in the
    /// place of a wanted file that are as they were published.
    fn owned(&self, wanted: &[Wanted<'_>]) -> BTreeSet<OutputPath> {
        let (named, manifest) = manifest::read(&self.folders.out);
        if manifest.is_some() || !named.is_empty() || self.cache.is_empty() {
            return named;
        }
        let paths = wanted.iter().map(|wanted| wanted.path);
        let is_known = |path: &&OutputPath| {
            let stamp = listing::stamp(&self.folders.out, path);
            stamp.is_some_and(|stamp| self.cache.digest(path.as_str(), &stamp).is_some())
        };
        paths.filter(is_known).cloned().collect()
    }

    /// Publishes these updates. Returns the site with its digests, and what is known of the two trees.
    fn walk(
        &self,
        pending: &Pending,
        target: Option<Target>,
    ) -> Result<(Done, Digests, Option<Mirror>), PublishError> {
        let mut wanted = pending.wanted(self.site.as_ref());
        let with_digest = |file: &Wanted<'_>| Some((file.path.clone(), file.digest?));
        let mut site: Digests = wanted.iter().filter_map(with_digest).collect();
        let manifest = Manifest::of(site.keys());
        let content = manifest.content();
        wanted.push(Wanted::manifest(Some(&content), Some(manifest.digest())));
        let owned = self.owned(&wanted);
        let job = Job {
            folders: &self.folders,
            cache: &self.cache,
            scope: Scope::Everything,
            owned: owned.iter().collect(),
            wanted,
            manifest,
            target,
        };
        let mut mirror = None;
        let mut done = job.carry_out(&mut mirror)?;
        site.extend(std::mem::take(&mut done.written));
        Ok((done, site, mirror))
    }
}
