//! `raccordo init`: a site that builds, and nothing overwritten.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::fixtures::Files;
use crate::site::{AS_OF, Site};

const MARKS: [(&str, &str); 3] = [
    ("it", "DA COMPLETARE:"),
    ("en", "TO BE COMPLETED:"),
    ("de", "AUSZUFÜLLEN:"),
];

/// A new site in a language.
fn begun(language: &str, options: &[&str]) -> Site {
    let site = Site::empty();
    let run = site.run(&[&["init", "--language", language], options].concat());
    run.succeeds();
    assert_eq!(run.stderr, "");
    site
}

const NAMES: &[&str] = &[
    "--authority",
    "Provincia di Cuneo",
    "--title",
    "Consulte della provincia",
];

#[test]
fn a_new_site_builds_and_warns_only_of_what_is_left_to_complete() {
    for (language, mark) in MARKS {
        for options in [&[][..], NAMES] {
            let site = begun(language, options);
            let run = site.build_json();
            run.succeeds();
            let findings = run.findings();
            assert!(!findings.is_empty());
            for found in findings {
                assert!(found.what.starts_with("unfinished "), "{found:?}");
            }
            // Whoever writes what is missing has no warning left.
            let files = crate::fixtures::visible_files(&site.path("content"));
            for (path, bytes) in files {
                let text = String::from_utf8(bytes).unwrap();
                let words = text.replace(mark, "").replace("\"\"", "\"Ente\"");
                site.put(&format!("content/{path}"), words);
            }
            let strict = site.run(&["build", "--as-of", AS_OF, "--strict"]);
            strict.succeeds();
            assert_eq!(strict.stderr, "", "{language}");
        }
    }
}

#[test]
fn the_example_has_no_warning() {
    let site = Site::empty();
    site.run(&["init", "--example"]).succeeds();
    // Its mandates and meetings are of years to come, so that it stays so for a while.
    for day in [AS_OF, "2030-06-30"] {
        let strict = site.run(&["build", "--as-of", day, "--strict"]);
        strict.succeeds();
        assert_eq!(strict.stderr, "", "{day}");
    }
    assert!(site.path(".vscode/site.schema.json").is_file());
}

#[test]
fn an_example_leaves_a_site_as_it_is() {
    let site = begun("it", NAMES);
    let before = crate::fixtures::visible_files(&site.path("."));
    site.run(&["init", "--example"]).succeeds();
    assert_eq!(crate::fixtures::visible_files(&site.path(".")), before);
}

#[test]
fn names_are_published_as_they_are_typed() {
    for name in [
        "Città di \"L'Aquila\" \\ & <b>figli</b>",
        "{{ title }} {% if x %} ${HOME} # !",
        "- * _a_ [b](c) `d` | null",
        "  Unione\n dei\tcomuni \u{85}\u{7} ",
        "ente: yes",
        "日本",
        "№ 7",
        "***",
        "",
    ] {
        let [authority, title] = ["authority", "title"].map(|it| format!("--{it}={name}"));
        let site = begun("it", &[&authority, &title]);
        let run = site.build_json();
        run.succeeds();
        for found in run.findings() {
            assert!(found.what.starts_with("unfinished "), "{name}: {found:?}");
        }
        let kept = name.replace('\u{7}', "");
        let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = site.page("index.html");
        let shown = html_escape::decode_html_entities(&shown);
        assert!(shown.contains(&kept), "{name}");
    }
}

#[test]
fn what_is_there_stays_and_is_named() {
    let site = Site::empty()
        .file("README.md", "mine")
        .file("content/privacy.md", "mine, too")
        .file("content/other.txt", "not its business");
    let run = site.run(&["init", "--language", "it"]);
    run.succeeds();
    assert!(run.stdout.contains("= README.md"), "{}", run.stdout);
    assert!(run.stdout.contains("= content/privacy.md"));
    assert!(run.stdout.contains("+ content/note-legali.md"));
    for (path, text) in [
        ("README.md", "mine"),
        ("content/privacy.md", "mine, too"),
        ("content/other.txt", "not its business"),
    ] {
        assert_eq!(fs::read_to_string(site.path(path)).unwrap(), text);
    }
}

