//! What the program promises about what it writes, and how it speaks.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, SystemTime};

use crate::site::{Site, temporary_folder};

#[test]
fn a_good_site_is_built_without_a_word_of_complaint() {
    let site = Site::new();
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(site.page("consulta/index.html").contains("Anna Rossi"));
    assert!(
        site.page("orari/index.html")
            .contains("../consulta/index.html#origini")
    );
    assert!(site.built().contains_key("foto.png"));
}

#[test]
fn a_fault_is_shown_as_a_compiler_shows_it() {
    let site = Site::new().replace("content/orari.md", "title: Orari", "titolo: Orari");
    let run = site.check();
    run.fails();
    assert_eq!(run.stdout, "");
    let shown = "\
error[unknown-key]: There is no key `titolo` here
 --> content/orari.md:2:1
  |
2 | titolo: Orari
  | ^^^^^^
  |
  = help: ";
    assert!(run.stderr.starts_with(shown), "{}", run.stderr);
    let help = run.stderr.lines().nth(6).unwrap_or_default();
    assert!(help.contains("`title`"), "{help}");
}

#[test]
fn no_message_has_a_hole() {
    let site = Site::new()
        .replace(
            "content/orari.md",
            "## Sportello",
            "# Sportello\n\n## A {#x}\n\n## B {#x}",
        )
        .file(
            "content/a.md",
            "---\ntitle: A\n---\n{{ <notice a=\"b\"/> }}\n\n{{ <notice }}\n",
        )
        .file(
            "content/b.md",
            "---\ntitle: \"B\n---\n[x](javascript:alert) ![](foto.png)\n",
        );
    for language in ["en", "it"] {
        let run = site.run(&["check", "--as-of", "2026-11-21", "--lang", language]);
        run.fails();
        let hole = run
            .stderr
            .lines()
            .find(|line| line.contains("{$") || line.contains("{ $"));
        assert_eq!(hole, None, "{}", run.stderr);
    }
}

#[test]
fn only_what_changed_is_written() {
    let site = Site::new();
    site.build().succeeds();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in site.built().keys() {
        let file = fs::File::options()
            .write(true)
            .open(site.path("public").join(path))
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let site = site.replace("content/privacy.md", "Nessun dato", "Nessun altro dato");
    site.build().succeeds();
    let changed: Vec<String> = site
        .built()
        .into_keys()
        .filter(|path| {
            let metadata = fs::metadata(site.path("public").join(path)).unwrap();
            metadata.modified().unwrap() != long_ago
        })
        .collect();
    assert_eq!(changed, ["privacy/index.html"]);
}

#[test]
fn a_page_that_is_no_more_vanishes_and_what_is_not_ours_stays() {
    let site = Site::new().file("content/vecchia.md", "---\ntitle: A\nsummary: S.\n---\n");
    site.build().succeeds();
    assert!(site.path("public/vecchia/index.html").exists());
    site.put("public/CNAME", "consulte.example");
    let site = site.without("content/vecchia.md");
    site.build().succeeds();
    assert!(!site.path("public/vecchia").exists());
    assert_eq!(site.page("CNAME"), "consulte.example");
}

#[test]
fn a_failed_build_leaves_the_old_site_as_it_was() {
    let site = Site::new();
    site.build().succeeds();
    let before = site.built();
    let site = site.replace("content/orari.md", "title: Orari", "titolo: Orari");
    assert_eq!(site.build().exit, Some(1));
    assert_eq!(site.built(), before);
}

#[test]
fn links_are_relative_but_on_the_page_of_errors() {
    let site = Site::new().file(
        "content/prova/_index.md",
        "---\ntitle: A\nsummary: S.\naliases: [/old, /old.html]\n---\n",
    );
    site.build().succeeds();
    for (path, bytes) in site
        .built()
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let page = String::from_utf8_lossy(bytes);
        let rooted =
            page.contains("href=\"/") || page.contains("src=\"/") || page.contains("url=/");
        assert_eq!(rooted, path == "404.html", "{path}\n{page}");
    }
    assert!(
        site.page("404.html")
            .contains("href=\"/sito/theme/mini.css\"")
    );
    assert!(site.page("old/index.html").contains("url=../prova/"));
    assert!(site.page("old.html").contains("url=prova/"));
}

