//! The files of an index: where those of a part are, and where what the languages share begins.
//!
//! The first part of each language is in the folder of the index, the others are in folders with their
//! number below it. What a browser runs is there with the first only.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::part::Part;
use super::{FOLDER, SearchError};
use crate::base::output::{Output, OutputPath};

/// Where an index begins: which languages there are.
const ENTRY: &str = "pagefind-entry.json";

/// What else Pagefind offers and no page of ours loads: user interfaces of its own.
const UNUSED: &[&str] = &["ui.", "ui-", "-highlight."];

/// The endings of what a browser loads of a part that it joins with the first.
const DATA: &[&str] = &[".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"];

/// In the entry, how many parts the index of a language has, if it has more than one.
const PARTS: &str = "parts";

/// A part, of the files that Pagefind has made for it.
pub(super) fn part(
    number: usize,
    files: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<Part, SearchError> {
    let mut part = Part {
        entry: Map::new(),
        files: Vec::new(),
    };
    for (name, bytes) in files {
        if name == ENTRY {
            part.entry = serde_json::from_slice(&bytes)
                .map_err(|error| SearchError(format!("{ENTRY}: {error}")))?;
        } else if is_loaded(number, &name) {
            part.files.push(Output::of(path(number, &name), bytes));
        }
    }
    Ok(part)
}

/// The files of the parts of each language: what languages share is the same, but for the entries.
pub(super) fn files<'a, P: ExactSizeIterator<Item = &'a Part>>(
    languages: impl Iterator<Item = P>,
) -> Vec<Output> {
    let mut entries: Vec<Map<String, Value>> = Vec::new();
    let mut files: BTreeMap<&OutputPath, &Output> = BTreeMap::new();
    for parts in languages {
        let count = parts.len();
        for (number, part) in parts.enumerate() {
            files.extend(part.files.iter().map(|file| (&file.path, file)));
            let mut entry = part.entry.clone();
            if number == 0 && count > 1 {
                note_parts(&mut entry, count);
            }
            match entries.get_mut(number) {
                Some(known) => join(known, entry),
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

fn is_loaded(number: usize, name: &str) -> bool {
    if number == 0 {
        !UNUSED.iter().any(|unused| name.contains(unused))
    } else {
        DATA.iter().any(|data| name.ends_with(data))
    }
}

fn path(number: usize, name: &str) -> OutputPath {
    OutputPath::file(&match number {
        0 => format!("{FOLDER}/{name}"),
        _ => format!("{FOLDER}/{number}/{name}"),
    })
}

/// Adds the languages of an entry to another.
fn join(known: &mut Map<String, Value>, mut entry: Map<String, Value>) {
    if let (Some(known), Some(more)) = (languages(known), languages(&mut entry)) {
        known.append(more);
    }
}

fn note_parts(entry: &mut Map<String, Value>, count: usize) {
    let languages = languages(entry).into_iter();
    let languages = languages.flat_map(|it| it.values_mut().filter_map(Value::as_object_mut));
    languages.for_each(|it| drop(it.insert(PARTS.to_owned(), count.into())));
}

fn languages(entry: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    entry.get_mut("languages")?.as_object_mut()
}
