//! Stamps of meetings and entries of feeds come from the history, and are the same in every build.

use std::fs;

use super::{commit, git};
use crate::site::Site;

/// A site in a repository, with a meeting that is called, and later moved.
fn site() -> Site {
    let meeting = "---\ntype: meeting\ntitle: M\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\nstart: 2026-12-14T15:30\n---\n";
    let site = Site::new().file("content/seduta.md", meeting);
    git(site.root.path(), &["init", "-q", "-b", "main"]);
    commit(site.root.path(), "2026-11-01");
    site
}

fn values(site: &Site, name: &str) -> Vec<String> {
    let calendar = site.page("calendar.ics");
    let event = calendar.split("BEGIN:VEVENT").find(|it| {
        ["SUMMARY:M\r", ": M\r"]
            .iter()
            .any(|title| it.contains(title))
    });
    let lines = event.unwrap().lines();
    let values = lines.filter_map(|line| line.strip_prefix(name));
    values.map(str::to_owned).collect()
}

#[test]
fn a_commit_is_the_stamp_and_makes_the_sequence_grow() {
    let site = site();
    site.build().succeeds();
    assert_eq!(values(&site, "DTSTAMP:"), ["20261101T233000Z"]);
    assert_eq!(values(&site, "LAST-MODIFIED:"), ["20261101T233000Z"]);
    let first: u32 = values(&site, "SEQUENCE:").concat().parse().unwrap();
    let built = site.built();
    fs::remove_dir_all(site.path("public")).unwrap();
    site.build().succeeds();
    assert_eq!(site.built(), built);

    let site = site.replace("content/seduta.md", "2026-12-14", "2026-12-16");
    commit(site.root.path(), "2026-11-03");
    site.build().succeeds();
    assert_eq!(values(&site, "DTSTAMP:"), ["20261103T233000Z"]);
    assert!(values(&site, "SEQUENCE:").concat().parse::<u32>().unwrap() > first);
}

#[test]
fn a_meeting_is_called_on_the_day_of_its_commit() {
    let site = site();
    site.build().succeeds();
    // 23:30 in UTC is the next day in the time zone of the site.
    let feed = site.page("consulta/feed.xml");
    let called = "tag:consulte.example,2026:/sito/body/consulta/2026-11-02";
    let entry = feed
        .split("<entry>")
        .find(|it| it.contains(called))
        .unwrap();
    assert!(
        entry.contains("Convocata una seduta: M (14 dicembre 2026, 15:30)."),
        "{entry}"
    );
    assert!(!entry.contains("Aggiornata la pagina."), "{entry}");
}

#[test]
fn the_sequence_never_goes_down() {
    let site = site();
    let sequence = |site: &Site| -> u32 {
        site.build().succeeds();
        values(site, "SEQUENCE:").concat().parse().unwrap()
    };
    let mut last = sequence(&site);
    let (meeting, cancelled) = ("content/seduta.md", "status: cancelled\nbody:");
    let edits = [
        // At the same moment, with an older clock, cancelled and not.
        ("2026-11-01", "2026-12-14", "2026-12-15"),
        ("2026-10-20", "2026-12-15", "2026-12-16"),
        ("2026-10-20", "body:", cancelled),
        ("2026-10-20", cancelled, "body:"),
        ("2026-11-20", "2026-12-16", "2026-12-17"),
    ];
    let mut site = site;
    for (day, from, to) in edits {
        site = site.replace(meeting, from, to);
        commit(site.root.path(), day);
        let now = sequence(&site);
        assert!(now > last, "{from} → {to}: {last}, {now}");
        last = now;
        // What else is committed leaves it as it is.
        let text = fs::read_to_string(site.path("content/orari.md")).unwrap();
        site.put("content/orari.md", text + "\nAltro.\n");
        commit(site.root.path(), day);
        assert_eq!(sequence(&site), last);
    }
}

#[test]
fn an_entry_has_the_stamp_of_the_commit_that_changed_it() {
    let entries = |one: &str, other: &str| {
        format!(
            "# {other}\nmeetings:\n  - {{id: m, title: M, body: consulta, start: 2026-12-14T15:30, place: {one}}}\n  - {{id: n, title: N, body: consulta, start: 2026-12-15, place: {other}}}\n"
        )
    };
    let site = Site::new().file("content/sedute.yaml", entries("Alba", "Bra"));
    let root = site.root.path();
    git(root, &["init", "-q", "-b", "main"]);
    let stamps = |day: &str, one: &str, other: &str| {
        site.put("content/sedute.yaml", entries(one, other));
        commit(site.root.path(), day);
        site.build().succeeds();
        ["SEQUENCE:", "DTSTAMP:", "LAST-MODIFIED:"].map(|name| values(&site, name).concat())
    };
    let first = stamps("2026-11-01", "Alba", "Bra");
    assert_eq!(stamps("2026-11-03", "Alba", "Cuneo"), first);
    let second = stamps("2026-11-04", "Cuneo", "Cuneo");
    assert!(first[0] < second[0], "{first:?} {second:?}");
    assert_eq!(second[1], "20261104T233000Z");
    assert_eq!(stamps("2026-11-05", "Cuneo", "Dogliani"), second);
}

