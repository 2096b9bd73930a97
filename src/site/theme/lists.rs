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
pub(super) type Lists = BTreeMap<String, (Query, SourcePath)>;

/// Reads the lists of a chain.
///
/// # Errors
/// All faults: kinds, pages and ways of sorting that there are not, and limits out of range.
pub(super) fn read(chain: &[Layer<'_>], source: ThemeSource<'_>) -> Result<Lists, Vec<Diagnostic>> {
    let (mut lists, mut faults) = (Lists::new(), Vec::new());
    for layer in chain.iter().rev() {
        let path = SourcePath::new(&format!("themes/{}/theme.toml", layer.name));
        let declared = layer.manifest.iter().flat_map(|it| &it.lists);
        for (name, query) in declared {
            let at = NodePath::default().key("lists").key(name);
            check(query, (&path, &at), source, &mut faults);
            lists.insert(name.clone(), (query.clone(), path.clone()));
        }
    }
    match faults.is_empty() {
        true => Ok(lists),
        false => Err(faults),
    }
}

/// The place of the section of a list.
pub(super) fn section(lists: &Lists, name: &str) -> Option<Place> {
    let (_, path) = lists.get(name)?;
    let at = NodePath::default().key("lists").key(name).key("section");
    Some(value_at(path, at))
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
