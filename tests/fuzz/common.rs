//! What the targets share: a site out of bytes.

use std::collections::BTreeMap;

use raccordo::base::date::Date;
use raccordo::base::source::{SourceFile, SourcePath};
use raccordo::build::{AsOf, Observer, Options, Outcome, Workspace};
use raccordo::notation::place::locate;

#[path = "../shared/memory_sources.rs"]
mod memory_sources;

use memory_sources::{Files, MemorySources, turn};

/// Settings with which a site is built.
pub const SETTINGS: &str =
    "title = \"t\"\nbase_url = \"https://a.example\"\nlanguage = \"it\"\nlanguages = [\"de\"]\n";

/// The files that an input holds: a path, a zero, the bytes, two zeros, and so on.
pub fn files(data: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut rest = data;
    while !rest.is_empty() {
        let end = rest.windows(2).position(|it| it == [0, 0]);
        let (file, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.get(2..).unwrap_or_default();
        let name = file
            .iter()
            .position(|byte| *byte == 0)
            .unwrap_or(file.len());
        let path = String::from_utf8_lossy(&file[..name]).into_owned();
        files.insert(path, file.get(name + 1..).unwrap_or_default().to_vec());
    }
    files
}

/// A file of a site.
pub fn file(path: &str, bytes: &[u8]) -> SourceFile {
    SourceFile::new(SourcePath::new(path), bytes.to_vec())
}

/// Builds a site of these settings and texts with the theme that comes with the program and these files.
pub fn build(
    settings: &[u8],
    texts: &[(String, Vec<u8>)],
    themes: &[(String, Vec<u8>)],
) -> Outcome {
    let mut files: Files = texts.iter().chain(themes).cloned().collect();
    files.insert("site.toml".to_owned(), settings.to_vec());
    let sources = MemorySources::new(&files).with_embedded_theme();
    let as_of = AsOf::Day(Date::parse("2026-11-21").expect("a day"));
    let options = Options {
        pages: true,
        ..Options::default()
    };
    let mut workspace = Workspace::new(options);
    let everything = sources.everything();
    let outcome = turn(
        &mut workspace,
        &sources,
        everything,
        as_of,
        Observer::default(),
    );
    let findings = workspace.findings();
    locate(findings.all(), |path| sources.text(path));
    assert_eq!(
        findings.has_errors(false),
        outcome.update.is_none(),
        "{findings:?}"
    );
    outcome
}
