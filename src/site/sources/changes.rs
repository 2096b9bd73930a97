//! What may have changed on disk, and what has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::names::{Kind, kind};
use crate::base::date::Date;
use crate::base::digest::Digest;
use crate::base::source::{Changes, SourcePath, SourceTree};

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
pub(super) struct Before(BTreeMap<SourcePath, Option<State>>);

type State = (Digest, Option<Date>);

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

    /// Which of them are different now.
    pub(super) fn changes(self, tree: &SourceTree) -> Changes {
        let mut changes = Changes::default();
        for (path, before) in self.0 {
            if before != state(tree, &path) {
                match kind(&path) {
                    Kind::Text => changes.texts.insert(path),
                    Kind::Asset => changes.assets.insert(path),
                    Kind::Theme => changes.themes.insert(path),
                };
            }
        }
        changes
    }
}

fn state(tree: &SourceTree, path: &SourcePath) -> Option<State> {
    let file = match kind(path) {
        Kind::Asset => return tree.assets.get(path).map(|asset| (asset.digest, None)),
        Kind::Text => tree.texts.get(path),
        Kind::Theme => tree.themes.get(path),
    };
    file.map(|file| (file.digest, file.committed))
}
