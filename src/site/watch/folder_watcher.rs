//! Watches the folders of a site with the system's watcher.
//!
//! On Linux, each folder is watched by itself. The recursive watch of the library stops at the first folder that
//! vanishes while it is set up, and then misses changes in others. On other systems, folders are watched with all that
//! is in them.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::{DirEntry, WalkDir};

use super::event_queue::EventQueue;
use crate::site::sources::{ChangeHints, Repository, SOURCE_FOLDERS, is_visible};

/// Whether a watch covers a single folder, without those in it.
const IS_PER_FOLDER: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// The system cannot watch any more folders.
#[derive(Debug)]
pub(super) struct OutOfWatches;

pub(super) struct FolderWatcher {
    root: PathBuf,
    queue: Arc<EventQueue>,
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    /// The folder of the branches of the repository.
    branches: Option<PathBuf>,
}

impl FolderWatcher {
    /// Watches the folders of a site. Their events go to the queue.
    pub(super) fn new(root: PathBuf, queue: &Arc<EventQueue>) -> Result<Self, OutOfWatches> {
        let events = queue.clone();
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(move |event| events.push(event), config);
        let mut folders = FolderWatcher {
            root,
            queue: queue.clone(),
            watcher: watcher.map_err(|_| OutOfWatches)?,
            watched: BTreeSet::new(),
            branches: None,
        };
        folders.watch_all()?;
        Ok(folders)
    }

    /// Watches new folders and forgets removed ones. To be called before the sources are looked at.
    pub(super) fn update(&mut self, hints: &ChangeHints) -> Result<(), OutOfWatches> {
        let paths = match hints {
            ChangeHints::Paths(paths) if !paths.contains(&self.root) => paths,
            _ => return self.watch_all(),
        };
        if paths.iter().any(|path| self.changes_repository(path)) {
            self.watch_repository()?;
        }
        let (folders, others): (Vec<_>, Vec<_>) = paths.iter().partition(|path| is_folder(path));
        others.into_iter().for_each(|path| self.forget(path));
        let elsewhere = self.queue.elsewhere();
        for folder in folders {
            let mut trees = elsewhere.iter().chain(&self.branches);
            if self.is_source(folder) || trees.any(|tree| folder.starts_with(tree)) {
                self.watch_tree(folder)?;
            } else {
                self.watch_folder(folder)?;
            }
        }
        let is_below = |path: &&PathBuf| path.ancestors().skip(1).any(|it| paths.contains(it));
        let mut below = elsewhere.iter().filter(is_below);
        below.try_for_each(|path| self.follow(path))
    }

    /// Watches a path outside of the site's own folders, with all that is in it.
    pub(super) fn follow(&mut self, path: &Path) -> Result<(), OutOfWatches> {
        // The folders above may be replaced. At least the next one is watched, even outside of the site.
        let above: Vec<&Path> = path.ancestors().skip(1).collect();
        let is_in_site = |folder: &&&Path| folder.starts_with(&self.root);
        let in_site = above.iter().take_while(is_in_site).count();
        for folder in above.into_iter().take(in_site.max(1)).rev() {
            self.watch_folder(folder)?;
        }
        match is_folder(path) {
            true => self.watch_tree(path),
            false => Ok(()),
        }
    }

    fn watch_all(&mut self) -> Result<(), OutOfWatches> {
        let watched = self.watcher.watch(&self.root, RecursiveMode::NonRecursive);
        // A missing root cannot be watched until it is back.
        watched.map_err(|_| OutOfWatches)?;
        for folder in SOURCE_FOLDERS.map(|folder| self.root.join(folder)) {
            if is_folder(&folder) {
                self.watch_tree(&folder)?;
            }
        }
        self.watch_repository()?;
        let elsewhere = self.queue.elsewhere();
        elsewhere.iter().try_for_each(|path| self.follow(path))
    }

    fn watch_repository(&mut self) -> Result<(), OutOfWatches> {
        // A repository that is just being created is not recognised as one yet.
        let dot_git = self.root.join(".git");
        if is_folder(&dot_git) {
            self.watch_folder(&dot_git)?;
        }
        let repository = Repository::find(&self.root);
        let folders = repository.as_ref().map(Repository::ref_folders);
        let mut folders = folders.unwrap_or_default();
        self.queue.set_repository(repository);
        self.branches = folders.pop();
        for folder in folders {
            self.watch_folder(&folder)?;
        }
        let branches = self.branches.clone();
        branches.map_or(Ok(()), |branches| self.watch_tree(&branches))
    }

    /// Whether a change at a path may create or remove the repository.
    fn changes_repository(&self, path: &Path) -> bool {
        let is_created = self.branches.is_none() && path.starts_with(self.root.join(".git"));
        is_created || path.file_name().is_some_and(|name| name == ".git")
    }

    fn is_source(&self, path: &Path) -> bool {
        let mut folders = SOURCE_FOLDERS.iter().map(|folder| self.root.join(folder));
        folders.any(|folder| path.starts_with(folder))
    }

    fn watch_tree(&mut self, folder: &Path) -> Result<(), OutOfWatches> {
        if !IS_PER_FOLDER {
            return self.watch(folder, RecursiveMode::Recursive);
        }
        // Each folder is watched before it is read: a folder created meanwhile is either read or reported.
        let mut unwatched = vec![folder.to_owned()];
        while let Some(folder) = unwatched.pop() {
            self.watch_folder(&folder)?;
            let entries = WalkDir::new(&folder).min_depth(1).max_depth(1).into_iter();
            let is_visible = |it: &DirEntry| it.file_type().is_dir() && is_visible(it.file_name());
            let visible = entries.flatten().filter(is_visible);
            unwatched.extend(visible.map(DirEntry::into_path));
        }
        Ok(())
    }

    fn watch_folder(&mut self, folder: &Path) -> Result<(), OutOfWatches> {
        self.watch(folder, RecursiveMode::NonRecursive)
    }

    fn watch(&mut self, folder: &Path, mode: RecursiveMode) -> Result<(), OutOfWatches> {
        match self.watcher.watch(folder, mode) {
            Ok(()) => drop(self.watched.insert(folder.to_owned())),
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                return Err(OutOfWatches);
            }
            // The folder is gone again, or may not be read. The folder above reports when that changes.
            Err(_) => {}
        }
        Ok(())
    }

    /// Forgets a folder that is gone, and those in it. Another one may be created in its place.
    fn forget(&mut self, folder: &Path) {
        let range = (Bound::Included(folder), Bound::Unbounded);
        let watched = self.watched.range::<Path, _>(range).cloned();
        let gone: Vec<PathBuf> = watched.take_while(|it| it.starts_with(folder)).collect();
        for folder in gone {
            let _ = self.watcher.unwatch(&folder);
            self.watched.remove(&folder);
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|it| it.is_dir())
}
