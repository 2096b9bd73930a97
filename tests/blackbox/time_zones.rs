//! Times of meetings in the time zone of the site.

use crate::site::Site;

const MEETING: &str = "content/riunione.md";

/// A site in a time zone, with templates that print the times of a meeting and the meetings of a body.
fn site(zone: &str) -> Site {
    let meeting = "<h1></h1>{% for it in [meeting.start, meeting.end] %}{% if it %}{{ it.day.iso }} {{ it.time }} {{ it.iso }};{% endif %}{% endfor %}";
    let body = "<h1></h1>{% for it in body.meetings.upcoming %}{{ it.title }},{% endfor %}|{% for it in body.meetings.past %}{{ it.title }},{% endfor %}";
    Site::new()
        .file("themes/mini/templates/meeting.html", meeting)
        .file("themes/mini/templates/body.html", body)
        .replace(
            "site.toml",
            "theme = \"mini\"",
            &format!("theme = \"mini\"\ntime_zone = \"{zone}\""),
        )
}

fn meeting(title: &str, keys: &str) -> String {
    format!(
        "---\ntype: meeting\ntitle: {title}\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\n{keys}\n---\n"
    )
}

#[test]
fn a_moment_is_shown_in_the_time_zone_of_the_site() {
    let table = [
        // Summer and winter, and offsets of other zones; the day may be another.
        (
            "Europe/Rome",
            "2026-07-14T22:30Z",
            "2026-07-15 00:30 2026-07-15T00:30:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-01-14T22:30Z",
            "2026-01-14 23:30 2026-01-14T23:30:00+01:00",
        ),
        (
            "Europe/Rome",
            "2026-12-31T23:30:30Z",
            "2027-01-01 00:30 2027-01-01T00:30:30+01:00",
        ),
        (
            "Europe/Rome",
            "2026-07-15T00:30+05:30",
            "2026-07-14 21:00 2026-07-14T21:00:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-07-14T20:00-03:30",
            "2026-07-15 01:30 2026-07-15T01:30:00+02:00",
        ),
        (
            "Pacific/Kiritimati",
            "2026-07-14T10:00Z",
            "2026-07-15 00:00 2026-07-15T00:00:00+14:00",
        ),
        (
            "America/St_Johns",
            "2026-07-15T01:00+02:00",
            "2026-07-14 20:30 2026-07-14T20:30:00-02:30",
        ),
        // In the time of the site already.
        (
            "Europe/Rome",
            "2026-07-14T22:30",
            "2026-07-14 22:30 2026-07-14T22:30:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-07-14T22:30+02:00",
            "2026-07-14 22:30 2026-07-14T22:30:00+02:00",
        ),
        // The hour that the clocks skip, and the one that they show twice.
        (
            "Europe/Rome",
            "2026-03-29T00:59Z",
            "2026-03-29 01:59 2026-03-29T01:59:00+01:00",
        ),
        (
            "Europe/Rome",
            "2026-03-29T01:00Z",
            "2026-03-29 03:00 2026-03-29T03:00:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-03-29T02:30",
            "2026-03-29 03:30 2026-03-29T03:30:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-10-25T00:30Z",
            "2026-10-25 02:30 2026-10-25T02:30:00+02:00",
        ),
        (
            "Europe/Rome",
            "2026-10-25T01:30Z",
            "2026-10-25 02:30 2026-10-25T02:30:00+01:00",
        ),
        (
            "Europe/Rome",
            "2026-10-25T02:30",
            "2026-10-25 02:30 2026-10-25T02:30:00+02:00",
        ),
        // The ends of the calendar.
        (
            "Europe/Rome",
            "9999-12-31T23:30Z",
            "9999-12-31 23:30 9999-12-31T23:30:00+00:00",
        ),
    ];
    for (zone, typed, shown) in table {
        let keys = format!("start: {typed}\nstatus: cancelled");
        let site = site(zone).file(MEETING, meeting("Seduta", &keys));
        site.build().succeeds();
        let page = site.page("riunione/index.html");
        assert!(page.ends_with(&format!("</h1>{shown};")), "{typed}: {page}");
    }
}

