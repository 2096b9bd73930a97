//! Facts in a translation, where only words go: most often the whole page was copied.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::source::SourcePath;
use crate::content::model::{EntityKind, Translation};
use crate::notation::tree::Entry;
use crate::notation::yaml;

/// Puts the faults of all facts in the front matter of a translation into one, which says that they stay in the original.
pub(super) fn merged(
    path: &SourcePath,
    (source, front_matter): (&str, Range<usize>),
    original: SourcePath,
    faults: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let tree = yaml::tree_before_fault(path, source, front_matter);
    let mut copied: BTreeMap<usize, Fact<'_>> = BTreeMap::new();
    for fault in faults.iter().filter(|it| it.code == Code::UnknownKey) {
        if let Some(fact) = fact_at(fault, tree.entries()) {
            copied.insert(fact.entry.key_span.start, fact);
        }
    }
    let Some((_, first)) = copied.first_key_value() else {
        return faults;
    };
    let keys: Vec<String> = copied.values().map(|fact| fact.key.clone()).collect();
    let mut names: Vec<&str> = copied.values().map(|fact| fact.name.as_str()).collect();
    let mut listed = BTreeSet::new();
    names.retain(|name| listed.insert(*name));
    let fault = Diagnostic::new(
        Code::UnknownKey,
        Place::span(path, first.entry.key_span.clone()),
    )
    .text("facts", names.join(", "))
    .number("count", names.len() as u64)
    .text("original", original.file_name())
    .hint("facts")
    .fix(Change::Copied { keys, original });
    let is_merged = |fault: &&Diagnostic| {
        let before = start_of(fault).and_then(|start| copied.range(..=start).next_back());
        before.is_some_and(|(_, fact)| is_in(fault, fact.entry))
    };
    let others = faults.iter().filter(|fault| !is_merged(fault)).cloned();
    others.chain([fault]).collect()
}

/// A fact in a translation.
struct Fact<'t> {
    /// The keys and ids that lead to it: `seats.presidente.role`.
    key: String,
    /// The keys alone: `seats.role`.
    name: String,
    entry: &'t Entry,
}

/// The fact of which a fault says that its key is unknown: a key of pages, or one within the words for a seat or another
/// part. Where that has no id, the whole list is one.
fn fact_at<'t>(fault: &Diagnostic, mut entries: &'t [Entry]) -> Option<Fact<'t>> {
    let start = start_of(fault)?;
    let (mut key, mut name) = (String::new(), String::new());
    loop {
        let entry = entries.iter().find(|it| is_in(fault, it))?;
        key.push_str(&entry.key);
        name.push_str(&entry.key);
        let mut items = entry.value.items().iter();
        let item = items.rfind(|it| it.span.start <= start);
        let id = item.map(|it| it.id());
        if entry.key_span.start == start || id == Some(None) {
            let is_fact = match entry.key_span.start == start && name == entry.key {
                true => is_known(&key),
                false => fault.hint.as_deref() == Some("keys"),
            };
            return is_fact.then_some(Fact { key, name, entry });
        }
        for id in id.into_iter().flatten() {
            key.extend([".", id]);
        }
        key.push('.');
        name.push('.');
        entries = item.unwrap_or(&entry.value).entries();
    }
}

fn start_of(fault: &Diagnostic) -> Option<usize> {
    match fault.place.at {
        At::Span(span) => Some(span.range().start),
        _ => None,
    }
}

/// Whether a fault begins in the key or value of an entry.
fn is_in(fault: &Diagnostic, entry: &Entry) -> bool {
    let end = entry.key_span.end.max(entry.value.span.end);
    start_of(fault).is_some_and(|start| (entry.key_span.start..end).contains(&start))
}

fn is_known(key: &str) -> bool {
    let is_of_translation = Translation::RECORD.field(key).is_some();
    !is_of_translation
        && EntityKind::ALL
            .iter()
            .any(|it| it.record().field(key).is_some())
}
