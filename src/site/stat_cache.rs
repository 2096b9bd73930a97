//! The digests of files by their stamps, so that unchanged files need not be read again.
//!
//! It is a cache: files that it does not know are read. An entry for a file that has changed does no harm, because the
//! file has another stamp.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::own_files;
use super::stamp::Stamp;
use crate::base::digest::Digest;

/// To read this many files in each build takes less time than to save the cache once.
const MAX_UNKNOWN_FILES: usize = 64;

/// Whether so many of these files are unknown to the saved cache that it is worth saving a new one.
pub(super) fn is_outdated(unknown: usize, files: usize) -> bool {
    unknown > (files / 50).min(MAX_UNKNOWN_FILES)
}

/// Files and their digests, by path.
#[derive(Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StatCache(Vec<CachedFile>);

#[derive(Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct CachedFile {
    /// The path, which is relative to the folder that the cache is about.
    pub(super) path: Arc<str>,
    /// The stamp of the file when it had the digest.
    pub(super) stamp: Stamp,
    pub(super) digest: Digest,
}

impl StatCache {
    /// The cache of these files. If a path comes twice, the last entry counts.
    pub(super) fn of(mut files: Vec<CachedFile>) -> StatCache {
        // They are nearly always in order already, or in two ordered runs, which the sort sees at once.
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.dedup_by(|later, earlier| {
            let is_twice = later.path == earlier.path;
            if is_twice {
                std::mem::swap(later, earlier);
            }
            is_twice
        });
        StatCache(files)
    }

    /// Whether no file is known.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a saved cache. It is empty if there is none or if it is damaged.
    pub(super) fn load(file: &Path) -> StatCache {
        StatCache::from_bytes(&own_files::read(file).unwrap_or_default())
    }

    /// Saves the cache. If that fails, the next build reads the files again.
    pub(super) fn save(&self, file: &Path) {
        let write = |mut file: fs::File| file.write_all(&self.to_bytes()?);
        let _ = own_files::write(file, write);
    }

    /// Decodes a cache. It is empty if the bytes are damaged.
    pub fn from_bytes(bytes: &[u8]) -> StatCache {
        let undamaged = bytes
            .split_last_chunk()
            .filter(|(files, digest)| Digest::of(files) == Digest::from_bytes(**digest));
        undamaged
            .and_then(|(files, _)| borsh::from_slice(files).ok())
            .unwrap_or_default()
    }

    /// Encodes the cache, with a digest at the end.
    ///
    /// # Errors
    /// A path is longer than the encoding allows.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        // The cache of a large site is large: with enough room from the start, it is not moved while it grows.
        let mut bytes = Vec::with_capacity(borsh::object_length(self)? + Digest::LENGTH);
        self.serialize(&mut bytes)?;
        let digest = Digest::of(&bytes);
        bytes.extend(digest.to_bytes());
        Ok(bytes)
    }

    /// The digest of a file that has this stamp now. Returns `None` if it is not known.
    pub(super) fn digest(&self, path: &str, stamp: &Stamp) -> Option<Digest> {
        let place = self
            .0
            .binary_search_by(|file| (*file.path).cmp(path))
            .ok()?;
        let file = self.0.get(place)?;
        (file.stamp == *stamp).then_some(file.digest)
    }

    /// The same, of a file below `root`, which is read if its digest is not known. Returns `None` if it cannot be read.
    pub(super) fn digest_or_read(&self, root: &Path, path: &str, stamp: &Stamp) -> Option<Digest> {
        self.digest(path, stamp).or_else(|| {
            let file = fs::File::open(root.join(path)).ok()?;
            Digest::of_reader(file).ok()
        })
    }
}
