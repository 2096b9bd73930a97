//! What one build remembers for the next: a byte string whose meaning only the build knows.
//!
//! It is a cache: without it, or if it is damaged, everything is built again. The file is the payload, followed by
//! its digest.

use std::fs;
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use crate::base::digest::{Digest, Digester};
use crate::site::own_files;

/// The size of the buffer through which a snapshot is written.
const WRITE_BUFFER_BYTES: usize = 1 << 17;

/// The file beside the output folder that holds the snapshot. It can be saved while publishing runs.
#[derive(Clone, Debug)]
pub struct SnapshotFile(PathBuf);

impl SnapshotFile {
    /// The snapshot in this file.
    pub(super) fn at(path: PathBuf) -> SnapshotFile {
        SnapshotFile(path)
    }

    /// Saves the payload that is written, whole or not at all, in place of the one before. Returns whether it was
    /// saved.
    pub fn save(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> bool {
        let saved = own_files::write(&self.0, |file| {
            let digesting = DigestingWriter {
                to: file,
                digester: Digester::default(),
            };
            let mut payload = BufWriter::with_capacity(WRITE_BUFFER_BYTES, digesting);
            write(&mut payload)?;
            let mut written = payload.into_inner().map_err(IntoInnerError::into_error)?;
            let digest = written.digester.digest();
            written.to.write_all(&digest.to_bytes())
        });
        saved.is_ok()
    }
}

/// Writes a file, and computes the digest of what is written.
struct DigestingWriter {
    to: fs::File,
    digester: Digester,
}

impl Write for DigestingWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.digester
            .update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Reads the payload of a snapshot. Returns `None` if there is none or it is damaged.
pub(super) fn read(file: &Path) -> Option<Vec<u8>> {
    let mut bytes = own_files::read(file)?;
    let (payload, digest) = bytes.split_last_chunk()?;
    let length = payload.len();
    if Digest::of_large(payload) != Digest::from_bytes(*digest) {
        return None;
    }
    bytes.truncate(length);
    Some(bytes)
}
