//! From a place of the site to the file on disk.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::output::OutputPath;
use crate::site::publish::MANIFEST;

use super::address::Place;

/// What the folder has at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    File(File),
    /// A folder with a page, asked for without its `/`.
    FolderWithoutSlash,
    /// Nothing that is served.
    Nothing,
    /// Not even the folder of the site: it is not built yet, or being swapped just now.
    NoSite,
}

/// A file within the folder of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// Where it is, without symbolic links.
    pub(super) path: PathBuf,
    /// Its path within the site.
    pub(super) output: OutputPath,
}

/// Looks afresh; follows symbolic links that stay in the folder.
pub(super) fn find(folder: &Path, place: &Place) -> Found {
    let Ok(root) = folder.canonicalize() else {
        return Found::NoSite;
    };
    lookup(&root, place).unwrap_or(Found::Nothing)
}

fn lookup(root: &Path, place: &Place) -> io::Result<Found> {
    let wanted = place
        .names
        .iter()
        .fold(root.to_owned(), |at, name| at.join(name));
    let real = wanted.canonicalize()?;
    let is_folder = real.is_dir();
    let found = match (is_folder, place.is_folder) {
        (true, _) => file(root, &real.join("index.html").canonicalize()?),
        (false, false) => file(root, &real),
        (false, true) => Found::Nothing,
    };
    Ok(match found {
        Found::File(_) if is_folder && !place.is_folder => Found::FolderWithoutSlash,
        found => found,
    })
}

fn file(root: &Path, real: &Path) -> Found {
    let Ok(within) = real.strip_prefix(root) else {
        return Found::Nothing;
    };
    let names: Vec<_> = within.iter().map(|name| name.to_string_lossy()).collect();
    let is_manifest = matches!(names.as_slice(), [name] if name.eq_ignore_ascii_case(MANIFEST));
    // A pipe or device would never end.
    if is_manifest || !real.is_file() {
        return Found::Nothing;
    }
    Found::File(File {
        path: real.to_owned(),
        output: OutputPath::file(&names.join("/")),
    })
}
