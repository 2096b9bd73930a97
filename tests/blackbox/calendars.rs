//! Calendars of meetings, as calendar applications read them.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _};
use proptest::prelude::*;

use crate::faulty_page::with_keys;
use crate::site::Site;

/// The good site with a registry of meetings, and without the meeting that it has.
fn site(meetings: &[&str]) -> Site {
    let entries: String = meetings
        .iter()
        .map(|it| format!("  - {{{it}}}\n"))
        .collect();
    Site::new()
        .without("content/riunione.md")
        .replace("content/consulta.md", "2010-01-01", "1970-01-01")
        .file("content/sedute.yaml", format!("meetings:\n{entries}"))
}

const MARCH: &str = "id: marzo, title: Marzo, body: consulta, start: 2026-12-14T15:30";

/// The lines of a calendar, unfolded, once its form is right.
fn lines(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(!calendar.replace("\r\n", "").contains(['\r', '\n']));
    let written = calendar.split("\r\n");
    assert!(written.clone().all(|line| line.len() <= 75), "{calendar}");
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

fn calendar(site: &Site, path: &str) -> Vec<String> {
    site.build().succeeds();
    lines(&site.page(path))
}

/// The values of a property, by its name with its parameters.
fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    let values = lines
        .iter()
        .filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    values.collect()
}

#[test]
fn an_entry_of_a_registry_is_a_meeting_like_a_page() {
    let site = site(&[
        MARCH,
        "id: aprile, title: Aprile, body: consulta, start: 2027-04-14T15:30",
    ])
    .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"");
    let lines = calendar(&site, "calendar.ics");
    assert_eq!(values(&lines, "SUMMARY"), ["Marzo", "Aprile"]);
    assert!(site.page("sedute/marzo/index.html").contains("Marzo"));
    assert!(
        site.page("consulta/index.html")
            .contains("../sedute/marzo/index.html")
    );
    let list = site.page("sedute/index.html");
    assert!(list.contains("webcal://consulte.example/sito/calendar.ics"));
    assert!(list.contains("href=\"../calendar.ics\" download"));
    let body = site.page("consulta/index.html");
    assert!(body.contains("webcal://consulte.example/sito/consulta/calendar.ics"));
    assert_eq!(
        site.page("consulta/calendar.ics")
            .matches("BEGIN:VEVENT")
            .count(),
        2
    );
}

#[test]
fn what_a_meeting_says_is_in_the_calendar_escaped_and_folded() {
    let site = site(&[
        "id: marzo, title: 'Città, però; lunga lunga lunga lunga lunga lunga lunga lunga àààààààààààà', body: consulta, start: 2026-12-14T15:30, end: 2026-12-14T17:00, place: \"Sala\\\\A, B\", url: \"https://incontri.example/a\", agenda: [Uno, Due]",
    ]);
    let lines = calendar(&site, "consulta/calendar.ics");
    let expected = [
        (
            "SUMMARY",
            "Città\\, però\\; lunga lunga lunga lunga lunga lunga lunga lunga àààààààààààà",
        ),
        ("DTSTART;TZID=Europe/Rome", "20261214T153000"),
        ("DTEND;TZID=Europe/Rome", "20261214T170000"),
        ("LOCATION", "Sala\\\\A\\, B"),
        ("STATUS", "CONFIRMED"),
        ("URL", "https://consulte.example/sito/sedute/marzo/"),
        (
            "DESCRIPTION",
            "Consulta provinciale\\nOrdine del giorno:\\n1. Uno\\n2. Due\\nIn rete: https://incontri.example/a",
        ),
    ];
    for (name, value) in expected {
        let found = values(&lines, name);
        assert_eq!(found.last(), Some(&value), "{name}");
    }
    assert!(values(&lines, "METHOD").is_empty());
}

