//! Moments, and days on which something happens at an hour that may not be known.

use std::fmt;
use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::{civil, tz};
use serde::Deserialize;

use super::Date;

/// When something begins or ends, as an editor writes it: a day, or a moment of it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum When {
    /// A day, at an hour that is not known.
    Day(Date),
    /// A moment.
    Moment(Moment),
}

impl When {
    /// Parses `2026-03-14`, or a moment.
    pub fn parse(text: &str) -> Option<When> {
        let day = Date::parse(text).map(When::Day);
        day.or_else(|| Moment::parse(text).map(When::Moment))
    }

    /// The day in a time zone.
    pub fn date(&self, zone: &tz::TimeZone) -> Date {
        match self {
            When::Day(day) => *day,
            When::Moment(moment) => moment.date(zone),
        }
    }

    /// Hour and minute in a time zone, as `15:30`. `None` if the hour is not known.
    pub fn time(&self, zone: &tz::TimeZone) -> Option<String> {
        match self {
            When::Day(_) => None,
            When::Moment(moment) => Some(moment.time(zone)),
        }
    }

    /// The moment in a time zone, with its offset: `2026-03-14T15:30:00+01:00`; or the day: `2026-03-14`.
    pub fn in_zone(&self, zone: &tz::TimeZone) -> String {
        match self {
            When::Day(day) => day.to_string(),
            When::Moment(moment) => moment.in_zone(zone),
        }
    }

    /// The same as the clocks of a time zone show it, without an offset unless they show that time twice and the second is meant.
    #[must_use]
    pub fn on_clocks_of(&self, zone: &tz::TimeZone) -> When {
        match self {
            When::Day(day) => When::Day(*day),
            When::Moment(moment) => {
                let (civil, offset) = moment.civil_in(zone);
                let without = Moment {
                    civil,
                    offset: None,
                };
                let is_second = without.instant(zone) != moment.instant(zone);
                When::Moment(Moment {
                    offset: is_second.then_some(offset),
                    ..without
                })
            }
        }
    }

    /// The earliest instant that is meant: the moment, or the beginning of the day. Returns `None` at the ends of the
    /// calendar.
    pub fn instant(&self, zone: &tz::TimeZone) -> Option<jiff::Timestamp> {
        match self {
            When::Day(day) => day.start(zone),
            When::Moment(moment) => moment.instant(zone),
        }
    }

    /// Whether this is certainly before `other` in a time zone.
    pub fn is_before(&self, other: &When, zone: &tz::TimeZone) -> bool {
        match (self, other) {
            (When::Moment(one), When::Moment(other)) => one.instant(zone) < other.instant(zone),
            _ => self.date(zone) < other.date(zone),
        }
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        When::parse(&text).ok_or_else(|| serde::de::Error::custom("neither a day nor a moment"))
    }
}

/// A moment as an editor writes it: a civil time, with or without the offset from UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    civil: civil::DateTime,
    offset: Option<tz::Offset>,
}

impl Moment {
    /// Parses `2026-03-14T15:30`, optionally with seconds and with an offset (`Z` or `+01:00`).
    pub fn parse(text: &str) -> Option<Moment> {
        // `jiff` ignores a time zone in brackets, and would return another moment than is meant.
        if text.contains('[') {
            return None;
        }
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
    pub fn date(&self, zone: &tz::TimeZone) -> Date {
        Date(self.civil_in(zone).0.date())
    }

    /// Hour and minute in a time zone, as `15:30`.
    pub fn time(&self, zone: &tz::TimeZone) -> String {
        self.civil_in(zone).0.strftime("%H:%M").to_string()
    }

    /// Hour and minute as they were typed, whatever the time zone.
    pub fn typed_time(&self) -> String {
        self.civil.strftime("%H:%M").to_string()
    }

    /// Whether no clock in a time zone ever shows it, because clocks are put forward meanwhile.
    pub fn is_skipped(&self, zone: &tz::TimeZone) -> bool {
        let offset = zone.to_ambiguous_timestamp(self.civil).offset();
        self.offset.is_none() && matches!(offset, tz::AmbiguousOffset::Gap { .. })
    }

    /// The moment in a time zone, with its offset: `2026-03-14T15:30:00+01:00`.
    pub fn in_zone(&self, zone: &tz::TimeZone) -> String {
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
    pub fn instant(&self, zone: &tz::TimeZone) -> Option<jiff::Timestamp> {
        let instant = match self.offset {
            Some(offset) => offset.to_timestamp(self.civil),
            None => zone.to_ambiguous_timestamp(self.civil).compatible(),
        };
        instant.ok()
    }

    fn civil_in(&self, zone: &tz::TimeZone) -> (civil::DateTime, tz::Offset) {
        match self.instant(zone) {
            Some(instant) => (zone.to_datetime(instant), zone.to_offset(instant)),
            None => (self.civil, self.offset.unwrap_or(tz::Offset::UTC)),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => day.fmt(f),
            When::Moment(moment) => moment.fmt(f),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.civil.strftime("%Y-%m-%dT%H:%M:%S"))?;
        let Some(offset) = self.offset else {
            return Ok(());
        };
        let minutes = offset.seconds().abs() / 60;
        let sign = if offset.is_negative() { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

fn parse_offset(text: &str) -> Option<tz::Offset> {
    if text == "Z" {
        return Some(tz::Offset::UTC);
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
    tz::Offset::from_seconds(if text.starts_with('-') {
        -seconds
    } else {
        seconds
    })
    .ok()
}

impl BorshSerialize for Moment {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let offset = self.offset.map(tz::Offset::seconds);
        BorshSerialize::serialize(&(self.civil.to_string(), offset), writer)
    }
}

impl BorshDeserialize for Moment {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (civil, offset) = <(String, Option<i32>)>::deserialize_reader(reader)?;
        let offset = offset.map(tz::Offset::from_seconds).transpose();
        Ok(Moment {
            civil: civil.parse().map_err(io::Error::other)?,
            offset: offset.map_err(io::Error::other)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_hour_that_the_clocks_show_twice_the_second_keeps_its_offset() {
        let rome = tz::TimeZone::get("Europe/Rome").unwrap();
        for (written, shown) in [
            ("2026-10-25T02:30", "2026-10-25T02:30:00"),
            ("2026-10-25T02:30+02:00", "2026-10-25T02:30:00"),
            ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
            ("2026-10-25T01:30Z", "2026-10-25T02:30:00+01:00"),
            ("2026-10-25T03:30+01:00", "2026-10-25T03:30:00"),
            ("2026-07-14T22:30Z", "2026-07-15T00:30:00"),
        ] {
            let when = When::parse(written).unwrap();
            assert_eq!(when.on_clocks_of(&rome).to_string(), shown, "{written}");
        }
    }
}
