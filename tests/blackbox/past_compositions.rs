//! The pages of past compositions: which there are, what they say, and that they say what the site of that day said.

use crate::in_process::{Published, day, fresh_turn, options, turn};
use crate::memory_sources::MemorySources;
use crate::site::Site;

const BODY: &str = "content/tavolo.md";

/// A body of thirty years: holders one after another, a substitute, vacancies, seats that come and go, one for each
/// member, a merger of an organization, a lapse.
const THIRTY_YEARS: &str = "\
valid: {from: 1995-03-01}
members: [provincia-cuneo, consorzio]
changes:
  - {kind: lapse, date: 2016-04-30}
  - {kind: reconstitution, date: 2018-02-01}
seats:
  - id: presidente
    role: chair
    basis: elected
    holders:
      - {name: Ada Neri, from: 1995-03-01, until: 2000-06-30}
      - {name: Ivo Bruni, from: 2000-06-30, until: 2008}
      - {name: Lea Conti, from: 2008, until: 2016-04-30, end_reason: Decadenza}
      - {name: Pio Galli, from: 2018-02-01, until: 2021-09-12}
      - {vacant: true, from: 2021-09-13, until: 2022-10}
      - {name: Rosa Valli, from: 2022-11-01}
  - id: delegati
    basis: delegate
    each: members
    holders:
      - {name: Ugo Ferri, on_behalf_of: provincia-cuneo, from: 1995-03-01, until: 2004-12-31}
      - {name: Nino Serra, on_behalf_of: provincia-cuneo, from: 2004-12-31, until: 2016-04-30}
      - {name: Ines Riva, on_behalf_of: consorzio, from: 1997-05, until: 2011-06-30}
      - {name: Olga Poli, on_behalf_of: consorzio, substitutes: Ines Riva, from: 2003-01-01, until: 2006-03-31}
      - {name: Ezio Mari, on_behalf_of: provincia-cuneo, from: 2018-02-01}
  - id: esperti
    basis: expert
    count: 2
    valid: {from: 2002-01-01, until: 2019-12-31}
    holders:
      - {name: Dina Longo, from: 2002-01-01, until: 2010-05-05}
      - {name: Remo Testa, from: 2002-01-01, acting: true, until: 2014-03}
tables:
  - id: tecnico
    title: Tavolo tecnico
    valid: {from: 1995-12-03, until: 2022-05-06}
    seats:
      - id: coordinatore
        role: technical_coordinator
        basis: appointed
        holders:
          - {name: Mina Sala, from: 1995-12-03, until: 1999-12-31}
          - {name: Elio Costa, from: 2013-07-01, act: delibera-1}
";

fn site(keys: &str) -> Site {
    Site::new()
        .replace("site.toml", "theme = \"mini\"", "theme = \"civico\"")
        .file(
            "content/enti.yaml",
            "organizations:\n  - {id: consorzio, title: Consorzio, kind: consortium, valid: {from: 1997-05, until: 2011-06-30}, \
             changes: [{kind: merger, date: 2011-07-01, into: provincia-cuneo}]}\n",
        )
        .file(
            BODY,
            format!(
                "---\ntype: body\ntitle: Tavolo\nsummary: S.\nkind: coordination\n\
                 authority: provincia-cuneo\nlegal_basis: [{{act: delibera-1, relation: establishes}}]\n\
                 activities: [{{id: a, text: Fa.}}]\n{keys}---\n"
            ),
        )
}

/// The last parts of the addresses of the past compositions of the body.
fn keys(site: &Site) -> Vec<String> {
    let built = site.built();
    let pages = built.keys().filter_map(|path| {
        let below = path.strip_prefix("tavolo/composizione/")?;
        Some(below.strip_suffix("/index.html")?.to_owned())
    });
    pages.collect()
}