#[test]
fn a_meeting_keeps_its_uid_when_date_title_or_id_change() {
    let uid = |entry: &str| {
        let lines = calendar(&site(&[entry]), "calendar.ics");
        values(&lines, "UID").concat()
    };
    let first = uid(MARCH);
    assert_eq!(first, "sito/meeting-sedute/marzo@consulte.example");
    assert_eq!(uid(&MARCH.replace("2026-12-14", "2026-12-20")), first);
    assert_eq!(uid(&MARCH.replace("Marzo", "Aprile")), first);
    let renamed = MARCH.replace("marzo", "aprile");
    assert_ne!(uid(&renamed), first);
    assert_eq!(uid(&format!("{renamed}, aliases: [/sedute/marzo/]")), first);
    assert_eq!(
        uid(&format!(
            "{renamed}, aliases: [/sedute/marzo/, /sedute/dopo/]"
        )),
        first
    );
    // Addresses that were never those of a page.
    for alias in ["/notizie/marzo.html", "/sedute/marzo.html"] {
        assert_eq!(
            uid(&format!("{renamed}, aliases: [{alias}]")),
            uid(&renamed),
            "{alias}"
        );
    }
}

#[test]
fn a_page_of_a_meeting_keeps_its_uid_too() {
    let page = |keys: &str| {
        format!(
            "---\ntype: meeting\ntitle: M\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\nstart: 2026-12-14T15:30\n{keys}---\n"
        )
    };
    let uid = |path: &str, keys: &str| {
        let site = Site::new()
            .without("content/riunione.md")
            .file(path, page(keys));
        values(&calendar(&site, "calendar.ics"), "UID").concat()
    };
    let first = uid("content/sedute/marzo.md", "");
    assert_eq!(
        uid("content/sedute/aprile.md", "aliases: [/sedute/marzo/]\n"),
        first
    );
    assert_eq!(
        uid("content/altre/marzo.md", "aliases: [/sedute/marzo/]\n"),
        first
    );
    // Neither an id that differs from the name of the file, nor that it goes when the file moves.
    assert_eq!(uid("content/sedute/marzo.md", "id: terza\n"), first);
}

#[test]
fn no_two_meetings_have_the_same_uid() {
    // The old id belongs to another meeting now; and two had the same id, one after the other.
    let renamed = "id: aprile, title: Aprile, body: consulta, start: 2027-04-14T15:30, aliases: [/sedute/marzo/]";
    let page = "---\ntype: meeting\nid: marzo\ntitle: M\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\nstart: 2026-12-14T15:30\n---\n";
    let moved = page
        .replace("id: marzo", "aliases: [/a/marzo/]")
        .replace("12-14", "12-15");
    let site = site(&[renamed])
        .file("content/altra.md", page)
        .file("content/a/uno.md", &moved)
        .file("content/b/due.md", moved.replace("/a/", "/b/"));
    let lines = calendar(&site, "calendar.ics");
    let uids = ["altra", "a/marzo", "b/marzo", "sedute/marzo"];
    let uids = uids.map(|it| format!("sito/meeting-{it}@consulte.example"));
    assert_eq!(values(&lines, "UID"), uids);
}

/// Where a meeting is written: its folder, the name of its file, and its id, if the file does not say it.
type Place = (usize, usize, Option<usize>);

fn place() -> impl Strategy<Value = Place> {
    (0..3_usize, 0..3_usize, prop::option::of(0..3_usize))
}

/// The address of a meeting of a number. Where the file says the id, its name has the number.
fn address(number: usize, (folder, name, id): Place) -> String {
    match id {
        Some(_) => format!("/f{folder}/{name}/"),
        None => format!("/f{folder}/{number}-{name}/"),
    }
}

