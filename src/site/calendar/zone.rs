//! The description of a time zone in a calendar (VTIMEZONE): when its clocks were and will be changed.
//!
//! Calendar applications compute moments from it. It must be right for each event, and the rules of a zone have changed:
//! in Italy, summer time ended in September until 1995, and in October since. So each change is listed as it was, up to
//! the first from which all follow one rule, which comes last.

use std::sync::{Mutex, PoisonError};

use ical::component::{IcalComponent, IcalComponentKind};
use ical::prop::IcalProp;
use ical::value::IcalValue;
use ical::value::datetime::{IcalDateTime, IcalDateTimeList};
use ical::value::recur::IcalRecur;
use ical::value::utc_offset::IcalUtcOffset;
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use jiff::{Timestamp, ToSpan};

use super::{component, text, with};

/// The first year that is described, unless an event is earlier.
const FIRST_YEAR: i16 = 1980;
/// The last year in which changes are looked at.
const LAST_YEAR: i16 = 2060;

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq)]
struct Shift {
    /// What the clocks showed before.
    at: DateTime,
    from: Offset,
    to: Offset,
    is_summer: bool,
    name: String,
}

impl Shift {
    /// Whether another is the same at another time.
    fn is_like(&self, other: &Shift) -> bool {
        let change = |it: &Shift| (it.from, it.to, it.is_summer);
        change(self) == change(other) && self.name == other.name
    }
}

/// A rule by which clocks are changed every year: "the last Sunday of March at two".
#[derive(Clone, Copy, Debug, PartialEq)]
struct Rule {
    month: i8,
    weekday: jiff::civil::Weekday,
    /// Which of these weekdays in the month: from 1, or -1 for the last.
    number: i8,
}

/// The name of a zone: `Europe/Rome`.
pub(super) fn name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

/// The description of a zone, right from the year 1980 on, or from the first event if that is earlier.
pub(super) fn describe(
    zone: &TimeZone,
    first: Option<Timestamp>,
) -> Option<IcalComponent<'static>> {
    let start = date(FIRST_YEAR, 1, 1)
        .to_zoned(TimeZone::UTC)
        .ok()?
        .timestamp();
    match first.filter(|first| *first < start) {
        Some(first) => Some(describe_from(zone, first)),
        None => Some(usual(zone, start)),
    }
}

/// The description that nearly all calendars of a site have. To make it takes longer than to make the rest of them.
fn usual(zone: &TimeZone, start: Timestamp) -> IcalComponent<'static> {
    static LAST: Mutex<Option<(TimeZone, IcalComponent<'static>)>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    match &*last {
        Some((of, made)) if of == zone => made.clone(),
        _ => {
            let made = describe_from(zone, start);
            *last = Some((zone.clone(), made.clone()));
            made
        }
    }
}

/// The description of a zone from a moment on.
fn describe_from(zone: &TimeZone, start: Timestamp) -> IcalComponent<'static> {
    let shifts = shifts(zone, start);
    let mut observances = Vec::new();
    let (listed, ruled) = shifts.split_at(first_of_rules(&shifts));
    let mut listed = listed.to_vec();
    while let Some(first) = listed.first().cloned() {
        let (alike, others): (Vec<Shift>, Vec<Shift>) =
            listed.into_iter().partition(|it| it.is_like(&first));
        observances.push(observance(&first, &alike, None));
        listed = others;
    }
    let mut seasons: Vec<&Shift> = ruled.iter().take(2).collect();
    seasons.sort_by_key(|it| it.at);
    for shift in seasons {
        let rule = rule_of(shift, ruled);
        observances.push(observance(shift, &[], rule));
    }
    let props = vec![IcalProp::text("TZID", Vec::new(), name(zone).to_owned())];
    component(IcalComponentKind::VTimezone, props, observances)
}

/// The changes from the last one before a moment to the last year, in order. A zone whose clocks were never changed has
/// one that changes nothing.
fn shifts(zone: &TimeZone, start: Timestamp) -> Vec<Shift> {
    let before = zone.preceding(start).next();
    let mut shifts: Vec<Shift> = Vec::new();
    match before {
        Some(it) => shifts.extend(shift(zone, &it)),
        None => {
            let info = zone.to_offset_info(start);
            let at = zone.to_datetime(start);
            shifts.push(Shift {
                at,
                from: info.offset(),
                to: info.offset(),
                is_summer: info.dst().is_dst(),
                name: info.abbreviation().to_owned(),
            });
        }
    }
    let following = zone.following(start).map_while(|it| shift(zone, &it));
    shifts.extend(following.take_while(|it| it.at.year() <= LAST_YEAR));
    shifts
}

