//! A fault hides no other: with two faults, what is found is what is found of each alone.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::proptest_config::cases;
use crate::site::{Found, Site};

/// A body without faults, one value a line.
const PAGE: &str = "\
---
type: body
title: Osservatorio
summary: Guarda le consulte.
reviewed: 2026-10-01
updated: 2026-10-02
kind: coordination
authority: provincia-cuneo
order: 3
acronym: OSS
url: https://osservatorio.example/
topics: [casa]
members: [comune-alba, comune-bra]
valid: {from: 2010}
territory:
  area: provincia-cuneo
terms:
  - id: \"2024\"
    from: 2024
    until: 2026-12
    act: delibera-1
changes:
  - kind: establishment
    date: 2010-05
legal_basis:
  - act: delibera-1
    relation: establishes
related:
  - organization: comune-fermo
    relation: consults
activities:
  - id: guarda
    text: Guarda.
  - id: dice
    text: Dice.
seats:
  - id: presidente
    role: chair
    basis: ex_officio
    office: Presidente
  - id: vice
    role: vice_chair
    basis: delegate
    delegated_by: presidente
  - id: sindaci
    basis: elected
    from: [comune-alba, comune-bra]
    count: 2
    term_months: 24
    holders:
      - name: Ugo Neri
        on_behalf_of: comune-alba
        from: 2025-01-01
        term: \"2024\"
      - person: anna-rossi
        on_behalf_of: comune-bra
        from: 2025-01-02
        office: Sindaca di Bra
      - name: Ada Neri
        substitutes: anna-rossi
contacts:
  - office: Segreteria
    channels:
      - kind: email
        value: info@osservatorio.example
      - kind: phone
        value: \"+390171445566\"
---
Vedi la [consulta](ref:body/consulta).

La [delibera](ref:document/delibera-1).
";

/// Other lines in place of lines of the page, none with more lines than before: values of a wrong type or form, missing
/// and unknown keys, references that lead nowhere, broken rules, faults of Markdown.
const FAULTS: &[(&str, &str)] = &[
    ("title: Osservatorio", "title: [Osservatorio]"),
    ("title: Osservatorio", "titel: Osservatorio"),
    (
        "summary: Guarda le consulte.",
        "summary: [Guarda, le consulte]",
    ),
    ("summary: Guarda le consulte.", "summary:"),
    ("summary: Guarda le consulte.", "sommario_breve: Guarda"),
    ("reviewed: 2026-10-01", "reviewed: 2026-13-01"),
    ("reviewed: 2026-10-01", "reviewed: 2020-01-01"),
    ("updated: 2026-10-02", "updated: ieri"),
    ("kind: coordination", "kind: {a: b}"),
    ("kind: coordination", "kind: coordinamnto"),
    (
        "authority: provincia-cuneo",
        "authority: Provincia di Cuneo",
    ),
    ("authority: provincia-cuneo", "authority: provincia-cune"),
    ("authority: provincia-cuneo", "autorita: provincia-cuneo"),
    ("order: 3", "order: terzo"),
    ("order: 3", "pippo: 3"),
    ("acronym: OSS", "acronym: {a: OSS}"),
    ("url: https", "url: htps"),
    ("topics: [casa]", "topics: [casa, [b]]"),
    ("topics: [casa]", "topics: {a: b}"),
    (
        "members: [comune-alba, comune-bra]",
        "members: [comune-alba, comune-bra, comune-albo]",
    ),
    (
        "members: [comune-alba, comune-bra]",
        "members: [comune-alba, Comune di Bra]",
    ),
    ("members: [comune-alba, comune-bra]", "members: 5"),
    ("valid: {from: 2010}", "valid: {from: 2010-13}"),
    ("valid: {from: 2010}", "valid: {from: 2010, until: 2003}"),
    ("area: provincia-cuneo", "area: 2026"),
    ("area: provincia-cuneo", "area: langhe"),
    ("until: 2026-12", "until: 2026-14"),
    ("until: 2026-12", "until: 2019-12"),
    ("date: 2010-05", "date: maggio"),
    ("relation: establishes", "relation: [x]"),
    ("relation: establishes", "relation: framework"),
    ("- act: delibera-1", "- act: delibera-9"),
    ("- act: delibera-1", "- act: [delibera-1]"),
    ("organization: comune-fermo", "organization: comune-ferno"),
    (
        "organization: comune-fermo",
        "organization: Comune di Fermo",
    ),
    ("text: Guarda.", "text: [Guarda]"),
    ("text: Dice.", "testo: Dice."),
    ("- id: dice", "- id: guarda"),
    ("role: chair", "role: capo"),
    ("role: chair", "role: member"),
    ("basis: ex_officio", "basis: [ex_officio]"),
    ("office: Presidente", "office: [Presidente]"),
    ("office: Presidente", "note: Presidente"),
    ("delegated_by: presidente", "delegated_by: preside"),
    ("- id: presidente", "- id: [presidente]"),
    ("from: [comune-alba, comune-bra]", "from: Comuni"),
    ("count: 2", "count: due"),
    ("count: 2", "count: 1"),
    ("term_months: 24", "term_months: lungo"),
    ("on_behalf_of: comune-alba", "on_behalf_of: comune-fermo"),
    ("on_behalf_of: comune-alba", "on_behalf_of: [a]"),
    ("from: 2025-01-01", "from: 2025-02-30"),
    ("from: 2025-01-01", "from: 1999-02-01"),
    ("term: \"2024\"", "term: \"2029\""),
    ("person: anna-rossi", "person: anna-rosi"),
    ("person: anna-rossi", "person: Anna Rossi"),
    ("from: 2025-01-02", "from: {a: 1}"),
    ("substitutes: anna-rossi", "substitutes: ana-rossi"),
    ("- kind: email", "- kind: posta"),
    ("value: info@", "value: info_"),
    ("value: \"+390171445566\"", "value: abc"),
    ("value: \"+390171445566\"", "value: [1]"),
    ("(ref:body/consulta)", "(ref:body/consulto)"),
    ("(ref:body/consulta)", "(manca.md)"),
    ("(ref:document/delibera-1)", "(javascript:alert)"),
    ("(ref:document/delibera-1)", "(consulta.md#manca)"),
];

