//! What lies in a folder, by metadata alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Action, PublishError, during};
use crate::site::stamp::Stamp;

/// All entries of a folder, by their `/`-separated path in it. The folder itself is the empty path.
pub(super) struct Tree(BTreeMap<OsString, Entry>);

/// A file, folder or other thing on disk.
pub(super) struct Entry {
    /// What it is; links are not followed.
    pub(super) kind: Kind,
    /// What tells whether it is still the same.
    pub(super) stamp: Stamp,
    /// Who may use it.
    pub(super) permissions: Permissions,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A symbolic link, or something stranger.
    Other,
}

impl Tree {
    /// Everything at and below `root`; nothing if there is no `root`. Entries that vanish meanwhile are left out.
    ///
    /// # Errors
    /// A folder that cannot be read, or is on another file system than `root`.
    pub(super) fn scan(root: &Path) -> Result<Tree, PublishError> {
        match fs::symlink_metadata(root) {
            Ok(metadata) => {
                let mut entries = BTreeMap::new();
                if metadata.is_dir() {
                    entries = below(root, device(&metadata))?.into_iter().collect();
                }
                entries.insert(OsString::new(), Entry::of(&metadata));
                Ok(Tree(entries))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Tree(BTreeMap::new())),
            Err(error) => Err(during(Action::Read, root)(error)),
        }
    }

    /// The entry at this path.
    pub(super) fn get(&self, path: &OsStr) -> Option<&Entry> {
        self.0.get(path)
    }

    /// All entries, each folder before what it holds.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&OsStr, &Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_os_str(), entry))
    }

    /// Whether there is not even the folder itself.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Entry {
    fn of(metadata: &Metadata) -> Entry {
        let kind = if metadata.is_dir() {
            Kind::Folder
        } else if metadata.is_file() {
            Kind::File
        } else {
            Kind::Other
        };
        Entry {
            kind,
            stamp: Stamp::of(metadata),
            permissions: metadata.permissions(),
        }
    }
}

/// Where the entry `path` of the tree at `root` lies.
pub(super) fn at(root: &Path, path: &OsStr) -> PathBuf {
    if path.is_empty() {
        root.to_path_buf()
    } else {
        root.join(path)
    }
}

/// Whether one of these folders of a tree is a link, so that a step through it may lead out of the tree.
pub(super) fn leads_out(root: &Path, folders: &BTreeSet<&OsStr>) -> bool {
    let is_link = |folder: &&OsStr| {
        fs::symlink_metadata(at(root, folder))
            .is_ok_and(|metadata| !metadata.is_dir() && !metadata.is_file())
    };
    folders.iter().any(is_link)
}

/// The file system that something is on.
pub(super) fn device(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::dev(metadata);
    #[cfg(not(unix))]
    return {
        let _ = metadata;
        0
    };
}

/// All that lies below `root`, level by level.
fn below(root: &Path, on: u64) -> Result<Vec<(OsString, Entry)>, PublishError> {
    let mut found = Vec::new();
    let mut folders = vec![OsString::new()];
    while !folders.is_empty() {
        let level: Vec<Vec<(OsString, Entry)>> = folders
            .par_iter()
            .map(|folder| children(root, folder, on))
            .collect::<Result<_, _>>()?;
        let level_start = found.len();
        found.extend(level.into_iter().flatten());
        folders = found
            .iter()
            .skip(level_start)
            .filter(|(_, entry)| entry.kind == Kind::Folder)
            .map(|(path, _)| path.clone())
            .collect();
    }
    Ok(found)
}

fn children(root: &Path, path: &OsStr, on: u64) -> Result<Vec<(OsString, Entry)>, PublishError> {
    let folder = at(root, path);
    let mut children = Vec::new();
    let listing = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(children),
        listing => listing.map_err(during(Action::Read, &folder))?,
    };
    for child in listing {
        let child = child.map_err(during(Action::Read, &folder))?;
        let metadata = match child.metadata() {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(during(Action::Read, &child.path())(error)),
        };
        // A foreign mount would be carried into the spare tree by the swap, and emptied there.
        if metadata.is_dir() && device(&metadata) != on {
            return Err(PublishError::Immovable { path: child.path() });
        }
        children.push((joined(path, &child.file_name()), Entry::of(&metadata)));
    }
    Ok(children)
}

fn joined(folder: &OsStr, name: &OsStr) -> OsString {
    let mut path = folder.to_owned();
    if !path.is_empty() {
        path.push("/");
    }
    path.push(name);
    path
}
