//! The images that pages show: which there are, and which of them have to be made again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::base::shared::Shared;
use crate::base::source::{Asset, Changes, SourceTree};
use crate::content::findings::{Finder, Ledger};
use crate::content::graph::{self, AnyLink, Graph};
use crate::incremental::memo::Changed;
use crate::site::images::{self, ImageFault, ResizedImage, ResponsiveImage, Sizes};

/// The images of a site.
#[derive(Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Shown {
    /// Where each thing shows images.
    by: BTreeMap<AnyLink, Box<[(OutputPath, Place)]>>,
    known: BTreeMap<OutputPath, Known>,
    wanted: Sizes,
}

/// An image that was looked at.
#[derive(BorshSerialize, BorshDeserialize)]
struct Known {
    digest: Digest,
    picture: Result<Option<Shared<ResponsiveImage>>, ImageFault>,
    /// The files that are published beside it.
    files: Vec<(OutputPath, Digest)>,
}

/// How images are made.
#[derive(Clone, Copy)]
pub(super) struct Studio<'a> {
    pub tree: &'a SourceTree,
    /// As the theme wants them; while there is none, as the last one did.
    pub wanted: Option<&'a Sizes>,
    pub cache: Option<&'a Path>,
    /// Whether they are published; otherwise they are only looked at.
    pub publish: bool,
}

/// Files to publish, and files that are no longer wanted.
#[derive(Default)]
pub(super) struct Difference {
    pub put: Vec<Output>,
    pub removed: Vec<OutputPath>,
}

/// Adds to what has changed the files that pages may show.
pub(super) fn note_changes(changes: &Changes, changed: &mut Changed) {
    let assets = changes.assets.iter();
    let outputs = assets.map(|path| graph::asset_output(path.as_str()));
    changed.extend(outputs.map(|output| graph::content(&output)));
}

impl Shown {
    /// The files that were made of images.
    pub(super) fn files(&self) -> impl Iterator<Item = &(OutputPath, Digest)> {
        self.known.values().flat_map(|known| &known.files)
    }

    /// What is known of an image.
    pub(super) fn picture(&self, file: &OutputPath) -> Option<Shared<ResponsiveImage>> {
        self.known.get(file)?.picture.as_ref().ok()?.clone()
    }

    /// Makes everything anew.
    pub(super) fn forget(&mut self) {
        self.known.clear();
    }

    /// Looks at the images of things that may show others than before, and makes those that are new.
    pub(super) fn update(
        &mut self,
        graph: &Graph,
        things: BTreeSet<AnyLink>,
        studio: Studio<'_>,
        ledger: &mut Ledger,
    ) -> Difference {
        if let Some(wanted) = studio.wanted.filter(|it| **it != self.wanted) {
            self.wanted = wanted.clone();
            self.known
                .values_mut()
                .for_each(|known| known.digest = Digest::of(&[]));
        }
        let mut shown = BTreeSet::new();
        let mut lost = BTreeSet::new();
        for thing in &things {
            let images = graph.images(*thing);
            shown.extend(images.iter().map(|(output, _)| output.clone()));
            let before = if images.is_empty() {
                self.by.remove(thing)
            } else {
                self.by.insert(*thing, images.into())
            };
            let before = before.into_iter().flatten();
            lost.extend(before.map(|(output, _)| output));
        }
        lost.retain(|output| !shown.contains(output));
        let mut difference = self.make(shown, studio);
        self.remove_unseen(lost, &mut difference);
        for thing in things {
            ledger.set(Finder::Images(thing), self.faults(thing));
        }
        difference
    }

    fn make(&mut self, shown: BTreeSet<OutputPath>, studio: Studio<'_>) -> Difference {
        let assets = shown.into_iter().filter_map(|output| {
            let asset = studio.tree.assets.get(&graph::asset_source(&output))?;
            let known = self.known.get(&output);
            let same = known.is_some_and(|known| known.digest == asset.digest);
            (!same).then_some((output, asset))
        });
        let assets: Vec<(OutputPath, &Asset)> = assets.collect();
        let made: Vec<Result<ResizedImage, ImageFault>> = assets
            .par_iter()
            .map(|(output, asset)| {
                images::resize(asset, output, &self.wanted, studio.cache, studio.publish)
            })
            .collect();
        let mut difference = Difference::default();
        for ((output, asset), made) in assets.into_iter().zip(made) {
            let (picture, files) = match made {
                Ok(made) => (Ok(made.image.map(Shared::new)), made.files),
                Err(fault) => (Err(fault), Vec::new()),
            };
            let digests = files.iter().map(|file| (file.path.clone(), file.digest));
            let known = Known {
                digest: asset.digest,
                picture,
                files: digests.collect(),
            };
            let before = self.known.insert(output, known);
            let before = before.into_iter().flat_map(|it| it.files);
            difference.removed.extend(before.map(|(path, _)| path));
            difference.put.extend(files);
        }
        difference
    }

    /// Forgets images that nobody shows any longer.
    fn remove_unseen(&mut self, mut lost: BTreeSet<OutputPath>, difference: &mut Difference) {
        if lost.is_empty() {
            return;
        }
        for (output, _) in self.by.values().flatten() {
            lost.remove(output);
        }
        let gone = lost
            .into_iter()
            .filter_map(|output| self.known.remove(&output));
        let files = gone.flat_map(|known| known.files);
        difference.removed.extend(files.map(|(path, _)| path));
    }

    fn faults(&self, thing: AnyLink) -> Vec<Diagnostic> {
        let images = self.by.get(&thing).into_iter().flatten();
        let faults = images.filter_map(|(output, place)| {
            let fault = self.known.get(output)?.picture.as_ref().err()?;
            let found = Diagnostic::new(Code::BrokenImage, place.clone());
            let found = found.text("file", graph::asset_source(output).as_str());
            Some(match fault {
                ImageFault::Broken => found,
                ImageFault::TooLarge => found.hint("too-large"),
            })
        });
        faults.collect()
    }
}
