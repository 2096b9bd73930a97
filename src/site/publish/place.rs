//! Where publishing happens: the output folder and the work folder beside it.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::{Action, PublishError, during};
use super::tree::device;

const RECEIPT: &str = "receipt";
const MEMORY: &str = "memory";
const SOURCES: &str = "sources";

/// The output folder and its work folder, locked until this is dropped.
pub(super) struct Place {
    /// The output folder, links resolved. It may not exist.
    pub(super) out: PathBuf,
    work: PathBuf,
    lock: File,
}

impl Place {
    /// Finds the folders, makes what is missing around `out`, locks, and ends a swap that was cut short.
    pub(super) fn open(out: &Path) -> Result<Place, PublishError> {
        let out = resolved(out)?;
        let work = work_folder(&out)?;
        fs::create_dir_all(&work).map_err(during(Action::Create, &work))?;
        check_folder(&out, &work)?;
        let lock = locked(&out, &work)?;
        hide_from_git(&work);
        let place = Place { out, work, lock };
        super::swap::recover(&place)?;
        // Of a build that was killed.
        let _ = fs::remove_dir_all(place.drafts());
        Ok(place)
    }

    /// Locks again if somebody deleted the work folder, and the lock with it.
    pub(super) fn hold(&mut self) -> Result<(), PublishError> {
        if fs::symlink_metadata(self.work.join("lock")).is_err() {
            fs::create_dir_all(&self.work).map_err(during(Action::Create, &self.work))?;
            self.lock = locked(&self.out, &self.work)?;
            hide_from_git(&self.work);
        }
        Ok(())
    }

    /// The tree that becomes the next site.
    pub(super) fn spare(&self) -> PathBuf {
        self.work.join("site")
    }

    /// Where the old site is between two renames, when there is no way to exchange folders.
    pub(super) fn retired(&self) -> PathBuf {
        self.work.join("old")
    }

    /// Where outputs wait.
    pub(super) fn drafts(&self) -> PathBuf {
        self.work.join("drafts")
    }

    /// Where one file waits to take the place of another.
    pub(super) fn single(&self) -> PathBuf {
        self.work.join("single")
    }

    /// Where a file is made to read the clock of the disk.
    pub(super) fn clock(&self) -> PathBuf {
        self.work.join("clock")
    }

    /// What is known of the last build.
    pub(super) fn receipt(&self) -> PathBuf {
        self.work.join(RECEIPT)
    }

    /// What the maker of the site remembers.
    pub(super) fn memory(&self) -> PathBuf {
        self.work.join(MEMORY)
    }

    /// What is known of the files from which the site was made.
    pub(super) fn sources(&self) -> PathBuf {
        self.work.join(SOURCES)
    }

    /// The cache of digests.
    pub(super) fn stamps(&self) -> PathBuf {
        self.work.join("stamps")
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // If none is left.
        let _ = fs::remove_dir(self.drafts());
        // Closing is not enough: a process that another thread is just starting may still hold the
        // file, and the lock with it, for a moment.
        let _ = self.lock.unlock();
    }
}

/// Where what is known of the last build into `out` would lie. Makes nothing.
pub(super) fn receipt_beside(out: &Path) -> Option<PathBuf> {
    beside(out, RECEIPT)
}

/// Where what the maker of the site in `out` remembers would lie. Makes nothing.
pub(super) fn memory_beside(out: &Path) -> Option<PathBuf> {
    beside(out, MEMORY)
}

/// Where what is known of the files from which the site in `out` was made would lie. Makes nothing.
pub(super) fn sources_beside(out: &Path) -> Option<PathBuf> {
    beside(out, SOURCES)
}

fn beside(out: &Path, name: &str) -> Option<PathBuf> {
    let out = fs::canonicalize(out).ok()?;
    Some(work_folder(&out).ok()?.join(name))
}

/// Writes a file of the work folder, whole or not at all.
pub(super) fn replace(file: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    replace_by(file, |mut fresh| fresh.write_all(content.as_ref()))
}

/// The same, for what is written piece by piece. What fails leaves nothing: the disk may be full.
pub(super) fn replace_by(
    file: &Path,
    write: impl FnOnce(File) -> io::Result<()>,
) -> io::Result<()> {
    let fresh = file.with_extension("new");
    let done = File::create(&fresh)
        .and_then(write)
        .and_then(|()| fs::rename(&fresh, file));
    if done.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    done
}

fn resolved(out: &Path) -> Result<PathBuf, PublishError> {
    let error = match fs::canonicalize(out) {
        Ok(real) => return Ok(real),
        Err(error) => error,
    };
    if error.kind() != io::ErrorKind::NotFound {
        return Err(during(Action::Read, out)(error));
    }
    let not_a_folder = || PublishError::NotAFolder {
        path: out.to_path_buf(),
    };
    if fs::symlink_metadata(out).is_ok() {
        return Err(not_a_folder());
    }
    let name = out.file_name().ok_or_else(not_a_folder)?;
    let parent = match out.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(during(Action::Create, parent))?;
    let parent = fs::canonicalize(parent).map_err(during(Action::Read, parent))?;
    Ok(parent.join(name))
}

fn work_folder(out: &Path) -> Result<PathBuf, PublishError> {
    let name = out.file_name().ok_or_else(|| PublishError::Immovable {
        path: out.to_path_buf(),
    })?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".raccordo");
    Ok(out.with_file_name(hidden))
}

fn check_folder(out: &Path, work: &Path) -> Result<(), PublishError> {
    let Ok(metadata) = fs::metadata(out) else {
        return Ok(());
    };
    let path = out.to_path_buf();
    if !metadata.is_dir() {
        return Err(PublishError::NotAFolder { path });
    }
    let beside = fs::metadata(work).map_err(during(Action::Read, work))?;
    if device(&metadata) != device(&beside) {
        return Err(PublishError::Immovable { path });
    }
    Ok(())
}

fn locked(out: &Path, work: &Path) -> Result<File, PublishError> {
    let path = work.join("lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(during(Action::Lock, &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy {
            out: out.to_path_buf(),
        }),
        // Some network shares have no locks; one build at a time is then up to the user.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(during(Action::Lock, &path)(error)),
    }
}

/// A comfort: the work folder often lies in a repository. Without the file all else works.
fn hide_from_git(work: &Path) {
    if let Ok(mut file) = File::create_new(work.join(".gitignore")) {
        let _ = file.write_all(b"*\n");
    }
}
