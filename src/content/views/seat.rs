//! Seats and who sits in them.

use std::borrow::Cow;

use serde::Serialize;

use super::common::{Card, PeriodView};
use super::lens::Lens;
use crate::content::graph::{AnyLink, EachOf, Entity, Part, Places, SeatLinks, Written};
use crate::content::model::translation::SeatWords;
use crate::content::model::{Basis, Body, CountSource, Each, Holder, Role, Translation};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Text;

/// One or more equal places in a body or table.
#[derive(Clone, Debug, Serialize)]
pub struct SeatView<'a> {
    /// The id, unique in its body or table.
    pub id: &'a str,
    /// `chair`, `vice_chair`, `member`, `secretary`, `technical_coordinator`, `consultant`, `observer`.
    pub role: &'static str,
    /// `ex_officio`, `delegate`, `representative`, `elected`, `appointed`, `expert`.
    pub basis: &'static str,
    /// The office that carries it.
    pub office: Option<&'a str>,
    /// The language of the office, where it is not the page's.
    pub office_lang: Option<&'a str>,
    /// The pool from which it is drawn.
    pub from: Vec<Card<'a>>,
    /// What there is one place for each of.
    pub each: Option<EachView<'a>>,
    /// How many places.
    pub places: PlacesView,
    /// `stated`, `implied`, `unknown`.
    pub count_source: &'static str,
    /// Whether it votes; none when nobody has said.
    pub voting: Option<bool>,
    /// How long a mandate lasts, in months.
    pub term_months: Option<u32>,
    /// The offices from which a delegate may be chosen.
    pub eligible: Vec<&'a str>,
    /// The language of those offices, where it is not the page's.
    pub eligible_lang: Option<&'a str>,
    /// On whose behalf its holder speaks.
    pub represents: Option<&'a str>,
    /// The language of that, where it is not the page's.
    pub represents_lang: Option<&'a str>,
    /// The office, or else the id, of the seat that chooses.
    pub delegated_by: Option<&'a str>,
    /// The language of that office, where it is not the page's.
    pub delegated_by_lang: Option<&'a str>,
    /// The words of the act, or anything else to know.
    pub note: Option<&'a str>,
    /// The language of the note, where it is not the page's.
    pub note_lang: Option<&'a str>,
    /// Who sits there on the day that the site speaks of, in the order of the source.
    pub holders: Vec<HolderView<'a>>,
    /// Who sat there before, or will.
    pub others: Vec<HolderView<'a>>,
    /// How many places are known to be free.
    pub vacant: u32,
}

/// What there is one place for each of.
#[derive(Clone, Debug, Serialize)]
pub struct EachView<'a> {
    /// `zones`, `members`, `list`, `text`.
    pub kind: &'static str,
    /// The organizations, for `members` and `list`.
    pub items: Vec<Card<'a>>,
    /// The words, for `text`; the name of the zones, for `zones`.
    pub text: Option<Cow<'a, str>>,
    /// The language of the words, where it is not the page's.
    pub lang: Option<&'a str>,
    /// How many there are, if that is known.
    pub size: Option<u32>,
}

/// How many places.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PlacesView {
    /// At least.
    pub min: u32,
    /// At most; none when nobody has said.
    pub max: Option<u32>,
    /// Whether both are the same.
    pub exact: bool,
}

/// Somebody in a seat.
#[derive(Clone, Debug, Serialize)]
pub struct HolderView<'a> {
    /// The name.
    pub name: &'a str,
    /// The way to the person's page.
    pub href: Option<String>,
    /// The organization for which they sit.
    pub on_behalf_of: Option<Card<'a>>,
    /// From when to when.
    pub term: Option<PeriodView<'a>>,
    /// The act of appointment.
    pub act: Option<Card<'a>>,
    /// That they only fill in until the seat is filled.
    pub acting: bool,
    /// That they stand in for somebody.
    pub substitutes: bool,
    /// For whom, if that is known.
    pub substitutes_for: Option<&'a str>,
    /// Why the mandate ended.
    pub end_reason: Option<&'a str>,
}

