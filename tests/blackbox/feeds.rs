//! Feeds of what has happened, as feed readers read them.

use crate::site::Site;

const FEED: &str = "consulta/feed.xml";

/// The entries of a feed: the id, the moment and the facts.
pub(crate) fn entries(feed: &str) -> Vec<(String, String, Vec<String>)> {
    let part = |text: &str, from: &str, to: &str| {
        let (_, rest) = text.split_once(from).unwrap();
        rest.split_once(to).unwrap().0.to_owned()
    };
    let entries = feed.split("<entry>").skip(1).map(|entry| {
        let content = part(entry, "<content type=\"html\">", "</content>");
        let content = html_escape::decode_html_entities(&content).into_owned();
        let facts = content.split("<p>").skip(1);
        (
            part(entry, "<id>", "</id>"),
            part(entry, "<updated>", "</updated>"),
            facts
                .map(|it| it.trim_end_matches("</p>").to_owned())
                .collect(),
        )
    });
    entries.collect()
}

fn site() -> Site {
    let holders = "      - {person: anna-rossi, from: 2024-01-01, until: 2025-12-31, act: delibera-1}\n      - {name: Ugo Bianchi, from: 2026-01-01}\n      - {name: Ada Neri, from: 2026-12-24}\n";
    Site::new()
        .replace(
            "content/consulta.md",
            "      - {person: anna-rossi, from: 2024-01-01, act: delibera-1}\n",
            holders,
        )
        .replace(
            "content/consulta.md",
            "role: chair, basis: ex_officio",
            "role: chair, basis: ex_officio, holders: [{vacant: true, from: 2026-01-01}]",
        )
        .replace(
            "content/consulta.md",
            "    basis: expert\n",
            "    basis: expert\n    office: Esperta\n    count: 2\n",
        )
}

#[test]
fn a_feed_tells_each_day_on_which_something_happened_once() {
    let site = site();
    site.build().succeeds();
    let id = |day: &str| format!("tag:consulte.example,2026:/sito/body/consulta/{day}");
    let found = entries(&site.page(FEED));
    let days: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|(id, _, facts)| (id.as_str(), facts.iter().map(String::as_str).collect()))
        .collect();
    let expected = [
        (
            id("2026-11-05"),
            vec!["Si è tenuta una seduta il giorno 5 novembre 2026: Seconda seduta del 2026."],
        ),
        (
            id("2026-01-01"),
            vec![
                "In carica dal giorno 1º gennaio 2026: Ugo Bianchi (Esperta).",
                "Posto vacante dal giorno 1º gennaio 2026: Presidente della Provincia.",
            ],
        ),
        (
            id("2025-12-31"),
            vec!["In carica fino al giorno 31 dicembre 2025: Anna Rossi (Esperta)."],
        ),
        (
            id("2024-01-01"),
            vec!["In carica dal giorno 1º gennaio 2024: Anna Rossi (Esperta)."],
        ),
        (
            id("2010-01-01"),
            vec!["Inizio il giorno 1º gennaio 2010: Consulta provinciale."],
        ),
    ];
    let expected: Vec<(&str, Vec<&str>)> = expected
        .iter()
        .map(|(id, facts)| (id.as_str(), facts.clone()))
        .collect();
    assert_eq!(days, expected);
    // The site has the same entries.
    assert_eq!(entries(&site.page("feed.xml")), found);
    let (_, newest, _) = &found[0];
    assert!(
        newest.starts_with("2026-11-05T00:") && newest.ends_with("+01:00"),
        "{newest}"
    );
    assert!(
        site.page(FEED)
            .contains(&format!("</title>\n <updated>{newest}</updated>"))
    );
}

#[test]
fn what_becomes_of_an_organization_is_told_once() {
    let change = "changes: [{kind: rename, date: 2026-03-01}]";
    let site = Site::new()
        .file(
            "content/altri.yaml",
            format!("organizations:\n  - {{id: unione, title: Unione, kind: union_of_municipalities, {change}}}\n"),
        )
        .replace(
            "content/consulta.md",
            "basis: ex_officio, office",
            "basis: ex_officio, from: [unione], office",
        )
        .replace(
            "content/consulta.md",
            "authority: provincia-cuneo",
            "authority: provincia-cuneo\nmembers: [unione]",
        );
    site.build().succeeds();
    let found = entries(&site.page(FEED));
    let told: Vec<_> = found
        .iter()
        .filter(|(id, ..)| id.ends_with("2026-03-01"))
        .collect();
    let [(.., facts)] = told.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(*facts, ["Cambio di nome il giorno 1º marzo 2026: Unione."]);
}

#[test]
fn what_is_to_come_is_no_news() {
    let site = site();
    let on = |day: &str| {
        site.run(&["build", "--as-of", day]).succeeds();
        site.page(FEED)
    };
    assert!(!on("2026-12-23").contains("Ada Neri"));
    assert!(on("2026-12-24").contains("Ada Neri"));
    assert!(!on("2026-12-23").contains("Ada Neri"));
}

