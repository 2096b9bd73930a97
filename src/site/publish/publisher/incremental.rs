//! Publishing changes in time in proportion to them.

use std::collections::BTreeSet;
use std::ffi::OsStr;

use super::{Knowledge, Publisher};
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::site::publish::apply::apply;
use crate::site::publish::diff::{Diff, KnownChange};
use crate::site::publish::folders::Folders;
use crate::site::publish::listing::Listing;
use crate::site::publish::manifest::{self, Manifest};
use crate::site::publish::mirror::{Mirror, Strays};
use crate::site::publish::patch::Patch;
use crate::site::publish::pending::Pending;
use crate::site::publish::swap::swap;
use crate::site::publish::tree::Tree;
use crate::site::publish::update::{Changes, Delta, Digests};

/// The files that were written, with their digests.
type Written = Vec<(OutputPath, Digest)>;

impl Publisher {
    /// Publishes the pending changes without a walk through the trees. Returns `None` if that is not possible or fails:
    /// the site is then as before, and the spare tree may be half done.
    pub(super) fn publish_without_walk(&mut self) -> Option<Delta> {
        let site = self.site.as_ref()?;
        let changes = self.pending.changes(site)?;
        let delta = Delta::of(&changes, site);
        if !changes.is_empty() {
            let written = self.apply_changes(&changes)?;
            let site = self.site.as_mut()?;
            for path in changes.keys() {
                site.remove(path);
            }
            site.extend(written);
        }
        self.pending = Pending::default();
        Some(delta)
    }

    fn apply_changes(&mut self, changes: &Changes) -> Option<Written> {
        self.folders.relock().ok()?;
        let site = self.site.as_ref()?;
        match &mut self.knowledge {
            Knowledge::Nothing => None,
            Knowledge::Listing(listing) => {
                let written = replace_listed(&self.folders, listing, site, changes)?;
                self.knowledge = Knowledge::Nothing;
                Some(written)
            }
            Knowledge::Mirror(mirror) => update_mirrored(&self.folders, mirror, site, changes),
        }
    }
}

/// Replaces one file in the live tree, if it is still as listed.
fn replace_listed(
    folders: &Folders,
    listing: &Listing,
    site: &Digests,
    changes: &Changes,
) -> Option<Written> {
    let path = changes.keys().next().filter(|_| changes.len() == 1)?;
    let change = KnownChange {
        site,
        changes,
        behind: &BTreeSet::new(),
        manifest: None,
    };
    let live = Tree::look_at(&folders.out, &change.paths()).ok()?;
    let stamp = live.file(OsStr::new(path.as_str()))?.stamp;
    let wanted = change.wanted();
    let diff = Diff::known(&change, &live, &wanted)?;
    let is_listed = listing.has(path, &stamp);
    apply_patch(folders, &Patch::in_place(&diff).filter(|_| is_listed)?)
}

/// Replaces one file in the live tree, or brings the spare tree up to date and swaps it in.
fn update_mirrored(
    folders: &Folders,
    mirror: &mut Mirror,
    site: &Digests,
    changes: &Changes,
) -> Option<Written> {
    let (out, spare) = (&folders.out, &folders.spare());
    mirror.check(out, spare).ok()?;
    let manifest = mirror.manifest.after(site, changes);
    let content = manifest.as_ref().map(Manifest::content);
    let change = KnownChange {
        site,
        changes,
        behind: &mirror.behind,
        manifest: content.as_ref(),
    };
    let paths = change.paths();
    let live = Tree::look_at(out, &paths).ok()?;
    let wanted = change.wanted();
    let diff = Diff::known(&change, &live, &wanted)?;

    let in_place = Patch::in_place(&diff).and_then(|patch| apply_patch(folders, &patch));
    if let Some(written) = in_place {
        mirror.note_replaced(changes.keys(), out);
        return Some(written);
    }
    let before = Tree::look_at(spare, &paths).ok()?;
    if !change.is_possible_in_spare(&before) {
        return None;
    }
    let written = apply_patch(folders, &Patch::of_spare(&diff, &live, &before))?;
    mirror.note_patched(spare);
    swap(folders, false).ok()?;
    let changed_manifest = manifest.is_some().then(manifest::path);
    let behind = changes.keys().chain(changed_manifest).cloned().collect();
    mirror.note_swapped(behind, manifest, Strays::Possible);
    Some(written)
}

fn apply_patch(folders: &Folders, patch: &Patch<'_>) -> Option<Written> {
    let digests = apply(patch, folders).ok()?;
    let written = patch.written(&digests);
    Some(
        written
            .map(|(path, digest)| (path.clone(), digest))
            .collect(),
    )
}
