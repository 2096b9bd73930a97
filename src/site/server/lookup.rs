//! Finds the file of a path in the output folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::output::OutputPath;
use crate::site::publish::MANIFEST;

use super::base_path::SitePath;
use super::change_log::Revision;
use super::content_type::is_page;

/// What there is at a path.
pub(super) enum Lookup {
    Page(Page),
    /// A file on disk that is no page. Symbolic links in its path are resolved.
    File(PathBuf),
    /// A file that is no page, with its bytes.
    Bytes(OutputPath, Arc<[u8]>),
    /// A folder with a page, requested without its `/`.
    FolderWithoutSlash,
    /// Nothing that is served.
    Missing,
    /// The output folder does not exist: it is not built yet, or just being replaced.
    NoSite,
}

/// A page, without the script.
pub(super) struct Page {
    pub(super) output: OutputPath,
    pub(super) html: Vec<u8>,
    /// A revision that is not newer than the page.
    pub(super) revision: Revision,
}

/// Looks up a path on disk. Symbolic links are followed if they stay in the folder.
///
/// `revision` is the current one. If the page is newer than that, it reloads once too often, but never too seldom.
pub(super) fn look_up(folder: &Path, path: &SitePath, revision: Revision) -> Lookup {
    let Ok(root) = folder.canonicalize() else {
        return Lookup::NoSite;
    };
    look_up_in(&root, path, revision).unwrap_or(Lookup::Missing)
}

fn look_up_in(root: &Path, path: &SitePath, revision: Revision) -> io::Result<Lookup> {
    let names = path.names.iter();
    let mut on_disk = names.fold(root.to_owned(), |folder, name| folder.join(name));
    on_disk = on_disk.canonicalize()?;
    let is_folder = on_disk.is_dir();
    if is_folder {
        on_disk = on_disk.join("index.html").canonicalize()?;
    }
    let Some(output) = served_output(root, &on_disk) else {
        return Ok(Lookup::Missing);
    };
    match (is_folder, path.is_folder) {
        (true, false) => return Ok(Lookup::FolderWithoutSlash),
        (false, true) => return Ok(Lookup::Missing),
        _ if !is_page(&on_disk) => return Ok(Lookup::File(on_disk)),
        _ => {}
    }
    Ok(match fs::read(on_disk) {
        Ok(html) => Lookup::Page(Page {
            output,
            html,
            revision,
        }),
        Err(_) => Lookup::NoSite,
    })
}

/// The output that a file on disk is, if it is served: not the manifest, not outside of the folder, and no pipe or
/// device, which would never end.
fn served_output(root: &Path, on_disk: &Path) -> Option<OutputPath> {
    let path = on_disk.strip_prefix(root).ok()?;
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    let is_manifest = matches!(names.as_slice(), [name] if name.eq_ignore_ascii_case(MANIFEST));
    let is_served = !is_manifest && on_disk.is_file();
    is_served.then(|| OutputPath::file(&names.join("/")))
}
