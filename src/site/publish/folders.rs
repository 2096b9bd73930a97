//! The output folder, and the work folder beside it.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::{Action, PublishError, during};
use super::tree::device;
use crate::site::own_files;

/// The work folder of `public` is `.public.raccordo`.
const WORK_FOLDER_ENDING: &str = ".raccordo";

const LOCK: &str = "lock";
const SNAPSHOT: &str = "snapshot";
const SOURCES: &str = "sources";

/// The output folder and its work folder, locked until this is dropped.
pub(super) struct Folders {
    /// The output folder, links resolved. It may not exist.
    pub(super) out: PathBuf,
    /// The tree that becomes the next site.
    pub(super) spare: PathBuf,
    /// Where the old site is between two renames, on systems that cannot exchange folders.
    pub(super) retired: PathBuf,
    /// Where outputs wait until they are published.
    pub(super) drafts: PathBuf,
    /// Where one file is made that then replaces another.
    pub(super) staged_file: PathBuf,
    /// The file that is created and removed to read the clock of the disk.
    pub(super) clock: PathBuf,
    pub(super) snapshot: PathBuf,
    /// The stat cache of the source files.
    pub(super) sources: PathBuf,
    /// The stat cache of the published files.
    pub(super) stamps: PathBuf,
    work: PathBuf,
    lock: File,
}

impl Folders {
    /// Finds the folders, creates what is missing around `out`, takes the lock, and completes or undoes a swap that a
    /// kill cut short.
    ///
    /// # Errors
    /// [`PublishError::Busy`], [`PublishError::NotAFolder`], [`PublishError::Immovable`], [`PublishError::NotOwn`],
    /// [`PublishError::Io`].
    pub(super) fn open(out: &Path) -> Result<Folders, PublishError> {
        let out = resolved(out)?;
        let work = work_folder(&out)?;
        create_work_folder(&work)?;
        check_folder(&out, &work)?;
        let folders = Folders {
            spare: work.join("site"),
            retired: work.join("old"),
            drafts: work.join("drafts"),
            staged_file: work.join("single"),
            clock: work.join("clock"),
            snapshot: work.join(SNAPSHOT),
            sources: work.join(SOURCES),
            stamps: work.join("stamps"),
            lock: locked(&out, &work)?,
            out,
            work,
        };
        super::swap::recover(&folders)?;
        // A killed build leaves its drafts.
        let _ = fs::remove_dir_all(&folders.drafts);
        Ok(folders)
    }

    /// Takes the lock again if somebody deleted the work folder, and the lock with it.
    ///
    /// # Errors
    /// [`PublishError::Busy`] if another build was quicker, [`PublishError::NotOwn`], [`PublishError::Io`].
    pub(super) fn relock(&mut self) -> Result<(), PublishError> {
        if fs::symlink_metadata(self.work.join(LOCK)).is_err() {
            create_work_folder(&self.work)?;
            self.lock = locked(&self.out, &self.work)?;
        }
        Ok(())
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        // Fails if drafts are left.
        let _ = fs::remove_dir(&self.drafts);
        // To close the file is not enough: a child process that another thread is just starting may still have the
        // file open, and so hold the lock, for a moment.
        let _ = self.lock.unlock();
    }
}

/// The path of the snapshot for the site in `out`. Creates nothing.
pub(super) fn snapshot_of(out: &Path) -> Option<PathBuf> {
    Some(existing_work_folder(out)?.join(SNAPSHOT))
}

/// The path of the stat cache of the sources for the site in `out`. Creates nothing.
pub(super) fn sources_of(out: &Path) -> Option<PathBuf> {
    Some(existing_work_folder(out)?.join(SOURCES))
}

fn existing_work_folder(out: &Path) -> Option<PathBuf> {
    work_folder(&fs::canonicalize(out).ok()?).ok()
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

/// The part of a path up to the work folder of a site. Returns `None` if the path is not that of a work folder, and not in
/// one.
pub fn work_folder_of(path: &Path) -> Option<&Path> {
    path.ancestors().find(|folder| {
        let name = folder.file_name().map(OsStr::to_string_lossy);
        name.is_some_and(|name| name.starts_with('.') && name.ends_with(WORK_FOLDER_ENDING))
    })
}

fn create_work_folder(work: &Path) -> Result<(), PublishError> {
    own_files::create_folder(work).map_err(not_own(Action::Create, work))
}

/// For `map_err`: what went wrong with an own file or folder.
fn not_own(action: Action, path: &Path) -> impl FnOnce(io::Error) -> PublishError + '_ {
    move |error| match error.kind() {
        io::ErrorKind::InvalidInput => PublishError::NotOwn {
            path: path.to_path_buf(),
        },
        _ => during(action, path)(error),
    }
}

fn work_folder(out: &Path) -> Result<PathBuf, PublishError> {
    let name = out.file_name().ok_or_else(|| PublishError::Immovable {
        path: out.to_path_buf(),
    })?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(WORK_FOLDER_ENDING);
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

/// Locks the work folder.
fn locked(out: &Path, work: &Path) -> Result<File, PublishError> {
    let path = work.join(LOCK);
    let mut options = File::options();
    let file = own_files::open(&path, options.create(true).truncate(false).write(true))
        .map_err(not_own(Action::Lock, &path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(PublishError::Busy {
                out: out.to_path_buf(),
            });
        }
        // Some network shares have no locks. There it is up to the user to run one build at a time.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(during(Action::Lock, &path)(error)),
    }
    hide_from_git(work);
    Ok(file)
}

/// The work folder often lies in a repository. A failure does no harm: git then lists the folder as untracked.
fn hide_from_git(work: &Path) {
    if let Ok(mut file) = File::create_new(work.join(".gitignore")) {
        let _ = file.write_all(b"*\n");
    }
}
