//! Publishing: the only stage that writes the site.
//!
//! ```text
//! parent/
//!   public/                       the site, as the host serves it: the live tree
//!     .raccordo-manifest          the list of those of its files that are ours
//!     CNAME, .well-known/ …       everything else is foreign, and stays
//!   .public.raccordo/             work folder; safe to delete between builds
//!     lock                        held by the publisher
//!     drafts/                     outputs that are not published yet
//!     site/                       the spare tree: the site before, brought up to date and swapped in
//!     single                      one file that is about to replace another
//!     clock                       created and removed to read the clock of the disk
//!     snapshot                    what one build remembers for the next
//!     sources                     stat cache of the source files
//!     stamps                      stat cache of the published files
//! ```
//!
//! Publishing is a diff, a patch and a swap. The [diff] says how the live tree differs from the wanted site: from a
//! walk through the tree, or from what is known of it. The [patch] is the list of steps that brings the spare
//! tree, which lies beside the live one, up to date: files that stay are hard links to the live ones, and the others are
//! written. [`apply`] takes these steps, and then the two folders change places in one system call. A file of the
//! spare tree counts only if it *is* (same inode) the live file that stays, so leftovers of a killed build do no harm.
//!
//! If nothing but the bytes of one file change, the patch replaces that file in the live tree: this, too, is one system
//! call.

mod apply;
mod cache;
mod diff;
mod drafts;
mod error;
mod folders;
mod job;
mod listing;
mod manifest;
mod mirror;
mod parallel;
mod patch;
mod pending;
mod permissions;
mod publisher;
mod rescue;
mod snapshot;
mod swap;
mod tree;
mod update;
mod wanted;

pub use crate::base::output::MANIFEST;
pub use drafts::Drafts;
pub use error::{Action, PublishError};
pub use folders::work_folder_of;
pub use publisher::Publisher;
pub use snapshot::SnapshotFile;
pub use update::{Delta, Update};
