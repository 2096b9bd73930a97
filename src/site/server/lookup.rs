//! Finds the file of a path in the output folder.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::output::OutputPath;
use crate::site::publish::MANIFEST;

use super::base_path::SitePath;

/// What there is at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    File(SiteFile),
    /// A folder with a page, requested without its `/`.
    FolderWithoutSlash,
    /// Nothing that is served.
    Missing,
    /// The output folder does not exist: it is not built yet, or just being replaced.
    NoSite,
}

/// A file in the output folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SiteFile {
    /// The path on disk, with symbolic links resolved.
    pub(super) on_disk: PathBuf,
    pub(super) output: OutputPath,
}

/// Looks up a path on disk. Symbolic links are followed if they stay in the folder.
pub(super) fn look_up(folder: &Path, path: &SitePath) -> Lookup {
    let Ok(root) = folder.canonicalize() else {
        return Lookup::NoSite;
    };
    in_root(&root, path).unwrap_or(Lookup::Missing)
}

fn in_root(root: &Path, path: &SitePath) -> io::Result<Lookup> {
    let names = path.names.iter();
    let on_disk = names.fold(root.to_owned(), |folder, name| folder.join(name));
    let on_disk = on_disk.canonicalize()?;
    if !on_disk.is_dir() {
        let file = site_file(root, on_disk).filter(|_| !path.is_folder);
        return Ok(file.map_or(Lookup::Missing, Lookup::File));
    }
    let index = site_file(root, on_disk.join("index.html").canonicalize()?);
    Ok(match index {
        Some(_) if !path.is_folder => Lookup::FolderWithoutSlash,
        Some(file) => Lookup::File(file),
        None => Lookup::Missing,
    })
}

/// A file that is served: not the manifest, not outside of the folder, and no pipe or device, which would never end.
fn site_file(root: &Path, on_disk: PathBuf) -> Option<SiteFile> {
    let path = on_disk.strip_prefix(root).ok()?;
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    let is_manifest = matches!(names.as_slice(), [name] if name.eq_ignore_ascii_case(MANIFEST));
    let output = OutputPath::file(&names.join("/"));
    let is_served = !is_manifest && on_disk.is_file();
    is_served.then_some(SiteFile { on_disk, output })
}
