//! Publishing: the only stage that writes.
//!
//! ```text
//! parent/
//!   public/                       the site, as the host serves it
//!     .raccordo-manifest          which of its files are ours
//!     CNAME, .well-known/ …       whatever else lies there: foreign, carried along
//!   .public.raccordo/             work folder; safe to delete between builds
//!     lock                        held by the publisher
//!     drafts/                     what was made and is not published yet
//!     site/                       the spare tree: the generation before, brought up to date and swapped in
//!     single                      one file that is to take the place of another
//!     clock                       made and removed, to read the clock of the disk
//!     receipt                     from what the site was made, and what was said of it
//!     memory                      what its maker remembers of it
//!     sources                     what is known of the files from which it was made
//!     stamps                      size, times and inode of the files whose digest is known
//! ```
//!
//! The spare tree becomes the new site beside the live one, made of hard links to the live files that stay
//! and of fresh files for the rest; then the two folders change places in one system call. A file of the
//! spare tree counts only if it *is* (same inode) the live file that stays, so whatever a killed build left
//! there does no harm. Where nothing but the bytes of one file are to be others, that file takes the place
//! of the one before in the live tree: that is one system call, too.

mod drafts;
mod error;
mod few;
mod given;
mod manifest;
mod memory;
mod place;
mod plan;
mod publisher;
mod receipt;
mod seen;
mod single;
mod spare;
mod stamps;
mod stray;
mod swap;
mod tree;
mod twin;

use crate::base::output::{Output, OutputPath};

pub use drafts::Drafts;
pub use error::{Action, PublishError};
pub use manifest::MANIFEST;
pub use memory::{MemoryKeeper, MemoryReader, MemoryWriter};
pub use publisher::Publisher;
pub use receipt::Receipt;

/// What publishing did to the files of the site; paths in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delta {
    /// Files that were not there.
    pub created: Vec<OutputPath>,
    /// Files that had other bytes, by an earlier build or by somebody's hand.
    pub replaced: Vec<OutputPath>,
    /// Files that the site no longer has.
    pub removed: Vec<OutputPath>,
    /// How many files were right already, and were left alone.
    pub unchanged: usize,
}

impl Delta {
    /// Whether every file was right already.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }
}

/// How the site differs from what was given before.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// Whether `put` is the whole site, and nothing else is wanted.
    pub whole: bool,
    /// Files that are new or have other bytes (or may have). Each path once.
    pub put: Vec<Output>,
    /// Files that the site no longer has. What is also in `put` stays.
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
