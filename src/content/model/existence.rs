//! When things exist: what their periods and the changes of their history say together.

use borsh::{BorshDeserialize, BorshSerialize};

use super::history::{Change, ChangeKind};
use crate::base::date::{PartialDate, Period};

/// When something exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Existence {
    /// The first and the last day.
    pub days: Period,
    /// The day of the change that ends it, the first one without it. Whoever leaves on that day leaves with it.
    pub closing: Option<PartialDate>,
}

impl Existence {
    /// When a thing exists, from its period and its changes. Without a written first day, it begins on the day on which it was
    /// established. Without a written last day, it ends on the day before it was merged, divided or closed, unless it was
    /// constituted anew later.
    pub fn of<T>(valid: Period, changes: &[Change<T>]) -> Existence {
        let of_kind = |is: fn(ChangeKind) -> bool| changes.iter().filter(move |it| is(it.kind));
        let established = of_kind(|it| it == ChangeKind::Establishment);
        let turns = of_kind(|it| it.is_end() || it.constitutes());
        let last = turns.max_by_key(|it| it.date);
        let closing = last.filter(|it| it.kind.is_end()).map(|it| it.date);
        // A period whose ends are swapped, which is an error of its own, says nothing of either.
        let valid = Some(valid)
            .filter(|it| !it.is_upside_down())
            .unwrap_or_default();
        let days = Period {
            from: valid.from.or(established.map(|it| it.date).min()),
            until: valid.until.or(closing.map(PartialDate::day_before)),
        };
        Existence { days, closing }.without_late_closing()
    }

    /// The existence of a part of something, or of who takes part in it: it ends with the whole. A last day that is written for
    /// the part stays if it is the day of the closing, because whoever leaves on that day leaves with the whole.
    #[must_use]
    pub fn within(self, whole: Existence) -> Existence {
        let closings = self.closing.into_iter().chain(whole.closing);
        let part = Existence {
            days: self.days.within(whole.days),
            closing: closings.min_by_key(|it| it.last()),
        };
        let part = part.without_late_closing();
        part.until_closing_if_written(self.days.until)
    }

    /// Lets it last until the day of its closing, if that is a last day that somebody wrote.
    #[must_use]
    pub fn until_closing_if_written(
        mut self,
        written: impl IntoIterator<Item = PartialDate>,
    ) -> Existence {
        if self.closing.is_some() && written.into_iter().any(|last| self.is_closed_on(last)) {
            self.days.until = self.closing;
        }
        self
    }

    /// A period, with each end that certainly lies outside moved to that of the existence. A period that lies outside as a
    /// whole stays as it is.
    pub fn clamp(self, period: Period) -> Period {
        if !period.may_meet(self.days) {
            return period;
        }
        let first = |from: PartialDate| self.days.from.filter(|first| from.is_before(*first));
        let is_outside = |until: PartialDate, last: &PartialDate| {
            last.is_before(until) && !self.is_closed_on(until)
        };
        let last = |until| self.days.until.filter(|last| is_outside(until, last));
        Period {
            from: period.from.map(|from| first(from).unwrap_or(from)),
            until: period.until.map(|until| last(until).unwrap_or(until)),
        }
    }

    /// Whether it is ended by a change of this day.
    pub fn is_closed_on(self, date: PartialDate) -> bool {
        self.closing == Some(date)
    }

    /// Without the closing, if that came when the thing had ended already.
    fn without_late_closing(self) -> Existence {
        let is_late = |closing: &PartialDate| {
            let last = self.days.until;
            last.is_some_and(|last| last.is_before(closing.day_before()))
        };
        Existence {
            closing: self.closing.filter(|it| !is_late(it)),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        let (from, until) = text.split_once('/').unwrap();
        Period {
            from: PartialDate::parse(from),
            until: PartialDate::parse(until),
        }
    }

    /// `2010/2024-06-29 2024-06-30`: the first and last day, and the closing.
    fn existence(text: &str) -> Existence {
        let (days, closing) = text.split_once(' ').unwrap_or((text, ""));
        Existence {
            days: period(days),
            closing: PartialDate::parse(closing),
        }
    }

    fn change(kind: ChangeKind, date: &str) -> Change<()> {
        Change {
            kind,
            date: PartialDate::parse(date).unwrap(),
            into: None,
            note: None,
        }
    }

    #[test]
    fn a_thing_exists_from_its_establishment_to_the_day_before_its_closing() {
        use ChangeKind::{Closing, Establishment, Reconstitution};
        let closed = change(Closing, "2024-06-30");
        let begun = change(Establishment, "2010");
        let again = change(Reconstitution, "2025");
        for (valid, changes, expected) in [
            ("/", &[][..], "/"),
            ("/", &[&begun, &closed][..], "2010/2024-06-29 2024-06-30"),
            ("2009/", &[&begun, &closed], "2009/2024-06-29 2024-06-30"),
            ("/2024-06-30", &[&closed], "/2024-06-30 2024-06-30"),
            // It had ended before.
            ("/2020", &[&closed], "/2020"),
            ("/", &[&closed, &again], "/"),
            // Swapped ends say nothing.
            ("2024/2010", &[&closed], "/2024-06-29 2024-06-30"),
        ] {
            let changes: Vec<Change<()>> = changes.iter().map(|it| (*it).clone()).collect();
            let found = Existence::of(period(valid), &changes);
            assert_eq!(found, existence(expected), "{valid}");
        }
    }

    #[test]
    fn a_part_ends_with_the_whole() {
        let whole = existence("2010/2024-06-29 2024-06-30");
        for (part, expected) in [
            ("/", "2010/2024-06-29 2024-06-30"),
            ("2012/2020", "2012/2020"),
            // Who leaves on the day of the closing leaves with the whole.
            ("2012/2024-06-30", "2012/2024-06-30 2024-06-30"),
            ("2012/2025", "2012/2024-06-29 2024-06-30"),
        ] {
            assert_eq!(existence(part).within(whole), existence(expected), "{part}");
        }
    }

    #[test]
    fn a_period_is_cut_at_the_ends() {
        let whole = existence("2010/2024-06-29 2024-06-30");
        for (given, expected) in [
            ("2008/2012", "2010/2012"),
            ("2012/2026", "2012/2024-06-29"),
            ("2012/2024-06-30", "2012/2024-06-30"),
            ("2012/", "2012/"),
            // It lies outside as a whole, which is a fault of its own.
            ("2025/2026", "2025/2026"),
        ] {
            assert_eq!(whole.clamp(period(given)), period(expected), "{given}");
        }
    }
}
