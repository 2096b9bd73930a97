//! How many sit in a body or table, in all.

use schemars::JsonSchema;
use serde::Serialize;

use super::{HolderView, PlacesView, SeatView};
use crate::content::model::Role;

/// The roles of those who sit in a body without being members of it.
pub(super) const GUESTS: [Role; 3] = [Role::Guest, Role::Observer, Role::Consultant];

/// The totals of the seats of a body or table.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct TotalsView {
    /// The number of places of all seats. Its `max` is `none` if the number of places of some seat is open or not
    /// known.
    pub places: PlacesView,
    /// The number of places that vote. `none` if it is not known of every seat whether it votes.
    pub voting: Option<PlacesView>,
    /// The number of places that are known not to vote.
    pub not_voting: u32,
    /// Whether it is known that there are no more of those.
    pub not_voting_exact: bool,
    /// The number of holders who are named.
    pub named: u32,
    /// The number of places whose holders are not named.
    pub unnamed: u32,
    /// The number of places that are known to be vacant.
    pub vacant: u32,
    /// The number of those who chair: who hold the seat of a chair, or the seat itself if none is named, and who are
    /// elected to it from another seat.
    pub chairs: u32,
    /// Whether there are seats of guests, observers or consultants too, whose places are not among those.
    pub has_guests: bool,
    /// Whether somebody may sit there on the site's day (`site.as_of`), as far as is known.
    pub can_sit: bool,
    /// The number of columns of a table that says who, in which capacity, and, if anything is known of it, for whom and
    /// since when.
    pub columns: u8,
    /// Whether somebody sits for whom it is known from when or until when, or by which act.
    pub has_terms: bool,
    /// Whether it is known of some seat from whom its holders come, or whom they represent.
    pub has_origins: bool,
}

impl TotalsView {
    pub(super) fn of(seats: &[SeatView<'_>], can_sit: bool) -> TotalsView {
        let places = |of: &dyn Fn(&SeatView<'_>) -> bool| {
            let counted = seats.iter().filter(|seat| seat.is_counted && of(seat));
            counted.fold(PlacesView::NONE, |sum, seat| sum.and(seat.counted_places()))
        };
        let sum = |of: fn(&SeatView<'_>) -> u32| {
            let counted = seats.iter().filter(|seat| seat.is_counted);
            counted.map(of).fold(0, u32::saturating_add)
        };
        let counted = || seats.iter().filter(|seat| seat.is_counted);
        let not_voting = places(&|seat| seat.voting == Some(false));
        // Of a part in which only guests and the like sit, no number says how many sit.
        let has_members = seats.is_empty() || counted().next().is_some();
        let is_known = has_members && counted().all(|it| it.voting.is_some());
        let holders = || seats.iter().flat_map(|seat| &seat.holders);
        let told = || holders().chain(seats.iter().flat_map(|seat| &seat.vacancies));
        let has_terms = told().any(|it| it.period.is_some() || it.act.is_some() && !it.act_of_term);
        let has_origins = seats.iter().any(SeatView::has_origin)
            || told().any(|holder| holder.on_behalf_of.is_some());
        let is_guest = |it: &SeatView<'_>| GUESTS.iter().any(|role| role.as_str() == it.role);
        TotalsView {
            has_guests: has_members && seats.iter().any(|it| it.exists() && is_guest(it)),
            columns: 2 + u8::from(has_terms) + u8::from(has_origins),
            places: match has_members {
                true => places(&|_| true),
                false => PlacesView::default(),
            },
            voting: is_known.then(|| places(&|seat| seat.voting == Some(true))),
            not_voting: not_voting.min,
            not_voting_exact: not_voting.exact,
            named: u32::try_from(holders().count()).unwrap_or(u32::MAX),
            unnamed: sum(|seat| seat.unnamed),
            vacant: sum(|seat| seat.vacant),
            chairs: u32::try_from(seats.iter().map(chairs).sum::<usize>()).unwrap_or(u32::MAX),
            can_sit: can_sit && seats.iter().any(|it| it.can_be_held),
            has_terms,
            has_origins,
        }
    }
}

/// How many chair by this seat.
fn chairs(seat: &SeatView<'_>) -> usize {
    let chair = Role::Chair.as_str();
    if seat.role == chair && seat.exists() {
        return match seat.held_among {
            0 => {
                let holders = seat.holders.iter().filter(|it| !it.substitutes);
                holders.count().max(usize::from(seat.can_be_held))
            }
            // They are counted where they sit.
            _ => 0,
        };
    }
    let is_elected = |it: &&HolderView<'_>| it.role == Some(chair) && !it.substitutes;
    let elected = seat.holders.iter().filter(is_elected);
    elected.count()
}

/// Marks which seats stand together in a table: those of a group; a seat without a group that takes several rows; all
/// between such ones.
pub(super) fn mark_blocks(seats: &mut [&mut SeatView<'_>]) {
    let is_alone = |seat: &SeatView<'_>| seat.is_block && seat.group.is_none();
    let edges = seats.windows(2).map(|pair| match pair {
        [one, next] => one.group != next.group || is_alone(one) || is_alone(next),
        _ => true,
    });
    let edges: Vec<bool> = edges.collect();
    for (number, seat) in seats.iter_mut().enumerate() {
        let edge_after = |number: Option<usize>| number.and_then(|it| edges.get(it));
        seat.opens_block = *edge_after(number.checked_sub(1)).unwrap_or(&true);
        seat.closes_block = *edge_after(Some(number)).unwrap_or(&true);
    }
}

impl PlacesView {
    const NONE: PlacesView = PlacesView {
        min: 0,
        max: Some(0),
        exact: true,
    };

    fn and(self, other: PlacesView) -> PlacesView {
        let max = self.max.zip(other.max);
        let max = max.map(|(one, other)| one.saturating_add(other));
        let min = self.min.saturating_add(other.min);
        PlacesView {
            min,
            max,
            exact: max == Some(min),
        }
    }
}

impl SeatView<'_> {
    /// The places as far as their number is known: of an open one, those at least of which something is said.
    fn counted_places(&self) -> PlacesView {
        let max = self.places.max.filter(|_| !self.is_unknown);
        let stated = if self.is_unknown { 0 } else { self.places.min };
        let holders = self.holders.iter().filter(|it| !it.substitutes).count();
        let told = u32::try_from(holders).unwrap_or(u32::MAX);
        let told = told.saturating_add(self.vacant);
        PlacesView {
            min: if max.is_none() {
                stated.max(told)
            } else {
                stated
            },
            max,
            exact: max == Some(stated),
        }
    }

    fn has_origin(&self) -> bool {
        !self.from.is_empty() || self.represents.is_some()
    }
}