/// The lines of the seat with holders.
const SEAT: std::ops::Range<usize> = 806..1197;

/// Where the line of a fault is.
fn place(fault: &(&str, &str)) -> usize {
    let at = PAGE.find(fault.0);
    at.unwrap_or_else(|| panic!("not in the page: {}", fault.0))
}

fn findings_of(faults: &[(&str, &str)]) -> BTreeSet<String> {
    let text = faults.iter().fold(PAGE.to_owned(), |text, (from, to)| {
        text.replacen(from, to, 1)
    });
    let site = Site::new().file("content/osservatorio.md", text);
    let run = site.check_in_process();
    let said = |it: &Found| format!("{} {}", it.severity, it.what);
    run.findings().iter().map(said).collect()
}

/// What is found by all holders of a seat together, such as that no other has the name of whom a substitute stands in for.
const OF_HOLDERS: [&str; 6] = [
    "unknown-holder",
    "overfull-seat",
    "unfilled-seat",
    "expired-mandate",
    "holder-outside-pool",
    "member-without-seat",
];

/// Faults of which one decides whether the other is one: a mandate that began before a body of which nobody knows since
/// when it exists, an office that a basis asks for which cannot be read. All others of the 2,116 pairs are independent.
const DEPENDENT: &[(&str, &str)] = &[
    ("valid: {from: 2010-13}", "from: 1999-02-01"),
    ("valid: {from: 2010, until: 2003}", "from: 1999-02-01"),
    ("date: maggio", "from: 1999-02-01"),
    ("until: 2019-12", "date: maggio"),
    ("until: 2019-12", "from: 2025-02-30"),
    ("until: 2019-12", "from: 1999-02-01"),
    ("until: 2019-12", "term: \"2029\""),
    ("relation: framework", "- act: [delibera-1]"),
    ("basis: [ex_officio]", "note: Presidente"),
    ("delegated_by: preside", "- id: [presidente]"),
    ("- id: [presidente]", "term: \"2029\""),
    ("- kind: posta", "value: info_"),
];

fn are_dependent(a: &(&str, &str), b: &(&str, &str)) -> bool {
    let mut pairs = DEPENDENT.iter();
    pairs.any(|pair| *pair == (a.1, b.1) || *pair == (b.1, a.1))
}

