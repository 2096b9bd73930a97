//! Examples of a refresh: the changes that it reports, and what it keeps.

use std::fs;

use raccordo::base::digest::Digest;
use raccordo::base::source::{Changes, SourcePath};
use raccordo::site::StatCache;
use raccordo::site::sources::{ChangeHints, Sources};

use super::folder::{Changed, Folder, assert_fresh, assert_texts, refresh};
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
    assert!(refresh(&mut sources, &ChangeHints::Everything).is_empty());
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
    let expected = Changed {
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
    assert_eq!(sources.tree().settings.text(), "title = \"A\"");
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
    folder.write("content/common/deep/x.md", "one");
    folder.write("themes/base/deep/x.md", "one");
    folder.link("content/all", "common");
    folder.link("content/one.md", "common/deep/x.md");
    folder.link("themes/t", "base/deep");
    let mut sources = folder.open();
    assert_eq!(sources.link_dependencies().len(), 0);
    folder.write("content/common/deep/x.md", "two");
    folder.write("themes/base/deep/x.md", "two");
    let hints = folder.hints(&["content/common/deep/x.md", "themes/base/deep/x.md"]);
    let changes = refresh(&mut sources, &hints);
    assert_eq!(
        changes.texts,
        paths([
            "content/all/deep/x.md",
            "content/common/deep/x.md",
            "content/one.md"
        ])
    );
    assert_eq!(
        changes.themes,
        paths(["themes/base/deep/x.md", "themes/t/x.md"])
    );
    fs::rename(folder.at("content/common"), folder.at("content/moved")).unwrap();
    let changes = refresh(
        &mut sources,
        &folder.hints(&["content/common", "content/moved"]),
    );
    assert_eq!(changes.texts.len(), 4);
    assert_eq!(sources.faults().len(), 2);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_folder_of_content_that_is_a_link_is_read_and_depended_on() {
    let folder = Folder::new();
    fs::rename(folder.at("content"), folder.at("texts")).unwrap();
    folder.write("texts/a/x.md", "one");
    folder.link("texts/b", "a");
    folder.link("content", "texts");
    let mut sources = folder.open();
    let outside = ["texts", "texts/a", "texts/b"].map(|path| folder.at(path));
    assert_eq!(sources.link_dependencies(), outside.into());
    assert_eq!(sources.tree().texts.len(), 3);
    folder.write("texts/a/x.md", "two");
    let changes = refresh(&mut sources, &folder.hints(&["texts/a/x.md"]));
    assert_eq!(changes.texts, paths(["content/a/x.md", "content/b/x.md"]));
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_change_within_one_tick_of_the_clock_is_found() {
    let folder = Folder::new();
    let mut sources = folder.open();
    for round in 0..200 {
        folder.write("content/_index.md", &format!("{round:03}"));
        refresh(&mut sources, &ChangeHints::Everything);
        let text = sources.text(&SourcePath::new("content/_index.md"));
        assert_eq!(text, Some(format!("{round:03}")));
    }
}

#[test]
fn a_site_needs_its_settings() {
    let folder = Folder::new();
    fs::remove_file(folder.at("site.toml")).unwrap();
    assert!(Sources::open(&folder.root).is_err());
}

/// The bytes of a text that has changed; `None` if it is gone.
fn bytes<'c>(changes: &'c Changes, path: &SourcePath) -> Option<&'c [u8]> {
    Some(&changes.texts[path].as_ref()?.bytes)
}

#[test]
fn a_text_is_shown_only_while_it_is_unchanged() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let path = SourcePath::new("content/a.md");
    let mut sources = folder.open();
    assert_eq!(sources.text(&path).as_deref(), Some("A"));
    folder.write("content/a.md", "B");
    assert_eq!(sources.text(&path), None);
    refresh(&mut sources, &ChangeHints::Everything);
    assert_eq!(sources.text(&path).as_deref(), Some("B"));
}

#[test]
fn a_text_is_handed_out_for_the_first_time_as_it_was_read() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let path = SourcePath::new("content/a.md");
    let mut sources = folder.open();
    folder.write("content/a.md", "other");
    let everything = sources.everything();
    assert_texts(&sources, &everything);
    assert_eq!(bytes(&everything, &path), Some(&b"A"[..]));
    let changes = sources.refresh(&ChangeHints::Everything);
    assert_eq!(bytes(&changes, &path), Some(&b"other"[..]));
}

