//! The parts of a body: the body itself, and each of its tables.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::legal_basis::legal_bases;
use super::part_source::PartSource;
use super::{
    Card, ChangeView, ContactView, DateView, HolderView, LegalBasisView, PageContext, PeriodView,
    ProcedureView, SeatView, TermView, TotalsView,
};
use crate::content::graph::{BodyPart, PartRelation, RelatedTo, Tense};
use crate::content::model::translation::ActivityWords;
use crate::content::model::{
    Activity, ActivityKind, Basis, BodyTerm, Instrument, Translation, stopped_together,
};
use crate::content::pages::past_compositions::{first_days, last_day};
use crate::content::settings::VocabularyKind;

/// A body without its tables, or one of its tables.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct PartView<'a> {
    /// The id of a table, which is its anchor: `tavolo-tecnico`. `none` for the body itself.
    pub id: Option<&'a str>,
    /// The title: "Tavolo tecnico".
    pub title: &'a str,
    /// The language of the title: `it`. `none` if it is the page's.
    pub title_lang: Option<&'a str>,
    /// What a table does, in a sentence or two. `none` if nothing was typed, and for the body itself.
    pub summary: Option<&'a str>,
    /// The language of the summary: `it`. `none` if it is the page's.
    pub summary_lang: Option<&'a str>,
    /// The acronym: "ATS". `none` if there is none.
    pub acronym: Option<&'a str>,
    /// Its own web site. `none` if it is not known.
    pub url: Option<&'a str>,
    /// What it does, in the order of the source.
    pub activities: Vec<ActivityView<'a>>,
    /// What it aims at, in the order of the source.
    pub aims: Vec<ActivityView<'a>>,
    /// How it works. `none` if nothing was typed.
    pub procedure: Option<ProcedureView<'a>>,
    /// The acts on which it rests, in the order of the source.
    pub legal_basis: Vec<LegalBasisView<'a>>,
    /// The plans and agreements with which it works, in the order of the source.
    pub instruments: Vec<InstrumentView<'a>>,
    /// The organizations and bodies with which it deals, in the order of the source.
    pub related: Vec<RelatedView<'a>>,
    /// The sentence that introduces its seats. `none` if there is none.
    pub seats_lead: Option<&'a str>,
    /// The language of that sentence: `it`. `none` if it is the page's.
    pub seats_lead_lang: Option<&'a str>,
    /// Its seats, in the order of the source.
    pub seats: Vec<SeatView<'a>>,
    /// How many sit in it.
    pub totals: TotalsView,
    /// Whether it exists on the day of the page.
    pub exists: bool,
    /// Its last day, of which the seats speak. `none` if it has not ended by the day of the page.
    pub last_day: Option<DateView<'a>>,
    /// Why it does not go on, in order of time: a lapse or suspension (of what has ended, one that held on its last day), then
    /// the closing, merger or division; or its end or beginning, where only a period says it. Empty if it goes on.
    pub stopped: Vec<ChangeView<'a>>,
    /// Whether it is known who sat in it before, or will, or some seat is still to come.
    pub has_other_holders: bool,
    /// The offices and persons to contact, in the order of the source.
    pub contacts: Vec<ContactView<'a>>,
    /// The topics of a table. Those of the body itself are in `page.topics`.
    pub topics: Vec<Card<'a>>,
    /// The period in which it exists. `none` if neither end is known.
    pub valid: Option<PeriodView<'a>>,
    /// Its terms, each from one constitution to the next, in the order of the source.
    pub terms: Vec<BodyTermView<'a>>,
    /// What became of it, and what others became that are this one or a part of it now, in the order of time.
    pub history: Vec<ChangeView<'a>>,
}

/// A term of a body or table.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct BodyTermView<'a> {
    /// The id: `2019-2024`.
    pub id: &'a str,
    /// The period. `none` if neither end is known.
    pub period: Option<PeriodView<'a>>,
    /// The act that appoints those who hold a seat in it. `none` if it is not known.
    pub act: Option<Card<'a>>,
    /// Whether all who sit on the site's day (`site.as_of`) sit in this term, but for those who sit by virtue of another
    /// office, so that its act appoints them all.
    pub appoints_all: bool,
    /// A note. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
    /// Whether it is over on the site's day (`site.as_of`), goes on or is still to come: `past`, `now` or `future`.
    pub tense: &'static str,
}

