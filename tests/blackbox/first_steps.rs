//! What a new user types first: `init` where a site is, `new` with titles of all kinds, `help` with half a name.

use std::fs;

use crate::site::{Run, Site};

fn run<'a>(site: &'a Site, args: &[&str]) -> Run<'a> {
    let args: Vec<&str> = args.iter().copied().chain(["--lang", "en"]).collect();
    site.run(&args)
}

#[track_caller]
fn added(site: &Site, args: &[&str], file: &str, line: &str) {
    let run = run(site, args);
    run.succeeds();
    let text = fs::read_to_string(site.path(file)).unwrap();
    assert!(text.contains(line), "{args:?}: {text}");
}

#[test]
fn init_says_what_a_site_keeps_and_what_it_did_not_use() {
    let site = Site::empty();
    let root = site.root.path().to_str().unwrap();
    let init = [
        "init",
        root,
        "--title",
        "One",
        "--authority",
        "A",
        "--language",
        "en",
    ];
    let first = run(&site, &init);
    first.succeeds();
    assert!(!first.stdout.contains("Not used"), "{}", first.stdout);
    fs::remove_file(site.path("content/privacy.md")).unwrap();
    let again = run(&site, &["init", root, "--title", "Other"]);
    again.succeeds();
    for said in [
        "which stays as it is: no new file",
        "Not used: --title.",
        "It has none of these names: content/privacy.md.",
    ] {
        assert!(again.stdout.contains(said), "{said}: {}", again.stdout);
    }
    let settings = fs::read_to_string(site.path("site.toml")).unwrap();
    assert!(settings.contains("title = \"One\""));
}

#[test]
fn a_title_tells_the_kind_of_an_organization_and_of_a_document() {
    let site = Site::new();
    let organizations = "content/organizations.yaml";
    for (title, kind) in [
        ("Unione dei comuni del Fossanese", "union_of_municipalities"),
        ("ASL CN1", "health_authority"),
        ("A.S.L. CN2", "health_authority"),
        ("Città di Savigliano", "municipality"),
        ("Città metropolitana di Torino", "metropolitan_city"),
        ("Boh", "association  # "),
    ] {
        let line = format!("title: \"{title}\"\n    kind: {kind}");
        added(&site, &["new", "organization", title], organizations, &line);
    }
    for (title, kind) in [
        ("Delibera 7/2030", "resolution"),
        ("D.G.R. n. 5", "resolution"),
        ("L.R. 1/2004", "law"),
    ] {
        let line = format!("title: \"{title}\"\n    kind: {kind}");
        added(
            &site,
            &["new", "document", title],
            "content/documents.yaml",
            &line,
        );
    }
}

#[test]
fn the_title_of_a_meeting_tells_its_day() {
    let site = Site::new();
    for (title, id, start) in [
        (
            "Seduta del 3 marzo 2026",
            "seduta-3-marzo-2026",
            "start: 2026-03-03  # ",
        ),
        (
            "Seduta di martedì 14/4/2026, ore 15.30",
            "seduta-martedi-14-4-2026-ore-15-30",
            "start: 2026-04-14T15:30\n",
        ),
    ] {
        let file = format!("content/{id}.md");
        added(
            &site,
            &["new", "meeting", title, "--in", "consulta"],
            &file,
            start,
        );
    }
}

#[test]
fn a_title_of_one_long_word_gets_a_short_id() {
    let site = Site::new();
    let file = format!("content/{}.md", "a".repeat(48));
    added(&site, &["new", "page", &"a".repeat(300)], &file, "title:");
}

#[cfg(unix)]
#[test]
fn what_an_editor_wrote_is_checked_and_a_failing_editor_is_named() {
    let site = Site::new().env("VISUAL", "sed -i s/summary:/sumary:/");
    let edited = run(&site, &["new", "page", "Pagina", "--edit"]);
    edited.succeeds();
    assert!(
        edited.stderr.contains("no key `sumary`"),
        "{}",
        edited.stderr
    );
    let site = Site::new().env("VISUAL", "false");
    let failed = run(&site, &["new", "page", "Pagina", "--edit"]);
    let path = site.path("content/pagina.md");
    let said = format!("the command of the editor, `false {}`", path.display());
    assert!(failed.stderr.contains(&said), "{}", failed.stderr);
}