/// The tables of seats on a page, without the addresses of links, which depend on where the page is.
fn tables(page: &str) -> Vec<String> {
    let tables = page.split("<table class=\"seats\">").skip(1);
    let tables = tables.map(|rest| rest.split("</table>").next().unwrap_or_default());
    let without_addresses = tables.map(|table| {
        let mut pieces = table.split("href=\"");
        let first = pieces.next().unwrap_or_default().to_owned();
        let rest = pieces.map(|it| it.split_once('"').map_or(it, |(_, rest)| rest));
        rest.fold(first, |text, piece| text + piece)
            // Where the members are not listed, no link leads to them.
            .replace("<a >uno per", "uno per")
            .replace("che ne fa parte</a>", "che ne fa parte")
    });
    without_addresses.collect()
}

#[test]
fn a_past_composition_is_what_the_site_showed_on_that_day() {
    let site = site(THIRTY_YEARS).before_its_days();
    site.build().succeeds();
    let years = keys(&site);
    let expected = [
        "1995", "1997", "2000", "2002", "2003", "2004", "2005", "2006", "2008", "2010", "2011",
        "2013", "2014", "2016", "2018", "2020", "2021",
    ];
    assert_eq!(years, expected);
    let mut seen = Vec::new();
    for year in years {
        let past = tables(&site.page(&format!("tavolo/composizione/{year}/index.html")));
        let day = format!("{year}-12-31");
        site.run(&["build", "--as-of", &day, "--out", "then"])
            .succeeds();
        let then = std::fs::read_to_string(site.path("then/tavolo/index.html")).unwrap();
        // Of a body that has lapsed no seats are told.
        assert_eq!(past.len(), if year == "2016" { 1 } else { 2 }, "{year}");
        assert_eq!(past, tables(&then), "{year}");
        seen.push(past);
    }
    // Nobody sat there, and the page says why.
    let lapsed = site.page("tavolo/composizione/2016/index.html");
    assert!(
        lapsed.contains("<p>Decadenza: 30 aprile 2016</p>"),
        "{lapsed}"
    );
    let before = site.page("tavolo/composizione/2014/index.html");
    assert!(!before.contains("Decadenza"), "{before}");
    seen.dedup();
    assert!(seen.len() >= 12, "{}", seen.len());
}

const LAPSED: &str = "\
changes:
  - {kind: establishment, date: 2012-01-01}
  - {kind: lapse, date: 2025-01-01}
seats:
  - id: presidente
    role: chair
    basis: elected
    holders:
      - {name: Ada Neri, from: 2012-01-01, until: 2014-05-01}
      - {name: Bea Poli, from: 2014-05-02, until: 2025-01-01}
  - {id: esperti, basis: expert, subject: clima, count: 2, valid: {from: 2020-01-01}}
tables:
  - id: nuovo
    title: Tavolo nuovo
    valid: {from: 2021-01-01, until: 2023-12-31}
    seats: [{id: membri, basis: expert, count: 4}]
";

#[test]
fn a_past_composition_shows_nothing_of_the_time_after() {
    let site = site(LAPSED).before_its_days();
    site.build().succeeds();
    assert_eq!(keys(&site), ["2012", "2014", "2020"]);
    let past = site.page("tavolo/composizione/2014/index.html");
    for later in ["clima", "Tavolo nuovo", "Decadenza"] {
        assert!(!past.contains(later), "{later}: {past}");
    }
    assert!(
        past.contains(">Composizione al 31 dicembre 2014: </span>1 posto"),
        "{past}"
    );
    // Above the composition of today is the day, and that nobody sits there any more.
    let today = site.page("tavolo/index.html");
    let (above, caption) = today.split_once("<caption>").unwrap();
    assert!(
        above.contains("<p>Decadenza: 1º gennaio 2025</p>"),
        "{above}"
    );
    assert!(
        caption.starts_with("<span data-pagefind-ignore>Composizione al"),
        "{caption}"
    );
}

