//! What pages say of bodies, seats and acts: everything that was typed, and nothing that was not.

use crate::faulty_page::with_keys;
use crate::site::Site;

/// A body with every fact that a seat and a procedure can have.
const RICH: &str = "\
acronym: CPV
url: https://consulta.example/
legal_basis:
  - {act: delibera-1, relation: establishes, article: \"11, comma 2\", as_written: di cui al presente atto}
  - {act: sgb-viii, relation: regulates, article: \"71\", paragraph: \"1\", note: Dal 1990.}
procedure:
  meets: due volte l'anno
  quorum: la metà più uno
  decisions: a maggioranza dei presenti
  convened_by: il presidente, cinque giorni prima
  venue: Sala Giunta
  secretariat: provincia-cuneo
  public: true
  rules: delibera-1
seats_lead: La consulta è composta da chi segue.
seats:
  - id: sindaci
    title: I sindaci
    group: I Comuni
    basis: elected
    office: Sindaco
    count: 2
    delegable: permanent
    substitutes: {each: true}
    appointed_by: {body: consulta}
    proposed_by: {name: Assemblea dei sindaci}
    holders: [{name: Ugo Neri}, {person: anna-rossi}]
  - {id: presidente, role: chair, basis: elected, among: [sindaci]}
  - {id: garante, basis: expert, subject: diritto dei minori, appointed_by: {seat: presidente}, valid: {until: 2090-12-31}}
  - {id: prefetto, role: guest, basis: ex_officio, office: Prefetto, delegable: false, note: Se invitato., as_written: il Prefetto o suo delegato, substitutes: {count: 2}}
";

const ACTS: &str =
    "documents:\n  - {id: sgb-viii, title: SGB VIII, kind: law, cited_by: paragraph_sign}\n";

fn site(keys: &str) -> Site {
    Site::new()
        .replace(
            "site.toml",
            "theme = \"mini\"\n",
            "theme = \"civico\"\nlanguages = [\"it\", \"de\", \"en\"]\n\n[paths]\norganizations = \"enti\"\ndocuments = \"atti\"\n",
        )
        .file("content/rich.md", with_keys("content/consulta.md", keys).text)
        .file("content/altri.yaml", ACTS)
}

/// The visible text of a page, its blanks made one.
fn text_of(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or(html);
    let mut text = String::new();
    let mut is_tag = false;
    for letter in main.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(page: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(page.contains(sentence), "{sentence} is not in\n{page}");
    }
}

#[test]
fn a_vacant_place_says_since_when_and_for_whom() {
    let keys = "seats:\n  - id: sindaci\n    basis: delegate\n    office: Delegato\n    count: 3\n    holders:\n      - {name: Ugo Neri}\n      - {vacant: true, on_behalf_of: provincia-cuneo, from: 2024-09-01}\n      - {vacant: true}\n";
    let site = site(keys);
    site.build().succeeds();
    let text = text_of(&site.page("rich/index.html"));
    let row = text.find("posto vacante").unwrap();
    let row = &text[row..row + 120];
    assert!(
        row.contains("Provincia di Cuneo") && row.contains("dal 1º settembre 2024"),
        "{row}"
    );
    assert_eq!(text.matches("posto vacante").count(), 2, "{text}");
}

#[test]
fn a_page_says_all_that_is_known_of_a_body() {
    let site = site(RICH);
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = text_of(&site.page("rich/index.html"));
    says(
        &page,
        &[
            "CPV",
            "https://consulta.example/",
            "articolo 11, comma 2",
            "di cui al presente atto",
            "§ 71, comma 1",
            "Dal 1990.",
            "due volte l&#39;anno",
            "la metà più uno",
            "a maggioranza dei presenti",
            "il presidente, cinque giorni prima",
            "Sala Giunta",
            "pubbliche",
            "La consulta è composta da chi segue.",
            "I Comuni",
            "I sindaci",
            "può avere un delegato permanente",
            "un supplente per ogni posto",
            "elezione: Consulta provinciale",
            "proposta: Assemblea dei sindaci",
            "scelto tra: I sindaci",
            "diritto dei minori",
            "nomina: Presidente",
            "31 dicembre 2090",
            "Invitato",
            "non può delegare",
            "2 supplenti",
            "Se invitato.",
            "il Prefetto o suo delegato",
        ],
    );
    let secretary = text_of(&site.page("enti/provincia-cuneo/index.html"));
    says(&secretary, &["Organismi di cui tiene la segreteria"]);
    let rules = text_of(&site.page("atti/delibera-1/index.html"));
    says(&rules, &["Organismi di cui è il regolamento"]);
}

#[test]
fn a_page_does_not_say_what_is_not_known() {
    let site = site("seats:\n  - {id: capo, role: chair, basis: elected}\n");
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = text_of(&site.page("rich/index.html"));
    for sentence in [
        "delega",
        "supplent",
        "voto",
        "pubblic",
        "Nomina",
        "Come lavora",
        "vacant",
    ] {
        assert!(!page.contains(sentence), "{sentence} is in\n{page}");
    }
}

/// Readers who hear a list by its terms must learn of what each is the chair, and no term may come twice.
#[test]
fn all_who_chair_a_body_are_one_answer_and_each_table_has_its_own() {
    let site = site("\
seats:
  - {id: capo, role: chair, basis: elected, count: 2, holders: [{name: Ugo Neri}, {name: Ida Riva}]}
  - {id: vice, role: chair, basis: appointed, office: Assessore}
  - {id: altri, basis: elected, count: 2, holders: [{name: Ada Po, role: chair}, {name: Leo Re}]}
tables:
  - {id: uno, title: Tavolo uno, seats: [{id: capo, role: chair, basis: elected, holders: [{name: Pia Sala}]}]}
  - {id: due, title: Tavolo due, seats: [{id: altri, basis: elected, holders: [{name: Eva Osti, role: chair}]}]}
  - {id: tre, title: Tavolo tre, seats: [{id: altri, basis: elected}]}
");
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = site.page("rich/index.html");
    let answers = page.split("class=\"answers\"").nth(1).unwrap();
    let answers = answers.split("</dl>").next().unwrap();
    let answers = answers.split("<dt>").skip(1).map(|it| {
        let text = text_of(&format!("<main><dt>{}", it.replace("</d", " </d")));
        text.replace(" Composizione", "")
    });
    let chairs: Vec<String> = answers.take(3).collect();
    assert_eq!(
        chairs,
        [
            "Presidenti Ugo Neri Ida Riva Assessore Ada Po",
            "Presidente Tavolo uno Pia Sala",
            "Presidente Tavolo due Eva Osti",
        ]
    );
}

#[test]
fn the_seat_of_a_chair_that_is_vacant_is_said_to_be_vacant() {
    let seats = |holders: &str| {
        format!(
            "seats:\n  - {{id: a, role: chair, basis: elected, holders: [{holders}]}}\n  - {{id: b, role: chair, basis: ex_officio, office: Prefetto, holders: [{holders}]}}\n"
        )
    };
    let site = site(&seats("{vacant: true}"));
    site.build().succeeds();
    let answers = |site: &Site| {
        let page = site.page("rich/index.html");
        let from = page.find("<dl class=\"answers\">").unwrap();
        text_of(
            page[from..]
                .split("<dt><")
                .next()
                .unwrap()
                .split("</div>")
                .next()
                .unwrap(),
        )
    };
    assert_eq!(
        answers(&site),
        "Presidenti posto vacante Prefetto posto vacante"
    );
    site.put(
        "content/rich.md",
        with_keys("content/consulta.md", &seats("")).text,
    );
    site.build().succeeds();
    assert_eq!(answers(&site), "Presidenti titolare non indicato Prefetto");
}

/// What pages of public bodies say, and what came out false of it.
#[test]
fn a_page_says_of_seats_what_their_sources_say() {
    let keys = "\
terms:
  - {id: \"2010\", from: 2010-08, until: 2011-12}
  - {id: \"2011\", from: 2011-12}
seats:
  - id: eletti
    basis: elected
    count: 3
    appointed_by: {name: Consiglio provinciale}
    holders:
      - {name: Ugo Neri, term: \"2010\"}
      - {name: Ida Riva, term: \"2010\"}
      - {name: Ugo Neri, term: \"2011\"}
      - {name: Ada Po, term: \"2011\"}
      - {vacant: true, note: Si attende la designazione.}
tables:
  - id: tecnico
    title: Comitato tecnico
    seats: [{id: esperti, role: consultant, basis: expert, count_source: unknown}]
  - id: altri
    title: Altri
    seats:
      - {id: alba, basis: representative, from: [comune-alba], holders: [{name: Pia Sala, from: 2020}]}
      - {id: vele, basis: expert, subject: vele, holders: [{name: Leo Re, from: 2020}]}
      - {id: capo, title: Capo, basis: elected, holders: [{name: Eva Osti, from: 2020}]}
";
    let site = site(keys);
    site.build().succeeds();
    let text = text_of(&site.page("rich/index.html"));
    says(
        &text,
        &[
            "elezione: Consiglio provinciale",
            "posto vacante Si attende la designazione.",
            "Resta Ugo Neri",
            "Ultimo giorno di Ida Riva",
            "Entra Ada Po",
            "Entra Pia Sala (Rappresentante – Comune di Alba, Altri)",
            "Entra Leo Re (Persona esperta – vele, Altri)",
            "Entra Eva Osti (Capo, Altri)",
            "numero di posti non indicato. I nomi dei titolari non sono indicati. Chi In che veste Consulenti",
            "Comitato tecnico Composizione al 21 novembre 2026: numero di posti non indicato",
        ],
    );
    for false_words in [
        "Ultimo giorno di Ugo Neri",
        "con voto",
        "nessun posto",
        "nomina di",
    ] {
        assert!(!text.contains(false_words), "{false_words} is in\n{text}");
    }
}

#[test]
fn any_number_may_sit_on_a_seat_of_which_nobody_knows_the_number() {
    let site = site(
        "seats:\n  - id: a\n    basis: delegate\n    count_source: unknown\n    holders: [{name: Ugo Neri}, {name: Ida Riva}]\n",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    let text = text_of(&site.page("rich/index.html"));
    says(
        &text,
        &[
            "almeno 2 posti Chi",
            "Delegati numero di posti non indicato",
            "Ugo Neri",
            "Ida Riva",
        ],
    );
    assert!(
        !text.contains("1 posto") && !text.contains("titolare non indicato"),
        "{text}"
    );
}

#[test]
fn acts_are_cited_in_the_language_of_the_page_as_they_name_their_parts() {
    let keys = "legal_basis:\n  - {act: sgb-viii, relation: framework, article: § 71 Abs. 1}\n  - {act: care-act, relation: regulates, article: 194(1)}\n  - {act: delibera-1, relation: establishes, article: Allegato A}\n";
    let site = site(keys);
    let acts =
        format!("{ACTS}  - {{id: care-act, title: Care Act, kind: law, cited_by: section}}\n");
    let site = site.file("content/altri.yaml", acts);
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = |language: &str| text_of(&site.page(&format!("{language}rich/index.html")));
    says(
        &page(""),
        &["§ 71, comma 1", "sezione 194, comma 1", "Allegato A"],
    );
    says(&page("de/"), &["§ 71 Absatz 1", "Abschnitt 194 Absatz 1"]);
    says(&page("en/"), &["§ 71, paragraph 1", "section 194(1)"]);
}

#[test]
fn whoever_holds_a_seat_by_right_is_shown_in_both_bodies() {
    let site = site(
        "seats:\n  - {id: esperta, role: chair, basis: representative, held_by: consulta/esperto}\n",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    says(
        &text_of(&site.page("rich/index.html")),
        &[
            "Anna Rossi",
            "di diritto per un altro incarico: Persone esperte – Consulta provinciale",
        ],
    );
    let person = site.page("anna-rossi/index.html");
    for body in ["rich/index.html", "consulta/index.html"] {
        assert!(person.contains(body), "{body} is not in\n{person}");
    }
    // Another holder of the one seat is another holder of the other.
    let site = site.replace(
        "content/consulta.md",
        "{person: anna-rossi,",
        "{name: Ugo Neri,",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    says(&text_of(&site.page("rich/index.html")), &["Ugo Neri"]);
    assert!(
        !site
            .page("anna-rossi/index.html")
            .contains("rich/index.html")
    );
}

#[test]
fn whoever_is_elected_to_a_role_sits_elsewhere_by_right() {
    let other = "id: altra\nseats:\n  - {id: p, role: chair, basis: elected, among: [m]}\n  \
        - {id: m, basis: elected, count: 3, holders: [{person: anna-rossi, role: chair, on_behalf_of: comune-alba, from: 2021-01-01}, \
        {name: Ugo Neri, role: chair, from: 2012, until: 2020-12-31}, {name: Bo Ri, from: 2012}]}\n";
    let other = with_keys("content/consulta.md", other).text;
    let other = other.replace("title: Consulta provinciale", "title: Assemblea");
    let site = site(
        "seats:\n  - {id: capo, role: chair, basis: ex_officio, office: Prefetto}\n  \
         - {id: vice, role: vice_chair, basis: representative, held_by: altra/p}\n  \
         - {id: poi, basis: expert, holders: [{name: Ida Po, from: 2090-03-01}]}\n",
    )
    .file("content/altra.md", other);
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = text_of(&site.page("rich/index.html"));
    says(
        &page,
        &[
            "Presidente Prefetto",
            "Anna Rossi Vicepresidente",
            "di diritto per un altro incarico: Presidente – Assemblea",
            "dal 1º gennaio 2021",
            "Ugo Neri",
        ],
    );
    assert!(!page.contains("Bo Ri"), "{page}");
    says(
        &text_of(&site.page("de/rich/index.html")),
        &[
            "kraft eines anderen Amtes: Vorsitz – Assemblea",
            "seit 1. Januar 2021",
            "ab 1. März 2090",
        ],
    );
    let past = text_of(&site.page("rich/composizione/2012/index.html"));
    assert!(
        past.contains("Ugo Neri") && !past.contains("Anna Rossi"),
        "{past}"
    );
    let person = site.page("anna-rossi/index.html");
    for body in ["rich/index.html", "altra/index.html"] {
        assert!(person.contains(body), "{body} is not in\n{person}");
    }
    // She sits here because she chairs there, not for the organization for which she sits there.
    assert!(!page.contains("Comune di Alba"), "{page}");
    let home = text_of(&site.page("index.html"));
    assert!(!home.contains("Comune di Alba"), "{home}");
    let alba = text_of(&site.page("enti/comune-alba/index.html"));
    assert!(
        alba.contains("Assemblea") && !alba.contains("Vicepresidente"),
        "{alba}"
    );
    // Of one whom nobody has elected, nobody is named.
    let site = site.replace(
        "content/altra.md",
        "role: chair, on_behalf_of",
        "on_behalf_of",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = text_of(&site.page("rich/index.html"));
    assert!(!page.contains("Anna Rossi"), "{page}");
}

#[test]
fn a_seat_that_is_held_by_right_has_as_many_places_as_the_other() {
    let site = site(
        "seats:\n  - {id: delegati, role: chair, basis: representative, held_by: consulta/esperto}\n",
    );
    let site = site.replace(
        "content/consulta.md",
        "    basis: expert\n",
        "    basis: expert\n    count: 4\n",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    says(&text_of(&site.page("rich/index.html")), &["4 posti"]);
    let site = site.replace("content/consulta.md", "count: 4", "count: 5");
    assert_eq!(site.build_json().errors(), [""; 0]);
    says(&text_of(&site.page("rich/index.html")), &["5 posti"]);
}

#[test]
fn chairs_of_two_times_are_no_two_chairs() {
    let several = |first: &str, second: &str| {
        let seats = format!(
            "seats:\n  - {{id: a, role: chair, basis: elected{first}}}\n  - {{id: b, role: chair, basis: elected{second}}}\n"
        );
        let page = with_keys("content/consulta.md", &seats).text;
        let site = Site::new().file("content/consulta.md", page);
        let run = site.check_in_process();
        run.warnings()
            .iter()
            .any(|it| it.starts_with("several-chairs"))
    };
    assert!(several("", ""));
    assert!(!several(", valid: {until: 2012}", ", valid: {until: 2030}"));
    assert!(!several(", valid: {until: 2012}", ", valid: {from: 2013}"));
    assert!(several(", valid: {until: 2030}", ""));
}

/// The codes of what is found in a body with these seats.
fn codes(seats: &str) -> Vec<String> {
    let page = with_keys("content/consulta.md", &format!("seats:\n{seats}")).text;
    let site = Site::new().file("content/nuova.md", page);
    let run = site.check_in_process();
    let found = run.errors().into_iter().chain(run.warnings());
    let found = found.filter(|it| it.contains("content/nuova.md"));
    let codes = found.map(|it| it.split(' ').next().unwrap_or_default().to_owned());
    codes.collect()
}

#[test]
fn a_chair_who_is_one_of_the_members_is_one_chair() {
    let chair = "  - {id: chair, role: chair, basis: elected, among: [m]}\n";
    let members = |holders: &str| {
        format!("{chair}  - {{id: m, basis: elected, count: 2, holders: [{holders}]}}\n")
    };
    for (holders, is_several) in [
        ("{name: Ada Neri}, {name: Bo Ri}", false),
        ("{name: Ada Neri, role: chair}, {name: Bo Ri}", false),
        (
            "{name: Ada Neri, role: chair}, {name: Bo Ri, role: chair}",
            true,
        ),
    ] {
        let codes = codes(&members(holders));
        let has = |code: &str| codes.iter().any(|it| it == code);
        assert_eq!(has("several-chairs"), is_several, "{holders}");
        assert!(!has("no-chair"), "{holders}");
    }
    // Written in both places, it is the same chair.
    let both = members("{name: Ada Neri, role: chair}, {name: Bo Ri}");
    for (name, is_several) in [("Ada Neri", false), ("Bo Ri", true)] {
        let holders = format!("among: [m], holders: [{{name: {name}}}]");
        let codes = codes(&both.replace("among: [m]", &holders));
        assert_eq!(codes.contains(&"several-chairs".to_owned()), is_several);
    }
}

#[test]
fn all_that_came_of_what_was_divided_are_named() {
    let enti = "organizations:\n  - id: usl\n    title: Usl\n    kind: health_authority\n    changes: [{kind: split, date: 2020-01-01, into: nord}, {kind: split, date: 2020-01-01, into: sud}]\n  \
                - {id: nord, title: Usl nord, kind: health_authority}\n  - {id: sud, title: Usl sud, kind: health_authority}\n";
    let keys = "changes: [{kind: split, date: 2026-01-01, into: consulta}, {kind: split, date: 2026-01-01, into: altro}]\n\
                seats:\n  - {id: s, basis: delegate, from: [usl, comune-alba]}\n";
    let going_on = "seats:\n  - {id: s, basis: delegate, from: [usl, comune-alba]}\n  - {id: t, basis: delegate, from: [usl], valid: {until: 2019-12-31}}\n";
    let site = site(keys).file("content/enti.yaml", enti).file(
        "content/altro.md",
        with_keys("content/consulta.md", going_on).text,
    );
    let run = site.run(&["build", "--lang", "it"]);
    let advice = "il suo posto è di «Usl nord, Usl sud» (`nord, sud`)";
    assert_eq!(run.stderr.matches(advice).count(), 1, "{}", run.stderr);
    let page = text_of(&site.page("rich/index.html"));
    let stopped =
        "Divisione: prosegue in Consulta provinciale (1º gennaio 2026) Divisione: prosegue in";
    says(&page, &[stopped]);
    // A seat names only those that there are.
    let page = text_of(&site.page("altro/index.html"));
    says(&page, &["proviene da Comune di Alba"]);
}

#[test]
fn a_mandate_that_has_run_out_is_one_finding() {
    let found = |seat: &str| {
        let codes = codes(&format!("  - {{id: a, basis: elected, {seat}}}\n"));
        let has = |code: &str| codes.iter().any(|it| it == code);
        (has("expired-mandate"), has("unfilled-seat"))
    };
    let past = "{name: A, from: 2015-01-01, until: 2019-12-31}";
    assert_eq!(found(&format!("holders: [{past}]")), (true, false));
    assert_eq!(found(&format!("count: 2, holders: [{past}]")), (true, true));
    let ended = past.replace('}', ", end_reason: dimissioni}");
    assert_eq!(found(&format!("holders: [{ended}]")), (false, true));
    // The end follows from the length of a mandate, too; each successor follows one, who began when the mandate was over.
    let months = |holders: &str| found(&format!("count: 2, term_months: 60, holders: [{holders}]"));
    let one = "{name: A, from: 2014-06-01}";
    let expired = (true, false);
    assert_eq!(
        months(&format!(
            "{one}, {{name: B, from: 2017-01-01, until: 2026-12-31}}"
        )),
        expired
    );
    let two = format!("{one}, {{name: B, from: 2014-06-01}}");
    assert_eq!(
        months(&format!("{two}, {{name: C, from: 2024-06-01}}")),
        expired
    );
    let followed = two.replace("}", ", until: 2019-06-01}");
    let next = "{name: C, from: 2024-06-01}, {name: D, from: 2024-06-01}";
    assert_eq!(months(&format!("{followed}, {next}")), (false, false));
    // Who sits on hides nobody who is missing, and nobody follows for what is no more.
    assert_eq!(months(one), (true, true));
    let merged = "each: [comune-alba, comune-bra, cisa-vecchio], holders: [{name: A, on_behalf_of: cisa-vecchio, from: 2015-01-01, until: 2018-06-30}, {name: B, on_behalf_of: comune-alba}]";
    assert_eq!(found(merged), (false, true));
}

#[test]
fn what_has_ended_is_shown_as_on_its_last_day_and_what_is_to_come_claims_nothing() {
    let site = site("\
seats:
  - {id: capo, role: chair, basis: elected, holders: [{name: Ada Neri, from: 2012-01-01}]}
tables:
  - {id: uno, title: Tavolo uno, valid: {until: 2015-12-31}, seats: [{id: a, basis: expert, count: 3, holders: [{name: Ugo Po, from: 2014}, {vacant: true}]}, {id: b, basis: expert, held_by: rich/capo, valid: {from: 2013-01-01}}]}
  - {id: due, title: Tavolo due, changes: [{kind: closing, date: 2016-01-01}], seats: [{id: a, role: chair, basis: expert, count: 3, holders: [{name: Ivo Re, from: 2014}, {vacant: true}]}]}
  - {id: tre, title: Tavolo tre, valid: {from: 2027-03-01}, seats: [{id: a, role: chair, basis: expert, count: 3, holders: [{name: Eva La, from: 2027-03-01}]}]}
")
        .file(
            "content/chiusa.md",
            with_keys("content/consulta.md", "changes: [{kind: closing, date: 2016-01-01}]\nseats: [{id: capo, role: chair, basis: elected, holders: [{name: Lea Bo, from: 2012}]}]\n")
                .text
                .replace("title: Consulta provinciale", "title: Consulta chiusa"),
        );
    assert_eq!(site.build_json().errors(), [""; 0]);
    let html = site.page("rich/index.html");
    let page = text_of(&html);
    assert_eq!(html.matches("<table class=\"seats\">").count(), 3, "{page}");
    says(
        &page,
        &[
            "Composizione 1 posto",
            "Tavolo uno Fine dell’attività: 31 dicembre 2015 Composizione al 31 dicembre 2015: 4 posti; un titolare non indicato; un posto vacante",
            "Ugo Po Persona esperta 2014 – 31 dicembre 2015",
            "1º gennaio 2013 – 31 dicembre 2015",
            "Tavolo due Chiusura: 1º gennaio 2016 Composizione al 31 dicembre 2015: 3 posti; un titolare non indicato; un posto vacante",
            "Tavolo tre Inizio dell’attività: 1º marzo 2027",
            "In futuro – Tavolo tre Presidenti Eva La dal 1º marzo 2027",
        ],
    );
    assert!(!html.contains("class=\"picture organigram\""), "{page}");
    let closed = site.page("chiusa/index.html");
    let closed = text_of(&closed);
    says(
        &closed,
        &[
            "Chiusura: 1º gennaio 2016 Composizione al 31 dicembre 2015: 1 posto",
            "Lea Bo Presidente per elezione 2012 – 31 dicembre 2015",
        ],
    );
    for list in ["index.html", "enti/provincia-cuneo/index.html"] {
        let list = text_of(&site.page(list));
        let card = list.split("Consulta chiusa").nth(1).unwrap();
        assert!(card[..80].contains("31 dicembre 2015"), "{list}");
    }
    let warnings = site.build_json().warnings().join(" ");
    assert!(
        !warnings.contains("no-chair content/chiusa.md"),
        "{warnings}"
    );
}

#[test]
fn the_page_of_an_organization_says_what_it_was_and_which_place_is_vacant() {
    let site = site("\
members: [provincia-cuneo, cisa-nuovo, cisa-vecchio]
seats:
  - {id: m, basis: delegate, each: members}
  - {id: a, basis: ex_officio, office: Comandante, from: [comune-alba], holders: [{vacant: true, from: 2026-10-15}]}
  - {id: b, basis: ex_officio, office: Prefetto, from: [comune-bra]}
");
    let run = site.build_json();
    assert_eq!(run.errors(), [""; 0]);
    let warnings = run.warnings().join(" ");
    assert!(
        warnings.contains("dissolved-organization content/rich.md"),
        "{warnings}"
    );
    for (page, said) in [
        (
            "cisa-vecchio",
            &[
                "Organismi di cui faceva parte",
                "In passato Delegato",
                "C’era un posto",
            ][..],
        ),
        ("cisa-nuovo", &["Organismi di cui fa parte", "C’è un posto"]),
        ("comune-alba", &["posto vacante dal 15 ottobre 2026"]),
        (
            "comune-bra",
            &["Vi siede di diritto chi ricopre questa carica"],
        ),
    ] {
        says(
            &text_of(&site.page(&format!("enti/{page}/index.html"))),
            said,
        );
    }
}

#[test]
fn a_seat_of_a_table_names_seats_of_its_body() {
    let seats = |among: &str| {
        format!(
            "  - {{id: m, basis: elected, count: 2}}\ntables:\n  - id: t\n    title: T\n    seats:\n      \
             - {{id: p, role: chair, basis: elected, among: [{among}]}}\n"
        )
    };
    for (among, is_known) in [("m", true), ("nuova/m", true), ("t/m", false), ("n", false)] {
        let codes = codes(&seats(among));
        let is_dangling = codes.iter().any(|it| it == "dangling-reference");
        assert_eq!(!is_dangling, is_known, "{among}: {codes:?}");
    }
}

#[test]
fn a_table_counts_the_places_of_those_who_are_chosen_among_the_body() {
    let site = site(
        "seats:\n  - {id: m, basis: elected, count: 4}\ntables:\n  - id: giunta\n    title: Giunta\n    seats:\n      \
         - {id: g, basis: elected, among: [m], count: 2, holders: [{name: Ada Neri}, {vacant: true}]}\n",
    );
    site.build().succeeds();
    let page = text_of(&site.page("rich/index.html"));
    says(&page, &["2 posti; un posto vacante", "4 posti"]);
}

#[test]
fn whoever_is_named_says_where() {
    let site = site(
        "related: [{body: consulta}]\nterms: [{id: ora, from: 2020, act: delibera-1}]\nseats:\n  \
         - {id: m, basis: elected, proposed_by: {organization: comune-alba}, appointed_by: {organization: provincia-cuneo}}\n  \
         - {id: n, basis: elected, proposed_by: {body: consulta}, appointed_by: {body: rich}}\n",
    );
    site.build().succeeds();
    assert!(
        !site
            .page("rich/index.html")
            .contains("Organismi per cui nomina")
    );
    for (page, says_it) in [
        ("atti/delibera-1", "Organismi di cui nomina i componenti"),
        (
            "enti/comune-alba",
            "Organismi per cui nomina o propone i componenti",
        ),
        (
            "enti/provincia-cuneo",
            "Organismi per cui nomina o propone i componenti",
        ),
        ("consulta", "Organismi che hanno rapporti con questo"),
        (
            "consulta",
            "Organismi per cui nomina o propone i componenti",
        ),
    ] {
        let page = site.page(&format!("{page}/index.html"));
        let page = text_of(&page.replace("<dd>", " <dd>"));
        says(&page, &[&format!("{says_it} Consulta provinciale")]);
    }
}

#[test]
fn a_seat_held_by_right_need_not_repeat_its_office() {
    let seats = "  - {id: p, role: chair, basis: elected}\ntables:\n  - id: t\n    title: T\n    seats:\n      \
        - {id: p, role: chair, basis: ex_officio, held_by: nuova/p}\n";
    let codes = codes(seats);
    assert!(!codes.iter().any(|it| it == "missing-office"), "{codes:?}");
}

#[test]
fn a_role_of_which_the_holder_is_known_is_held_by_right_elsewhere() {
    let seats = |role: &str, holder: &str| {
        format!(
            "  - {{id: p, role: vice_chair, basis: elected, among: [m]{role}}}\n  \
             - {{id: m, basis: elected, count: 2, holders: [{{name: Ada Neri{holder}}}, {{name: Bo Ri}}]}}\n  \
             - {{id: a, basis: representative, held_by: nuova/p}}\n"
        )
    };
    for (role, holder, is_indirect) in [
        (", holders: [{name: Ada Neri}]", "", false),
        ("", ", role: vice_chair", false),
        ("", "", false),
    ] {
        let codes = codes(&seats(role, holder));
        let found = codes.iter().any(|it| it == "indirect-seat");
        assert_eq!(found, is_indirect, "{role}{holder}: {codes:?}");
        assert!(!codes.iter().any(|it| it == "dangling-reference"));
    }
}

#[test]
fn a_seat_has_no_more_vacant_places_and_substitutes_than_it_says() {
    let is_overfull = |seat: &str, holders: &str| {
        let seat = format!("  - {{id: a, basis: elected, {seat}, holders: [{holders}]}}\n");
        codes(&seat).iter().any(|it| it == "overfull-seat")
    };
    for (holders, expected) in [
        ("{name: A}, {name: B}, {vacant: true}", true),
        ("{name: A}, {vacant: true}", false),
        ("{name: A}, {vacant: true}, {vacant: true}", true),
        // Whoever came after it has filled it; whoever has left has made it.
        (
            "{name: A}, {vacant: true, from: 2020}, {name: B, from: 2021}",
            false,
        ),
        ("{name: A}, {name: B, until: 2020}, {vacant: true}", false),
        (
            "{name: A}, {name: B}, {vacant: true, from: 2019, until: 2020}",
            false,
        ),
        (
            "{name: A}, {name: B}, {name: C, substitutes: A, vacant: true}",
            false,
        ),
        // So it is of a day of the past.
        (
            "{name: A, from: 2015}, {name: B, from: 2016, until: 2023}, {vacant: true, from: 2020, until: 2021}",
            true,
        ),
        (
            "{name: A, from: 2015}, {name: B, from: 2016, until: 2020-01-31}, {vacant: true, from: 2020-02-01, until: 2021}, {name: C, from: 2022}",
            false,
        ),
    ] {
        assert_eq!(is_overfull("count: 2", holders), expected, "{holders}");
    }
    let ended = "count: 2, valid: {until: 2023-12-31}";
    let open = "{name: A, from: 2015-04-01}, {name: B, from: 2016-02-29}";
    assert!(is_overfull(
        ended,
        &format!("{open}, {{vacant: true, from: 2022-06-01}}")
    ));
    assert!(!is_overfull(ended, open));
    let two = "{name: A}, {name: B, substitutes: A}, {name: C, substitutes: A}";
    assert!(is_overfull("substitutes: {count: 1}", two));
    assert!(is_overfull("substitutes: {each: true}", two));
    assert!(!is_overfull("substitutes: {count: 2}", two));
    for holders in [
        "{name: A}, {name: B, substitutes: A, until: 2020}, {name: C, substitutes: A, from: 2020}",
        // Who stood in for somebody who has left is there no more.
        "{name: D, until: 2020}, {name: A, from: 2020}, {name: B, substitutes: D}, {name: C, substitutes: A}",
    ] {
        assert!(
            !is_overfull("substitutes: {count: 1}", holders),
            "{holders}"
        );
    }
}

#[test]
fn a_seat_that_does_not_exist_on_the_day_has_nobody_to_name() {
    let site = site(
        "tables:\n  - id: acque\n    title: Tavolo acque\n    valid: {until: 2011-12-31}\n    seats: [{id: tecnico, basis: appointed, count: 2}]\n\
         seats:\n  - {id: capo, role: chair, basis: elected, holders: [{name: Ugo Neri}]}\n  \
         - {id: acque, basis: expert, subject: Acque, valid: {until: 2012}, holders: [{name: Ezio Mari, until: 2012}]}\n  \
         - {id: fuochi, basis: expert, subject: Fuochi, valid: {from: 2090}}\n  \
         - {id: diritto, basis: representative, title: Il garante, held_by: consulta/esperto, valid: {from: 2090}}\n",
    );
    assert_eq!(site.build_json().errors(), [""; 0]);
    let html = site.page("rich/index.html");
    let tables: Vec<String> = html
        .split("<table class=\"seats\">")
        .skip(1)
        .map(|rest| text_of(rest.split("</table>").next().unwrap_or_default()))
        .collect();
    let [own, _] = tables.as_slice() else {
        panic!("{} tables", tables.len());
    };
    for absent in [
        "Acque",
        "titolare non indicato",
        "Anna Rossi",
        "Fuochi",
        "Il garante",
    ] {
        assert!(!own.contains(absent), "{absent} in {own}");
    }
    let page = text_of(&html);
    says(
        &page,
        &[
            "Chi ne faceva parte",
            "Ezio Mari",
            "In futuro Persona esperta – Fuochi 1 posto; dal 2090 Il garante Anna Rossi dal 2090",
        ],
    );
}

#[test]
fn nobody_is_missing_in_a_body_that_has_lapsed() {
    let lapsed = |changes: &str| {
        let keys = format!(
            "changes: [{changes}]\nseats:\n  - {{id: capo, role: chair, basis: elected, holders: [{{name: Ugo Neri, from: 2010-01-01, until: 2016-06-30}}]}}\n"
        );
        let site = site(&keys);
        assert_eq!(site.build_json().errors(), [""; 0]);
        !text_of(&site.page("rich/index.html")).contains("non sono indicati")
    };
    assert!(!lapsed("{kind: establishment, date: 2010-01-01}"));
    assert!(lapsed(
        "{kind: establishment, date: 2010-01-01}, {kind: lapse, date: 2016-06-30}"
    ));
    assert!(!lapsed(
        "{kind: lapse, date: 2016-06-30}, {kind: reconstitution, date: 2018-05-01}"
    ));
    assert!(!lapsed(
        "{kind: suspension, date: 2016-06-30}, {kind: resumption, date: 2018-05-01}"
    ));
}

#[test]
fn a_body_that_has_lapsed_claims_no_places() {
    let keys = "changes: [{kind: lapse, date: 2016-06-30}, {kind: reconstitution, date: 2018-05-01}]\n\
         seats:\n  - {id: a, basis: elected, office: Alfa, count: 5, holders: [{name: Ugo Neri, from: 2010-01-01, until: 2016-06-30}, {name: Bo Ri, from: 2018-05-01}]}\n";
    let site = site(keys).before_its_days();
    for (day, has_places) in [
        ("2015-01-01", true),
        ("2017-01-01", false),
        ("2019-01-01", true),
    ] {
        site.run(&["build", "--as-of", day]).succeeds();
        let page = text_of(&site.page("rich/index.html"));
        assert_eq!(page.contains("5 posti"), has_places, "{day}: {page}");
    }
}

#[test]
fn a_composition_says_what_has_stopped_the_body() {
    for (keys, said) in [
        (
            "changes: [{kind: lapse, date: 2016-06-30}]",
            "Decadenza: 30 giugno 2016",
        ),
        (
            "changes: [{kind: suspension, date: 2016-06}]",
            "Sospensione: giugno 2016",
        ),
        ("changes: [{kind: closing, date: 2016}]", "Chiusura: 2016"),
        (
            "changes: [{kind: merger, date: 2016-06-30, into: consulta}]",
            "Fusione: confluisce in",
        ),
        (
            "valid: {until: 2016-06-30}",
            "Fine dell’attività: 30 giugno 2016",
        ),
        (
            "valid: {from: 2027-01-01}",
            "Inizio dell’attività: 1º gennaio 2027",
        ),
    ] {
        let keys = format!("{keys}\nseats:\n  - {{id: capo, role: chair, basis: elected}}\n");
        let site = site(&keys);
        site.build().succeeds();
        says(&text_of(&site.page("rich/index.html")), &[said]);
    }
}

#[test]
fn a_meeting_goes_on_until_its_last_day() {
    let meeting = "---\ntype: meeting\ntitle: Convegno\nsummary: S.\nbody: rich\nstart: 2026-11-20\nend: 2026-11-22\n---\n";
    let site = site("").file("content/convegno.md", meeting);
    let warnings = site.build_json().warnings();
    assert!(
        !warnings.iter().any(|it| it.contains("stale-meeting")),
        "{warnings:?}"
    );
    says(
        &text_of(&site.page("rich/index.html")),
        &["Prossime sedute", "In corso", "Convegno"],
    );
}

#[test]
fn a_meeting_is_to_come_until_it_begins_or_is_held() {
    let meeting =
        |id: &str, rest: &str| format!("  - {{id: {id}, title: {id}, body: rich, {rest}}}\n");
    let meetings = [
        meeting("sospesa", "start: 2026-11-20, end: 2026-11-22"),
        meeting("annullata", "start: 2026-11-24, status: cancelled"),
        meeting("prossima", "start: 2026-12-01T10:00"),
        meeting("mattina", "start: 2026-11-21T08:00, status: held"),
        meeting("muta", "start: 2026-11-01"),
    ];
    let site = site("").file(
        "content/sedute.yaml",
        "meetings:\n".to_owned() + &meetings.concat(),
    );
    site.build().succeeds();
    let body = text_of(&site.page("rich/index.html"));
    says(&body, &["Prossima seduta 1º dicembre 2026"]);
    let (_, lists) = body.split_once("Prossime sedute").unwrap();
    let (coming, past) = lists.split_once("Sedute passate").unwrap();
    says(coming, &["sospesa", "annullata", "prossima"]);
    says(past, &["mattina", "muta"]);
    assert!(!body.contains("In programma"), "{body}");
    let home = text_of(&site.page("index.html"));
    assert!(
        home.contains("prossima") && !home.contains("mattina"),
        "{home}"
    );
    for (id, said) in [("muta", "Esito non indicato"), ("sospesa", "In corso")] {
        let page = text_of(&site.page(&format!("sedute/{id}/index.html")));
        assert!(
            page.contains(said) && !page.contains("In programma"),
            "{page}"
        );
    }
}

#[test]
fn a_seat_that_has_ended_and_members_that_have_left_are_no_fault() {
    let keys = "members: [comune-alba]\nseats:\n  - {id: capo, role: chair, basis: elected}\n  \
                - {id: esperto, basis: expert, valid: {until: 2012-12-31}, holders: [{name: Ezio Mari, from: 2011, until: 2012}]}\n  \
                - {id: sindaci, basis: delegate, each: members, holders: [{name: Ada Neri, on_behalf_of: comune-alba, from: 2012}, \
                {name: Ugo Ferri, on_behalf_of: comune-bra, from: 2012, until: 2014-12-31}]}\n";
    let merged =
        "kind: municipality, changes: [{kind: merger, date: 2015-01-01, into: comune-alba}]}\n";
    let organizations = "organizations:\n  - {id: comune-bra, title: Comune di Bra, ";
    let site = site(keys).replace(
        "content/organizations.yaml",
        "  - {id: comune-bra, title: Comune di Bra, kind: municipality}\n",
        "",
    );
    site.put("content/bra.yaml", organizations.to_owned() + merged);
    let site = site
        .replace("content/rich.md", "reviewed: 2026-10-01\n", "")
        .before_its_days();
    for day in ["2014-12-31", "2026-06-01"] {
        let run = site.run(&["build", "--as-of", day, "--format", "json"]);
        for code in ["expired-mandate", "overfull-seat", "holder-outside-pool"] {
            assert!(!run.stdout.contains(code), "{day}: {}", run.stdout);
        }
    }
    site.run(&["build", "--as-of", "2014-12-31"]).succeeds();
    says(
        &text_of(&site.page("rich/index.html")),
        &["2 posti, uno per ogni ente", "Ada Neri", "Ugo Ferri"],
    );
}

/// Who sits on a seat and how many places are vacant or not filled, as the page of the body tells.
fn sitting(seat: &str) -> (Vec<String>, [usize; 2]) {
    let enti = "organizations:\n  - {id: alba, title: Alba, kind: municipality}\n  - {id: bra, title: Bra, kind: municipality}\n  - {id: cisa, title: Cisa, kind: consortium, changes: [{kind: merger, date: 2018-07-01, into: bra}]}\n";
    let theme = "{% for it in body.own.seats %}{% for holder in it.holders %}<i>{{ holder.name }}</i>{% for deputy in holder.deputies %}<i>{{ deputy.name }}</i>{% endfor %}{% endfor %}<b>{{ it.vacant }} {{ it.unnamed }}</b>{% endfor %}";
    let keys = format!("members: [alba, bra, cisa]\nseats:\n  - {seat}\n");
    let site = Site::new()
        .file("content/altri.yaml", enti)
        .file(
            "content/rich.md",
            with_keys("content/consulta.md", &keys).text,
        )
        .file(
            "themes/mini/templates/body.html",
            format!("<h1></h1>{theme}"),
        );
    assert_eq!(site.build_json().errors(), [""; 0]);
    let page = site.page("rich/index.html");
    let tagged = |tag: &str| -> Vec<String> {
        let open = format!("<{tag}>");
        let pieces = page.split(&open).skip(1);
        let pieces = pieces.map(|it| it.split('<').next().unwrap_or_default().to_owned());
        pieces.collect()
    };
    let numbers = tagged("b").concat();
    let mut numbers = numbers.split(' ').map(|it| it.parse().unwrap());
    let numbers = [numbers.next().unwrap(), numbers.next().unwrap()];
    (tagged("i"), numbers)
}

#[test]
fn what_has_no_last_day_ends_with_what_it_depends_on() {
    let table: [(&str, &[&str], [usize; 2]); 16] = [
        // Who leaves, with a vacancy that takes over the place, on the day (it is 21 November 2026) or in the year.
        (
            "{id: a, basis: expert, holders: [{name: Ada, from: 2020-01-01, until: 2026-11-21}, {vacant: true, from: 2026-11-21}]}",
            &[],
            [1, 0],
        ),
        (
            "{id: a, basis: expert, count: 2, holders: [{name: Ada, from: 2020-01-01, until: 2026}, {vacant: true, from: 2026-03-10}, {name: Ugo, from: 2019}]}",
            &["Ugo"],
            [1, 0],
        ),
        (
            "{id: a, basis: delegate, each: members, holders: [{name: Ada, on_behalf_of: alba, until: 2026-11}, {vacant: true, on_behalf_of: alba, from: 2026-11-10}]}",
            &[],
            [1, 1],
        ),
        // An older vacancy was of another place.
        (
            "{id: a, basis: expert, count: 2, holders: [{vacant: true, from: 2018}, {name: Ugo, from: 2019}, {name: Ada, from: 2020-01-01, until: 2026}]}",
            &["Ugo", "Ada"],
            [0, 0],
        ),
        // A vacancy, with the place that is taken again.
        (
            "{id: a, basis: expert, holders: [{vacant: true, from: 2020-01-01}, {name: Ada, from: 2022-01-01}]}",
            &["Ada"],
            [0, 0],
        ),
        (
            "{id: a, basis: expert, holders: [{vacant: true, from: 2020-01-01}, {name: Ada, from: 2027-01-01}]}",
            &[],
            [1, 0],
        ),
        (
            "{id: a, basis: expert, count: 2, holders: [{name: Ugo, from: 2019-01-01}, {vacant: true, from: 2020-01-01}]}",
            &["Ugo"],
            [1, 0],
        ),
        (
            "{id: a, basis: expert, count: 2, holders: [{name: Ugo, from: 2019-01-01}, {vacant: true, from: 2020-01-01}, {vacant: true, from: 2023-01-01}, {name: Ada, from: 2022-01-01, until: 2022-12-31}]}",
            &["Ugo"],
            [2, 0],
        ),
        (
            "{id: a, basis: delegate, each: members, holders: [{name: Ugo, on_behalf_of: alba}, {vacant: true, on_behalf_of: bra, from: 2020}, {name: Ada, on_behalf_of: bra, from: 2022}]}",
            &["Ugo", "Ada"],
            [0, 0],
        ),
        // Who sits on a seat, with the seat.
        (
            "{id: a, basis: expert, count: 2, valid: {until: 2019-12-31}, holders: [{name: Ada, from: 2015-01-01}, {vacant: true, from: 2016}]}",
            &[],
            [0, 0],
        ),
        (
            "{id: a, basis: expert, valid: {until: 2029-12-31}, holders: [{name: Ada, from: 2015-01-01}]}",
            &["Ada"],
            [0, 0],
        ),
        // Who stands in for somebody, with them.
        (
            "{id: a, basis: expert, holders: [{name: Ada, from: 2015-01-01, until: 2020-12-31}, {name: Ugo, from: 2016-01-01, substitutes: Ada}, {name: Lea, from: 2021-01-01}]}",
            &["Lea"],
            [0, 0],
        ),
        (
            "{id: a, basis: expert, holders: [{name: Ada, from: 2015-01-01, until: 2020-12-31}, {name: Ugo, from: 2016-01-01, substitutes: Ada}, {name: Ada, from: 2021-01-01}]}",
            &["Ada", "Ugo"],
            [0, 0],
        ),
        (
            "{id: a, basis: expert, holders: [{person: anna-rossi, from: 2015-01-01, until: 2020-12-31}, {name: Ugo, substitutes: Anna Rossi}, {name: Lea, from: 2021-01-01}]}",
            &["Lea"],
            [0, 0],
        ),
        // Who sits for an organization, with that; nobody is said to have the place of another.
        (
            "{id: a, basis: delegate, each: members, holders: [{name: Ugo, on_behalf_of: alba}, {name: Ada, on_behalf_of: cisa}]}",
            &["Ugo"],
            [0, 1],
        ),
        (
            "{id: a, basis: delegate, from: [cisa, bra], holders: [{name: Ada, on_behalf_of: cisa}]}",
            &[],
            [0, 1],
        ),
    ];
    for (seat, holders, places) in table {
        let (found, numbers) = sitting(seat);
        assert_eq!(
            (found, numbers),
            (holders.iter().map(|it| (*it).to_owned()).collect(), places),
            "{seat}"
        );
    }
}

#[test]
fn a_page_does_not_say_what_nobody_said() {
    for (keys, said, not_said) in [
        (
            // A delegate has not the office of whom they stand for.
            "seats:\n  - {id: p, role: chair, basis: ex_officio, office: Prefetto, holders: [{name: Ada Neri, delegate_of: Prefetto}]}\n",
            &["Ada Neri per delega: Prefetto Presidente Prefetto"][..],
            &["Ada Neri Prefetto"][..],
        ),
        (
            // A title that begins with the role needs no role beside it.
            "seats:\n  - {id: p, title: Presidente del Comitato, role: chair, basis: elected, holders: [{name: Ada Neri}]}\n",
            &["Ada Neri Presidente del Comitato per elezione"],
            &["Presidente Presidente"],
        ),
        (
            // A group ends where a seat has none.
            "seats:\n  - {id: s, title: Sindaci, group: I Comuni, basis: elected, holders: [{name: Ada Neri}]}\n  - {id: t, role: secretary, basis: appointed, holders: [{name: Ugo Riva}]}\n",
            &["Ada Neri Sindaci per elezione Altri Ugo Riva"],
            &[],
        ),
        (
            // Who is elected to the chair from another seat is the chair.
            "seats:\n  - {id: p, role: chair, basis: elected, among: [s]}\n  - {id: s, basis: elected, count: 2, holders: [{name: Ada Neri, role: chair}, {name: Ugo Riva}]}\n",
            &["Presidente Ada Neri"],
            &["titolare non indicato", "Presidenti"],
        ),
        (
            // Of a few, it is said for whom nobody is named.
            "members: [comune-alba, comune-bra, comune-fermo]\nseats:\n  - {id: s, basis: delegate, each: members, holders: [{name: Ada Neri, on_behalf_of: comune-alba}]}\n",
            &["2 titolari non indicati Delegati per conto di Comune di Bra, Comune di Fermo"],
            &[],
        ),
        (
            "members: [comune-alba, comune-bra]\nseats:\n  - {id: s, basis: delegate, each: members, holders: [{name: Ada Neri}]}\n",
            &["un titolare non indicato"],
            &["Comune di Alba, Comune di Bra"],
        ),
        (
            "seats:\n  - {id: s, basis: representative, each: i comuni del distretto}\n",
            &["numero di posti non indicato, uno per ciascuno: i comuni"],
            &["anche nessuno"],
        ),
        (
            // The act of a term appoints those of the term.
            "terms: [{id: \"2020\", from: 2020-05-01, act: delibera-1}]\nseats:\n  - {id: s, basis: elected, holders: [{name: Ada Neri, from: 2015-01-01}]}\n",
            &["In carica dal 1º maggio 2020 Composizione"],
            &["dal 1º maggio 2020; nomina"],
        ),
        (
            "valid: {from: 2001, until: 2023-07-31}\nseats:\n  - {id: p, role: chair, basis: elected, holders: [{name: Ada Neri, from: 2020}]}\n",
            &["Fine dell’attività: 31 luglio 2023"],
            &["Presidente Ada Neri Contatti"],
        ),
        (
            // Only places that count among those of the body are missing a name.
            "seats:\n  - {id: p, role: chair, basis: elected, among: [s]}\n  - {id: s, basis: elected, count: 2, holders: [{name: Ada Neri}]}\n  - {id: g, role: guest, basis: expert, subject: acque, count: 2, holders: [{name: Ugo Riva}]}\n",
            &[
                "2 posti; un titolare non indicato; invitati, osservatori e consulenti a parte Chi",
                "Ugo Riva Invitato titolare non indicato Invitato",
            ],
            &["2 titolari"],
        ),
        (
            // Of an open number, no total is exact.
            "seats:\n  - {id: s, basis: delegate, count_source: unknown, voting: true, holders: [{name: Ada Neri}, {name: Ugo Riva}]}\n  - {id: t, basis: delegate, count: {min: 2}, voting: false}\n",
            &["almeno 4 posti, almeno 2 senza voto; 2 titolari non indicati"],
            &[],
        ),
        (
            // What is still to come has not lapsed, and of a term that began before the seat no first day follows.
            "valid: {from: 2010-01-01}\nchanges: [{kind: lapse, date: 2025-01-01}]\nterms: [{id: a, from: 2015-01-01, until: 2030-12-31}]\n\
             seats:\n  - {id: s, basis: elected, valid: {from: 2020-01-01}, holders: [{name: Ada Neri, term: a}]}\n\
             tables: [{id: t, title: Nuovo tavolo, valid: {from: 2030-01-01}, seats: [{id: a, basis: expert}]}]\n",
            &[
                "Nuovo tavolo Inizio dell’attività: 1º gennaio 2030",
                "fino al 31 dicembre 2030",
            ],
            &["Nuovo tavolo Decadenza", "Entra Ada Neri"],
        ),
        (
            // Who stood in for somebody does not come back with them; who was elected to a role is called by it; what
            // another seat says of a mandate is not said here.
            "seats:\n  - {id: m, basis: elected, count: 2, office: Sindaca, holders: [{name: Ada Neri, from: 2015-01-01, until: 2020-12-31}, {name: Bo Ri, substitutes: Ada Neri, from: 2015-01-01}, \
             {name: Ada Neri, from: 2024-01-01}, {name: Eva Po, role: chair, from: 2016-01-01, until: 2026-01-31, act: delibera-1, end_reason: Dimissioni}]}\n\
             tables: [{id: t, title: Tavolo, seats: [{id: a, role: chair, basis: ex_officio, office: Capo, held_by: m}]}]\n",
            &[
                "Ada NeriSindaca per elezione dal 1º gennaio 2024",
                "Entra Eva Po (Presidente – Sindaca)",
                "fine del mandato: Dimissioni",
                "Capo Presidenti 2 posti di diritto per un altro incarico",
                "Eva Po 1º gennaio 2016 – 31 gennaio 2026 Ultima",
            ],
            &["supplente: Bo Ri", "per la carica"],
        ),
        (
            // Who stood in for somebody left on the same day.
            "seats:\n  - {id: m, basis: elected, office: Sindaca, substitutes: {each: true}, holders: [{name: Ada Neri, from: 2020, until: 2023-05-01}, {name: Bo Ri, substitutes: Ada Neri, from: 2020}, {name: Eva Po, from: 2023-05-01}]}\n",
            &["Bo Ri supplente di Ada Neri 2020 – 1º maggio 2023"],
            &["dal 2020"],
        ),
        (
            // Of two who have a role beside their places, one is named.
            "seats:\n  - {id: v, role: vice_chair, basis: elected, count: 2, among: [m], holders: [{name: Bo Ri}]}\n  - {id: m, basis: elected, office: Sindaca, count: 2, holders: [{name: Ada Neri}, {name: Bo Ri}]}\n",
            &[
                "2 posti",
                "scelto tra: Sindaca",
                "Bo Ri",
                "titolare non indicato",
            ],
            &["4 posti"],
        ),
        (
            // Who is one of the members by right is counted once.
            "seats:\n  - {id: p, role: chair, basis: ex_officio, held_by: m}\n  - {id: m, basis: elected, office: Sindaca, holders: [{name: Ada Neri}]}\n  - {id: n, basis: elected, office: Assessora, holders: [{name: Eva Po}]}\n",
            &["2 posti"],
            &["3 posti"],
        ),
        (
            // Who takes up a role keeps the place, and who is sent by somebody does not have their office.
            "seats:\n  - {id: m, basis: elected, office: Sindaca, count: 3, holders: [{name: Ada Neri, from: 2015-01-01, until: 2020-01-01}, {name: Ada Neri, role: chair, from: 2020-01-01, until: 2022-12-31}, {name: Ada Neri, from: 2023-01-01}, \
             {name: Ugo Riva, delegate_of: Sindaco di Alba, from: 2021-06-01}, {name: Ivo Re, substitutes: Ugo Riva, from: 2021-06-01, until: 2022-03-31}, {vacant: true, on_behalf_of: comune-bra, from: 2021-07-01}]}\n",
            &[
                "Entra Ada Neri (Sindaca)",
                "Entra Ada Neri (Presidente – Sindaca)",
                "31 dicembre 2022 Ultimo giorno di Ada Neri (Presidente – Sindaca)",
                "Entra per delega Ugo Riva (Sindaca)",
                "Ultimo giorno di Ivo Re come supplente (Sindaca)",
                "Posto vacante: Sindaca – Comune di Bra",
            ],
            &["Resta Ada Neri"],
        ),
        (
            // After a lapse, the places are as many as before, and of as many the name is missing.
            "changes: [{kind: lapse, date: 2010-12-31}]\nmembers: [comune-alba, comune-bra]\nseats:\n  - {id: s, title: Sindaci, basis: delegate, each: members, holders: [{name: Ada Neri, on_behalf_of: comune-alba, from: 2010-02}]}\n",
            &[
                "2 posti; un titolare non indicato",
                "Sindaci per delega 2 posti, uno per ogni ente",
            ],
            &[],
        ),
        (
            // Who begins in the last year of a term takes over.
            "terms: [{id: a, from: 2020, until: 2026}, {id: b, from: 2026}]\nseats:\n  - {id: s, basis: elected}\n",
            &["In carica dal 2026"],
            &["In carica 2020"],
        ),
        (
            // What is lost where a person is named: whom they represent, how many places there are.
            "seats:\n  - {id: s, basis: delegate, count: {min: 1, max: 3}, from: [provincia-cuneo], represents: i giovani, holders: [{name: Ada Neri, on_behalf_of: provincia-cuneo}]}\n",
            &["rappresenta: i giovani", "da 1 a 3 posti"],
            &[],
        ),
    ] {
        let site = site(keys);
        site.build().succeeds();
        let page = text_of(&site.page("rich/index.html"));
        says(&page, said);
        for wrong in not_said {
            assert!(!page.contains(wrong), "{wrong} is in\n{page}");
        }
    }
}

#[test]
fn who_sat_on_a_past_day_is_said_only_where_a_date_tells() {
    let keys = "seats:\n  - {id: p, role: chair, basis: elected, holders: [{name: Ada Neri, from: 2015, until: 2020}, {name: Bo Ri, from: 2020}]}\n  - {id: s, basis: appointed, holders: [{name: Ugo Riva}]}\n  - {id: v, basis: appointed, holders: [{vacant: true}]}\n";
    let site = site(keys);
    site.build().succeeds();
    let page = text_of(&site.page("rich/composizione/2015/index.html"));
    says(&page, &["Ada Neri"]);
    assert!(
        !page.contains("Ugo Riva") && !page.contains("vacante"),
        "{page}"
    );
}

#[test]
fn who_will_sit_is_told_where_there_is_no_other_history() {
    let seats =
        "seats:\n  - {id: s, basis: elected, holders: [{name: Ada Neri, from: 2090-01-01}]}\n";
    let indented = seats.replace('\n', "\n    ").replace("    \n", "\n");
    let table = format!(
        "tables:\n  - id: t\n    title: Tavolo\n    {}\n",
        indented.trim_end()
    );
    for keys in [seats, &table] {
        let site = site(keys).replace("content/rich.md", "valid: {from: 2010-01-01}\n", "");
        site.build().succeeds();
        says(
            &text_of(&site.page("rich/index.html")),
            &["In futuro", "Ada Neri"],
        );
    }
}

#[test]
fn who_stands_in_chairs_nothing() {
    let site = site("\
seats:
  - {id: c, role: chair, basis: elected, voting: true, holders: [{vacant: true, from: 2024-07-01}, {name: Sub Uno, from: 2010, substitutes: true}]}
");
    site.build().succeeds();
    let text = text_of(&site.page("rich/index.html"));
    says(&text, &["Presidente posto vacante", "1 posto, con voto"]);
    assert!(!text.contains("Presidente Sub Uno"), "{text}");
}

#[test]
fn who_is_twice_among_the_members_has_one_place() {
    let site = site(
        "\
members: [comune-alba, comune-alba]
seats:
  - {id: m, basis: delegate, each: members, voting: false}
",
    );
    let run = site.build_json();
    assert_eq!(run.errors(), [""; 0]);
    let warnings = run.warnings().join(" ");
    assert!(warnings.contains("duplicate-item"), "{warnings}");
    let text = text_of(&site.page("rich/index.html"));
    says(&text, &["1 posto, senza voto"]);
}

#[test]
fn what_has_stopped_does_not_stop_again_and_nothing_becomes_itself() {
    let is_contradictory = |changes: &str| {
        let page = with_keys("content/consulta.md", &format!("changes: [{changes}]\n")).text;
        let site = Site::new().file("content/consulta.md", page);
        let run = site.check_in_process();
        let warnings = run.warnings();
        warnings
            .iter()
            .any(|it| it.starts_with("contradictory-changes"))
    };
    let suspended = "{kind: suspension, date: 2019-01-01}";
    for (changes, expected) in [
        ("{kind: suspension, date: 2021}", true),
        ("{kind: lapse, date: 2021}", false),
        // The order is not known.
        ("{kind: suspension, date: 2019}", false),
        (
            "{kind: suspension, date: 2021}, {kind: resumption, date: 2020}",
            false,
        ),
        (
            "{kind: closing, date: 2020}, {kind: lapse, date: 2021}",
            true,
        ),
        (
            "{kind: closing, date: 2020}, {kind: establishment, date: 2021}",
            false,
        ),
        ("{kind: rename, date: 2018, into: consulta}", true),
    ] {
        let changes = format!("{suspended}, {changes}");
        assert_eq!(is_contradictory(&changes), expected, "{changes}");
    }
}

#[test]
fn nobody_holds_two_places_of_a_seat_at_the_same_time() {
    for (holders, is_double) in [
        ("{name: Ada Neri}, {name: Ada Neri}", true),
        (
            "{name: Ada Neri, until: 2020}, {name: Ada Neri, from: 2019-05-01}",
            true,
        ),
        (
            "{name: Ada Neri, until: 2020}, {name: Ada Neri, from: 2020}",
            false,
        ),
        ("{name: Ada Neri, until: 2020}, {name: Ada Neri}", false),
        (
            "{name: Ada Neri, on_behalf_of: comune-alba}, {name: Ada Neri, on_behalf_of: comune-bra}",
            false,
        ),
        (
            "{on_behalf_of: comune-alba}, {on_behalf_of: comune-alba}",
            true,
        ),
        (
            "{name: Ada Neri}, {name: Bo Ri, substitutes: Ada Neri}, {name: Bo Ri}",
            false,
        ),
    ] {
        let seat = "  - {id: m, basis: elected, count: 3, holders: [HOLDERS]}\n";
        let codes = codes(&seat.replace("HOLDERS", holders));
        let has = codes.contains(&"duplicate-item".to_owned());
        assert_eq!(has, is_double, "{holders}: {codes:?}");
    }
}
