//! The program's own files, which lie beside the site: caches and what one build remembers for the next.
//!
//! They lie where others may write, too: a repository can bring a link of the same name. So no link is followed, and
//! nothing but a regular file is opened: a pipe would be waited for without end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Writes a file beside the one at this path, and puts it in its place when it is complete.
///
/// # Errors
/// The first error of the system or of `content`. The file at the path is then as before, and nothing is left beside
/// it: the disk may be full.
pub(super) fn write(path: &Path, content: impl FnOnce(File) -> io::Result<()>) -> io::Result<()> {
    let fresh = path.with_extension("new");
    // A killed build may have left it.
    let _ = fs::remove_file(&fresh);
    let file = File::create_new(&fresh)?;
    let written = content(file).and_then(|()| fs::rename(&fresh, path));
    if written.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    written
}

/// Reads a file. Returns `None` if it cannot be read, or is no regular file.
pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
    let mut file = open(path, OpenOptions::new().read(true)).ok()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Opens a regular file, and no link to one.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] if something else is at the path, or the error of the system.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    let is_file = |metadata: fs::Metadata| match metadata.is_file() {
        true => Ok(()),
        false => Err(io::Error::from(io::ErrorKind::InvalidInput)),
    };
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        there => is_file(there?)?,
    }
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // It may have become something else in the meantime.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = options.open(path)?;
    is_file(file.metadata()?)?;
    Ok(file)
}

/// Creates a folder, if it is not there. The folder above it must be there.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match is_folder(path) {
            true => Ok(()),
            false => Err(io::ErrorKind::InvalidInput.into()),
        },
        done => done,
    }
}

/// Whether a folder, and no link to one, is at the path.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
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
        assert_eq!(read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_read_or_written_through_a_link() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("victim"), "precious").unwrap();
        for link in ["file", "file.new"] {
            symlink("victim", at(link)).unwrap();
        }
        assert_eq!(read(&at("file")), None);
        write(&at("file"), |mut file| file.write_all(b"ours")).unwrap();
        assert_eq!(read(&at("file")).unwrap(), b"ours");
        assert_eq!(read(&at("victim")).unwrap(), b"precious");
        symlink("nowhere", at("link")).unwrap();
        create_folder(&at("link")).unwrap_err();
        symlink("/dev/zero", at("endless")).unwrap();
        assert_eq!(read(&at("endless")), None);
        assert!(!at("nowhere").exists());
    }
}