/// The UIDs of meetings with these places, titles and old addresses.
fn uids(meetings: &[(Place, String, Vec<String>)]) -> Vec<String> {
    let meetings = meetings.iter().enumerate();
    let site = meetings.fold(Site::new(), |site, (number, (place, title, aliases))| {
        let id = place.2.map(|id| format!("id: m{number}{id}\n"));
        let (id, aliases) = (id.unwrap_or_default(), aliases.join(", "));
        let page = format!(
            "---\ntype: meeting\n{id}title: {title}\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\nstart: 2026-12-1{number}T15:30\naliases: [{aliases}]\n---\n"
        );
        let file = address(number, *place);
        site.file(&format!("content{}.md", file.trim_end_matches('/')), page)
    });
    let lines = calendar(&site, "calendar.ics");
    let uids = values(&lines, "UID").into_iter();
    uids.map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn uids_survive_whatever_is_renamed_if_old_addresses_are_kept(
        moves in prop::collection::vec((0..3_usize, place()), 1..6),
    ) {
        let begin = |number| ((0, number, None), format!("Prima {number}"), Vec::new());
        let mut meetings: Vec<(Place, String, Vec<String>)> = (0..3).map(begin).collect();
        let first = uids(&meetings);
        prop_assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 4);
        for (step, (number, to)) in moves.into_iter().enumerate() {
            let wanted = address(number, to);
            // An address that another has or had is not free.
            let is_taken = meetings.iter().enumerate().any(|(other, (at, _, aliases))| {
                other != number && (address(other, *at) == wanted || aliases.contains(&wanted))
            });
            let (at, title, aliases) = &mut meetings[number];
            let old = address(number, *at);
            if !is_taken {
                if old != wanted && !aliases.contains(&old) {
                    aliases.push(old);
                }
                *at = to;
            }
            *title = format!("Poi {step}");
        }
        prop_assert_eq!(uids(&meetings), first);
    }
}

#[test]
fn a_cancelled_meeting_stays_and_is_newer() {
    let before = calendar(&site(&[MARCH]), "calendar.ics");
    let after = calendar(
        &site(&[&format!("{MARCH}, status: cancelled")]),
        "calendar.ics",
    );
    assert_eq!(values(&after, "UID"), values(&before, "UID"));
    assert_eq!(values(&after, "STATUS"), ["CANCELLED"]);
    assert_eq!(values(&after, "SUMMARY"), ["Annullata: Marzo"]);
    let sequence = |lines: &[String]| values(lines, "SEQUENCE").concat().parse::<u32>().unwrap();
    assert!(sequence(&after) > sequence(&before));
}

#[test]
fn a_day_that_was_typed_is_the_stamp_and_the_sequence() {
    let sequence = |updated: &str| {
        let site = site(&[&format!("{MARCH}, updated: {updated}")]);
        let lines = calendar(&site, "calendar.ics");
        (
            values(&lines, "DTSTAMP").concat(),
            values(&lines, "SEQUENCE").concat().parse::<u32>().unwrap(),
        )
    };
    let (first, second) = (sequence("2026-10-01"), sequence("2026-10-02"));
    assert_eq!(
        (&*first.0, &*second.0),
        ("20260930T220000Z", "20261001T220000Z")
    );
    assert!(first.1 < second.1);
}

#[test]
fn without_meetings_there_is_no_calendar_and_no_link() {
    let site = Site::new().without("content/riunione.md").replace(
        "site.toml",
        "theme = \"mini\"",
        "theme = \"civico\"",
    );
    site.build().succeeds();
    assert!(site.built().keys().all(|path| !path.ends_with(".ics")));
    assert!(!site.page("consulta/index.html").contains("calendar.ics"));
    assert!(!site.page("index.html").contains("calendar.ics"));
}

#[test]
fn without_an_address_calendars_have_none_and_a_line_says_so() {
    let address = "base_url = \"https://consulte.example/sito\"\n";
    let site = site(&[MARCH]).replace("site.toml", address, "").replace(
        "site.toml",
        "theme = \"mini\"",
        "theme = \"civico\"",
    );
    let run = site.build();
    let said = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(said.matches("base_url").count(), 1, "{said}");
    let lines = calendar(&site, "consulta/calendar.ics");
    assert_eq!(values(&lines, "UID"), ["meeting-sedute/marzo"]);
    assert!(values(&lines, "URL").is_empty() && values(&lines, "SOURCE;VALUE=URI").is_empty());
    let body = site.page("consulta/index.html");
    assert!(body.contains("href=\"calendar.ics\"") || body.contains("calendar.ics\" download"));
    assert!(!body.contains("webcal:"));
}

