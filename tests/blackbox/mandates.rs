//! Who sits on a seat, since when and until when, and what nobody has said.

use crate::site::Site;

const BODY: &str = "content/tavolo.md";

/// The good site in the theme `civico`, with a body of these keys.
fn site(keys: &str) -> Site {
    Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file(BODY, body("Tavolo", keys))
}

/// A body with a title and these keys.
fn body(title: &str, keys: &str) -> String {
    format!(
        "---\ntype: body\ntitle: {title}\nsummary: S.\nreviewed: 2026-10-01\nkind: coordination\nauthority: provincia-cuneo\n\
         legal_basis: [{{act: delibera-1, relation: establishes}}]\nactivities: [{{id: a, text: Fa.}}]\n{keys}---\n"
    )
}

/// The text of a page between two others, without tags and line breaks.
fn between(site: &Site, page: &str, start: &str, end: &str) -> String {
    site.build().succeeds();
    let page = String::from_utf8(site.built()[page].clone()).unwrap();
    let from = page.find(start).unwrap_or_else(|| panic!("no {start}"));
    let rest = &page[from..];
    let until = rest.find(end).unwrap_or(rest.len());
    text_of(&rest[..until])
}

/// A piece of a page without tags and line breaks.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const CHAIR: &str = "  - {id: presidente, role: chair, basis: elected}\n";

/// The composition as it is shown.
fn composition(keys: &str) -> String {
    section(keys, "composizione")
}

/// The history as it is shown: there are those who sat and those who will sit.
fn history(keys: &str) -> String {
    section(keys, "storia")
}

fn section(keys: &str, id: &str) -> String {
    let site = site(&format!("seats:\n{CHAIR}{keys}"));
    between(
        &site,
        "tavolo/index.html",
        &format!("id=\"{id}\""),
        "</section>",
    )
}