#[test]
fn an_end_has_a_day_of_its_own() {
    let keys = "start: 2026-07-14T19:30Z\nend: 2026-07-14T22:30Z\nstatus: cancelled";
    let site = site("Europe/Rome").file(MEETING, meeting("Seduta", keys));
    site.build().succeeds();
    let page = site.page("riunione/index.html");
    let shown =
        "2026-07-14 21:30 2026-07-14T21:30:00+02:00;2026-07-15 00:30 2026-07-15T00:30:00+02:00;";
    assert!(page.ends_with(shown), "{page}");
}

#[test]
fn the_theme_shows_the_day_in_the_time_zone_of_the_site() {
    let keys = "start: 2026-07-14T22:30Z\nstatus: cancelled";
    let site = site("Europe/Rome")
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file(MEETING, meeting("Seduta", keys));
    site.build().succeeds();
    let page = site.page("riunione/index.html");
    assert!(page.contains("15 luglio 2026, ore 00:30"), "{page}");
    assert!(!page.contains("14 luglio"), "{page}");
}

#[test]
fn meetings_are_in_the_order_of_their_moments() {
    // On the site's day, 21 November 2026, and around it.
    let meetings = [
        ("a", "2026-11-21T16:00", "scheduled"),
        ("b", "2026-11-21T09:30", "scheduled"),
        ("c", "2026-11-20T23:30Z", "scheduled"),
        ("d", "2026-11-21T12:00-05:00", "scheduled"),
        ("e", "2026-11-21T00:30+02:00", "held"),
        ("f", "2026-11-20T22:59Z", "held"),
        ("g", "2026-11-20T09:00", "held"),
        ("h", "2026-11-20T15:00", "held"),
    ];
    let mut site = site("Europe/Rome").without(MEETING);
    for (title, start, status) in meetings {
        let keys = format!("start: {start}\nstatus: {status}");
        site = site.file(&format!("content/{title}.md"), meeting(title, &keys));
    }
    site.build().succeeds();
    let page = site.page("consulta/index.html");
    assert!(page.ends_with("c,b,a,d,|f,e,h,g,"), "{page}");
}

#[test]
fn meetings_are_compared_with_days_in_the_time_zone_of_the_site() {
    // In Rome it is 2026-11-21 already, or still 2026-11-20, and so with the other ends.
    let table = [
        ("2026-11-20T23:00Z", "status: scheduled", ""),
        ("2026-11-20T22:59Z", "status: scheduled", "stale-meeting"),
        (
            "2026-11-21T05:00+14:00",
            "status: scheduled",
            "stale-meeting",
        ),
        ("2026-09-21T22:00Z", "status: held", "missing-minutes"),
        ("2026-09-22T22:00Z", "status: held", ""),
        ("2026-09-22T21:59Z", "status: held", "missing-minutes"),
        ("2009-12-31T23:00Z", "status: cancelled", ""),
        (
            "2009-12-31T22:59Z",
            "status: cancelled",
            "meeting-outside-validity",
        ),
        (
            "2010-01-01T00:00+14:00",
            "status: cancelled",
            "meeting-outside-validity",
        ),
    ];
    for (start, status, expected) in table {
        let keys = format!("start: {start}\n{status}");
        let site = site("Europe/Rome").file(MEETING, meeting("Seduta", &keys));
        let run = site.run(&["check", "--as-of", "2026-11-21", "--format", "json"]);
        let found = [run.errors(), run.warnings()].concat();
        let codes: Vec<&str> = found.iter().filter_map(|it| it.split(' ').next()).collect();
        let expected: Vec<&str> = Some(expected)
            .filter(|it| !it.is_empty())
            .into_iter()
            .collect();
        assert_eq!(codes, expected, "{start}");
    }
}

#[test]
fn an_offset_is_two_digits_and_two_digits() {
    for offset in [
        "+1:30", "+01:5", "+-1:30", "+01:-5", "-01:60", "+15:00", "+0100", "+01", "z",
    ] {
        let keys = format!("start: 2026-07-14T22:30{offset}\nstatus: cancelled");
        let site = site("Europe/Rome").file(MEETING, meeting("Seduta", &keys));
        let run = site.run(&["check", "--as-of", "2026-11-21", "--format", "json"]);
        assert_eq!(
            run.errors(),
            ["bad-time content/riunione.md:7:8"],
            "{offset}"
        );
    }
}
