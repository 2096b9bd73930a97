//! `check --fix` where only one thing can be meant: whatever a hint tells to write, it writes.

use std::fs;

use crate::site::{AS_OF, Site};

const PAGE: &str = "content/nuova.md";

const BODY: &str = "\
---
type: body
title: Nuova
summary: Una consulta.
kind: council
authority: provincia-test
activities:
  - {id: pareri, text: Pareri.}
legal_basis:
  - {missing: true, relation: establishes}
seats:
  - {id: presidente, role: chair, basis: elected, office: Sindaco}
---

Testo.
";

/// Organizations with titles, acronyms and ids that they had.
const REGISTRY: &str = "\
organizations:
  - {id: provincia-test, title: Provincia di Test, kind: province}
  - {id: comune-fossano, title: Comune di Fossano, kind: municipality, aliases: [/enti/fossano-cn/]}
  - {id: comune-brà2, title: X, kind: municipality}
  - {id: consorzio-uno, title: Consorzio Uno, acronym: CSU, kind: consortium}
  - {id: doppio-a, title: Doppio, kind: municipality}
  - {id: doppio-b, title: Doppio, kind: municipality}
areas:
  - {id: test, title: Provincia di Test, kind: province}
";

fn site() -> Site {
    Site::new().file(
        "content/registro2.yaml",
        REGISTRY.replace("comune-brà2", "comune-bra2"),
    )
}

fn fixed(site: &Site) -> String {
    site.run(&["check", "--fix", "--as-of", AS_OF]);
    fs::read_to_string(site.path(PAGE)).unwrap()
}

/// Lines of the good page become these, and are corrected again.
#[track_caller]
fn mended(good: &str, faulty: &str) {
    let page = BODY.replace(good, faulty);
    assert_ne!(page, BODY, "{good}");
    let site = site().file(PAGE, page);
    assert_eq!(fixed(&site), BODY, "{faulty}");
}

#[track_caller]
fn left(good: &str, faulty: &str) {
    let page = BODY.replace(good, faulty);
    let site = site().file(PAGE, &page);
    assert_eq!(fixed(&site), page, "{faulty}");
}

#[test]
fn a_number_in_quotes_is_corrected_where_a_range_may_be_too() {
    for (faulty, right) in [
        ("count: \"3\"", "count: 3"),
        ("count: '3'", "count: 3"),
        ("count: da 2 a 4", "count: {min: 2, max: 4}"),
    ] {
        for (start, end) in [(", ", "}"), ("}\n  - id: altri\n    ", "")] {
            let with = |count: &str| {
                let whole = format!("office: Sindaco{start}{count}{end}");
                BODY.replace("office: Sindaco}", &whole)
            };
            let site = site().file(PAGE, with(faulty));
            assert_eq!(fixed(&site), with(right), "{faulty}");
        }
    }
}

#[test]
fn a_comment_behind_what_is_corrected_stays() {
    let with = |order: &str| {
        let ordered = format!("kind: council\norder: {order}  # tre, non \"3\"");
        BODY.replace("kind: council", &ordered)
    };
    for faulty in ["\"3\"", "'3'"] {
        let site = site().file(PAGE, with(faulty));
        assert_eq!(fixed(&site), with("3"), "{faulty}");
    }
}

#[test]
fn a_space_that_cannot_be_seen_before_a_key_goes() {
    mended("summary: ", "\u{a0}summary: ");
    mended("summary: ", "\u{2003}\u{a0}summary: ");
}

