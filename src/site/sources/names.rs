//! What the path of a file tells about it.

use std::ffi::OsStr;
use std::path::Path;

use super::SETTINGS_FILE;
use super::naming::{Fate, fate};
use super::skipped::Skipped;
use crate::base::source::{ADDRESSES_FILE, SourcePath};

pub(super) const CONTENT_FOLDER: &str = "content";

const THEMES_FOLDER: &str = "themes";

/// The folders of a site that are read: pages and registries, and themes.
pub(in crate::site) const SOURCE_FOLDERS: [&str; 2] = [CONTENT_FOLDER, THEMES_FOLDER];

/// The kind of a file in one of [`SOURCE_FOLDERS`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SourceKind {
    /// Markdown or a registry.
    Text,
    /// Any other file of the content.
    Asset,
    /// A file of a theme. Its bytes are kept.
    Theme,
    /// The list of published addresses. Its bytes are kept.
    Addresses,
}

/// The kind of the file at a path.
pub(super) fn source_kind(path: &SourcePath) -> SourceKind {
    let name = path.file_name();
    let is_text = [".md", ".yaml", ".yml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    match path.as_str() {
        ADDRESSES_FILE => SourceKind::Addresses,
        path if path.starts_with("themes/") => SourceKind::Theme,
        _ if is_text => SourceKind::Text,
        _ => SourceKind::Asset,
    }
}

/// Whether a site path is that of the settings, of a source folder, or below one.
pub(super) fn is_source(site_path: &Path) -> bool {
    let is_below = |folder: &str| site_path.starts_with(folder);
    is_below(SETTINGS_FILE) || is_below(ADDRESSES_FILE) || SOURCE_FOLDERS.into_iter().any(is_below)
}

/// Whether a file or folder of this name is read. Hidden files and what editors and systems leave are not.
pub(in crate::site) fn is_visible(name: &OsStr) -> bool {
    let fate = fate(&name.to_string_lossy());
    !matches!(fate, Fate::Ignored | Fate::LeftOut(_))
}

/// Whether a change at a path, relative to a folder that is read, may change what is found there: it is read, or a
/// warning says that it is left out.
pub(in crate::site) fn is_noticed(path: &Path) -> bool {
    let mut names = path.iter();
    let last = names.next_back();
    names.all(is_visible) && last.is_none_or(|name| fate(&name.to_string_lossy()) != Fate::Ignored)
}

/// What keeps an entry with this name and fate out, whatever it is.
pub(super) fn skipped_by_name(name: &OsStr, fate: Fate) -> Option<Skipped> {
    match (name.to_str(), fate) {
        (_, Fate::LeftOut(reason)) => Some(Skipped::LeftOut(reason)),
        (None, _) => Some(Skipped::Unreadable("detail-name")),
        (Some(name), _) if name.contains(is_control) => {
            Some(Skipped::Unreadable("detail-control-name"))
        }
        _ => None,
    }
}

/// What keeps a file with this site path, and the fate of its name, out.
pub(super) fn skipped_file(site_path: &Path, fate: Fate) -> Option<Skipped> {
    if SOURCE_FOLDERS.map(Path::new).contains(&site_path) || is_theme_folder(site_path) {
        return Some(Skipped::Unreadable("detail-not-folder"));
    }
    match fate {
        Fate::Misnamed(ending) if site_path.starts_with(CONTENT_FOLDER) => {
            Some(Skipped::Misnamed(ending))
        }
        _ => None,
    }
}

/// What keeps a folder out because of its site path.
pub(super) fn skipped_folder(site_path: &Path) -> Option<Skipped> {
    let is_file_of_theme = site_path.starts_with(THEMES_FOLDER)
        && [".ftl", ".html", "theme.toml"]
            .iter()
            .any(|ending| site_path.to_string_lossy().ends_with(ending));
    (is_file_of_theme || site_path == Path::new(SETTINGS_FILE))
        .then_some(Skipped::Unreadable("detail-folder"))
}

/// Whether links in this folder may not lead out of it: the content, the folder of all themes, each theme.
pub(super) fn is_boundary(site_path: &Path) -> bool {
    let depth = site_path.iter().count();
    depth == 1 || depth == 2 && site_path.starts_with(THEMES_FOLDER)
}

/// A site path as a value. Returns `None` if it is not UTF-8.
pub(super) fn source_path(site_path: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = site_path.iter().map(OsStr::to_str).collect();
    Some(SourcePath::new(&parts?.join("/")))
}

/// A site path to show to people. Bytes that are not UTF-8 are replaced, and characters that are not seen.
pub(super) fn lossy_source_path(site_path: &Path) -> SourcePath {
    let parts: Vec<_> = site_path.iter().map(OsStr::to_string_lossy).collect();
    SourcePath::new(&parts.join("/").replace(is_control, "\u{fffd}"))
}

/// Whether a character is not seen and changes what is: a line break, or one that turns the direction of a text.
fn is_control(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a site path is that of a folder of a theme in which its files are sought.
fn is_theme_folder(site_path: &Path) -> bool {
    let folders = ["templates", "static", "i18n"].map(OsStr::new);
    site_path.iter().count() == 3
        && site_path.starts_with(THEMES_FOLDER)
        && site_path
            .file_name()
            .is_some_and(|it| folders.contains(&it))
}