#[test]
fn the_ids_stay_when_the_site_moves_if_the_settings_say_so() {
    let host = "permanent_host = \"prima.example\"\nlanguage = ";
    let site = site(&[MARCH]).replace("site.toml", "language = ", host);
    let lines = calendar(&site, "calendar.ics");
    assert_eq!(
        values(&lines, "UID"),
        ["meeting-sedute/marzo@prima.example"]
    );
    assert!(
        site.page("feed.xml")
            .contains("<id>tag:prima.example,2026:/</id>")
    );
    // Several sites on one host have folders of their own.
    let site = site.replace("site.toml", "prima.example", "prima.example/organi");
    let lines = calendar(&site, "calendar.ics");
    assert_eq!(
        values(&lines, "UID"),
        ["organi/meeting-sedute/marzo@prima.example"]
    );
    assert!(
        site.page("consulta/feed.xml")
            .contains("<id>tag:prima.example,2026:/organi/body/consulta</id>")
    );
}

#[test]
fn a_file_of_the_content_takes_the_place_of_a_calendar() {
    let site = site(&[MARCH]);
    site.build().succeeds();
    let generated = site.built();
    let site = site.file("content/consulta/calendar.ics", "X");
    site.build().succeeds();
    assert_eq!(site.built()["consulta/calendar.ics"], b"X");
    let site = site.without("content/consulta/calendar.ics");
    site.build().succeeds();
    assert_eq!(site.built(), generated);
}

/// The changes of the clocks that a calendar tells, in order: what the clocks of before show, and the offset after it.
fn changes(lines: &[String]) -> Vec<(NaiveDateTime, i32)> {
    let moment = |text: &str| NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap();
    let mut changes = Vec::new();
    let (mut dates, mut offset) = (Vec::new(), 0);
    for line in lines {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "STANDARD" | "DAYLIGHT") => dates.clear(),
            ("DTSTART" | "RDATE", date) if date.len() == 15 => dates.push(moment(date)),
            ("TZOFFSETTO", to) => offset = seconds(to),
            ("RRULE", rule) => dates.extend(recurring(rule, dates[0])),
            ("END", "STANDARD" | "DAYLIGHT") => {
                changes.extend(dates.iter().map(|it| (*it, offset)))
            }
            _ => {}
        }
    }
    changes.sort();
    changes
}

/// The times after the first, up to 2041, at which a rule such as `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` holds.
fn recurring(rule: &str, first: NaiveDateTime) -> Vec<NaiveDateTime> {
    let rule = rule.strip_prefix("FREQ=YEARLY;BYMONTH=").unwrap();
    let (month, day) = rule.split_once(";BYDAY=").unwrap();
    let (month, number) = (month.parse().unwrap(), day.strip_suffix("SU").unwrap());
    let years = (first.year() + 1..=2041).map(|year| {
        let days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
        let mut sundays = days.filter(|it| it.weekday() == chrono::Weekday::Sun);
        let sunday = match number {
            "-1" => sundays.next_back(),
            number => sundays.nth(number.parse::<usize>().unwrap() - 1),
        };
        sunday.unwrap().and_time(first.time())
    });
    years.collect()
}

/// The offset from UTC that a calendar gives for a civil time, in seconds.
fn offset_at(changes: &[(NaiveDateTime, i32)], at: NaiveDateTime) -> i32 {
    let later = changes.partition_point(|(change, _)| *change <= at);
    changes[later - 1].1
}

