//! Which files of the published tree need not be read again.

use std::fs;
use std::path::Path;

use super::place;
use crate::base::digest::Digest;
use crate::base::output::OutputPath;
use crate::site::stamp::Stamp;
use crate::site::stat_cache::{File, Known};

/// The files whose digests are known.
pub(super) struct Stamps {
    known: Known,
    is_saved: bool,
}

impl Stamps {
    /// What was saved there, if anything.
    pub(super) fn load(file: &Path) -> Stamps {
        Stamps {
            known: Known::read(&fs::read(file).unwrap_or_default()),
            is_saved: true,
        }
    }

    /// The digest of a file, if it is as it was.
    pub(super) fn digest(&self, path: &OutputPath, stamp: &Stamp) -> Option<Digest> {
        self.known.digest(path.as_str(), stamp)
    }

    /// The digest of a file of the tree at `out`; it is read unless it is as it was. Nothing if it cannot be.
    pub(super) fn digest_in(&self, out: &Path, path: &OutputPath, stamp: &Stamp) -> Option<Digest> {
        self.digest(path, stamp).or_else(|| {
            let file = fs::File::open(out.join(path.as_str())).ok()?;
            Digest::of_reader(file).ok()
        })
    }

    /// Knows these files and no others.
    pub(super) fn replace(&mut self, known: Vec<File>) {
        let known = Known::of(known);
        self.is_saved &= self.known == known;
        self.known = known;
    }

    /// The file at this path is about to change.
    pub(super) fn forget(&mut self, path: &OutputPath) {
        self.is_saved &= !self.known.forget(path.as_str());
    }

    /// Saves what is known now. A failure is no fault of the build: the next one reads the files again.
    pub(super) fn save(&mut self, file: &Path) {
        if !self.is_saved {
            let bytes = self.known.to_bytes();
            self.is_saved = bytes.and_then(|bytes| place::replace(file, bytes)).is_ok();
        }
    }
}