/// Something that a body does or aims at.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ActivityView<'a> {
    /// The id: `approva-piano`.
    pub id: &'a str,
    /// The activity, in full: "Approva il piano di zona".
    pub text: &'a str,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// Its topics, in the order of the source.
    pub topics: Vec<Card<'a>>,
}

/// A plan or agreement with which a body works.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct InstrumentView<'a> {
    /// The name: "Piano di zona".
    pub name: &'a str,
    /// The language of the name: `it`. `none` if it is the page's.
    pub name_lang: Option<&'a str>,
    /// The kind of area that it covers, in the page's language: "Zona". `none` if none was typed.
    pub scope: Option<Cow<'a, str>>,
    /// The act by which it is adopted: "accordo di programma". `none` if none was typed.
    pub adopted_by: Option<&'a str>,
    /// The language of that act: `it`. `none` if it is the page's.
    pub adopted_by_lang: Option<&'a str>,
}

/// An organization or body with which a body deals.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct RelatedView<'a> {
    /// The organization, body or table. `none` if it has no page on this site.
    pub to: Option<Card<'a>>,
    /// The name as typed, or else the title of `to`: "Prefettura di Novara".
    pub name: Cow<'a, str>,
    /// The language of the name, if it was typed: `it`. `none` if it is the page's.
    pub name_lang: Option<&'a str>,
    /// How they deal with each other: "si coordina con". `none` if nothing was typed.
    pub relation: Option<TermView<'a>>,
}

impl<'a> PartView<'a> {
    pub(super) fn new(page: &PageContext<'a>, source: PartSource<'a>) -> PartView<'a> {
        let (part, written) = (source.part, source.written);
        let (summary, summary_lang) = source.summary(page);
        let valid = source.body.written.own_existence(part.table);
        let valid = source.existence().clamp(valid.days);
        let instruments = written.instruments.iter();
        let words = source.translation;
        let changes = (0..written.changes.len()).filter_map(|at| change(page, source, at));
        let mut history: Vec<_> = changes.chain(changes_into(page, source.at())).collect();
        history.sort_by_key(|it| it.date.iso);
        PartView {
            summary,
            summary_lang,
            acronym: written.acronym,
            url: written.url,
            activities: activities(page, source, ActivityKind::Activity),
            aims: activities(page, source, ActivityKind::Aim),
            procedure: ProcedureView::new(page, source),
            legal_basis: legal_bases(page, source),
            instruments: instruments.map(|it| instrument(page, it, words)).collect(),
            related: related(page, source),
            contacts: page.contacts(written.contacts, words),
            topics: page.cards(&part.topics),
            valid: page.period(valid),
            history,
            ..PartView::composition(page, source)
        }
    }

    /// Only who sits in it.
    pub(super) fn composition(page: &PageContext<'a>, source: PartSource<'a>) -> PartView<'a> {
        let written = source.written;
        // What has ended is shown as it was on its last day.
        let last = source.ended_by(page.as_of);
        let exists = last.is_none() && !source.existence().days.begins_after(page.as_of);
        let page_of_last_day = last.map(|last| page.on(last.last()));
        let bound = bound(page, source);
        let page = page_of_last_day.as_ref().unwrap_or(page);
        let halt = halt(page, source);
        let can_sit = halt.is_empty() && (last.is_some() || bound.is_empty());
        let (title, title_lang) = source.title(page);
        let lead = source.translation.and_then(|it| it.seats_lead(written.id));
        let (seats_lead, seats_lead_lang) =
            page.translated(lead.map(|it| it.as_str()), written.seats_lead);
        let mut seats = SeatView::all(page, source);
        let begins = first_days(written.terms);
        // Who begins on the last day of a term takes over.
        let has_handed_over = |term: &BodyTerm| {
            let last = last_day(term, &begins).zip(term.until);
            last.is_some_and(|(last, until)| last < until.first() && last < page.as_of)
        };
        let terms = written.terms.iter().enumerate();
        let terms = terms.filter_map(|(at, term)| {
            let view = body_term(page, source, at)?;
            Some(match has_handed_over(term) {
                true => BodyTermView {
                    tense: Tense::Past.as_str(),
                    ..view
                },
                false => view,
            })
        });
        let terms = terms.map(|term| with_appointed(term, &mut seats)).collect();
        PartView {
            id: written.id,
            title: title.unwrap_or_default(),
            title_lang,
            seats_lead,
            seats_lead_lang,
            totals: TotalsView::of(&seats, can_sit),
            exists,
            last_day: last.map(|last| page.date(last)),
            stopped: halt.into_iter().chain(bound).collect(),
            has_other_holders: seats.iter().any(SeatView::has_other_times),
            seats,
            terms,
            ..PartView::default()
        }
    }
}

