//! Calendars for calendar applications (iCalendar, RFC 5545 and 7986).
//!
//! The crate `ical` escapes values and folds lines. The description of the time zone is made here.

mod zone;

use std::borrow::Cow;

use ical::component::{IcalComponent, IcalComponentKind};
use ical::ical::Ical;
use ical::param::IcalParam;
use ical::prop::{IcalProp, IcalPropName};
use ical::value::IcalValue;
use ical::value::datetime::{IcalDate, IcalDateTime};
use ical::value::duration::IcalDuration;
use ical::value::integer::IcalInteger;
use ical::value::text::IcalTextList;
use ical::value::uri::IcalUri;
use ical::version::IcalVersion;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A calendar.
pub struct Calendar<'a> {
    /// Its name.
    pub name: &'a str,
    /// The language of its words: `it`.
    pub language: &'a str,
    /// The absolute address at which it is published, if that is known.
    pub address: Option<&'a str>,
    /// The time zone in which events are written.
    pub zone: &'a TimeZone,
    /// The events, in order.
    pub events: Vec<Event<'a>>,
}

/// An event.
pub struct Event<'a> {
    /// A name that no other event has.
    pub uid: &'a str,
    /// A number that grows with each change.
    pub sequence: i32,
    /// The moment of the last change, if it is known.
    pub revised: Option<Timestamp>,
    /// When it begins.
    pub start: Time,
    /// When it ends. On a day, the last day.
    pub end: Option<Time>,
    /// Whether it does not take place.
    pub is_cancelled: bool,
    /// The title.
    pub summary: Cow<'a, str>,
    /// More about it, in lines.
    pub description: String,
    /// Where it takes place.
    pub location: Option<&'a str>,
    /// The address of its page.
    pub url: Option<&'a str>,
    /// Who meets.
    pub category: Option<&'a str>,
}

/// A whole day, or a moment.
#[derive(Clone, Copy)]
pub enum Time {
    /// A whole day.
    Day(Date),
    /// A moment.
    Moment(Timestamp),
}

/// The text of a calendar.
pub fn write(calendar: &Calendar<'_>) -> String {
    let events = calendar.events.iter();
    let moments = events.filter_map(|event| match event.start {
        Time::Moment(moment) => Some(moment),
        Time::Day(_) => None,
    });
    let mut components: Vec<IcalComponent<'_>> = Vec::new();
    components.extend(zone::describe(calendar.zone, moments.min()));
    components.extend(calendar.events.iter().map(|it| event(it, calendar.zone)));
    let mut props = vec![
        text("PRODID", "-//Raccordo//Raccordo//EN"),
        text("CALSCALE", "GREGORIAN"),
        in_language("NAME", calendar.name, calendar.language),
        text("X-WR-CALNAME", calendar.name),
        with(
            "REFRESH-INTERVAL",
            vec![value_type("DURATION")],
            IcalValue::Duration(IcalDuration("P1D".into())),
        ),
        text("X-PUBLISHED-TTL", "P1D"),
    ];
    if let Some(address) = calendar.address {
        let source = IcalValue::Uri(IcalUri(address.into()));
        props.push(with("SOURCE", vec![value_type("URI")], source));
    }
    let calendar = Ical {
        version: IcalVersion::V2_0,
        props,
        components,
    };
    calendar.to_string()
}

fn event<'a>(event: &'a Event<'_>, zone: &TimeZone) -> IcalComponent<'a> {
    // Every event needs such a moment. That of the build would be another every time, and that of the event may be to
    // come; where nobody knows, it was long ago, so that any moment that is known later is later.
    let stamp = utc(event.revised.unwrap_or(Timestamp::UNIX_EPOCH));
    let mut props = vec![
        text("UID", event.uid),
        with("DTSTAMP", Vec::new(), moment_value(stamp.clone())),
        with(
            "SEQUENCE",
            Vec::new(),
            IcalValue::Integer(IcalInteger(event.sequence.to_string().into())),
        ),
    ];
    if event.revised.is_some() {
        props.push(with("LAST-MODIFIED", Vec::new(), moment_value(stamp)));
    }
    props.push(time("DTSTART", event.start, zone));
    // The end of whole days is the day after the last one.
    let end = event.end.and_then(|end| match end {
        Time::Day(day) => day.tomorrow().ok().map(Time::Day),
        moment => Some(moment),
    });
    props.extend(end.map(|end| time("DTEND", end, zone)));
    let status = match event.is_cancelled {
        true => "CANCELLED",
        false => "CONFIRMED",
    };
    props.push(text("STATUS", status));
    props.push(text("SUMMARY", &event.summary));
    if !event.description.is_empty() {
        props.push(text("DESCRIPTION", &event.description));
    }
    props.extend(event.location.map(|place| text("LOCATION", place)));
    let categories = event
        .category
        .map(|it| IcalValue::TextList(IcalTextList(vec![clean(it)])));
    props.extend(categories.map(|it| with("CATEGORIES", Vec::new(), it)));
    let url = event.url.map(|url| IcalValue::Uri(IcalUri(url.into())));
    props.extend(url.map(|url| with("URL", Vec::new(), url)));
    component(IcalComponentKind::VEvent, props, Vec::new())
}

/// A time in the zone of the calendar, or in UTC where clocks of the zone show it twice and mean the other.
fn time<'a>(name: &'a str, time: Time, zone: &TimeZone) -> IcalProp<'a> {
    match time {
        Time::Day(day) => {
            let day = day.strftime("%Y%m%d").to_string();
            with(
                name,
                vec![value_type("DATE")],
                IcalValue::Date(IcalDate(day.into())),
            )
        }
        Time::Moment(moment) => {
            let civil = zone.to_datetime(moment);
            let meant = zone.to_ambiguous_timestamp(civil).compatible();
            if meant.is_ok_and(|meant| meant.as_second() == moment.as_second()) {
                let civil = civil.strftime("%Y%m%dT%H%M%S").to_string();
                let tzid = IcalParam::TzId(zone::name(zone).to_owned().into());
                with(name, vec![tzid], moment_value(civil))
            } else {
                with(name, Vec::new(), moment_value(utc(moment)))
            }
        }
    }
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn moment_value<'a>(text: String) -> IcalValue<'a> {
    IcalValue::DateTime(IcalDateTime(text.into()))
}

fn value_type<'a>(name: &'a str) -> IcalParam<'a> {
    IcalParam::Value(name.into())
}

fn text<'a>(name: &'a str, value: &'a str) -> IcalProp<'a> {
    IcalProp::text(name, Vec::new(), clean(value))
}

fn in_language<'a>(name: &'a str, value: &'a str, language: &'a str) -> IcalProp<'a> {
    let language = IcalParam::Language(language.into());
    IcalProp::text(name, vec![language], clean(value))
}

fn with<'a>(name: &'a str, params: Vec<IcalParam<'a>>, value: IcalValue<'a>) -> IcalProp<'a> {
    IcalProp {
        name: IcalPropName::from(name),
        params,
        value,
    }
}

fn component<'a>(
    kind: IcalComponentKind,
    props: Vec<IcalProp<'a>>,
    components: Vec<IcalComponent<'a>>,
) -> IcalComponent<'a> {
    IcalComponent {
        name: kind.into(),
        props,
        components,
    }
}

/// A text without the characters that a calendar cannot hold.
fn clean(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| c.is_control() && c != '\n';
    match text.contains(is_bad) {
        true => text.replace("\r\n", "\n").replace(is_bad, " ").into(),
        false => text.into(),
    }
}
