//! What is known of the files of a site from the program before: those that are as they were need not be read again.
//!
//! Only a cache. A file counts as known if its metadata are the same that it had when it was read, and nothing could
//! have changed unseen since. Where the system does not say when the metadata of a file last changed, which nobody can
//! set, nothing is known.

use borsh::{BorshDeserialize, BorshSerialize};

use super::read::Seen;
use crate::engine::stamp::Stamp;
use crate::vocabulary::digest::Digest;
use crate::vocabulary::source::SourcePath;

/// Files whose digests are known, by path.
#[derive(Default, BorshSerialize, BorshDeserialize)]
pub struct Known(Vec<File>);

#[derive(BorshSerialize, BorshDeserialize)]
struct File {
    path: String,
    stamp: Stamp,
    digest: Digest,
}

impl Known {
    /// Files in the order of their paths, as they were last seen.
    pub(super) fn of<'a>(files: impl Iterator<Item = (&'a SourcePath, &'a Seen, Digest)>) -> Known {
        let settled = files.filter_map(|(path, seen, digest)| {
            let stamp = seen.settled_stamp()?;
            let path = path.as_str().to_owned();
            Some(File {
                path,
                stamp,
                digest,
            })
        });
        Known(settled.collect())
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
        let mut bytes = borsh::to_vec(self)?;
        let digest = Digest::of(&bytes);
        bytes.extend(digest.to_bytes());
        Ok(bytes)
    }

    /// The digest of a file that was now seen so.
    pub(super) fn digest(&self, path: &SourcePath, seen: &Seen) -> Option<Digest> {
        let at = self
            .0
            .binary_search_by(|file| file.path.as_str().cmp(path.as_str()))
            .ok()?;
        let file = self.0.get(at)?;
        seen.has(&file.stamp).then_some(file.digest)
    }
}