fn seconds(offset: &str) -> i32 {
    let digits: i32 = offset[1..].parse().unwrap();
    let seconds = (digits / 100 * 60 + digits % 100) * 60;
    if offset.starts_with('-') {
        -seconds
    } else {
        seconds
    }
}

/// Another implementation of time zones, with other data, says what the moments are.
#[test]
fn a_calendar_tells_when_the_clocks_are_changed() {
    let zones = [
        chrono_tz::Europe::Rome,
        chrono_tz::Europe::London,
        chrono_tz::Europe::Lisbon,
        chrono_tz::America::New_York,
        chrono_tz::Australia::Sydney,
        chrono_tz::Asia::Kolkata,
        chrono_tz::UTC,
    ];
    for zone in zones {
        let setting = format!("time_zone = \"{}\"\nlanguage = ", zone.name());
        let site = site(&[MARCH]).replace("site.toml", "language = ", &setting);
        let changes = changes(&calendar(&site, "calendar.ics"));
        let first = NaiveDate::from_ymd_opt(1980, 1, 1).unwrap();
        for day in first.iter_days().take(61 * 366) {
            let noon = day.and_hms_opt(12, 0, 0).unwrap();
            let moment = zone.from_local_datetime(&noon).single().unwrap();
            let offset = moment.offset().fix().local_minus_utc();
            assert_eq!(offset_at(&changes, noon), offset, "{noon} {}", zone.name());
        }
    }
}

#[test]
fn an_earlier_meeting_has_the_time_of_its_year_and_the_second_of_two_equal_hours_is_told_apart() {
    let site = site(&[
        "id: a, title: A, body: consulta, start: 1976-07-14T15:30, status: cancelled",
        "id: b, title: B, body: consulta, start: 2026-10-25T02:30:00+02:00, status: cancelled",
        "id: c, title: C, body: consulta, start: 2026-10-25T02:30:00+01:00, status: cancelled",
    ]);
    let lines = calendar(&site, "calendar.ics");
    let noon = NaiveDate::from_ymd_opt(1976, 7, 14)
        .unwrap()
        .and_hms_opt(12, 0, 0)
        .unwrap();
    assert_eq!(offset_at(&changes(&lines), noon), 7200);
    let starts = values(&lines, "DTSTART;TZID=Europe/Rome");
    assert_eq!(starts, ["19760714T153000", "20261025T023000"]);
    assert!(lines.contains(&"DTSTART:20261025T013000Z".to_owned()));
}

#[test]
fn a_meeting_without_an_hour_takes_the_whole_day() {
    let site = site(&[
        "id: a, title: A, body: consulta, start: 2026-12-14",
        "id: b, title: B, body: consulta, start: 2026-12-30, end: 2026-12-31",
        // Beginning and end are not of one kind.
        "id: c, title: C, body: consulta, start: 2027-01-02, end: 2027-01-03T10:00",
        "id: d, title: D, body: consulta, start: 2027-02-02T10:00, end: 2027-02-03",
        "id: e, title: E, body: consulta, start: 2027-03-02T10:00, end: 2027-03-02",
    ]);
    let lines = calendar(&site, "calendar.ics");
    assert_eq!(
        values(&lines, "DTSTART;VALUE=DATE"),
        ["20261214", "20261230", "20270102"]
    );
    // The end of whole days is the day after the last one.
    assert_eq!(values(&lines, "DTEND;VALUE=DATE"), ["20270101", "20270104"]);
    assert_eq!(
        values(&lines, "DTEND;TZID=Europe/Rome"),
        ["20270204T000000"]
    );
    assert_eq!(values(&lines, "DTSTAMP")[0], "19700101T000000Z");
}

/// The good site with calendars that have the ends of mandates.
fn with_mandates(holders: &str) -> Site {
    site(&[])
        .replace(
            "site.toml",
            "theme = \"mini\"",
            "theme = \"civico\"\ncalendars = {mandates = true}\nlanguages = [\"it\", \"en\"]",
        )
        .without("content/sedute.yaml")
        .replace(
            "content/consulta.md",
            "      - {person: anna-rossi, from: 2024-01-01, act: delibera-1}\n",
            holders,
        )
}

