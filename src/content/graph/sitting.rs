//! Who sits on a seat on a day.

use std::collections::BTreeMap;

use super::body::{EachOf, HolderLinks, Places, SeatLinks, WrittenPart};
use super::link::Link;
use super::reader::Reader;
use crate::base::date::{Date, PartialDate, Period};
use crate::content::model::{ChangeKind, Holder, Organization};

/// When a mandate is, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tense {
    /// It goes on.
    Now,
    /// It is still to come.
    Future,
    /// It is over.
    Past,
}

impl Tense {
    /// That of a period. What may go on goes on.
    pub fn of(period: Period, day: Date) -> Tense {
        if period.ended_before(day) {
            Tense::Past
        } else if period.begins_after(day) {
            Tense::Future
        } else {
            Tense::Now
        }
    }

    /// The word for templates.
    pub fn as_str(self) -> &'static str {
        match self {
            Tense::Now => "now",
            Tense::Future => "future",
            Tense::Past => "past",
        }
    }
}

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

impl WrittenPart<'_> {
    /// Whether somebody may sit in it on a day: no date says that it does not exist, and it has not lapsed.
    pub fn can_sit_on(&self, day: Date) -> bool {
        self.valid.may_contain(day) && self.lapsed_on(day).is_none()
    }

    /// Since when it had lapsed on a day. `None` if it had not.
    pub fn lapsed_on(&self, day: Date) -> Option<PartialDate> {
        let begun = self.changes.iter().filter(|it| it.date.last() <= day);
        let constituted = begun.filter(|it| it.kind == ChangeKind::Lapse || it.kind.constitutes());
        let last = constituted.max_by_key(|it| it.date);
        last.filter(|it| it.kind == ChangeKind::Lapse)
            .map(|it| it.date)
    }
}

impl SeatLinks {
    /// The seat in which its holders are written: itself, or the one by whose holders it is held.
    pub fn held<'a>(&'a self, graph: Reader<'a>) -> &'a SeatLinks {
        let held = self.held_by.and_then(|it| graph.seat(it.part, it.seat));
        held.map_or(self, |it| it.seat)
    }

    /// The period in which it exists.
    pub fn period(&self) -> Period {
        let valid = self.written.valid.as_ref().map(|it| it.period());
        valid.unwrap_or_default()
    }

    /// The part of a mandate in which its holder sits here: who holds another seat holds this one while it exists. `None`
    /// if that is never.
    pub fn sitting(&self, mandate: Period) -> Option<Period> {
        let valid = self.period();
        if self.held_by.is_none() {
            return Some(mandate);
        }
        let (from, until) = (mandate.from.into_iter(), mandate.until.into_iter());
        valid.may_meet(mandate).then(|| Period {
            from: from.chain(valid.from).max_by_key(|it| it.first()),
            until: until.chain(valid.until).min_by_key(|it| it.last()),
        })
    }

    /// How its places are filled on a day.
    pub fn occupancy(&self, day: Date) -> Occupancy {
        let mut occupancy = Occupancy::default();
        for ((holder, _), tense) in self.each_holder().zip(self.tenses(day)) {
            match tense {
                Tense::Now if holder.is_vacant() => occupancy.vacant += 1,
                Tense::Now if holder.takes_a_place() => occupancy.held += 1,
                _ => {}
            }
        }
        occupancy.unnamed = self.places.min.saturating_sub(occupancy.known());
        occupancy
    }

    /// The number of its places on a day. Where there is one for each member, and there were more members once, as many as
    /// are known of.
    pub fn places_on(&self, day: Date) -> Places {
        if !self.has_one_for_each() {
            return self.places;
        }
        let known = self.occupancy(day).known();
        Places {
            min: self.places.min.max(known),
            max: self.places.max.map(|max| max.max(known)),
        }
    }

    /// The holders as written and as resolved, in the order of the source.
    pub fn each_holder(&self) -> impl Iterator<Item = (&Holder, &HolderLinks)> {
        self.written.holders.iter().zip(&self.holders)
    }

