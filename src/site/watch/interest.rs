//! Which paths matter to a site, and wake who waits.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::site::sources::{FOLDERS, Repository, SETTINGS, is_visible};

/// The paths that matter.
pub(super) struct Interest {
    root: PathBuf,
    ignore: Vec<PathBuf>,
    /// What is watched besides the site's own folders.
    pub(super) elsewhere: BTreeSet<PathBuf>,
    /// The repository that the site is in.
    pub(super) repository: Option<Repository>,
}

impl Interest {
    /// Of a site; the root has no links in its path.
    pub(super) fn new(root: &Path, ignore: &[PathBuf]) -> Interest {
        let ignored = |folder: &PathBuf| {
            let folder = root.join(folder);
            let above = folder.parent().and_then(|above| above.canonicalize().ok());
            match (above, folder.file_name()) {
                (Some(above), Some(name)) => above.join(name),
                _ => folder,
            }
        };
        Interest {
            root: root.to_owned(),
            ignore: ignore.iter().map(ignored).collect(),
            elsewhere: BTreeSet::new(),
            repository: Repository::of(root),
        }
    }

    /// Whether a change at a path may change the site.
    pub(super) fn is_in(&self, path: &Path) -> bool {
        if self.ignore.iter().any(|folder| path.starts_with(folder)) {
            return false;
        }
        let own = path.strip_prefix(&self.root).ok();
        own.is_some_and(is_own)
            || self
                .elsewhere
                .iter()
                .any(|place| place.starts_with(path) || is_below(path, place))
            || self
                .repository
                .as_ref()
                .is_some_and(|it| it.is_told_by(path))
    }
}

/// Whether a path from the root is the root, or one that is read, or the start of a repository.
fn is_own(path: &Path) -> bool {
    let names_one = |name: &str| path == Path::new(name);
    let in_folder = |folder: &&str| is_below(path, Path::new(folder));
    ["", SETTINGS, ".git", ".git/HEAD"]
        .into_iter()
        .any(names_one)
        || FOLDERS.iter().any(in_folder)
}

/// Whether a path is this folder, or shown by it.
fn is_below(path: &Path, folder: &Path) -> bool {
    path.strip_prefix(folder)
        .is_ok_and(|path| path.iter().all(is_visible))
}
