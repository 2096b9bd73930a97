//! The sites that tests begin with, as values.
//!
//! `good/` is small and has no fault, `full/` are pages that use what it does not, `quattro/` is in four languages.

use std::fs;
use std::path::Path;

use raccordo::content::views::TEMPLATES;
use tempfile::TempDir;

pub(crate) use crate::memory_sources::Files;

/// The pages of `full/`, where they stand in the good site.
const FULL_PAGES: &[(&str, &str)] = &[
    ("content/cabina.md", include_str!("full/cabina.md")),
    ("content/cabina.de.md", include_str!("full/cabina.de.md")),
    ("content/tavoli/_index.md", include_str!("full/tavoli.md")),
    ("content/tavoli/tecnico.md", include_str!("full/tecnico.md")),
    ("content/tavoli/bozza.md", include_str!("full/bozza.md")),
    ("content/orari.de.md", include_str!("full/orari.de.md")),
    ("content/persone.yaml", include_str!("full/persone.yaml")),
    ("content/sedute.yaml", include_str!("full/sedute.yaml")),
];

/// The files of the good site.
pub(crate) fn good_files() -> Files {
    folder("tests/blackbox/good")
}

/// The text of a file of the good site.
pub(crate) fn good(path: &str) -> String {
    String::from_utf8(good_files().remove(path).unwrap()).unwrap()
}

/// The good site with the pages of `full/`.
pub(crate) fn full_pages() -> Files {
    let mut files = good_files();
    for (path, text) in FULL_PAGES {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    files
}

/// The same in two languages with short lists, and with templates that print all that they are given: a page differs
/// as soon as anything differs that any theme could show.
pub(crate) fn full_files() -> Files {
    let mut files = full_pages();
    let languages = "theme = \"mini\"\nlist_length = 4\nlanguages = [\"it\", \"de\"]";
    replace(files.get_mut("site.toml"), "theme = \"mini\"", languages);
    for (template, variables) in TEMPLATES {
        let variables = variables.iter().map(|it| format!("{{{{ {it} }}}}\n"));
        let text = format!("<h1></h1>\n{}", variables.collect::<String>());
        let path = format!("themes/mini/templates/{template}");
        files.insert(path, text.into_bytes());
    }
    files.remove("themes/mini/templates/base.html");
    let list = "section = \"tavoli\"\nof = [\"body\", \"page\", \"section\"]";
    let manifest = files.get_mut("themes/mini/theme.toml");
    replace(
        manifest,
        "[lists.changed]\nof = [\"body\", \"page\"]",
        &format!("[lists.changed]\n{list}"),
    );
    files
}

/// The same, with a search over its pages.
pub(crate) fn full_files_with_search() -> Files {
    let mut files = full_files();
    replace(files.get_mut("site.toml"), "enabled = false", "");
    let templates = files
        .iter_mut()
        .filter(|(path, _)| path.contains("/templates/"));
    templates.for_each(|(_, text)| text.splice(0..0, *b"<html>").for_each(drop));
    files
}

/// The visible files of a folder of this repository.
pub(crate) fn folder(path: &str) -> Files {
    visible_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
}

/// The files below a folder that are not hidden.
pub(crate) fn visible_files(root: &Path) -> Files {
    let is_visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let files = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_entry(is_visible);
    let files = files.filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(root).unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        (path.to_str().unwrap().replace('\\', "/"), bytes)
    };
    files.map(read).collect()
}

/// Replaces a text everywhere in a file, if there is such a file.
pub(crate) fn replace(bytes: Option<&mut Vec<u8>>, from: &str, to: &str) {
    if let Some(bytes) = bytes {
        *bytes = String::from_utf8_lossy(bytes)
            .replace(from, to)
            .into_bytes();
    }
}

/// A folder that is removed with the value; in memory where there is such a place.
pub(crate) fn temporary_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}
