//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Writes a file beside the one at this path, and puts it in its place when it is complete.
///
/// # Errors
/// The first error of the system or of `content`. The file at the path is then as before, and nothing is left beside
/// it: the disk may be full.
pub(super) fn write(path: &Path, content: impl FnOnce(File) -> io::Result<()>) -> io::Result<()> {
    let fresh = path.with_extension("new");
    let written = File::create(&fresh)
        .and_then(content)
        .and_then(|()| fs::rename(&fresh, path));
    if written.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_failed_write_leaves_the_file_as_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let first = |mut file: File| file.write_all(b"first");
        let second = |mut file: File| {
            file.write_all(b"sec")?;
            Err(io::ErrorKind::StorageFull.into())
        };
        write(&path, first).unwrap();
        write(&path, second).unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
