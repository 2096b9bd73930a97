//! What is to be published, and what publishing did.

use std::collections::BTreeMap;

use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};

/// The files of a site and their digests.
pub(super) type Digests = BTreeMap<OutputPath, Digest>;

/// Files that get other bytes or, with `None`, are removed.
pub(super) type Changes = BTreeMap<OutputPath, Option<Output>>;

/// How the site differs from the updates before.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// Whether `put` is the whole site, so that all other files are removed.
    pub whole: bool,
    /// Files that are new or may have other bytes. Each path comes once.
    pub put: Vec<Output>,
    /// Files that the site no longer has. A path that is also in `put` stays.
    pub removed: Vec<OutputPath>,
}

impl Update {
    /// A whole site.
    pub fn whole(outputs: Vec<Output>) -> Update {
        Update {
            whole: true,
            put: outputs,
            removed: Vec::new(),
        }
    }
}

/// What publishing did to the files of the site; paths in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delta {
    /// Files that were not there.
    pub created: Vec<OutputPath>,
    /// Files that had other bytes, from an earlier build or an edit by hand.
    pub replaced: Vec<OutputPath>,
    /// Files that the site no longer has.
    pub removed: Vec<OutputPath>,
    /// The number of files that were right already, and were left alone.
    pub unchanged: usize,
}

impl Delta {
    /// Whether every file was right already.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }
}
