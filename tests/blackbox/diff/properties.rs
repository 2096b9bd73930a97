//! What holds of any changes.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value as Json;

use super::{changes, commit, edit, files, git, kinds, report, repository};
use crate::site::Site;

const BODY: &str = "content/consulta.md";

/// Edits that have nothing to do with each other.
const EDITS: [(&str, &str, &str); 8] = [
    (BODY, "count: 7", "count: 6"),
    (BODY, "voting: true", "voting: false"),
    (BODY, "Uno due", "Uno"),
    (BODY, "area: langhe", "area: roero"),
    ("content/riunione.md", "Sala rossa", "Sala blu"),
    ("content/registro.yaml", "ipa: p_cn", "ipa: prov_cn"),
    (
        "content/registro.yaml",
        "title: Giovani",
        "title: I giovani",
    ),
    ("content/conferenza.md", "count: 3", "count: 4"),
];

#[test]
fn the_order_of_keys_lists_and_files_and_the_way_to_write_is_no_change() {
    let site = repository();
    let shuffled = r#"---
"type": 'body'
seats:
  - {basis: "delegate", count: 7, id: delegati, office: 'Delegato', role: member}
  - id: segretario
    holders: [{from: "2024-01-01", vacant: true}]
    office: Segretario
    basis: appointed
    count: 1
  - holders:
      - on_behalf_of: alba
        from: '2024-01-10'
        acting: false
        name: "Anna   Bianchi"
    from: [alba]
    term_months: 24
    voting: yes
    office: Presidente
    basis: elected
    role: chair
    id: presidente
  - {office: Esperto, count_source: unknown, id: esperti, basis: expert}
id: consulta
contacts:
  - channels:
      - value: "+39 0171 111111"
        kind: phone
    office: Ufficio
topics:
  - sociale
tables:
  - seats:
      - {each: members, basis: representative, count_source: implied, office: Tecnico, id: enti}
    title: >-
      Tavolo
      tecnico
    id: tecnico
draft: false
activities: [{kind: activity, text: "Dare pareri sui piani", id: pareri}]
related: [{relation: coordinates_with, name: Osservatorio}]
instruments:
  - scope: zone
    name: Piano di zona
legal_basis: [{relation: establishes, missing: true}, {relation: framework, act: legge}]
territory: {zones: {lead: [bra, alba], count: 2, kind: zone}, area: langhe}
members:
  - cuneo
  - alba
  - bra
parent: conferenza
authority: provincia
kind: council
summary: |
  Una consulta di prova.
title: Consulta
---

Uno
**due** tre.
"#;
    fs::remove_file(site.path(BODY)).unwrap();
    site.put(
        "content/altrove/nuovo-nome.md",
        shuffled.replace("voting: yes", "voting: true"),
    );
    let registry = fs::read_to_string(site.path("content/registro.yaml")).unwrap();
    let (organizations, others) = registry.split_once("documents:").unwrap();
    let mut lines: Vec<&str> = organizations.lines().skip(1).collect();
    lines.reverse();
    fs::remove_file(site.path("content/registro.yaml")).unwrap();
    site.put(
        "content/enti.yml",
        format!("organizations:\n{}\n", lines.join("\n")),
    );
    site.put("content/altri/atti.yaml", format!("documents:{others}"));
    assert_eq!(changes(&site), [Json::Null; 0]);
}

