//! What the name of a file tells about it.

use std::ffi::OsStr;
use std::path::Path;

use super::SETTINGS_FILE;
use crate::base::source::SourcePath;

/// The folders of a site that are read: pages and registries, and themes.
pub(in crate::site) const SOURCE_FOLDERS: [&str; 2] = ["content", "themes"];

/// The kind of a file in one of [`SOURCE_FOLDERS`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SourceKind {
    /// Markdown or a registry.
    Text,
    /// Any other file of the content.
    Asset,
    /// A file of a theme.
    Theme,
}

/// The kind of the file at a path.
pub(super) fn source_kind(path: &SourcePath) -> SourceKind {
    let name = path.file_name();
    let is_text = [".md", ".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    match path.as_str().starts_with("themes/") {
        true => SourceKind::Theme,
        false if is_text => SourceKind::Text,
        false => SourceKind::Asset,
    }
}

/// Whether a site path is that of the settings, of a source folder, or below one.
pub(super) fn is_source(site_path: &Path) -> bool {
    let is_below = |folder: &str| site_path.starts_with(folder);
    is_below(SETTINGS_FILE) || SOURCE_FOLDERS.into_iter().any(is_below)
}

/// Whether a file or folder of this name is read. Hidden files and the temporary files of editors are not.
pub(in crate::site) fn is_visible(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let is_temporary = name.ends_with('~')
        || name.ends_with(".swp")
        || name.starts_with('#') && name.ends_with('#');
    !name.starts_with('.') && !is_temporary
}

/// A site path as a value. Returns `None` if it is not UTF-8.
pub(super) fn source_path(site_path: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = site_path.iter().map(OsStr::to_str).collect();
    Some(SourcePath::new(&parts?.join("/")))
}

/// A site path to show to people. Bytes that are not UTF-8 are replaced.
pub(super) fn lossy_source_path(site_path: &Path) -> SourcePath {
    let parts: Vec<_> = site_path.iter().map(OsStr::to_string_lossy).collect();
    SourcePath::new(&parts.join("/"))
}
