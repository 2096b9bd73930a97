//! Who sits on a seat, and what is open of it.

use std::collections::HashSet;

use super::composition::GUESTS;
use super::holder::{HeldSeat, NumberedHolder, with_deputies};
use super::part_source::PartSource;
use super::{Card, HolderView, PageContext, SeatView};
use crate::content::graph::{HolderSource, SeatLinks, Tense};
use crate::content::model::translation::SeatWords;

/// The most organizations that are named because nobody is named for them.
const MAX_UNNAMED: u32 = 5;

impl<'a> SeatView<'a> {
    /// Only who sits on it, and what is open of it.
    pub(super) fn occupants(
        page: &PageContext<'a>,
        source: PartSource<'a>,
        (seat, words): (&'a SeatLinks, Option<&'a SeatWords>),
    ) -> SeatView<'a> {
        let sources = seat.holder_sources(page.graph);
        let is_there =
            |it: &HolderSource<'_>| it.life().is_some_and(|it| it.may_contain(page.as_of));
        let can_be_held = sources.iter().any(is_there);
        let sources = sources.into_iter();
        let held = sources.map(|it| HeldSeat::new(page, (seat, it), words));
        let held: Vec<_> = held.collect();
        let entries = held.iter().flat_map(|held| {
            let entries = held.entries(page);
            entries.map(move |(tense, holder)| Entry {
                held,
                tense,
                holder,
            })
        });
        let entries: Vec<Entry<'_, 'a>> = entries.collect();
        let tense = Tense::of(seat.life.days, page.as_of);
        let exists = tense == Tense::Now;
        let holders = |tense| {
            let holders = entries.iter().filter(|it| it.is_holder(tense));
            holders.map(|it| it.view(page)).collect::<Vec<_>>()
        };
        let others = |tense| match page.is_past_composition() {
            true => Vec::new(),
            false => holders(tense),
        };
        let sitting = with_deputies(holders(Tense::Now));
        let tenses = entries.iter().map(|it| (it.holder.1.0, it.tense));
        let occupancy = seat.occupancy_by(tenses, page.as_of);
        let held_among = seat.held_among(page.graph, |it| {
            HeldSeat::new(page, (it.seat, it), None).tenses(page)
        });
        let held_among = u32::try_from(held_among.len()).unwrap_or(u32::MAX);
        let is_other_role = is_other_role(source, seat);
        let is_counted = exists && !is_other_role && is_member(seat);
        // Of a role that nobody is named for, who has it may be any of the members.
        let is_told = !is_other_role || occupancy.known() > 0 || held_among > 0;
        let unnamed = match exists && is_told && can_be_held {
            true => occupancy.unnamed.saturating_sub(held_among),
            false => 0,
        };
        let vacant = occupancy.vacant;
        let vacancies = entries.iter().filter(|it| it.is_told_vacancy());
        let vacancies: Vec<HolderView<'_>> = vacancies.map(|it| it.view(page)).collect();
        let described = u32::try_from(vacancies.len()).unwrap_or(u32::MAX);
        let is_open_row = vacant.saturating_sub(described) + unnamed > 0;
        let open_rows = vacancies.len() + usize::from(is_open_row);
        SeatView {
            is_counted,
            is_block: sitting.len() + open_rows > 1,
            tense: tense.as_str(),
            holders: sitting,
            former: others(Tense::Past),
            future: others(Tense::Future),
            held_among,
            vacant,
            vacancies,
            can_be_held,
            places: seat.places_on(page.as_of, occupancy.known()).into(),
            unnamed,
            unnamed_for: unnamed_for(page, source, seat, &entries, unnamed),
            ..SeatView::default()
        }
    }
}

/// The organizations for which nobody is named, of a seat with a place for each, where it is said for whom all others sit.
fn unnamed_for<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
    seat: &'a SeatLinks,
    entries: &[Entry<'_, 'a>],
    unnamed: u32,
) -> Vec<Card<'a>> {
    if unnamed == 0 || unnamed > MAX_UNNAMED {
        return Vec::new();
    }
    let here = entries.iter().filter(|it| it.tense == Tense::Now);
    let here = here.filter(|it| !it.holder.1.0.is_substitute());
    let told: Option<HashSet<_>> = here.map(|it| it.holder.1.1.on_behalf_of).collect();
    let Some(mut told) = told.filter(|it| !it.is_empty()) else {
        return Vec::new();
    };
    let left = seat
        .pool_of_each(&source.body.links.members)
        .iter()
        .copied();
    let left: Vec<_> = left
        .filter(|it| told.insert(*it) && page.exists(*it))
        .collect();
    match left.len() == unnamed as usize {
        true => page.cards(&left),
        false => Vec::new(),
    }
}

/// An entry among the holders of a seat.
struct Entry<'h, 'a> {
    held: &'h HeldSeat<'a>,
    tense: Tense,
    holder: NumberedHolder<'a>,
}

impl<'a> Entry<'_, 'a> {
    /// Whether somebody sits in this tense. Entries that say that the seat is vacant are no holders.
    fn is_holder(&self, tense: Tense) -> bool {
        self.tense == tense && !self.holder.1.0.is_vacant()
    }

    /// Whether it says that a place is vacant now, and since when, for whom or why.
    fn is_told_vacancy(&self) -> bool {
        let written = self.holder.1.0;
        let says_when = written.from.is_some() || written.note.is_some();
        let is_vacancy = self.tense == Tense::Now && written.is_vacant();
        is_vacancy && (says_when || written.on_behalf_of.is_some())
    }

    fn view(&self, page: &PageContext<'a>) -> HolderView<'a> {
        HolderView::new(page, self.held, self.holder)
    }
}

/// Whether it is another role of those who have places already. Who is chosen among the members of the part, or is one of them
/// by right, has a place; who is chosen among those of the body for one of its tables has another one there.
fn is_other_role(source: PartSource<'_>, seat: &SeatLinks) -> bool {
    let here = source.at();
    let is_among = !seat.written.among.is_empty() && seat.among.iter().all(|it| it.part == here);
    is_among || seat.held_by.is_some_and(|it| it.part == here)
}

/// Whether who sits on it is one of those who make up the body, and no guest.
fn is_member(seat: &SeatLinks) -> bool {
    seat.written.role.is_none_or(|role| !GUESTS.contains(&role))
}
