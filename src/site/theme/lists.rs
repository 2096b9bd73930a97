//! The lists that a theme declares in its manifest, and whether they can be made.

use std::collections::BTreeMap;

use super::{Layer, ThemeSource};
use crate::base::code::Code;
use crate::base::diagnostic::{At, Diagnostic, NodePath, Place};
use crate::base::source::SourcePath;
use crate::notation::query::{Query, SortBy};
use crate::notation::scalar::Text;
use crate::notation::suggest::near;

/// The lists of a chain, by name, each with the manifest that declares it. A child's list replaces its parents' of the
/// same name.
#[derive(Debug, Default)]
pub struct Lists(BTreeMap<String, (Query, SourcePath)>);

impl Lists {
    /// The lists, each with its name.
    pub fn queries(&self) -> Vec<(String, Query)> {
        let lists = self.0.iter();
        let lists = lists.map(|(name, (query, _))| (name.clone(), query.clone()));
        lists.collect()
    }

    /// The place where the section of a list is named.
    pub fn section(&self, name: &str) -> Option<Place> {
        let (_, path) = self.0.get(name)?;
        let at = NodePath::default().key("lists").key(name).key("section");
        Some(value_at(path, at))
    }
}

/// Reads the lists of a chain. Reports kinds, pages and ways of sorting that there are not, and limits out of range.
pub(super) fn read(
    chain: &[Layer<'_>],
    source: ThemeSource<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Lists {
    let mut lists = Lists::default();
    for layer in chain.iter().rev() {
        let path = SourcePath::new(&format!("themes/{}/theme.toml", layer.name));
        let declared = layer.manifest.iter().flat_map(|it| &it.lists);
        for (name, query) in declared {
            let at = NodePath::default().key("lists").key(name);
            let mut found = Vec::new();
            check(query, (&path, &at), source, &mut found);
            found.retain(|it| !follows(it, &at, &layer.unread));
            faults.extend(found);
            let list = (query.clone(), path.clone());
            lists.0.insert(name.clone(), list);
        }
    }
    lists
}

/// Whether a fault of a list is there only because something else of the list could not be read.
fn follows(fault: &Diagnostic, list: &NodePath, unread: &[NodePath]) -> bool {
    let is_unread = |at: &NodePath| unread.iter().any(|it| it.holds(at));
    match &fault.place.at {
        _ if fault.code == Code::MissingKey => is_unread(&list.key("of")),
        _ if fault.hint.as_deref() == Some("by-date") => is_unread(&list.key("by")),
        At::Value(at) => is_unread(at),
        _ => false,
    }
}

fn check(
    query: &Query,
    (path, at): (&SourcePath, &NodePath),
    source: ThemeSource<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let pages = source.views.iter();
    let pages = pages.map(|(template, _)| template.trim_end_matches(".html"));
    let pages: Vec<&str> = pages.collect();
    let of = at.key("of");
    if query.of.is_empty() {
        let fault = Diagnostic::new(Code::MissingKey, value_at(path, at.clone()));
        faults.push(fault.text("key", "of"));
    }
    check_words(&query.of, source.kinds, (path, &of), faults);
    check_words(&query.on, &pages, (path, &at.key("on")), faults);
    let by = query.by.as_ref();
    if let Some(by) = by.filter(|it| SortBy::read(it).is_none()) {
        let place = value_at(path, at.key("by"));
        faults.push(unknown(place, by, &SortBy::WORDS));
    }
    if query.when.is_some() && query.sort_by() != SortBy::Date {
        let fault = Diagnostic::new(Code::UnknownValue, value_at(path, at.key("when")));
        let fault = fault.text("value", "when").text("key", "by");
        faults.push(fault.hint("by-date"));
    }
    if query
        .limit
        .is_some_and(|it| !(1..=Query::MAX_SHOWN).contains(&it))
    {
        let fault = Diagnostic::new(Code::OutOfRange, value_at(path, at.key("limit")));
        let fault = fault.text("value", query.limit().to_string());
        faults.push(
            fault
                .text("min", "1")
                .text("max", Query::MAX_SHOWN.to_string()),
        );
    }
}

fn check_words(
    words: &[Text],
    known: &[&str],
    (path, at): (&SourcePath, &NodePath),
    faults: &mut Vec<Diagnostic>,
) {
    let words = words.iter().enumerate();
    let unknown_words = words.filter(|(_, word)| !known.contains(&word.as_str()));
    faults.extend(unknown_words.map(|(index, word)| {
        let place = value_at(path, at.index(index));
        unknown(place, word, known)
    }));
}

fn unknown(place: Place, word: &str, known: &[&str]) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnknownValue, place).text("value", word);
    match near(word, known.iter().copied()) {
        Some(near) => near.propose(fault, word, "near"),
        None => fault.text("values", known.join(", ")).hint("values"),
    }
}

fn value_at(path: &SourcePath, at: NodePath) -> Place {
    Place {
        file: path.clone(),
        at: At::Value(at),
    }
}
