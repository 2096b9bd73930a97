//! `raccordo new`: pages in their place, entries in their registry, and nothing overwritten.

use std::fs;

use crate::fixtures::visible_files;
use crate::site::{AS_OF, Site};

const KINDS: [(&str, &str); 10] = [
    ("body", "Consulta del volontariato"),
    ("table", "Tavolo tecnico"),
    ("meeting", "Riunione di insediamento"),
    ("organization", "Comune di Alba"),
    ("person", "Anna De Luca"),
    ("document", "Legge 266/1991"),
    ("area", "Alba"),
    ("topic", "Anziani"),
    ("page", "Regolamento"),
    ("section", "Novara"),
];

fn begun(language: &str) -> Site {
    let site = Site::empty();
    let options = ["--authority", "Provincia di Cuneo", "--language", language];
    site.run(&[&["init"], &options[..]].concat()).succeeds();
    site
}

/// The errors of a site.
fn errors(site: &Site) -> Vec<String> {
    site.check_in_process().errors()
}

#[test]
fn everything_can_be_begun_in_every_language_and_has_no_errors() {
    for language in ["it", "en", "de"] {
        let site = begun(language);
        for (kind, title) in KINDS {
            let run = site.run(&["new", kind, title]);
            run.succeeds();
            assert!(!run.stderr.contains("error["), "{kind}: {}", run.stderr);
        }
        assert_eq!(errors(&site), [""; 0]);
        let kept: Vec<String> = visible_files(&site.path("content")).into_keys().collect();
        for file in [
            "consulta-volontariato.md",
            "riunione-insediamento.md",
            "persons.yaml",
            "documents.yaml",
            "areas.yaml",
            "topics.yaml",
            "regolamento.md",
            "novara/_index.md",
        ] {
            assert!(kept.contains(&file.to_owned()), "{kept:?}");
        }
        let registry = fs::read_to_string(site.path("content/organizations.yaml")).unwrap();
        assert!(
            registry.ends_with(
                "  - id: comune-alba\n    title: \"Comune di Alba\"\n    kind: municipality\n"
            ),
            "{registry}"
        );
        let body = fs::read_to_string(site.path("content/consulta-volontariato.md")).unwrap();
        assert!(body.contains("\nauthority: provincia-cuneo\n"));
        assert!(body.contains("\ntables:\n  - id: tavolo-tecnico\n"));
    }
}

/// Pages in place of entries, too: `--in` names a folder.
#[test]
fn an_entry_can_be_a_page_of_its_own() {
    let site = begun("it");
    for (kind, title) in KINDS
        .iter()
        .filter(|(kind, _)| !["table", "meeting"].contains(kind))
    {
        site.run(&["new", kind, title, "--in", "content/pagine/"])
            .succeeds();
    }
    assert_eq!(errors(&site), [""; 0]);
    assert!(site.path("content/pagine/comune-alba.md").is_file());
    assert!(site.path("content/pagine/novara/_index.md").is_file());
}

#[test]
fn what_is_to_be_written_next_is_reported() {
    let site = begun("it");
    let run = site.run(&["new", "body", "Consulta"]);
    assert!(run.stdout.contains("content/consulta.md"), "{}", run.stdout);
    assert!(run.stdout.contains("body/consulta"));
    for left in ["unfinished", "missing-summary", "no-establishing-act"] {
        assert!(run.stderr.contains(&format!("warning[{left}]")), "{left}");
    }
    // Of a file that was there, only the part that is new.
    let run = site.run(&["new", "table", "Tavolo"]);
    assert!(!run.stderr.contains("missing-summary"), "{}", run.stderr);
}

#[test]
fn comments_order_and_line_ends_of_a_registry_stay() {
    let registry = "# Enti\r\norganizations:\r\n- {id: b, title: 'B', kind: province} # il primo\r\n- id: a\r\n  \
                    title: \"A\"\r\n  kind: municipality\r\n\r\n# Atti\r\ndocuments: [{id: l, title: L, kind: law}]\r\n";
    let site = begun("it").file("content/organizations.yaml", registry);
    site.run(&["new", "organization", "Comune di Bra"])
        .succeeds();
    site.run(&["new", "document", "Decreto 5"]).succeeds();
    let expected = registry
        .replace(
            "kind: municipality\r\n",
            "kind: municipality\r\n- id: comune-bra\r\n  title: \"Comune di Bra\"\r\n  kind: municipality\r\n",
        )
        .replace(
            "kind: law}",
            "kind: law}, {\"id\": \"decreto-5\", \"title\": \"Decreto 5\", \"kind\": \"decree\"}",
        );
    let now = fs::read_to_string(site.path("content/organizations.yaml")).unwrap();
    assert_eq!(now, expected);
}

