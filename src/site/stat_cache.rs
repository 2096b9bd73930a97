//! Files that need not be read again: their digests, and the metadata that any change would change.
//!
//! Only a cache: where nothing is known, or what was kept is damaged, the files are read. What is known of a file that
//! is another by now does no harm, because its metadata are others, too.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::stamp::Stamp;
use crate::base::digest::Digest;

/// So many files are read again and again, if need be, sooner than what is known of all is written anew.
const FEW: usize = 64;

/// Whether what was kept of so many files is worth writing anew, given how many of them were unknown.
pub(super) fn is_outdated(unknown: usize, files: usize) -> bool {
    unknown > (files / 50).min(FEW)
}

/// Files whose digests are known, by path.
#[derive(Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Known(Vec<File>);

/// A file whose digest is known.
#[derive(Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct File {
    /// Where it lies.
    pub(super) path: Arc<str>,
    /// How it was when it had the digest.
    pub(super) stamp: Stamp,
    /// The digest of its bytes.
    pub(super) digest: Digest,
}

impl Known {
    /// These files.
    pub(super) fn of(mut files: Vec<File>) -> Known {
        // They mostly come in order, and then this is but a look.
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Known(files)
    }

    /// What was written as bytes; nothing if those are not whole.
    pub fn read(bytes: &[u8]) -> Known {
        let whole = bytes
            .split_last_chunk()
            .filter(|(files, digest)| Digest::of(files) == Digest::from_bytes(**digest));
        whole
            .and_then(|(files, _)| borsh::from_slice(files).ok())
            .unwrap_or_default()
    }

    /// As bytes, with their digest at the end.
    ///
    /// # Errors
    /// A path is too long.
    pub fn to_bytes(&self) -> std::io::Result<Vec<u8>> {
        // Room for all: those of a large site are many, and would be moved while they grow.
        let mut bytes = Vec::with_capacity(borsh::object_length(self)? + Digest::LENGTH);
        self.serialize(&mut bytes)?;
        let digest = Digest::of(&bytes);
        bytes.extend(digest.to_bytes());
        Ok(bytes)
    }

    /// The digest of a file that has this stamp now.
    pub(super) fn digest(&self, path: &str, stamp: &Stamp) -> Option<Digest> {
        let file = self.0.get(self.place(path)?)?;
        (file.stamp == *stamp).then_some(file.digest)
    }

    /// Forgets a file. Whether it was known.
    pub(super) fn forget(&mut self, path: &str) -> bool {
        let place = self.place(path);
        place.map(|place| self.0.remove(place)).is_some()
    }

    fn place(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|file| (*file.path).cmp(path)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> File {
        let metadata = std::fs::metadata(env!("CARGO_MANIFEST_DIR")).unwrap();
        File {
            path: path.into(),
            stamp: Stamp::of(&metadata),
            digest: Digest::of(path.as_bytes()),
        }
    }

    #[test]
    fn is_read_back_whole_or_not_at_all() {
        let known = Known::of(vec![file("b"), file("a b/50%\nc"), file("a")]);
        let stamp = file("").stamp;
        for path in ["a", "a b/50%\nc", "b"] {
            let digest = Some(Digest::of(path.as_bytes()));
            assert_eq!(known.digest(path, &stamp), digest);
        }
        assert_eq!(known.digest("c", &stamp), None);
        let bytes = known.to_bytes().unwrap();
        assert_eq!(Known::read(&bytes), known);
        for end in 0..bytes.len() {
            assert_eq!(Known::read(&bytes[..end]), Known::default(), "{end}");
        }
    }

    #[test]
    fn what_is_forgotten_is_not_known() {
        let mut known = Known::of(vec![file("a"), file("b")]);
        assert!(known.forget("a") && !known.forget("a"));
        assert_eq!(known, Known::of(vec![file("b")]));
    }
}
