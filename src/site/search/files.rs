//! The files of an index, and what its languages and parts share.
//!
//! The first part of each language is in the folder of the index, the others in folders below it that are named by
//! their number. What a browser runs is there only once, with the first part.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::FOLDER;
use super::build::Part;
use crate::base::output::{Output, OutputPath};

/// The file with which a browser begins: it names the languages.
const ENTRY: &str = "pagefind-entry.json";

/// Parts of the names of files that no page loads: Pagefind's user interfaces.
const UNUSED: &[&str] = &["ui.", "ui-", "-highlight."];

/// The endings of the files that a browser loads of a part other than the first.
const DATA: &[&str] = &[".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"];

/// The key in the entry for the number of parts of a language, if there is more than one.
const PARTS: &str = "parts";

/// Makes a part of the files that Pagefind has built for it.
pub(super) fn part(
    number: usize,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<Part, String> {
    let mut part = Part {
        entry: Map::new(),
        files: Vec::new(),
    };
    for (name, bytes) in files {
        if name == ENTRY {
            let entry = serde_json::from_slice(&bytes);
            part.entry = entry.map_err(|error| format!("{ENTRY}: {error}"))?;
        } else if is_loaded(number, &name) {
            part.files.push(Output::of(path(number, &name), bytes));
        }
    }
    Ok(part)
}

/// Joins the parts of all languages. Files of the same name are the same, except for the entries.
pub(super) fn join<'a>(languages: impl Iterator<Item = Vec<&'a Part>>) -> Vec<Output> {
    let mut entries: Vec<Map<String, Value>> = Vec::new();
    let mut files: BTreeMap<&OutputPath, &Output> = BTreeMap::new();
    for parts in languages {
        for (number, part) in parts.iter().enumerate() {
            files.extend(part.files.iter().map(|file| (&file.path, file)));
            let mut entry = part.entry.clone();
            if number == 0 && parts.len() > 1 {
                set_parts(&mut entry, parts.len());
            }
            match entries.get_mut(number) {
                Some(joined) => add_languages(joined, entry),
                None => entries.push(entry),
            }
        }
    }
    let entries = entries.into_iter().enumerate().map(|(number, entry)| {
        let text = Value::Object(entry).to_string();
        Output::of(path(number, ENTRY), text.into_bytes())
    });
    files.into_values().cloned().chain(entries).collect()
}

fn is_loaded(part: usize, name: &str) -> bool {
    match part {
        0 => !UNUSED.iter().any(|unused| name.contains(unused)),
        _ => DATA.iter().any(|data| name.ends_with(data)),
    }
}

fn path(part: usize, name: &str) -> OutputPath {
    OutputPath::file(&match part {
        0 => format!("{FOLDER}/{name}"),
        _ => format!("{FOLDER}/{part}/{name}"),
    })
}

fn add_languages(joined: &mut Map<String, Value>, mut entry: Map<String, Value>) {
    if let (Some(joined), Some(more)) = (languages(joined), languages(&mut entry)) {
        joined.append(more);
    }
}

fn set_parts(entry: &mut Map<String, Value>, count: usize) {
    let languages = languages(entry).into_iter().flat_map(|it| it.values_mut());
    for language in languages.filter_map(Value::as_object_mut) {
        language.insert(PARTS.to_owned(), count.into());
    }
}

fn languages(entry: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    entry.get_mut("languages")?.as_object_mut()
}
