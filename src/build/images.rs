//! The images that pages show: which there are, and which of them have to be made again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::base::source::{Asset, SourcePath};
use crate::content::findings::{Finder, Findings};
use crate::content::graph::{self, AnyLink, Graph};
use crate::site::images::{self, ImageFault, ResizedImage, ResponsiveImage, Sizes};

/// The images of the content that pages show.
#[derive(Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Images {
    /// The images that each thing shows, and where its text names them.
    shown_by: BTreeMap<AnyLink, Box<[(OutputPath, Place)]>>,
    known: BTreeMap<OutputPath, Known>,
    wanted: Sizes,
}

/// An image that was looked at.
#[derive(BorshSerialize, BorshDeserialize)]
struct Known {
    digest: Digest,
    picture: Result<Option<Arc<ResponsiveImage>>, ImageFault>,
}

#[derive(Clone, Copy)]
pub(super) struct Resizing<'a> {
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    /// As the theme wants them; while there is none, as the last one did.
    pub wanted: Option<&'a Sizes>,
    pub cache: Option<&'a Path>,
    /// Whether they are published; otherwise they are only looked at.
    pub publish: bool,
}

pub(super) struct ImageChanges {
    /// Images that were looked at again, by where they are published, and the files that were made of each.
    pub made: Vec<(OutputPath, Vec<Output>)>,
    /// Images that no page shows any more.
    pub unseen: Vec<OutputPath>,
}

impl Images {
    /// What is known of an image.
    pub(super) fn picture(&self, file: &OutputPath) -> Option<Arc<ResponsiveImage>> {
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
        resizing: Resizing<'_>,
        findings: &mut Findings,
    ) -> ImageChanges {
        if let Some(wanted) = resizing.wanted.filter(|it| **it != self.wanted) {
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
                self.shown_by.remove(thing)
            } else {
                self.shown_by.insert(*thing, images.into())
            };
            let before = before.into_iter().flatten();
            lost.extend(before.map(|(output, _)| output));
        }
        lost.retain(|output| !shown.contains(output));
        let made = self.make(shown, resizing);
        let unseen = self.forget_unseen(lost);
        for thing in things {
            findings.set(Finder::Images(thing), self.faults(thing));
        }
        ImageChanges { made, unseen }
    }

    fn make(
        &mut self,
        shown: BTreeSet<OutputPath>,
        resizing: Resizing<'_>,
    ) -> Vec<(OutputPath, Vec<Output>)> {
        let assets = shown.into_iter().filter_map(|output| {
            let asset = resizing.assets.get(&graph::asset_source(&output))?;
            let known = self.known.get(&output);
            let same = known.is_some_and(|known| known.digest == asset.digest);
            (!same).then_some((output, asset))
        });
        let assets: Vec<(OutputPath, &Asset)> = assets.collect();
        let made: Vec<Result<ResizedImage, ImageFault>> = assets
            .par_iter()
            .map(|(output, asset)| {
                images::resize(
                    asset,
                    output,
                    &self.wanted,
                    resizing.cache,
                    resizing.publish,
                )
            })
            .collect();
        let taken = assets.into_iter().zip(made).map(|((output, asset), made)| {
            let (picture, files) = match made {
                Ok(made) => (Ok(made.image.map(Arc::new)), made.files),
                Err(fault) => (Err(fault), Vec::new()),
            };
            let digest = asset.digest;
            self.known.insert(output.clone(), Known { digest, picture });
            (output, files)
        });
        taken.collect()
    }

    /// Forgets those of these images that no page shows any longer, and says which.
    fn forget_unseen(&mut self, mut lost: BTreeSet<OutputPath>) -> Vec<OutputPath> {
        if lost.is_empty() {
            return Vec::new();
        }
        for (output, _) in self.shown_by.values().flatten() {
            lost.remove(output);
        }
        let gone = lost.into_iter();
        gone.filter(|output| self.known.remove(output).is_some())
            .collect()
    }

    fn faults(&self, thing: AnyLink) -> Vec<Diagnostic> {
        let images = self.shown_by.get(&thing).into_iter().flatten();
        let faults = images.filter_map(|(output, place)| {
            let fault = self.known.get(output)?.picture.as_ref().err()?;
            let (code, hint) = match fault {
                ImageFault::Broken => (Code::BrokenImage, None),
                ImageFault::TooLarge => (Code::BrokenImage, Some("too-large")),
                ImageFault::NotShown => (Code::ImageFormat, None),
                ImageFault::NoImage => (Code::ImageFormat, Some("no-image")),
            };
            let found = Diagnostic::new(code, place.clone());
            let mut found = found.text("file", graph::asset_source(output).as_str());
            found.hint = hint.map(Into::into);
            Some(found)
        });
        faults.collect()
    }
}