#[test]
fn what_is_known_of_a_date_is_shown_and_no_more() {
    let site = site(
        "valid: {from: 2010}\nterms: [{id: secondo, from: 2024, until: 2028-05, act: delibera-1}]\n\
         changes: [{kind: lapse, date: 2019}, {kind: reconstitution, date: 2024-02}]\n\
         seats:\n  - {id: a, basis: elected, role: chair, holders: [{name: Ada Neri, from: 2010-08, until: 2012-09-30}, {name: Ivo Neri, term: secondo}]}\n",
    );
    site.check().succeeds();
    site.build().succeeds();
    let page = String::from_utf8(site.built()["tavolo/index.html"].clone()).unwrap();
    for expected in [
        "<time datetime=\"2010\">dal 2010</time>",
        "<time datetime=\"2010-08\">agosto 2010</time> – <time datetime=\"2012-09-30\">30 settembre 2012</time>",
        "<time datetime=\"2024\">2024</time> – <time datetime=\"2028-05\">maggio 2028</time>",
        "<time datetime=\"2024-02\">febbraio 2024</time>",
        "Ricostituzione",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    // The act of the term appoints all, and no holder repeats it: it is said above the seats, of the term and as a
    // legal basis.
    assert_eq!(page.matches("Delibera 1 del 2010").count(), 3);
}

#[test]
fn a_meeting_of_which_the_hour_is_not_known_says_the_day() {
    let meeting =
        "---\ntype: meeting\ntitle: Seduta\nsummary: S.\nbody: consulta\nstart: 2026-12-03\n---\n";
    let site = site(&format!("seats:\n{CHAIR}")).file("content/seduta.md", meeting);
    site.build().succeeds();
    let page = String::from_utf8(site.built()["seduta/index.html"].clone()).unwrap();
    assert!(page.contains("<time datetime=\"2026-12-03\">3 dicembre 2026</time>"));
}

#[test]
fn only_what_is_marked_is_vacant() {
    let seat =
        "  - {id: b, basis: expert, count: 11, holders: [{name: Ada Neri}, {vacant: true}]}\n";
    let shown = composition(seat);
    assert!(
        shown.contains("posto vacante 9 titolari non indicati"),
        "{shown}"
    );
    let shown = composition("  - {id: b, basis: expert, count: 11, holders: [{name: Ada Neri}]}\n");
    assert!(shown.contains("10 titolari non indicati"), "{shown}");
    assert!(!shown.contains("vacant"), "{shown}");
    let left = "  - {id: b, basis: expert, holders: [{name: Ada Neri, until: 2020, end_reason: Dimissioni}]}\n";
    let shown = composition(left);
    assert!(
        shown.contains("I nomi dei titolari non sono indicati"),
        "{shown}"
    );
    assert!(!shown.contains("vacant"), "{shown}");
    let shown = history(left);
    assert!(shown.contains("Ada Neri fino al 2020"), "{shown}");
}

#[test]
fn who_begins_on_the_last_day_of_another_takes_over() {
    let seat = |first: &str, second: &str| {
        format!(
            "  - {{id: b, basis: expert, holders: [{{name: Ada Neri, {first}}}, {{name: Ivo Bruni, {second}}}]}}\n"
        )
    };
    // The site is built on 21 November 2026.
    for (first, second, now, other) in [
        (
            "from: 2020, until: 2026-11-21",
            "from: 2026-11-21",
            "Ivo Bruni Persona esperta dal 21 novembre 2026",
            "Ada Neri 2020 – 21 novembre 2026",
        ),
        (
            "from: 2020, until: 2026",
            "from: 2026-03",
            "Ivo Bruni Persona esperta da marzo 2026",
            "Ada Neri 2020 – 2026",
        ),
        (
            "from: 2020, until: 2026-11-21",
            "from: 2026-11-22",
            "Ada Neri Persona esperta 2020 – 21 novembre 2026",
            "Ivo Bruni dal 22 novembre 2026",
        ),
        (
            "from: 2020, until: 2026-11-20",
            "from: 2026-11-20",
            "Ivo Bruni Persona esperta dal 20 novembre 2026",
            "Ada Neri 2020 – 20 novembre 2026",
        ),
    ] {
        let shown = composition(&seat(first, second));
        assert!(shown.contains(now), "{now} in {shown}");
        let shown = history(&seat(first, second));
        assert!(shown.contains(other), "{other} in {shown}");
    }
}

#[test]
fn each_organization_hands_its_own_place_over() {
    let seat = "  - id: b\n    basis: delegate\n    each: [comune-alba, comune-bra]\n    holders:\n\
                \x20     - {name: Ada Neri, on_behalf_of: comune-alba, until: 2026-11-21}\n\
                \x20     - {name: Ivo Bruni, on_behalf_of: comune-alba, from: 2026-11-21}\n";
    let shown = composition(seat);
    assert!(
        shown.ends_with(
            "dal 21 novembre 2026 titolare non indicato Delegato per conto di Comune di Bra"
        ),
        "{shown}"
    );
    let shown = history(seat);
    assert!(
        shown.contains("Ada Neri per conto di Comune di Alba"),
        "{shown}"
    );
}

#[test]
fn a_holder_is_shown_with_office_role_and_whose_delegate() {
    let seat = "  - id: b\n    basis: delegate\n    from: [comune-alba, comune-bra]\n    count: 2\n    holders:\n\
                \x20     - {person: anna-rossi, on_behalf_of: comune-alba, office: Sindaca di Alba, role: vice_chair}\n\
                \x20     - {on_behalf_of: comune-bra, note: Non ancora indicato}\n\
                \x20     - {name: Ivo Bruni, substitutes: anna-rossi, delegate_of: Sindaca di Alba}\n";
    let shown = composition(seat);
    for expected in [
        "Anna Rossi Vicepresidente Sindaca di Alba supplente: Ivo Bruni , per delega: Sindaca di Alba Delegato per conto di Comune di Alba",
        "Comune di Bra siede l’ente, senza che sia indicata una persona Non ancora indicato",
    ] {
        assert!(shown.contains(expected), "{expected} in {shown}");
    }
    assert!(!shown.contains("non indicat i"), "{shown}");
}

#[test]
fn an_organization_shows_who_comes_from_it_and_how_it_sits() {
    let site = site(&format!(
        "seats:\n{CHAIR}  - {{id: b, role: observer, basis: appointed, voting: false, from: [comune-alba], holders: [{{name: Ada Neri, from: 2024}}, {{name: Ivo Bruni, until: 2023}}]}}\n\
         \x20 - {{id: c, basis: delegate, each: [comune-alba, comune-bra], holders: [{{on_behalf_of: comune-alba}}, {{name: Leo Sala, on_behalf_of: comune-bra, from: 2027}}, {{vacant: true}}]}}\n"
    ));
    let alba = between(
        &site,
        "enti/comune-alba/index.html",
        "id=\"posti",
        "</section>",
    );
    for expected in [
        "Osservatore per nomina senza voto Tavolo Ada Neri dal 2024",
        "Delegato Tavolo Comune di Alba siede l’ente",
        "In passato Osservatore per nomina senza voto Tavolo Ivo Bruni fino al 2023",
    ] {
        assert!(alba.contains(expected), "{expected} in {alba}");
    }
    let bra = between(
        &site,
        "enti/comune-bra/index.html",
        "id=\"posti",
        "</section>",
    );
    assert!(bra.contains("In futuro Delegato Tavolo Leo Sala"), "{bra}");
}

#[test]
fn dates_known_in_part_are_no_faults() {
    let site = site(
        "valid: {from: 2010, until: 2030}\nterms: [{id: a, from: 2010, until: 2015}, {id: b, from: 2015}]\nseats:\n\
         \x20 - {id: a, role: chair, basis: elected, holders: [{name: A, from: 2010, until: 2015}, {name: B, from: 2015-03, until: 2015}, {name: C, from: 2015-12-31, until: 2020-06}, {name: D, from: 2020-06}]}\n\
         \x20 - {id: b, basis: elected, holders: [{name: A, until: 2012}, {name: B, until: 2015}, {name: C, term: b}]}\n\
         \x20 - {id: c, basis: elected, holders: [{name: A, from: 2010-01, until: 2010}, {name: B, from: 2030-12}]}\n",
    );
    let run = site.check();
    run.succeeds();
    assert!(!run.stdout.contains("mandate"), "{}", run.stdout);
}

#[test]
fn terms_that_ran_out_are_reported_once() {
    let run_out = |more: &str| {
        let site = site(&format!(
            "terms: [{{id: primo, from: 2010, until: 2015}}]\n{more}seats:\n\
             \x20 - {{id: a, role: chair, basis: elected, holders: [{{name: A, term: primo}}]}}\n\
             \x20 - {{id: b, basis: elected, holders: [{{name: B, term: primo}}]}}\n"
        ));
        site.check().stderr.matches("expired-mandate").count()
    };
    assert_eq!(run_out(""), 1);
    assert_eq!(run_out("changes: [{kind: lapse, date: 2015-12}]\n"), 0);
}

/// A mayor who is the chair is so no longer than a mayor.
#[test]
fn whoever_leaves_the_seat_among_whose_holders_a_role_is_given_leaves_the_role() {
    let expired = |mayor: &str| -> Vec<String> {
        let keys = format!(
            "seats:\n  - {{id: presidente, role: chair, basis: elected, among: [sindaci], holders: [{{name: Carlo Bo, from: 2019-07-01}}]}}\n  \
             - {{id: sindaci, basis: ex_officio, count: 2, office: Sindaco, holders: [{{name: Carlo Bo, {mayor}}}, {{name: Ada Neri, from: 2019-06-01}}]}}\n"
        );
        let found = site(&keys).check_in_process().warnings().into_iter();
        found
            .filter(|it| it.starts_with("expired-mandate"))
            .collect()
    };
    let at_chair = format!("expired-mandate {BODY}:11:");
    let is_at_chair = |it: &String| it.starts_with(&at_chair);
    assert_eq!(expired("from: 2014-06-01"), [] as [&str; 0]);
    assert!(
        expired("from: 2014-06-01, until: 2024-06-09")
            .iter()
            .any(is_at_chair)
    );
    // The place goes with the municipality.
    let of_merged = "from: 2014-06-01, on_behalf_of: cisa-vecchio";
    assert!(expired(of_merged).iter().any(is_at_chair));
    // One who was elected again is still among them.
    let again = "from: 2014-06-01, until: 2019-06-09}, {name: Carlo Bo, from: 2019-06-10";
    assert_eq!(expired(again), [] as [&str; 0]);
}

#[test]
fn a_seat_by_right_of_one_that_is_no_more_is_told() {
    let other = body(
        "Altro",
        "valid: {from: 2010, until: 2020-06-30}\nseats: [{id: p, role: chair, basis: elected, holders: [{name: Ada Neri, from: 2010}]}]\n",
    );
    let expired = |valid: &str| -> Vec<String> {
        let keys = format!(
            "seats:\n  - {{id: q, basis: ex_officio, office: Garante, held_by: altro/p{valid}}}\n"
        );
        let site = site(&keys).file("content/altro.md", &other);
        let found = site.check_in_process().warnings().into_iter();
        found
            .filter(|it| it.starts_with(&format!("expired-mandate {BODY}")))
            .collect()
    };
    assert_eq!(expired(""), [format!("expired-mandate {BODY}:11:58")]);
    assert_eq!(expired(", valid: {until: 2020-06-30}"), [] as [&str; 0]);
}

#[test]
fn the_map_says_who_sits_without_a_vote_and_leaves_out_who_sat() {
    let site = site(&format!(
        "seats:\n{CHAIR}  - {{id: b, role: observer, basis: appointed, voting: false, from: [comune-alba]}}\n\
         \x20 - {{id: c, basis: appointed, count: {{min: 0}}, holders: [{{name: A, on_behalf_of: comune-bra}}, {{name: B, on_behalf_of: comune-fermo, until: 2020, end_reason: Dimissioni}}]}}\n"
    ));
    // There is a map where an organization sits in two bodies.
    let other = format!(
        "members: [comune-alba, comune-bra, cisa-vecchio]\nseats:\n{CHAIR}  - {{id: a, basis: delegate, from: [comune-alba, cisa-vecchio]}}\n"
    );
    let site = site.file("content/altro.md", body("Altro", &other));
    let map = between(&site, "index.html", "<dl>", "</dl>");
    // Members have no seat because they are members, and what was merged sits nowhere.
    let expected = "Altro Comune di Alba Consulta provinciale – Tavolo Comune di Alba (Osservatore, senza voto), Comune di Bra";
    assert!(map.ends_with(expected), "{map}");
}

const ENDING: &str = "terms: [{id: primo, from: 2022-01-01, until: 2026-12-31}, {id: passato, from: 2018, until: 2021}]\n\
     seats:\n  - id: presidente\n    role: chair\n    basis: elected\n    holders:\n      - {name: Ada Neri, term: primo, on_behalf_of: provincia-cuneo}\n  \
     - id: esperti\n    basis: expert\n    count: 4\n    term_months: 60\n    holders:\n      - {name: Ivo Bruni, from: 2022-01-15}\n      \
     - {on_behalf_of: comune-alba, until: 2026-11-21}\n      - {name: Lea Conti, until: 2026-11-20, end_reason: Dimissioni}\n      \
     - {name: Pio Galli, from: 2024, until: 2027}\n      - {vacant: true, until: 2026-12-01}\n  \
     - id: vice\n    basis: elected\n    holders: [{name: Gia Uscita, from: 2020, until: 2026}, {name: Neo Nuovi, from: 2026-03-01}]\n";

#[test]
fn mandates_that_end_within_a_time_are_listed() {
    let site = site(ENDING);
    let run = site.run(&["check", "--mandates", "90d", "--as-of", "2026-11-21"]);
    run.succeeds();
    assert_eq!(
        run.stdout,
        "5 mandates end by 19 February 2027\n\
         2026-11-21  Tavolo: Comune di Alba on the seat `esperti`\n  --> content/tavolo.md:23:44\n\
         2026-12-31  Tavolo: term `primo` of the body\n  --> content/tavolo.md:10:46\n\
         2026-12-31  Tavolo: Ada Neri for Provincia di Cuneo on the seat `presidente`\n  --> content/tavolo.md:16:32\n\
         2027  Tavolo: Pio Galli on the seat `esperti`\n  --> content/tavolo.md:25:46\n\
         2027-01-14  Tavolo: Ivo Bruni on the seat `esperti`\n  --> content/tavolo.md:22:33\n"
    );
    // Whoever follows may come on any day of a month.
    let later = site.replace(BODY, "from: 2026-03-01", "from: 2026-11");
    let run = later.run(&["check", "--mandates", "9d", "--as-of", "2026-11-22"]);
    let told = "One mandate ends by 1 December 2026\n2026  Tavolo: Gia Uscita on the seat `vice`\n";
    assert!(run.stdout.starts_with(told), "{}", run.stdout);
    let last_day = |site: &Site| {
        site.build().succeeds();
        let page = site.page("tavolo/index.html");
        page.contains("Ultimo giorno di Gia Uscita")
    };
    assert!(!last_day(&later));
    let site = later.replace(BODY, "from: 2026-11", "from: 2026-03-01");
    assert!(last_day(&site));
    let run = site.run(&[
        "check",
        "--mandates",
        "1m",
        "--as-of",
        "2026-11-22",
        "--lang",
        "it",
    ]);
    assert_eq!(
        run.stdout,
        "Nessun mandato finisce entro il giorno 22 dicembre 2026\n"
    );
    assert_eq!(run.exit, Some(0));
}

#[test]
fn programs_read_the_mandates_as_json() {
    let run = |time: &str| {
        let site = site(ENDING);
        let run = site.run(&[
            "check",
            "--mandates",
            time,
            "--as-of",
            "2026-11-22",
            "--format",
            "json",
        ]);
        run.succeeds();
        serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap()
    };
    let all = run("1y");
    assert_eq!(
        (&all["version"], &all["as_of"], &all["until"]),
        (&1.into(), &"2026-11-22".into(), &"2027-11-22".into())
    );
    assert_eq!(all["mandates"].as_array().unwrap().len(), 4);
    let first = &all["mandates"][0];
    assert_eq!(
        *first,
        serde_json::json!({
            "until": "2026-12-31", "from": "2022-01-01", "body": {"id": "tavolo", "title": "Tavolo"}, "table": null,
            "seat": null, "term": "primo", "name": null, "person": null, "organization": null, "file": "content/tavolo.md",
            "line": 10, "column": 46, "end_line": 10, "end_column": 56, "start": first["start"], "end": first["end"],
        })
    );
    assert_eq!(all["mandates"][1]["organization"]["id"], "provincia-cuneo");
    assert_eq!(run("0d")["mandates"].as_array().unwrap().len(), 0);
}

#[test]
fn a_time_that_is_none_cannot_be_asked_for() {
    let site = site(ENDING);
    for time in ["", "90", "d", "-1d", "3w", "1.5y", "99999999999d"] {
        let run = site.run(&["check", &format!("--mandates={time}")]);
        run.cannot_run("this is not a time");
    }
    let run = site.run(&["check", "--mandates", "9d", "--format", "sarif"]);
    run.cannot_run("`--format human` or `--format json`");
    let run = site
        .replace(BODY, "basis: expert", "basis: esperto")
        .run(&["check", "--mandates", "9d"])
        .exit;
    assert_eq!(run, Some(1));
}

/// Organizations of which some end, and bodies that end, begin later or hold seats of those.
const ENDED: [(&str, &str); 5] = [
    (
        "Fusa",
        "changes: [{kind: establishment, date: 2010-05-01}, {kind: lapse, date: 2022-02-01}, {kind: merger, date: 2023-06-01, into: consulta}]\n\
         members: [comune-alba, cisa-vecchio, tardi]\n\
         seats:\n  - {id: capo, role: chair, basis: elected, term_months: 60, holders: [{name: Ada Capo, from: 2020-01-01}]}\n  \
         - {id: esperti, basis: expert, count: 3, holders: [{name: Ugo Esperto, from: 2020-01-01}, {name: Lea Esperta}, {name: Pio Anno, until: 2023}]}\n  \
         - {id: delegati, basis: delegate, each: members, holders: [{name: Ivo Tardi, on_behalf_of: tardi, from: 2020-01-01}]}\n  \
         - {id: ospite, basis: ex_officio, office: Garante, held_by: consulta/esperto}\n  \
         - {id: vecchio, basis: ex_officio, office: Decano, held_by: ospite/decano}\n",
    ),
    (
        "Futura",
        "valid: {from: 2030-01-01}\nseats:\n  - {id: capo, role: chair, basis: elected, holders: [{name: Eva Futura}]}\n",
    ),
    (
        "Ospite",
        "valid: {from: 2000-01-01}\n\
         seats:\n  - {id: p, role: chair, basis: ex_officio, office: Capo, holders: [{name: Bo Ri, from: 2020-01-01}]}\n  \
         - {id: f, basis: ex_officio, office: Capo futuro, held_by: futura/capo}\n  \
         - {id: e, basis: representative, title: Esperti ospiti, held_by: fusa/esperti}\n  \
         - {id: m, basis: representative, title: Delegati ospiti, held_by: fusa/delegati}\n  \
         - {id: d, basis: representative, title: Decano ospite, held_by: ospite/decano, valid: {from: 2005, until: 2009}}\n  \
         - {id: decano, basis: expert, title: Decano, valid: {until: 2021-12-31}, holders: [{name: Ida Decana}]}\n  \
         - {id: v, basis: ex_officio, office: Comandante, from: [chiuso], holders: [{vacant: true, from: 2016-10-15}]}\n",
    ),
    (
        "Scaduta",
        "valid: {until: 2023-05-31}\nchanges: [{kind: lapse, date: 2022-06-01}]\nseats:\n  - {id: p, role: chair, basis: elected}\n\
         tables: [{id: t, title: Tavolo, changes: [{kind: suspension, date: 2021-03-01}, {kind: closing, date: 2022-03-01}], seats: [{id: a, basis: expert}]}]\n",
    ),
    (
        "Mozza",
        "changes: [{kind: closing, date: 2023-06-01}]\nterms: [{id: a, from: 2020-01-01, until: 2025-12-31}]\n\
         seats:\n  - {id: p, role: chair, basis: elected, holders: [{name: Zoe Mozza, term: a}, {name: Pia Dopo, from: 2024-01-01}]}\n  \
         - {id: q, basis: expert, valid: {until: 2021}, holders: [{name: Rita Oltre, from: 2020-01-01, until: 2022-03-01}]}\n",
    ),
];

#[test]
fn what_has_ended_or_has_not_begun_bounds_what_is_told_of_mandates() {
    let [bodies @ .., (mozza, at_fault)] = ENDED;
    let enti = "organizations:\n  - {id: chiuso, title: Ente Chiuso, kind: association, changes: [{kind: closing, date: 2020-01-01}]}\n  \
         - {id: tardi, title: Ente Tardi, kind: association, changes: [{kind: merger, date: 2025-03-01, into: cisa-nuovo}]}\n";
    let settings = "[calendars]\nmandates = true\n\n[[menus.main]]";
    let mut site = bodies
        .into_iter()
        .fold(site(&format!("seats:\n{CHAIR}")), |site, (title, keys)| {
            let file = format!("content/{}.md", title.to_lowercase());
            site.file(&file, body(title, keys))
        })
        .file("content/altri.yaml", enti)
        .replace("site.toml", "[[menus.main]]", settings);
    assert_eq!(site.build_json().errors(), [""; 0]);
    for (page, said, not_said) in [
        (
            "fusa/index.html",
            &[
                "non più attivo Fusa",
                "Decadenza: 1º febbraio 2022 Fusione: confluisce in Consulta provinciale (1º giugno 2023) Composizione al 31 maggio 2023",
                "Periodo di attività: 1º maggio 2010 – 31 maggio 2023",
                "Enti che ne fanno parte Comune di Alba Comune Ente Tardi Associazione Che",
                "1º luglio 2018 CISA Vecchio – Fusione",
            ][..],
            // Who leaves with the body, or came nobody knows when; what became of a member later.
            &[
                "Ultimo giorno di Anna",
                "Entra Lea",
                "Entra Ida",
                "Ente Tardi – Fusione",
                "Ultimo giorno di Ugo",
            ][..],
        ),
        (
            "ospite/index.html",
            &[
                "In futuro Capo futuro Eva Futura ",
                // As many places as on the last day, when another member was there; nobody can sit there.
                "Esperti ospiti in rappresentanza 3 posti di diritto per un altro incarico: Persone esperte – Fusa",
                "Delegati ospiti in rappresentanza 2 posti di diritto per un altro incarico: Delegati – Fusa",
                // With that body they left this one, which goes on; of nobody a first day is made up.
                "31 maggio 2023 Ultimo giorno di Ugo Esperto (Esperti ospiti) Ultimo giorno di Lea Esperta (Esperti ospiti) ",
                "Lea Esperta fino al 31 maggio 2023 Pio Anno fino al 2023",
                "Decano ospite Ida Decana fino al 2009 Decano Ida Decana fino al 31 dicembre 2021",
            ],
            &[
                "Entra Eva",
                "Capo futuro titolare non indicato",
                "Entra Lea",
                "Entra Pio",
                "Entra Ida",
                "dal 1º gennaio 2000 Esperti",
                "Ultimo giorno di Ida",
            ],
        ),
        (
            "scaduta/index.html",
            &[
                "Decadenza: 1º giugno 2022 Fine dell’attività: 31 maggio 2023 Composizione al 31 maggio 2023",
                "Tavolo Sospensione: 1º marzo 2021 Chiusura: 1º marzo 2022 Composizione al 28 febbraio 2022",
                "Periodo di attività: fino al 28 febbraio 2022 non più attivo",
            ],
            &[],
        ),
        (
            "enti/chiuso/index.html",
            &[
                "non più attivo Ente Chiuso",
                "In passato Comandante di diritto, per la carica Ospite Vi sedeva",
            ],
            &["posto vacante"],
        ),
    ] {
        let page = text_of(&site.page(page));
        for it in said {
            assert!(page.contains(it), "{it} is not in\n{page}");
        }
        for it in not_said {
            assert!(!page.contains(it), "{it} is in\n{page}");
        }
    }
    let feed = site.page("ospite/feed.xml");
    assert!(feed.contains("31 maggio 2023: Ugo Esperto"), "{feed}");
    assert!(!feed.contains("2000: Lea"), "{feed}");
    // The time of the seat of the chair is longer than that of the body.
    let calendar = site.page("fusa/calendar.ics");
    let days: Vec<&str> = (calendar.lines())
        .filter_map(|it| it.strip_prefix("DTSTART;VALUE=DATE:"))
        .collect();
    assert_eq!(days, ["20211231", "20230531"]);
    let days = ["check", "--mandates", "60d", "--as-of", "2023-05-01"];
    let run = site.run(&days);
    let told = "2023-05-31  Fusa: Ada Capo on the seat `capo`\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    // Whoever writes a date outside learns it.
    site = site.file("content/mozza.md", body(mozza, at_fault));
    let faults = site.check().stderr;
    for place in ["11:42", "13:103", "14:104"] {
        assert!(
            faults.contains(&format!("content/mozza.md:{place}")),
            "{place}: {faults}"
        );
    }
    assert_eq!(faults.matches("error[").count(), 3, "{faults}");
}