/// Pages and entries that are there already, under other names.
#[test]
fn what_a_folder_has_is_not_made_again() {
    let mine = "---\ntitle: P\nsummary: S.\n---\n\nX.\n";
    let site = Site::empty()
        .file(
            "content/enti.yaml",
            "organizations:\n  - {id: provincia-cuneo, title: P, kind: province}\n",
        )
        .file("content/dati/privacy.md", mine)
        .file(
            "content/legale.md",
            mine.replace("title", "id: note-legali\ntitle"),
        )
        .file("content/accessibilita/_index.md", mine);
    let run = site.run(&[
        "init",
        "--language",
        "it",
        "--authority",
        "Provincia di Cuneo",
    ]);
    run.succeeds();
    let left_out = "content/accessibilita.md, content/note-legali.md, content/organizations.yaml, content/privacy.md";
    assert!(
        run.stdout
            .contains(&format!("same id or address: {left_out}.")),
        "{}",
        run.stdout
    );
    assert!(site.path("content/responsabile-pubblicazione.md").is_file());
    for file in left_out.split(", ") {
        assert!(!site.path(file).exists(), "{file}");
    }
    let errors = site.check_in_process().errors();
    assert!(errors.is_empty(), "{errors:?}");
    let example = Site::empty().file(
        "content/x.yaml",
        "areas:\n  - {id: provincia-valdombra, title: V, kind: zone}\n",
    );
    let before = crate::fixtures::visible_files(example.root.path());
    example
        .run(&["init", "--example"])
        .cannot_run("territori.yaml");
    assert_eq!(crate::fixtures::visible_files(example.root.path()), before);
}

#[test]
fn no_site_is_begun_where_content_is() {
    let site = begun("it", NAMES);
    for folder in ["content", "content/novara"] {
        let run = site.run(&["init", folder, "--language", "it"]);
        run.cannot_run("raccordo new section");
        assert!(!site.path(folder).join("site.toml").exists());
    }
    let flat = Site::empty()
        .file("_index.md", "---\ntitle: A\n---\n")
        .file("persons.yaml", "persons: []\n");
    let run = flat.run(&["init", "--language", "it"]);
    run.cannot_run("persons.yaml, _index.md");
    assert!(!flat.path("site.toml").exists());
}

#[test]
fn a_second_site_of_a_repository_is_told_that_it_has_no_workflow() {
    let site = Site::empty().file(".git/HEAD", "ref: refs/heads/main\n");
    std::fs::create_dir_all(site.path(".git/objects")).unwrap();
    std::fs::create_dir_all(site.path(".git/refs")).unwrap();
    for (folder, is_told) in [("a", false), ("b", true), ("b", true), ("a", false)] {
        let args = ["init", folder, "--language", "it", "--forge", "github"];
        let run = site.run(&args);
        run.succeeds();
        let told = run.stdout.contains("a repository of its own");
        assert_eq!(told, is_told, "{folder}: {}", run.stdout);
    }
}

/// What is written leads to nothing that the folder lacks.
#[test]
fn a_registry_without_the_authority_stays_as_it_is() {
    let site = Site::empty()
        .file(
            "content/organizations.yaml",
            "organizations:\n- {id: comune-bra, title: Bra, kind: municipality}\n",
        )
        .file(
            "content/accessibilita.md",
            "---\ntitle: A\nid: altro\nsummary: S.\n---\n\nX.\n",
        );
    let begin = ["--authority", "Provincia di Cuneo", "--language", "it"];
    site.run(&[&["init"], &begin[..]].concat()).succeeds();
    let errors = site.check_in_process().errors();
    assert!(errors.is_empty(), "{errors:?}");
    let text = fs::read_to_string(site.path("content/responsabile-pubblicazione.md")).unwrap();
    assert!(text.contains("da: Provincia di Cuneo.\n"), "{text}");
    let example = Site::empty().file("content/enti.yaml", "organizations: []\n");
    example.run(&["init", "--example"]).cannot_run("enti.yaml");
}

