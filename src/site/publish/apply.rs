//! Applies a patch: the only code that changes the files of a tree.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::diff::Source;
use super::error::{Action, PublishError, during};
use super::folders::Folders;
use super::parallel::map_all;
use super::patch::{Patch, Target};
use super::permissions;
use super::tree::{Kind, at, depth};
use crate::base::digest::Digest;
use crate::base::output::OutputContent;
use crate::site::regular_file;

/// Applies a patch. Returns the digests of its new files, where they are known; they are in the order of the patch.
///
/// # Errors
/// [`PublishError::Vanished`] if the source of a copy is gone or has changed, [`PublishError::Lost`] if a draft is gone,
/// [`PublishError::Io`]. The site is then as before, and the spare tree may be half done: another patch goes on from
/// there.
pub(super) fn apply(
    patch: &Patch<'_>,
    folders: &Folders,
) -> Result<Vec<Option<Digest>>, PublishError> {
    match patch.target {
        Target::Live => map_all(&patch.new_files, |file| replace(folders, file)),
        Target::Spare => update_spare(patch, &folders.out, &folders.spare),
    }
}

fn update_spare(
    patch: &Patch<'_>,
    live: &Path,
    spare: &Path,
) -> Result<Vec<Option<Digest>>, PublishError> {
    map_all(&patch.removed_files, |path| remove_file(&at(spare, path)))?;
    for path in &patch.removed_folders {
        remove_folder(&at(spare, path))?;
    }
    for of_one_depth in patch
        .new_folders
        .chunk_by(|one, other| depth(one) == depth(other))
    {
        map_all(of_one_depth, |path| {
            let folder = at(spare, path);
            permissions::create_folder(&folder).map_err(during(Action::Create, &folder))
        })?;
    }
    let digests = map_all(&patch.new_files, |(path, source)| {
        create(&at(spare, path), source, &at(live, path))
    })?;
    for (path, wanted) in &patch.permissions {
        let folder = at(spare, path);
        wanted.owner.give(&folder);
        fs::set_permissions(&folder, wanted.permissions.clone())
            .map_err(during(Action::Create, &folder))?;
    }
    Ok(digests)
}

/// Puts a file in the place of the one in the live tree.
fn replace(
    folders: &Folders,
    (path, source): &(&OsStr, Source<'_>),
) -> Result<Option<Digest>, PublishError> {
    let (live, staged) = (at(&folders.out, path), &folders.staged_file);
    // A killed build may have left it.
    let _ = fs::remove_file(staged);
    let replaced = create(staged, source, &live).and_then(|digest| {
        fs::rename(staged, &live).map_err(during(Action::Swap, &live))?;
        Ok(digest)
    });
    if replaced.is_err() {
        let _ = fs::remove_file(staged);
    }
    replaced
}

fn remove_file(file: &Path) -> Result<(), PublishError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done.map_err(during(Action::Remove, file)),
    }
}

/// Removes a folder, unless something is left in it that the patch does not know.
fn remove_folder(folder: &Path) -> Result<(), PublishError> {
    use io::ErrorKind::{DirectoryNotEmpty, NotFound};
    match fs::remove_dir(folder) {
        Err(error) if matches!(error.kind(), NotFound | DirectoryNotEmpty) => Ok(()),
        done => done.map_err(during(Action::Remove, folder)),
    }
}

/// Creates a file. Returns its digest, if that is known.
fn create(to: &Path, source: &Source<'_>, live: &Path) -> Result<Option<Digest>, PublishError> {
    match source {
        Source::Foreign(entry) => match link(live, to, entry.kind) {
            // Foreign files may come and go at any time, also after the walk.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            done => done.map(|()| None).map_err(during(Action::Keep, live)),
        },
        Source::Kept(entry, wanted) => {
            link(live, to, entry.kind).map_err(during(Action::Keep, live))?;
            Ok(wanted.digest)
        }
        Source::Fresh(wanted, content) => {
            write(to, content, wanted.digest, live)?;
            Ok(wanted.digest)
        }
    }
}

