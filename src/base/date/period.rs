//! Stretches of days.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{Date, PartialDate};

/// A stretch of days, both ends included, either end open. What it says of days is certain if its ends are known in part.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, BorshSerialize, BorshDeserialize,
)]
pub struct Period {
    /// The first day, if it is known.
    pub from: Option<PartialDate>,
    /// The last day, if there is one.
    pub until: Option<PartialDate>,
}

impl Period {
    /// Whether the day may lie in it.
    pub fn may_contain(&self, day: Date) -> bool {
        !self.begins_after(day) && !self.ended_before(day)
    }

    /// Whether it begins after the day.
    pub fn begins_after(&self, day: Date) -> bool {
        self.from.is_some_and(|from| day < from.first())
    }

    /// Whether it ended before the day.
    pub fn ended_before(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until.last() < day)
    }

    /// The part of it that lies in another. If no day may lie in both, it ends before it begins.
    pub fn within(self, other: Period) -> Period {
        let (from, until) = (self.from.into_iter(), self.until.into_iter());
        Period {
            from: from.chain(other.from).max_by_key(|it| it.first()),
            until: until.chain(other.until).min_by_key(|it| it.last()),
        }
    }

    /// Whether another may begin when this one ends: on its last day or on the one after it.
    pub fn is_followed_by(self, other: Period) -> bool {
        self.until.zip(other.from).is_some_and(|(until, from)| {
            let next = until.last().after_days(1).unwrap_or(until.last());
            from.first() <= next && until.first() <= from.last()
        })
    }

    /// Whether a day may lie in both.
    pub fn may_meet(&self, other: Period) -> bool {
        let ends_before = |one: &Period, next: &Period| {
            let ends = one.until.zip(next.from);
            ends.is_some_and(|(until, from)| until.is_before(from))
        };
        !ends_before(self, &other) && !ends_before(&other, self)
    }

    /// Whether a date lies outside of it.
    pub fn excludes(&self, date: PartialDate) -> bool {
        self.from.is_some_and(|from| date.is_before(from))
            || self.until.is_some_and(|until| until.is_before(date))
    }

    /// Whether it ends before it begins: a fault of its own, which no other should follow from.
    pub fn is_upside_down(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until.is_before(from))
    }
}
