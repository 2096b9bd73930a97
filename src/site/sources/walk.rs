//! Walking the folders of a site. Links are followed as long as they stay below the root.
//!
//! A walk starts at the root and visits each name on the path, because a file belongs to the site only if all folders
//! above it do.

use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::links::Link;
use super::names;
use super::unreadable::{Unreadable, is_not_found};

/// What is at a site path and below it.
#[derive(Default)]
pub(super) struct WalkResult {
    /// The files, by site path. Links have the metadata of their targets.
    pub(super) files: Vec<(PathBuf, Metadata)>,
    /// The files and folders that cannot be read, by site path.
    pub(super) unreadable: Vec<(PathBuf, Unreadable)>,
    /// The links.
    pub(super) links: Vec<Link>,
}

/// A folder of a site.
struct Folder {
    site_path: PathBuf,
    /// The absolute path, with all links resolved.
    real_path: PathBuf,
    /// The folder above. `None` for the root.
    parent: Option<Arc<Folder>>,
}

/// Walks a site path and everything below it. The path of the root has no links.
pub(super) fn walk(root: &Path, site_path: &Path) -> WalkResult {
    let mut folder = Arc::new(Folder {
        site_path: PathBuf::new(),
        real_path: root.to_owned(),
        parent: None,
    });
    let mut result = WalkResult::default();
    for name in site_path {
        // The folders above are not part of the result.
        result = WalkResult::default();
        if !is_listed(&folder.real_path, name) {
            return result;
        }
        match result.visit(root, &folder, name) {
            Some(next) => folder = next,
            None if folder.site_path.join(name) == site_path => return result,
            None => return WalkResult::default(),
        }
    }
    result.walk_below(root, folder);
    result
}

impl WalkResult {
    /// Walks level by level, and the folders of a level in parallel.
    fn walk_below(&mut self, root: &Path, folder: Arc<Folder>) {
        let mut level = vec![folder];
        while !level.is_empty() {
            let listed: Vec<_> = match level.as_slice() {
                [only] => vec![list(root, only)],
                many => many.par_iter().map(|folder| list(root, folder)).collect(),
            };
            level.clear();
            for (result, folders) in listed {
                self.files.extend(result.files);
                self.unreadable.extend(result.unreadable);
                self.links.extend(result.links);
                level.extend(folders);
            }
        }
    }

    /// Visits an entry of a folder. Returns it if it is a folder, else adds it to the result.
    fn visit(&mut self, root: &Path, parent: &Arc<Folder>, name: &OsStr) -> Option<Arc<Folder>> {
        if !names::is_visible(name) {
            return None;
        }
        let site_path = parent.site_path.join(name);
        let mut real_path = parent.real_path.join(name);
        let mut metadata = match fs::symlink_metadata(&real_path) {
            Ok(metadata) => metadata,
            Err(error) if is_not_found(&error) => return None,
            Err(error) => return self.skip(site_path, Unreadable::from_io(&error)),
        };
        if metadata.is_symlink() {
            let link = Link::follow(site_path.clone(), &parent.real_path, name);
            match target_inside(root, parent, &link) {
                Ok(target) => real_path = target,
                Err(reason) => {
                    self.links.push(link);
                    return self.skip(site_path, reason);
                }
            }
            self.links.push(link);
            metadata = match fs::metadata(&real_path) {
                Ok(metadata) => metadata,
                Err(error) => return self.skip(site_path, Unreadable::from_io(&error)),
            };
        }
        if metadata.is_dir() {
            return Some(Arc::new(Folder {
                site_path,
                real_path,
                parent: Some(parent.clone()),
            }));
        }
        // `content` and `themes` must be folders.
        if metadata.is_file() && parent.parent.is_some() {
            self.files.push((site_path, metadata));
        }
        None
    }

    fn skip(&mut self, site_path: PathBuf, reason: Unreadable) -> Option<Arc<Folder>> {
        self.unreadable.push((site_path, reason));
        None
    }
}

impl Folder {
    /// Whether a path is that of this folder or of one above it.
    fn is_in(&self, real_path: &Path) -> bool {
        std::iter::successors(Some(self), |folder| folder.parent.as_deref())
            .any(|folder| folder.real_path == real_path)
    }
}

/// The target of a link in a folder.
///
/// # Errors
/// The target does not exist, is outside the root, or is a folder that contains the link.
fn target_inside(root: &Path, parent: &Folder, link: &Link) -> Result<PathBuf, Unreadable> {
    let Some(target) = &link.target else {
        let end = link.dependencies.last();
        return Err(match end.is_some_and(|end| end.starts_with(root)) {
            true => Unreadable::BROKEN_LINK,
            false => Unreadable::OUTSIDE_ROOT,
        });
    };
    if !target.starts_with(root) {
        return Err(Unreadable::OUTSIDE_ROOT);
    }
    match parent.is_in(target) {
        true => Err(Unreadable::LINK_LOOP),
        false => Ok(target.clone()),
    }
}

/// Lists a folder. Returns its folders apart.
fn list(root: &Path, folder: &Arc<Folder>) -> (WalkResult, Vec<Arc<Folder>>) {
    let mut result = WalkResult::default();
    let mut folders = Vec::new();
    let entries = match fs::read_dir(&folder.real_path) {
        Ok(entries) => entries,
        Err(error) => {
            if !is_not_found(&error) {
                result.skip(folder.site_path.clone(), Unreadable::from_io(&error));
            }
            return (result, folders);
        }
    };
    for entry in entries {
        match entry {
            Ok(entry) => folders.extend(result.visit(root, folder, &entry.file_name())),
            Err(error) => drop(result.skip(folder.site_path.clone(), Unreadable::from_io(&error))),
        }
    }
    (result, folders)
}

/// Whether a folder has an entry of exactly this name. Some file systems ignore case or normalize Unicode.
fn is_listed(folder: &Path, name: &OsStr) -> bool {
    if cfg!(not(any(windows, target_vendor = "apple"))) {
        return true;
    }
    fs::read_dir(folder)
        .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|it| it.file_name() == name)))
}