#[test]
fn there_is_a_place_for_each_organization_that_exists_on_the_day() {
    let seats = "members: [consorzio, unione, provincia-cuneo]\nseats:\n  - {id: delegati, basis: delegate, each: members}\n  - {id: altri, basis: delegate, each: [consorzio, provincia-cuneo]}\n  - {id: terzi, basis: delegate, each: [consorzio, provincia-cuneo], count: 1}\n";
    let union = "  - {id: unione, title: Unione, kind: consortium";
    let ended = ", changes: [{kind: closing, date: 2015-01-01}]";
    let organizations = |ended: &str| {
        format!(
            "organizations:\n  - {{id: consorzio, title: Consorzio, kind: consortium, changes: [{{kind: merger, date: 2011-07-01, into: provincia-cuneo}}]}}\n{union}{ended}}}\n"
        )
    };
    let site = site(seats).before_its_days();
    site.put("content/enti.yaml", organizations(""));
    let shown = |site: &Site, day: &str| {
        site.run(&["build", "--as-of", day, "--out", "then"])
            .succeeds();
        let page = std::fs::read_to_string(site.path("then/tavolo/index.html")).unwrap();
        let (_, rest) = page.split_once(": </span>").unwrap();
        rest.split(['<', ';', '.']).next().unwrap().to_owned()
    };
    assert_eq!(shown(&site, "2010-01-01"), "6 posti");
    assert_eq!(shown(&site, "2026-11-21"), "4 posti");
    // What becomes of one is seen by a process that goes on from the last.
    site.put("content/enti.yaml", organizations(ended));
    assert_eq!(shown(&site, "2026-11-21"), "3 posti");
    assert_eq!(shown(&site, "2014-12-31"), "4 posti");
}

#[test]
fn terms_that_are_over_have_a_page_as_they_were_at_their_end() {
    let terms = "terms:\n  - {id: primo, from: 2009-06-01, until: 2014-06-01}\n  - {id: secondo, from: 2014-06-01, until: 2019}\n  \
                 - {id: terzo, from: 2024-01-01}\n";
    let seats = "seats:\n  - id: presidente\n    role: chair\n    basis: elected\n    holders:\n      - {name: Ada Neri, term: primo}\n      \
                 - {name: Ivo Bruni, term: secondo}\n      - {name: Lea Conti, term: terzo}\n";
    let site = site(&(terms.to_owned() + seats));
    site.build().succeeds();
    assert_eq!(keys(&site), ["primo", "secondo"]);
    let first = site.page("tavolo/composizione/primo/index.html");
    for expected in [
        "<title>Tavolo – Composizione al 31 maggio 2014",
        "Questa pagina mostra la composizione com’era il 31 maggio 2014",
        "<a href=\"../../../tavolo/index.html\">Vedi la composizione di oggi</a>",
        "<a href=\"../../../tavolo/composizione/secondo/index.html\">Composizione al 1º gennaio 2019</a>",
        "Ada Neri",
    ] {
        assert!(first.contains(expected), "{expected} in {first}");
    }
    assert!(!first.contains("Ivo Bruni") && !first.contains("Lea Conti"));
    let second = site.page("tavolo/composizione/secondo/index.html");
    assert!(second.contains("Ivo Bruni") && !second.contains("Ada Neri"));
    let today = site.page("tavolo/index.html");
    assert!(today.contains("<summary>Composizioni precedenti</summary>"));
    assert!(today.contains("<a href=\"../tavolo/composizione/primo/index.html\">"));
}

#[test]
fn today_is_the_canonical_page_in_every_language() {
    let site = site(THIRTY_YEARS)
        .replace(
            "site.toml",
            "theme = \"civico\"",
            "theme = \"civico\"\nlanguages = [\"it\", \"de\"]",
        )
        .file(
            "content/tavolo.de.md",
            "---\ntitle: Tisch\nsummary: S.\n---\n",
        );
    site.build().succeeds();
    let page = site.page("tavolo/composizione/2000/index.html");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://consulte.example/sito/tavolo/\">")
    );
    assert!(!page.contains("rel=\"alternate\" hreflang"), "{page}");
    // On paper stands where this very page is.
    assert!(
        page.contains("<bdi>https://consulte.example/sito/tavolo/composizione/2000/</bdi>"),
        "{page}"
    );
    assert!(page.contains("href=\"../../../de/tavolo/composizione/2000/index.html\""));
    let german = site.page("de/tavolo/composizione/2000/index.html");
    assert!(
        german
            .contains("<link rel=\"canonical\" href=\"https://consulte.example/sito/de/tavolo/\">")
    );
    assert!(german.contains("Diese Seite zeigt die Zusammensetzung vom 31. Dezember 2000"));
    assert!(!site.page("sitemap.xml").contains("composizione"));
}

