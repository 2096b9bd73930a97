//! Which past compositions of a body have a page.
//!
//! There is one for each term that is over, as it was at the end of the term. A body without such a term has one for each
//! year that is over and in which its composition changed, as it was at the end of the year, if it has changed since. Only
//! those count at which somebody is known to have sat, or a place to have been vacant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use crate::base::date::{Date, PartialDate, Period};
use crate::base::output::OutputPath;
use crate::content::graph::{Entity, HolderSource, Link, Reader, SeatLinks};
use crate::content::model::{Body, BodyTerm};
use crate::content::settings::Settings;

/// The most past compositions of one body that have pages: the last ones.
const MAX_PAGES: usize = 60;

/// A past composition of a body that has a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastComposition {
    /// The last part of its address: the id of the term, or the year.
    pub key: String,
    /// The day of which the page speaks.
    pub day: Date,
    /// The index of the term at the end of which it is. `None` if it is the end of a year.
    pub term: Option<usize>,
}

impl PastComposition {
    /// Those of a body, seen from a day, the first one first.
    pub fn all(graph: Reader<'_>, link: Link<Body>, as_of: Date) -> Vec<PastComposition> {
        let body = Places::of(graph, link);
        let of_terms = of_terms(&body.entity.written.terms, as_of);
        let all = match of_terms.is_empty() {
            true => without_first_traces(&body, last_of(of_years(&body, as_of)), as_of),
            false => last_of(of_terms),
        };
        let known = all.into_iter();
        known.filter(|it| body.known(it.day) > 0).collect()
    }

    /// Its page, below that of the body.
    pub fn output(&self, body: &OutputPath, settings: &Settings) -> OutputPath {
        let (folder, word) = (body.folder(), settings.composition_folder());
        OutputPath::page(&format!("{folder}{word}/{}", self.key))
    }
}

/// The last ones, as many as have pages.
fn last_of(mut all: Vec<PastComposition>) -> Vec<PastComposition> {
    all.split_off(all.len().saturating_sub(MAX_PAGES))
}

/// Those from the first on of which at least half as many places are known as of the best known day: the few whose dates
/// happen to be known of the time before are no composition.
fn without_first_traces(
    body: &Places<'_>,
    all: Vec<PastComposition>,
    as_of: Date,
) -> Vec<PastComposition> {
    let known = all.iter().map(|it| body.known(it.day));
    let known: Vec<u32> = known.collect();
    let most = known.iter().copied().max().unwrap_or(0);
    let enough = most.max(body.known(as_of)).div_ceil(2);
    let traces = known.iter().take_while(|places| **places < enough);
    let traces = traces.count();
    all.into_iter().skip(traces).collect()
}

/// Those of the terms that are over, sorted by their days.
fn of_terms(terms: &[BodyTerm], as_of: Date) -> Vec<PastComposition> {
    // Of equal ids, which are reported, the first counts.
    let mut by_id: BTreeMap<&str, (Date, usize)> = BTreeMap::new();
    let begins = terms.iter().filter_map(|it| Some(it.from?.first()));
    let begins: BTreeSet<Date> = begins.collect();
    for (index, term) in terms.iter().enumerate() {
        if term.period().ended_before(as_of)
            && let Some(day) = last_day(term, &begins)
        {
            by_id.entry(term.id.as_str()).or_insert((day, index));
        }
    }
    let found = by_id.into_iter().map(|(id, (day, index))| PastComposition {
        key: id.to_owned(),
        day,
        term: Some(index),
    });
    let mut found: Vec<PastComposition> = found.collect();
    found.sort_by_key(|it| (it.day, it.term));
    found
}