/// A change of a body or table.
fn change<'a>(page: &PageContext<'a>, source: PartSource<'a>, at: usize) -> Option<ChangeView<'a>> {
    let into = source
        .part
        .successors
        .get(at)?
        .map(|into| page.part_card(into));
    Some(page.change(source.written.changes.get(at)?, into, source.translation))
}

/// The changes by which other bodies and tables have become this one, or a part of it.
fn changes_into<'a>(
    page: &PageContext<'a>,
    this: BodyPart,
) -> impl Iterator<Item = ChangeView<'a>> {
    let others = page.parts_mentioning(PartRelation::Successor);
    others.flat_map(move |other| {
        let mut parts = page.graph.get(other.body).parts();
        let part = parts.find(|(part, _)| part.table == other.table);
        let changes = part
            .into_iter()
            .flat_map(|(part, written)| written.changes.iter().zip(&part.successors));
        let changes = changes.filter(move |(_, into)| **into == Some(this));
        changes.map(move |(change, _)| page.change_of(change, page.part_card(other)))
    })
}

/// The changes that had stopped a part by the day of the page: several, where it was divided into several.
fn stop<'a>(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<ChangeView<'a>> {
    let all = stopped_together(source.written.changes, page.as_of);
    all.filter_map(|at| change(page, source, at)).collect()
}

/// The lapse or suspension by which a body or table does not go on. What is still to come has not lapsed.
fn halt<'a>(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<ChangeView<'a>> {
    let is_to_come = source.existence().days.begins_after(page.as_of);
    let parts = [Some(source), source.of_body()].into_iter().flatten();
    let mut parts = parts.filter(|_| !is_to_come);
    let halted = parts.find(|it| {
        let halt = it.stopped_on(page.as_of);
        halt.is_some_and(|(_, kind)| !kind.is_end())
    });
    halted.map_or_else(Vec::new, |it| stop(page, it))
}

/// The change that has ended a body or table, or the body of a table; or else the end of its period, or the beginning if that
/// is to come, as a change.
fn bound<'a>(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<ChangeView<'a>> {
    let existence = source.existence();
    let ends_with = |it: &PartSource<'_>| {
        let of = it.existence();
        let is_closed_alike = existence.closing.is_some() && of.closing == existence.closing;
        is_closed_alike || of.days.until == existence.days.until
    };
    let parts = [Some(source), source.of_body()].into_iter().flatten();
    for source in parts.filter(ends_with) {
        let end = source.stopped_on(page.as_of);
        if end.is_some_and(|(_, kind)| kind.is_end()) {
            return stop(page, source);
        }
    }
    let begin = existence.days.from;
    let begin = begin.filter(|_| existence.days.begins_after(page.as_of));
    let end = source.ended_by(page.as_of);
    let end = end.map(|end| ("end", end));
    let bounds = end.or(begin.map(|begin| ("beginning", begin))).into_iter();
    let bounds = bounds.map(|(kind, date)| ChangeView {
        kind,
        date: page.date(date),
        is_future: date.first() > page.as_of,
        into: None,
        of: None,
        note: None,
        note_lang: None,
    });
    bounds.collect()
}

