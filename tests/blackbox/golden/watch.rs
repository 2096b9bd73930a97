//! The golden lines of `watch`: edits, an error and its end, a warning, a page that goes.

use std::fs;

use super::assert_golden;
use crate::fixtures::full_files;
use crate::process::{Place, Process, write};

/// An edit that is seen at once and whole: another file takes the place of the one before.
fn replace(place: &Place, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(place.at(path)).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from} in {path}");
    let beside = place.at(".edited");
    write(&beside, text.replace(from, to).as_bytes());
    fs::rename(beside, place.at(path)).unwrap();
}

/// The text with `…` for each number before ` ms` or ` s`.
fn without_times(text: &str) -> String {
    let hide_number = |piece: &str| {
        let before = piece.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        match piece.ends_with(|c: char| c.is_ascii_digit()) {
            true => before.to_owned() + "…",
            false => piece.to_owned(),
        }
    };
    [" ms", " s"].iter().fold(text.to_owned(), |text, unit| {
        let pieces: Vec<String> = text.split(unit).map(hide_number).collect();
        pieces.join(unit)
    })
}

fn watch(args: &[&str], edits: impl Fn(&Place, &mut Process)) -> String {
    let place = Place::new(&full_files());
    let mut process = place.start(&[&["watch"], args].concat());
    process.says_next("Watching");
    edits(&place, &mut process);
    process.end("INT");
    let root = place.root().canonicalize().unwrap();
    let said = |text: String| without_times(&text).replace(root.to_str().unwrap(), "ROOT");
    let (stdout, stderr) = (said(process.stdout()), said(process.stderr()));
    format!("--- standard output\n{stdout}\n--- standard error\n{stderr}--- end\n")
}

#[test]
fn watch_lines() {
    let said = watch(&[], |place, process| {
        replace(place, "content/consulta.md", "lavora", "opera");
        process.says_next("content/consulta.md: ");
        replace(
            place,
            "content/consulta.md",
            "kind: coordination",
            "kind: coordinazione",
        );
        process.says_next("the site stays as it was");
        replace(
            place,
            "content/consulta.md",
            "kind: coordinazione",
            "kind: coordination",
        );
        process.says_next("No more errors.");
        replace(place, "content/orari.md", "summary: Quando trovarci.\n", "");
        process.says_next("content/orari.md: ");
        fs::remove_file(place.at("content/note-legali.md")).unwrap();
        process.says_next("the site stays as it was");
        replace(place, "site.toml", "ref:page/note-legali", "ref:page/orari");
        process.says_next("No more errors.");
    });
    assert_golden("watch_lines", &said);
}

#[test]
fn watch_lines_with_explanations() {
    let said = watch(&["--explain"], |place, process| {
        replace(place, "content/consulta.md", "lavora", "opera");
        process.says_next("content/consulta.md: ");
        replace(
            place,
            "content/documents.yaml",
            "Delibera 1 del 2010",
            "Delibera 1",
        );
        process.says_next("content/documents.yaml: ");
    });
    assert_golden("watch_lines_with_explanations", &said);
}
