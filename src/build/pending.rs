//! What is to be published, gathered while pages are planned and made.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};
use crate::site::publish::Update;

/// What is to be published. A later word on a path replaces an earlier one.
pub(super) struct Pending {
    whole: bool,
    put: BTreeMap<OutputPath, Output>,
    removed: BTreeSet<OutputPath>,
}

impl Pending {
    /// Publishes a file.
    pub(super) fn put(&mut self, output: Output) {
        self.removed.remove(&output.path);
        self.put.insert(output.path.clone(), output);
    }

    /// Replaces files, of which the digests are known, by others.
    pub(super) fn put_all(
        &mut self,
        outputs: impl IntoIterator<Item = Output>,
        known: &mut BTreeMap<OutputPath, Digest>,
    ) {
        let mut gone = std::mem::take(known);
        for output in outputs {
            known.insert(output.path.clone(), output.digest);
            if gone.remove(&output.path) != Some(output.digest) {
                self.put(output);
            }
        }
        gone.into_keys().for_each(|path| self.remove(path));
    }

    /// Publishes a file no longer.
    pub(super) fn remove(&mut self, path: OutputPath) {
        self.put.remove(&path);
        // Of what is all that there will be, nothing else need be said.
        if !self.whole {
            self.removed.insert(path);
        }
    }

    /// Whether it is all that there will be.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// What is published.
    pub(super) fn put_paths(&self) -> impl Iterator<Item = &OutputPath> {
        self.put.keys()
    }

    /// What is published no longer.
    pub(super) fn removed_paths(&self) -> impl Iterator<Item = &OutputPath> {
        self.removed.iter()
    }

    /// All of it, which whoever takes it must do.
    pub(super) fn take(&mut self) -> Update {
        let pending = std::mem::replace(self, Pending::after_the_first());
        Update {
            whole: pending.whole,
            put: pending.put.into_values().collect(),
            removed: pending.removed.into_iter().collect(),
        }
    }

    pub(super) fn after_the_first() -> Pending {
        Pending {
            whole: false,
            ..Pending::default()
        }
    }
}

impl Default for Pending {
    fn default() -> Self {
        Pending {
            whole: true,
            put: BTreeMap::new(),
            removed: BTreeSet::new(),
        }
    }
}