const HOLDERS: &str = "      - {person: anna-rossi, from: 2022-01-01, until: 2026-12-31}\n";

#[test]
fn the_calendar_of_a_body_has_the_ends_of_mandates_on_demand() {
    let site = with_mandates(
        "      - {name: Ivo Bruni, from: 2021-01-01, until: 2021-12-31}\n      \
         - {person: anna-rossi, from: 2022-01-01, until: 2026-12-31}\n      \
         - {name: Lea Conti, substitutes: anna-rossi, until: 2026-12-31}\n      - {name: Pio Galli, from: 2027-01-01, until: 2030}\n",
    );
    let lines = calendar(&site, "consulta/calendar.ics");
    let id = |day: &str| format!("sito/mandates-consulta-{day}@consulte.example");
    assert_eq!(values(&lines, "UID"), [id("2021-12-31"), id("2026-12-31")]);
    assert_eq!(
        values(&lines, "DTSTART;VALUE=DATE"),
        ["20211231", "20261231"]
    );
    let title = "Fine di mandati: Consulta provinciale";
    assert_eq!(values(&lines, "SUMMARY"), [title, title]);
    assert_eq!(
        values(&lines, "DESCRIPTION")[1],
        "Consulta provinciale\\nIn carica fino al giorno 31 dicembre 2026: Anna Rossi (Persona esperta).\\n\
         Supplente fino al giorno 31 dicembre 2026: Lea Conti (Persona esperta)."
    );
    let body = site.page("consulta/index.html");
    assert!(body.contains("webcal://consulte.example/sito/consulta/calendar.ics"));
    assert!(!site.built().contains_key("calendar.ics"));
    // Who sits by right of another seat leaves with it, or before if this seat ends.
    let body = with_keys(
        "content/consulta.md",
        "id: altra\nseats:\n  - {id: a, role: chair, basis: representative, title: Garante, held_by: consulta/esperto}\n  \
         - {id: b, role: secretary, basis: representative, title: Segreteria generale, held_by: consulta/esperto, valid: {until: 2026-06-30}}\n",
    );
    let site = site.file("content/altra.md", body.text);
    let lines = calendar(&site, "altra/calendar.ics");
    assert_eq!(
        values(&lines, "DTSTART;VALUE=DATE"),
        ["20211231", "20260630", "20261231"]
    );
    let told = values(&lines, "DESCRIPTION").join("\n");
    for end in [
        "31 dicembre 2021: Ivo Bruni (Presidente – Garante).",
        "30 giugno 2026: Anna Rossi (Segreteria generale).",
        "31 dicembre 2026: Anna Rossi (Presidente – Garante).",
    ] {
        assert!(told.contains(end), "{end}: {told}");
    }
}

#[test]
fn the_id_of_an_end_of_mandates_stays_while_the_site_is_edited() {
    let first = calendar(&with_mandates(HOLDERS), "consulta/calendar.ics");
    let edited = with_mandates(HOLDERS)
        .replace(
            "content/consulta.md",
            "Consulta provinciale",
            "Consulta nuova",
        )
        .replace("content/consulta.md", "id: esperto", "id: perito");
    let second = calendar(&edited, "consulta/calendar.ics");
    assert_eq!(values(&first, "UID"), values(&second, "UID"));
    assert_eq!(values(&first, "DTSTAMP"), values(&second, "DTSTAMP"));
}

#[test]
fn without_the_setting_no_calendar_has_ends_of_mandates() {
    let site = with_mandates(HOLDERS).replace("site.toml", "mandates = true", "mandates = false");
    site.build().succeeds();
    assert!(!site.built().contains_key("consulta/calendar.ics"));
    assert!(!site.page("consulta/index.html").contains("webcal:"));
}
