//! Which past compositions of a body have a page.
//!
//! There is one for each term that is over, as it was at the end of the term, and one for each year that is over and in
//! which the composition changed, as it was at the end of the year, if it has changed since: within a term, before the end
//! of the term, of which there is a page already. Those of years begin with the first at which, of the seats of
//! which anybody is known, at least half of the places are: the few whose dates happen to be known of the time before are no
//! composition. Only those count at which somebody is known to have sat, or a place to have been vacant. Who may have left
//! before that day, in a year of which no more is known, does not count as sitting.
//!
//! Nothing here asks what is known of later days than those that have come, so a page that exists on one day exists on
//! every later day, until somebody edits the body: addresses that were published stay.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use crate::base::date::{Date, PartialDate, Period};
use crate::base::output::OutputPath;
use crate::content::graph::{Entity, HolderSource, Link, Reader, SeatLinks};
use crate::content::model::{Body, BodyTerm};
use crate::content::settings::Settings;

/// The most past compositions of one body that have pages, of terms and of years: the first ones, so that none vanishes
/// when another comes.
const MAX_PAGES: usize = 200;

/// A past composition of a body that has a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastComposition {
    /// The last part of its address: the id of the term, or the year; its last day, if a term has the year as its id.
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
        let terms = of_terms(&body.entity.written.terms);
        let years = of_years(&body, &terms, as_of);
        let is_over = |it: &&(Period, PastComposition)| it.0.ended_before(as_of);
        let terms = terms.iter().filter(is_over).map(|(_, it)| it.clone());
        let known = |it: &PastComposition| body.filled(it.day).known > 0;
        let terms = terms.filter(known).take(MAX_PAGES);
        let years = years.into_iter().filter(known).take(MAX_PAGES);
        let mut all: Vec<PastComposition> = terms.chain(years).collect();
        all.sort_by_key(|it| (it.day, it.term));
        all
    }

    /// Its page, below that of the body.
    pub fn output(&self, body: &OutputPath, settings: &Settings) -> OutputPath {
        let (folder, word) = (body.folder(), settings.composition_folder());
        OutputPath::page(&format!("{folder}{word}/{}", self.key))
    }
}

/// Those of the terms of which the end is known, each with the period of the term, sorted by their days.
fn of_terms(terms: &[BodyTerm]) -> Vec<(Period, PastComposition)> {
    // Of equal ids, which are reported, the first counts.
    let mut ids = BTreeSet::new();
    let begins = first_days(terms);
    let found = terms.iter().enumerate().filter_map(|(index, term)| {
        let past = PastComposition {
            key: term.id.as_str().to_owned(),
            day: last_day(term, &begins)?,
            term: Some(index),
        };
        ids.insert(term.id.as_str()).then(|| (term.period(), past))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(_, it)| (it.day, it.term));
    found
}

/// The first days of terms.
pub fn first_days(terms: &[BodyTerm]) -> BTreeSet<Date> {
    let begins = terms.iter().filter_map(|it| Some(it.from?.first()));
    begins.collect()
}

/// The last day on which those of a term certainly sat. Who begins on the last day of another takes over, so it is the
/// day before another term begins. `begins` has the first days of all.
pub fn last_day(term: &BodyTerm, begins: &BTreeSet<Date>) -> Option<Date> {
    let until = term.until?.first();
    let begin = term.from.map(PartialDate::first);
    let after = (begin.map_or(Unbounded, Excluded), Unbounded);
    let next = begins.range(after).next().filter(|next| **next <= until);
    let before = next.and_then(|next| next.after_days(-1));
    Some(before.unwrap_or(until))
}

/// Those of the years that are over, in which somebody came or left, and after which somebody has.
fn of_years(
    body: &Places<'_>,
    terms: &[(Period, PastComposition)],
    as_of: Date,
) -> Vec<PastComposition> {
    let mut changes = BTreeSet::new();
    for period in body.periods() {
        changes.extend(period.from.map(PartialDate::first));
        changes.extend(period.until.and_then(first_day_without));
    }
    let ends: BTreeSet<Date> = changes.iter().copied().map(end_of_year).collect();
    let has_changed_since = |end: &Date| {
        let of_term = terms
            .iter()
            .filter(|(term, past)| *end <= past.day && !term.begins_after(*end));
        let last = of_term.map(|(_, past)| past.day).chain([as_of]).min();
        let next = changes.range((Excluded(*end), Unbounded)).next();
        next.is_some_and(|next| Some(*next) <= last)
    };
    let found = ends.into_iter().filter(has_changed_since);
    let is_free = |key: &String| terms.iter().all(|(_, term)| term.key != *key);
    let found = found.filter_map(|day| {
        let keys = [format!("{:04}", day.parts().0), day.to_string()];
        Some(PastComposition {
            key: keys.into_iter().find(is_free)?,
            day,
            term: None,
        })
    });
    let found = found.skip_while(|it| {
        let filled = body.filled(it.day);
        filled.known < filled.places.div_ceil(2)
    });
    found.collect()
}

/// The first day on which a past composition is without whom or what had this last day. Of one of which only the month or year
/// is known, it is the last of those days: it may have been an earlier one.
fn first_day_without(last: PartialDate) -> Option<Date> {
    match last.day() {
        Some(day) => day.after_days(1),
        None => Some(last.last()),
    }
}

fn end_of_year(day: Date) -> Date {
    PartialDate::year(day).last()
}

/// How many places a body had on a day.
#[derive(Clone, Copy, Default)]
struct Filled {
    /// The number of places of which it is known who sat there, or that they were vacant.
    known: u32,
    /// The number of places that there were at least on the seats on which any is known.
    places: u32,
}

/// The seats of a body, each with the places where its holders are written.
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

    /// How many places there were on a day.
    fn filled(&self, day: Date) -> Filled {
        let mut filled = Filled::default();
        for (seat, sources) in &self.seats {
            let holders = sources.iter().flat_map(|source| {
                let tenses = source.past_tenses(day);
                let holders = source.each_holder();
                holders.filter_map(move |(number, (it, _))| Some((it, *tenses.get(number)?)))
            });
            let occupancy = seat.occupancy_by(holders, day);
            let known = occupancy.known();
            if known > 0 {
                let places = known.saturating_add(occupancy.unnamed);
                filled.known = filled.known.saturating_add(known);
                filled.places = filled.places.saturating_add(places);
            }
        }
        filled
    }

    /// The periods in which the seats exist, and those in which somebody sits on them.
    fn periods(&self) -> impl Iterator<Item = Period> {
        self.seats.iter().flat_map(|(seat, sources)| {
            let valid = seat.written.valid.as_ref().map(|it| it.period());
            let holders = sources.iter().flat_map(|it| it.each_holder());
            let holders = holders.map(|(_, (_, it))| it.stay());
            // With an organization that ends, the place goes that there is for it.
            let ends = seat.one_for.iter().filter_map(|it| {
                let gone = first_day_without(it.until?)?;
                Some(Period {
                    from: Some(gone.into()),
                    until: None,
                })
            });
            valid.into_iter().chain(holders).chain(ends)
        })
    }
}
