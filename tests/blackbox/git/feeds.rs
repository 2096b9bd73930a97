//! Feeds tell what the content no longer says, from the history.

use std::collections::BTreeMap;
use std::fs;

use super::{commit, git};
use crate::feeds::entries;
use crate::fixtures::visible_files;
use crate::site::Site;

const MEETING: &str = "---\ntype: meeting\ntitle: Seduta d'inverno\nsummary: S.\nreviewed: 2026-10-01\nbody: consulta\nstart: 2026-12-14T15:30\nplace: Cuneo\n---\n";

/// A site with a meeting to come, in a repository with one commit.
fn site() -> Site {
    let site = Site::new().file("content/seduta.md", MEETING).replace(
        "content/consulta.md",
        "    holders:\n",
        "    count: 2\n    office: Esperta\n    holders:\n      - {name: Ugo Bianchi, from: 2025-03-01}\n",
    );
    git(site.root.path(), &["init", "-q", "-b", "main"]);
    commit(site.root.path(), "2026-10-31");
    site
}

/// A file, what stands in it, and what comes there.
type Edit = (&'static str, &'static str, &'static str);

/// The day of a commit, and what makes it.
type DatedEdit = (&'static str, fn(&Site));

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(site.path(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    site.put(path, text.replace(from, to));
}

/// What the feed of a body tells of each day.
fn days(site: &Site, feed: &str) -> BTreeMap<String, Vec<String>> {
    let entries = entries(&site.page(feed)).into_iter();
    let days = entries.map(|(id, _, facts)| (id.rsplit_once('/').unwrap().1.to_owned(), facts));
    days.collect()
}

/// What the feed of the body tells of a day after an edit that is committed on the day before, late in the evening.
#[track_caller]
fn told(edits: &[Edit]) -> Vec<String> {
    let site = site();
    for (path, from, to) in edits {
        edit(&site, path, from, to);
    }
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    days(&site, "consulta/feed.xml")
        .remove("2026-11-10")
        .unwrap_or_default()
}

#[test]
fn what_a_commit_changed_is_told_on_its_day() {
    let (body, meeting) = ("content/consulta.md", "content/seduta.md");
    let table: [(&[Edit], &str); 12] = [
        (
            &[(meeting, "2026-12-14T15:30", "2026-12-16T10:00")],
            "Spostata una seduta: Seduta d'inverno (16 dicembre 2026, 10:00; prima: 14 dicembre 2026, 15:30).",
        ),
        (
            &[(meeting, "place: Cuneo", "status: cancelled\nplace: Cuneo")],
            "Annullata una seduta: Seduta d'inverno (14 dicembre 2026, 15:30).",
        ),
        (
            &[(
                meeting,
                "title: Seduta d'inverno",
                "title: Seduta straordinaria",
            )],
            "Cambiato il titolo di una seduta: Seduta straordinaria (14 dicembre 2026, 15:30; prima: Seduta d'inverno).",
        ),
        (
            &[(body, "title: Consulta provinciale", "title: Assemblea")],
            "Cambia nome: «Consulta provinciale» ora si chiama «Assemblea».",
        ),
        (
            &[(meeting, "place: Cuneo", "place: Alba")],
            "Cambiati fine, luogo o ordine del giorno di una seduta: Seduta d'inverno (14 dicembre 2026, 15:30).",
        ),
        (
            &[(
                meeting,
                "place: Cuneo",
                "documents: [delibera-1]\nplace: Cuneo",
            )],
            "Pubblicato un documento di una seduta: Seduta d'inverno (14 dicembre 2026, 15:30).",
        ),
        (
            &[(
                "content/riunione.md",
                "documents: ",
                "minutes: delibera-1\ndocuments: ",
            )],
            "Pubblicato il verbale: Seconda seduta del 2026.",
        ),
        (
            &[(body, "      - {name: Ugo Bianchi, from: 2025-03-01}\n", "")],
            "Un nominativo non compare più.",
        ),
        // Who is on another seat is not gone.
        (
            &[
                (body, "      - {name: Ugo Bianchi, from: 2025-03-01}\n", ""),
                (
                    body,
                    "office: Presidente della Provincia}",
                    "office: Presidente della Provincia, holders: [{name: Ugo Bianchi, from: 2025-03-01}]}",
                ),
            ],
            "Aggiornata la pagina.",
        ),
        (
            &[(
                body,
                "legal_basis:",
                "members: [provincia-cuneo]\nlegal_basis:",
            )],
            "Entra a far parte: Provincia di Cuneo.",
        ),
        (
            &[(
                body,
                "  - {id: presidente, role: chair, basis: ex_officio, office: Presidente della Provincia}\n",
                "",
            )],
            "Un posto non compare più: Presidente della Provincia.",
        ),
        (
            &[(body, "lavora dal", "opera dal")],
            "Aggiornata la pagina.",
        ),
    ];
    for (edits, expected) in table {
        assert_eq!(told(edits), [expected], "{edits:?}");
    }
    // The number of places that follows goes without saying, and what is only an update comes last.
    let member = "members: [provincia-cuneo]\nseats:\n  - {id: enti, basis: delegate, office: Ente, each: members}\n";
    let site = site();
    edit(
        &site,
        body,
        "seats:\n",
        &member.replace("provincia-cuneo", "alba"),
    );
    site.put("content/enti-di-prova.yaml", "organizations:\n  - {id: alba, title: Alba, kind: municipality}\n  - {id: zeta, title: Zeta, kind: municipality}\n");
    commit(site.root.path(), "2026-11-08");
    edit(&site, body, "members: [alba]", "members: [alba, zeta]");
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    let days_of = |site: &Site| {
        days(site, "consulta/feed.xml")
            .remove("2026-11-10")
            .unwrap_or_default()
    };
    assert_eq!(days_of(&site), ["Entra a far parte: Zeta."]);
    edit(&site, body, "lavora dal", "opera dal");
    edit(&site, body, "members: [alba, zeta]", "members: [zeta]");
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    assert_eq!(
        days_of(&site),
        [
            "Entra a far parte: Zeta.",
            "Non fa più parte: Alba.",
            "Aggiornata la pagina."
        ]
    );
    assert!(told(&[("content/orari.md", "title: ", "title: Nuovi ")]).is_empty());
    // What the content tells on its day goes without saying, if that is not long ago.
    let office = "office: Presidente della Provincia";
    for (holder, expected) in [
        (
            "office: Presidente della Provincia, holders: [{name: Ada Neri, from: 2026-10-20}]",
            &[][..],
        ),
        (
            "office: Presidente della Provincia, holders: [{name: Ada Neri, from: 2019-10-20}]",
            &["Aggiornata la pagina."],
        ),
        (
            "office: Presidente della Provincia, holders: [{name: Ada Neri, from: 2027-01-01}]",
            &["Aggiornata la pagina."],
        ),
    ] {
        assert_eq!(told(&[(body, office, holder)]), expected, "{holder}");
    }
    // How a fact is written is no news.
    assert!(
        told(&[(
            body,
            "valid: {from: 2010-01-01}",
            "valid:\n  from: \"2010-01-01\""
        )])
        .is_empty()
    );
}

#[test]
fn an_entry_is_revised_where_its_words_are_others_and_never_lost() {
    const BODY: &str = "content/consulta.md";
    const ENTI: &str = "content/organizations.yaml";
    let site = site();
    let told = |day: &str| {
        commit(site.root.path(), day);
        site.build().succeeds();
        days(&site, "consulta/feed.xml")
    };
    // The term says what was written.
    let terms = "members: [comune-alba]\nterms: [{id: a, from: 2025-03-01}]\nlegal_basis:";
    edit(&site, BODY, "legal_basis:", terms);
    edit(
        &site,
        BODY,
        "from: 2025-03-01}\n",
        "term: a, acting: false}\n",
    );
    let ugo = "In carica dal giorno 1º marzo 2025: Ugo Bianchi (Esperta).";
    assert_eq!(told("2026-11-02")["2025-03-01"], [ugo]);
    edit(
        &site,
        BODY,
        "term: a, acting",
        "term: a, on_behalf_of: provincia-cuneo, acting",
    );
    let ugo = &ugo.replace("Esperta", "Esperta – Provincia di Cuneo");
    let revised = "Voce rivista il giorno 6 novembre 2026.";
    assert_eq!(told("2026-11-05")["2025-03-01"], [ugo, revised]);
    edit(&site, BODY, "from: 2025-03-01}]", "from: 2025-03-04}]");
    let renamed =
        "title: Alba Nuova, kind: municipality, changes: [{kind: rename, date: 2026-11-02}]}";
    edit(
        &site,
        ENTI,
        "title: Comune di Alba, kind: municipality}",
        renamed,
    );
    let days = told("2026-11-09");
    let gone = "Ciò che si leggeva di questo giorno è stato corretto o tolto.";
    assert_eq!(days["2025-03-01"], [gone]);
    let revised = "Voce rivista il giorno 10 novembre 2026.";
    assert_eq!(days["2025-03-04"], [&ugo.replace("1º", "4"), revised]);
    let name = "Cambio di nome il giorno 2 novembre 2026: Alba Nuova.";
    assert!(days["2026-11-02"].iter().any(|it| it == name), "{days:#?}");
    // Another name does not change what was told.
    edit(&site, ENTI, "title: Alba Nuova", "title: Alba Nuovissima");
    edit(
        &site,
        ENTI,
        "date: 2026-11-02}",
        "date: 2026-11-02}, {kind: rename, date: 2026-11-12}",
    );
    let days = told("2026-11-13");
    assert!(days["2026-11-02"].iter().any(|it| it == name), "{days:#?}");
    let other = "Cambio di nome il giorno 12 novembre 2026: Alba Nuovissima.";
    assert_eq!(days["2026-11-12"], [other]);
}

#[test]
fn a_meeting_that_comes_back_or_goes_to_another_body_is_told() {
    let site = site();
    let (meeting, body) = ("content/seduta.md", "content/tavolo.md");
    site.put(body, "---\ntype: body\ntitle: Tavolo\nsummary: S.\nreviewed: 2026-10-01\nkind: coordination\nauthority: provincia-cuneo\nvalid: {from: 2020-05-04}\nlegal_basis: [{act: delibera-1, relation: establishes}]\nactivities: [{id: a, text: A.}]\nseats: [{id: a, basis: expert, count: 2}]\n---\n");
    edit(
        &site,
        meeting,
        "place: Cuneo",
        "status: cancelled\nplace: Cuneo",
    );
    commit(site.root.path(), "2026-11-03");
    edit(&site, meeting, "status: cancelled\n", "");
    commit(site.root.path(), "2026-11-05");
    edit(&site, meeting, "body: consulta", "body: tavolo");
    commit(site.root.path(), "2026-11-07");
    // A draft is withdrawn.
    edit(
        &site,
        body,
        "kind: coordination",
        "draft: true\nkind: coordination",
    );
    edit(&site, meeting, "body: tavolo", "draft: true\nbody: tavolo");
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    let when = "Seduta d'inverno (14 dicembre 2026, 15:30).";
    let days = days(&site, "consulta/feed.xml");
    assert_eq!(
        days["2026-11-06"],
        [format!("Una seduta annullata si tiene: {when}")]
    );
    assert_eq!(
        days["2026-11-08"],
        [format!("Una seduta non compare più: {when}")]
    );
    let feed = site.page("feed.xml");
    let found = entries(&feed);
    let told = |day: &str| -> &[String] {
        let tag = format!("tag:consulte.example,2026:/sito/body/tavolo/2026-11-{day}");
        found.iter().find(|it| it.0 == tag).map_or(&[], |it| &it.2)
    };
    assert_eq!(told("08"), [format!("Convocata una seduta: {when}")]);
    assert!(
        told("10").contains(&"Non compare più: Tavolo.".to_owned()),
        "{feed}"
    );
}

#[test]
fn a_removal_is_an_entry_and_names_nobody() {
    let site = site();
    let held = "content/riunione.md";
    edit(
        &site,
        held,
        "documents: ",
        "minutes: delibera-1\ndocuments: ",
    );
    commit(site.root.path(), "2026-11-08");
    edit(
        &site,
        held,
        "minutes: delibera-1",
        "minutes: {none: Riservata}",
    );
    fs::remove_file(site.path("content/seduta.md")).unwrap();
    edit(
        &site,
        "content/consulta.md",
        "      - {name: Ugo Bianchi, from: 2025-03-01}\n",
        "",
    );
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    let mut days = days(&site, "consulta/feed.xml");
    assert_eq!(
        days.remove("2026-11-10").unwrap(),
        [
            "Una seduta non compare più: Seduta d'inverno (14 dicembre 2026, 15:30).",
            "Il verbale non è più pubblicato: Seconda seduta del 2026.",
            "Un nominativo non compare più.",
        ]
    );
    assert_eq!(
        days.remove("2026-11-01").unwrap(),
        ["Convocata una seduta: Seduta d'inverno (14 dicembre 2026, 15:30)."]
    );
    assert_eq!(
        days.remove("2025-03-01").unwrap(),
        ["Ciò che si leggeva di questo giorno è stato corretto o tolto."]
    );
    assert!(!site.page("consulta/feed.xml").contains("Ugo"));
}

#[test]
fn a_body_that_is_withdrawn_stays_in_the_feed_of_the_site() {
    let site = site();
    let other = "---\ntype: body\ntitle: Tavolo casa\nsummary: S.\nreviewed: 2026-10-01\nkind: coordination\nauthority: provincia-cuneo\nvalid: {from: 2020-05-04}\nlegal_basis: [{act: delibera-1, relation: establishes}]\nactivities: [{id: a, text: A.}]\nseats: [{id: a, basis: expert, count: 2}]\n---\n";
    // It was at another address before, by which feeds go on to know it.
    let moved = other.replacen("summary", "aliases: [/vecchio/]\nsummary", 1);
    site.put("content/tavolo.md", moved);
    // A draft is nobody's business, neither as long as it is one nor when it goes.
    site.put(
        "content/bozza.md",
        other
            .replace("casa", "segreto")
            .replace("summary", "draft: true\nsummary"),
    );
    site.put(
        "content/bozze/_index.md",
        "---\ntitle: Bozze\ndraft: true\n---\n",
    );
    site.put("content/bozze/altro.md", other.replace("casa", "nascosto"));
    site.put(
        "content/bozze/seduta.md",
        MEETING.replace("d'inverno", "riservata"),
    );
    commit(site.root.path(), "2026-11-04");
    site.build().succeeds();
    let before = entries(&site.page("feed.xml"));
    let text = fs::read_to_string(site.path("content/tavolo.md")).unwrap();
    fs::remove_file(site.path("content/tavolo.md")).unwrap();
    fs::remove_file(site.path("content/bozza.md")).unwrap();
    commit(site.root.path(), "2026-11-09");
    site.build().succeeds();
    let feed = site.page("feed.xml");
    let after = entries(&feed);
    let assert_kept = |before: &[(String, String, Vec<String>)],
                       after: &[(String, String, Vec<String>)]| {
        for (id, updated, facts) in before {
            let (_, now, says) = after.iter().find(|it| it.0 == *id).expect(id);
            let is_same = now == updated && says == facts;
            assert!(is_same || now > updated && says != facts, "{id} {says:?}");
        }
    };
    assert_kept(&before, &after);
    let tag = "tag:consulte.example,2026:/sito/body/vecchio/2026-11-10";
    let (.., facts) = after.iter().find(|it| it.0 == tag).unwrap();
    assert_eq!(*facts, ["Non compare più: Tavolo casa."]);
    for secret in ["segreto", "nascosto", "riservata", "bozz"] {
        assert!(!feed.contains(secret), "{secret}");
    }
    // What a body tells that comes back is told anew.
    site.put("content/tavolo.md", text);
    commit(site.root.path(), "2026-11-12");
    site.build().succeeds();
    let back = entries(&site.page("feed.xml"));
    assert_kept(&after, &back);
    let first = |entries: &[(String, String, Vec<String>)]| {
        let first = entries
            .iter()
            .find(|it| it.0.ends_with("/vecchio/2020-05-04"));
        first.unwrap().2.clone()
    };
    assert_eq!(first(&before).len(), 1);
    let revised = "Voce rivista il giorno 13 novembre 2026.".to_owned();
    assert_eq!(first(&back), [first(&before), vec![revised]].concat());
}

/// The day after, on which it is 23:30 of a day in UTC.
fn next_day(day: &str) -> String {
    let (month, day) = day.rsplit_once('-').unwrap();
    format!("{month}-{:02}", day.parse::<u8>().unwrap() + 1)
}

/// Edits of a month, each with the day of its commit.
fn history() -> [DatedEdit; 16] {
    const BODY: &str = "content/consulta.md";
    [
        ("2026-11-02", |site| {
            edit(
                site,
                BODY,
                "      - {name: Ugo Bianchi, from: 2025-03-01}\n",
                "      - {name: Ugo Bianchi, from: 2025-03-01, until: 2026-10-31}\n      - {name: Ada Neri, from: 2026-11-03}\n",
            )
        }),
        ("2026-11-03", |site| {
            edit(site, "content/seduta.md", "2026-12-14", "2026-12-16")
        }),
        ("2026-11-04", |site| {
            edit(
                site,
                BODY,
                "      - {name: Ugo Bianchi, from: 2025-03-01, until: 2026-10-31}\n",
                "",
            )
        }),
        ("2026-11-05", |site| {
            let text = fs::read_to_string(site.path(BODY)).unwrap();
            fs::remove_file(site.path(BODY)).unwrap();
            site.put(
                "content/assemblea.md",
                text.replacen("---\n", "---\naliases: [/consulta/]\n", 1),
            );
            for file in ["content/seduta.md", "content/riunione.md"] {
                edit(site, file, "body: consulta", "body: assemblea");
            }
            edit(site, "site.toml", "ref:body/consulta", "ref:body/assemblea");
            edit(site, "content/orari.md", "consulta.md", "assemblea.md");
        }),
        ("2026-11-06", |site| {
            edit(
                site,
                "content/seduta.md",
                "place: Cuneo",
                "status: cancelled\nplace: Cuneo",
            )
        }),
        ("2026-11-09", |site| {
            let text = fs::read_to_string(site.path("content/seduta.md")).unwrap();
            fs::remove_file(site.path("content/seduta.md")).unwrap();
            site.put(
                "content/invernale.md",
                text.replacen("---\n", "---\naliases: [/seduta/]\n", 1),
            );
        }),
        ("2026-11-10", |site| {
            site.put(
                "content/altra.md",
                MEETING
                    .replace("consulta", "assemblea")
                    .replace("12-14", "12-20"),
            )
        }),
        ("2026-11-11", |site| {
            fs::remove_file(site.path("content/riunione.md")).unwrap()
        }),
        ("2026-11-12", |site| {
            edit(
                site,
                "content/assemblea.md",
                "title: Consulta provinciale",
                "title: Assemblea",
            )
        }),
        ("2026-11-13", |site| {
            fs::remove_file(site.path("content/invernale.md")).unwrap()
        }),
        ("2026-11-14", |site| {
            site.put("content/altri.yaml", "organizations:\n  - {id: unione, title: Unione montana, kind: union_of_municipalities}\n");
            edit(
                site,
                "content/assemblea.md",
                "legal_basis:",
                "members: [unione]\nlegal_basis:",
            );
        }),
        ("2026-11-15", |site| {
            edit(
                site,
                "content/altri.yaml",
                "Unione montana",
                "Unione collinare",
            );
        }),
        ("2026-11-16", |site| {
            edit(site, "content/assemblea.md", "members: [unione]\n", "");
            site.put(
                "content/altri.yaml",
                "organizations:\n  - {id: unione, title: Tutt'altro ente, kind: consortium}\n",
            );
        }),
        ("2026-11-17", |site| {
            edit(
                site,
                "content/assemblea.md",
                "      - {name: Ada Neri",
                "      - {name: Lea Conti, from: 2015-03-02, until: 2018-03-01}\n      - {name: Ada Neri",
            );
        }),
        // Another id says nothing else.
        ("2026-11-18", |site| {
            edit(
                site,
                "content/anna-rossi.md",
                "type: person",
                "type: person\nid: a-rossi\naliases: [/anna-rossi/]",
            );
            edit(
                site,
                "content/assemblea.md",
                "person: anna-rossi",
                "person: a-rossi",
            );
        }),
        // One of these days has an entry of what was changed on it, the other has none.
        ("2026-11-19", |site| {
            edit(site, "content/assemblea.md", "count: 2", "count: 4");
            edit(
                site,
                "content/assemblea.md",
                "      - {name: Ada Neri",
                "      - {name: Ivo Sala, from: 2026-11-08}\n      - {name: Gino Re, from: 2026-11-11}\n      - {name: Ada Neri",
            );
        }),
    ]
}

#[test]
fn entries_neither_change_nor_vanish_and_each_build_is_that_of_a_first_one() {
    let site = site();
    site.build().succeeds();
    let feeds = |site: &Site| {
        let own = ["consulta", "assemblea"].map(|it| format!("{it}/feed.xml"));
        let own = own
            .into_iter()
            .find(|it| site.path("public").join(it).exists());
        [own.unwrap(), "feed.xml".to_owned()].map(|it| {
            let feed = site.page(&it);
            let titles = feed.split("<entry>").skip(1).map(|entry| {
                let (_, title) = entry.split_once("<title>").unwrap();
                title.split('<').next().unwrap().to_owned()
            });
            let entries = entries(&feed).into_iter().zip(titles);
            entries
                .map(|((id, updated, facts), title)| (id, updated, (title, facts)))
                .collect::<Vec<_>>()
        })
    };
    let mut before = feeds(&site);
    for (day, make) in history() {
        make(&site);
        commit(site.root.path(), day);
        site.build().succeeds();
        let now = feeds(&site);
        for (old, new) in before.iter().zip(&now) {
            for (id, updated, said) in old {
                let (_, now, says) = new.iter().find(|it| it.0 == *id).expect(id);
                // What is said stays, or is another moment's. What happens on a day is news on that day.
                let is_today = id.ends_with(&next_day(day));
                let is_right = match says == said {
                    true => now == updated || is_today && now >= updated,
                    false => now > updated,
                };
                assert!(is_right, "{day}: {id} {updated} {now} {said:?} {says:?}");
            }
            // Who reads what is new since the last time finds it.
            for (id, updated, _) in new.iter().filter(|it| old.iter().all(|old| old.0 != it.0)) {
                assert!(updated.as_str() > day, "{day}: {id} {updated}");
            }
            // No two entries have the same moment, and the newest comes first.
            assert!(
                new.windows(2).all(|pair| pair[0].1 > pair[1].1),
                "{day}: {new:#?}"
            );
        }
        before = now;
        let fresh = visible_files(site.root.path()).into_iter();
        let fresh = fresh.filter(|(path, _)| !path.starts_with("public"));
        let fresh = fresh.fold(Site::empty(), |fresh, (path, bytes)| {
            fresh.file(&path, bytes)
        });
        git(
            fresh.root.path(),
            &[
                "clone",
                "-q",
                "--bare",
                site.root.path().to_str().unwrap(),
                ".git",
            ],
        );
        fresh.build().succeeds();
        let differs = |(path, bytes): &(&String, &Vec<u8>)| site.built().get(*path) != Some(*bytes);
        let built = fresh.built();
        let different: Vec<_> = built.iter().filter(differs).map(|(path, _)| path).collect();
        assert!(different.is_empty(), "{day}: {different:?}");
    }
    assert_eq!(before[0].len(), 20, "{before:#?}");
    let said = |day: &str| {
        let found = before[0].iter().find(|it| it.0.ends_with(day));
        found
            .map(|it| (it.2.0.split(": ").next().unwrap(), it.2.1.concat()))
            .unwrap()
    };
    // What was said is what was true.
    assert_eq!(
        said("2026-11-15"),
        ("Assemblea", "Entra a far parte: Unione montana.".to_owned())
    );
    assert_eq!(
        said("2026-11-17"),
        (
            "Assemblea",
            "Non fa più parte: Unione collinare.".to_owned()
        )
    );
    assert_eq!(said("2010-01-01").0, "Consulta provinciale");
    // What is told of the past later is told as such.
    let late = "In carica dal giorno 2 marzo 2015: Lea Conti (Esperta).Voce rivista il giorno 18 novembre 2026.";
    assert_eq!(said("2015-03-02").1, late);
}

#[test]
fn the_meetings_of_the_first_commit_keep_their_order() {
    let meeting = |title: &str, month: &str| {
        format!(
            "  - {{id: {}, title: {title}, body: consulta, start: 2027-{month}-10}}\n",
            title.to_lowercase()
        )
    };
    let site = Site::new().file(
        "content/sedute.yaml",
        format!(
            "meetings:\n{}{}{}",
            meeting("Alba", "01"),
            meeting("Costa", "02"),
            meeting("Bosco", "03")
        ),
    );
    git(site.root.path(), &["init", "-q", "-b", "main"]);
    commit(site.root.path(), "2026-10-20");
    site.build().succeeds();
    let feed = || {
        days(&site, "consulta/feed.xml")
            .remove("2026-10-21")
            .unwrap()
    };
    let first = feed();
    assert_eq!(first.len(), 3);
    assert!(
        first[0].contains("Alba") && first[1].contains("Costa"),
        "{first:?}"
    );
    let list = "content/sedute.yaml";
    for (day, from, to) in [
        ("2026-10-22", "2027-02-10", "2027-03-11"),
        ("2026-10-24", "title: Bosco", "title: Abete"),
        (
            "2026-10-26",
            "id: alba",
            "id: zeta, aliases: [/sedute/alba/]",
        ),
    ] {
        edit(&site, list, from, to);
        commit(site.root.path(), day);
        site.build().succeeds();
        assert_eq!(feed(), first, "{day}");
    }
}

#[test]
fn a_part_of_the_history_tells_no_more_than_the_content() {
    let site = site();
    edit(&site, "content/seduta.md", "2026-12-14", "2026-12-16");
    commit(site.root.path(), "2026-11-09");
    let origin = format!("file://{}", site.root.path().display());
    let clone = Site::empty();
    git(
        clone.root.path(),
        &["clone", "-q", "--depth=1", &origin, "."],
    );
    let run = clone.build();
    run.succeeds();
    assert!(
        run.stdout.contains("feeds") || run.stderr.contains("feeds"),
        "{} {}",
        run.stdout,
        run.stderr
    );
    assert!(!clone.page("consulta/feed.xml").contains("Spostata"));
}

#[test]
fn a_text_that_cannot_be_read_for_a_while_changes_nothing() {
    let site = site();
    edit(&site, "content/seduta.md", "place: Cuneo", "place: Alba");
    commit(site.root.path(), "2026-11-04");
    site.build().succeeds();
    let before = days(&site, "consulta/feed.xml");
    let (body, meeting) = ("content/consulta.md", "content/seduta.md");
    edit(&site, body, "title: ", "title: \"");
    edit(&site, meeting, "start: ", "status: tenuta\nstart: ");
    commit(site.root.path(), "2026-11-09");
    // A build that fails remembers nothing of it that is wrong.
    assert_eq!(site.build().exit, Some(1));
    edit(&site, meeting, "place: Alba", "place: Alba\nagenda: [Uno]");
    commit(site.root.path(), "2026-11-10");
    edit(&site, body, "title: \"", "title: ");
    edit(&site, meeting, "status: tenuta\n", "");
    commit(site.root.path(), "2026-11-11");
    site.build().succeeds();
    let mut after = days(&site, "consulta/feed.xml");
    let mended = after.remove("2026-11-12").unwrap_or_default();
    assert_eq!(mended.len(), 1, "{mended:?}");
    assert!(mended[0].starts_with("Cambiati fine"), "{mended:?}");
    assert_eq!(after, before);
}

#[test]
fn a_pull_takes_no_entry_away() {
    let site = site();
    let root = site.root.path();
    git(root, &["branch", "mio"]);
    for (day, from, to) in [
        ("2026-11-03", "2026-12-14", "2026-12-15"),
        ("2026-11-04", "2026-12-15", "2026-12-16"),
    ] {
        edit(&site, "content/seduta.md", from, to);
        commit(root, day);
    }
    site.build().succeeds();
    let mut expected = entries(&site.page("consulta/feed.xml"));
    git(root, &["checkout", "-q", "mio"]);
    edit(&site, "content/consulta.md", "lavora dal", "opera dal");
    commit(root, "2026-11-06");
    let url = root.to_str().unwrap();
    let mut pull = super::git_command(root);
    pull.args(["pull", "-q", "--no-rebase", "--no-edit", url, "main"])
        .env("GIT_COMMITTER_DATE", "2026-11-08T23:30:00Z");
    super::succeed(&mut pull);
    site.build().succeeds();
    let mut found = entries(&site.page("consulta/feed.xml"));
    let mine = found.iter().position(|it| it.0.ends_with("/2026-11-07"));
    assert_eq!(found.remove(mine.unwrap()).2, ["Aggiornata la pagina."]);
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_merge_tells_what_it_brings_on_its_day() {
    let site = site();
    let root = site.root.path();
    git(root, &["checkout", "-q", "-b", "altro"]);
    edit(&site, "content/seduta.md", "2026-12-14", "2026-12-16");
    commit(root, "2026-11-03");
    git(root, &["checkout", "-q", "main"]);
    edit(&site, "content/orari.md", "title: ", "title: Nuovi ");
    commit(root, "2026-11-04");
    git(root, &["merge", "-q", "--no-commit", "--no-ff", "altro"]);
    commit(root, "2026-11-09");
    site.build().succeeds();
    let days = days(&site, "consulta/feed.xml");
    assert!(
        days["2026-11-10"].concat().starts_with("Spostata"),
        "{days:#?}"
    );
    assert!(!days.contains_key("2026-11-04"));
}
