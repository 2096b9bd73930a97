//! Brings the spare tree up to date.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;

use super::error::{Action, PublishError, during};
use super::plan::{Plan, Source};
use super::tree::{Entry, Kind, Tree, at};
use crate::base::digest::Digest;
use crate::base::output::{Content, OutputPath};
use crate::site::stamp::Stamp;
use crate::site::stat_cache;

/// Makes the folder `spare`, which is as `before` says, the planned tree. Says what of the site was made.
///
/// # Errors
/// The first thing that the system refused; the next call carries on from there.
pub(super) fn prepare(
    spare: &Path,
    before: &Tree,
    out: &Path,
    live: &Tree,
    plan: &Plan<'_>,
) -> Result<Vec<stat_cache::File>, PublishError> {
    clear(spare, before, plan)?;
    let is_folder = |path: &OsStr| {
        before
            .get(path)
            .is_some_and(|entry| entry.kind == Kind::Folder)
    };
    for path in plan.folders.iter().filter(|path| !is_folder(path)) {
        let folder = at(spare, path);
        fs::create_dir(&folder).map_err(during(Action::Create, &folder))?;
    }
    let files: Vec<_> = plan.files.iter().collect();
    let made: Vec<stat_cache::File> = files
        .into_par_iter()
        .filter(|(path, source)| !before.get(path).is_some_and(|entry| is_live(entry, source)))
        .filter_map(|(path, source)| make(spare, out, path, source).transpose())
        .collect::<Result<_, _>>()?;
    allow_as(live, spare, before, plan)?;
    Ok(made)
}

/// Removes what is not planned, and files that are not the very ones of the live tree.
fn clear(spare: &Path, before: &Tree, plan: &Plan<'_>) -> Result<(), PublishError> {
    let (folders, files): (Vec<_>, Vec<_>) = before
        .iter()
        .partition(|(_, entry)| entry.kind == Kind::Folder);
    files
        .into_par_iter()
        .filter(|(path, entry)| {
            !plan
                .files
                .get(path)
                .is_some_and(|source| is_live(entry, source))
        })
        .try_for_each(|(path, _)| {
            let file = at(spare, path);
            fs::remove_file(&file).map_err(during(Action::Remove, &file))
        })?;
    for (path, _) in folders
        .iter()
        .rev()
        .filter(|(path, _)| !plan.folders.contains(path))
    {
        let folder = at(spare, path);
        fs::remove_dir(&folder).map_err(during(Action::Remove, &folder))?;
    }
    Ok(())
}

fn is_live(entry: &Entry, source: &Source<'_>) -> bool {
    match source {
        Source::Foreign(live) | Source::Kept(live, _) => {
            live.kind == entry.kind && live.stamp == entry.stamp
        }
        Source::Fresh(..) => false,
    }
}

fn make(
    spare: &Path,
    out: &Path,
    path: &OsStr,
    source: &Source<'_>,
) -> Result<Option<stat_cache::File>, PublishError> {
    let (from, to) = (at(out, path), at(spare, path));
    match source {
        Source::Foreign(entry) => match link(&from, &to, entry.kind) {
            // Gone since it was seen: others may come and go as they like.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            done => done.map(|()| None).map_err(during(Action::Keep, &from)),
        },
        Source::Kept(entry, wanted) => {
            link(&from, &to, entry.kind).map_err(during(Action::Keep, &from))?;
            let known = stamped(&to, wanted.path, wanted.digest);
            Ok(known.filter(|known| known.stamp.is_relinked(&entry.stamp)))
        }
        Source::Fresh(wanted, content) => {
            let digest = write(&to, content, wanted.digest)?;
            Ok(stamped(&to, wanted.path, digest))
        }
    }
}

fn stamped(file: &Path, path: &OutputPath, digest: Digest) -> Option<stat_cache::File> {
    Some(stat_cache::File {
        path: path.into(),
        stamp: Stamp::of(&fs::symlink_metadata(file).ok()?),
        digest,
    })
}

/// Makes a file that should have this digest, and says which it has: the source of a copy may have changed since it
/// was looked at.
///
/// A draft moves, so that it can be published once.
///
/// # Errors
/// [`PublishError::Vanished`] if there is no source any more, [`PublishError::Lost`] if a draft is gone, else what the
/// system says.
pub(super) fn write(to: &Path, content: &Content, digest: Digest) -> Result<Digest, PublishError> {
    let written = match content {
        Content::Bytes(bytes) => write_bytes(to, bytes).map(|()| digest),
        Content::Copy(source) => copy_source(&mut open(source)?, to),
        Content::Draft(draft) => match draft.move_to(to) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(PublishError::Lost { path: draft.path() });
            }
            done => done.map(|()| digest),
        },
    };
    written.map_err(during(Action::Create, to))
}

/// Makes a file of these bytes.
pub(super) fn write_bytes(to: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(to)?.write_all(bytes)
}

fn copy_source(source: &mut File, to: &Path) -> io::Result<Digest> {
    io::copy(source, &mut File::create_new(to)?)?;
    Digest::of_reader(File::open(to)?)
}

fn open(source: &Path) -> Result<File, PublishError> {
    use io::ErrorKind::{NotADirectory, NotFound};
    let vanished = || PublishError::Vanished {
        path: source.to_path_buf(),
    };
    match File::open(source) {
        // A folder is there now.
        Ok(file) if file.metadata().is_ok_and(|metadata| metadata.is_dir()) => Err(vanished()),
        Err(error) if matches!(error.kind(), NotFound | NotADirectory) => Err(vanished()),
        opened => opened.map_err(during(Action::Read, source)),
    }
}

/// A second name for the file; where the disk or the file's owner does not allow that, a copy of the same age.
pub(super) fn link(from: &Path, to: &Path, kind: Kind) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => match kind {
            Kind::File => copy(from, to),
            _ => copy_link(from, to),
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
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_link(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Gives the folders the permissions of the live ones, the inner ones first.
fn allow_as(live: &Tree, spare: &Path, before: &Tree, plan: &Plan<'_>) -> Result<(), PublishError> {
    for path in plan.folders.iter().rev() {
        let Some(wanted) = live.get(path).filter(|entry| entry.kind == Kind::Folder) else {
            continue;
        };
        let had = before.get(path).filter(|entry| entry.kind == Kind::Folder);
        if had.map(|entry| &entry.permissions) != Some(&wanted.permissions) {
            let folder = at(spare, path);
            fs::set_permissions(&folder, wanted.permissions.clone())
                .map_err(during(Action::Create, &folder))?;
        }
    }
    Ok(())
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
    fn a_copied_link_leads_to_the_same_place() {
        let root = tempfile::tempdir().unwrap();
        let (from, to) = (root.path().join("from"), root.path().join("to"));
        std::os::unix::fs::symlink("nowhere/at all", &from).unwrap();
        copy_link(&from, &to).unwrap();
        assert_eq!(fs::read_link(&to).unwrap(), Path::new("nowhere/at all"));
    }
}