/// The last day on which those of a term certainly sat. Who begins on the last day of another takes over, so it is the
/// day before another term begins. `begins` has the first days of all.
fn last_day(term: &BodyTerm, begins: &BTreeSet<Date>) -> Option<Date> {
    let until = term.until?.first();
    let begin = term.from.map(PartialDate::first);
    let after = (begin.map_or(Unbounded, Excluded), Unbounded);
    let next = begins.range(after).next().filter(|next| **next <= until);
    let before = next.and_then(|next| next.after_days(-1));
    Some(before.unwrap_or(until))
}

/// Those of the years that are over, in which somebody came or left, and after which somebody has. Where it is not known
/// since when somebody sat, the year before the first change counts, too.
fn of_years(body: &Places<'_>, as_of: Date) -> Vec<PastComposition> {
    let mut years: BTreeMap<i16, Date> = BTreeMap::new();
    let mut last_change = None;
    let mut add = |day: Option<Date>| {
        let day = day.filter(|day| *day <= as_of);
        last_change = last_change.max(day);
        let end = day.map(|day| PartialDate::year(day).last());
        if let Some(end) = end.filter(|end| *end < as_of) {
            years.insert(end.parts().0, end);
        }
    };
    let mut has_unknown_begin = false;
    for period in body.periods() {
        has_unknown_begin |= period.from.is_none() && period.until.is_some();
        add(period.from.map(PartialDate::first));
        add(period.until.and_then(|it| it.last().after_days(1)));
    }
    if has_unknown_begin && let Some(first) = years.values().next().copied() {
        let before = PartialDate::year(first).first().after_days(-1);
        years.extend(before.map(|day| (day.parts().0, day)));
    }
    years.retain(|_, end| Some(*end) < last_change);
    let found = years.into_iter().map(|(year, day)| PastComposition {
        key: format!("{year:04}"),
        day,
        term: None,
    });
    found.collect()
}

/// The seats of a body, each with those in which its holders are written.
struct Places<'a> {
    entity: &'a Entity<Body>,
    seats: Vec<(&'a SeatLinks, Vec<HolderSource<'a>>)>,
}

impl<'a> Places<'a> {
    fn of(graph: Reader<'a>, link: Link<Body>) -> Places<'a> {
        let entity = graph.get(link);
        let seats = entity.links.parts.iter().flat_map(|part| &part.seats);
        Places {
            entity,
            seats: (seats.map(|seat| (seat, seat.holder_sources(graph)))).collect(),
        }
    }

    /// The number of places of which it is known who sat there on a day, or that they were vacant. None are known before
    /// the body has begun.
    fn known(&self, day: Date) -> u32 {
        let own = self.entity.written.part(None);
        if own.is_some_and(|it| it.begins_after(day)) {
            return 0;
        }
        let exists = |seat: &SeatLinks| seat.held_by.is_none() || seat.period().may_contain(day);
        let seats = self.seats.iter().filter(|(seat, _)| exists(seat));
        let known = seats.map(|(seat, sources)| {
            let holders = sources.iter().flat_map(|source| {
                let tenses = source.seat.past_tenses(day);
                let holders = source.each_holder();
                holders.filter_map(move |(number, (it, _))| Some((it, *tenses.get(number)?)))
            });
            seat.occupancy_by(holders, day).known()
        });
        known.fold(0, u32::saturating_add)
    }

    /// The periods in which the seats exist, and those in which somebody sits on them.
    fn periods(&self) -> impl Iterator<Item = Period> {
        self.seats.iter().flat_map(|(seat, sources)| {
            let valid = seat.written.valid.as_ref().map(|it| it.period());
            let holders = sources.iter().flat_map(|it| it.each_holder());
            let holders = holders.filter_map(|(_, (_, it))| seat.sitting(it.stay()));
            // With an organization that ends, the place goes that there is for it.
            let ends = seat.one_for.iter().filter_map(|it| {
                let gone = it.until?.last().after_days(1)?;
                Some(Period {
                    from: Some(gone.into()),
                    until: None,
                })
            });
            valid.into_iter().chain(holders).chain(ends)
        })
    }
}
