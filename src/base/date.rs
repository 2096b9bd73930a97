//! Days, moments and periods, in civil time.

use std::fmt;
use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::civil;
use serde::{Deserialize, Serialize};

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

/// A moment as an editor writes it: a civil time, with or without the offset from UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    civil: civil::DateTime,
    offset: Option<jiff::tz::Offset>,
}

impl Moment {
    /// Parses `2026-03-14T15:30`, optionally with seconds and with an offset (`Z` or `+01:00`).
    pub fn parse(text: &str) -> Option<Moment> {
        let (civil, offset) = match text
            .rfind(['+', 'Z'])
            .or_else(|| text.rfind('-').filter(|at| *at > 10))
        {
            Some(at) => (text.get(..at)?, Some(parse_offset(text.get(at..)?)?)),
            None => (text, None),
        };
        let time = civil.get(10..)?;
        let shaped = time.starts_with(['T', ' ']) && time.matches(':').count() >= 1;
        Date::parse(civil.get(..10)?)?;
        let civil = if shaped {
            civil.parse().ok()?
        } else {
            return None;
        };
        Some(Moment { civil, offset })
    }

    /// The day in a time zone.
    pub fn date(&self, zone: &jiff::tz::TimeZone) -> Date {
        Date(self.civil_in(zone).0.date())
    }

    /// Hour and minute in a time zone, as `15:30`.
    pub fn time(&self, zone: &jiff::tz::TimeZone) -> String {
        self.civil_in(zone).0.strftime("%H:%M").to_string()
    }

    /// The moment in a time zone, with its offset: `2026-03-14T15:30:00+01:00`.
    pub fn in_zone(&self, zone: &jiff::tz::TimeZone) -> String {
        let (civil, offset) = self.civil_in(zone);
        let offset = offset.seconds();
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
        format!(
            "{}{sign}{:02}:{:02}",
            civil.strftime("%Y-%m-%dT%H:%M:%S"),
            minutes / 60,
            minutes % 60
        )
    }

    /// The moment itself, which has an order. One that was written without an offset is in `zone`. Returns `None` at the
    /// ends of the calendar.
    ///
    /// A time that the clocks skip counts as if they had not been put forward. A time that they show twice is the first.
    pub fn instant(&self, zone: &jiff::tz::TimeZone) -> Option<jiff::Timestamp> {
        let instant = match self.offset {
            Some(offset) => offset.to_timestamp(self.civil),
            None => zone.to_ambiguous_timestamp(self.civil).compatible(),
        };
        instant.ok()
    }

    /// What clocks show in a time zone.
    fn civil_in(&self, zone: &jiff::tz::TimeZone) -> (civil::DateTime, jiff::tz::Offset) {
        match self.instant(zone) {
            Some(instant) => (zone.to_datetime(instant), zone.to_offset(instant)),
            None => (self.civil, self.offset.unwrap_or(jiff::tz::Offset::UTC)),
        }
    }
}

fn parse_offset(text: &str) -> Option<jiff::tz::Offset> {
    if text == "Z" {
        return Some(jiff::tz::Offset::UTC);
    }
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let number = |digits: &str| -> Option<i32> {
        let is_shaped = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| is_shaped)
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    let seconds = (hours * 60 + minutes) * 60;
    jiff::tz::Offset::from_seconds(if text.starts_with('-') {
        -seconds
    } else {
        seconds
    })
    .ok()
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        Moment::parse(&text).ok_or_else(|| serde::de::Error::custom("not a moment"))
    }
}

impl BorshSerialize for Moment {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let offset = self.offset.map(jiff::tz::Offset::seconds);
        BorshSerialize::serialize(&(self.civil.to_string(), offset), writer)
    }
}

impl BorshDeserialize for Moment {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (civil, offset) = <(String, Option<i32>)>::deserialize_reader(reader)?;
        let offset = offset.map(jiff::tz::Offset::from_seconds).transpose();
        Ok(Moment {
            civil: civil.parse().map_err(io::Error::other)?,
            offset: offset.map_err(io::Error::other)?,
        })
    }
}

/// A stretch of days, both ends included, either end open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first day, if it is known.
    pub from: Option<Date>,
    /// The last day, if there is one.
    pub until: Option<Date>,
}

impl Period {
    /// Whether the day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it ends before it begins: a fault of its own, which no other should follow from.
    pub fn is_upside_down(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }

    /// Whether it ended before the day.
    pub fn ended_before(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

#[cfg(test)]
mod tests {
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
            let zone = jiff::tz::TimeZone::get(zone).unwrap();
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
            assert!(seconds_until_tomorrow(moment, &jiff::tz::TimeZone::UTC) >= 1);
        }
    }

    fn unix(moment: &str) -> i64 {
        let moment = Moment::parse(moment).unwrap();
        let zone = moment.offset.unwrap().to_time_zone();
        zone.to_timestamp(moment.civil).unwrap().as_second()
    }
}
