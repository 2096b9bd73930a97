//! Who sits on a seat on a day.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Read, Result, Write};
use std::sync::OnceLock;

use borsh::{BorshDeserialize, BorshSerialize};

use super::body::{HolderLinks, SeatLinks};
use super::link::Link;
use super::reader::Reader;
use crate::base::date::{Date, Period};
use crate::content::model::{Document, Holder, Organization};

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

/// The tenses of the holders of a seat on the first day for which they were asked: each page on which one of them is
/// named asks for them.
#[derive(Debug, Default)]
pub struct TensesOfDay(OnceLock<Box<(Date, Box<[Tense]>)>>);

impl Clone for TensesOfDay {
    fn clone(&self) -> TensesOfDay {
        TensesOfDay::default()
    }
}

impl PartialEq for TensesOfDay {
    /// They are no facts.
    fn eq(&self, _: &TensesOfDay) -> bool {
        true
    }
}

impl BorshSerialize for TensesOfDay {
    fn serialize<W: Write>(&self, _: &mut W) -> Result<()> {
        Ok(())
    }
}

impl BorshDeserialize for TensesOfDay {
    fn deserialize_reader<R: Read>(_: &mut R) -> Result<TensesOfDay> {
        Ok(TensesOfDay::default())
    }
}

impl SeatLinks {
    /// The acts that appoint its holders.
    pub(super) fn acts(&self) -> impl Iterator<Item = Link<Document>> {
        self.holders.iter().filter_map(|it| it.act)
    }

    /// The holder with this index, as written and as resolved.
    pub fn holder(&self, index: usize) -> Option<(&Holder, &HolderLinks)> {
        Some((self.written.holders.get(index)?, self.holders.get(index)?))
    }

    /// The holders as written and as resolved, in the order of the source.
    pub fn each_holder(&self) -> impl Iterator<Item = (&Holder, &HolderLinks)> {
        self.written.holders.iter().zip(&self.holders)
    }

