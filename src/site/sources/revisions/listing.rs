//! What the tree of a commit has of a site, by the rules that hold on a disk.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::site::sources::names::{self, CONTENT_FOLDER};
use crate::site::sources::naming::{Fate, fate};

pub(super) struct Blob {
    pub(super) path: SourcePath,
    pub(super) hash: String,
}

/// What the tree of a commit has of a site.
#[derive(Default)]
pub(super) struct Listing {
    /// The folder of the site, with a `/` at its end. Empty at the root.
    pub(super) folder: String,
    /// The settings, the pages and the registries.
    pub(super) files: Vec<Blob>,
    /// All other files of the content.
    pub(super) others: Vec<Blob>,
    /// Symbolic links to files and folders.
    pub(super) links: Vec<Blob>,
}

/// Reads the lines of `ls-tree`. Without the folder of the site, it is sought. Returns `None` if there is no site.
pub(super) fn listing(lines: &[Vec<u8>], folder: Option<&str>) -> Option<Listing> {
    let entries: Vec<_> = lines.iter().filter_map(|line| entry(line)).collect();
    let folder = folder.or_else(|| site_folder(&entries))?;
    let mut listing = Listing {
        folder: folder.to_owned(),
        ..Listing::default()
    };
    for (mode, hash, path) in &entries {
        if let Some(path) = path.strip_prefix(folder) {
            listing.add(mode, hash, path);
        }
    }
    Some(listing)
}

/// The folder of the only site in the lines of `ls-tree`, with a `/` at its end.
pub(super) fn only_site(lines: &[Vec<u8>]) -> Option<String> {
    let entries = lines.iter().filter_map(|line| entry(line));
    let mut folders = entries.filter_map(|(.., path)| settings_folder(path));
    let only = folders.next()?;
    folders.next().is_none().then(|| only.to_owned())
}

impl Listing {
    /// Whether there are settings, without which there is no site.
    pub(super) fn has_site(&self) -> bool {
        let mut files = self.files.iter().chain(&self.links);
        files.any(|it| it.path.as_str() == SETTINGS_FILE)
    }

    /// The link that takes the place of the content.
    pub(super) fn content_link(&self) -> Option<&Blob> {
        let mut links = self.links.iter();
        links.find(|it| it.path.as_str() == CONTENT_FOLDER)
    }

    /// Adds the files of another folder, given the lines of `ls-tree`, as if they were in the content.
    pub(super) fn add_as_content(&mut self, lines: &[Vec<u8>], folder: &str) {
        let (site, content) = (self.folder.clone(), folder.trim_end_matches('/'));
        for (mode, hash, path) in lines.iter().filter_map(|line| entry(line)) {
            let path = path.strip_prefix(&*site);
            let below = path.and_then(|path| path.strip_prefix(content)?.strip_prefix('/'));
            if let Some(below) = below {
                self.add(mode, hash, &format!("{CONTENT_FOLDER}/{below}"));
            }
        }
    }

    /// Adds what is at a path of the site, if it is read.
    fn add(&mut self, mode: &str, hash: &str, path: &str) {
        if !is_source(path) {
            return;
        }
        let blob = Blob {
            path: SourcePath::new(path),
            hash: hash.to_owned(),
        };
        match mode {
            "120000" => self.links.push(blob),
            _ if is_text(path) => self.files.push(blob),
            _ => self.others.push(blob),
        }
    }

    /// The files to which the links lead, given the bytes of the links by hash. A link to a link is not followed.
    pub(super) fn linked(&self, targets: &BTreeMap<&str, Vec<u8>>) -> Vec<Blob> {
        let mut linked = Vec::new();
        for link in &self.links {
            let target = targets.get(link.hash.as_str());
            let target = target.and_then(|bytes| std::str::from_utf8(bytes).ok());
            let Some(target) = target.and_then(|target| link.path.join(target)) else {
                continue;
            };
            linked.extend(self.files.iter().filter_map(|file| {
                let below = file.path.as_str().strip_prefix(target.as_str())?;
                let is_below = below.is_empty() || below.starts_with('/');
                let path = format!("{}{below}", link.path);
                (is_below && is_text(&path)).then(|| Blob {
                    path: SourcePath::new(&path),
                    hash: file.hash.clone(),
                })
            }));
        }
        linked
    }
}

/// Reads a line of `ls-tree`: mode, hash and path of a file or link. Names that are not UTF-8 are not part of a site.
fn entry(line: &[u8]) -> Option<(&str, &str, &str)> {
    let line = std::str::from_utf8(line).ok()?;
    let (about, path) = line.split_once('\t')?;
    let mut words = about.split(' ');
    let (mode, kind, hash) = (words.next()?, words.next()?, words.next()?);
    (kind == "blob").then_some((mode, hash, path))
}

/// The folder of the settings that are nearest to the root, with a `/` at its end.
fn site_folder<'a>(entries: &[(&str, &str, &'a str)]) -> Option<&'a str> {
    let paths = entries.iter().map(|(.., path)| *path);
    let folders = paths.filter_map(settings_folder);
    folders.min_by_key(|folder| (folder.matches('/').count(), *folder))
}

/// The folder of a file, if it has the name of the settings.
fn settings_folder(path: &str) -> Option<&str> {
    let folder = path.strip_suffix(SETTINGS_FILE)?;
    (folder.is_empty() || folder.ends_with('/')).then_some(folder)
}

/// Whether a path is that of the settings, or of something in the content that is read.
pub(in crate::site::sources) fn is_source(path: &str) -> bool {
    let mut names = path.split('/');
    match names.next() {
        Some(SETTINGS_FILE) => names.next().is_none(),
        Some(CONTENT_FOLDER) => names.all(|name| {
            let name = OsStr::new(name);
            names::is_visible(name)
                && names::skipped_by_name(name, fate(&name.to_string_lossy())).is_none()
        }),
        _ => false,
    }
}

/// Whether a path is that of the settings, of a page or of a registry.
pub(in crate::site::sources) fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path == SETTINGS_FILE || matches!(fate(name), Fate::Page | Fate::Registry)
}
