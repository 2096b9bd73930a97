//! What has happened to a body, in the order of time.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::facts::{self, Fact};
use super::{Card, DateView, FactView, PageContext, Word};
use crate::base::date::PartialDate;
use crate::content::graph::{BodyPart, Link, Part, WrittenPart};
use crate::content::model::{Body, Document, LegalBasis};

/// A date on which something happened to a body.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TimelineDate<'a> {
    /// The date.
    pub date: DateView<'a>,
    /// What happened.
    pub entries: Vec<TimelineEntry<'a>>,
}

/// Something that happened to a body.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct TimelineEntry<'a> {
    /// The key of the label that says it: `timeline-started`; of a change, that of the change: `change-merger-into`.
    pub label: String,
    /// Whether it is a change of the body, of a table, or of an organization that takes part. Its label has no words in it.
    pub is_change: bool,
    /// The name of who comes or leaves, or of what changes. `none` where a seat says it all.
    pub name: Option<Cow<'a, str>>,
    /// The seat: its office. `none` if it is not about a seat, or if the seat has no office.
    pub seat: Option<Cow<'a, str>>,
    /// The key of the label for a seat without an office, for one: `role-chair`. `none` if it has one.
    pub seat_label: Option<String>,
    /// What the seat is called or for whom it is, after a dash, the table in which it is, after a comma, and the office that the
    /// person holds elsewhere, after a semicolon: " – Comune di Alba, Tavolo tecnico; Sindaco di Alba". Empty if none is known.
    pub table: Cow<'a, str>,
    /// What it became, or what it was merged into. `none` if that is not said.
    pub into: Option<Cow<'a, str>>,
    /// The act. `none` if it is no act.
    pub act: Option<Card<'a>>,
}

/// What has happened until the day of the page. Empty if it is only what its changes say.
pub(super) fn timeline<'a>(page: &PageContext<'a>, body: Link<Body>) -> Vec<TimelineDate<'a>> {
    let mut dates: BTreeMap<PartialDate, Vec<TimelineEntry<'a>>> = BTreeMap::new();
    let mut add = |date: Option<PartialDate>, entry: TimelineEntry<'a>| {
        if let Some(date) = date.filter(|date| date.first() <= page.as_of) {
            dates.entry(date).or_default().push(entry);
        }
    };
    facts::each_dated(page, body, |date, fact| {
        // Whose last day may still come has not left.
        let has_come = match fact {
            Fact::Left(.., (held, number)) => {
                date.last() <= page.as_of || held.has_certainly_left(number, page.as_of)
            }
            _ => true,
        };
        if has_come {
            add(Some(date), TimelineEntry::of(page, fact));
        }
    });
    let mut acts = BTreeSet::new();
    for (part, written) in page.graph.get(body).parts() {
        for act in acts_of(part, written).filter(|act| acts.insert(*act)) {
            let date = page.graph.get(act).written.date;
            let act = Some(page.card(act));
            let label = "timeline-act".to_owned();
            add(
                date,
                TimelineEntry {
                    label,
                    act,
                    ..TimelineEntry::default()
                },
            );
        }
    }
    let tells_more = dates.values().flatten().any(|entry| !entry.is_change);
    let dates = dates.into_iter().filter(|_| tells_more);
    let dates = dates.map(|(date, entries)| TimelineDate {
        date: page.date(date),
        entries,
    });
    dates.collect()
}

/// The acts that establish or regulate a body or table, and those of its terms.
fn acts_of<'a>(
    part: &'a Part,
    written: WrittenPart<'a>,
) -> impl Iterator<Item = Link<Document>> + use<'a> {
    let is_own = |basis: &LegalBasis| {
        let relation = basis.relation.as_deref();
        relation.is_some_and(|it| ["establishes", "regulates"].contains(&it))
    };
    let bases = written.legal_basis.iter().zip(&part.acts);
    let bases = bases.filter_map(move |(basis, act)| act.filter(|_| is_own(basis)));
    bases.chain(part.term_acts.iter().copied().flatten())
}

impl<'a> TimelineEntry<'a> {
    fn of(page: &PageContext<'a>, fact: Fact<'a>) -> TimelineEntry<'a> {
        // The day is said once for all that happened on it.
        let said = FactView::new(page, page.as_of, fact, None);
        let is_change = matches!(fact, Fact::Changed(..) | Fact::OrganizationChanged(..));
        let group = if is_change { "change-" } else { "timeline-" };
        let mut entry = TimelineEntry {
            label: said.label.replacen("feed-", group, 1),
            is_change,
            ..TimelineEntry::default()
        };
        for (name, word) in said.words {
            match (name, word) {
                ("name", Word::Text(text)) => entry.name = Some(text),
                ("seat", Word::Text(text)) => entry.seat = Some(text),
                ("seat", Word::Label(key)) => entry.seat_label = Some(key),
                ("of", Word::Text(of)) if !of.is_empty() => entry.table = format!(" – {of}").into(),
                ("table", Word::Text(table)) => entry.table.to_mut().push_str(&table),
                ("into", Word::Text(text)) => entry.into = Some(text),
                _ => {}
            }
        }
        entry
    }
}

/// The seats that a body or table has had for a time only: when they began and ended.
pub(super) fn seats_for_a_time<'a>(
    of: BodyPart,
    part: &'a Part,
) -> impl Iterator<Item = (Option<PartialDate>, Fact<'a>)> + use<'a> {
    part.seats.iter().flat_map(move |seat| {
        let valid = seat.written.valid.as_ref().map(|it| it.period());
        let valid = valid.unwrap_or_default();
        [
            (valid.from, Fact::SeatAdded(of, seat)),
            (valid.until, Fact::SeatEnded(of, seat)),
        ]
    })
}
