//! Outputs that are not rendered: copied files and images.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{OutputId, Outputs};
use crate::base::digest::Digest;
use crate::base::output::{ContentStore, Output, OutputContent, OutputPath};
use crate::base::source::{Asset, Changes, SourcePath};
use crate::build::images::{ImageChanges, Resizing};
use crate::content::findings::Findings;
use crate::content::graph::{self, Graph};
use crate::content::pages::plan::PageId;
use crate::incremental::memo::{Changed, Dependencies};
use crate::site::images;
use crate::site::theme::Theme;

impl Outputs {
    /// Notes whether files that are copied may have changed.
    pub(in crate::build) fn note_copies(&mut self, changes: &Changes) {
        self.copies_stale |= !changes.themes.is_empty() || !changes.assets.is_empty();
    }

    /// Brings up to date the images that stale pages show, and those of things that are gone.
    pub(in crate::build) fn update_images(
        &mut self,
        graph: &Graph,
        changed: &Changed,
        resizing: Resizing<'_>,
        findings: &mut Findings,
    ) {
        let gone = graph::changed_facts(changed).filter(|link| !graph.has(*link));
        let stale = self.stale.keys().filter_map(|page| match page {
            PageId::Thing(link, ..) => Some(*link),
            _ => None,
        });
        let things = stale.chain(gone).collect();
        let ImageChanges { made, unseen } = self.images.update(graph, things, resizing, findings);
        for image in unseen {
            self.remove(&OutputId::Image(image));
        }
        for (image, files) in made {
            self.put(OutputId::Image(image), files, Dependencies::default());
        }
    }

    /// Takes over the files that are copied as they are. Not while there are errors: such a file may be
    /// at the path of a page.
    pub(in crate::build) fn copy(
        &mut self,
        files: &BTreeMap<SourcePath, Asset>,
        theme: &Theme,
        store: &dyn ContentStore,
    ) {
        if !std::mem::take(&mut self.copies_stale) {
            return;
        }
        let assets = files.values();
        let assets: BTreeMap<OutputPath, &Asset> = assets
            .map(|asset| (graph::asset_output(asset.path.as_str()), asset))
            .collect();
        let statics = theme.static_files.iter();
        let wanted: BTreeSet<&OutputPath> =
            statics.map(|it| &it.path).chain(assets.keys()).collect();
        let known = self.made.products().filter(|id| match id {
            OutputId::Copy(path) => !wanted.contains(path),
            _ => false,
        });
        let gone: Vec<OutputId> = known.cloned().collect();
        gone.iter().for_each(|id| self.remove(id));
        let copied = &self.copied;
        let fresh = assets.par_iter();
        let fresh = fresh.filter(|(path, asset)| copied.get(*path) != Some(&asset.digest));
        let fresh: Vec<Output> = fresh
            .map(|(path, asset)| copy_of(path, asset, store))
            .collect();
        let digests = assets.into_iter().map(|(path, it)| (path, it.digest));
        self.copied = digests.collect();
        for copy in theme.static_files.iter().cloned().chain(fresh) {
            let id = OutputId::Copy(copy.path.clone());
            self.put(id, vec![copy], Dependencies::default());
        }
    }
}

/// A copy of a file, without the private data of an image.
fn copy_of(path: &OutputPath, asset: &Asset, store: &dyn ContentStore) -> Output {
    let (content, digest) = match images::without_private_data(asset) {
        Some(bytes) => {
            let digest = Digest::of(&bytes);
            (store.add(bytes), digest)
        }
        None => (OutputContent::Copy(asset.on_disk.clone()), asset.digest),
    };
    Output {
        path: path.clone(),
        content,
        digest,
    }
}