fn shift(zone: &TimeZone, it: &TimeZoneTransition<'_>) -> Option<Shift> {
    let at = it.timestamp();
    let from = zone.to_offset(at.checked_sub(1.second()).ok()?);
    Some(Shift {
        at: from.to_datetime(at),
        from,
        to: it.offset(),
        is_summer: it.dst().is_dst(),
        name: it.abbreviation().to_owned(),
    })
}

/// The number of the first change from which all follow two rules, one for each season. The number of all if none does.
fn first_of_rules(shifts: &[Shift]) -> usize {
    let Some([one, other]) = shifts.last_chunk::<2>() else {
        return shifts.len();
    };
    if one.is_summer == other.is_summer || other.at.year() < LAST_YEAR {
        return shifts.len();
    }
    let firsts = rules(one)
        .into_iter()
        .flat_map(|a| rules(other).map(|b| (a, b)));
    let first = firsts.map(|(a, b)| {
        let follows = |(it, like, rule): (&Shift, &Shift, Rule)| {
            rules(it).contains(&rule) && it.is_like(like) && it.at.time() == like.at.time()
        };
        let mut later = 0;
        for (at, it) in shifts.iter().enumerate().rev() {
            let (like, rule) = match it.is_summer == one.is_summer {
                true => (one, a),
                false => (other, b),
            };
            let next = shifts.get(at + 1);
            let alternates = next.is_none_or(|next| {
                next.is_summer != it.is_summer && next.at.year() - it.at.year() <= 1
            });
            if !alternates || !follows((it, like, rule)) {
                break;
            }
            later += 1;
        }
        shifts.len() - later
    });
    first.min().unwrap_or(shifts.len())
}

/// The rules that a change may follow: the weekday counted from the end of the month if it is the last, or from its
/// beginning.
fn rules(shift: &Shift) -> [Rule; 2] {
    let day = shift.at.date();
    let is_last = day.day() + 7 > day.days_in_month();
    let from_start = (day.day() - 1) / 7 + 1;
    let rule = |number| Rule {
        month: day.month(),
        weekday: day.weekday(),
        number,
    };
    [
        rule(if is_last { -1 } else { from_start }),
        rule(from_start),
    ]
}

/// The rule that all changes of the same season follow.
fn rule_of(shift: &Shift, all: &[Shift]) -> Option<Rule> {
    let same = |it: &&Shift| it.is_summer == shift.is_summer;
    let all: Vec<&Shift> = all.iter().filter(same).collect();
    let mut candidates = rules(shift).into_iter();
    candidates.find(|rule| all.iter().all(|it| rules(it).contains(rule)))
}

/// A time that begins with a change, at each of these moments or by a rule.
fn observance(first: &Shift, all: &[Shift], rule: Option<Rule>) -> IcalComponent<'static> {
    let kind = match first.is_summer {
        true => IcalComponentKind::Daylight,
        false => IcalComponentKind::Standard,
    };
    let start = civil(first.at);
    let mut props = vec![
        with(
            "DTSTART",
            Vec::new(),
            IcalValue::DateTime(IcalDateTime(start.into())),
        ),
        with("TZOFFSETFROM", Vec::new(), offset(first.from)),
        with("TZOFFSETTO", Vec::new(), offset(first.to)),
        text_of("TZNAME", &first.name),
    ];
    // Some programs read only the first date of a line, and not the start where there are dates.
    let dates = all.iter().filter(|_| all.len() > 1).map(|it| {
        let value = IcalValue::DateTimeList(IcalDateTimeList(vec![civil(it.at).into()]));
        with("RDATE", Vec::new(), value)
    });
    props.extend(dates);
    let recurring = rule.map(|rule| {
        let value = IcalValue::Recur(IcalRecur(rule.to_string().into()));
        with("RRULE", Vec::new(), value)
    });
    props.extend(recurring);
    component(kind, props, Vec::new())
}

fn text_of(name: &'static str, value: &str) -> IcalProp<'static> {
    text(name, value).into_owned()
}

fn civil(at: DateTime) -> String {
    at.strftime("%Y%m%dT%H%M%S").to_string()
}

fn offset(offset: Offset) -> IcalValue<'static> {
    let seconds = offset.seconds();
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    let text = match seconds {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{seconds:02}"),
    };
    IcalValue::UtcOffset(IcalUtcOffset(text.into()))
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const DAYS: [&str; 7] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
        let weekday = usize::try_from(self.weekday.to_sunday_zero_offset()).unwrap_or(0);
        let weekday = DAYS.get(weekday).copied().unwrap_or("SU");
        let (month, number) = (self.month, self.number);
        write!(f, "FREQ=YEARLY;BYMONTH={month};BYDAY={number}{weekday}")
    }
}