fn is_their_union(a: &(&str, &str), b: &(&str, &str)) -> Result<(), TestCaseError> {
    let alone: BTreeSet<String> = findings_of(&[*a])
        .union(&findings_of(&[*b]))
        .cloned()
        .collect();
    let both = findings_of(&[*a, *b]);
    let are_counted_together = [a, b].iter().all(|it| {
        let counts = ["until: 2026-12", "valid:", "members:"];
        SEAT.contains(&place(it)) || counts.iter().any(|start| it.0.starts_with(start))
    });
    let hidden = alone.difference(&both).filter(|it| {
        // Holders are not counted as long as it is not known who they are, or from when until when they sit.
        !are_counted_together || !OF_HOLDERS.iter().any(|code| it.contains(code))
    });
    let hidden: Vec<_> = hidden.collect();
    let invented: Vec<_> = both.difference(&alone).collect();
    prop_assert!(
        hidden.is_empty() && invented.is_empty(),
        "{a:?} {b:?}\nhidden: {hidden:?}\ninvented: {invented:?}"
    );
    Ok(())
}

#[test]
fn the_page_has_no_fault_and_each_fault_is_found() {
    assert_eq!(findings_of(&[]), BTreeSet::new());
    let unseen = FAULTS.iter().filter(|it| findings_of(&[**it]).is_empty());
    assert_eq!(unseen.collect::<Vec<_>>(), Vec::<&(&str, &str)>::new());
}

#[test]
fn a_reference_that_leads_nowhere_makes_no_substitute_unknown() {
    let fault = ("person: anna-rossi", "person: anna-rosi");
    let found = BTreeSet::from(["error dangling-reference content/osservatorio.md:55:17".into()]);
    assert_eq!(findings_of(&[fault]), found);
}

#[test]
fn six_faults_of_six_stages_are_found_at_once() {
    let faults = [
        ("reviewed: 2026-10-01", "reviewed: 2026-13-01"),
        ("authority: provincia-cuneo", "authority: provincia-cune"),
        ("order: 3", "pippo: 3"),
        ("role: chair", "role: member"),
        ("value: \"+390171445566\"", "value: abc"),
        ("(ref:body/consulta)", "(manca.md)"),
    ];
    assert_eq!(findings_of(&faults).len(), 6, "{:#?}", findings_of(&faults));
}

#[test]
fn an_entry_of_a_registry_hides_no_other() {
    let text = "\
organizations:
  - {id: uno, title: [Uno], kind: municipality}
  - {id: [due], title: Due, kind: municipality}
  - {id: tre, title: Tre, kind: municipality, parent: nessuno}
  - {id: quattro, title: Quattro, kind: municipality, parent: uno}
  - Cinque
documents:
  - {id: legge, title: Legge, kind: law, date: ieri}
";
    let page = PAGE.replace(
        "[comune-alba, comune-bra]\nvalid",
        "[uno, comune-bra]\nvalid",
    );
    let page = page.replace("act: delibera-1", "act: legge");
    let site = Site::new()
        .file("content/registro.yaml", text)
        .file("content/osservatorio.md", page);
    let run = site.check_in_process();
    let expected = [
        "bad-date content/registro.yaml:8:48",
        "dangling-reference content/registro.yaml:4:55",
        "wrong-type content/registro.yaml:2:22",
        "wrong-type content/registro.yaml:3:10",
        "wrong-type content/registro.yaml:6:5",
    ];
    let mut errors = run.errors();
    errors.sort();
    assert_eq!(errors, expected);
}

#[test]
fn a_page_whose_id_is_wrong_hides_no_fault_and_may_be_meant() {
    let page = PAGE.replace("order: 3", "id: [Osservatorio]");
    let page = page.replace("acronym: OSS", "parent: osservatore");
    let site = Site::new().file("content/osservatorio.md", page).file(
        "content/altra.md",
        PAGE.replace("order: 3", "parent: osservatorio"),
    );
    let expected = [
        "wrong-type content/osservatorio.md:9:5",
        "dangling-reference content/osservatorio.md:10:9",
    ];
    assert_eq!(site.check_in_process().errors(), expected);
}

