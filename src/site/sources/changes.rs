//! What may have changed on disk, and what has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::names::{Kind, kind};
use crate::base::source::{FileState, SourcePath, SourceTree};

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hints {
    /// Anything.
    Everything,
    /// These files, and these folders with all that is in them. Absolute paths, which may not exist.
    Paths(BTreeSet<PathBuf>),
}

/// How the files were before they were touched.
#[derive(Default)]
pub(super) struct Before(BTreeMap<SourcePath, Option<FileState>>);

impl Before {
    /// Remembers how a file is, unless that was done already.
    pub(super) fn note(&mut self, tree: &SourceTree, path: &SourcePath) {
        if !self.0.contains_key(path) {
            self.0.insert(path.clone(), state(tree, path));
        }
    }

    /// The files that were touched.
    pub(super) fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.0.keys()
    }

    /// The files that are different now.
    pub(super) fn different(self, tree: &SourceTree) -> impl Iterator<Item = SourcePath> {
        let differs = |(path, before): &(SourcePath, _)| *before != state(tree, path);
        let different = self.0.into_iter().filter(differs);
        different
            .map(|(path, _)| path)
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// The state of a file in a tree; `None` if it is not there.
fn state(tree: &SourceTree, path: &SourcePath) -> Option<FileState> {
    let undated = |digest| FileState {
        digest,
        committed: None,
    };
    match kind(path) {
        Kind::Asset => tree.assets.get(path).map(|asset| undated(asset.digest)),
        Kind::Text => tree.texts.get(path).copied(),
        Kind::Theme => tree.themes.get(path).map(|file| file.state),
    }
}
