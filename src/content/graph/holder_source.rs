//! Where the holders of a seat are written: in the seat, or in others that give a right to it.

use std::borrow::Cow;

use super::body::{HolderLinks, SeatAt, SeatLinks};
use super::body_facet::SeatFacet;
use super::reader::Reader;
use super::sitting::{Tense, certain_tense};
use crate::base::date::{Date, Period};
use crate::content::model::{Existence, Holder, Role};

/// A seat in which holders of this or another seat are written.
#[derive(Clone, Copy)]
pub struct HolderSource<'a> {
    /// The seat.
    pub seat: &'a SeatLinks,
    /// Where it is, if it is another seat than the one that they hold.
    pub elsewhere: Option<(SeatAt, SeatFacet<'a>)>,
    /// The period of the seat that they hold. Open if they are written in it.
    life_here: Existence,
    /// The role to which the body has elected those who count. `None` if all do.
    elected_to: Option<Role>,
    /// Whether those who stand in for somebody count: in another body, only if its seat has substitutes.
    has_substitutes: bool,
}

impl<'a> HolderSource<'a> {
    /// The holders of a seat that are written there.
    pub fn own(seat: &'a SeatLinks) -> HolderSource<'a> {
        HolderSource {
            seat,
            elsewhere: None,
            life_here: Existence::default(),
            elected_to: None,
            has_substitutes: true,
        }
    }

    /// Whether holders of every role who are written there count.
    pub fn includes_all(&self) -> bool {
        self.elected_to.is_none()
    }

    /// Whether a holder who is written there counts.
    pub fn includes(&self, holder: &Holder) -> bool {
        let has_role = self.includes_all() || self.elected_to == holder.role;
        has_role && (self.has_substitutes || !holder.is_substitute())
    }

    /// Those who count and may ever sit here, as written and as resolved for this seat, with their numbers there.
    pub fn each_holder(self) -> impl Iterator<Item = (usize, (&'a Holder, HolderLinks))> + use<'a> {
        let holders = self.seat.each_holder().enumerate();
        holders.filter_map(move |(number, (holder, links))| {
            let links = match self.elsewhere {
                Some(_) => links.carried_to(self.life_here)?,
                None => *links,
            };
            (self.includes(holder)).then_some((number, (holder, links)))
        })
    }

    /// The period in which there is this seat and that in which they are written. `None` if that is never.
    pub fn life(&self) -> Option<Period> {
        let there = self.seat.life;
        (there.days.may_meet(self.life_here.days)).then(|| there.within(self.life_here).days)
    }

    /// When each holder who is written there sits here, seen from a day.
    pub fn tenses(&self, day: Date) -> Cow<'a, [Tense]> {
        self.here(self.seat.tenses(day), day)
    }

    /// As [`Self::tenses`], for a day in the past, on which only those sat who certainly did.
    pub fn past_tenses(&self, day: Date) -> Cow<'a, [Tense]> {
        let tenses = self.seat.tenses_on(day, certain_tense);
        self.here(tenses.into(), day)
    }

    /// Who sits there now sits here as long as that gives a right to it.
    fn here(&self, mut tenses: Cow<'a, [Tense]>, day: Date) -> Cow<'a, [Tense]> {
        let here = Tense::of(self.life_here.days, day);
        if here != Tense::Now {
            let now = tenses.to_mut().iter_mut();
            now.filter(|it| **it == Tense::Now)
                .for_each(|it| *it = here);
        }
        tenses
    }
}

impl SeatLinks {
    /// Where its holders are written: here; or in the seat by whose holders it is held; or, if that is a role of which
    /// the holder is written nowhere else, in the seats among whose holders that role is given.
    pub fn holder_sources<'a>(&'a self, graph: Reader<'a>) -> Vec<HolderSource<'a>> {
        let Some(at) = self.held_by else {
            return vec![HolderSource::own(self)];
        };
        let mut sources: Vec<_> = match graph.seat(at.part, at.seat) {
            Some(it) if it.seat.holders.is_empty() && !it.seat.among.is_empty() => {
                it.seat.elected(graph).collect()
            }
            Some(it) => vec![HolderSource {
                elsewhere: Some((at, it)),
                ..HolderSource::own(it.seat)
            }],
            None => Vec::new(),
        };
        for source in &mut sources {
            source.life_here = self.life.within(source.life_here);
            source.has_substitutes = self.written.substitutes.is_some();
        }
        sources
    }

    /// The seats among whose holders its role is given, which are written there with that role.
    fn elected<'a>(&self, graph: Reader<'a>) -> impl Iterator<Item = HolderSource<'a>> {
        let role = self.written.role;
        let others = self.among.iter().filter(move |_| role.is_some());
        others.filter_map(move |at| {
            let facet = graph.seat(at.part, at.seat)?;
            Some(HolderSource {
                elsewhere: Some((*at, facet)),
                life_here: self.life,
                elected_to: role,
                ..HolderSource::own(facet.seat)
            })
        })
    }

    /// Those who have its role now and are told with another seat, that they hold. `tenses` says when each holder of a seat
    /// sits.
    pub fn held_among<'a>(
        &self,
        graph: Reader<'a>,
        tenses: impl Fn(HolderSource<'a>) -> Cow<'a, [Tense]>,
    ) -> Vec<(&'a Holder, HolderLinks)> {
        let elected = self.elected(graph).flat_map(|source| {
            let tenses = tenses(source).into_owned();
            let holders = source.each_holder();
            holders.filter(move |(number, (holder, _))| {
                tenses.get(*number) == Some(&Tense::Now) && holder.takes_a_place()
            })
        });
        elected.map(|(_, holder)| holder).collect()
    }
}