#[test]
fn help_finds_shared_fields_and_the_keys_of_groups() {
    let site = Site::empty();
    for (topic, said) in [
        (&["field", "body.id"][..], "common.id\n"),
        (&["field", "meeting.updated"], "common.updated\n"),
        (&["field", "organization.valid"], "Its keys: from, until\n"),
        (&["field", "seat.substitutes"], "Its keys: count, each\n"),
        (&["seats"], "body.seats\n"),
    ] {
        let args: Vec<&str> = ["help"].iter().chain(topic).copied().collect();
        let help = run(&site, &args);
        help.succeeds();
        assert!(help.stdout.contains(said), "{topic:?}: {}", help.stdout);
    }
}

#[test]
fn what_is_wrong_with_the_arguments_is_said_in_the_language_of_the_reader() {
    let site = Site::new().env("LC_ALL", "it_IT.UTF-8");
    let commands =
        "body, table, meeting, organization, person, document, area, topic, page, section";
    for (args, said) in [
        (&["chek"][..], "errore: Il comando `chek` non c'è. Forse volevi scrivere `check`\n  si scrive `raccordo [OPZIONI] <COMANDO>`; `--help` lo spiega\n".to_owned()),
        (&["check", "--fromat", "json"], "errore: `--fromat`: qui non va. Forse volevi scrivere `--format`\n  si scrive `raccordo check --format <FORMATO>`; `--help` lo spiega\n".to_owned()),
        (&["new", "pippo", "x"], format!("errore: `<COSA> pippo`: non va bene. Scrivi uno di questi: {commands}\n")),
        (&["new", "organisation", "x"], "errore: `<COSA> organisation`: non va bene. Forse volevi scrivere `organization`\n".to_owned()),
        (&["help", "nginx"], "errore: Non c'è un comando, un tipo, un campo o una pagina della guida che si chiami «nginx»\n  forse cerchi: guide pubblicare\n".to_owned()),
        (&["help", "chek"], "errore: Non c'è un comando, un tipo, un campo o una pagina della guida che si chiami «chek»\n  forse cerchi: check\n".to_owned()),
        (&["new", "page"], "errore: Non basta. Manca: <TITOLO>\n  si scrive `raccordo new <COSA> <TITOLO>`; `--help` lo spiega\n".to_owned()),
        (&["new", "page", "--titel"], "errore: `--titel`: qui non va\n".to_owned()),
        (&["new", "page", "a", "b"], "errore: `b`: qui non va\n  si scrive `raccordo new [OPZIONI] <COSA> <TITOLO>`; `--help` lo spiega\n".to_owned()),
        (&["check", "--format"], "errore: `--format <FORMATO>`: manca il valore. Scrivi uno di questi: human, json, github, sarif\n".to_owned()),
        (&["check", "--fix", "--mandates", "3m"], "errore: `--fix` non va insieme a `--mandates <TEMPO>`\n  si scrive `raccordo check --fix`; `--help` lo spiega\n".to_owned()),
        (&["serve", "--host", "casa"], "errore: `--host <IP> casa`: non va bene\n".to_owned()),
    ] {
        let run = site.run(args);
        assert_eq!((run.exit, run.stderr.as_str()), (Some(2), said.as_str()), "{args:?}");
    }
}

#[test]
fn a_title_may_begin_with_a_hyphen() {
    let site = Site::new();
    for (title, id) in [("- a", "a"), ("-5 gradi", "5-gradi"), ("– b", "b")] {
        let file = format!("content/{id}.md");
        let line = format!("title: \"{title}\"");
        added(&site, &["new", "page", title], &file, &line);
    }
    let help = run(&site, &["new", "page", "-h"]);
    help.succeeds();
    assert!(help.stdout.contains("raccordo new"), "{}", help.stdout);
}
