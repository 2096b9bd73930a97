//! Which folder a site may be published into: none that holds sources, a home folder, what a program keeps there, or the files
//! of all users.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::publish::{MANIFEST, work_folder_of};
use super::sources::SOURCE_FOLDERS;
use crate::base::source::{ADDRESSES_FILE, SETTINGS_FILE};

/// The folder, beside the settings, of the cache of resized images. It is safe to delete.
const CACHE_FOLDER: &str = ".raccordo-cache";

/// Folders in which programs keep what is theirs, wherever they are.
const PROGRAM_FOLDERS: [&str; 2] = [CACHE_FOLDER, ".git"];

/// Why a site cannot be published into a folder.
#[derive(Debug, PartialEq, Eq)]
pub enum OutputFolderError {
    /// It holds the sources of this or another site, or is among them.
    InSources,
    /// It is a folder in which a program keeps what is its own, or in one.
    InProgramFolder(PathBuf),
    /// It is this home folder of a user, or holds it.
    HoldsHome(PathBuf),
    /// It is a folder for the files of all users, as `/tmp`.
    Shared,
    /// It is in this folder, into which a site is published.
    InSite(PathBuf),
    /// This is no folder.
    NotAFolder(PathBuf),
    /// A link of the site's folder leads out of it. A site may come from somebody else, so its links choose no folder.
    LeadsOut {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
}

/// The folder that a path leads to, if the site in `root` may be published there. It need not exist. All links in the
/// path of `root` are resolved, and so are those of the result.
///
/// # Errors
/// See [`OutputFolderError`].
pub fn output_folder(root: &Path, out: &Path) -> Result<PathBuf, OutputFolderError> {
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let folder = resolve(root, &out)?;
    let is_published = folder.join(MANIFEST).is_file();
    let is_of_another = !is_published && folder.join(SETTINGS_FILE).exists();
    if is_of_another || is_in_sources(&folder) || holds_sources(root, &folder) {
        return Err(OutputFolderError::InSources);
    }
    // Publishing puts another folder, with the same files of others, in the place of this one.
    if let Some(home) = std::env::home_dir().filter(|it| it.starts_with(&folder)) {
        return Err(OutputFolderError::HoldsHome(home));
    }
    if is_shared(&folder) {
        return Err(OutputFolderError::Shared);
    }
    let mut folders = folder.ancestors();
    if let Some(own) = folders.find(|it| is_program_folder(it)) {
        return Err(OutputFolderError::InProgramFolder(own.to_owned()));
    }
    let mut above = folder.ancestors().skip(1);
    match above.find(|it| it.join(MANIFEST).is_file()) {
        Some(site) => Err(OutputFolderError::InSite(site.to_owned())),
        None => Ok(folder),
    }
}

/// The folder of the cache of resized images.
pub fn image_cache(root: &Path) -> PathBuf {
    root.join(CACHE_FOLDER).join("images")
}

/// Resolves links and steps up, one part of the path after the other. What does not exist stays as it is.
fn resolve(root: &Path, path: &Path) -> Result<PathBuf, OutputFolderError> {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(real.pop()),
            _ => {
                real.push(part);
                real = existing(root, real)?;
            }
        }
    }
    Ok(real)
}

/// The folder at a path of which only the last part may be a link; the path itself if nothing is there.
fn existing(root: &Path, path: PathBuf) -> Result<PathBuf, OutputFolderError> {
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(OutputFolderError::NotAFolder(path))
        }
        Err(_) => Ok(path),
        Ok(metadata) if metadata.is_dir() => Ok(path),
        Ok(metadata) if !metadata.is_symlink() => Err(OutputFolderError::NotAFolder(path)),
        Ok(_) => match path.canonicalize().ok().filter(|target| target.is_dir()) {
            Some(target) if path.starts_with(root) && !target.starts_with(root) => {
                Err(OutputFolderError::LeadsOut { link: path, target })
            }
            Some(target) => Ok(target),
            None => Err(OutputFolderError::NotAFolder(path)),
        },
    }
}

/// Whether a folder is among the sources of any site.
fn is_in_sources(folder: &Path) -> bool {
    let is_source = |above: &Path| {
        let mut sources = SOURCE_FOLDERS.iter();
        sources.any(|it| folder.starts_with(above.join(it)))
    };
    let mut above = folder.ancestors().skip(1);
    above.any(|it| is_source(it) && it.join(SETTINGS_FILE).is_file())
}

fn holds_sources(root: &Path, folder: &Path) -> bool {
    let sources = || {
        SOURCE_FOLDERS
            .into_iter()
            .chain([SETTINGS_FILE, ADDRESSES_FILE])
    };
    // Some disks do not distinguish case, and what is not there yet may come.
    let first = folder
        .strip_prefix(root)
        .ok()
        .and_then(|it| it.iter().next());
    let is_named = first.is_some_and(|first| {
        let first = first.to_string_lossy().to_lowercase();
        sources().any(|source| source == first)
    });
    // A disk may be mounted twice, and a source may be a link.
    let is_in = |source: &Path| folder.ancestors().any(|it| is_same(it, source));
    is_named
        || root.starts_with(folder)
        || root.ancestors().any(|above| is_same(above, folder))
        || sources().any(|source| is_in(&root.join(source)))
}

fn is_program_folder(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    let name = name.to_string_lossy().to_lowercase();
    PROGRAM_FOLDERS.contains(&name.as_str()) || work_folder_of(folder) == Some(folder)
}

/// Whether a folder has the sticky bit: all may write into it, and nobody may remove what others have there.
fn is_shared(folder: &Path) -> bool {
    #[cfg(unix)]
    return {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(folder).is_ok_and(|it| it.permissions().mode() & 0o1002 == 0o1002)
    };
    #[cfg(not(unix))]
    return {
        let _ = folder;
        false
    };
}

/// Whether two paths lead to one entry of a disk.
fn is_same(one: &Path, other: &Path) -> bool {
    let identities = [one, other].map(|path| identity(&fs::metadata(path).ok()?));
    matches!(identities, [Some(one), Some(other)] if one == other)
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(_metadata: &Metadata) -> Option<(u64, u64)> {
    None
}
