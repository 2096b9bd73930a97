//! Resized images, kept on disk by the digest of what they were made from.
//!
//! Each image has one file. It begins with a digest of the rest, so that a damaged file is detected and the image
//! resized again. The folder may be deleted at any time.

use std::io::{self, Write};
use std::path::Path;

use super::Renditions;
use crate::base::digest::Digest;
use crate::site::own_files;

/// The renditions kept under a key, if their file is intact.
pub(super) fn read(folder: &Path, key: &str) -> Option<Renditions> {
    let file = own_files::read(&folder.join(key))?;
    let (digest, content) = file.split_at_checked(Digest::LENGTH)?;
    let is_intact = Digest::of(content).to_bytes() == digest;
    borsh::from_slice(content).ok().filter(|_| is_intact)
}

/// Keeps renditions under a key. If the cache cannot be written, the image is resized again the next time.
pub(super) fn write(folder: &Path, key: &str, renditions: &Renditions) {
    let write = || -> io::Result<()> {
        let content = borsh::to_vec(renditions)?;
        let digest = Digest::of(&content).to_bytes();
        folder.parent().map_or(Ok(()), own_files::create_folder)?;
        own_files::create_folder(folder)?;
        own_files::write(&folder.join(key), |mut file| {
            file.write_all(&digest)?;
            file.write_all(&content)
        })
    };
    let _ = write();
}
