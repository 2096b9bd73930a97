//! The folders of which the system is to tell.
//!
//! On Linux each folder is watched by itself: a watch of a whole tree, as the library makes it, stops at
//! the first folder that vanishes meanwhile and misses what is in the others. Elsewhere the system
//! watches trees.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::WalkDir;

use super::pending::Shared;
use crate::site::sources::{FOLDERS, Hints, Repository, is_visible};

/// Whether the system watches folders one by one.
const ONE_BY_ONE: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// No more folders can be watched.
#[derive(Debug)]
pub(super) struct Exhausted;

/// The folders that are watched.
pub(super) struct Folders {
    root: PathBuf,
    shared: Arc<Shared>,
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    /// The folder of the branches of the repository.
    heads: Option<PathBuf>,
}

impl Folders {
    /// Watches the folders of a site.
    pub(super) fn watch(root: PathBuf, shared: &Arc<Shared>) -> Result<Folders, Exhausted> {
        let told = shared.clone();
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(move |event| told.tell(event), config);
        let mut folders = Folders {
            root,
            shared: shared.clone(),
            watcher: watcher.map_err(|_| Exhausted)?,
            watched: BTreeSet::new(),
            heads: None,
        };
        folders.watch_all()?;
        Ok(folders)
    }

    /// Watches what is new, forgets what is gone. To be called before the hints are looked at.
    pub(super) fn update(&mut self, hints: &Hints) -> Result<(), Exhausted> {
        let paths = match hints {
            Hints::Paths(paths) if !paths.contains(&self.root) => paths,
            _ => return self.watch_all(),
        };
        if paths.iter().any(|path| self.is_of_repository(path)) {
            self.watch_repository()?;
        }
        let (there, gone): (Vec<_>, Vec<_>) = paths.iter().partition(|path| is_folder(path));
        gone.into_iter().for_each(|path| self.forget(path));
        let elsewhere = self.shared.elsewhere();
        for path in there {
            match self.is_own(path) || elsewhere.iter().any(|place| path.starts_with(place)) {
                true => self.watch_below(path)?,
                false => self.watch_one(path)?,
            }
        }
        let is_below = |place: &&PathBuf| place.ancestors().skip(1).any(|it| paths.contains(it));
        elsewhere
            .iter()
            .filter(is_below)
            .try_for_each(|place| self.follow(place))
    }

    /// Watches a path that is not in the site's own folders, and what is below it.
    pub(super) fn follow(&mut self, place: &Path) -> Result<(), Exhausted> {
        // A folder above may become another.
        let inside = |folder: &&Path| folder.starts_with(&self.root);
        let mut above: Vec<PathBuf> = place
            .ancestors()
            .skip(1)
            .take_while(inside)
            .map(Path::to_owned)
            .collect();
        if above.is_empty() {
            above.extend(place.parent().map(Path::to_owned));
        }
        above
            .iter()
            .rev()
            .try_for_each(|folder| self.watch_one(folder))?;
        match is_folder(place) {
            true => self.watch_below(place),
            false => Ok(()),
        }
    }

    fn watch_all(&mut self) -> Result<(), Exhausted> {
        let root = self.root.clone();
        let watched = self.watcher.watch(&root, RecursiveMode::NonRecursive);
        // A root that is not there cannot be watched until it is back.
        watched.map_err(|_| Exhausted)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            if is_folder(&folder) {
                self.watch_below(&folder)?;
            }
        }
        self.watch_repository()?;
        let elsewhere = self.shared.elsewhere();
        elsewhere.iter().try_for_each(|place| self.follow(place))
    }

    fn watch_repository(&mut self) -> Result<(), Exhausted> {
        // One that is just being made is none yet.
        let made = self.root.join(".git");
        if is_folder(&made) {
            self.watch_one(&made)?;
        }
        let repository = Repository::of(&self.root);
        let mut folders = repository
            .as_ref()
            .map(Repository::folders)
            .unwrap_or_default();
        self.shared.set_repository(repository);
        self.heads = folders.pop();
        folders
            .iter()
            .try_for_each(|folder| self.watch_one(folder))?;
        let heads = self.heads.clone();
        heads.map_or(Ok(()), |heads| self.watch_below(&heads))
    }

    /// Whether a path tells that there is another repository, or none any more.
    fn is_of_repository(&self, path: &Path) -> bool {
        let made = self.heads.is_none() && path.starts_with(self.root.join(".git"));
        made || path.file_name().is_some_and(|name| name == ".git")
    }

    /// Whether all that a folder shows is to be watched.
    fn is_own(&self, path: &Path) -> bool {
        FOLDERS
            .iter()
            .any(|folder| path.starts_with(self.root.join(folder)))
            || self
                .heads
                .as_ref()
                .is_some_and(|heads| path.starts_with(heads))
    }

    fn watch_below(&mut self, folder: &Path) -> Result<(), Exhausted> {
        if !ONE_BY_ONE {
            return self.add(folder, RecursiveMode::Recursive);
        }
        // Each is watched before it is read: a folder made meanwhile is either read or told of.
        let mut ahead = vec![folder.to_owned()];
        while let Some(folder) = ahead.pop() {
            self.watch_one(&folder)?;
            let entries = WalkDir::new(&folder).min_depth(1).max_depth(1);
            let shown = entries.into_iter().filter_map(Result::ok);
            let shown = shown.filter(|it| it.file_type().is_dir() && is_visible(it.file_name()));
            ahead.extend(shown.map(walkdir::DirEntry::into_path));
        }
        Ok(())
    }

    fn watch_one(&mut self, folder: &Path) -> Result<(), Exhausted> {
        self.add(folder, RecursiveMode::NonRecursive)
    }

    fn add(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), Exhausted> {
        match self.watcher.watch(folder, mode) {
            Ok(()) => drop(self.watched.insert(folder.to_owned())),
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => return Err(Exhausted),
            // It is gone again, or may not be read: the folder above tells when that changes.
            Err(_) => {}
        }
        Ok(())
    }

    /// Forgets a folder that is gone: another one may be made in its place.
    fn forget(&mut self, folder: &Path) {
        let from = self
            .watched
            .range::<Path, _>((Bound::Included(folder), Bound::Unbounded));
        let gone: Vec<PathBuf> = from
            .take_while(|it| it.starts_with(folder))
            .cloned()
            .collect();
        for folder in gone {
            let _ = self.watcher.unwatch(&folder);
            self.watched.remove(&folder);
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata()
        .is_ok_and(|metadata| metadata.is_dir())
}