#[test]
fn every_relative_link_leads_to_a_file() {
    all_links_lead_somewhere(&Site::new());
}

#[test]
fn so_it_does_in_the_theme_that_comes_with_the_program() {
    let site = Site::new().replace("site.toml", "theme = \"mini\"\n", "");
    all_links_lead_somewhere(&site);
}

fn all_links_lead_somewhere(site: &Site) {
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
    let built = site.built();
    let pages = built
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && *path != "404.html");
    for (path, bytes) in pages {
        let page = String::from_utf8_lossy(bytes);
        let links = ["href=\"", "src=\""].map(|start| page.split(start).skip(1));
        for link in links.into_iter().flatten() {
            let link = link.split('"').next().unwrap_or_default();
            let outside = ["https:", "mailto:", "tel:"]
                .iter()
                .any(|it| link.starts_with(it));
            assert!(
                outside || leads_somewhere(&built, path, link),
                "{path}: {link}"
            );
        }
    }
}

fn leads_somewhere(built: &BTreeMap<String, Vec<u8>>, from: &str, href: &str) -> bool {
    let href = href.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    let target = parts.join("/");
    let index = format!("{target}/index.html");
    built.contains_key(if href.is_empty() { from } else { &target })
        || built.contains_key(index.trim_start_matches('/'))
}

#[test]
fn the_address_can_be_given() {
    let site = Site::new()
        .arg("--base-url")
        .arg("https://altrove.example/");
    site.build().succeeds();
    assert!(
        site.page("orari/index.html")
            .contains("https://altrove.example/orari/")
    );
    assert!(site.page("404.html").contains("href=\"/theme/mini.css\""));
    let site = Site::new().arg("--base-url").arg("altrove");
    site.build().cannot_run("`altrove` is not a web address");
}

#[test]
fn drafts_are_withheld_unless_asked_for() {
    let draft = "---\ntitle: Bozza\nsummary: S.\ndraft: true\n---\n";
    let site = Site::new().file("content/bozza.md", draft);
    site.build().succeeds();
    assert!(!site.path("public/bozza").exists());
    let site = site.arg("--drafts");
    site.build().succeeds();
    assert!(site.path("public/bozza/index.html").exists());
}

#[test]
fn warnings_are_errors_when_strict() {
    let site = Site::new().replace("content/orari.md", "summary: Quando trovarci.\n", "");
    site.build().succeeds();
    let site = Site::new()
        .replace("content/orari.md", "summary: Quando trovarci.\n", "")
        .arg("--strict");
    let run = site.build_json();
    run.fails_with(&["missing-summary content/orari.md:2:8"]);
    assert!(run.warnings().is_empty());
}

#[test]
fn the_output_never_replaces_the_sources() {
    for out in [
        ".",
        "content",
        "content/sub",
        "..",
        "themes",
        "/",
        "content/../content",
    ] {
        let site = Site::new().arg("--out").arg(out);
        let before = crate::site::tree(site.folder.path());
        site.build().cannot_run("choose another with `--out`");
        assert_eq!(crate::site::tree(site.folder.path()), before, "{out}");
    }
    let elsewhere = temporary_folder();
    let out = elsewhere.path().join("a/b");
    let site = Site::new().arg("--out").arg(out.to_str().unwrap());
    site.build().succeeds();
    assert!(out.join("index.html").exists());
}

#[cfg(unix)]
#[test]
fn nor_does_it_through_a_link() {
    let site = Site::new().arg("--out").arg("public-link");
    std::os::unix::fs::symlink("content", site.path("public-link")).unwrap();
    let run = site.build();
    assert_eq!(run.exit, Some(2), "{}", run.stderr);
    assert!(site.path("content/orari.md").exists());
}

#[test]
fn what_cannot_run_says_why() {
    Site::empty()
        .build()
        .cannot_run("There is no `site.toml` in");
    Site::new()
        .run(&["build", "--as-of", "2026-02-30"])
        .cannot_run("`2026-02-30` is not a date");
    Site::new()
        .run(&["build", "--as-of", "1/7/2018"])
        .cannot_run("is not a date");
    let site = Site::new().env("SOURCE_DATE_EPOCH", "ieri");
    site.run(&["build"]).cannot_run("`ieri` is not a date");
    Site::new().run(&["biuld"]).cannot_run("biuld");
    Site::new()
        .run(&["explain", "unknown-kee"])
        .cannot_run("unknown-key");
}

