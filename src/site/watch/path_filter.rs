//! Decides whether a change at a path may change the site.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::base::source::{ADDRESSES_FILE, SETTINGS_FILE};
use crate::site::sources::{Repository, SOURCE_FOLDERS, is_noticed, is_visible};

/// The paths whose changes may change the site.
pub(super) struct PathFilter {
    root: PathBuf,
    /// The folders to which the program itself writes.
    ignore: Vec<PathBuf>,
    /// The paths outside of the site's own folders on which its links depend.
    pub(super) elsewhere: BTreeSet<PathBuf>,
    pub(super) repository: Option<Repository>,
}

impl PathFilter {
    /// The filter of a site. There must be no links in the path of the root.
    pub(super) fn new(root: &Path, ignore: &[PathBuf]) -> PathFilter {
        let ignore = ignore.iter().map(|folder| {
            let folder = root.join(folder);
            let parent = folder.parent().and_then(|it| it.canonicalize().ok());
            match (parent, folder.file_name()) {
                (Some(parent), Some(name)) => parent.join(name),
                _ => folder,
            }
        });
        PathFilter {
            root: root.to_owned(),
            ignore: ignore.collect(),
            elsewhere: BTreeSet::new(),
            repository: Repository::find(root),
        }
    }

    /// Whether a change at a path matters, and the file there is read.
    pub(super) fn is_read(&self, path: &Path) -> bool {
        path.file_name().is_none_or(is_visible) && self.matches(path)
    }

    /// Whether a change at a path matters.
    pub(super) fn matches(&self, path: &Path) -> bool {
        let is_within = |folder: &PathBuf| path.starts_with(folder);
        let is_elsewhere = |it: &PathBuf| it.starts_with(path) || is_noticed_in(it, path);
        let own = path.strip_prefix(&self.root);
        let repository = self.repository.as_ref();
        !self.ignore.iter().any(is_within)
            && (own.is_ok_and(is_own)
                || self.elsewhere.iter().any(is_elsewhere)
                || repository.is_some_and(|it| it.is_ref(path)))
    }
}

/// Whether a path, relative to the root, is the root, a source, or the start of a repository.
fn is_own(path: &Path) -> bool {
    let files = ["", SETTINGS_FILE, ADDRESSES_FILE, ".git", ".git/HEAD"];
    let is_source = |folder: &str| is_noticed_in(Path::new(folder), path);
    files.into_iter().any(|file| path == Path::new(file))
        || SOURCE_FOLDERS.into_iter().any(is_source)
}

/// Whether a path is a folder, or in it and something that is noticed there.
fn is_noticed_in(folder: &Path, path: &Path) -> bool {
    let below = path.strip_prefix(folder);
    below.is_ok_and(is_noticed)
}