/// A term with whether it has all who sit now, but for those who sit by virtue of another office. If not, its act is said
/// of each of those who sit in it.
fn with_appointed<'a>(mut term: BodyTermView<'a>, seats: &mut [SeatView<'a>]) -> BodyTermView<'a> {
    let by_right =
        |seat: &&SeatView<'_>| seat.held_by.is_some() || seat.basis == Basis::ExOfficio.as_str();
    let appointed = seats.iter().filter(|seat| !by_right(seat));
    let holders = || appointed.clone().flat_map(|seat| &seat.holders);
    let is_in_term = |holder: &HolderView<'_>| holder.term == Some(term.id);
    term.appoints_all = holders().next().is_some() && holders().all(is_in_term);
    if !term.appoints_all {
        let holders = seats.iter_mut().flat_map(|seat| &mut seat.holders);
        for holder in holders.filter(|it| it.term == Some(term.id)) {
            holder.act_of_term = false;
        }
    }
    term
}

/// A term of a body or table.
pub(super) fn body_term<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
    index: usize,
) -> Option<BodyTermView<'a>> {
    let (written, part) = (source.written, source.part);
    let (term, act) = (written.terms.get(index)?, *part.term_acts.get(index)?);
    let period = source.existence().clamp(term.period());
    let words = source.translation;
    let words = words.and_then(|it| it.term_note(written.id, &term.id));
    let (note, note_lang) = page.translated(words, term.note.as_deref());
    Some(BodyTermView {
        id: term.id.as_str(),
        period: page.period(period),
        act: act.map(|act| page.card(act)),
        appoints_all: false,
        note,
        note_lang,
        tense: Tense::of(period, page.as_of).as_str(),
    })
}

/// The text of an activity, whose translation is `words`.
pub(super) fn activity_text<'a>(
    page: &PageContext<'a>,
    words: Option<&'a ActivityWords>,
    activity: &'a Activity,
) -> Marked<'a> {
    let (text, lang) = page.translated(words.map(|it| &*it.text), Some(&activity.text));
    (text.unwrap_or_default(), lang)
}

fn activities<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
    kind: ActivityKind,
) -> Vec<ActivityView<'a>> {
    let (part, written) = (source.part, source.written);
    let activities = written.activities.iter().zip(&part.activity_topics);
    let of_kind = activities.filter(|(it, _)| it.kind.unwrap_or(ActivityKind::Activity) == kind);
    let views = of_kind.map(|(activity, topics)| {
        let words = source.translation;
        let words = words.and_then(|it| it.activity(written.id, &activity.id));
        let (text, lang) = activity_text(page, words, activity);
        ActivityView {
            id: activity.id.as_str(),
            text,
            lang,
            topics: page.cards(topics),
        }
    });
    views.collect()
}

fn instrument<'a>(
    page: &PageContext<'a>,
    instrument: &'a Instrument,
    words: Option<&'a Translation>,
) -> InstrumentView<'a> {
    let scope = instrument.scope.as_ref();
    let (name, name_lang) = page.worded(words, Some(&instrument.name));
    let (adopted_by, adopted_by_lang) = page.worded(words, instrument.adopted_by.as_ref());
    InstrumentView {
        name: name.unwrap_or_default(),
        name_lang,
        scope: scope.map(|scope| page.label(VocabularyKind::Area, scope)),
        adopted_by,
        adopted_by_lang,
    }
}

fn related<'a>(page: &PageContext<'a>, source: PartSource<'a>) -> Vec<RelatedView<'a>> {
    let related = source.written.related.iter().zip(&source.part.related);
    let views = related.map(|(related, to)| {
        let to = to.map(|to| match to {
            RelatedTo::Organization(link) => page.card(link),
            RelatedTo::Body(part) => page.part_card(part),
        });
        let (name, name_lang) = page.worded(source.translation, related.name.as_ref());
        let name = name
            .map(Cow::from)
            .or_else(|| to.as_ref().map(|to| to.title.clone()));
        let relation = related.relation.as_ref();
        RelatedView {
            to,
            name: name.unwrap_or_default(),
            name_lang,
            relation: relation.map(|it| page.term(VocabularyKind::Relation, it)),
        }
    });
    views.collect()
}