/// The title does not tell the kind: what stands there is a guess, and is marked.
#[test]
fn a_guess_is_marked_in_every_style_of_a_registry() {
    let first = "id: provincia-cuneo, title: P, kind: province";
    let registries = [
        format!("organizations: [{{{first}}}]\n"),
        format!("organizations: [\n  {{{first}}},\n]\n# fine\n"),
        format!("organizations:\n  [{{{first}}} # uno\n  ]\n"),
        format!("{{organizations: [{{{first}}}]}}\n"),
        format!("{{\"organizations\": [{{{first}}}], \"areas\": []}}"),
        format!("---\norganizations:\n- {{{first}}}\n"),
        "organizations:\n-   id: provincia-cuneo\n    title: P\n    kind: province".to_owned(),
        "organizations:\n    -\n        id: provincia-cuneo\n        title: P\n        kind: province\n\nareas: []\n".to_owned(),
        "\"organizations\": # enti\n  - id: provincia-cuneo\n    title: >-\n      P\n    kind: province\n...\n".to_owned(),
        format!("organizations: [{{{first}}}]\nareas: []\npersons: []\ntopics: []\ndocuments: []\n"),
        format!("organizations: [{{{first}}}]\nareas:\npersons:\ntopics: ~\ndocuments: null\n"),
        "{}\n".to_owned(),
        "\u{feff}organizations: []\r\nareas:\r\n- {id: a, title: A, kind: zone}\r\n".to_owned(),
    ];
    let languages = ["it", "en", "de"].iter().cycle();
    for (registry, language) in registries.iter().zip(languages) {
        let site = begun(language).file("content/organizations.yaml", registry);
        for kind in ["organization", "document", "area", "person", "topic"] {
            let run = site.run(&["new", kind, "Pippo", "--in", "organizations.yaml"]);
            run.succeeds();
            let is_guess = kind != "topic";
            let is_marked = run.stderr.contains("warning[unfinished]");
            assert_eq!(is_marked, is_guess, "{registry}{kind}: {}", run.stderr);
        }
        let errors = errors(&site);
        assert!(
            errors.iter().all(|it| !it.contains("organizations.yaml")),
            "{errors:?}"
        );
    }
}

/// Addresses of generated pages, of folders of the site, and of pages with another id.
#[test]
fn an_address_that_is_taken_is_refused() {
    for (language, titles) in [
        ("it", ["Indice", "Enti", "Pagefind"]),
        ("en", ["A Z", "Organizations", "Static"]),
        ("de", ["Register", "Körperschaften", "Pagefind"]),
    ] {
        let site = begun(language).file(
            "content/statuto/_index.md",
            "---\nid: altro\ntitle: S\nsummary: S.\n---\n\nX.\n",
        );
        for title in titles.into_iter().chain(["Statuto"]) {
            let before = visible_files(site.root.path());
            let run = site.run(&["new", "page", title]);
            if run.exit == Some(0) {
                assert_eq!(errors(&site), [""; 0], "{title}");
                continue;
            }
            run.cannot_run("already");
            let says_by_whom = ["Raccordo makes itself", "content/statuto/_index.md"];
            let said = |it: &str| run.stderr.contains(it);
            assert!(
                said("-2`") && says_by_whom.into_iter().any(said),
                "{}",
                run.stderr
            );
            assert_eq!(visible_files(site.root.path()), before, "{title}");
        }
        let site = begun(language);
        site.run(&["new", "body", "Consulta"]).succeeds();
        for (kind, title) in KINDS {
            let places: &[&str] = match kind {
                "table" | "meeting" => &["consulta"],
                "body" | "page" | "section" => &["x", "."],
                _ => &["x", "x.yaml", "."],
            };
            for place in places {
                for title in [title, titles[0]] {
                    let run = site.run(&["new", kind, title, "--in", place]);
                    assert!(
                        run.exit == Some(0) || run.stderr.contains("already"),
                        "{}",
                        run.stderr
                    );
                }
            }
        }
        assert_eq!(errors(&site), [""; 0]);
    }
}

