//! Random edits of a site, as editors and version control make them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::fixtures::{Files, replace};
use crate::random_text::{TextChange, apply_to_text, text_change};

/// An edit of a site.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Changes a text at random.
    Type(Index, TextChange),
    /// Restores a file as it was at first; removes it if there was none.
    Restore(Index),
    /// Restores all files as they were at first.
    RestoreAll,
    /// Deletes a file.
    Delete(Index),
    /// Moves a file.
    Move(Index, &'static str),
    /// Copies a file.
    Copy(Index, &'static str),
    /// Renames a folder.
    MoveFolder(&'static str, &'static str),
    /// Replaces a word everywhere in a file.
    Replace(Index, &'static str, &'static str),
    /// Replaces a word everywhere.
    ReplaceAll(&'static str, &'static str),
    /// Replaces a word everywhere in the settings.
    Settings(&'static str, &'static str),
    /// Lets a day pass, which the caller must do.
    Wait,
}

const PLACES: &[&str] = &[
    "content/nuova.md",
    "content/tavoli/nuova.md",
    "content/tavoli/_index.md",
    "content/foto.png",
    "content/consulta.md",
    "content/consulta.de.md",
    "content/a/b/c.md",
    "content/altro.yaml",
    "content/consulta/calendar.ics",
    "content/feed.xml",
    "content/Orari.md",
];

const FOLDERS: &[(&str, &str)] = &[
    ("content/tavoli/", "content/gruppi/"),
    ("content/gruppi/", "content/tavoli/"),
    ("content/tavoli/", "content/"),
    ("themes/mini/", "themes/altro/"),
];

const WORDS: &[(&str, &str)] = &[
    ("Comune di Alba", "Città di Alba"),
    ("Città di Alba", "Comune di Alba"),
    ("title: ", "title: Nuovo "),
    ("summary: ", "nav_title: Breve\nsummary: "),
    ("comune-alba", "comune-bra"),
    ("comune-bra", "comune-nizza"),
    ("comune-nizza", "comune-alba"),
    ("provincia-cuneo", "comune-alba"),
    ("type: body", "type: page"),
    ("body: cabina", "body: consulta"),
    ("type: page", "type: body"),
    ("tecnico", "politico"),
    ("#origini", "#sportello"),
    ("## ", "### "),
    ("casa", "lavoro"),
    ("lavoro", "famiglia"),
    ("parent: consulta", "parent: cabina"),
    ("order: 1", "order: -1"),
    ("summary: ", "extra: {rank: 3}\nsummary: "),
    ("rank: 3", "rank: -3"),
    ("by = \"updated\"", "by = \"order\""),
    ("when = \"past\"", "when = \"coming\""),
    ("id: ", "draft: true, id: "),
    ("---\n", "---\ndraft: true\n"),
    ("draft: true", "draft: false"),
    ("anna-rossi", "ugo-bianchi"),
    ("2024-01-01", "2026-11-25"),
    ("consulta.md", "privacy.md"),
    ("aliases: [", "aliases: [/orari/, "),
    ("ref:", "ref:x"),
    ("\"it\"", "\"de\""),
    ("site", "page"),
    ("h1", "h2"),
    ("mini", "civico"),
    ("consulte.example/sito", "altro.example"),
    ("count: ", "count: 9"),
    ("list_length = 4", "list_length = 7"),
    ("{{ page }}", "{{ page.x.y }}"),
    ("page.x.y", "page"),
    ("text: ", "text: Nuovo "),
    ("establishes", "regulates"),
    ("Tavolo", "Gruppo"),
    ("Fachtisch", "Runde"),
    ("members: [comune-alba, ", "members: ["),
    ("{id: chi, ", "{held_by: consulta/esperto, id: chi, "),
    ("consulta/esperto", "cabina/sindaci"),
    ("{id: esperto", "{id: esperta"),
    ("id: esperto", "count: 3\n    id: esperto"),
    ("{id: vice, ", "{among: [sindaci], id: vice, "),
    (
        "kind: coordination",
        "kind: college\nprocedure: {secretariat: provincia-cuneo, rules: delibera-1}",
    ),
    ("kind: law", "cited_by: section, kind: law"),
    (
        "reviewed: 2026",
        "accepted: [{code: no-chair, because: Così}]\nreviewed: 2026",
    ),
    ("code: no-chair", "code: not-reviewed"),
    (
        "valid: {from: 2010",
        "valid: {until: 2020-01-01, from: 2010",
    ),
];

const SETTINGS: &[(&str, &str)] = &[
    ("\"Consulte\"", "\"Tavoli\""),
    ("\"Consulte\"", "{it = \"Consulte\", de = \"Beiräte\"}"),
    ("Beiräte", "Räte"),
    ("\"Consulte\"", "{it = \"\", de = \"Beiräte\"}"),
    ("language = ", "authority = \"Comune di Alba\"\nlanguage = "),
    ("language = ", "logo = \"foto.png\"\nlanguage = "),
    (
        "language = ",
        "description = \"Chi siede dove.\"\nlanguage = ",
    ),
    ("consulte.example/sito", "consulte.example"),
    ("body/consulta", "body/cabina"),
    ("body/consulta", "consulta.md"),
    ("La consulta", "Il tavolo"),
    ("Provincia di Cuneo", "Comune di Alba"),
    ("page/privacy", "page/orari"),
    ("[\"it\", \"de\"]", "[\"it\"]"),
    ("list_length = 4", "list_length = 3"),
    ("title = \"Accessibilità\"", "role = \"privacy\""),
];

pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let file = any::<Index>;
    let word = || prop::sample::select(WORDS);
    prop_oneof![
        4 => (file(), text_change()).prop_map(|(at, change)| Edit::Type(at, change)),
        4 => file().prop_map(Edit::Restore),
        2 => Just(Edit::RestoreAll),
        2 => file().prop_map(Edit::Delete),
        2 => (file(), prop::sample::select(PLACES)).prop_map(|(at, to)| Edit::Move(at, to)),
        1 => (file(), prop::sample::select(PLACES)).prop_map(|(at, to)| Edit::Copy(at, to)),
        1 => prop::sample::select(FOLDERS).prop_map(|(from, to)| Edit::MoveFolder(from, to)),
        6 => (file(), word()).prop_map(|(at, (from, to))| Edit::Replace(at, from, to)),
        3 => word().prop_map(|(from, to)| Edit::ReplaceAll(from, to)),
        3 => prop::sample::select(SETTINGS).prop_map(|(from, to)| Edit::Settings(from, to)),
        1 => Just(Edit::Wait),
    ]
}

