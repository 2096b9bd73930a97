//! The entries of a folder, by metadata alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::{Action, PublishError, during};
use super::parallel::map_all;
use super::permissions::Owner;
use crate::site::stamp::Stamp;

/// The entries of a folder by their `/`-separated path in it, or some of them. The folder itself is the empty path.
pub(super) struct Tree(BTreeMap<OsString, Entry>);

/// A file, folder or other thing on disk.
pub(super) struct Entry {
    /// What it is; links are not followed.
    pub(super) kind: Kind,
    /// What tells whether it is still the same.
    pub(super) stamp: Stamp,
    pub(super) permissions: Permissions,
    pub(super) owner: Owner,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A symbolic link, a socket, or another special file.
    Other,
}

/// Which entries of a tree are looked at.
pub(super) enum Scope<'a> {
    /// All of them: the tree is walked.
    Everything,
    /// The files at these paths and the folders that contain them, where they exist.
    Files(BTreeSet<&'a OsStr>),
}

impl Scope<'_> {
    /// Whether the tree is walked.
    pub(super) fn is_everything(&self) -> bool {
        matches!(self, Scope::Everything)
    }
}

impl Tree {
    /// The entries at and below `root`; none if there is no `root`. Entries that vanish meanwhile are left out.
    ///
    /// # Errors
    /// [`PublishError::Io`] if a folder cannot be read. In a walk, [`PublishError::Immovable`] if a folder is on another
    /// file system. Else [`PublishError::InTheWay`] if a folder has the path of a file, or the other way round: then the
    /// tree must be walked.
    pub(super) fn read(root: &Path, scope: &Scope<'_>) -> Result<Tree, PublishError> {
        match scope {
            Scope::Everything => Tree::walk(root),
            Scope::Files(paths) => Tree::look_at(root, paths),
        }
    }

    fn walk(root: &Path) -> Result<Tree, PublishError> {
        let Some(metadata) = metadata_of(root)? else {
            return Ok(Tree(BTreeMap::new()));
        };
        let mut entries = BTreeMap::new();
        if metadata.is_dir() {
            entries = below(root, OsStr::new(""), device(&metadata))?
                .into_iter()
                .collect();
        }
        entries.insert(OsString::new(), Entry::of(&metadata));
        Ok(Tree(entries))
    }

    fn look_at(root: &Path, paths: &BTreeSet<&OsStr>) -> Result<Tree, PublishError> {
        let mut tree = Tree(BTreeMap::new());
        // Each folder comes before its content.
        let mut folders = folders_of(paths.iter().copied());
        folders.insert(OsStr::new(""));
        for path in &folders {
            tree.insert(path, tree.metadata_below(root, path)?);
        }
        let files: Vec<&OsStr> = paths.difference(&folders).copied().collect();
        let found = map_all(&files, |path| tree.metadata_below(root, path))?;
        for (path, metadata) in files.into_iter().zip(found) {
            tree.insert(path, metadata);
        }
        let is_in_the_way =
            |(path, entry): &(&OsStr, &Entry)| paths.contains(path) == (entry.kind == Kind::Folder);
        let path = tree
            .iter()
            .find(is_in_the_way)
            .map(|(path, _)| at(root, path));
        match path {
            Some(path) => Err(PublishError::InTheWay { path }),
            None => Ok(tree),
        }
    }

    /// The metadata of an entry. Its folder is in the tree already: no path leads through a link.
    fn metadata_below(&self, root: &Path, path: &OsStr) -> Result<Option<Metadata>, PublishError> {
        match Path::new(path).parent() {
            Some(folder) if self.folder(folder.as_os_str()).is_none() => Ok(None),
            _ => metadata_of(&at(root, path)),
        }
    }

    fn insert(&mut self, path: &OsStr, metadata: Option<Metadata>) {
        if let Some(metadata) = metadata {
            self.0.insert(path.to_owned(), Entry::of(&metadata));
        }
    }

    pub(super) fn get(&self, path: &OsStr) -> Option<&Entry> {
        self.0.get(path)
    }

    pub(super) fn file(&self, path: &OsStr) -> Option<&Entry> {
        self.get(path).filter(|entry| entry.kind == Kind::File)
    }

    pub(super) fn folder(&self, path: &OsStr) -> Option<&Entry> {
        self.get(path).filter(|entry| entry.kind == Kind::Folder)
    }

    /// All entries, each folder before its content.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&OsStr, &Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_os_str(), entry))
    }

    /// Whether not even the folder itself exists.
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
            owner: Owner::of(metadata),
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

/// How many folders deep a path lies below the root, whose depth is 0.
pub(super) fn depth(path: &OsStr) -> usize {
    Path::new(path).components().count()
}

/// The folders that contain these paths, without the root.
pub(super) fn folders_of<'p>(paths: impl Iterator<Item = &'p OsStr>) -> BTreeSet<&'p OsStr> {
    let mut folders = BTreeSet::new();
    for path in paths {
        for folder in Path::new(path).ancestors().skip(1) {
            let folder = folder.as_os_str();
            if folder.is_empty() || !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// The number of the file system that contains an entry.
pub(super) fn device(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::dev(metadata);
    #[cfg(not(unix))]
    return {
        let _ = metadata;
        0
    };
}

fn metadata_of(path: &Path) -> Result<Option<Metadata>, PublishError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(during(Action::Read, path)(error)),
    }
}

/// All entries below a folder of the tree at `root`.
fn below(
    root: &Path,
    folder: &OsStr,
    root_device: u64,
) -> Result<Vec<(OsString, Entry)>, PublishError> {
    let mut found = children(root, folder, root_device)?;
    let folders: Vec<&OsString> = found
        .iter()
        .filter(|(_, entry)| entry.kind == Kind::Folder)
        .map(|(path, _)| path)
        .collect();
    let inner: Vec<Vec<_>> = folders
        .into_par_iter()
        .map(|folder| below(root, folder, root_device))
        .collect::<Result<_, _>>()?;
    found.extend(inner.into_iter().flatten());
    Ok(found)
}

fn children(
    root: &Path,
    path: &OsStr,
    root_device: u64,
) -> Result<Vec<(OsString, Entry)>, PublishError> {
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
        // The swap would carry a foreign mount into the spare tree, and the next publication would empty it there.
        if metadata.is_dir() && device(&metadata) != root_device {
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