#[test]
fn the_longest_registry_is_the_right_one() {
    let entry = |id: &str| format!("  - {{id: {id}, title: E, kind: province}}\n");
    let long = format!("organizations:\n{}{}", entry("x"), entry("y"));
    let site = begun("it").file("content/z/enti.yml", &long);
    site.run(&["new", "organization", "Comune di Alba"])
        .succeeds();
    let now = fs::read_to_string(site.path("content/z/enti.yml")).unwrap();
    assert!(now.starts_with(&long) && now.contains("comune-alba"));
    site.run(&["new", "organization", "Ente Z", "--in", "nuovo.yaml"])
        .succeeds();
    assert!(site.path("content/nuovo.yaml").is_file());
}

#[test]
fn nothing_is_overwritten() {
    let site = begun("it");
    for (kind, title) in KINDS {
        site.run(&["new", kind, title]).succeeds();
        let before = visible_files(site.root.path());
        let again = site.run(&["new", kind, &title.to_uppercase()]);
        again.cannot_run("already");
        assert_eq!(visible_files(site.root.path()), before, "{kind}");
    }
    for (kind, title) in KINDS {
        let place = match kind {
            "table" | "meeting" => "consulta-volontariato",
            _ => "altro",
        };
        let id = format!("altro-{kind}");
        let run = site.run(&["new", kind, title, "--in", place, "--id", &id]);
        run.succeeds();
    }
    assert_eq!(errors(&site), [""; 0]);
    // A file that is no page of the site is in the way, too.
    let site = begun("it").file("content/a.md/x.txt", "x");
    site.run(&["new", "page", "A"]).cannot_run("already");
}

