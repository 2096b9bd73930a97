//! The ways of a site: from its root into its folders, over links as long as they stay below the root.
//!
//! A path is shown by a site if every step of the way to it may be taken. The same steps lead through
//! all folders and to one file.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::fault::{Fault, is_gone};
use super::links::Link;
use super::names;

/// What is at a path and below it.
#[derive(Default)]
pub(super) struct Look {
    /// The files, links followed: where the site shows them, from the root.
    pub(super) files: Vec<(PathBuf, Metadata)>,
    /// What cannot be read, and why.
    pub(super) faults: Vec<(PathBuf, Fault)>,
    /// The links on the way.
    pub(super) links: Vec<Link>,
}

/// A folder that a site shows.
struct Folder {
    /// Where, from the root.
    path: PathBuf,
    /// Its path on disk, without links.
    real: PathBuf,
    /// The folder that shows it; the root has none.
    above: Option<Arc<Folder>>,
}

/// Looks at a path from the root, and at everything below it. The root has no links in its path.
pub(super) fn look(root: &Path, path: &Path) -> Look {
    let mut folder = Arc::new(Folder {
        path: PathBuf::new(),
        real: root.to_owned(),
        above: None,
    });
    let mut look = Look::default();
    for name in path {
        // What was found on the way is known already.
        look = Look::default();
        if !is_listed(&folder.real, name) {
            return look;
        }
        match look.step(root, &folder, name) {
            Some(next) => folder = next,
            None if folder.path.join(name) == path => return look,
            None => return Look::default(),
        }
    }
    look.descend(root, folder);
    look
}

impl Look {
    fn descend(&mut self, root: &Path, folder: Arc<Folder>) {
        let mut level = vec![folder];
        while !level.is_empty() {
            let listed: Vec<_> = match level.as_slice() {
                [only] => vec![list(root, only)],
                many => many.par_iter().map(|folder| list(root, folder)).collect(),
            };
            level.clear();
            for (look, folders) in listed {
                self.files.extend(look.files);
                self.faults.extend(look.faults);
                self.links.extend(look.links);
                level.extend(folders);
            }
        }
    }

    /// Takes a step from a folder. A folder is handed back, anything else is noted.
    fn step(&mut self, root: &Path, above: &Arc<Folder>, name: &OsStr) -> Option<Arc<Folder>> {
        if !names::is_visible(name) {
            return None;
        }
        let path = above.path.join(name);
        let mut real = above.real.join(name);
        let mut metadata = match fs::symlink_metadata(&real) {
            Ok(metadata) => metadata,
            Err(error) if is_gone(&error) => return None,
            Err(error) => return self.fault(path, Fault::of(&error)),
        };
        if metadata.is_symlink() {
            let link = Link::follow(path.clone(), &above.real, name);
            let target = link.target.clone();
            let ends_inside = link.way.last().is_some_and(|end| end.starts_with(root));
            self.links.push(link);
            match target {
                None if ends_inside => return self.fault(path, Fault::GONE),
                None => return self.fault(path, Fault::OUTSIDE),
                Some(target) if !target.starts_with(root) => {
                    return self.fault(path, Fault::OUTSIDE);
                }
                Some(target) if above.is_in(&target) => return self.fault(path, Fault::LOOP),
                Some(target) => real = target,
            }
            metadata = match fs::metadata(&real) {
                Ok(metadata) => metadata,
                Err(error) => return self.fault(path, Fault::of(&error)),
            };
        }
        if metadata.is_dir() {
            return Some(Arc::new(Folder {
                path,
                real,
                above: Some(above.clone()),
            }));
        }
        // In the root itself, only folders are looked for.
        if metadata.is_file() && above.above.is_some() {
            self.files.push((path, metadata));
        }
        None
    }

    fn fault(&mut self, path: PathBuf, fault: Fault) -> Option<Arc<Folder>> {
        self.faults.push((path, fault));
        None
    }
}

impl Folder {
    /// Whether the way to this folder leads over a folder on disk.
    fn is_in(&self, real: &Path) -> bool {
        std::iter::successors(Some(self), |folder| folder.above.as_deref())
            .any(|folder| folder.real == real)
    }
}

/// What is in a folder, and its folders.
fn list(root: &Path, folder: &Arc<Folder>) -> (Look, Vec<Arc<Folder>>) {
    let mut look = Look::default();
    let mut folders = Vec::new();
    let entries = match fs::read_dir(&folder.real) {
        Ok(entries) => entries,
        Err(error) => {
            if !is_gone(&error) {
                look.fault(folder.path.clone(), Fault::of(&error));
            }
            return (look, folders);
        }
    };
    for entry in entries {
        match entry {
            Ok(entry) => folders.extend(look.step(root, folder, &entry.file_name())),
            Err(error) => drop(look.fault(folder.path.clone(), Fault::of(&error))),
        }
    }
    (look, folders)
}

/// Whether a folder lists a file by exactly this name: some disks find it by others too.
fn is_listed(folder: &Path, name: &OsStr) -> bool {
    if cfg!(not(any(windows, target_vendor = "apple"))) {
        return true;
    }
    fs::read_dir(folder)
        .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|it| it.file_name() == name)))
}
