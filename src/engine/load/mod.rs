//! The first stage, and the only one that reads: files and dates of last commit become values.

mod history;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::engine::theme;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::source::{Asset, SourceFile, SourcePath, SourceTree};

/// The name of the settings, which marks the root of a site.
pub const SETTINGS: &str = "site.toml";

/// A site that cannot be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `site.toml` in the folder, nor in one above it.
    NoSite(PathBuf),
    /// The settings are there and cannot be read.
    Io(PathBuf, io::Error),
}

/// The root of the site that a folder is in: the nearest one upwards that holds `site.toml`.
///
/// # Errors
/// There is none.
pub fn find_root(from: &Path) -> Result<PathBuf, LoadError> {
    let start = from
        .canonicalize()
        .map_err(|_| LoadError::NoSite(from.to_owned()))?;
    let root = start
        .ancestors()
        .find(|folder| folder.join(SETTINGS).is_file());
    root.map(Path::to_owned)
        .ok_or_else(|| LoadError::NoSite(from.to_owned()))
}

/// Reads a site. What cannot be read, or lies outside the root, is reported and left out.
///
/// # Errors
/// The settings cannot be read.
pub fn load(root: &Path) -> Result<(SourceTree, Vec<Diagnostic>), LoadError> {
    let settings_path = root.join(SETTINGS);
    let bytes = fs::read(&settings_path).map_err(|error| LoadError::Io(settings_path, error))?;
    let mut loader = Loader {
        root,
        faults: Vec::new(),
    };
    let (content, themes) = (loader.files("content"), loader.files("themes"));
    let (texts, assets): (Vec<_>, Vec<_>) =
        content.into_iter().partition(|(path, _)| is_text(path));
    let mut tree = SourceTree {
        settings: SourceFile::new(SourcePath::new(SETTINGS), bytes),
        texts: loader.read(texts, |path, on_disk| {
            Ok(SourceFile::new(path, fs::read(on_disk)?))
        }),
        assets: loader.read(assets, asset),
        themes: loader.read(themes, |path, on_disk| {
            Ok(SourceFile::new(path, fs::read(on_disk)?))
        }),
    };
    theme::add_embedded(&mut tree.themes);
    let mut faults = loader.faults;
    if let Some(fault) = history::date(root, &mut tree.texts) {
        faults.push(fault);
    }
    Ok((tree, faults))
}

struct Loader<'a> {
    root: &'a Path,
    faults: Vec<Diagnostic>,
}

impl Loader<'_> {
    /// The files of a folder, links followed as long as they stay below the root.
    fn files(&mut self, folder: &str) -> Vec<(SourcePath, PathBuf)> {
        let root = self.root;
        let mut outside = Vec::new();
        let mut files = Vec::new();
        let walk = WalkDir::new(root.join(folder))
            .follow_links(true)
            .sort_by_file_name()
            .into_iter();
        let walk = walk.filter_entry(|entry| {
            let visible = entry.depth() == 0 || is_visible(entry);
            let inside = !entry.path_is_symlink() || stays_inside(entry.path(), root);
            if visible && !inside {
                outside.push(entry.path().to_owned());
            }
            visible && inside
        });
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_file() => match self.source_path(entry.path()) {
                    Some(path) => files.push((path, entry.into_path())),
                    None => self.report(entry.path(), Detail::Label("detail-name")),
                },
                Ok(_) => {}
                Err(error) if error.depth() == 0 => {}
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_owned();
                    let detail = match error.io_error() {
                        Some(error) => Detail::of(error),
                        None => Detail::Text(error.to_string()),
                    };
                    self.report(&path, detail);
                }
            }
        }
        outside
            .iter()
            .for_each(|path| self.report(path, Detail::Label("detail-outside")));
        files
    }

    fn read<T: Send>(
        &mut self,
        files: Vec<(SourcePath, PathBuf)>,
        read: impl Fn(SourcePath, &Path) -> io::Result<T> + Sync,
    ) -> BTreeMap<SourcePath, T> {
        let read: Vec<_> = files
            .into_par_iter()
            .map(|(path, on_disk)| {
                let value = read(path.clone(), &on_disk);
                (path, value)
            })
            .collect();
        let mut values = BTreeMap::new();
        for (path, value) in read {
            match value {
                Ok(value) => {
                    values.insert(path, value);
                }
                Err(error) => self.faults.push(unreadable(&path, Detail::of(&error))),
            }
        }
        values
    }

    fn report(&mut self, path: &Path, detail: Detail) {
        let shown = path
            .strip_prefix(self.root)
            .unwrap_or(path)
            .to_string_lossy();
        self.faults
            .push(unreadable(&SourcePath::new(&shown), detail));
    }

    fn source_path(&self, path: &Path) -> Option<SourcePath> {
        let relative = path.strip_prefix(self.root).ok()?;
        let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
        Some(SourcePath::new(&parts?.join("/")))
    }
}

/// Why a file cannot be read: in words of the catalogue where there are some, else in the system's.
enum Detail {
    Label(&'static str),
    Text(String),
}

impl Detail {
    fn of(error: &io::Error) -> Detail {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Detail::Label("detail-permission"),
            io::ErrorKind::NotFound => Detail::Label("detail-gone"),
            _ => Detail::Text(error.to_string()),
        }
    }
}

fn unreadable(path: &SourcePath, detail: Detail) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnreadableFile, Place::whole(path));
    match detail {
        Detail::Label(key) => fault.label("detail", key),
        Detail::Text(text) => fault.text("detail", text),
    }
}

/// Hidden files, and what editors leave beside the files that they save.
fn is_visible(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let left_over = name.ends_with('~')
        || name.ends_with(".swp")
        || name.starts_with('#') && name.ends_with('#');
    !name.starts_with('.') && !left_over
}

fn stays_inside(link: &Path, root: &Path) -> bool {
    link.canonicalize()
        .is_ok_and(|target| target.starts_with(root))
}

fn is_text(path: &SourcePath) -> bool {
    let name = path.file_name();
    [".md", ".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn asset(path: SourcePath, on_disk: &Path) -> io::Result<Asset> {
    let digest = Digest::of_reader(File::open(on_disk)?)?;
    Ok(Asset {
        path,
        on_disk: Arc::from(on_disk),
        digest,
    })
}