#[test]
fn what_follows_from_what_is_written_is_no_change_if_it_is_written() {
    let site = repository();
    let term = "kind: council\nterms: [{id: primo, from: 2024-01-10, until: 2029-01-09}]";
    let holder = "{name: Anna Bianchi, from: 2024-01-10, until: 2029-01-09, term: primo}";
    let article = "relation: framework, article: '3', paragraph: '2'}";
    let words = "{holder: Anna Bianchi, note: One}, {holder: alba, note: Two}";
    let languages = "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n";
    let translation = |words: &str| {
        format!("---\ntitle: Council\nseats: [{{id: presidente, holders: [{words}]}}]\n---\n")
    };
    site.put("site.toml", languages);
    site.put("content/consulta.en.md", translation(words));
    edit(&site, BODY, "kind: council", term);
    edit(
        &site,
        BODY,
        "{name: Anna Bianchi, from: 2024-01-10, on_behalf_of: alba}",
        holder,
    );
    edit(&site, BODY, "relation: framework}", article);
    commit(&site);
    let same = "relation: framework, article: 'art. 3, comma 2'}";
    edit(&site, BODY, article, same);
    edit(&site, BODY, holder, "{name: Anna Bianchi, term: primo}");
    let (one, other) = words.split_once(", {").unwrap();
    let turned = format!("{{{other}, {one}");
    site.put("content/consulta.en.md", translation(&turned));
    assert_eq!(super::sentences(&changes(&site)), [""; 0]);
    commit(&site);
    // A term that ends on another day is one change, whoever sits in it.
    edit(&site, BODY, "until: 2029-01-09", "until: 2030-01-09");
    assert_eq!(kinds(&changes(&site)), ["term.changed"]);
}

#[test]
fn an_entry_of_a_registry_that_gets_a_page_is_no_change() {
    let site = repository();
    edit(
        &site,
        "content/registro.yaml",
        "  - {id: bra, title: Comune di Bra, kind: municipality}\n",
        "",
    );
    site.put(
        "content/comuni/bra.md",
        "---\ntype: organization\ntitle: Comune di Bra\nkind: municipality\n---\n",
    );
    assert_eq!(changes(&site), [Json::Null; 0]);
    commit(&site);
    // The entry comes back, and the page, which has not changed, still stands for it.
    let entry = "organizations:\n  - {id: bra, title: Un altro, kind: municipality}\n";
    edit(&site, "content/registro.yaml", "organizations:\n", entry);
    assert_eq!(changes(&site), [Json::Null; 0]);
}

#[test]
fn the_way_back_is_the_mirror() {
    let site = repository();
    for (file, from, to) in EDITS {
        edit(&site, file, from, to);
    }
    commit(&site);
    let there = report(site.root.path(), &["HEAD~1..HEAD"]);
    let back = report(site.root.path(), &["HEAD..HEAD~1"]);
    let values = |report: &Json, before: &str, after: &str| -> BTreeSet<String> {
        let changes = report["changes"].as_array().unwrap().iter();
        let value = |it: &Json| {
            format!(
                "{} {} {} {}",
                it["kind"], it["field"], it[before], it[after]
            )
        };
        changes.map(value).collect()
    };
    assert_eq!(there["changes"].as_array().unwrap().len(), EDITS.len());
    assert_eq!(
        values(&there, "before", "after"),
        values(&back, "after", "before")
    );
    // An alias tells of another id, whichever side has it.
    let text = fs::read_to_string(site.path(BODY)).unwrap();
    fs::remove_file(site.path(BODY)).unwrap();
    let renamed = text
        .replace(
            "title: Consulta\n",
            "title: Assemblea\naliases: [/consulta/]\n",
        )
        .replace("members: [alba, bra, cuneo]", "members: [alba]")
        .replace("office: Delegato, count: 6", "office: Inviato, count: 9");
    site.put("content/assemblea.md", renamed);
    edit(
        &site,
        "content/riunione.md",
        "body: consulta",
        "body: assemblea",
    );
    commit(&site);
    let there = report(site.root.path(), &["HEAD~1..HEAD"]);
    let back = report(site.root.path(), &["HEAD..HEAD~1"]);
    let kinds = |report: &Json| {
        let changes = report["changes"].as_array().unwrap().iter();
        let mut kinds: Vec<String> = changes.map(|it| it["kind"].to_string()).collect();
        kinds.sort_unstable();
        kinds
    };
    let turned: Vec<String> = kinds(&there)
        .into_iter()
        .map(|it| it.replace("left", "joined"))
        .collect();
    assert_eq!(turned, kinds(&back));
    assert!(kinds(&back).contains(&"\"identity.renamed\"".to_owned()));
}