/// Applies an edit to files.
pub(crate) fn apply_edit(files: &mut Files, first: &Files, edit: &Edit) {
    let names = |files: &Files| -> Vec<String> {
        let all: BTreeSet<&String> = files.keys().chain(first.keys()).collect();
        all.into_iter().cloned().collect()
    };
    let present = |at: &Index, files: &Files| -> String {
        let names: Vec<&String> = files.keys().filter(|it| *it != "site.toml").collect();
        names[at.index(names.len())].clone()
    };
    match edit {
        Edit::Type(at, change) => {
            let name = at.get(&names(files)).clone();
            if let Some(bytes) = files.get_mut(&name) {
                *bytes = apply_to_text(&String::from_utf8_lossy(bytes), change).into_bytes();
            }
        }
        Edit::Restore(at) => {
            let name = at.get(&names(files)).clone();
            match first.get(&name) {
                Some(bytes) => drop(files.insert(name, bytes.clone())),
                None => drop(files.remove(&name)),
            }
        }
        Edit::RestoreAll => files.clone_from(first),
        Edit::Delete(at) => drop(files.remove(&present(at, files))),
        Edit::Move(at, to) => {
            let bytes = files.remove(&present(at, files)).unwrap();
            files.insert((*to).to_owned(), bytes);
        }
        Edit::Copy(at, to) => {
            let bytes = files[&present(at, files)].clone();
            files.insert((*to).to_owned(), bytes);
        }
        Edit::MoveFolder(from, to) => {
            let inside = files.keys().filter(|name| name.starts_with(from));
            for name in inside.cloned().collect::<Vec<_>>() {
                let bytes = files.remove(&name).unwrap();
                files.insert(name.replacen(from, to, 1), bytes);
            }
        }
        Edit::Replace(at, from, to) => replace(files.get_mut(at.get(&names(files))), from, to),
        Edit::ReplaceAll(from, to) => {
            let all = files.iter_mut().filter(|(name, _)| name.ends_with(".md"));
            all.for_each(|(_, bytes)| replace(Some(bytes), from, to));
        }
        Edit::Settings(from, to) => replace(files.get_mut("site.toml"), from, to),
        Edit::Wait => {}
    }
}