#[test]
fn an_editors_page_at_the_address_is_an_error() {
    let page = "---\ntitle: Duemila\nsummary: S.\n---\n";
    let site = site(THIRTY_YEARS).file("content/tavolo/composizione/2000.md", page);
    site.build_json()
        .fails_with(&["duplicate-address content/tavolo.md:1"]);
    let found = site.check_in_process().findings();
    let found = found.iter().find(|it| it.severity == "error").unwrap();
    assert_eq!(found.related, "content/tavolo/composizione/2000.md:1:1");
    assert!(
        found.message.contains("/tavolo/composizione/2000/"),
        "{}",
        found.message
    );
    let moved = site.replace(
        "site.toml",
        "theme = ",
        "paths = {composition = \"passato\"}\ntheme = ",
    );
    moved.build().succeeds();
    assert!(moved.built().contains_key("tavolo/passato/2000/index.html"));
}

#[test]
fn a_draft_has_no_past_and_neither_has_what_is_not_known() {
    let draft = site(&format!("draft: true\n{THIRTY_YEARS}"));
    draft.build().succeeds();
    assert_eq!(keys(&draft), [""; 0]);
    let unknown = site(
        "seats:\n  - {id: a, role: chair, basis: elected, valid: {from: 2010, until: 2012}}\n  - {id: b, basis: elected}\n",
    );
    unknown.build().succeeds();
    assert_eq!(keys(&unknown), [""; 0]);
}

#[test]
fn a_body_has_at_most_two_hundred_past_compositions() {
    let holders = (1700..2020).map(|year| {
        format!(
            "      - {{name: P {year}, from: {year}-02-01, until: {}-02-01}}\n",
            year + 1
        )
    });
    let holders: String = holders.collect();
    let site = site(&format!(
        "seats:\n  - id: a\n    role: chair\n    basis: elected\n    holders:\n{holders}"
    ));
    site.build();
    let years = keys(&site);
    assert_eq!((years.len(), &*years[0]), (200, "1700"));
}

#[test]
fn when_a_year_is_over_its_composition_gets_a_page() {
    let files = crate::fixtures::full_files();
    let sources = MemorySources::new(&files);
    let mut workspace = raccordo::build::Workspace::new(options());
    let mut published = Published::default();
    for later in [0, 1, 400, 399, 800] {
        let changes = match later {
            0 => sources.everything(),
            _ => raccordo::base::source::Changes::default(),
        };
        let outcome = turn(&mut workspace, &sources, changes, day(later));
        published.take(outcome.update.unwrap());
        let fresh = fresh_turn(&options(), &sources, day(later));
        assert_eq!(
            published.0,
            Published::of(fresh.update.unwrap()).0,
            "{later}"
        );
    }
}

#[test]
fn a_search_does_not_find_the_past() {
    let searched = |site: Site| {
        let site = site.replace("site.toml", "enabled = false", "enabled = true");
        site.build().succeeds();
        let entry = site.page("pagefind/pagefind-entry.json");
        let entry: serde_json::Value = serde_json::from_str(&entry).unwrap();
        entry["languages"]["it"]["page_count"].as_u64().unwrap()
    };
    let today = "seats:\n  - {id: a, role: chair, basis: elected}\n";
    assert_eq!(searched(site(THIRTY_YEARS)), searched(site(today)));
}

