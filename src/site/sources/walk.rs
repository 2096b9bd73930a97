//! Walking the folders of a site. Links are followed as long as they stay in the folder to which they belong.
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
use super::naming::{Fate, fate};
use super::skipped::{Skipped, is_not_found};

/// What is at a site path and below it.
#[derive(Default)]
pub(super) struct WalkResult {
    pub(super) files: Vec<FoundFile>,
    /// The files and folders that are not part of the site, by site path.
    pub(super) skipped: Vec<(PathBuf, Skipped)>,
    pub(super) links: Vec<Link>,
}

/// A file that is part of the site.
pub(super) struct FoundFile {
    /// The path from the root, before links are followed.
    pub(super) site_path: PathBuf,
    /// The absolute path, without links.
    pub(super) real_path: PathBuf,
    /// The metadata, of a link those of its target.
    pub(super) metadata: Metadata,
}

/// A folder of a site.
struct Folder {
    site_path: PathBuf,
    /// The absolute path, without links.
    real_path: PathBuf,
    /// The absolute path, without links, of the folder that links in this one may not leave.
    boundary: Arc<Path>,
    /// Whether a link within the boundary leads here. Links to folders are not followed from here on, because a few of
    /// them would make any number of ways.
    is_linked: bool,
}

/// Walks a site path and everything below it. The path of the root has no links.
pub(super) fn walk(root: &Path, site_path: &Path) -> WalkResult {
    let mut folder = Folder {
        site_path: PathBuf::new(),
        real_path: root.to_owned(),
        boundary: Arc::from(root),
        is_linked: false,
    };
    let mut result = WalkResult::default();
    for name in site_path {
        // The folders above are not part of the result.
        result = WalkResult::default();
        if !is_listed(&folder.real_path, name) {
            return result;
        }
        match result.visit(&folder, name) {
            Some(next) => folder = next,
            None if folder.site_path.join(name) == site_path => return result,
            None => return WalkResult::default(),
        }
    }
    result.walk_below(folder);
    result
}

impl WalkResult {
    /// Walks level by level, and the folders of a level in parallel.
    fn walk_below(&mut self, folder: Folder) {
        let mut level = vec![folder];
        while !level.is_empty() {
            let listed: Vec<_> = match level.as_slice() {
                [only] => vec![list(only)],
                many => many.par_iter().map(list).collect(),
            };
            level.clear();
            for (result, folders) in listed {
                self.files.extend(result.files);
                self.skipped.extend(result.skipped);
                self.links.extend(result.links);
                level.extend(folders);
            }
        }
    }

    /// Visits an entry of a folder. Returns it if it is a folder, else adds it to the result.
    fn visit(&mut self, parent: &Folder, name: &OsStr) -> Option<Folder> {
        let fate = fate(&name.to_string_lossy());
        if fate == Fate::Ignored {
            return None;
        }
        let site_path = parent.site_path.join(name);
        let mut real_path = parent.real_path.join(name);
        let mut metadata = match fs::symlink_metadata(&real_path) {
            Ok(metadata) => metadata,
            Err(error) if is_not_found(&error) => return None,
            Err(error) => return self.skip(site_path, Skipped::from_io(&error)),
        };
        if let Some(reason) = names::skipped_by_name(name, fate) {
            return self.skip(site_path, reason);
        }
        let is_link = metadata.is_symlink();
        if is_link {
            let (link, target) = Link::follow(site_path.clone(), &parent.boundary, &real_path);
            self.links.push(link);
            real_path = match target {
                Ok(target) => target,
                Err(reason) => return self.skip(site_path, reason),
            };
            metadata = match fs::symlink_metadata(&real_path) {
                Ok(metadata) => metadata,
                Err(error) => return self.skip(site_path, Skipped::from_io(&error)),
            };
        }
        let reason = if metadata.is_dir() {
            match names::skipped_folder(&site_path) {
                Some(reason) => reason,
                None if is_link && parent.real_path.starts_with(&real_path) => {
                    Skipped::Unreadable("detail-loop")
                }
                None if is_link && parent.is_linked => Skipped::Unreadable("detail-nested"),
                None => return Some(parent.enter(site_path, real_path, is_link)),
            }
        } else if metadata.is_file() {
            match names::skipped_file(&site_path, fate) {
                Some(reason) => reason,
                None => {
                    self.files.push(FoundFile {
                        site_path,
                        real_path,
                        metadata,
                    });
                    return None;
                }
            }
        } else {
            Skipped::Unreadable("detail-special")
        };
        self.skip(site_path, reason)
    }

    fn skip(&mut self, site_path: PathBuf, reason: Skipped) -> Option<Folder> {
        self.skipped.push((site_path, reason));
        None
    }
}

impl Folder {
    /// A folder in this one.
    fn enter(&self, site_path: PathBuf, real_path: PathBuf, is_link: bool) -> Folder {
        let is_boundary = names::is_boundary(&site_path);
        Folder {
            boundary: match is_boundary {
                true => Arc::from(real_path.as_path()),
                false => self.boundary.clone(),
            },
            is_linked: !is_boundary && (is_link || self.is_linked),
            site_path,
            real_path,
        }
    }
}

/// Lists a folder. Returns its folders apart.
///
/// If a link gets into the path of the folder meanwhile, the names in another one are listed. Their files are not read:
/// [`regular_file`](crate::site::regular_file) does not open them.
fn list(folder: &Folder) -> (WalkResult, Vec<Folder>) {
    let mut result = WalkResult::default();
    let mut folders = Vec::new();
    let entries = match fs::read_dir(&folder.real_path) {
        Ok(entries) => entries,
        Err(error) => {
            if !is_not_found(&error) {
                result.skip(folder.site_path.clone(), Skipped::from_io(&error));
            }
            return (result, folders);
        }
    };
    for entry in entries {
        match entry {
            Ok(entry) => folders.extend(result.visit(folder, &entry.file_name())),
            Err(error) => drop(result.skip(folder.site_path.clone(), Skipped::from_io(&error))),
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
