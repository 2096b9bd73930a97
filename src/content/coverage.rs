//! Translation coverage: the translated and the untranslated pages in each language.

use std::sync::Arc;

use super::graph::{AnyLink, Graph, Part, Reader, Site, WrittenPart, other_words};
use super::model::translation::{ProcedureWords, SeatWords};
use super::model::{Each, EntityKind, Holder, Procedure, Seat, Translation};
use super::parse::Facts;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::incremental::memo::DependencyRecorder;

/// The translation coverage of a site in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The language.
    pub language: Language,
    /// The number of pages that could be translated.
    pub pages: usize,
    /// The pages without a translation, by file.
    pub missing: Vec<SourcePath>,
    /// The pages with a translation that does not have all words, by file.
    pub partial: Vec<SourcePath>,
}

/// The coverage of a site in each language but its own. Entries of registries do not count, because they have names but
/// no text.
pub fn of(graph: &Graph, site: &Site) -> Vec<Coverage> {
    let recorder = DependencyRecorder::default();
    let graph = Reader::new(graph, &recorder);
    let kinds = EntityKind::ALL.iter();
    let entities = kinds.flat_map(|kind| graph.all(*kind));
    let mut pages: Vec<AnyLink> = entities.filter(|it| graph.summary(*it).is_page()).collect();
    pages.sort_by_key(|page| &graph.node(*page).0.origin.file);
    let others = site.languages.iter().skip(1);
    let coverage = others.map(|language| of_language(graph, &pages, language));
    coverage.collect()
}

fn of_language(graph: Reader<'_>, pages: &[AnyLink], language: &Language) -> Coverage {
    let (mut missing, mut partial) = (Vec::new(), Vec::new());
    for page in pages {
        let (node, _) = graph.node(*page);
        match node.translations.get(language) {
            None => missing.push(node.origin.file.clone()),
            Some(words) if !is_complete(graph, *page, language, words) => {
                partial.push(node.origin.file.clone());
            }
            Some(_) => {}
        }
    }
    Coverage {
        language: language.clone(),
        pages: pages.len(),
        missing,
        partial,
    }
}

/// Whether a translation of a page has all words that can be translated.
fn is_complete(graph: Reader<'_>, page: AnyLink, language: &Language, words: &Translation) -> bool {
    let (_, common) = graph.node(page);
    // The name of a person is the same in every language.
    let has_title = words.title.is_some() || page.kind() == EntityKind::Person;
    has_title
        && (words.summary.is_some() || common.summary.is_none())
        && graph.texts(page).are_translated_into(language)
        && match page {
            AnyLink::Body(body) => {
                let body = graph.get(body);
                let mut parts = body.parts();
                let mut tables = body.written.tables.iter();
                let has_summary = |id| words.table(id).is_some_and(|it| it.summary.is_some());
                parts.all(|(links, part)| is_part_complete(words, links, part))
                    && tables.all(|it| it.summary.is_none() || has_summary(&it.id))
                    && has_others(words, Facts::Body(Arc::clone(&body.written)))
            }
            AnyLink::Organization(it) => has_others(
                words,
                Facts::Organization(Arc::clone(&graph.get(it).written)),
            ),
            AnyLink::Meeting(it) => {
                let meeting = &graph.get(it).written;
                (words.place.is_some() || meeting.place.is_none())
                    && words.agenda.len() == meeting.agenda.len()
                    && has_others(words, Facts::Meeting(Arc::clone(meeting)))
            }
            _ => true,
        }
}

/// Whether a translation has all words that are known by no id.
fn has_others(words: &Translation, facts: Facts) -> bool {
    let texts = other_words(&facts);
    texts.iter().all(|text| words.words.contains_key(*text))
}

/// Whether a translation has all words of a body without its tables, or of a table without its summary.
fn is_part_complete(words: &Translation, links: &Part, part: WrittenPart<'_>) -> bool {
    let table = part.id.map(|id| words.table(id));
    let has_title = table.is_none_or(|table| table.is_some_and(|it| it.title.is_some()));
    let has_lead = part.seats_lead.is_none() || words.seats_lead(part.id).is_some();
    let how = part.procedure;
    let how = how.is_none_or(|it| is_procedure_complete(words.procedure(part.id), links, it));
    let mut bases = part.legal_basis.iter();
    let mut activities = part.activities.iter();
    let mut seats = part.seats.iter();
    has_title
        && has_lead
        && how
        && activities.all(|it| words.activity(part.id, &it.id).is_some())
        && seats.all(|seat| is_seat_complete(words, part.id, seat))
        && bases.all(|it| it.note.is_none() || words.legal_note(part.id, it).is_some())
        && part
            .terms
            .iter()
            .all(|term| term.note.is_none() || words.term_note(part.id, &term.id).is_some())
}

/// Whether what is written in some fields is translated.
macro_rules! are_translated {
    ($written:expr, $words:expr, $($field:ident),*) => {
        $(($written.$field.is_none() || $words.is_some_and(|it| it.$field.is_some())))&&*
    };
}

fn is_procedure_complete(words: Option<&ProcedureWords>, links: &Part, how: &Procedure) -> bool {
    are_translated!(how, words, meets, quorum, decisions, convened_by, venue)
        && (links.secretariat.is_some() || are_translated!(how, words, secretariat))
}

fn is_seat_complete(words: &Translation, table: Option<&str>, seat: &Seat) -> bool {
    let words = words.seat(table, &seat.id);
    let mut holders = seat.holders.iter();
    are_translated!(
        seat, words, title, group, subject, office, note, represents, as_written
    ) && (!matches!(seat.each, Some(Each::Text(_))) || words.is_some_and(|it| it.each.is_some()))
        && (seat.eligible.is_empty() || words.is_some_and(|it| !it.eligible.is_empty()))
        && holders.all(|holder| is_holder_complete(words, holder))
}

fn is_holder_complete(words: Option<&SeatWords>, holder: &Holder) -> bool {
    let words = words.and_then(|words| words.holder(holder));
    are_translated!(holder, words, office, delegate_of, end_reason, note)
}
