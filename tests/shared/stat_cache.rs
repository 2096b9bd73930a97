//! Forged stat caches, which say that a file had other bytes when it was last read.

use raccordo::base::digest::Digest;

/// Waits until the clock of the disk has ticked, so that the stat cache trusts the files.
pub(crate) fn settle() {
    std::thread::sleep(std::time::Duration::from_millis(100));
}

/// The bytes of a stat cache with one digest replaced by another, and the right check sum.
pub(crate) fn forge_digest(known: &[u8], digest: Digest, other: Digest) -> Vec<u8> {
    let mut files = known[..known.len() - 16].to_vec();
    let at = files.windows(16).position(|it| it == digest.to_bytes());
    let at = at.unwrap();
    files[at..at + 16].copy_from_slice(&other.to_bytes());
    let whole = Digest::of(&files);
    files.extend(whole.to_bytes());
    files
}
