//! What one build remembers for the next: a byte string whose meaning only the build knows.
//!
//! It is a cache: without it, or if it is damaged, everything is built again. The file is the payload, followed by
//! its digest.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::base::digest::Digest;
use crate::site::atomic_file;

/// The file beside the output folder that holds the snapshot. It can be saved while publishing runs.
#[derive(Clone, Debug)]
pub struct SnapshotFile(PathBuf);

impl SnapshotFile {
    /// The snapshot in this file.
    pub(super) fn at(path: PathBuf) -> SnapshotFile {
        SnapshotFile(path)
    }

    /// Saves the snapshot whole or not at all, in place of the one before. Returns whether it was saved.
    pub fn save(&self, payload: &[u8]) -> bool {
        let digest = Digest::of_large(payload).to_bytes();
        let write = |mut file: fs::File| {
            file.write_all(payload)?;
            file.write_all(&digest)
        };
        atomic_file::write(&self.0, write).is_ok()
    }
}

/// Reads the payload of a snapshot. Returns `None` if there is none or it is damaged.
pub(super) fn read(file: &Path) -> Option<Vec<u8>> {
    let mut bytes = fs::read(file).ok()?;
    let (payload, digest) = bytes.split_last_chunk()?;
    let length = payload.len();
    if Digest::of_large(payload) != Digest::from_bytes(*digest) {
        return None;
    }
    bytes.truncate(length);
    Some(bytes)
}
