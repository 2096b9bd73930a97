//! How the places of a seat are filled on a day.

use super::body::{EachOf, Places, SeatLinks};
use super::link::Link;
use super::sitting::Tense;
use crate::base::date::{Date, Period};
use crate::content::model::{Holder, Organization};

/// How the places of a seat are filled on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// The number of places that somebody is named for, or an organization.
    pub held: u32,
    /// The number of places that are known to be vacant.
    pub vacant: u32,
    /// The number of other places that there are at least: nobody has said who sits there.
    pub unnamed: u32,
}

impl Occupancy {
    /// The number of places of which it is known who sits there, or that they are vacant.
    pub fn known(self) -> u32 {
        self.held.saturating_add(self.vacant)
    }
}

impl SeatLinks {
    /// How its places are filled on a day.
    pub fn occupancy(&self, day: Date) -> Occupancy {
        let holders = self.written.holders.iter();
        self.occupancy_by(holders.zip(self.tenses(day).iter().copied()), day)
    }

    /// How its places are filled on a day by these holders, of whom it is known when they sit.
    pub fn occupancy_by<'a>(
        &self,
        holders: impl Iterator<Item = (&'a Holder, Tense)>,
        day: Date,
    ) -> Occupancy {
        let mut occupancy = Occupancy::default();
        for (holder, tense) in holders {
            match tense {
                Tense::Now if holder.is_vacant() => occupancy.vacant += 1,
                Tense::Now if holder.takes_a_place() => occupancy.held += 1,
                _ => {}
            }
        }
        occupancy.unnamed = self
            .existing_places(day)
            .min
            .saturating_sub(occupancy.known());
        occupancy
    }

    /// The number of its places on a day on which so many are known of. Where there is one for each member, and there were
    /// more members once, as many as are known of.
    pub fn places_on(&self, day: Date, known: u32) -> Places {
        let places = self.existing_places(day);
        if !self.has_one_for_each() {
            return places;
        }
        Places {
            min: places.min.max(known),
            max: places.max.map(|max| max.max(known)),
        }
    }

    /// The number of its places on a day: where there is one for each of several organizations, of those that may exist then.
    /// One of which only the year of the end is known does not exist on the last day of that year.
    pub fn existing_places(&self, day: Date) -> Places {
        if self.one_for.is_empty() {
            return self.places;
        }
        let has_ended = |it: &Period| {
            it.until
                .is_some_and(|it| it.day().is_none() && it.last() == day)
        };
        let existing = self.one_for.iter();
        let existing = existing.filter(|it| it.may_contain(day) && !has_ended(it));
        let existing = u32::try_from(existing.count()).unwrap_or(u32::MAX);
        Places {
            min: existing,
            max: Some(existing),
        }
    }

    /// The organizations for each of which there is a place, of a body with these members. Empty if there are none, or none
    /// are named.
    pub fn pool_of_each<'a>(
        &'a self,
        members: &'a [Link<Organization>],
    ) -> &'a [Link<Organization>] {
        match &self.each {
            Some(EachOf::Members) => members,
            Some(EachOf::List(list)) => list,
            // The place belongs to the zone, not to the organization that leads it.
            Some(EachOf::Zones(_) | EachOf::Text) | None => &[],
        }
    }

    /// Whether there is exactly one place for each of several organizations.
    pub fn has_one_for_each(&self) -> bool {
        matches!(self.each, Some(EachOf::Members | EachOf::List(_)))
            && self.places.max == Some(self.places.min)
    }
}