impl<'a> Lens<'a> {
    pub(super) fn seats(
        &self,
        body: &'a Entity<Body>,
        words: Option<&'a Translation>,
        part: &'a Part,
        written: Written<'a>,
    ) -> Vec<SeatView<'a>> {
        let seats = part.seats.iter();
        seats
            .map(|seat| {
                let own = seat_words(words, written.id, seat.written.id.as_str());
                self.seat(body, words, own, seat)
            })
            .collect()
    }

    fn seat(
        &self,
        body: &'a Entity<Body>,
        all: Option<&'a Translation>,
        words: Option<&'a SeatWords>,
        seat: &'a SeatLinks,
    ) -> SeatView<'a> {
        let it = &seat.written;
        let seated = |current| {
            let seated = it.holders.iter().enumerate();
            let seated = seated.filter(|(_, it)| it.vacant != Some(true));
            seated.filter(move |(_, it)| self.is_current(it) == current)
        };
        let holders = |current| {
            let seated = seated(current);
            let holders = seated.map(|(index, holder)| self.holder(seat, index, holder));
            holders.collect()
        };
        let sitting = seated(true).filter(|(_, it)| !it.is_substitute());
        let sitting = u32::try_from(sitting.count()).unwrap_or(u32::MAX);
        let eligible = words
            .map(|words| &words.eligible)
            .filter(|list| !list.is_empty());
        let said =
            |word: fn(&SeatWords) -> Option<&Text>, own| self.said(words.and_then(word), own);
        let (office, office_lang) = said(|words| words.office.as_ref(), it.office.as_ref());
        let (represents, represents_lang) =
            said(|words| words.represents.as_ref(), it.represents.as_ref());
        let (note, note_lang) = said(|words| words.note.as_ref(), it.note.as_ref());
        let (delegated_by, delegated_by_lang) = match seat.delegated_by {
            Some(at) => self.delegating(body, all, at),
            None => (None, None),
        };
        SeatView {
            id: it.id.as_str(),
            role: it.role.unwrap_or(Role::Member).as_str(),
            basis: it.basis.as_str(),
            office,
            office_lang,
            from: self.named(&seat.from, AnyLink::Organization),
            each: self.each(body, words, seat),
            places: places(seat.places),
            count_source: it.count_source.unwrap_or(CountSource::Stated).as_str(),
            voting: it.voting,
            term_months: it.term_months,
            eligible_lang: self.source_lang().filter(|_| eligible.is_none()),
            eligible: eligible
                .unwrap_or(&it.eligible)
                .iter()
                .map(|it| it.as_str())
                .collect(),
            represents,
            represents_lang,
            delegated_by,
            delegated_by_lang,
            note,
            note_lang,
            vacant: if it.holders.is_empty() {
                0
            } else {
                seat.places.min.saturating_sub(sitting)
            },
            holders: holders(true),
            others: holders(false),
        }
    }

    fn each(
        &self,
        body: &'a Entity<Body>,
        words: Option<&'a SeatWords>,
        seat: &'a SeatLinks,
    ) -> Option<EachView<'a>> {
        let size = |size: usize| u32::try_from(size).ok();
        let cards = |list| self.named(list, AnyLink::Organization);
        Some(match seat.each.as_ref()? {
            EachOf::Zones(count) => {
                let territory = body.written.territory.as_ref();
                let zones = territory.and_then(|territory| territory.zones.as_ref());
                let name = zones.map(|zones| self.label(VocabularyKind::Area, zones.kind.as_str()));
                EachView {
                    kind: "zones",
                    items: Vec::new(),
                    text: name,
                    lang: None,
                    size: *count,
                }
            }
            EachOf::Members => {
                let members = &body.links.members;
                EachView {
                    kind: "members",
                    items: cards(members),
                    text: None,
                    lang: None,
                    size: size(members.len()),
                }
            }
            EachOf::List(list) => EachView {
                kind: "list",
                items: cards(list),
                text: None,
                lang: None,
                size: size(list.len()),
            },
            EachOf::Text => {
                let text = match &seat.written.each {
                    Some(Each::Text(text)) => Some(text),
                    _ => None,
                };
                let (text, lang) = self.said(words.and_then(|words| words.each.as_ref()), text);
                EachView {
                    kind: "text",
                    items: Vec::new(),
                    text: text.map(Cow::from),
                    lang,
                    size: None,
                }
            }
        })
    }

    pub(super) fn holder(
        &self,
        seat: &SeatLinks,
        index: usize,
        holder: &'a Holder,
    ) -> HolderView<'a> {
        let links = seat.holders.get(index);
        let person = links.and_then(|links| links.person).map(AnyLink::Person);
        let name = person.map(|person| self.title(person));
        HolderView {
            name: name
                .or_else(|| holder.name.as_ref().map(|it| it.as_str()))
                .unwrap_or_default(),
            href: person.map(|person| self.href(person)),
            on_behalf_of: links
                .and_then(|it| it.on_behalf_of)
                .map(|it| self.card(AnyLink::Organization(it))),
            term: self.period(holder.term()),
            act: links
                .and_then(|it| it.act)
                .map(|it| self.card(AnyLink::Document(it))),
            acting: holder.acting == Some(true),
            substitutes: holder.is_substitute(),
            substitutes_for: holder
                .substitutes
                .as_ref()
                .and_then(|it| it.name())
                .map(|it| it.as_str()),
            end_reason: holder.end_reason.as_ref().map(|it| it.as_str()),
        }
    }

    /// What the seat that chooses is called: its office, or its id where it has none.
    fn delegating(
        &self,
        body: &'a Entity<Body>,
        words: Option<&'a Translation>,
        (part, seat): (usize, usize),
    ) -> (Option<&'a str>, Option<&'a str>) {
        let part = body.links.parts.get(part);
        let Some((part, seat)) = part.and_then(|part| Some((part, part.seats.get(seat)?))) else {
            return (None, None);
        };
        let table = part.table.and_then(|table| body.written.tables.get(table));
        let table = table.map(|table| table.id.as_str());
        let words = seat_words(words, table, seat.written.id.as_str());
        let office = seat.written.office.as_ref();
        match office.filter(|_| seat.written.basis == Basis::ExOfficio) {
            Some(office) => self.said(words.and_then(|words| words.office.as_ref()), Some(office)),
            None => (Some(seat.written.id.as_str()), None),
        }
    }

    pub(super) fn is_current(&self, holder: &Holder) -> bool {
        holder.term().contains(self.site.as_of)
    }
}

/// The words of a seat in the page's language.
pub(super) fn seat_words<'a>(
    words: Option<&'a Translation>,
    table: Option<&str>,
    seat: &str,
) -> Option<&'a SeatWords> {
    let words = words?;
    let seats = match table {
        Some(table) => {
            let mut tables = words.tables.iter();
            &tables.find(|it| it.id.as_str() == table)?.seats
        }
        None => &words.seats,
    };
    seats.iter().find(|it| it.id.as_str() == seat)
}

fn places(places: Places) -> PlacesView {
    PlacesView {
        min: places.min,
        max: places.max,
        exact: places.max == Some(places.min),
    }
}
