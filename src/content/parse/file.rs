//! The kind of a source file, by its name.

use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::settings::Settings;

/// The kind of a text file under `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `name.md`.
    Page,
    /// `_index.md`: the page of its folder.
    SectionIndex,
    /// `name.de.md`: the translation of `name.md` into another language of the site.
    Translation(Language),
    /// `name.yaml`.
    Registry,
}

/// The kind of a file.
pub fn classify(path: &SourcePath, settings: &Settings) -> FileKind {
    let name = path.file_name();
    let Some(stem) = name.strip_suffix(".md") else {
        return FileKind::Registry;
    };
    match language_suffix(stem, settings) {
        Some((_, language)) => FileKind::Translation(language),
        None if stem == "_index" => FileKind::SectionIndex,
        None => FileKind::Page,
    }
}

/// The name of a file without extension and language: `name` for `name.de.md`.
pub fn stem<'a>(path: &'a SourcePath, settings: &Settings) -> &'a str {
    let name = path.file_name();
    let stem = name.strip_suffix(".md").unwrap_or(name);
    language_suffix(stem, settings).map_or(stem, |(stem, _)| stem)
}

/// The original of a translation.
pub fn original(path: &SourcePath, settings: &Settings) -> SourcePath {
    path.join(&format!("{}.md", stem(path, settings)))
        .unwrap_or_else(|| path.clone())
}

/// The folder of a file relative to `content/`, without slashes at the start and the end.
pub fn folder(path: &SourcePath) -> &str {
    path.folder()
        .strip_prefix("content")
        .unwrap_or_default()
        .trim_start_matches('/')
}

fn language_suffix<'a>(stem: &'a str, settings: &Settings) -> Option<(&'a str, Language)> {
    let (stem, tag) = stem.rsplit_once('.')?;
    let others = settings.all_languages();
    let language = others
        .iter()
        .skip(1)
        .find(|language| language.as_str().eq_ignore_ascii_case(tag))?;
    Some((stem, language.clone()))
}
