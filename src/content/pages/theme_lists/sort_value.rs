//! By what the things of a list are sorted.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::date::Date;
use crate::content::graph::{AnyLink, Reader};
use crate::content::model::MeetingStatus;
use crate::notation::schema::Typed;
use crate::notation::value::Value;
use crate::notation::yaml::AnyValue;

/// A number or a text, as bytes that sort as it does. Numbers come before texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub(super) struct SortValue(Box<[u8]>);

impl SortValue {
    /// A text, by its letters; and so a date of the form `2026-03-14`, by time.
    pub(super) fn text(text: &str) -> SortValue {
        SortValue::bytes(text.as_bytes())
    }

    /// A text, as the bytes by which a language sorts it.
    pub(super) fn bytes(text: &[u8]) -> SortValue {
        SortValue([&[1], text].concat().into())
    }

    /// A place among its siblings, then a title. What has no place comes last.
    pub(super) fn ordered(order: Option<i64>, title: &[u8]) -> SortValue {
        let order = order.unwrap_or(i64::MAX);
        SortValue([&[1], &sortable(order)[..], title].concat().into())
    }

    /// A value that was typed under `extra`. Returns `None` for a list, a mapping, or nothing.
    pub(super) fn of(value: &AnyValue) -> Option<SortValue> {
        if let Some(number) = value.number() {
            // By IEEE 754, numbers sort as their bits do, and negative ones the other way.
            let bits = number.to_bits().cast_signed();
            let bits = if bits < 0 { bits ^ i64::MAX } else { bits };
            return Some(SortValue([&[0], &sortable(bits)[..]].concat().into()));
        }
        match value.to_value() {
            Value::Text(text) => Some(SortValue::text(&text)),
            Value::Flag(flag) => Some(SortValue([0, u8::from(flag)].into())),
            _ => None,
        }
    }
}

fn sortable(number: i64) -> [u8; 8] {
    (number.cast_unsigned() ^ (1 << 63)).to_be_bytes()
}

/// The day and hour of a meeting, `2026-03-14 15:30`, or the day of a document. Returns `None` for other things.
pub(super) fn date(graph: Reader<'_>, zone: &jiff::tz::TimeZone, thing: AnyLink) -> Option<String> {
    match thing {
        AnyLink::Meeting(link) => {
            let start = &graph.get(link).written.start;
            let time = start.time(zone).unwrap_or_default();
            Some(format!("{} {time}", start.date(zone)))
        }
        AnyLink::Document(link) => graph.get(link).written.date.map(|it| it.to_string()),
        _ => None,
    }
}

/// The last day of a meeting of several days.
pub(super) fn last_day(
    graph: Reader<'_>,
    zone: &jiff::tz::TimeZone,
    thing: AnyLink,
) -> Option<Date> {
    let AnyLink::Meeting(link) = thing else {
        return None;
    };
    let meeting = &graph.get(link).written;
    let last = meeting.last_day(zone);
    (last > meeting.start.date(zone)).then_some(last)
}

/// Whether a thing is a meeting of which it is said that it was held or cancelled.
pub(super) fn is_said(graph: Reader<'_>, thing: AnyLink, status: MeetingStatus) -> bool {
    match thing {
        AnyLink::Meeting(link) => graph.get(link).written.status == Some(status),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_sorted_numbers_first() {
        let typed = ["-3.5", "-2", "0", "1.5", "2", "10", "alfa", "beta"];
        let values = typed.map(|text| {
            let value: AnyValue = serde_yaml::from_str(text).unwrap();
            SortValue::of(&value).unwrap()
        });
        assert!(values.is_sorted(), "{values:?}");
        assert!(SortValue::of(&AnyValue::default()).is_none());
    }
}
