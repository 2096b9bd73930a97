//! What somebody does to a site: the edits of the properties, and the site that they begin with.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use raccordo::content::views::TEMPLATES;

use crate::random_content::{self, apply, change};
use crate::site::good_files;

pub(crate) use crate::memory_sources::Files;

/// Something that somebody does to a site.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// Types into a file, perhaps not what it should be.
    Type(Index, random_content::Change),
    /// Puts a file back as it was at first; takes it away if there was none.
    Restore(Index),
    /// Puts everything back as it was at first.
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
    /// Waits for another day.
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
    ("type: page", "type: body"),
    ("tecnico", "politico"),
    ("#origini", "#sportello"),
    ("## ", "### "),
    ("casa", "lavoro"),
    ("lavoro", "famiglia"),
    ("parent: consulta", "parent: cabina"),
    ("order: 1", "order: -1"),
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
        4 => (file(), change()).prop_map(|(at, change)| Edit::Type(at, change)),
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

/// Does it. Days are the caller's.
pub(crate) fn act(files: &mut Files, first: &Files, edit: &Edit) {
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
                *bytes = apply(&String::from_utf8_lossy(bytes), change).into_bytes();
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

/// Replaces a word everywhere in a file that is there.
pub(crate) fn replace(bytes: Option<&mut Vec<u8>>, from: &str, to: &str) {
    if let Some(bytes) = bytes {
        *bytes = String::from_utf8_lossy(bytes)
            .replace(from, to)
            .into_bytes();
    }
}

/// The good site, with everything that it does not use, and pages that hold their whole view.
pub(crate) fn first() -> Files {
    let mut files = good_files();
    let more: &[(&str, &str)] = &[
        ("content/cabina.md", include_str!("full/cabina.md")),
        ("content/cabina.de.md", include_str!("full/cabina.de.md")),
        ("content/tavoli/_index.md", include_str!("full/tavoli.md")),
        ("content/tavoli/tecnico.md", include_str!("full/tecnico.md")),
        ("content/tavoli/bozza.md", include_str!("full/bozza.md")),
        ("content/orari.de.md", include_str!("full/orari.de.md")),
        ("content/persone.yaml", include_str!("full/persone.yaml")),
    ];
    for (path, text) in more {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    let settings = String::from_utf8(files["site.toml"].clone()).unwrap();
    let settings = settings.replace(
        "theme = \"mini\"",
        "theme = \"mini\"\nlist_length = 4\nlanguages = [\"it\", \"de\"]",
    );
    files.insert("site.toml".to_owned(), settings.into_bytes());
    for (template, variables) in TEMPLATES {
        let variables = variables.iter().map(|it| format!("{{{{ {it} }}}}\n"));
        let text = format!("<h1></h1>\n{}", variables.collect::<String>());
        let path = format!("themes/mini/templates/{template}");
        files.insert(path, text.into_bytes());
    }
    files
}

/// The same, with a search over its pages.
pub(crate) fn searchable() -> Files {
    let mut files = first();
    replace(files.get_mut("site.toml"), "enabled = false", "");
    let templates = files
        .iter_mut()
        .filter(|(path, _)| path.contains("/templates/"));
    templates.for_each(|(_, text)| text.splice(0..0, *b"<html>").for_each(drop));
    files
}
