//! Facts in a translation, where only words go: most often the whole page was copied.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::source::SourcePath;
use crate::content::model::{
    Area, Body, Document, Meeting, Organization, Page, Person, Section, Topic, Translation,
};
use crate::notation::schema::Record;
use crate::notation::tree::Entry;
use crate::notation::yaml;

/// The types of pages.
const RECORDS: [&Record; 9] = [
    Area::RECORD,
    Body::RECORD,
    Document::RECORD,
    Meeting::RECORD,
    Organization::RECORD,
    Page::RECORD,
    Person::RECORD,
    Section::RECORD,
    Topic::RECORD,
];

/// Puts the faults of all facts in the front matter of a translation into one, which says that they stay in the original.
pub(super) fn merged(
    path: &SourcePath,
    (source, front_matter): (&str, Range<usize>),
    original: SourcePath,
    faults: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let tree = yaml::tree_before_fault(path, source, front_matter);
    let mut copied: BTreeMap<usize, &Entry> = BTreeMap::new();
    for fault in faults.iter().filter(|it| it.code == Code::UnknownKey) {
        if let Some((start, entry)) = entry_of(fault, tree.entries())
            && is_fact(fault, start, entry)
        {
            copied.insert(entry.key_span.start, entry);
        }
    }
    let Some((_, first)) = copied.first_key_value() else {
        return faults;
    };
    let keys: Vec<String> = copied.values().map(|entry| entry.key.clone()).collect();
    let fault = Diagnostic::new(Code::UnknownKey, Place::span(path, first.key_span.clone()))
        .text("facts", keys.join(", "))
        .number("count", keys.len() as u64)
        .text("original", original.file_name())
        .hint("facts")
        .fix(Change::Copied { keys, original });
    let is_merged = |fault: &Diagnostic| {
        entry_of(fault, tree.entries()).is_some_and(|(start, entry)| {
            let is_copied = copied.contains_key(&entry.key_span.start);
            is_copied && (is_known(&entry.key) || is_fact(fault, start, entry))
        })
    };
    let others = faults.iter().filter(|fault| !is_merged(fault)).cloned();
    others.chain([fault]).collect()
}

/// The entry in which a fault begins, and where it does.
fn entry_of<'t>(fault: &Diagnostic, entries: &'t [Entry]) -> Option<(usize, &'t Entry)> {
    let At::Span(span) = fault.place.at else {
        return None;
    };
    let start = span.range().start;
    let is_in = |entry: &&Entry| {
        let end = entry.key_span.end.max(entry.value.span.end);
        (entry.key_span.start..end).contains(&start)
    };
    Some((start, entries.iter().find(is_in)?))
}

/// Whether an unknown key is a fact: a key of pages, or one within the words for a seat or another part.
fn is_fact(fault: &Diagnostic, start: usize, entry: &Entry) -> bool {
    match start == entry.key_span.start {
        true => is_known(&entry.key),
        false => fault.code == Code::UnknownKey && fault.hint.as_deref() == Some("keys"),
    }
}

fn is_known(key: &str) -> bool {
    let is_of_translation = Translation::RECORD.field(key).is_some();
    !is_of_translation && RECORDS.iter().any(|it| it.field(key).is_some())
}