#[test]
fn the_day_can_come_from_the_environment() {
    let late = "---\ntitle: A\nsummary: S.\nupdated: 2026-03-02\n---\n";
    // 2026-03-01T23:30:00Z is the second of March in Rome.
    for (epoch, exit) in [("1772407800", 0), ("1772406000", 0), ("1772402400", 1)] {
        let site = Site::new()
            .file("content/a.md", late)
            .file("content/riunione.md", "---\ntitle: A\nsummary: S.\n---\n")
            .replace(
                "site.toml",
                "theme = \"mini\"",
                "theme = \"mini\"\ntime_zone = \"Europe/Rome\"",
            )
            .env("SOURCE_DATE_EPOCH", epoch);
        let run = site.run(&["check", "--format", "json"]);
        let future = run
            .errors()
            .iter()
            .any(|it| it == "future-date content/a.md:4:10");
        assert_eq!(future, exit == 1, "{epoch}: {}", run.stdout);
    }
}

#[test]
fn every_format_can_be_read() {
    let site = Site::new().replace("content/orari.md", "title: Orari", "titolo: \"a,b: %\"");
    let format = |format: &str| {
        let run = site.run(&["check", "--as-of", "2026-11-21", "--format", format]);
        run.fails();
        run.stdout
    };
    let json: serde_json::Value = serde_json::from_str(&format("json")).unwrap();
    assert_eq!(json["diagnostics"][0]["code"], "unknown-key");
    assert_eq!(json["errors"], 1);
    let sarif: serde_json::Value = serde_json::from_str(&format("sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let result = &sarif["runs"][0]["results"][0];
    let region = &result["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        (&result["ruleId"], &region["startLine"]),
        (&"unknown-key".into(), &2.into())
    );
    let github = format("github");
    assert!(
        github.starts_with("::error file=content/orari.md,line=2,"),
        "{github}"
    );
    assert_eq!(github.lines().count(), 1, "{github}");
}

#[test]
fn html_that_runs_programs_never_passes() {
    let text = "---\ntitle: A\nsummary: S.\n---\n<a href=\"javascript:alert(1)\" onclick=\"alert(2)\">x</a>\n\n<script>alert(3)</script>\n\n<img src=x alt=y onerror=alert(4)>\n\n<iframe src=\"https://a.example\"></iframe>\n";
    let site = Site::new().file("content/a.md", text);
    let run = site.build_json();
    run.succeeds();
    assert!(
        run.warnings()
            .iter()
            .any(|it| it.starts_with("html-removed content/a.md:5"))
    );
    let page = site.page("a/index.html").to_lowercase();
    for word in [
        "javascript:",
        "alert(",
        "onclick",
        "onerror",
        "<script",
        "<iframe",
    ] {
        assert!(!page.contains(word), "{word}\n{page}");
    }
}

#[test]
fn a_heading_has_its_own_anchor_where_no_section_has_it() {
    let section = "---\ntitle: Novara\nsummary: La provincia.\n---\n\n## Contatti\n\nUfficio.\n";
    let page = "---\ntitle: Guida\nsummary: Una guida.\n---\n\n## Storia {#storia}\n\nI [contatti di Novara](novara/_index.md#contatti).\n";
    let site = Site::new()
        .file("content/novara/_index.md", section)
        .file("content/guida.md", page);
    site.build().succeeds();
    assert!(site.page("novara/index.html").contains("id=\"contatti\""));
    assert!(site.page("guida/index.html").contains("id=\"storia\""));
    assert!(
        site.page("guida/index.html")
            .contains("../novara/index.html#contatti")
    );
    let lost = Site::new().file(
        "content/novara/_index.md",
        section.replace("Contatti", "Uffici"),
    );
    lost.file("content/guida.md", page)
        .build_json()
        .fails_with(&["broken-anchor content/guida.md:8:24"]);
    let taken = Site::new().replace("content/consulta.md", "{#origini}", "{#contatti}");
    taken.build_json().fails();
}
