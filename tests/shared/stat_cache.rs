//! What is known of a site's files, forged: as if a file had been another when it was last read.

use raccordo::base::digest::Digest;

/// Waits until nothing that was written could change unseen any more.
pub(crate) fn settle() {
    std::thread::sleep(std::time::Duration::from_millis(100));
}

/// What is known as bytes, with another digest in place of one, and whole again.
pub(crate) fn forged(known: &[u8], digest: Digest, other: Digest) -> Vec<u8> {
    let mut files = known[..known.len() - 16].to_vec();
    let at = files.windows(16).position(|it| it == digest.to_bytes());
    let at = at.unwrap();
    files[at..at + 16].copy_from_slice(&other.to_bytes());
    let whole = Digest::of(&files);
    files.extend(whole.to_bytes());
    files
}
