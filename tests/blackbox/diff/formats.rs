//! The formats of the changes.

use super::{changes, commit, edit, raccordo, repository, run, sentences};

#[test]
fn no_change_is_said_in_a_line_without_headings() {
    let site = repository();
    let (status, text, _) = run(site.root.path(), &["--lang", "it"]);
    assert_eq!(
        (status, text.as_str()),
        (0, "Nessun cambiamento nei fatti.\n")
    );
    let (_, text, _) = run(site.root.path(), &["--lang", "en", "--format", "markdown"]);
    assert_eq!(text, "**No facts have changed.**\n");
    let (_, text, _) = run(site.root.path(), &["--format", "json"]);
    assert_eq!(
        text,
        "{\"from\":\"HEAD\",\"to\":null,\"notes\":[],\"changes\":[]}\n"
    );
}

#[test]
fn markdown_is_grouped_by_body_and_content_is_no_markup() {
    let site = repository();
    edit(
        &site,
        "content/consulta.md",
        "title: Consulta\n",
        "title: \"<b>@tutti *x*\"\n",
    );
    edit(&site, "content/conferenza.md", "count: 3", "count: 4");
    edit(
        &site,
        "content/registro.yaml",
        "title: Comune di Bra",
        "title: Città di Bra",
    );
    let (_, text, _) = run(site.root.path(), &["--lang", "en", "--format", "markdown"]);
    assert_eq!(
        text,
        "**3 changes between HEAD and the files on disk**\n\
         \n### &lt;b>@\u{2060}tutti \\*x\\*\n\n\
         - “Consulta” is now called “&lt;b>@\u{2060}tutti \\*x\\*”.\n\
         \n### Conferenza\n\n\
         - Conferenza gains one place (“Sindaco”: 3 → 4).\n\
         \n### Organizations\n\n\
         - The organization “Comune di Bra” is now called “Città di Bra”.\n"
    );
}

#[test]
fn an_empty_word_is_no_revision() {
    let site = repository();
    for revision in ["", " ", "HEAD\n"] {
        let (status, _, stderr) = run(site.root.path(), &["--lang", "en", revision]);
        assert_eq!(status, 2, "{revision:?} {stderr}");
        assert!(stderr.contains("no revision"), "{stderr}");
    }
    for range in ["..", "HEAD..", "..HEAD", "..."] {
        let (status, ..) = run(site.root.path(), &[range]);
        assert_eq!(status, 0, "{range}");
    }
}

#[test]
fn markdown_ends_within_the_limit_of_forges() {
    let site = repository();
    let entry = |number| {
        format!(
            "  - {{id: e{number}, title: Ente {number} {}, kind: company}}\n",
            "x".repeat(150)
        )
    };
    let entries: String = (0..1000).map(entry).collect();
    site.put("content/altri.yaml", format!("organizations:\n{entries}"));
    let (_, text, _) = run(site.root.path(), &["--lang", "en", "--format", "markdown"]);
    assert!(text.chars().count() < 65_536 && text.len() > 60_000);
    let shown = text.matches("New organization").count();
    let more = format!("And {} more changes", 1000 - shown);
    assert!(
        text.trim_end().lines().last().unwrap().starts_with(&more),
        "{more}"
    );
}

#[test]
fn a_consequence_names_its_cause() {
    let site = repository();
    let text = std::fs::read_to_string(site.path("content/registro.yaml")).unwrap();
    let merged =
        "kind: municipality, changes: [{kind: merger, date: 2026-12-31, into: alba}]}\ndocuments";
    site.put(
        "content/registro.yaml",
        text.replace("kind: municipality}\ndocuments", merged),
    );
    edit(
        &site,
        "content/consulta.md",
        "members: [alba, bra, cuneo]",
        "members: [alba, bra]",
    );
    let found = changes(&site);
    let place = |kind: &str| found.iter().position(|it| it["kind"] == kind).unwrap();
    assert_eq!(found[place("seat.count")]["because"], place("member.left"));
    assert_eq!(
        found[place("member.left")]["because"],
        place("organization.merged")
    );
}

