//! Which group of modules may use which.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::path::Path;

/// A source file: its path below `src`, and its code without comments and unit tests.
struct Source {
    path: String,
    code: String,
}

fn sources(under: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&root).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        let is_test = path.ends_with("tests.rs") || path.contains("/tests/");
        if path.ends_with(".rs") && path.starts_with(under) && !is_test {
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = without_tests(&without_comments(&text));
            sources.push(Source { path, code });
        }
    }
    assert!(!sources.is_empty(), "nothing under src/{under}");
    sources
}

fn without_comments(text: &str) -> String {
    let code = text.lines().map(|line| match line.find("//") {
        // A `//` in a text, as in an address, is no comment.
        Some(at) if !line[..at].ends_with([':', '"']) => &line[..at],
        _ => line,
    });
    code.collect::<Vec<_>>().join("\n")
}

fn without_tests(code: &str) -> String {
    code.split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Whether a name stands in the code as a word of its own.
fn names(code: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

#[track_caller]
fn no_file_names(under: &str, forbidden: &[&str]) {
    let mut found = Vec::new();
    for source in sources(under) {
        let names = forbidden.iter().filter(|name| names(&source.code, name));
        found.extend(names.map(|name| format!("src/{} names {name}", source.path)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn base_knows_no_other_folder() {
    let groups = [
        "crate::content",
        "crate::site",
        "crate::build",
        "crate::cli",
        "crate::messages",
    ];
    no_file_names("base/", &groups);
}

#[test]
fn content_knows_neither_site_nor_build() {
    let groups = [
        "crate::site",
        "crate::build",
        "crate::cli",
        "crate::messages",
    ];
    no_file_names("content/", &groups);
}

#[test]
fn base_and_content_use_no_disk_clock_or_network() {
    let world = [
        "std::fs",
        "std::net",
        "std::process",
        "std::env",
        "SystemTime",
        "Instant",
        "tera",
        "notify",
        "walkdir",
    ];
    for group in ["base/", "content/"] {
        no_file_names(group, &world);
    }
}

#[test]
fn site_knows_neither_content_nor_build() {
    let groups = [
        "crate::content",
        "crate::build",
        "crate::cli",
        "crate::messages",
    ];
    no_file_names("site/", &groups);
}

#[test]
fn site_does_not_name_bodies_and_seats() {
    let things = [
        "Body",
        "Seat",
        "Holder",
        "Meeting",
        "Organization",
        "seat",
        "seats",
        "holder",
        "organization",
    ];
    no_file_names("site/", &things);
}

#[test]
fn only_build_joins_content_and_site() {
    let joining = |source: &Source| {
        names(&source.code, "crate::content") && names(&source.code, "crate::site")
    };
    let joiners: Vec<String> = sources("")
        .into_iter()
        .filter(joining)
        .map(|source| source.path)
        .filter(|path| !path.starts_with("build/"))
        .collect();
    assert_eq!(joiners, [""; 0]);
}

#[test]
fn one_module_reads_yaml() {
    let readers: Vec<String> = sources("")
        .into_iter()
        .filter(|it| names(&it.code, "serde_yaml") || names(&it.code, "saphyr_parser"))
        .map(|source| source.path)
        .filter(|path| !path.starts_with("notation/yaml/"))
        .collect();
    assert_eq!(readers, [""; 0]);
}

#[test]
fn only_site_touches_the_disk() {
    let writers: Vec<String> = sources("")
        .into_iter()
        .filter(|source| names(&source.code, "std::fs"))
        .map(|source| source.path)
        .filter(|path| !path.starts_with("site/"))
        .collect();
    assert_eq!(writers, [""; 0]);
}

#[test]
fn only_publish_writes_to_the_output_folder() {
    // The others write beside it: texts that editors begin with, what the program remembers, a temporary folder for git,
    // and the probe of file times.
    let elsewhere = [
        "site/new_files.rs",
        "site/own_files.rs",
        "site/sources/git.rs",
        "site/stamp.rs",
    ];
    let writes = [
        "fs::write",
        "File::create",
        "File::create_new",
        "fs::create_dir",
        "fs::create_dir_all",
        "fs::rename",
        "fs::copy",
        "fs::hard_link",
        "fs::remove_file",
        "fs::remove_dir",
        "fs::remove_dir_all",
        "OpenOptions",
    ];
    let writers: Vec<String> = sources("")
        .into_iter()
        .filter(|source| writes.iter().any(|name| names(&source.code, name)))
        .map(|source| source.path)
        .filter(|path| !path.starts_with("site/publish/"))
        .collect();
    assert_eq!(writers, elsewhere);
}