#[test]
fn a_name_of_another_is_not_corrected() {
    // Letters in other places are slips; other letters are other names.
    mended("authority: provincia-test", "authority: porvincia-test");
    // As `new` and links of texts name it.
    mended(
        "authority: provincia-test",
        "authority: organization/provincia-test",
    );
    mended(
        "authority: provincia-test",
        "authority: ref:organization/provincia-test",
    );
    mended("authority: provincia-test", "authority: provinccia-test");
    left("authority: provincia-test", "authority: provincia-tesi");
    left("authority: provincia-test", "authority: provincia-tes");
    left("authority: provincia-test", "authority: provinca-test");
    left("authority: provincia-test", "authority: provinxcia-test");
    let holder = |person: &str| {
        let whole = format!("office: Sindaco, holders: [{{person: {person}}}]}}");
        BODY.replace("office: Sindaco}", &whole)
    };
    let person = "persons:\n  - {id: luca-rossi, given: Luca, family: Rossi}\n";
    for (typed, right) in [("lucia-rossi", "lucia-rossi"), ("Luca-Rossi", "luca-rossi")] {
        let site = site().file(PAGE, holder(typed));
        let site = site.file("content/persone2.yaml", person);
        assert_eq!(fixed(&site), holder(right));
    }
}

#[test]
fn who_sits_is_no_title_of_the_seat() {
    for key in ["nome", "titolare", "persona", "delegato", "nominato"] {
        let with_key = format!("office: Sindaco, {key}: Mario Rossi}}");
        left("office: Sindaco}", &with_key);
    }
}

#[test]
fn signs_between_the_digits_of_a_number_go() {
    let contact = |number: &str| {
        let contact = format!(
            "contacts:\n  - office: Ufficio\n    channels:\n      - {{kind: phone, value: \"{number}\"}}\nseats:"
        );
        BODY.replace("seats:", &contact)
    };
    // The second is no number of its country, as far as the program knows.
    for (faulty, right) in [
        ("+44 20 7946 0123", "+442079460123"),
        ("+44 20 0000.0000", "+442000000000"),
    ] {
        let site = site().file(PAGE, contact(faulty));
        assert_eq!(fixed(&site), contact(right), "{faulty}");
    }
}

#[test]
fn a_type_in_italian_is_corrected_though_other_errors_come_to_light() {
    let page = BODY.replace("type:", "tipo:").replace("chair", "zzzzzz");
    let site = site().file(PAGE, &page);
    assert_eq!(fixed(&site), page.replace("tipo:", "type:"));
    // The other errors are told.
    let run = site.run(&["check", "--as-of", AS_OF]);
    assert!(run.stderr.contains("unknown-value"), "{}", run.stderr);
}

#[test]
fn a_type_is_corrected_though_another_thing_has_the_same_name() {
    let page = BODY.replace("type:", "id: consulta\ntipo:");
    let site = site().file(PAGE, &page);
    let found = site.check_in_process().errors();
    assert!(
        found.iter().any(|it| it.starts_with("duplicate-id")),
        "{found:?}"
    );
    assert_eq!(fixed(&site), page.replace("tipo:", "type:"));
}

#[test]
fn a_title_an_acronym_or_an_old_id_of_one_thing_becomes_its_id() {
    for name in [
        "Provincia di Test",
        "provincia di test",
        "\"Provincia di Test\"",
    ] {
        let right = name.replace("Provincia di Test", "provincia-test");
        let right = right.replace("provincia di test", "provincia-test");
        let site = site().file(PAGE, BODY.replace("provincia-test", name));
        assert_eq!(fixed(&site), BODY.replace("provincia-test", &right));
    }
    for (name, id) in [
        ("Comune di Fossano", "comune-fossano"),
        ("fossano-cn", "comune-fossano"),
        ("CSU", "consorzio-uno"),
        ("comune-brà2", "comune-bra2"),
        ("còmune-bra2", "comune-bra2"),
    ] {
        let with = |id: &str| BODY.replace("office: Sindaco", &format!("from: [{id}, comune-bra]"));
        let site = site().file(PAGE, with(name));
        assert_eq!(fixed(&site), with(id), "{name}");
    }
    // Two are called so, or none.
    left("provincia-test", "Doppio");
    left("provincia-test", "Provincia di Nessuno");
}

#[test]
fn a_hint_says_that_the_id_goes_there() {
    let site = site().file(PAGE, BODY.replace("provincia-test", "Provincia di Test"));
    let hints = |site: &Site| -> Vec<String> {
        let found = site.check_in_process().findings().into_iter();
        let broken = found.filter(|it| it.what.starts_with("dangling-reference"));
        broken.map(|it| it.hint).collect()
    };
    assert_eq!(
        hints(&site),
        ["write `provincia-test`: here goes the `id`, not the name"]
    );
}