#[test]
fn a_meeting_is_called_and_cancelled_on_the_day_of_its_change() {
    let facts = |keys: &str| {
        let site = Site::new().replace(
            "content/riunione.md",
            "start: 2026-11-05T15:30\nstatus: held",
            keys,
        );
        site.build().succeeds();
        let mut found = entries(&site.page(FEED)).into_iter();
        let (id, _, facts) = found.next().unwrap();
        (id.rsplit_once('/').unwrap().1.to_owned(), facts.concat())
    };
    let called = facts("updated: 2026-11-10\nstart: 2026-12-05T15:30");
    let sentence = "Convocata una seduta: Seconda seduta del 2026 (5 dicembre 2026, 15:30).";
    assert_eq!(called, ("2026-11-10".to_owned(), sentence.to_owned()));
    let cancelled = facts("updated: 2026-11-12\nstart: 2026-12-05T15:30\nstatus: cancelled");
    let sentence = "Annullata una seduta: Seconda seduta del 2026 (5 dicembre 2026, 15:30).";
    assert_eq!(cancelled, ("2026-11-12".to_owned(), sentence.to_owned()));
}

#[test]
fn entries_stay_as_they_are_while_the_site_is_edited() {
    let mut site = site();
    site.build().succeeds();
    let stamps = |site: &Site| {
        let feeds = [FEED, "feed.xml"].map(|path| entries(&site.page(path)));
        let entries = feeds.into_iter().flatten();
        entries
            .map(|(id, updated, _)| (id, updated))
            .collect::<Vec<_>>()
    };
    let before = stamps(&site);
    let edits = [
        (
            "content/consulta.md",
            "Consulta provinciale",
            "Consulta della provincia",
        ),
        ("content/consulta.md", "lavora dal", "opera dal"),
        ("content/anna-rossi.md", "Rossi", "Bianchi"),
        (
            "content/organizations.yaml",
            "Comune di Alba",
            "Città di Alba",
        ),
        ("content/orari.md", "title: ", "title: Nuovi "),
        ("content/riunione.md", "Seconda", "Terza"),
        ("content/privacy.md", "title: ", "title: La "),
        ("content/consulta.md", "È nata", "Nacque"),
        ("content/consulta.md", "Raccorda le", "Unisce le"),
        ("site.toml", "Consulte", "Consulte provinciali"),
    ];
    for (path, from, to) in edits {
        site = site.replace(path, from, to);
        site.build().succeeds();
        assert_eq!(stamps(&site), before, "{path}: {to}");
    }
}

#[test]
fn the_order_in_which_holders_are_written_is_none_of_the_facts() {
    let (ada, ugo) = (
        "{name: Ada Neri, from: 2026-03-02}",
        "{name: Ugo Bianchi, from: 2026-03-02}",
    );
    let with = |one: &str, other: &str| {
        let holders = format!("      - {one}\n      - {other}\n");
        let before = "      - {name: Ugo Bianchi, from: 2026-01-01}\n      - {name: Ada Neri, from: 2026-12-24}\n";
        let site = site().replace("content/consulta.md", before, &holders);
        site.build().succeeds();
        [FEED, "feed.xml"].map(|feed| site.page(feed))
    };
    assert_eq!(with(ada, ugo), with(ugo, ada));
}

#[test]
fn a_page_tells_readers_where_its_feed_is() {
    let site = Site::new().replace("site.toml", "theme = \"mini\"", "theme = \"civico\"");
    site.build().succeeds();
    let link = |title: &str, href: &str| {
        format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{title}\" href=\"{href}\">"
        )
    };
    let body = site.page("consulta/index.html");
    assert!(
        body.contains(&link("Consulta provinciale", "feed.xml"))
            || body.contains(&link("Consulta provinciale", "../consulta/feed.xml")),
        "{body}"
    );
    assert!(body.contains(&link("Consulte", "../feed.xml")));
    let page = site.page("orari/index.html");
    assert!(
        page.contains(&link("Consulte", "../feed.xml")) && page.matches("atom+xml").count() == 1
    );
}

#[test]
fn without_an_address_there_is_no_feed() {
    let address = "base_url = \"https://consulte.example/sito\"\n";
    let site = Site::new().replace("site.toml", address, "").replace(
        "site.toml",
        "theme = \"mini\"",
        "theme = \"civico\"",
    );
    site.build().succeeds();
    assert!(site.built().keys().all(|path| !path.ends_with("feed.xml")));
    assert!(!site.page("consulta/index.html").contains("atom+xml"));
}

#[test]
fn whatever_is_typed_a_feed_is_xml_and_runs_nothing() {
    let title = "title: \"<script>alert(1)</script> & ]]>\"";
    let site = Site::new()
        .replace(
            "content/riunione.md",
            "title: Seconda seduta del 2026",
            title,
        )
        .replace("content/consulta.md", "title: Consulta provinciale", title);
    site.build().succeeds();
    for path in [FEED, "feed.xml"] {
        let feed = site.page(path);
        let mut reader = quick_xml::Reader::from_str(&feed);
        loop {
            if reader.read_event().unwrap() == quick_xml::events::Event::Eof {
                break;
            }
        }
        let facts = entries(&feed).into_iter().flat_map(|(.., facts)| facts);
        assert!(facts.clone().any(|it| it.contains("&lt;script")));
        assert!(facts.clone().all(|it| !it.contains("<script")));
    }
}