#[test]
fn what_comes_is_what_goes_on_the_way_back() {
    let site = repository();
    edit(
        &site,
        BODY,
        "members: [alba, bra, cuneo]",
        "members: [alba, bra]",
    );
    edit(&site, BODY, "topics: [sociale]", "topics: [giovani]");
    let site = site
        .without("content/osservatorio.md")
        .without("content/riunione.md");
    commit(&site);
    let list = |range| -> Vec<String> {
        let report = report(site.root.path(), &[range]);
        let changes = report["changes"].as_array().unwrap().clone();
        kinds(&changes).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(
        list("HEAD~1..HEAD"),
        [
            "body.withdrawn",
            "meeting.withdrawn",
            "member.left",
            "seat.count",
            "topic.added",
            "topic.removed"
        ]
    );
    assert_eq!(
        list("HEAD..HEAD~1"),
        [
            "body.added",
            "meeting.scheduled",
            "member.joined",
            "seat.count",
            "topic.added",
            "topic.removed"
        ]
    );
}

#[test]
fn two_steps_have_the_changes_of_each() {
    let site = repository();
    for (index, (file, from, to)) in EDITS.into_iter().enumerate() {
        edit(&site, file, from, to);
        if index % 3 == 2 {
            commit(&site);
        }
    }
    commit(&site);
    let sentences = |range| -> BTreeSet<String> {
        let report = report(site.root.path(), &["--lang", "en", range]);
        let changes = report["changes"].as_array().unwrap();
        changes
            .iter()
            .map(|it| it["sentence"].to_string())
            .collect()
    };
    let mut steps = BTreeSet::new();
    for range in ["HEAD~3..HEAD~2", "HEAD~2..HEAD~1", "HEAD~1..HEAD"] {
        steps.extend(sentences(range));
    }
    let whole = sentences("HEAD~3..HEAD");
    assert_eq!(whole.len(), EDITS.len());
    assert_eq!(steps, whole);
}

#[test]
fn things_whose_ids_are_all_renamed_with_aliases_are_one_line_each() {
    let site = repository();
    // The order in which they come is another, too.
    edit(&site, BODY, "from: [alba]", "from: [alba, bra, cuneo]");
    commit(&site);
    let new = |id: &str| {
        let first = id.bytes().next().unwrap_or(b'a');
        format!("{}-{id}", char::from(b'z' - (first - b'a')))
    };
    let ids = [
        "consulta",
        "conferenza",
        "osservatorio",
        "riunione",
        "provincia",
        "alba",
        "bra",
        "cuneo",
        "legge",
        "verbale",
        "langhe",
        "roero",
        "sociale",
        "giovani",
        "rossi",
    ];
    let folder_of = |text: &str, id: &str| {
        let lists = [
            ("organizations", "enti"),
            ("documents", "atti"),
            ("areas", "territori"),
            ("topics", "argomenti"),
            ("persons", "persone"),
        ];
        let before = text.split(&format!("id: {id},")).next().unwrap();
        let list = lists
            .into_iter()
            .max_by_key(|(list, _)| before.rfind(&format!("{list}:")).map_or(-1, |at| at as i64));
        list.unwrap().1
    };
    for (path, text) in files(&site) {
        if path == "site.toml" || path.ends_with("_index.md") {
            continue;
        }
        let mut renamed = text.clone();
        for id in ids {
            let alias = format!(
                "id: {}, aliases: [/{}/{id}/],",
                new(id),
                folder_of(&text, id)
            );
            if path.ends_with(".yaml") {
                renamed = renamed.replace(&format!("id: {id},"), &alias);
                continue;
            }
            for after in [",", "]", "\n", "}"] {
                for found in [": ", ", ", ": ["].map(|key| format!("{key}{id}{after}")) {
                    renamed = renamed.replace(&found, &found.replace(id, &new(id)));
                }
            }
        }
        if let Some(name) = path
            .strip_prefix("content/")
            .and_then(|it| it.strip_suffix(".md"))
        {
            let name_now = new(name);
            let front = format!("---\nid: {name_now}\naliases: [/{name}/]\n");
            renamed = renamed.replacen("---\n", &front, 1);
            fs::remove_file(site.path(&path)).unwrap();
            site.put(&format!("content/{name_now}.md"), renamed);
        } else {
            site.put(&path, renamed);
        }
    }
    let found = changes(&site);
    let expected = vec!["identity.renamed"; ids.len()];
    assert_eq!(kinds(&found), expected, "{:#?}", super::sentences(&found));
    assert!(found.iter().all(|it| it["evidence"] == "declared"));
}

/// Whoever names them: seats, terms, activities and tables of the example, in facts, translations and other files.
#[test]
fn parts_whose_ids_are_all_renamed_are_one_line_each() {
    let site = Site::empty().folder("src/cli/init/example", "");
    git(&site, &["init", "-q", "-b", "main"]);
    commit(&site);
    let all = "presidente sindaci esperti vice segretario volontariato coordinatore delegato tecnici tavolo-anziani \
               tavolo-minori piani uguaglianza assistenza affidi pareri accordo associazioni 2016-2021 2026-2031 2026";
    let keys = "id: |among: [|seat: |delegated_by: |term: |held_by: consulta-volontariato/|body: comitato-sociale/|\
                ref:body/comitato-sociale#";
    for (path, text) in files(&site) {
        let mut now = text.clone();
        for (id, key) in all
            .split_whitespace()
            .flat_map(|id| keys.split('|').map(move |key| (id, key)))
        {
            for (quote, end) in [
                ("", ","),
                ("", "]"),
                ("", "}"),
                ("", "\n"),
                ("", ")"),
                ("\"", "\""),
            ] {
                let named = format!("{key}{quote}{id}{end}");
                now = now.replace(&named, &format!("{key}{quote}m-{id}{end}"));
            }
        }
        if now != text {
            site.put(&path, now);
        }
    }
    let found = changes(&site);
    // Several bodies and tables have parts with the same ids.
    let lines: BTreeSet<String> = found
        .iter()
        .map(|it| format!("{} {}", it["subject"]["id"], it["before"]))
        .collect();
    assert!(
        kinds(&found).iter().all(|it| *it == "identity.renamed"),
        "{:#?}",
        super::sentences(&found)
    );
    assert_eq!((lines.len(), found.len()), (25, 25), "{lines:#?}");
    // So is a body, whoever names it: seats of others, texts, menus and footer.
    commit(&site);
    let names = ["held_by: ", "body: ", "ref:body/"];
    for (path, text) in files(&site) {
        let mut now = text.clone();
        for name in names {
            for id in ["consulta-volontariato", "conferenza-sindaci"] {
                now = now.replace(&format!("{name}{id}"), &format!("{name}n-{id}"));
            }
        }
        let renamed = path
            .strip_suffix("consulta-volontariato.md")
            .or(path.strip_suffix("conferenza-sindaci.md"));
        if let Some(folder) = renamed {
            let name = path.strip_prefix(folder).unwrap();
            fs::remove_file(site.path(&path)).unwrap();
            site.put(&format!("{folder}n-{name}"), now);
        } else if now != text {
            site.put(&path, now);
        }
    }
    let found = changes(&site);
    assert_eq!(
        kinds(&found),
        ["identity.renamed"; 2],
        "{:#?}",
        super::sentences(&found)
    );
}

#[test]
fn ids_are_found_again_by_code_equality_and_similarity_and_two_candidates_stay_apart() {
    let evidence = |edits: &[(&str, &str)]| -> Vec<String> {
        let site = repository();
        for (from, to) in edits {
            edit(&site, "content/registro.yaml", from, to);
        }
        let found = changes(&site);
        let line = |it: &Json| {
            format!(
                "{} {}",
                it["kind"].as_str().unwrap(),
                it["evidence"].as_str().unwrap_or("-")
            )
        };
        let mut lines: Vec<String> = found.iter().map(line).collect();
        lines.sort();
        lines
    };
    assert_eq!(
        evidence(&[(
            "id: alba, title: Comune di Alba",
            "id: c-alba, title: Città di Alba"
        )]),
        ["identity.renamed identifier", "organization.renamed -"]
    );
    assert_eq!(
        evidence(&[("id: verbale", "id: verbale-1")]),
        ["identity.renamed equal"]
    );
    assert_eq!(
        evidence(&[(
            "{id: legge, title: Legge 328, kind: law, date: 2000-11-08}",
            "{id: l-328, title: legge 328, kind: law, date: 2000-11-08, nav_title: L. 328, summary: La legge quadro}"
        )]),
        ["document.added -", "document.withdrawn -"]
    );
    let twins = "  - {id: bra-1, title: Comune di Bra, kind: municipality}\n  - {id: bra-2, title: Comune di Bra, kind: municipality}\n";
    assert_eq!(
        evidence(&[(
            "  - {id: bra, title: Comune di Bra, kind: municipality}\n",
            twins
        )]),
        [
            "organization.added -",
            "organization.added -",
            "organization.withdrawn -"
        ]
    );
}

#[test]
fn what_changed_with_its_id_is_found_again_where_there_is_no_doubt() {
    let table = [
        (
            BODY,
            "{id: delegati, basis: delegate, office: Delegato, count: 7}",
            "{id: delegate, basis: delegate, office: Delegato, count: 6}",
            "identity.renamed seat.count",
        ),
        (
            BODY,
            "{id: delegati, basis: delegate, office: Delegato, count: 7}",
            "{id: vice, basis: delegate, office: Vice, count: 7}",
            "seat.added seat.removed",
        ),
        (
            BODY,
            "id: pareri, text: Dare pareri sui piani",
            "id: parere, text: Dare pareri sui piani di zona",
            "activity.reworded identity.renamed",
        ),
        (
            "content/riunione.md",
            "title: Prima riunione",
            "id: prima\ntitle: La prima riunione",
            "identity.renamed thing.renamed",
        ),
        (
            "content/riunione.md",
            "title: Prima riunione\nbody: consulta\nstart: 2026-03-14",
            "id: prima\ntitle: Prima riunione\nbody: consulta\nstart: 2026-03-21",
            "identity.renamed meeting.moved",
        ),
        (
            "content/osservatorio.md",
            "title: Osservatorio provinciale",
            "id: altro\ntitle: Osservatorio sociale",
            "body.renamed identity.renamed",
        ),
        (
            "content/registro.yaml",
            "{id: bra, title: Comune di Bra, kind: municipality}",
            "{id: c-bra, title: Comune di Bra, kind: consortium}",
            "fact.changed identity.renamed",
        ),
        (
            "content/registro.yaml",
            "{id: bra, title: Comune di Bra, kind: municipality}",
            "{id: bene, title: Comune di Bene, kind: municipality}",
            "organization.added organization.withdrawn",
        ),
    ];
    for (file, from, to, expected) in table {
        let site = repository();
        edit(&site, file, from, to);
        let found: Vec<Json> = changes(&site);
        let mut kinds = kinds(&found);
        kinds.retain(|it| {
            !it.starts_with("member") && !it.starts_with("zone") && *it != "seat.count"
                || expected.contains(it)
        });
        assert_eq!(kinds.join(" "), expected, "{from} {to}");
    }
    // A page is known by its text, too; another person, whatever is the same, is another person.
    let page = "---\ntitle: Sportello\nsummary: Dove si chiede.\n---\nSi chiede qui.\n";
    let person = "  - {id: neri, given: Anna, family: Neri, publication_basis: Legge}\n";
    let site = repository();
    let persons = std::fs::read_to_string(site.path("content/persone.yaml")).unwrap();
    site.put("content/sportello.md", page);
    site.put("content/persone.yaml", format!("{persons}{person}"));
    commit(&site);
    fs::remove_file(site.path("content/sportello.md")).unwrap();
    site.put(
        "content/accesso.md",
        page.replace("title: Sportello", "title: Accesso"),
    );
    let other = person.replace("neri", "verdi").replace("Neri", "Verdi");
    site.put("content/persone.yaml", format!("{persons}{other}"));
    assert_eq!(
        kinds(&changes(&site)),
        [
            "identity.renamed",
            "person.added",
            "person.withdrawn",
            "thing.renamed"
        ]
    );
    // Two of which either may be the one that was.
    let site = repository();
    edit(
        &site,
        BODY,
        "{id: delegati, basis: delegate, office: Delegato, count: 7}",
        "{id: a, basis: delegate, office: Delegato, count: 6}\n  - {id: b, basis: delegate, office: Delegato, count: 5}",
    );
    assert_eq!(
        kinds(&changes(&site)),
        ["seat.added", "seat.added", "seat.removed"]
    );
}

/// Any field of the model, in any place, is told if it comes or goes.
#[test]
fn any_field_that_comes_is_told() {
    let site = repository();
    let fields = [
        ("kind: council", "order: 3"),
        ("kind: council", "reviewed: 2026-01-01"),
        ("kind: council", "updated: 2026-01-01"),
        ("kind: council", "extra: {colore: rosso}"),
        ("kind: council", "valid: {from: 2020-01-01}"),
        ("    term_months: 24", "    eligible: [Sindaco]"),
        ("    term_months: 24", "    represents: Assemblea"),
        ("    term_months: 24", "    note: Una nota"),
        ("    term_months: 24", "    delegated_by: delegati"),
        ("    title: Tavolo tecnico", "    summary: Una sintesi"),
    ];
    let text = fs::read_to_string(site.path(BODY)).unwrap();
    for (place, field) in fields {
        site.put(BODY, text.replace(place, &format!("{place}\n{field}")));
        let found = changes(&site);
        let key = field.trim().split(':').next().unwrap();
        let [change] = found.as_slice() else {
            panic!("{field}: {found:#?}");
        };
        assert!(
            change["field"].as_str().unwrap().contains(key),
            "{field}: {change}"
        );
        assert!(
            key == "extra" || !change["sentence"].as_str().unwrap().contains('`'),
            "{field}: {change}"
        );
    }
}

#[test]
fn time_that_passes_is_no_change() {
    let site = repository();
    edit(&site, BODY, "count: 7", "count: 6");
    let run = |epoch: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_raccordo"))
            .args(["diff", "--lang", "it"])
            .env("SOURCE_DATE_EPOCH", epoch)
            .current_dir(site.root.path())
            .output();
        output.unwrap().stdout
    };
    assert_eq!(run("0"), run("4102444800"));
    assert!(git(&site, &["status", "--short"]).contains("consulta.md"));
}

#[test]
fn a_text_that_is_the_id_of_a_renamed_thing_is_no_change() {
    let site = repository();
    let page = "---\ntype: body\nid: nuovo\ntitle: Nuovo\nkind: council\nauthority: alba\nprocedure: {secretariat: alba}\n\
                seats:\n  - {id: a, basis: elected, holders: [{person: ada}, {name: Ugo, substitutes: ada}]}\n---\n";
    let persons = "persons:\n  - {id: ada, given: Ada, family: Rossi}\n";
    site.put("content/nuovo.md", page);
    site.put("content/persone.yaml", persons);
    commit(&site);
    site.put("content/nuovo.md", page.replace(": ada", ": ada-rossi"));
    site.put(
        "content/persone.yaml",
        persons.replace("id: ada", "id: ada-rossi"),
    );
    assert_eq!(kinds(&changes(&site)), ["identity.renamed"]);
}
