//! What may have changed on disk, and what has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::names::{SourceKind, source_kind};
use crate::base::source::{FileState, SourcePath, SourceTree};

/// What may have changed on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeHints {
    /// Anything.
    Everything,
    /// These files, and these folders with everything in them. The paths are absolute and may not exist.
    Paths(BTreeSet<PathBuf>),
}

/// The states of files before a scan touched them. `None` stands for a file that did not exist.
#[derive(Default)]
pub(super) struct OldStates(BTreeMap<SourcePath, Option<FileState>>);

impl OldStates {
    /// Records the present state of a file, unless one is recorded already.
    pub(super) fn record(&mut self, tree: &SourceTree, path: &SourcePath) {
        if !self.0.contains_key(path) {
            self.0.insert(path.clone(), state(tree, path));
        }
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.0.keys()
    }

    /// The files whose state in the tree is not the recorded one.
    pub(super) fn changed_files(self, tree: &SourceTree) -> Vec<SourcePath> {
        let is_changed = |(path, before): &(SourcePath, _)| *before != state(tree, path);
        let changed = self.0.into_iter().filter(is_changed);
        changed.map(|(path, _)| path).collect()
    }
}

/// The state of a file in a tree. Returns `None` if the tree does not have the file.
fn state(tree: &SourceTree, path: &SourcePath) -> Option<FileState> {
    let undated = |digest| FileState {
        digest,
        committed: None,
    };
    match source_kind(path) {
        SourceKind::Asset => tree.assets.get(path).map(|asset| undated(asset.digest)),
        SourceKind::Text => tree.texts.get(path).copied(),
        SourceKind::Theme => tree.themes.get(path).map(|file| file.state),
        SourceKind::Addresses => tree.addresses.as_ref().map(|file| file.state),
    }
}
