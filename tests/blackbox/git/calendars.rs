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
    let event = calendar
        .split("BEGIN:VEVENT")
        .find(|it| it.contains("SUMMARY:M\r"));
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
    let called = "tag:consulte.example,2026:/body/consulta/2026-11-02";
    let entry = feed
        .split("<entry>")
        .find(|it| it.contains(called))
        .unwrap();
    assert!(
        entry.contains("Convocato un incontro: M (14 dicembre 2026, 15:30)."),
        "{entry}"
    );
    assert!(!entry.contains("Aggiornata la pagina."), "{entry}");
}
