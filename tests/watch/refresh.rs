//! Examples of a refresh: the changes that it reports, and what it keeps.

use std::fs;
use std::sync::Arc;

use raccordo::base::digest::Digest;
use raccordo::base::source::Changes;
use raccordo::base::source::SourcePath;
use raccordo::site::Known;
use raccordo::site::sources::{Hints, Sources};

use super::folder::{Folder, assert_fresh, refresh};
use super::stat_cache::{forge_digest, settle};

fn paths<const N: usize>(paths: [&str; N]) -> std::collections::BTreeSet<SourcePath> {
    paths.iter().map(|path| SourcePath::new(path)).collect()
}

#[test]
fn the_same_bytes_are_no_change() {
    let folder = Folder::new();
    let mut sources = folder.open();
    folder.write("content/_index.md", "one");
    folder.write("site.toml", "title = \"A\"");
    assert!(
        refresh(
            &mut sources,
            &folder.hints(&["content/_index.md", "site.toml"])
        )
        .is_empty()
    );
    assert!(refresh(&mut sources, &Hints::Everything).is_empty());
}

#[test]
fn changes_are_grouped_by_kind_of_file() {
    let folder = Folder::new();
    let mut sources = folder.open();
    for path in [
        "site.toml",
        "content/a.md",
        "content/b.yaml",
        "content/c.png",
        "themes/t/x.html",
    ] {
        folder.write(path, "new");
    }
    let changes = refresh(
        &mut sources,
        &folder.hints(&["site.toml", "content", "themes"]),
    );
    let expected = Changes {
        settings: true,
        texts: paths(["content/a.md", "content/b.yaml"]),
        assets: paths(["content/c.png"]),
        themes: paths(["themes/t/x.html"]),
        faults: false,
    };
    assert_eq!(changes, expected);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn removed_settings_stay_in_force_and_are_reported() {
    let folder = Folder::new();
    let mut sources = folder.open();
    fs::remove_file(folder.at("site.toml")).unwrap();
    let changes = refresh(&mut sources, &folder.hints(&["site.toml"]));
    assert!(changes.faults && !changes.settings);
    assert_eq!(sources.tree().settings.text(), Some("title = \"A\""));
    assert_eq!(sources.faults().len(), 1);
    folder.write("site.toml", "title = \"B\"");
    let changes = refresh(&mut sources, &folder.hints(&["site.toml"]));
    assert!(changes.faults && changes.settings);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_theme_of_the_same_name_replaces_the_one_of_the_program() {
    let folder = Folder::new();
    let mut sources = folder.open();
    let embedded = sources.tree().themes.len();
    assert!(embedded > 1);
    folder.write("themes/civico/theme.toml", "");
    let changes = refresh(&mut sources, &folder.hints(&["themes/civico/theme.toml"]));
    assert_eq!(sources.tree().themes.len(), 1);
    assert!(changes.themes.len() >= embedded - 1);
    fs::remove_dir_all(folder.at("themes")).unwrap();
    refresh(&mut sources, &folder.hints(&["themes"]));
    assert_eq!(sources.tree().themes.len(), embedded);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_changed_file_is_found_under_all_its_links() {
    let folder = Folder::new();
    folder.write("common/deep/x.md", "one");
    folder.link("content/all", "../common");
    folder.link("content/one.md", "../common/deep/x.md");
    folder.link("themes/t", "../common/deep");
    let mut sources = folder.open();
    assert_eq!(sources.elsewhere().len(), 3);
    folder.write("common/deep/x.md", "two");
    let changes = refresh(&mut sources, &folder.hints(&["common/deep/x.md"]));
    assert_eq!(
        changes.texts,
        paths(["content/all/deep/x.md", "content/one.md"])
    );
    assert_eq!(changes.themes, paths(["themes/t/x.md"]));
    fs::rename(folder.at("common"), folder.at("moved")).unwrap();
    let changes = refresh(&mut sources, &folder.hints(&["common", "moved"]));
    assert_eq!(changes.texts.len(), 2);
    assert_eq!(sources.faults().len(), 3);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_change_within_one_tick_of_the_clock_is_found() {
    let folder = Folder::new();
    let mut sources = folder.open();
    for round in 0..200 {
        folder.write("content/_index.md", &format!("{round:03}"));
        refresh(&mut sources, &Hints::Everything);
        let text = sources.tree().text(&SourcePath::new("content/_index.md"));
        assert_eq!(text, Some(&*format!("{round:03}")));
    }
}

#[test]
fn a_site_needs_its_settings() {
    let folder = Folder::new();
    fs::remove_file(folder.at("site.toml")).unwrap();
    assert!(Sources::open(&folder.root).is_err());
}

#[test]
fn released_texts_are_read_again_only_unchanged() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let sources = folder.open();
    let path = SourcePath::new("content/a.md");
    let bytes = |sources: &Sources| sources.tree().texts[&path].bytes();
    sources.let_go();
    assert_eq!(bytes(&sources), Some(Arc::new(b"A".to_vec())));
    assert_eq!(sources.tree().text(&path), Some("A"));

    let sources = folder.open();
    sources.let_go();
    folder.write("content/a.md", "B");
    assert_eq!((bytes(&sources), sources.tree().text(&path)), (None, None));

    let mut sources = folder.open();
    sources.let_go();
    assert!(sources.hold_all());
    folder.write("content/a.md", "C");
    assert_eq!(bytes(&sources), Some(Arc::new(b"B".to_vec())));
    sources.let_go();
    assert!(!sources.hold_all());
    let changes = refresh(&mut sources, &Hints::Everything);
    assert_eq!(changes.texts, paths(["content/a.md"]));
    assert!(sources.hold_all());
}

/// The stat cache of a site.
fn known(folder: &Folder) -> Vec<u8> {
    settle();
    folder.open().known().to_bytes().unwrap()
}

#[test]
fn files_in_the_stat_cache_are_read_when_they_are_held() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    folder.write("content/b.png", "B");
    // The stat cache says that both files had other bytes when they were last read.
    let before = ["A", "B"].iter().fold(known(&folder), |known, text| {
        forge_digest(&known, Digest::of(text.as_bytes()), Digest::of(b"before"))
    });
    let mut sources = Sources::open_knowing(&folder.root, Known::read(&before)).unwrap();
    let (a, b) = (
        SourcePath::new("content/a.md"),
        SourcePath::new("content/b.png"),
    );
    assert_eq!(sources.tree().texts[&a].digest, Digest::of(b"before"));
    assert_eq!(sources.tree().assets[&b].digest, Digest::of(b"before"));

    assert!(sources.hold(&paths([])));
    assert!(!sources.hold(&paths(["content/a.md"])));
    let changes = refresh(&mut sources, &Hints::Everything);
    assert_eq!(changes.texts, paths(["content/a.md"]));
    assert_eq!(sources.tree().text(&a), Some("A"));
    assert!(sources.hold(&paths(["content/a.md"])));
}

#[test]
fn a_held_text_stays_as_it_was_read() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let known = known(&folder);
    let mut sources = Sources::open_knowing(&folder.root, Known::read(&known)).unwrap();
    assert!(sources.hold(&paths(["content/a.md"])));
    folder.write("content/a.md", "other");
    assert_eq!(
        sources.tree().text(&SourcePath::new("content/a.md")),
        Some("A")
    );
}

#[test]
fn a_damaged_stat_cache_is_empty() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let known = known(&folder);
    let of = |bytes: &[u8]| Known::read(bytes).to_bytes().unwrap();
    assert_eq!(of(&known), known);
    for at in 0..known.len() {
        let mut flipped = known.clone();
        flipped[at] ^= 4;
        assert_eq!(of(&flipped), of(&[]), "{at}");
        assert_eq!(of(&known[..at]), of(&[]), "{at}");
    }
}