    /// When each holder sits, seen from a day. On a day of handover only the new holder sits; a vacancy that begins on that day
    /// takes the place of the old holder, too.
    pub fn tenses(&self, day: Date) -> Cow<'_, [Tense]> {
        let (cached_day, tenses) = &**(self.tenses)
            .0
            .get_or_init(|| Box::new((day, self.tenses_on(day, possible_tense).into())));
        match *cached_day == day {
            true => Cow::Borrowed(tenses),
            false => Cow::Owned(self.tenses_on(day, possible_tense)),
        }
    }

    /// Whether somebody has certainly left by a day: the last day is over, or all places have been taken by those who certainly
    /// sit.
    pub fn has_certainly_left(&self, number: usize, day: Date) -> bool {
        let tenses = self.tenses(day);
        let own = self.holders.get(number);
        let Some(own) = own.filter(|_| tenses.get(number) == Some(&Tense::Past)) else {
            return false;
        };
        let has_own = self.has_own_place(own);
        let places = match has_own {
            true => Some(1),
            false => self.existing_places(day).max,
        };
        let certain = self
            .each_holder()
            .zip(&*tenses)
            .filter(|((it, links), tense)| {
                let begun = links.period.from.is_none_or(|from| from.last() <= day);
                let is_rival = match has_own {
                    true => links.on_behalf_of == own.on_behalf_of,
                    false => !self.has_own_place(links),
                };
                **tense == Tense::Now && !it.is_substitute() && begun && is_rival
            });
        own.days().ended_before(day)
            || places.is_some_and(|places| certain.count() >= places as usize)
    }

    /// Whether a holder has the one place that there is for an organization.
    fn has_own_place(&self, links: &HolderLinks) -> bool {
        self.has_one_for_each() && links.on_behalf_of.is_some()
    }

    /// When each holder sits, seen from a day, where `tense` tells it of one alone.
    pub(super) fn tenses_on(
        &self,
        day: Date,
        tense: fn(&HolderLinks, Date) -> Tense,
    ) -> Vec<Tense> {
        let mut tenses: Vec<Tense> = self.holders.iter().map(|it| tense(it, day)).collect();
        if self.has_one_for_each() {
            for holders in self.by_organization().into_values() {
                self.hand_over(&holders, 1, day, &mut tenses);
                self.end_vacancies(&holders, &holders, 1, day, &mut tenses);
            }
        }
        if let Some(places) = self.existing_places(day).max {
            // Who sits for an organization that has since left has a place beyond those of today.
            let holders = self.holders.iter().enumerate();
            let holders = holders.filter(|(_, links)| !self.has_own_place(links));
            let holders: Vec<usize> = holders.map(|(index, _)| index).collect();
            self.hand_over(&holders, places as usize, day, &mut tenses);
            let all: Vec<usize> = (0..self.holders.len()).collect();
            self.end_vacancies(&all, &holders, places as usize, day, &mut tenses);
        }
        tenses
    }

    /// The organizations for which holders sit, each with the indices of those.
    pub fn by_organization(&self) -> BTreeMap<Link<Organization>, Vec<usize>> {
        let mut organizations: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, links) in self.holders.iter().enumerate() {
            if let Some(organization) = links.on_behalf_of {
                organizations.entry(organization).or_default().push(index);
            }
        }
        organizations
    }

    /// The indices of the holders by what each can be called: a name, or the id or the title of a person or organization.
    pub fn called<'a>(&'a self, graph: Reader<'a>) -> BTreeMap<&'a str, Vec<usize>> {
        let mut called: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, (written, links)) in self.each_holder().enumerate() {
            for name in names(written, links, graph).into_iter().flatten() {
                called.entry(name).or_default().push(index);
            }
        }
        called
    }

    /// Where more of these holders sit than there are places, those who leave on the day are past. A vacancy that begins
    /// when somebody leaves, or later, takes over the place like another holder.
    fn hand_over(&self, holders: &[usize], places: usize, day: Date, tenses: &mut [Tense]) {
        let now = holders.iter().copied().filter_map(|index| {
            let (written, links) = self.holder(index)?;
            let is_now = tenses.get(index) == Some(&Tense::Now) && !written.is_substitute();
            is_now.then_some((index, written, links.period))
        });
        let (vacant, held): (Vec<_>, Vec<_>) = now.partition(|(_, it, _)| it.is_vacant());
        let begins = vacant.iter().filter_map(|(.., it)| Some(it.from?.last()));
        let mut begins: Vec<Date> = begins.collect();
        begins.sort_unstable();
        let leaving = held.iter().filter_map(|(index, _, period)| {
            let until = period.until.filter(|until| until.first() <= day)?;
            Some((until, period.from, *index))
        });
        let mut leaving: Vec<_> = leaving.collect();
        leaving.sort_unstable();
        let mut sitting = held.len();
        for (until, _, index) in leaving {
            let earlier = begins.partition_point(|begin| *begin < until.first());
            if sitting + begins.len() - earlier <= places {
                continue;
            }
            if let Some(tense) = tenses.get_mut(index) {
                *tense = Tense::Past;
                sitting -= 1;
            }
        }
    }

    /// Where all places are taken again, those of the vacancies in `ending` are past that began before the last of these
    /// holders, unless a later day is written.
    fn end_vacancies(
        &self,
        entries: &[usize],
        ending: &[usize],
        places: usize,
        day: Date,
        tenses: &mut [Tense],
    ) {
        let now = entries.iter().copied().filter_map(|index| {
            let entry = self.holder(index)?;
            (tenses.get(index) == Some(&Tense::Now)).then_some((index, entry))
        });
        let (vacant, others): (Vec<_>, Vec<_>) = now.partition(|(_, (it, _))| it.is_vacant());
        let held = others.iter().filter(|(_, (it, _))| it.takes_a_place());
        let surplus = (vacant.len() + held.clone().count()).saturating_sub(places);
        let last = held.filter_map(|(_, (_, links))| links.period.from).max();
        let vacant = vacant.into_iter();
        let ends = vacant.filter(|(index, _)| ending.binary_search(index).is_ok());
        let ends = ends.filter_map(|(index, (_, links))| {
            let Period { from, until } = links.period;
            let is_open = until.is_none_or(|until| until.first() <= day);
            let from = from.filter(|from| is_open && Some(*from) <= last)?;
            Some((from, index))
        });
        let mut ends: Vec<_> = ends.collect();
        ends.sort_unstable();
        for (_, index) in ends.into_iter().take(surplus) {
            if let Some(tense) = tenses.get_mut(index) {
                *tense = Tense::Past;
            }
        }
    }
}

/// When a mandate is, seen from a day, if what may go on goes on.
fn possible_tense(links: &HolderLinks, day: Date) -> Tense {
    Tense::of(links.days(), day)
}

/// When a mandate is, seen from a day, if only that goes on which certainly does: a day on which it had begun and had not ended,
/// whichever days are meant.
pub(super) fn certain_tense(links: &HolderLinks, day: Date) -> Tense {
    let Period { from, until } = links.days();
    let is_begun = links.period.from.is_some() && from.is_none_or(|from| from.last() <= day);
    match possible_tense(links, day) {
        Tense::Now if !is_begun => Tense::Future,
        Tense::Now if until.is_some_and(|until| until.first() < day) => Tense::Past,
        tense => tense,
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
