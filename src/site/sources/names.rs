//! What the names of files say.

use std::ffi::OsStr;
use std::path::Path;

use crate::base::source::SourcePath;

/// The folder of pages and registries.
pub(super) const CONTENT: &str = "content";

/// The folders of a site that are read.
pub(in crate::site) const FOLDERS: [&str; 2] = [CONTENT, "themes"];

/// What a file below one of [`FOLDERS`] is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Markdown, or a registry.
    Text,
    /// Any other file of the content.
    Asset,
    /// A file of a theme.
    Theme,
}

/// Whether a file or folder of this name is looked at. Hidden ones are not, nor what editors leave
/// beside the files that they save.
pub(in crate::site) fn is_visible(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let left_over = name.ends_with('~')
        || name.ends_with(".swp")
        || name.starts_with('#') && name.ends_with('#');
    !name.starts_with('.') && !left_over
}

/// What the file at a path is.
pub(super) fn kind(path: &SourcePath) -> Kind {
    let name = path.file_name();
    let is_text = [".md", ".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    match path.as_str().starts_with("themes/") {
        true => Kind::Theme,
        false if is_text => Kind::Text,
        false => Kind::Asset,
    }
}

/// A path from the site's root as a value; `None` if it is not UTF-8.
pub(super) fn source_path(path: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
    Some(SourcePath::new(&parts?.join("/")))
}

/// A path from the site's root, to be shown, whatever it is made of.
pub(super) fn shown(path: &Path) -> SourcePath {
    let parts: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    SourcePath::new(&parts.join("/"))
}