#[test]
fn what_cannot_be_written_whole_is_not_begun() {
    for obstacle in ["content", ".vscode", ".githooks"] {
        let site = Site::empty().file(obstacle, "mine");
        let before = fs::read_dir(site.root.path()).unwrap().count();
        site.run(&["init"]).cannot_run(obstacle);
        assert_eq!(
            fs::read_dir(site.root.path()).unwrap().count(),
            before,
            "{obstacle}"
        );
        site.run(&["init", "new/site"]).succeeds();
    }
    let site = Site::empty().file("sub/.vscode", "mine");
    site.run(&["init", "sub"]).cannot_run(".vscode");
    assert_eq!(fs::read_dir(site.path("sub")).unwrap().count(), 1);
}

#[test]
fn a_list_of_ignored_files_that_is_kept_is_to_be_completed() {
    let site = Site::empty().file(".gitignore", "node_modules\npublic\n");
    let run = site.run(&["init"]);
    run.succeeds();
    assert!(
        run.stdout
            .contains("/.public.raccordo/  /.raccordo-cache/\n"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("/public/  "), "{}", run.stdout);
    assert!(!site.run(&["init"]).stdout.is_empty());
    let site = begun("it", &[]);
    let again = site.run(&["init"]);
    assert!(
        !again.stdout.contains("Add these lines"),
        "{}",
        again.stdout
    );
}

#[test]
fn a_site_that_exists_gets_no_pages_and_keeps_everything() {
    let site = Site::new();
    let before = crate::fixtures::good_files();
    site.run(&["init"]).succeeds();
    let after: Files = crate::fixtures::visible_files(site.root.path());
    let added: Vec<&String> = after
        .keys()
        .filter(|it| !before.contains_key(*it))
        .collect();
    assert_eq!(added, ["README.md"]);
    assert!(before.iter().all(|(path, bytes)| after[path] == *bytes));
    let again = site.run(&["init"]);
    again.succeeds();
    assert!(!again.stdout.contains("  + "), "{}", again.stdout);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_or_into_a_file() {
    let site = Site::empty().file("file", "x");
    site.run(&["init", "file"])
        .cannot_run("`file` is a file, and a site needs a folder");
    site.run(&["init", "file/below"]).cannot_run("file");
    std::os::unix::fs::symlink("nowhere", site.path("README.md")).unwrap();
    let run = site.run(&["init"]);
    run.succeeds();
    assert!(run.stdout.contains("= README.md"));
    assert!(!site.path("nowhere").exists());
}

#[cfg(unix)]
#[test]
fn the_hook_stops_a_commit_with_errors() {
    let site = begun("it", NAMES);
    let hook = || {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_raccordo"));
        let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
        let mut command = Command::new(site.path(".githooks/pre-commit"));
        command.current_dir(site.root.path()).env("PATH", path);
        command.output().unwrap().status.code()
    };
    assert_eq!(hook(), Some(0));
    site.put("content/a.md", "---\ntitolo: A\n---\n");
    assert_eq!(hook(), Some(1));
    // In a folder of a repository, git runs it at the root of that.
    let below = Command::new(site.path(".githooks/pre-commit"))
        .current_dir("/")
        .env(
            "PATH",
            format!(
                "{}:/usr/bin:/bin",
                Path::new(env!("CARGO_BIN_EXE_raccordo"))
                    .parent()
                    .unwrap()
                    .display()
            ),
        )
        .status();
    assert_eq!(below.unwrap().code(), Some(1));
}

#[test]
fn the_settings_of_editors_can_be_read() {
    for (language, _) in MARKS {
        let site = begun(language, &[]);
        for file in [
            "settings",
            "tasks",
            "extensions",
            "registry.schema",
            "site.schema",
        ] {
            let text = fs::read_to_string(site.path(&format!(".vscode/{file}.json"))).unwrap();
            serde_json::from_str::<serde_json::Value>(&text).unwrap();
        }
    }
}
