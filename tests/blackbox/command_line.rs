//! The command line: options, exit statuses, and what cannot run.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use crate::diagnostics::rule_examples::WITHOUT_EXAMPLE;
use crate::diagnostics::settings::NO_BASE_URLS;
use raccordo::base::code::Code;

use crate::fixtures::temporary_folder;
use crate::site::Site;

#[test]
fn a_good_site_is_built_with_one_line_and_no_complaint() {
    let site = Site::new();
    let run = site.build();
    run.succeeds();
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
}

#[test]
fn every_placeholder_in_a_message_is_filled() {
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
fn base_url_replaces_the_address_in_the_settings() {
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
    site.build()
        .cannot_run("`--base-url altrove`: this cannot be the address of the site");
    for refused in NO_BASE_URLS {
        let site = Site::new().arg("--base-url").arg(refused);
        site.build().cannot_run("cannot be the address of the site");
    }
}

#[test]
fn drafts_are_published_only_with_drafts() {
    let draft = "---\ntitle: Bozza\nsummary: S.\ndraft: true\n---\n";
    let site = Site::new().file("content/bozza.md", draft);
    site.build().succeeds();
    assert!(!site.path("public/bozza").exists());
    let site = site.arg("--drafts");
    site.build().succeeds();
    assert!(site.path("public/bozza/index.html").exists());
}

#[test]
fn strict_makes_warnings_errors() {
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
fn the_output_folder_must_not_hold_sources() {
    for out in [
        ".",
        "content",
        "content/sub",
        "..",
        "themes",
        "/",
        "content/../content",
        "public/../content/y",
        "public/../../..",
        "./content/./z",
        "Content",
        "site.toml",
        "site.toml/x",
        ".git",
        ".git/hooks",
        "x/.git/y",
        ".raccordo-cache",
        ".raccordo-cache/images",
        ".public.raccordo",
        ".public.raccordo/site",
    ] {
        let site = Site::new().arg("--out").arg(out);
        let before = crate::fixtures::visible_files(site.root.path());
        site.build().cannot_run("choose another with `--out`");
        assert_eq!(
            crate::fixtures::visible_files(site.root.path()),
            before,
            "{out}"
        );
    }
    let elsewhere = temporary_folder();
    let out = elsewhere.path().join("a/b");
    let into = |out: &Path| Site::new().arg("--out").arg(out.to_str().unwrap());
    // The folder of a user, or of another site, is not replaced.
    for home in [&out, &out.join("home")] {
        let site = into(&out).env("HOME", home.to_str().unwrap());
        site.build().cannot_run("choose another with `--out`");
    }
    let other = Site::new();
    for out in [other.root.path().to_owned(), other.path("content/x")] {
        into(&out).build().cannot_run("choose another with `--out`");
    }
    let site = into(&out).env("HOME", elsewhere.path().to_str().unwrap());
    site.build().succeeds();
    assert!(out.join("index.html").exists());
}

#[cfg(unix)]
#[test]
fn the_output_folder_must_not_be_a_link_to_sources_or_out_of_the_site() {
    let outside = temporary_folder();
    let outside = outside.path().to_str().unwrap();
    for (link, target, out) in [
        ("link", "content", "link"),
        ("link", "content", "link/x"),
        ("link", ".", "link/content"),
        ("link", ".", "link"),
        ("link", "themes/../content", "link"),
        ("link", "nowhere", "link"),
        ("public", outside, "public"),
        ("link", outside, "link/x"),
    ] {
        let site = Site::new().arg("--out").arg(out);
        std::os::unix::fs::symlink(target, site.path(link)).unwrap();
        let before = crate::fixtures::visible_files(&site.path("content"));
        let run = site.build();
        assert_eq!(run.exit, Some(2), "{link} {target} {out}: {}", run.stderr);
        assert!(run.stderr.contains("--out"), "{}", run.stderr);
        let after = crate::fixtures::visible_files(&site.path("content"));
        assert_eq!(before, after, "{link} {target} {out}");
        assert_eq!(std::fs::read_dir(outside).unwrap().count(), 0, "{out}");
    }
}

#[test]
fn a_site_is_not_published_into_another() {
    let site = Site::new();
    site.build().succeeds();
    let site = site.arg("--out").arg("public/orari");
    let run = site.build();
    assert_eq!(run.exit, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("is in the site"), "{}", run.stderr);
}

#[test]
fn a_number_that_makes_no_sense_is_refused_and_a_large_one_does_not_stop_the_machine() {
    for option in [
        "--jobs=0",
        "--jobs=-1",
        "--jobs=molti",
        "--jobs=10000",
        "--jobs=99999999999999999999",
        "--jobs=2.5",
        "--jobs=",
    ] {
        let site = Site::new().arg(option);
        let words = "this does not work. Write a whole number from 1 to 9999";
        site.build().cannot_run(words);
    }
    Site::new().arg("--jobs").arg("9999").build().succeeds();
}

/// How many threads the program has at most while it builds with so many jobs.
#[cfg(target_os = "linux")]
#[test]
fn threads_are_bounded_by_the_processors() {
    let site = Site::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args(["watch", "--jobs", "9999", "--root"])
        .arg(site.path(""))
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let tasks = format!("/proc/{}/task", child.id());
    let deadline = std::time::Instant::now() + crate::process::PATIENCE;
    while !site.path("public/index.html").exists() && std::time::Instant::now() < deadline {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let threads = std::fs::read_dir(tasks).unwrap().count();
    child.kill().unwrap();
    child.wait().unwrap();
    let processors = std::thread::available_parallelism().unwrap().get();
    assert!(threads <= 4 * processors + 16, "{threads}");
}

#[test]
fn a_site_can_be_asked_for_a_day_before_it_was_edited() {
    let page = "---\ntitle: Orari\nupdated: 2026-01-10\nreviewed: 2999-01-01\n---\n";
    let site = Site::new().file("content/orari.md", page);
    site.run(&["build", "--as-of", "2020-05-31"]).succeeds();
    // Nothing is left that a build of today would take up.
    let today = site.run(&["build", "--format", "json"]);
    assert_eq!(today.errors(), ["future-date content/orari.md:4:11"]);
}

#[test]
fn a_run_that_cannot_start_says_why() {
    Site::empty()
        .build()
        .cannot_run("There is no `site.toml` in");
    Site::new()
        .run(&["build", "--as-of", "2026-02-30"])
        .cannot_run("`--as-of 2026-02-30`: this is not a date");
    Site::new()
        .run(&["build", "--as-of", "1/7/2018"])
        .cannot_run("is not a date");
    for epoch in [
        "ieri",
        "",
        "2026-03-14",
        "1.5",
        "1772407800000",
        "99999999999999999999",
    ] {
        let site = Site::new().env("SOURCE_DATE_EPOCH", epoch);
        let expected = format!("The environment variable `SOURCE_DATE_EPOCH` is `{epoch}`");
        site.run(&["build"]).cannot_run(&expected);
    }
    Site::new().run(&["biuld"]).cannot_run("biuld");
    Site::new()
        .run(&["explain", "unknown-kee"])
        .cannot_run("unknown-key");
}

#[test]
fn source_date_epoch_sets_the_day() {
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

#[cfg(unix)]
#[test]
fn an_environment_variable_that_is_not_utf_8_is_named() {
    use std::os::unix::ffi::OsStrExt;
    let site = Site::new();
    let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args(["check", "--lang", "en", "--root"])
        .arg(site.path(""))
        .env("SOURCE_DATE_EPOCH", std::ffi::OsStr::from_bytes(b"17\xff"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`SOURCE_DATE_EPOCH` is `17"), "{said}");
}

/// `/dev/full` is a disk without space.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_a_failure_and_no_panic() {
    use std::process::Stdio;
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    // A pipe whose reader has gone.
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        Stdio::from(writer)
    };
    let site = Site::new().replace("content/orari.md", "summary: Quando trovarci.\n", "");
    for args in [
        &["check", "--format", "json"][..],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["check", "--format", "human"],
        &["build"],
        &["build", "--format", "json", "--timings"],
        &["explain", "bad-url"],
        &["--help"],
        &["build", "--help"],
        &["--version"],
    ] {
        let run = |stdout: Stdio, stderr: Stdio| {
            Command::new(env!("CARGO_BIN_EXE_raccordo"))
                .args(args)
                .env("LC_ALL", "en_GB.UTF-8")
                .current_dir(site.root.path())
                .stdout(stdout)
                .stderr(stderr)
                .output()
                .unwrap()
        };
        for (stdout, reason) in [(full(), "there is no space left"), (closed(), "")] {
            let output = run(stdout, Stdio::piped());
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(!said.contains("panicked"), "{args:?}: {said}");
            // Findings for people go to the other stream.
            let has_stdout = !args.contains(&"human");
            assert!(said.contains(reason) || !has_stdout, "{args:?}: {said}");
            let status = output.status.code();
            assert!(status == Some(2) || !has_stdout, "{args:?}: {status:?}");
        }
        for (stdout, stderr) in [(full(), full()), (closed(), closed())] {
            assert_eq!(run(stdout, stderr).status.code(), Some(2), "{args:?}");
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_raccordo"))
        .args(["check", "--format", "json", "--lang", "en", "--root"])
        .arg(site.path(""))
        .stdout(full())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let words = "error: Not all that was to be printed could be: ";
    assert!(said.contains(words), "{said}");
}

#[test]
fn explain_shows_the_fault_as_one_and_how_it_is_mended() {
    let site = Site::empty();
    let run = site.run(&["explain", "bad-date", "--lang", "it"]);
    let example = "Così è sbagliato, nella riga con `>`:\n\n  > reviewed: 1/10/2026\n\nCosì è corretto:\n\n    reviewed: 2026-10-01\n";
    assert!(run.stdout.ends_with(example), "{}", run.stdout);
    for code in Code::ALL {
        let run = site.run(&["explain", code.slug()]);
        let shown = ["This is wrong", "\n  > ", "This is right"];
        let is_shown = shown.iter().all(|it| run.stdout.contains(it));
        let has_example = !WITHOUT_EXAMPLE.iter().any(|(without, _)| without == code);
        assert_eq!(is_shown, has_example, "{}", run.stdout);
    }
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let site = Site::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let run = site.run(&["completions", shell]);
        run.succeeds();
        assert!(run.stdout.contains("base-url"), "{shell}");
    }
    let loaded = Command::new("bash")
        .args(["-c", "eval \"$1\" && complete -p raccordo", "-"])
        .arg(site.run(&["completions", "bash"]).stdout)
        .output()
        .unwrap();
    assert!(loaded.status.success(), "{loaded:?}");
    let run = site.run(&["manual", "--lang", "it"]);
    run.succeeds();
    assert!(run.stdout.contains(".TH raccordo 1"), "{}", run.stdout);
    for english in [
        ".SH NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        ".SH VERSION\n",
        "OPTIONS",
        "COMMAND>",
    ] {
        assert!(!run.stdout.contains(english), "{english}");
    }
    for command in ["INIT", "NEW", "BUILD", "SCHEMA"] {
        assert!(run.stdout.contains(&format!("\n.SH {command}\n")));
    }
    let version = site.run(&["--version"]).stdout;
    let number = concat!("raccordo ", env!("CARGO_PKG_VERSION"));
    assert!(version.starts_with(number), "{version}");
}