#[test]
fn texts_are_handed_out_again_as_they_are_now() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    folder.write("content/b.md", "A");
    let (a, b) = (
        SourcePath::new("content/a.md"),
        SourcePath::new("content/b.md"),
    );
    let mut sources = folder.open();
    sources.everything();
    settle();
    refresh(&mut sources, &ChangeHints::Everything);

    // No hint names these changes.
    folder.write("content/a.md", "B");
    fs::remove_file(folder.at("content/b.md")).unwrap();
    let everything = sources.everything();
    assert_texts(&sources, &everything);
    assert_eq!(bytes(&everything, &a), Some(&b"B"[..]));
    assert_eq!(bytes(&everything, &b), None);
    assert_fresh(&sources, &folder.root);

    folder.write("content/a.md", "C");
    folder.write("content/b.md", "A");
    let changed = refresh(&mut sources, &folder.hints(&["content"]));
    assert_eq!(changed.texts, paths(["content/a.md", "content/b.md"]));
    assert_fresh(&sources, &folder.root);
}

#[test]
fn texts_of_the_same_state_are_no_change() {
    let folder = Folder::new();
    for path in ["content/a.md", "content/b.md", "content/c.png"] {
        folder.write(path, "A");
    }
    let mut sources = folder.open();
    let digest = |sources: &Sources, path| sources.tree().assets[path].digest;
    let png = SourcePath::new("content/c.png");
    let assets = [(png.clone(), digest(&sources, &png))].into();
    let mut texts = sources.tree().texts.clone();
    let changes = sources.changes_since(&texts, &assets);
    assert!(changes.is_empty(), "{changes:?}");

    // One text has changed, one is new, and one is removed.
    let other = Digest::of(b"other");
    texts
        .get_mut(&SourcePath::new("content/a.md"))
        .unwrap()
        .digest = other;
    let state = texts.remove(&SourcePath::new("content/b.md"));
    let gone = SourcePath::new("content/gone.md");
    texts.insert(gone.clone(), state.unwrap());
    let changes = sources.changes_since(&texts, &[(png.clone(), other)].into());
    assert_texts(&sources, &changes);
    let texts: std::collections::BTreeSet<SourcePath> = changes.texts.keys().cloned().collect();
    assert_eq!(
        texts,
        paths(["content/a.md", "content/b.md", "content/gone.md"])
    );
    assert_eq!(bytes(&changes, &gone), None);
    assert_eq!(changes.assets, [png].into());
}

/// The stat cache of a site.
fn known(folder: &Folder) -> Vec<u8> {
    settle();
    folder.open().stat_cache().to_bytes().unwrap()
}

#[test]
fn files_in_the_stat_cache_are_read_when_they_are_handed_out() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    folder.write("content/b.png", "B");
    // The stat cache says that both files had other bytes when they were last read.
    let before = ["A", "B"].iter().fold(known(&folder), |known, text| {
        forge_digest(&known, Digest::of(text.as_bytes()), Digest::of(b"before"))
    });
    let known = StatCache::from_bytes(&before);
    let mut sources = Sources::open_with_cache(&folder.root, known).unwrap();
    let (a, b) = (
        SourcePath::new("content/a.md"),
        SourcePath::new("content/b.png"),
    );
    let before = Digest::of(b"before");
    assert_eq!(sources.tree().texts[&a].digest, before);
    assert_eq!(sources.tree().assets[&b].digest, before);

    // Files of the same state are not read.
    let texts = sources.tree().texts.clone();
    let changes = sources.changes_since(&texts, &[(b, before)].into());
    assert!(changes.is_empty(), "{changes:?}");
    assert_eq!(sources.tree().texts[&a].digest, before);

    // The digests of files that are read are right.
    let everything = sources.everything();
    assert_texts(&sources, &everything);
    assert_eq!(bytes(&everything, &a), Some(&b"A"[..]));
    assert_eq!(sources.text(&a).as_deref(), Some("A"));
    assert!(
        refresh(&mut sources, &ChangeHints::Everything)
            .texts
            .is_empty()
    );
}

#[test]
fn a_damaged_stat_cache_is_empty() {
    let folder = Folder::new();
    folder.write("content/a.md", "A");
    let known = known(&folder);
    let of = |bytes: &[u8]| StatCache::from_bytes(bytes).to_bytes().unwrap();
    assert_eq!(of(&known), known);
    for at in 0..known.len() {
        let mut flipped = known.clone();
        flipped[at] ^= 4;
        assert_eq!(of(&flipped), of(&[]), "{at}");
        assert_eq!(of(&known[..at]), of(&[]), "{at}");
    }
}