#[test]
fn italian_words_are_corrected() {
    mended("office: Sindaco", "carica: Sindaco");
    mended("kind: council", "tipo: council");
    mended("kind: council", "tipo: Consiglio");
    // A key without a value, behind a comment with a comma, is no rest of a text.
    let empty = BODY.replace("summary: Una consulta.", "# Uno, due\nsommario:");
    let site = site().file(PAGE, &empty);
    assert_eq!(fixed(&site), empty.replace("sommario", "summary"));
    mended("role: chair", "role: Presidente");
    mended("basis: elected", "basis: eletta");
    // A second meaning of a word that is not missing is only proposed.
    left("office: Sindaco", "office: Sindaco, ufficio: Presidenza");
}

#[test]
fn a_text_with_commas_gets_quotes_once() {
    let with = |office: &str| BODY.replace("office: Sindaco", &format!("office: {office}"));
    let site = site().file(PAGE, with("Sindaco, vice,  uno, due"));
    assert_eq!(fixed(&site), with("\"Sindaco, vice,  uno, due\""));
}

/// Every word of a closed list can be written as the default theme prints it in Italian.
#[test]
fn labels_of_closed_lists_are_corrected() {
    let labels = include_str!("../../themes/civico/i18n/it.ftl");
    let mut word = None;
    let mut tried = 0;
    for line in labels.lines() {
        if let Some((key, label)) = line.split_once(" = ") {
            word = ["role", "basis", "holder"].iter().find_map(|list| {
                let word = key.strip_prefix(list)?.strip_prefix('-')?;
                let list = list.replace("holder", "basis");
                Some((list, word))
            });
            if !label.starts_with('{') {
                tried += try_label(&word, label);
            }
        } else if let Some((_, label)) = line.split_once("] ").filter(|_| line.starts_with(' ')) {
            tried += try_label(&word, label);
        }
    }
    assert!(tried > 25, "{tried}");
}

const BASES: [&str; 6] = [
    "ex_officio",
    "delegate",
    "representative",
    "elected",
    "appointed",
    "expert",
];

fn try_label(word: &Option<(String, &str)>, label: &str) -> usize {
    let Some((list, word)) = word else { return 0 };
    if label.contains('{') || list == "basis" && !BASES.contains(word) {
        return 0;
    }
    let with = |value: &str| {
        let seat = "- {id: presidente, role: chair, basis: elected, office: Sindaco}";
        let other = match list.as_str() {
            "role" => "basis: elected",
            _ => "role: member",
        };
        BODY.replace(
            seat,
            &format!("- id: presidente\n    office: Sindaco\n    {other}\n    {list}: {value}"),
        )
    };
    let site = site().file(PAGE, with(label));
    assert_eq!(fixed(&site), with(word), "{label}");
    1
}

/// A page was copied to be translated: its facts are one error, and go where they are the same.
#[test]
fn copied_facts_of_a_translation_go() {
    let site = site().file(PAGE, BODY);
    let settings = fs::read_to_string(site.path("site.toml")).unwrap();
    let own = "language = \"it\"\n";
    let both = format!("{own}languages = [\"it\", \"de\"]\n");
    let site = site.file("site.toml", settings.replace(own, &both));
    let copy = BODY
        .replace("Una consulta.", "Ein Rat.")
        .replace("kind: council", "# Why.\nkind: board");
    let site = site.file("content/nuova.de.md", &copy);
    let found = site.check_in_process().findings().into_iter();
    let unknown: Vec<String> = found
        .filter(|it| it.what.starts_with("unknown-key"))
        .map(|it| it.what)
        .collect();
    assert_eq!(unknown, ["unknown-key content/nuova.de.md:6:1"]);
    site.run(&["check", "--fix", "--as-of", AS_OF]);
    let left = "---\ntype: body\ntitle: Nuova\nsummary: Ein Rat.\n# Why.\nkind: board\nactivities:\n  \
                - {id: pareri, text: Pareri.}\n---\n\nTesto.\n";
    let text = fs::read_to_string(site.path("content/nuova.de.md")).unwrap();
    assert_eq!(text, left);
    let page = fs::read_to_string(site.path(PAGE)).unwrap();
    assert_eq!(page, BODY);
    // A fact in a seat goes alone, and an editor's comment keeps what it is about.
    let words = |fact: &str| {
        format!(
            "---\ntitle: Neu\nsummary: Ein Rat.\nseats:\n  - id: presidente\n    office: Bürgermeister\n{fact}---\n\nTesto.\n"
        )
    };
    for (fact, left) in [
        ("    role: chair\n", ""),
        ("    role: chair # Why.\n", "    role: chair # Why.\n"),
    ] {
        site.put("content/nuova.de.md", words(fact));
        let run = site.run(&["check", "--fix", "--lang", "en", "--as-of", AS_OF]);
        let text = fs::read_to_string(site.path("content/nuova.de.md")).unwrap();
        assert_eq!(text, words(left));
        let said = [run.stdout.as_str(), run.stderr.as_str()].concat();
        assert_eq!(said.contains("seats.role"), !left.is_empty(), "{said}");
    }
}

