//! Which pages have been translated, and which are still to be.

use super::graph::{AnyLink, Graph, Reader, Site, Written};
use super::model::translation::{ActivityWords, SeatWords};
use super::model::{EntityKind, Translation};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::incremental::memo::Reads;
use crate::notation::scalar::Id;

/// How far a site has been translated into a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The language.
    pub language: Language,
    /// How many pages editors have written.
    pub pages: usize,
    /// Those of which nothing has been translated.
    pub missing: Vec<SourcePath>,
    /// Those of which some words have not been translated.
    pub partial: Vec<SourcePath>,
}

/// How far a site has been translated into each language that is not its own. Entries of registries
/// are not counted: they have names and no text.
pub fn of(graph: &Graph, site: &Site) -> Vec<Coverage> {
    let reads = Reads::default();
    let graph = Reader::new(graph, &reads);
    let kinds = EntityKind::ALL.iter();
    let written = kinds.flat_map(|kind| graph.all(*kind));
    let mut pages: Vec<AnyLink> = written.filter(|it| graph.face(*it).is_page()).collect();
    pages.sort_by_key(|page| &graph.node(*page).0.origin.file);
    let others = site.languages.iter().skip(1);
    others
        .map(|language| {
            let file = |page: &AnyLink| graph.node(*page).0.origin.file.clone();
            let states = pages
                .iter()
                .map(|page| (page, state(graph, *page, language)));
            let (mut missing, mut partial) = (Vec::new(), Vec::new());
            for (page, state) in states {
                match state {
                    State::Missing => missing.push(file(page)),
                    State::Partial => partial.push(file(page)),
                    State::Whole => {}
                }
            }
            Coverage {
                language: language.clone(),
                pages: pages.len(),
                missing,
                partial,
            }
        })
        .collect()
}

enum State {
    Missing,
    Partial,
    Whole,
}

fn state(graph: Reader<'_>, page: AnyLink, language: &Language) -> State {
    let (node, common) = graph.node(page);
    let Some(words) = node.translations.get(language) else {
        return State::Missing;
    };
    let is_person = page.kind() == EntityKind::Person;
    let whole = (words.title.is_some() || is_person)
        && (words.summary.is_some() || common.summary.is_none())
        && graph.texts(page).are_said_in(language)
        && match page {
            AnyLink::Body(body) => {
                let body = graph.get(body);
                body.parts().all(|(_, part)| is_said(words, part))
            }
            _ => true,
        };
    if whole { State::Whole } else { State::Partial }
}

/// Whether a translation says all words of a body or table that it can.
fn is_said(words: &Translation, part: Written<'_>) -> bool {
    let (activities, seats): (&[ActivityWords], &[SeatWords]) = match part.id {
        None => (&words.activities, &words.seats),
        Some(id) => match words.tables.iter().find(|table| table.id.as_str() == id) {
            Some(table) if table.title.is_some() => (&table.activities, &table.seats),
            _ => return false,
        },
    };
    let has_activity = |id: &Id| activities.iter().any(|it| it.id == *id);
    part.activities.iter().all(|it| has_activity(&it.id))
        && part.seats.iter().all(|seat| {
            let words = seats.iter().find(|words| words.id == seat.id);
            let said = |is: fn(&SeatWords) -> bool| words.is_some_and(is);
            (seat.office.is_none() || said(|it| it.office.is_some()))
                && (seat.note.is_none() || said(|it| it.note.is_some()))
                && (seat.represents.is_none() || said(|it| it.represents.is_some()))
                && (seat.eligible.is_empty() || said(|it| !it.eligible.is_empty()))
        })
}
