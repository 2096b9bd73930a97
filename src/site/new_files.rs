//! Files that commands write for editors. What somebody else has written meanwhile is never overwritten.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::sources::resolve_links;

/// Writes a file below `root`, and the folders above it, unless something is at its path. Returns whether it was written.
/// A text that begins as a script does can be executed.
///
/// # Errors
/// The error of the system, or [`io::ErrorKind::InvalidInput`] if links lead out of `root`. Nothing is left at the path
/// then.
pub fn create(root: &Path, path: &Path, text: impl AsRef<[u8]>) -> io::Result<bool> {
    let bytes = text.as_ref();
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(root);
    if !resolve_links(folder).starts_with(resolve_links(root)) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fs::create_dir_all(folder)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if bytes.starts_with(b"#!") {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o777);
    }
    let mut file = match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        opened => opened?,
    };
    let written = file.write_all(bytes);
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.map(|()| true)
}

/// A file to be written below a root.
pub struct NewFile {
    /// The folder that it must not leave.
    pub root: PathBuf,
    /// Its path from there.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Writes files as [`create`] does, all of them or none.
///
/// # Errors
/// Those of [`create`], with the path. What was written is taken away again, with the folders that were made for it.
pub fn create_all(files: &[NewFile]) -> Result<(), (PathBuf, io::Error)> {
    let (mut written, mut folders) = (Vec::new(), Vec::new());
    for NewFile { root, name, bytes } in files {
        let path = root.join(name);
        let above = path.ancestors().skip(1);
        let missing = above.take_while(|it| it.symlink_metadata().is_err());
        let missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
        folders.extend(missing.into_iter().rev());
        match create(root, &path, bytes) {
            Ok(true) => written.push(path),
            Ok(false) => {}
            Err(error) => {
                // Whatever somebody has put there meanwhile keeps its folder.
                written.iter().for_each(|path| drop(fs::remove_file(path)));
                let last_first = folders.iter().rev();
                last_first.for_each(|folder| drop(fs::remove_dir(folder)));
                return Err((path, error));
            }
        }
    }
    Ok(())
}

/// Puts another text in the place of one, in one step. A link stays a link; what has the text already stays as it is.
///
/// # Errors
/// The error of the system, [`io::ErrorKind::PermissionDenied`] if the file may not be written or lies outside `root`, or
/// [`io::ErrorKind::InvalidData`] if it no longer has the text that it had. It is then as before.
pub fn replace(root: &Path, path: &Path, before: &str, after: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    // To put a file in the place of another, the system asks nothing of that one.
    if !path.starts_with(root.canonicalize()?) || path.metadata()?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
    fresh.write_all(after.as_bytes())?;
    fresh
        .as_file()
        .set_permissions(path.metadata()?.permissions())?;
    let now = fs::read(&path)?;
    if now == after.as_bytes() {
        // Another name of the same file was written first.
        return Ok(());
    }
    if now != before.as_bytes() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    fresh.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a file below `root`, whole, in the place of the text that it has, if there is one.
///
/// # Errors
/// Those of [`create`] and [`replace`].
pub fn put(root: &Path, path: &Path, text: &str) -> io::Result<()> {
    if create(root, path, text)? {
        return Ok(());
    }
    let before = fs::read_to_string(path)?;
    replace(root, path, &before, text)
}

/// The text of a file. Returns `None` if there is none that can be read.
pub fn read(path: &Path) -> Option<String> {
    let file = File::open(path).ok()?;
    let is_file = file.metadata().ok()?.is_file();
    is_file.then(|| io::read_to_string(file).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_has_changed_or_lies_outside_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir(&root).unwrap();
        let (inside, outside) = (root.join("a.md"), folder.path().join("b.md"));
        for path in [&inside, &outside] {
            fs::write(path, "new").unwrap();
        }
        let changed = replace(&root, &inside, "old", "x").unwrap_err();
        assert_eq!(changed.kind(), io::ErrorKind::InvalidData);
        let beyond = replace(&root, &outside, "new", "x").unwrap_err();
        assert_eq!(beyond.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&inside).unwrap(), "new");
        assert_eq!(fs::read_to_string(&outside).unwrap(), "new");
        replace(&root, &inside, "new", "x").unwrap();
        assert_eq!(fs::read_to_string(&inside).unwrap(), "x");
        assert_eq!(fs::read_dir(&root).unwrap().count(), 1);
    }
}