#[test]
fn control_characters_go_and_the_rest_of_the_text_stays() {
    let page = BODY.replace("Testo.", "Te\u{b}sto\u{1}. `codi\u{7f}ce`");
    let site = site().file(PAGE, &page);
    assert_eq!(fixed(&site), BODY.replace("Testo.", "Testo. `codice`"));
}

/// `tipo` means two keys: the one that is missing, and never one that has no such word.
#[test]
fn a_word_for_two_keys_is_the_one_that_is_missing() {
    let entries = |key: &str, more: &str| {
        format!(
            "organizations:\n  - {{id: a1, title: A, {key}: municipality{more}}}\n  - {{id: a2, title: B, {key}: consortium}}\n\
             documents:\n  - {{id: d1, title: D, {key}: law}}\n"
        )
    };
    let site = Site::new().file("content/altri.yaml", entries("tipo", ""));
    site.run(&["check", "--fix", "--as-of", AS_OF]).succeeds();
    assert_eq!(
        fs::read_to_string(site.path("content/altri.yaml")).unwrap(),
        entries("kind", "")
    );
    // There is one already, and the word is no type.
    let twice = entries("kind", ", tipo: comune");
    let site = Site::new().file("content/altri.yaml", &twice);
    site.run(&["check", "--fix", "--as-of", AS_OF]);
    assert_eq!(
        fs::read_to_string(site.path("content/altri.yaml")).unwrap(),
        twice
    );
}

#[test]
fn the_days_of_a_mandate_are_no_organizations() {
    let page = BODY.replace("office: Sindaco}", "office: Sindaco, dal: 2020-01-01}");
    let site = site().file(PAGE, &page);
    assert_eq!(fixed(&site), page);
    let found = site.check_in_process().findings();
    assert!(found.iter().any(|it| it.hint.contains("`holders`")));
}

#[test]
fn the_name_of_a_person_gets_no_other_letters() {
    const SEATS: &str = "among: [sindaci], holders: [{name: Gianni Fogliato}]}\n  - {id: sindaci, basis: elected, count: 1, holders: [{name: Gianni Fogliato}, {name: Ada Neri, substitutes: Gianni Fogliato}]}";
    let page = BODY.replace("office: Sindaco}", SEATS);
    for key in ["among: [sindaci], holders: [{name: ", "substitutes: "] {
        for (faulty, is_same_name) in [
            ("gianni FOGLIATO", true),
            ("Gianni\u{a0}Fogliato", true),
            ("Gianni Foglato", false),
        ] {
            let right = format!("{key}Gianni Fogliato");
            let faulty = page.replace(&right, &format!("{key}{faulty}"));
            let site = site().file(PAGE, &faulty);
            let run = site.check_in_process();
            let found = run.stdout.replace('\u{a0}', " ");
            assert!(found.contains("did you mean `Gianni Fogliato`"), "{found}");
            let expected = if is_same_name { &page } else { &faulty };
            assert_eq!(&fixed(&site), expected, "{faulty}");
        }
    }
}
