//! `raccordo urls`: the list of published addresses, and what is said of those that are gone.

use std::fs;

use crate::site::{AS_OF, Run, Site};

const PAGE: &str =
    "---\ntitle: Orari nuovi\nsummary: Gli orari.\nreviewed: 2026-11-01 # c\n---\nText.\n";

fn urls<'s>(site: &'s Site, more: &[&str]) -> Run<'s> {
    site.run(&[&["urls", "--as-of", AS_OF], more].concat())
}

fn accepted() -> Site {
    let site = Site::new().file("content/sportello.md", PAGE);
    urls(&site, &["--accept"]).succeeds();
    site
}

fn text(site: &Site, file: &str) -> String {
    fs::read_to_string(site.path(file)).unwrap()
}

#[test]
fn the_list_has_every_page_and_redirect_once() {
    let site = Site::new().file(
        "content/sportello.md",
        PAGE.replace("title:", "aliases: [/vecchio/]\ntitle:"),
    );
    let run = urls(&site, &[]);
    run.succeeds();
    let lines: Vec<&str> = run.stdout.lines().collect();
    let mut sorted = lines.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(lines, sorted);
    for address in ["/", "/sportello/", "/vecchio/", "/consulta/"] {
        assert!(lines.contains(&address), "{address} in {lines:?}");
    }
    assert!(!site.path("urls.txt").exists());
    let accepted = urls(&site, &["--accept"]);
    assert!(
        accepted.stdout.contains("`urls.txt` has "),
        "{}",
        accepted.stdout
    );
    assert_eq!(text(&site, "urls.txt"), run.stdout);
    site.check().succeeds();
    site.build().succeeds();
    assert!(!site.path("public/urls.txt").exists());
}

#[test]
fn what_is_no_file_is_not_overwritten() {
    let site = Site::new().file("urls.txt/a", "b");
    urls(&site, &["--accept"]).cannot_run("urls.txt");
    assert_eq!(text(&site, "urls.txt/a"), "b");
}