/// Writes a file that has this digest. A draft is moved, so that it can be published once. The source of a copy may have
/// changed since it was read and checked: then it is not published.
fn write(
    to: &Path,
    content: &OutputContent,
    digest: Option<Digest>,
    live: &Path,
) -> Result<(), PublishError> {
    let written = match content {
        OutputContent::Bytes(bytes) => create_new(to).and_then(|mut file| file.write_all(bytes)),
        OutputContent::Copy(source) => match copy_source(&mut open(source)?, to) {
            Ok(copied) if digest.is_some_and(|digest| digest != copied) => {
                return Err(changed(source, live));
            }
            done => done.map(drop),
        },
        OutputContent::TemporaryFile(draft) => match draft.move_to(to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(PublishError::Lost { path: draft.path() });
            }
            done => done,
        },
    };
    written.map_err(during(Action::Create, to))
}

/// What the source of a copy with other bytes means: it is the published file itself, which somebody edited and which is
/// made again, or it is a file of the site, which is read again.
fn changed(source: &Path, live: &Path) -> PublishError {
    let is_published = source.canonicalize().ok() == live.canonicalize().ok();
    let path = source.to_path_buf();
    match is_published {
        true => PublishError::Lost { path },
        false => PublishError::Vanished { path },
    }
}

fn create_new(to: &Path) -> io::Result<File> {
    let file = File::create_new(to)?;
    permissions::let_all_read(&file);
    Ok(file)
}

fn copy_source(source: &mut File, to: &Path) -> io::Result<Digest> {
    io::copy(source, &mut create_new(to)?)?;
    Digest::of_reader(File::open(to)?)
}

fn open(source: &Path) -> Result<File, PublishError> {
    use io::ErrorKind::{IsADirectory, NotADirectory, NotFound, Unsupported};
    let vanished = || PublishError::Vanished {
        path: source.to_path_buf(),
    };
    match regular_file::open(source) {
        // It is a folder, a link or a pipe now.
        Err(error)
            if matches!(
                error.kind(),
                NotFound | NotADirectory | IsADirectory | Unsupported
            ) =>
        {
            Err(vanished())
        }
        opened => opened.map_err(during(Action::Read, source)),
    }
}

/// Makes a hard link, or a copy with the same age and permissions if the disk or the owner of the file does not allow a
/// link.
fn link(from: &Path, to: &Path, kind: Kind) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => match kind {
            Kind::File => copy(from, to),
            Kind::Folder | Kind::Other => copy_symlink(from, to),
        },
        done => done,
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let metadata = source.metadata()?;
    let mut target = File::create_new(to)?;
    io::copy(&mut source, &mut target)?;
    target.set_modified(metadata.modified()?)?;
    target.set_permissions(metadata.permissions())
}

#[cfg(unix)]
fn copy_symlink(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_symlink(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_copy_in_place_of_a_hard_link_has_the_same_bytes_age_and_permissions() {
        let root = tempfile::tempdir().unwrap();
        let (from, to) = (root.path().join("from"), root.path().join("to"));
        fs::write(&from, "text").unwrap();
        let age = SystemTime::UNIX_EPOCH + Duration::new(1_000_000_000, 123_456_789);
        File::options()
            .write(true)
            .open(&from)
            .unwrap()
            .set_modified(age)
            .unwrap();
        fs::set_permissions(&from, fs::Permissions::from_mode(0o440)).unwrap();
        copy(&from, &to).unwrap();
        let metadata = fs::metadata(&to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"text");
        assert_eq!(metadata.modified().unwrap(), age);
        assert_eq!(metadata.permissions().mode() & 0o777, 0o440);
    }

    #[test]
    fn a_copied_symlink_leads_to_the_same_place() {
        let root = tempfile::tempdir().unwrap();
        let (from, to) = (root.path().join("from"), root.path().join("to"));
        std::os::unix::fs::symlink("nowhere/at all", &from).unwrap();
        copy_symlink(&from, &to).unwrap();
        assert_eq!(fs::read_link(&to).unwrap(), Path::new("nowhere/at all"));
    }
}
