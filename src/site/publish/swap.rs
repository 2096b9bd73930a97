//! The moment of publishing: the spare tree and the site change places.

use std::fs;
use std::io;
use std::path::Path;

use super::error::{Action, PublishError, during};
use super::folders::Folders;
use crate::site::own_files;

/// Puts the spare tree in the place of the site, and the old site in the place of the spare tree. If `is_first`, there is
/// no old site.
///
/// # Errors
/// [`PublishError::Immovable`] if the output folder cannot be renamed, else [`PublishError::Io`]. The site is then as
/// before.
pub(super) fn swap(folders: &Folders, is_first: bool) -> Result<(), PublishError> {
    let (out, spare) = (&folders.out, &folders.spare);
    let swapped = if is_first {
        fs::rename(spare, out)
    } else {
        match exchange(spare, out) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                rename_twice(out, spare, &folders.retired)
            }
            done => done,
        }
    };
    swapped.map_err(|error| match error.kind() {
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => {
            PublishError::Immovable { path: out.clone() }
        }
        _ => during(Action::Swap, out)(error),
    })
}

/// Repairs what a kill within [`rename_twice`] left: the old site goes back, or becomes the spare tree.
///
/// # Errors
/// [`PublishError::NotOwn`], [`PublishError::Io`].
pub(super) fn recover(folders: &Folders) -> Result<(), PublishError> {
    let (out, spare, retired) = (&folders.out, &folders.spare, &folders.retired);
    let exists = |path: &Path| fs::symlink_metadata(path).is_ok();
    if !exists(retired) {
        return Ok(());
    }
    if !own_files::is_folder(retired) {
        return Err(PublishError::NotOwn {
            path: retired.clone(),
        });
    }
    let goal = if exists(out) {
        if exists(spare) {
            fs::remove_dir_all(spare).map_err(during(Action::Remove, spare))?;
        }
        spare
    } else {
        out
    };
    fs::rename(retired, goal).map_err(during(Action::Swap, goal))
}

/// Exchanges two folders in one step. [`io::ErrorKind::Unsupported`] where that is not possible.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn exchange(spare: &Path, out: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, spare, CWD, out, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        // An old kernel, and file systems that do not know the flag.
        Errno::NOSYS | Errno::INVAL | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
fn exchange(_spare: &Path, _out: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn rename_twice(out: &Path, spare: &Path, retired: &Path) -> io::Result<()> {
    fs::rename(out, retired)?;
    if let Err(error) = fs::rename(spare, out) {
        fs::rename(retired, out)?;
        return Err(error);
    }
    fs::rename(retired, spare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(root: &Path) -> Folders {
        let folders = Folders::open(&root.join("out")).unwrap();
        put(&folders.out, "old site");
        put(&folders.spare, "new site");
        folders
    }

    fn put(folder: &Path, text: &str) {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("index.html"), text).unwrap();
    }

    fn text(folder: &Path) -> Option<String> {
        fs::read_to_string(folder.join("index.html")).ok()
    }

    fn texts(folders: &Folders) -> [Option<String>; 3] {
        [&folders.out, &folders.spare, &folders.retired].map(|folder| text(folder))
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn both_ways_to_swap_have_the_same_result() {
        let root = tempfile::tempdir().unwrap();
        let folders = folders(root.path());
        swap(&folders, false).unwrap();
        assert_eq!(texts(&folders), [some("new site"), some("old site"), None]);
        rename_twice(&folders.out, &folders.spare, &folders.retired).unwrap();
        assert_eq!(texts(&folders), [some("old site"), some("new site"), None]);
    }

    #[test]
    fn two_renames_that_fail_leave_the_old_site() {
        let root = tempfile::tempdir().unwrap();
        let folders = folders(root.path());
        fs::remove_dir_all(&folders.spare).unwrap();
        rename_twice(&folders.out, &folders.spare, &folders.retired).unwrap_err();
        assert_eq!(texts(&folders), [some("old site"), None, None]);
    }

    #[test]
    fn a_kill_between_the_renames_is_repaired() {
        let root = tempfile::tempdir().unwrap();
        let folders = folders(root.path());
        fs::rename(&folders.out, &folders.retired).unwrap();
        recover(&folders).unwrap();
        assert_eq!(texts(&folders), [some("old site"), some("new site"), None]);

        fs::rename(&folders.out, &folders.retired).unwrap();
        fs::rename(&folders.spare, &folders.out).unwrap();
        recover(&folders).unwrap();
        assert_eq!(texts(&folders), [some("new site"), some("old site"), None]);
    }
}