#[test]
fn a_page_that_moved_gets_its_old_address_as_an_alias() {
    let site = accepted();
    let site = site
        .without("content/sportello.md")
        .file("content/servizi/sportello.md", PAGE);
    let run = site.check();
    assert_eq!(run.exit, Some(1));
    assert!(run.stderr.contains("error[lost-address]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("content/servizi/sportello.md:2:8"),
        "{}",
        run.stderr
    );
    assert_eq!(site.build().exit, Some(1));
    let run = site.run(&["check", "--fix", "--as-of", AS_OF]);
    run.succeeds();
    let mended = PAGE.replace("# c\n", "# c\naliases:\n  - /sportello/\n");
    assert_eq!(text(&site, "content/servizi/sportello.md"), mended);
    site.build().succeeds();
    assert!(
        site.page("sportello/index.html")
            .contains("servizi/sportello")
    );
}

#[test]
fn a_page_is_known_by_its_id_and_its_title() {
    for (file, page) in [
        (
            "content/nuovo.md",
            PAGE.replace("title:", "id: sportello\ntitle:"),
        ),
        ("content/nuovo.md", PAGE.replace("Orari nuovi", "Sportello")),
    ] {
        let site = accepted().without("content/sportello.md").file(file, page);
        site.run(&["check", "--fix", "--as-of", AS_OF]).succeeds();
        assert!(text(&site, file).contains("aliases:\n  - /sportello/\n"));
    }
}

#[test]
fn an_entry_of_a_registry_gets_it_too() {
    let list = "organizations:\n  - {id: ente-nuovo, title: Ente, kind: consortium}\n";
    let site = Site::new().file("content/enti.yaml", list);
    urls(&site, &["--accept"]).succeeds();
    let moved = list.replace("ente-nuovo, title: Ente", "ente, title: Ente nuovo");
    let site = site.file("content/enti.yaml", &moved);
    site.run(&["check", "--fix", "--as-of", AS_OF]).succeeds();
    let mended = text(&site, "content/enti.yaml");
    assert!(
        mended.contains("kind: consortium, aliases: [/") && mended.contains("ente-nuovo/]}"),
        "{mended}"
    );
}

#[test]
fn the_history_tells_what_a_page_with_another_name_was() {
    let minutes = "---\ntitle: Seduta di giugno\nsummary: Una seduta.\n---\nText.\n";
    let settings = "title = \"Prova\"\nlanguages = [\"it\", \"en\"]\n";
    let list = "organizations:\n  - {id: ente-del-lago, title: Consorzio, kind: consortium}\n";
    let renamed = |site: Site, commits: bool| {
        let root = site.root.path().to_owned();
        if commits {
            crate::diff::git_in(&root, &["commit", "-qam", "x"]);
        }
        let run = site.run(&["check", "--as-of", AS_OF, "--lang", "en"]);
        assert_eq!(run.exit, Some(1));
        assert_eq!(run.stderr.matches("error[").count(), 2, "{}", run.stderr);
        assert!(run.stderr.contains("content/r.md"), "{}", run.stderr);
        site.run(&["check", "--fix", "--as-of", AS_OF]).succeeds();
        let page = text(&site, "content/r.md");
        assert!(
            page.contains("- /seduta-q/") && page.contains("- /en/seduta-q/"),
            "{page}"
        );
        let entry = text(&site, "content/enti.yaml");
        assert!(
            entry.contains("aliases: [/") && entry.contains("ente-del-lago/"),
            "{entry}"
        );
    };
    for commits in [false, true] {
        let site = Site::empty()
            .file("site.toml", settings)
            .file("content/_index.md", "---\ntitle: Prova\n---\n")
            .file("content/seduta-q.md", minutes)
            .file("content/seduta-q.en.md", "---\ntitle: June\n---\nText.\n")
            .file("content/enti.yaml", list);
        urls(&site, &["--accept"]).succeeds();
        let git = |args: &[&str]| crate::diff::git_in(site.root.path(), args);
        git(&["init", "-q"]);
        git(&["add", "-A"]);
        git(&["commit", "-qm", "x"]);
        git(&["mv", "content/seduta-q.md", "content/r.md"]);
        git(&["mv", "content/seduta-q.en.md", "content/r.en.md"]);
        let site = site.file("content/enti.yaml", list.replace("ente-del-lago", "edl"));
        renamed(site, commits);
    }
}

#[test]
fn where_nobody_can_tell_the_line_of_the_list_is_named() {
    let site = accepted();
    let line = text(&site, "urls.txt")
        .lines()
        .position(|it| it == "/sportello/")
        .unwrap()
        + 1;
    let gone = site.without("content/sportello.md");
    let run = gone.check();
    assert!(
        run.stderr.contains(&format!("urls.txt:{line}:1")),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("raccordo urls --accept"),
        "{}",
        run.stderr
    );
    // Two pages could be meant.
    let site = gone
        .file(
            "content/a/sportello.md",
            PAGE.replace("title:", "id: a\ntitle:"),
        )
        .file(
            "content/b/sportello.md",
            PAGE.replace("title:", "id: b\ntitle:"),
        );
    let run = site.run(&["check", "--fix", "--as-of", AS_OF]);
    assert_eq!(run.exit, Some(1));
    assert!(
        run.stderr.contains(&format!("urls.txt:{line}:1")),
        "{}",
        run.stderr
    );
    // What is meant to go, may go.
    urls(&site, &["--accept"]).succeeds();
    site.check().succeeds();
    assert!(!text(&site, "urls.txt").contains("\n/sportello/\n"));
}

#[test]
fn other_errors_come_first_and_hide_it() {
    let site = accepted().without("content/sportello.md").file(
        "content/servizi/sportello.md",
        PAGE.replace("title:", "titolo:"),
    );
    let site = site.file("content/altro.md", "---\ntitle: [a, b]\n---\n");
    let run = site.check();
    assert!(!run.stderr.contains("lost-address"), "{}", run.stderr);
    assert_eq!(urls(&site, &["--accept"]).exit, Some(1));
    let site = site.without("content/altro.md");
    site.run(&["check", "--fix", "--as-of", AS_OF]).succeeds();
    let mended = PAGE.replace("# c\n", "# c\naliases:\n  - /sportello/\n");
    assert_eq!(text(&site, "content/servizi/sportello.md"), mended);
}

#[test]
fn a_folder_that_has_another_name_is_one_error() {
    let page = |number: usize| PAGE.replace("nuovi", &format!("nuovi {number}"));
    let pages = |folder: &str| {
        let site = Site::new().replace(
            "site.toml",
            "language =",
            "languages = [\"de\"]\nlanguage =",
        );
        (0..3).fold(site, |site, number| {
            site.file(&format!("content/{folder}/p{number}.md"), page(number))
        })
    };
    let old = pages("servizi");
    urls(&old, &["--accept"]).succeeds();
    let site = pages("uffici").file("urls.txt", text(&old, "urls.txt"));
    let run = site.check();
    assert_eq!(run.exit, Some(1));
    assert_eq!(
        run.stderr.matches("error[lost-address]").count(),
        1,
        "{}",
        run.stderr
    );
    for said in [
        "`/servizi/`",
        "6 published addresses",
        "`/uffici/`",
        "`raccordo check --fix`",
    ] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    site.run(&["check", "--fix", "--as-of", AS_OF]);
    for number in 0..3 {
        let mended = text(&site, &format!("content/uffici/p{number}.md"));
        for alias in [
            format!("- /servizi/p{number}/\n"),
            format!("- /de/servizi/p{number}/\n"),
        ] {
            assert!(mended.contains(&alias), "{alias}: {mended}");
        }
    }
}
