//! What a session reads of files that are edited while nobody tells of it.

use std::fs;

use super::*;
use crate::build::{Options, Unwatched};

#[test]
fn texts_that_are_parsed_again_are_as_they_are_now() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let write = |path: &str, text: &str| fs::write(root.join(path), text).unwrap();
    let settings = "title = \"A\"\nlanguage = \"it\"\n";
    fs::create_dir(root.join("content")).unwrap();
    write("site.toml", settings);
    write("content/a.md", "---\ntitle: A\nsummary: A.\n---\n");
    let site = Site {
        out: root.join("public"),
        day: None,
        options: Options::default(),
        root: root.clone(),
    };
    let mut session = Session::open(site).unwrap();
    session.first_turn(&Unwatched);
    let found = |session: &Session| format!("{:?}", session.findings());
    assert!(!found(&session).contains("DanglingReference"));

    write(
        "content/a.md",
        "---\ntitle: A\nsummary: A.\n---\n[B](ref:page/b)\n",
    );
    write("site.toml", &settings.replace("\"it\"", "\"en\""));
    let told = Hints::Paths([root.join("site.toml")].into());
    let changes = session.refresh(&told);
    assert!(changes.settings && changes.texts.is_empty());
    session.turn(&changes, &Unwatched);
    assert!(found(&session).contains("DanglingReference"));
}