#[test]
fn a_pull_lets_no_sequence_fall() {
    let site = site();
    // Somebody works on, while another moves the meeting and publishes that.
    git(site.root.path(), &["branch", "mio"]);
    let edits = [
        ("2026-11-03", "2026-12-14", "2026-12-15"),
        ("2026-11-04", "2026-12-15", "2026-12-16"),
        ("2026-11-05", "2026-12-16", "2026-12-17"),
    ];
    let site = edits.into_iter().fold(site, |site, (day, from, to)| {
        let site = site.replace("content/seduta.md", from, to);
        commit(site.root.path(), day);
        site
    });
    site.build().succeeds();
    let stamps = |site: &Site| ["SEQUENCE:", "DTSTAMP:"].map(|name| values(site, name).concat());
    let published = stamps(&site);
    let root = site.root.path();
    git(root, &["checkout", "-q", "mio"]);
    let text = fs::read_to_string(site.path("content/orari.md")).unwrap();
    site.put("content/orari.md", text + "\nAltro.\n");
    commit(root, "2026-11-06");
    git(root, &["merge", "-q", "--no-commit", "--no-ff", "main"]);
    commit(root, "2026-11-07");
    site.build().succeeds();
    let merged = stamps(&site);
    assert!(
        published[0] < merged[0] && published[1] < merged[1],
        "{published:?} {merged:?}"
    );
}

#[test]
fn the_end_of_a_mandate_has_the_stamp_of_its_commit() {
    let site = site()
        .replace(
            "site.toml",
            "theme = \"mini\"",
            "theme = \"civico\"\ncalendars = {mandates = true}",
        )
        .replace(
            "content/consulta.md",
            "from: 2024-01-01, act",
            "from: 2024-01-01, until: 2027-12-31, act",
        );
    commit(site.root.path(), "2026-11-05");
    site.build().succeeds();
    let calendar = site.page("consulta/calendar.ics");
    let event = calendar
        .split("BEGIN:VEVENT")
        .find(|it| it.contains("UID:sito/mandates-"))
        .unwrap();
    assert!(event.contains("DTSTAMP:20261105T233000Z"), "{event}");
}

#[test]
fn the_last_change_of_a_body_follows_its_meetings() {
    let site = site().replace("content/seduta.md", "2026-12-14", "2026-12-15");
    commit(site.root.path(), "2026-11-10");
    site.build().succeeds();
    let sitemap = site.page("sitemap.xml");
    let (_, rest) = sitemap.split_once("/consulta/</loc>").unwrap();
    assert!(
        rest.trim_start()
            .starts_with("<lastmod>2026-11-11</lastmod>"),
        "{rest}"
    );
}

#[test]
fn the_last_change_of_an_entry_is_not_that_of_its_registry() {
    let registry = "organizations:\n  - {id: asl-a, title: ASL A, kind: health_authority}\n  - {id: asl-b, title: ASL B, kind: health_authority}\n";
    let site = Site::new().file("content/aziende.yaml", registry);
    git(site.root.path(), &["init", "-q", "-b", "main"]);
    commit(site.root.path(), "2026-10-01");
    site.build().succeeds();
    let last_change = |id: &str| {
        let sitemap = site.page("sitemap.xml");
        let (_, rest) = sitemap.split_once(&format!("/{id}/</loc>")).unwrap();
        let (_, rest) = rest.split_once("<lastmod>").unwrap();
        rest.get(..10).unwrap().to_owned()
    };
    assert_eq!(["asl-a", "asl-b"].map(last_change), ["2026-10-02"; 2]);

    let moved = registry.replace("title: ASL B,", "title: ASL B, url: \"https://b.example\",");
    fs::write(site.path("content/aziende.yaml"), &moved).unwrap();
    commit(site.root.path(), "2026-11-05");
    // Another quoting is no change.
    fs::write(
        site.path("content/aziende.yaml"),
        moved.replace("title: ASL A", "title: 'ASL A'"),
    )
    .unwrap();
    commit(site.root.path(), "2026-11-08");
    site.build().succeeds();
    assert_eq!(
        ["asl-a", "asl-b"].map(last_change),
        ["2026-10-02", "2026-11-06"]
    );
    let built = site.built();
    fs::remove_dir_all(site.path("public")).unwrap();
    site.build().succeeds();
    assert_eq!(site.built(), built);
}
