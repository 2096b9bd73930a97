//! The one way to open a file of a site: its sources, its theme, its settings.
//!
//! Paths come from a walk that has resolved all links, so each names one place below the root of the site. A link that
//! has got into the path since is not followed. Neither are pipes and devices read, nor waited for.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Opens the regular file at an absolute path without links.
///
/// # Errors
/// [`io::ErrorKind::IsADirectory`] if it is a folder, [`io::ErrorKind::Unsupported`] if there is a link in the path, a
/// pipe or a device; and the errors of the system.
pub(super) fn open(path: &Path) -> io::Result<File> {
    open_with_size(path).map(|(file, _)| file)
}

/// The same, with the number of its bytes.
pub(super) fn open_with_size(path: &Path) -> io::Result<(File, u64)> {
    let file = open_without_links(path)?;
    let metadata = file.metadata()?;
    match (metadata.is_file(), metadata.is_dir()) {
        (true, _) => Ok((file, metadata.len())),
        (_, true) => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Reads the regular file at an absolute path without links.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let (mut file, size) = open_with_size(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn open_without_links(path: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let resolve = ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    match openat2(CWD, path, flags, Mode::empty(), resolve) {
        Ok(file) => Ok(file.into()),
        // Old systems do not have the call, and some containers forbid it.
        Err(Errno::NOSYS | Errno::PERM) => open_and_compare(path),
        Err(Errno::LOOP | Errno::NXIO) => Err(io::ErrorKind::Unsupported.into()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
use open_and_compare as open_without_links;

/// Opens a file, and compares the path of what was opened with the one that was asked for.
fn open_and_compare(path: &Path) -> io::Result<File> {
    let file = open_now(path)?;
    match real_path(&file, path)? == path {
        true => Ok(file),
        false => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Opens a file without waiting for the other end of a pipe.
#[cfg(unix)]
fn open_now(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    match open(path, flags | OFlags::NOFOLLOW, Mode::empty()) {
        Ok(file) => Ok(file.into()),
        Err(rustix::io::Errno::LOOP | rustix::io::Errno::NXIO) => {
            Err(io::ErrorKind::Unsupported.into())
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(unix))]
fn open_now(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// The path of an open file.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn real_path(file: &File, _path: &Path) -> io::Result<std::path::PathBuf> {
    use std::os::fd::AsRawFd;
    std::fs::read_link(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

#[cfg(target_vendor = "apple")]
fn real_path(file: &File, _path: &Path) -> io::Result<std::path::PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    let path = rustix::fs::getpath(file)?.into_bytes();
    Ok(std::ffi::OsString::from_vec(path).into())
}

/// The path of an open file, as far as it can be told from the path by which it was opened.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn real_path(_file: &File, path: &Path) -> io::Result<std::path::PathBuf> {
    path.canonicalize()
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn only_regular_files_are_opened_and_no_link_is_followed() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        fs::create_dir(root.join("folder")).unwrap();
        fs::write(root.join("folder/file"), "text").unwrap();
        symlink("folder", root.join("linked")).unwrap();
        symlink("file", root.join("folder/link")).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(root.join("pipe"))
            .status();
        assert!(made.unwrap().success());
        let _socket = std::os::unix::net::UnixListener::bind(root.join("socket")).unwrap();

        assert_eq!(read(&root.join("folder/file")).unwrap(), b"text");
        let kind = |path: &str| open(&root.join(path)).unwrap_err().kind();
        assert_eq!(kind("folder"), io::ErrorKind::IsADirectory);
        assert_eq!(kind("gone"), io::ErrorKind::NotFound);
        for path in ["folder/link", "linked/file", "pipe", "socket"] {
            assert_eq!(kind(path), io::ErrorKind::Unsupported, "{path}");
        }
        assert_eq!(
            open(Path::new("/dev/null")).unwrap_err().kind(),
            io::ErrorKind::Unsupported
        );
    }

    #[test]
    fn without_the_call_of_newer_systems_no_link_is_followed_either() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        fs::create_dir(root.join("folder")).unwrap();
        fs::write(root.join("folder/file"), "text").unwrap();
        symlink("folder", root.join("linked")).unwrap();
        symlink("file", root.join("folder/link")).unwrap();
        open_and_compare(&root.join("folder/file")).unwrap();
        for path in ["folder/link", "linked/file"] {
            let error = open_and_compare(&root.join(path)).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::Unsupported, "{path}");
        }
    }
}