#[test]
fn a_translation_is_checked_in_spite_of_a_fault() {
    let site = Site::new()
        .replace(
            "site.toml",
            "theme = ",
            "languages = [\"it\", \"de\"]\ntheme = ",
        )
        .file(
            "content/orari.de.md",
            "---\ntitle: [Zeiten]\nsummary: Wann.\n---\n[x](manca.md)\n",
        );
    let expected = [
        "wrong-type content/orari.de.md:2:8",
        "broken-link content/orari.de.md:5:5",
    ];
    assert_eq!(site.check_in_process().errors(), expected);
}

#[test]
fn a_fault_of_the_settings_hides_no_fault_of_content() {
    let address = "base_url = \"https://consulte.example/sito\"";
    let other = "language-in-name content/orari.de.md:1:1";
    for (from, to, of_name) in [
        (address, "base_url = \"consulte\"", &[other] as &[_]),
        (address, "base_url = consulte", &[]),
        ("language = \"it\"", "language = \"italiano\"", &[]),
        ("language = \"it\"", "languages = \"de\"", &[]),
        ("title = \"Consulte\"", "titolo = \"Consulte\"", &[other]),
        ("theme = \"mini\"", "vocabularies = 5", &[other]),
    ] {
        let page = PAGE.replace("order: 3", "parent: manca");
        let page = match to.starts_with("vocabularies") {
            true => page.replace("kind: coordination", "kind: osservatorio"),
            false => page,
        };
        let german = "---\ntitle: Zeiten\nsummary: Wann.\n---\n[x](manca.md)\n";
        let site = Site::new()
            .replace("site.toml", from, to)
            .file("content/orari.de.md", german)
            .file("content/osservatorio.md", page);
        let found = site.check_in_process().errors();
        let (settings, content): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|it| it.contains(" site.toml"));
        let rest = [
            "broken-link content/orari.de.md:5:5",
            "dangling-reference content/osservatorio.md:9:9",
        ];
        assert_eq!(content, [of_name, &rest].concat(), "{to}: {settings:?}");
        assert_eq!(settings.len(), 1, "{to}: {settings:?}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn two_faults_are_found_as_each_alone(a in select(FAULTS), b in any::<Index>()) {
        let others = FAULTS.iter().filter(|it| place(it) != place(&a));
        let others = others.filter(|it| !are_dependent(&a, it));
        let others: Vec<_> = others.copied().collect();
        is_their_union(&a, b.get(&others))?;
    }
}

#[test]
fn facts_that_cannot_be_read_hide_no_fault_of_the_text() {
    let text = "Vedi la [consulta](ref:body/consulto) e [altro](manca.md).\n";
    let links = |line: u32| {
        [
            format!("dangling-reference content/osservatorio.md:{line}:20"),
            format!("broken-link content/osservatorio.md:{line}:49"),
        ]
    };
    for (facts, line, expected) in [
        (
            "---\ntype: body\ntitle: \"Osservatorio\n---\n",
            5,
            "yaml-syntax content/osservatorio.md:3:",
        ),
        (
            "---\ntype: Pippo\ntitle: O\nkind: x\n---\n",
            6,
            "unknown-value content/osservatorio.md:2:7",
        ),
        ("", 1, "missing-front-matter content/osservatorio.md:1:1"),
        (
            "---\ntype: section\ntitle: O\n---\n",
            5,
            "misplaced-type content/osservatorio.md:2:7",
        ),
    ] {
        let site = Site::new().file("content/osservatorio.md", format!("{facts}{text}"));
        let run = site.check_in_process();
        let mut errors = run.errors();
        let at = errors.iter().position(|it| it.starts_with(expected));
        errors.remove(at.unwrap_or_else(|| panic!("{facts}{errors:?}")));
        assert_eq!(errors, links(line), "{facts}");
    }
}

#[test]
fn an_unknown_type_hides_no_value_that_all_types_have() {
    let page = PAGE.replace("type: body", "type: Pippo");
    let page = page.replace("reviewed: 2026-10-01", "reviewed: 2026-13-01");
    let site = Site::new().file("content/osservatorio.md", page);
    let expected = [
        "unknown-value content/osservatorio.md:2:7",
        "bad-date content/osservatorio.md:5:11",
    ];
    assert_eq!(site.check_in_process().errors(), expected);
}
