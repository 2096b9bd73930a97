//! Publishing: the only stage that writes.
//!
//! ```text
//! parent/
//!   public/                       the site, as the host serves it
//!     .raccordo-manifest          which of its files are ours
//!     CNAME, .well-known/ …       whatever else lies there: foreign, carried along
//!   .public.raccordo/             work folder; safe to delete between builds
//!     lock                        held while publishing
//!     site/                       the spare tree: the generation before, brought up to date and swapped in
//!     stamps                      size, times and inode of the files whose digest is known
//! ```
//!
//! The live tree is never edited. The spare tree becomes the new site beside it, made of hard links
//! to the live files that stay and of fresh files for the rest; then the two folders change places in
//! one system call. A file of the spare tree counts only if it *is* (same inode) the live file that
//! stays, so whatever a killed build left there does no harm.

mod error;
mod manifest;
mod place;
mod plan;
mod spare;
mod stamps;
mod swap;
mod tree;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::SystemTime;

use crate::vocabulary::output::{Output, OutputPath};

pub use error::{Action, PublishError};
pub use manifest::MANIFEST;

use place::Place;
use plan::Plan;
use stamps::{Known, Stamps};
use tree::Tree;

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

/// Makes the folder `out` hold exactly `outputs` and whatever in it is not ours.
///
/// - All or nothing: at every instant `out` is the whole old site or the whole new one, even if the
///   process is killed or the disk is full. (Where the system or its disk format cannot exchange two
///   folders in one step, `out` is missing between two renames; after a kill just there, the
///   next call puts the old site back first.) Nothing is forced to the platter: the promise
///   is about the death of the process, not about loss of power.
/// - A file whose bytes stay keeps its inode and modification time; if all stay, nothing in `out` is
///   touched.
/// - What the manifest in `out` does not name is foreign and stays, unless an output has its very path. A
///   manifest that cannot be read names nothing. Files made by others *while* this runs may be missed.
/// - Owned files that were edited or deleted by hand are put right.
///
/// The folder itself is another one after each change, and the one before is reused: refer to `out` by its path.
/// A symbolic link `out` is followed; missing parents of `out` are made.
///
/// # Errors
/// See [`PublishError`]; `out` is then as it was.
pub fn publish(out: &Path, outputs: &[Output]) -> Result<Delta, PublishError> {
    let place = Place::open(out)?;
    let started = SystemTime::now();
    let live = Tree::scan(&place.out)?;
    let owned = manifest::owned(&place.out, &live);
    let manifest = manifest::output(outputs);
    let wanted: Vec<&Output> = outputs.iter().chain([&manifest]).collect();
    let stamps = Stamps::load(&place.stamps());
    let plan = Plan::new(&place.out, &live, &owned, &wanted, &stamps)?;

    let known = if plan.is_done() {
        plan.known(started)
    } else {
        let made = spare::prepare(&place.spare(), &place.out, &live, &plan)?;
        let known = made_known(plan.known(started), made);
        swap::swap(&place, live.is_empty())?;
        known
    };
    stamps.save(&place.stamps(), known);
    Ok(plan.delta)
}

/// Adds what was just made. Nobody edits a file before it is published, so its stamp is good if it is
/// old enough now.
fn made_known(mut known: Vec<Known>, made: Vec<Known>) -> Vec<Known> {
    let now = SystemTime::now();
    let anew: BTreeSet<OutputPath> = made.iter().map(|file| file.path.clone()).collect();
    known.retain(|file| !anew.contains(&file.path));
    known.extend(made.into_iter().filter(|file| file.stamp.is_settled(now)));
    known
}
