//! What is to be published, gathered while outputs are planned and made.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::output::{Output, OutputPath};
use crate::site::publish::Update;

/// What is to be published. A later word on a path replaces an earlier one.
pub(super) struct PendingUpdate {
    /// Whether it is the whole site.
    whole: bool,
    put: BTreeMap<OutputPath, Output>,
    removed: BTreeSet<OutputPath>,
}

impl PendingUpdate {
    /// An update of a site that was published before.
    pub(super) fn after_the_first() -> PendingUpdate {
        PendingUpdate {
            whole: false,
            ..PendingUpdate::default()
        }
    }

    pub(super) fn put(&mut self, output: Output) {
        self.removed.remove(&output.path);
        self.put.insert(output.path.clone(), output);
    }

    pub(super) fn remove(&mut self, path: OutputPath) {
        self.put.remove(&path);
        // A whole site need not say what it does not have.
        if !self.whole {
            self.removed.insert(path);
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    pub(super) fn outputs(&self) -> impl Iterator<Item = &Output> {
        self.put.values()
    }

    pub(super) fn removed_paths(&self) -> impl Iterator<Item = &OutputPath> {
        self.removed.iter()
    }

    /// Takes all of it. Whoever takes it must publish it.
    pub(super) fn take(&mut self) -> Update {
        let update = std::mem::replace(self, PendingUpdate::after_the_first());
        Update {
            whole: update.whole,
            put: update.put.into_values().collect(),
            removed: update.removed.into_iter().collect(),
        }
    }
}

/// The update of a site that was never published.
impl Default for PendingUpdate {
    fn default() -> Self {
        PendingUpdate {
            whole: true,
            put: BTreeMap::new(),
            removed: BTreeSet::new(),
        }
    }
}
