//! Days, dates that are known in part, moments and periods, in civil time.

mod moment;
mod partial;
mod period;

use std::fmt;
use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil;
use serde::{Deserialize, Serialize};

pub use moment::{Moment, When};
pub use partial::{PartialDate, Precision};
pub use period::Period;

/// A day of the calendar, without a time zone: `2018-07-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The last day there is: 31 December 9999.
    pub const LAST: Date = Date(civil::Date::MAX);

    /// Parses `YYYY-MM-DD`, and no other format.
    pub fn parse(text: &str) -> Option<Date> {
        let shaped = text.len() == 10
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-');
        if shaped {
            text.parse().ok().map(Date)
        } else {
            None
        }
    }

    /// The day at some number of seconds since 1970, in a time zone. Returns `None` beyond the year 9999.
    pub fn from_unix(seconds: i64, zone: &jiff::tz::TimeZone) -> Option<Date> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Date(zone.to_datetime(moment).date()))
    }

    /// The number of days from `other` to this day. Negative if this day is earlier.
    pub fn days_since(self, other: Date) -> i64 {
        self.0
            .since(other.0)
            .map_or(0, |span| i64::from(span.get_days()))
    }

    /// This day some months later, or the last day of that month if it is shorter.
    pub fn after_months(self, months: u32) -> Option<Date> {
        self.0
            .checked_add(jiff::Span::new().try_months(months).ok()?)
            .ok()
            .map(Date)
    }

    /// This day some days later. Returns `None` beyond the year 9999.
    pub fn after_days(self, days: i64) -> Option<Date> {
        let days = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(days).ok().map(Date)
    }

    /// The first moment of this day in a time zone. Returns `None` at the ends of the calendar.
    pub fn start(self, zone: &jiff::tz::TimeZone) -> Option<jiff::Timestamp> {
        let start = self.0.to_zoned(zone.clone()).ok()?;
        Some(start.timestamp())
    }

    /// Year, month 1 to 12, day 1 to 31.
    pub fn parts(self) -> (i16, u8, u8) {
        (
            self.0.year(),
            self.0.month().unsigned_abs(),
            self.0.day().unsigned_abs(),
        )
    }
}

/// The number of seconds from a moment, in seconds since 1970, to the next midnight in a time zone. At least one.
pub fn seconds_until_tomorrow(seconds: i64, zone: &jiff::tz::TimeZone) -> u64 {
    let now = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    let tomorrow = zone.to_datetime(now).date().tomorrow().ok();
    let midnight = tomorrow.and_then(|day| day.to_zoned(zone.clone()).ok());
    let left = midnight.map_or(1, |midnight| {
        midnight.timestamp().as_second().saturating_sub(seconds)
    });
    u64::try_from(left).unwrap_or(1).max(1)
}

impl From<Date> for civil::Date {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Date(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        Date::parse(&text).ok_or_else(|| serde::de::Error::custom("not a date"))
    }
}

impl BorshSerialize for Date {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let parts = (self.0.year(), self.0.month(), self.0.day());
        BorshSerialize::serialize(&parts, writer)
    }
}

impl BorshDeserialize for Date {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (year, month, day) = BorshDeserialize::deserialize_reader(reader)?;
        let date = civil::Date::new(year, month, day);
        date.map(Date).map_err(io::Error::other)
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn midnight_comes_when_the_zone_has_it() {
        let table = [
            // An ordinary evening, the first second of a day, the last one.
            ("Europe/Rome", "2026-11-21T18:00+01:00", 6 * 3600),
            ("Europe/Rome", "2026-11-21T00:00+01:00", 24 * 3600),
            ("Europe/Rome", "2026-11-21T23:59:59+01:00", 1),
            // The day that loses an hour, and the one that has it twice.
            ("Europe/Rome", "2026-03-29T00:00+01:00", 23 * 3600),
            ("Europe/Rome", "2026-10-25T00:00+02:00", 25 * 3600),
            ("Europe/Rome", "2026-10-25T02:30+02:00", 22 * 3600 + 1800),
            ("Europe/Rome", "2026-10-25T02:30+01:00", 21 * 3600 + 1800),
            // Where clocks go forward at midnight, the day begins at one.
            ("Africa/Cairo", "2026-04-23T23:59:59+02:00", 1),
            ("Africa/Cairo", "2026-04-24T01:00+03:00", 23 * 3600),
            // Where they go back at midnight, it is eleven again first.
            ("Africa/Cairo", "2026-10-29T23:59:59+03:00", 3601),
            ("Africa/Cairo", "2026-10-29T23:59:59+02:00", 1),
            // A day that was left out: Samoa went over the date line.
            ("Pacific/Apia", "2011-12-29T23:59:59-10:00", 1),
            ("UTC", "2026-12-31T23:00Z", 3600),
        ];
        for (zone, moment, left) in table {
            let zone = TimeZone::get(zone).unwrap();
            let seconds = unix(moment);
            assert_eq!(seconds_until_tomorrow(seconds, &zone), left, "{moment}");
            let at = |more: u64| {
                let seconds = seconds + i64::try_from(more).unwrap();
                Date::from_unix(seconds, &zone).unwrap()
            };
            let before = at(0);
            assert_eq!(at(left - 1), before, "{moment}");
            assert!(at(left) > before, "{moment}");
        }
    }

    #[test]
    fn at_the_end_of_time_there_is_still_a_second_left() {
        for moment in [i64::MIN, i64::MAX, 253_402_207_200] {
            assert!(seconds_until_tomorrow(moment, &TimeZone::UTC) >= 1);
        }
    }

    fn unix(moment: &str) -> i64 {
        let instant = Moment::parse(moment).unwrap().instant(&TimeZone::UTC);
        instant.unwrap().as_second()
    }
}