/// The lines of the timeline of the body, without tags.
fn timeline(site: &Site) -> Vec<String> {
    let page = site.page("tavolo/index.html");
    let Some((_, rest)) =
        page.split_once("<ol class=\"timeline\">\n    <li>\n      <time datetime=\"1995")
    else {
        return Vec::new();
    };
    let list = rest.split("</ol>").next().unwrap_or_default();
    let lines = list.split("<li>").map(|item| {
        let pieces = item
            .split('<')
            .map(|it| it.split_once('>').map_or("", |(_, text)| text));
        let text: String = pieces.collect::<Vec<_>>().join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    lines.collect()
}

#[test]
fn the_page_of_a_body_tells_what_has_happened_in_the_order_of_time() {
    let site = site(THIRTY_YEARS).replace(
        "content/documents.yaml",
        "kind: resolution,",
        "kind: resolution, date: 2010-02-03,",
    );
    site.build().succeeds();
    let lines = timeline(&site);
    for expected in [
        "Inizia: Tavolo Entra Ada Neri (Presidente) Entra Ugo Ferri (Delegato – Provincia di Cuneo)",
        "maggio 1997 Entra Ines Riva (Delegato – Consorzio)",
        "1º gennaio 2002 Nuovo posto: Persona esperta Entra Dina Longo (Persona esperta) Entra Remo Testa, facente funzioni (Persona esperta)",
        "2008 Ultimo giorno di Ivo Bruni (Presidente) Entra Lea Conti (Presidente)",
        "1º luglio 2011 Consorzio – Fusione: confluisce in Provincia di Cuneo",
        "13 settembre 2021 Posto vacante: Presidente",
        "3 dicembre 1995 Inizia: Tavolo tecnico – Tavolo Entra Mina Sala (Coordinamento tecnico, Tavolo tecnico)",
        "6 maggio 2022 Finisce: Tavolo tecnico – Tavolo",
        "1º febbraio 2018 Tavolo : Ricostituzione Entra Pio Galli (Presidente) Entra Ezio Mari (Delegato – Provincia di Cuneo)",
    ] {
        assert!(
            lines.iter().any(|line| line.ends_with(expected)),
            "{expected} in {lines:#?}"
        );
    }
    assert!(
        lines
            .iter()
            .any(|line| line.contains("Atto: Delibera 1 del 2010")),
        "{lines:#?}"
    );
    assert!(
        lines
            .last()
            .unwrap()
            .contains("Entra Rosa Valli (Presidente)"),
        "{lines:#?}"
    );
}

#[test]
fn a_timeline_that_would_only_repeat_the_changes_is_left_out() {
    let site = site(
        "changes: [{kind: lapse, date: 1995}]\nlegal_basis: []\nseats:\n  - {id: a, role: chair, basis: elected}\n",
    )
    .replace(BODY, "legal_basis: [{act: delibera-1, relation: establishes}]\n", "");
    site.build().succeeds();
    assert!(!site.page("tavolo/index.html").contains("Cronologia"));
}

#[test]
fn who_sits_by_right_of_another_seat_comes_and_goes_with_it() {
    let seats = "seats:\n  - {id: esperto, role: chair, basis: ex_officio, office: Garante, held_by: consulta/esperto, valid: {from: 2015-01-01}}\n";
    let mut site = site(seats).replace(
        "content/consulta.md",
        "    holders:\n",
        "    holders:\n      - {name: Ugo Ferri, from: 2011-05-01, until: 2018-03-31}\n",
    );
    let lines = |site: &Site| {
        let page = site.page("tavolo/index.html");
        let (_, rest) = page.split_once("<ol class=\"timeline\">").unwrap();
        let (timeline, _) = rest.split_once("</ol>").unwrap();
        timeline.to_owned()
    };
    site.build().succeeds();
    assert_eq!(keys(&site), ["2015"]);
    let past = site.page("tavolo/composizione/2015/index.html");
    assert!(
        past.contains("Ugo Ferri") && !past.contains("Anna Rossi"),
        "{past}"
    );
    let timeline = lines(&site);
    for said in [
        "1º gennaio 2015",
        "31 marzo 2018",
        "1º gennaio 2024",
        "Ugo Ferri",
        "Anna Rossi",
        "Garante",
    ] {
        assert!(timeline.contains(said), "{said}: {timeline}");
    }
    assert!(!timeline.contains("2011"), "{timeline}");
    // What changes there changes here, too.
    site = site.replace(
        "content/consulta.md",
        "from: 2011-05-01",
        "from: 2016-05-01",
    );
    site.build().succeeds();
    assert_eq!(keys(&site), ["2016"]);
    assert!(lines(&site).contains("1º maggio 2016"));
}

#[test]
fn a_place_that_goes_with_an_organization_makes_a_past() {
    let site = site(
        "members: [provincia-cuneo, consorzio]\nseats:\n  - id: delegati\n    basis: delegate\n    each: members\n    holders: [{name: Ugo Ferri, on_behalf_of: provincia-cuneo, from: 2005-02-01}]\n",
    );
    site.build().succeeds();
    assert_eq!(keys(&site), ["2005"]);
    let past = site.page("tavolo/composizione/2005/index.html");
    assert!(past.contains("</span>2 posti"), "{past}");
}

const TERM_OF_FIVE_YEARS: &str = "\
terms: [{id: \"2020-2025\", from: 2020-01-01, until: 2025-12-31}, {id: \"2027\", from: 2026-01-01, until: 2027}]
seats:
  - id: presidente
    role: chair
    basis: elected
    holders:
      - {name: Ada Neri, from: 2020-01-01, until: 2021-12-31}
      - {name: Ivo Bruni, from: 2022-01-01, until: 2023-05-05}
      - {name: Lea Conti, from: 2023-05-06, until: 2025-12-31}
      - {name: Pio Galli, term: \"2027\"}
";

const FOUR_EXPERTS: &str = "\
seats:
  - id: presidente
    role: chair
    basis: elected
    holders: [{name: Ada Neri, from: 2020-01-01, until: 2021-12-31}, {name: Ivo Bruni, from: 2022-01-01}]
  - id: esperti
    basis: expert
    count: 4
    holders: [{name: A, from: 2026-01-01}, {name: B, from: 2026-01-01}, {name: C, from: 2026-01-01, until: 2027-01-31}, {name: D, from: 2026-01-01}, {name: E, from: 2012-01-01, until: 2013-06-30}]
";

#[test]
fn a_past_composition_that_has_a_page_has_one_on_every_later_day() {
    let site = site(THIRTY_YEARS);
    let text = std::fs::read_to_string(site.path(BODY)).unwrap();
    for (number, keys) in [LAPSED, TERM_OF_FIVE_YEARS, FOUR_EXPERTS]
        .iter()
        .enumerate()
    {
        let other = text.replace(THIRTY_YEARS, keys);
        site.put(&format!("content/altro-{number}.md"), other);
    }
    let of_a_year = TERM_OF_FIVE_YEARS.replace("2020-2025", "2022");
    site.put("content/altro-3.md", text.replace(THIRTY_YEARS, &of_a_year));
    let sources = crate::fixtures::visible_files(site.path("").as_path());
    let sources = MemorySources::new(&sources).with_embedded_theme();
    let mut workspace = raccordo::build::Workspace::new(raccordo::build::Options::default());
    let mut before = std::collections::BTreeSet::new();
    // From 1994 to 2030, and each day around a new year.
    let days = (-12_000..1_400).filter(|day| day % 211 == 0 || (-330..-322).contains(day));
    let days: Vec<i64> = days.collect();
    for (turns, number) in days.into_iter().enumerate() {
        let changes = match turns {
            0 => sources.everything(),
            _ => raccordo::base::source::Changes::default(),
        };
        turn(&mut workspace, &sources, changes, day(number));
        let now = workspace.addresses();
        let gone: Vec<_> = before.difference(&now).collect();
        assert!(gone.is_empty(), "{number}: {gone:?}");
        before = now;
    }
    for page in [
        "/tavolo/composizione/1995/",
        "/altro-1/composizione/2020/",
        "/altro-1/composizione/2022/",
        "/altro-1/composizione/2020-2025/",
        "/altro-1/composizione/2027/",
        "/altro-2/composizione/2020/",
        "/altro-2/composizione/2026/",
        // The year of which a term has the address.
        "/altro-3/composizione/2022/",
        "/altro-3/composizione/2022-12-31/",
    ] {
        assert!(before.contains(page), "{page} in {before:?}");
    }
    // One expert of four is no composition.
    assert!(!before.contains("/altro-2/composizione/2012/"));
    assert!(!before.contains("/altro-1/composizione/2023/"));
}

#[test]
fn the_page_of_a_past_composition_goes_with_its_body_and_comes_with_its_day() {
    let mut site = site(THIRTY_YEARS).before_its_days();
    let urls = |site: &Site, more: &[&str]| {
        let run = site.run(&[&["urls", "--as-of", crate::site::AS_OF], more].concat());
        run.succeeds();
        run.stdout
    };
    urls(&site, &["--accept"]);
    // On a day of the past there are not yet all pages.
    site.run(&["check", "--as-of", "2001-05-05"]).succeeds();
    // A body that moves takes its past along.
    let text = std::fs::read_to_string(site.path(BODY)).unwrap();
    site = site.without(BODY).file("content/nuovo/tavolo.md", text);
    let run = site.check();
    assert_eq!(
        run.stderr.matches("[lost-address]").count(),
        1,
        "{}",
        run.stderr
    );
    site.run(&["check", "--fix", "--as-of", crate::site::AS_OF])
        .succeeds();
    let listed = urls(&site, &[]);
    for page in [
        "/tavolo/",
        "/tavolo/composizione/2000/",
        "/nuovo/tavolo/composizione/2000/",
    ] {
        assert!(listed.lines().any(|it| it == page), "{page}: {listed}");
    }
    // Of whom a date was wrong, the page of today does not take the place.
    let text = std::fs::read_to_string(site.path("content/nuovo/tavolo.md")).unwrap();
    let other = text.replace("1995-", "1996-");
    site.put("content/nuovo/tavolo.md", other);
    let run = site.run(&["check", "--fix", "--as-of", crate::site::AS_OF]);
    assert_eq!(run.exit, Some(1));
    for said in [
        "urls.txt:",
        "/tavolo/composizione/1995/",
        "does not show who sat there then",
    ] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    let text = std::fs::read_to_string(site.path("content/nuovo/tavolo.md")).unwrap();
    assert!(!text.contains("composizione/1995"), "{text}");
}

/// Ends of which only the year is known, and somebody who came at a time that nobody wrote.
const HALF_KNOWN: &str = "\
members: [provincia-cuneo, comune-alba, consorzio]
seats:
  - {id: a, role: chair, basis: elected, count: 2, holders: [{name: Bo Ri, from: 2008, until: 2011}, {name: Ugo Po, from: 2011}]}
  - {id: b, basis: delegate, each: members, holders: [{name: Ada Neri, on_behalf_of: comune-alba, from: 2005}, \
     {name: Lea Conti, on_behalf_of: consorzio, from: 2005, until: 2011}, {name: Ivo Re, on_behalf_of: provincia-cuneo, from: 2005, until: 2007}, {name: Pio Riva, on_behalf_of: provincia-cuneo}]}
  - {id: c, basis: expert, holders: [{name: Ezio Mari, from: 2015-02-01}]}
";

#[test]
fn what_may_have_ended_before_the_last_day_of_a_year_is_not_told_of_it() {
    let site = site(HALF_KNOWN)
        .replace(
            "content/enti.yaml",
            "until: 2011-06-30}, changes: [{kind: merger, date: 2011-07-01,",
            "until: 2011}, changes: [{kind: merger, date: 2011,",
        )
        .before_its_days();
    site.build().succeeds();
    assert_eq!(keys(&site), ["2005", "2007", "2008", "2011"]);
    for (year, said, not_said) in [
        (
            "2005",
            &["3 posti", "Ivo Re", "Lea Conti"][..],
            &["Pio Riva", "4 posti"][..],
        ),
        ("2007", &["3 posti", "Lea Conti"], &["Ivo Re", "Pio Riva"]),
        ("2008", &["Bo Ri", "Lea Conti"], &["Ivo Re"]),
        (
            "2011",
            &["Ugo Po", "2 posti, uno per ogni ente"],
            &["Bo Ri", "Lea Conti", "Consorzio"],
        ),
    ] {
        let past = tables(&site.page(&format!("tavolo/composizione/{year}/index.html"))).concat();
        for words in said {
            assert!(past.contains(words), "{words} in {year}: {past}");
        }
        for words in not_said {
            assert!(!past.contains(words), "{words} in {year}: {past}");
        }
    }
}

#[test]
fn at_the_end_of_a_term_of_which_only_the_year_is_known_nobody_sits_who_came_in_that_year() {
    let site = site(
        "terms: [{id: u, from: 2010, until: 2015}]\nseats:\n  - {id: p, role: chair, basis: elected, holders: [{name: Bo Ri, from: 2010, until: 2015}, {name: Eva Po, from: 2015}]}\n  \
         - {id: q, basis: elected, holders: [{name: Ugo Riva, term: u}, {name: Ada Neri, from: 2015}]}\n",
    )
    .before_its_days();
    site.build().succeeds();
    let past = tables(&site.page("tavolo/composizione/u/index.html")).concat();
    for (name, sat) in [
        ("Bo Ri", true),
        ("Ugo Riva", true),
        ("Eva Po", false),
        ("Ada Neri", false),
    ] {
        assert_eq!(past.contains(name), sat, "{name}: {past}");
    }
}

/// A table that its period ends, one that a change closes, and holders of whom only the end is known.
const ENDED: &str = "\
seats:
  - {id: capo, role: chair, basis: elected, holders: [{name: Ada Neri, until: 2016-08-31}, {name: Lea Conti, from: 2016-09}]}
  - {id: altri, basis: elected, count: 2, holders: [{vacant: true, until: 2024}, {name: Bo Ri, from: 2008, until: 2022}]}
tables:
  - {id: uno, title: Tavolo uno, valid: {until: 2009-12-31}, seats: [{id: a, basis: expert, count: 2, holders: [{name: Ugo Po, from: 2008}, {vacant: true}]}]}
  - {id: due, title: Tavolo due, changes: [{kind: closing, date: 2010-01-01}], seats: [{id: a, basis: expert, count: 2, holders: [{name: Ugo Po, from: 2008}, {vacant: true}]}]}
  - {id: tre, title: Tavolo tre, seats: [{id: a, basis: expert, holders: [{name: Ivo Re, from: 2009-03, until: 2011}]}]}
";

#[test]
fn of_a_past_day_only_who_is_known_to_have_begun_is_named_and_what_had_ended_is_as_on_its_last_day()
{
    let site = site(ENDED).before_its_days();
    site.build().succeeds();
    assert_eq!(
        keys(&site),
        ["2008", "2009", "2010", "2011", "2016", "2022"]
    );
    for (year, there) in [("2008", true), ("2009", true), ("2010", false)] {
        let past = site.page(&format!("tavolo/composizione/{year}/index.html"));
        for absent in ["Ada Neri", "posto vacante"] {
            assert!(!past.contains(absent), "{absent} in {year}: {past}");
        }
        for table in ["Tavolo uno", "Tavolo due"] {
            assert_eq!(past.contains(table), there, "{table} in {year}");
        }
        site.run(&[
            "build",
            "--as-of",
            &format!("{year}-12-31"),
            "--out",
            "then",
        ])
        .succeeds();
        let then = std::fs::read_to_string(site.path("then/tavolo/index.html")).unwrap();
        let tables = tables(&then);
        let named = tables.iter().filter(|it| it.contains("Ugo Po"));
        // What has ended is shown as it was on its last day.
        let last = if there { year } else { "2009" };
        let of_that_day = named.filter(|it| it.contains(&format!("al 31 dicembre {last}:")));
        assert_eq!(of_that_day.count(), 2, "{year}");
    }
}