#[test]
fn changes_are_the_same_in_any_run_and_sorted() {
    let site = repository();
    edit(&site, "content/consulta.md", "Uno due", "Uno");
    edit(&site, "content/consulta.md", "count: 7", "count: 8");
    edit(&site, "content/consulta.md", "summary: Una", "summary: La");
    let expected = [
        "Consulta gains one place (“Delegato”: 7 → 8).",
        "Consulta: summary: Una consulta di prova. → La consulta di prova.",
        "Consulta: text +0 −1 words.",
    ];
    for _ in 0..3 {
        assert_eq!(sentences(&changes(&site)), expected);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_noted_and_nothing_in_it_is_missed() {
    let site = repository();
    let text = std::fs::read_to_string(site.path("content/consulta.md")).unwrap();
    site.put(
        "content/consulta.md",
        text.replace("kind: council", "kind: [council]"),
    );
    commit(&site);
    site.put("content/consulta.md", text);
    let report = super::report(site.root.path(), &[]);
    assert_eq!(report["changes"], serde_json::json!([]));
    assert_eq!(
        report["notes"],
        serde_json::json!([{ "side": "from", "unread": ["content/consulta.md"] }])
    );
    let (_, text, _) = run(site.root.path(), &["--lang", "en"]);
    assert!(
        text.contains(
            "One file of HEAD cannot be read, and so is not compared: content/consulta.md"
        ),
        "{text}"
    );
}

#[test]
fn an_entry_with_a_value_that_cannot_be_read_is_not_compared_and_the_others_are() {
    let site = repository();
    edit(&site, "content/registro.yaml", "ipa: p_cn", "ipa: [p_cn]");
    edit(
        &site,
        "content/registro.yaml",
        "title: Giovani",
        "title: I giovani",
    );
    let report = super::report(site.root.path(), &[]);
    assert_eq!(report["changes"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["changes"][0]["kind"], "thing.renamed");
    assert_eq!(
        report["notes"],
        serde_json::json!([{ "side": "to", "unread": ["content/registro.yaml"] }])
    );
}

#[test]
fn a_registry_that_cannot_be_read_loses_no_entries() {
    let site = repository();
    site.put(
        "content/persone.yaml",
        "persons: [{id: rossi, given: 'Carla\n",
    );
    site.put("content/registro.yaml", b"organizations:\n  - {id: \xff}\n");
    let report = super::report(site.root.path(), &[]);
    assert_eq!(report["changes"], serde_json::json!([]));
    let unread = serde_json::json!(["content/persone.yaml", "content/registro.yaml"]);
    assert_eq!(
        report["notes"],
        serde_json::json!([{ "side": "to", "unread": unread }])
    );
}

#[test]
fn names_that_come_and_go_in_a_list_are_one_line() {
    let site = repository();
    let law = "{id: legge, title: Legge 328, kind: law, date: 2000-11-08";
    edit(
        &site,
        "content/registro.yaml",
        law,
        &format!("{law}, articles: ['1', '18', '19']"),
    );
    assert_eq!(
        sentences(&changes(&site)),
        ["Document Legge 328: articles: added 1, 18, 19."]
    );
}

#[test]
fn a_place_that_was_one_by_default_grows() {
    let site = repository();
    edit(&site, "content/consulta.md", "term_months: 24", "count: 3");
    let found = changes(&site);
    assert!(
        sentences(&found)
            .contains(&"Consulta gains 2 places (“Presidente – Comune di Alba”: 1 → 3)."),
        "{found:#?}"
    );
}

#[test]
fn no_control_character_of_a_title_reaches_the_terminal() {
    let site = repository();
    edit(
        &site,
        "content/consulta.md",
        "title: Consulta\n",
        "title: \"a\\e[31mb\"\n",
    );
    for format in ["human", "markdown", "json"] {
        let (_, text, _) = run(site.root.path(), &["--format", format]);
        assert!(!text.contains('\u{1b}') && text.contains("[31mb"), "{text}");
    }
}

/// What a command prints is what its schema says, and the schema says something.
#[test]
fn the_schema_of_the_output_accepts_what_is_printed() {
    let site = repository();
    let root = site.root.path();
    edit(
        &site,
        "content/consulta.md",
        "id: delegati, basis: delegate, office: Delegato, count: 7",
        "id: delegate, basis: delegate, office: Delegato, count: {min: 5, max: 9}",
    );
    edit(
        &site,
        "content/consulta.md",
        "members: [alba, bra, cuneo]",
        "members: [alba]",
    );
    edit(&site, "content/consulta.md", "Uno due", "Uno");
    commit(&site);
    edit(
        &site,
        "content/riunione.md",
        "agenda: [Bilancio, Varie]",
        "agenda: [Altro]",
    );
    site.put("content/rotta.md", "---\ntitle: [a\n---\n");
    for (command, args) in [
        ("diff", &["HEAD~1", "--format", "json"][..]),
        ("log", &["--format", "json"]),
    ] {
        let (_, schema, _) = raccordo(root, "schema", &[command]);
        let schema = serde_json::from_str(&schema).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let (exit, printed, _) = raccordo(root, command, args);
        assert_eq!(exit, 0);
        assert!(
            printed.contains("seat.count") && printed.contains("evidence"),
            "{printed}"
        );
        for line in printed.lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let errors: Vec<String> = validator
                .iter_errors(&line)
                .map(|it| format!("{it} {}", it.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{errors:#?}");
            for key in ["changes", "other"] {
                let mut wrong = line.clone();
                wrong[key] = serde_json::json!([{ "kind": "seat.other" }]);
                assert!(!validator.is_valid(&wrong));
            }
        }
    }
}