    /// Whether there is exactly one place for each of several organizations.
    pub fn has_one_for_each(&self) -> bool {
        matches!(self.each, Some(EachOf::Members | EachOf::List(_)))
            && self.places.max == Some(self.places.min)
    }

    /// When each holder sits, seen from a day. Whose last day it is, or may have been, gives way to who begins on it.
    pub fn tenses(&self, day: Date) -> Vec<Tense> {
        let periods = self.holders.iter().map(|it| it.period);
        let mut tenses: Vec<Tense> = periods.map(|it| Tense::of(it, day)).collect();
        if self.has_one_for_each() {
            for organization in self.represented() {
                let is_of = |links: &HolderLinks| links.on_behalf_of == Some(organization);
                self.hand_over(is_of, 1, day, &mut tenses);
            }
        }
        if let Some(places) = self.places.max {
            // Who sits for an organization that has since left has a place beyond those of today.
            let has_own_place =
                |links: &HolderLinks| self.has_one_for_each() && links.on_behalf_of.is_some();
            self.hand_over(|it| !has_own_place(it), places as usize, day, &mut tenses);
        }
        tenses
    }

    /// The organizations for which holders sit, each once.
    pub fn represented(&self) -> Vec<Link<Organization>> {
        let mut organizations: Vec<_> = self
            .holders
            .iter()
            .filter_map(|it| it.on_behalf_of)
            .collect();
        organizations.sort_unstable();
        organizations.dedup();
        organizations
    }

    /// The holder with a name, or with the id or the title of a person or organization; not the one at `except`.
    pub fn holder_named(&self, name: &str, except: usize, graph: Reader<'_>) -> Option<usize> {
        let mut others = (0..self.holders.len()).filter(|index| *index != except);
        others.find(|index| self.is_called(*index, name, graph))
    }

    /// The holders by all that [`holder_named`](Self::holder_named) knows them by.
    pub fn called<'a>(&'a self, graph: Reader<'a>) -> BTreeMap<&'a str, Vec<usize>> {
        let mut called: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, (written, links)) in self.each_holder().enumerate() {
            for name in names(written, links, graph).into_iter().flatten() {
                called.entry(name).or_default().push(index);
            }
        }
        called
    }

    /// Whether a holder has a name, or the id or the title of the person or organization is that.
    pub fn is_called(&self, holder: usize, name: &str, graph: Reader<'_>) -> bool {
        let mut holder = self.each_holder().skip(holder);
        let holder = holder.next();
        holder.is_some_and(|(written, links)| names(written, links, graph).contains(&Some(name)))
    }

    /// Where more of these holders sit than there are places, those who leave on the day are past.
    fn hand_over(
        &self,
        is_of: impl Fn(&HolderLinks) -> bool,
        places: usize,
        day: Date,
        tenses: &mut [Tense],
    ) {
        let holders = self
            .each_holder()
            .zip(tenses)
            .filter(|((written, links), tense)| {
                is_of(links) && **tense == Tense::Now && written.takes_a_place()
            });
        let sitting: Vec<_> = holders.collect();
        let surplus = sitting.len().saturating_sub(places);
        let mut leaving: Vec<_> = sitting
            .into_iter()
            .map(|((_, links), tense)| (links.period, tense))
            .filter(|(period, _)| period.until.is_some_and(|until| until.first() <= day))
            .collect();
        leaving.sort_by_key(|(period, _)| (period.until, period.from));
        for (_, tense) in leaving.into_iter().take(surplus) {
            *tense = Tense::Past;
        }
    }
}

/// What a holder can be called.
fn names<'a>(written: &'a Holder, links: &HolderLinks, graph: Reader<'a>) -> [Option<&'a str>; 3] {
    let (id, title) = if written.is_organization() {
        let title = links.on_behalf_of.map(|it| &*graph.get(it).node.title);
        (written.on_behalf_of.as_ref().map(|it| it.as_str()), title)
    } else {
        let title = links.person.map(|it| &*graph.get(it).node.title);
        (written.person.as_ref().map(|it| it.as_str()), title)
    };
    [written.name.as_deref(), id, title]
}
