//! Dates that may be known in part.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Date;

/// A date of which only the year, or year and month, may be known: `2010`, `2010-08`, `2010-08-19`. Popolo has the same.
///
/// It is a stretch of days, of which nobody knows which is meant. Dates have the order of their first days; of two with
/// the same first day, the one of which less is known comes first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct PartialDate {
    first: Date,
    precision: Precision,
}

/// How much of a date is known.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// The whole date.
    Day,
}

impl Precision {
    /// The word in views and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Precision::Year => "year",
            Precision::Month => "month",
            Precision::Day => "day",
        }
    }
}

impl PartialDate {
    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and no other format.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let (first, precision) = match text.len() {
            4 => (Date::parse(&format!("{text}-01-01")), Precision::Year),
            7 => (Date::parse(&format!("{text}-01")), Precision::Month),
            _ => (Date::parse(text), Precision::Day),
        };
        let first = first.filter(|day| day.parts().0 > 0)?;
        Some(PartialDate { first, precision })
    }

    /// The year of a day.
    pub fn year(day: Date) -> PartialDate {
        PartialDate {
            first: Date(day.0.first_of_year()),
            precision: Precision::Year,
        }
    }

    /// The day before. The date itself, if its day is not known.
    #[must_use]
    pub fn day_before(self) -> PartialDate {
        let before = self.day().and_then(|day| day.after_days(-1));
        before.map_or(self, PartialDate::from)
    }

    /// The last day of so many months of which this is the first day, known as exactly as this; of a year, the latest one.
    pub fn last_of_months(self, months: u32) -> Option<PartialDate> {
        let next = self.last().after_months(months)?;
        Some(match self.precision {
            Precision::Year => PartialDate::year(next),
            Precision::Month => PartialDate {
                first: Date(next.0.first_of_month()),
                precision: Precision::Month,
            },
            Precision::Day => PartialDate::from(next).day_before(),
        })
    }

    /// The first day that may be meant.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day that may be meant.
    pub fn last(self) -> Date {
        match self.precision {
            Precision::Year => Date(self.first.0.last_of_year()),
            Precision::Month => Date(self.first.0.last_of_month()),
            Precision::Day => self.first,
        }
    }

    /// The day, if it is known.
    pub fn day(self) -> Option<Date> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// How much of it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Whether this is before `other`, whichever days are meant.
    pub fn is_before(self, other: PartialDate) -> bool {
        self.last() < other.first
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> PartialDate {
        PartialDate {
            first: day,
            precision: Precision::Day,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.first.parts();
        match self.precision {
            Precision::Year => write!(f, "{year:04}"),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Day => self.first.fmt(f),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        PartialDate::parse(&text).ok_or_else(|| serde::de::Error::custom("not a date"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn a_date_is_all_the_days_that_may_be_meant() {
        for (text, first, last) in [
            ("2010", "2010-01-01", "2010-12-31"),
            ("2012-02", "2012-02-01", "2012-02-29"),
            ("2010-08-19", "2010-08-19", "2010-08-19"),
            ("0987", "0987-01-01", "0987-12-31"),
        ] {
            let days = (
                date(text).first().to_string(),
                date(text).last().to_string(),
            );
            assert_eq!(days, (first.to_owned(), last.to_owned()), "{text}");
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn a_time_of_months_ends_before_its_first_day_comes_again() {
        for (first, months, last) in [
            ("2024-01-01", 36, "2026-12-31"),
            ("2024-02-29", 12, "2025-02-27"),
            ("2024", 36, "2027"),
            ("2024-05", 6, "2024-11"),
        ] {
            assert_eq!(
                date(first).last_of_months(months),
                Some(date(last)),
                "{first}"
            );
        }
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in [
            "",
            "10",
            "201",
            "20100",
            "2010-8",
            "2010-13",
            "2010-00",
            "2010/08",
            "2010-02-30",
            "0000",
            "-010",
            "2010-",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_have_one_order() {
        let sorted = [
            "2009-12-31",
            "2010",
            "2010-01",
            "2010-01-01",
            "2010-02",
            "2011",
        ];
        assert!(sorted.windows(2).all(|pair| date(pair[0]) < date(pair[1])));
        assert!(date("2009").is_before(date("2010-01")));
        assert!(!date("2010").is_before(date("2010-12-31")));
    }
}