#[test]
fn places_are_below_content() {
    let site = begun("it");
    let before = visible_files(site.root.path());
    for place in [
        "..",
        "../x",
        "content/../../x",
        "/tmp",
        "/",
        "a/../../..",
        ".hidden",
        "a/.b",
        "C:\\x",
        "..\\x",
    ] {
        site.run(&["new", "page", "A", "--in", place])
            .cannot_run("content");
        assert_eq!(visible_files(site.root.path()), before, "{place}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_where_a_link_leads_out_of_the_site() {
    let away = Site::empty();
    let site = begun("it");
    for link in ["content/sub", "content"] {
        let path = site.path(link);
        let _ = fs::remove_dir_all(&path);
        std::os::unix::fs::symlink(away.root.path(), &path).unwrap();
        for place in ["content", "content/sub", "content/sub/deep"] {
            if place.starts_with(link) {
                let run = site.run(&["new", "page", "A", "--in", place]);
                run.cannot_run("leads out");
                assert_eq!(fs::read_dir(away.root.path()).unwrap().count(), 0);
            }
        }
    }
}

#[test]
fn ids_are_ids() {
    let site = begun("it").replace(
        "site.toml",
        "language = \"it\"\n",
        "language = \"it\"\nlanguages = [\"it\", \"de\"]\n",
    );
    for id in [
        "",
        " ",
        "à",
        "a b",
        "../a",
        "a/b",
        "_index",
        ".a",
        "avviso.de",
        "-a",
    ] {
        site.run(&["new", "page", "A", &format!("--id={id}")])
            .cannot_run("id");
    }
    for title in ["", "***", "\u{1}", "CON", "Aux"] {
        site.run(&["new", "page", title]).cannot_run("id");
    }
    site.run(&["new", "organization", "Ente", "--id", "lpt1"])
        .cannot_run("id");
    for (title, file) in [
        ("Città: «Forlì» # 1", "citta-forli-1.md"),
        ("null", "null.md"),
        ("007", "007.md"),
        ("\"a\" \\ {{ b }}", "a-b.md"),
    ] {
        site.run(&["new", "page", title]).succeeds();
        assert_eq!(errors(&site), [""; 0], "{title}");
        assert!(site.path("content").join(file).is_file(), "{title}");
    }
    for id in ["null", "1e3", "0x1F", "true", "2026"] {
        site.run(&["new", "organization", "Ente", "--id", id])
            .succeeds();
        assert_eq!(errors(&site), [""; 0], "{id}");
    }
}

#[test]
fn a_table_and_a_meeting_are_of_a_body() {
    let site = begun("it");
    site.run(&["new", "table", "Tavolo"]).cannot_run("no body");
    site.run(&["new", "meeting", "Riunione"])
        .cannot_run("no body");
    site.run(&["new", "body", "Consulta", "--in", "novara"])
        .succeeds();
    site.run(&["new", "table", "Tavolo"]).succeeds();
    site.run(&["new", "meeting", "Riunione", "--in", "consulta/tavolo"])
        .succeeds();
    let meeting = fs::read_to_string(site.path("content/novara/riunione.md")).unwrap();
    assert!(meeting.contains("body: consulta/tavolo\n"), "{meeting}");
    // Nobody has agreed on the day.
    assert!(meeting.contains("\ndraft: true  # "), "{meeting}");
    let args = [
        "new",
        "meeting",
        "Seduta del 3 marzo 2026",
        "--in",
        "consulta",
    ];
    site.run(&args).succeeds();
    let meeting = fs::read_to_string(site.path("content/novara/seduta-3-marzo-2026.md"));
    let meeting = meeting.unwrap();
    assert!(meeting.contains("\nstart: 2026-03-03  # "), "{meeting}");
    assert!(!meeting.contains("draft"), "{meeting}");
    site.run(&["new", "body", "Comitato"]).succeeds();
    site.run(&["new", "meeting", "Altra", "--in", "consulta/tavola"])
        .cannot_run("consulta/tavolo");
    let registry = site.path("content/sedute.yaml");
    let meetings = "meetings:\n  - {id: prima, title: Prima, body: comitato, start: 2026-01-10}\n";
    fs::write(&registry, meetings).unwrap();
    for (body, is_entry) in [("comitato", true), ("consulta", false)] {
        let title = format!("Seduta del {body}");
        site.run(&["new", "meeting", &title, "--in", body])
            .succeeds();
        let registry = fs::read_to_string(&registry).unwrap();
        let entry = format!("id: seduta-{body}\n");
        assert_eq!(registry.contains(&entry), is_entry, "{registry}");
    }
    assert_eq!(errors(&site), [""; 0]);
    site.run(&["new", "table", "Altro"])
        .cannot_run("comitato, consulta");
    site.run(&["new", "table", "Altro", "--in", "nessuno"])
        .cannot_run("nessuno");
    site.run(&["new", "table", "Altro", "--in", "body/comitato"])
        .succeeds();
    assert_eq!(errors(&site), [""; 0]);
}

#[test]
fn a_file_with_faults_is_left_alone() {
    let faulty = "organizations:\n  - {id: a, title: \"A, kind: province}\n";
    let site = begun("it").file("content/organizations.yaml", faulty);
    site.run(&["new", "organization", "Comune di Alba"])
        .cannot_run("organizations.yaml");
    let now = fs::read_to_string(site.path("content/organizations.yaml")).unwrap();
    assert_eq!(now, faulty);
    let site = begun("it").file("site.toml", "title = 5\n");
    site.run(&["new", "page", "A"]).cannot_run("site.toml");
    Site::empty()
        .run(&["new", "page", "A"])
        .cannot_run("site.toml");
}

#[cfg(unix)]
#[test]
fn the_editor_opens_the_file_and_the_mode_of_a_registry_stays() {
    use std::os::unix::fs::PermissionsExt;
    let site = begun("it").env("EDITOR", "printf '%s\\n' --wait >log; cp -- ");
    let site = site.env("VISUAL", "");
    let edited = site.run(&["new", "page", "A", "--edit"]);
    edited.cannot_run("cp --");
    let site = begun("it")
        .env("EDITOR", "sed -i s/summary:/summary:\\ Ecco./")
        .env("VISUAL", " ");
    site.run(&["new", "page", "A", "--edit"]).succeeds();
    let page = fs::read_to_string(site.path("content/a.md")).unwrap();
    assert!(page.contains("summary: Ecco."), "{page}");
    let registry = site.path("content/organizations.yaml");
    fs::set_permissions(&registry, fs::Permissions::from_mode(0o640)).unwrap();
    site.run(&["new", "organization", "Ente B"]).succeeds();
    assert_eq!(
        fs::metadata(&registry).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let site = begun("it").env("EDITOR", "").env("VISUAL", "");
    let before = visible_files(site.root.path());
    site.run(&["new", "page", "A", "--edit"])
        .cannot_run("EDITOR");
    assert_eq!(visible_files(site.root.path()), before);
    site.run(&["check", "--as-of", AS_OF]).succeeds();
}
