//! What a site may be read from: its own folder, and nothing to which a link leads elsewhere, nor what is no plain file.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::fixtures::full_files;
use crate::process::Place;
use crate::site::Site;

const PAGE: &str = "---\ntitle: Prova\nsummary: S.\nreviewed: 2026-10-01\n---\n";
const SECRET: &str = "TOKEN-OF-THE-SITE";

fn pipe(site: &Site, path: &str) {
    let made = Command::new("mkfifo").arg(site.path(path)).status();
    assert!(made.unwrap().success());
}

/// A site with secrets that no link may reach.
fn site_with_secrets() -> Site {
    let outside = "../secret.txt";
    let site = Site::new()
        .file(".env", SECRET)
        .file(".git/config", SECRET)
        .file("secret.txt", SECRET)
        .file("private/page.md", format!("{PAGE}{SECRET}"))
        .file("content/.hidden/page.md", format!("{PAGE}{SECRET}"))
        .file("content/sub/deep/own.txt", "own");
    assert!(site.path("content").join(outside).exists());
    site
}

#[test]
fn no_link_of_the_content_leads_out_of_it_or_to_what_is_hidden() {
    let targets = [
        "../secret.txt",
        "../.env",
        "../.git/config",
        "../site.toml",
        "../private",
        "../private/page.md",
        "../content/sub/deep/own.txt",
        "../themes/mini/theme.toml",
        "sub/../../secret.txt",
        "sub/deep/../../../.env",
        "./.hidden/page.md",
        ".hidden",
        "..",
        ".",
        "/etc/passwd",
        "/dev/zero",
        "/proc/self/environ",
        "/",
        "missing.txt",
        "sub/deep/own.txt/x",
        "link.txt",
        "twice",
        "",
    ];
    for target in targets.into_iter().filter(|it| !it.is_empty()) {
        for name in ["link.txt", "link.md", "link", "sub/link.txt"] {
            let site = site_with_secrets();
            symlink("../secret.txt", site.path("content/twice")).unwrap();
            let up = if name.starts_with("sub/") { "../" } else { "" };
            let target = match target.starts_with('/') {
                true => target.to_owned(),
                false => format!("{up}{target}"),
            };
            symlink(&target, site.path(&format!("content/{name}"))).unwrap();
            let run = site.run(&["build", "--format", "json"]);
            let errors = run.errors();
            let error = format!("unreadable-file content/{name}:1:1");
            assert!(errors.contains(&error), "{name} -> {target}: {errors:?}");
            assert!(!run.stdout.contains(SECRET));
            run.fails();
            if cfg!(debug_assertions) && name == "link.txt" {
                continue;
            }
        }
    }
}

#[test]
fn a_link_within_the_content_is_followed() {
    let site = site_with_secrets();
    for (target, link) in [
        ("sub/deep/own.txt", "one.txt"),
        ("one.txt", "two.txt"),
        ("sub", "folder"),
        ("../own.txt", "sub/deep/own2.txt"),
    ] {
        let target = match link {
            "sub/deep/own2.txt" => "own.txt",
            _ => target,
        };
        symlink(target, site.path("content").join(link)).unwrap();
    }
    site.build().succeeds();
    let built = site.built();
    for path in [
        "one.txt",
        "two.txt",
        "folder/deep/own.txt",
        "sub/deep/own2.txt",
    ] {
        assert_eq!(built[path], b"own", "{path}");
    }
}

#[test]
fn links_that_make_very_many_ways_end_at_once() {
    let site = Site::new();
    for level in 0..18 {
        let folder = site.path(&format!("content/l{level}"));
        fs::create_dir_all(&folder).unwrap();
        for link in ["a", "b"] {
            symlink(format!("../l{}", level + 1), folder.join(link)).unwrap();
        }
    }
    fs::create_dir_all(site.path("content/l18")).unwrap();
    fs::write(site.path("content/l18/x.txt"), "x").unwrap();
    let began = Instant::now();
    let run = site.build_json();
    assert!(began.elapsed() < Duration::from_secs(10));
    assert!(
        run.errors()
            .iter()
            .all(|it| it.starts_with("unreadable-file content/l"))
    );
    run.fails();
}

#[test]
fn links_of_a_theme_stay_in_their_theme() {
    let site = site_with_secrets();
    symlink("../../../secret.txt", site.path("themes/mini/static/a.txt")).unwrap();
    symlink(
        "../../altro/x.html",
        site.path("themes/mini/templates/x.html"),
    )
    .unwrap();
    let site = site.file("themes/altro/x.html", "x");
    symlink("mini.css", site.path("themes/mini/static/own.css")).unwrap();
    site.build_json().fails_with(&[
        "unreadable-file themes/mini/static/a.txt:1:1",
        "unreadable-file themes/mini/templates/x.html:1:1",
    ]);
    let site = site.without("themes/mini/static/a.txt");
    fs::remove_file(site.path("themes/mini/templates/x.html")).unwrap();
    site.build().succeeds();
}

#[test]
fn a_folder_of_the_site_may_be_a_link_within_the_site_only() {
    for folder in ["content", "themes", "themes/mini"] {
        let up = "../".repeat(folder.split('/').count() - 1);
        for (place, is_good) in [
            ("private/deep", folder != "themes/mini"),
            (".hidden", false),
            ("outside", false),
            ("absolute", false),
        ] {
            let site = site_with_secrets();
            let other = Site::empty();
            let away = match place {
                "outside" | "absolute" => other.path("folder"),
                inside => site.path(inside),
            };
            fs::rename(site.path(folder), &away).unwrap();
            let target = match place {
                "outside" => {
                    let name = other.root.path().file_name().unwrap().to_str().unwrap();
                    format!("{up}../{name}/folder")
                }
                "absolute" => away.to_str().unwrap().to_owned(),
                inside => format!("{up}{inside}"),
            };
            symlink(target, site.path(folder)).unwrap();
            let run = site.build_json();
            if is_good {
                run.succeeds();
                continue;
            }
            let error = format!("unreadable-file {folder}:1:1");
            assert!(run.errors().contains(&error), "{folder} -> {place}");
            run.fails();
        }
    }
}

#[test]
fn what_is_no_file_is_said_and_not_waited_for() {
    let site = Site::new();
    pipe(&site, "content/pipe.md");
    pipe(&site, "content/pipe.pdf");
    pipe(&site, "themes/mini/static/pipe.css");
    let _socket = UnixListener::bind(site.path("content/socket.pdf")).unwrap();
    let run = site.build_json();
    run.fails_with(&[
        "unreadable-file content/pipe.md:1:1",
        "unreadable-file content/pipe.pdf:1:1",
        "unreadable-file content/socket.pdf:1:1",
        "unreadable-file themes/mini/static/pipe.css:1:1",
    ]);
    assert!(
        run.findings()
            .iter()
            .all(|it| it.message.contains("no plain file"))
    );
}

#[test]
fn files_of_a_theme_that_are_folders_and_folders_that_are_files_are_said() {
    for (path, words) in [
        ("themes/mini/theme.toml", "it is a folder"),
        ("themes/mini/i18n/it.ftl", "it is a folder"),
        ("themes/mini/templates/page.html", "it is a folder"),
    ] {
        let site = Site::new().without(path);
        fs::create_dir(site.path(path)).unwrap();
        let run = site.build_json();
        let findings = run.findings();
        let fault = findings
            .iter()
            .find(|it| it.what == format!("unreadable-file {path}:1:1"));
        assert!(
            fault.is_some_and(|it| it.message.contains(words)),
            "{findings:#?}"
        );
        run.fails();
    }
    let site = Site::new();
    fs::remove_dir_all(site.path("themes/mini/i18n")).unwrap();
    let run = site.file("themes/mini/i18n", "x");
    let errors = run.build_json().errors();
    assert!(
        errors.contains(&"unreadable-file themes/mini/i18n:1:1".to_owned()),
        "{errors:?}"
    );
}

#[test]
fn settings_that_are_no_file_are_said_to_be_there() {
    let settings = |replace: &dyn Fn(&Site)| {
        let site = site_with_secrets().without("site.toml");
        replace(&site);
        site
    };
    let link = |target: &'static str| {
        settings(&move |site| symlink(target, site.path("site.toml")).unwrap())
    };
    for (site, words) in [
        (
            settings(&|site| fs::create_dir(site.path("site.toml")).unwrap()),
            "it is a folder",
        ),
        (settings(&|site| pipe(site, "site.toml")), "no plain file"),
        (link("/etc/passwd"), "leads out"),
        (link("../../../etc/passwd"), "leads out"),
        (link(".env"), "hidden"),
        (link(".git/config"), "hidden"),
        (link("nowhere"), "not there"),
        (link("site.toml"), "a link to itself"),
    ] {
        for args in [vec!["check"], vec!["build", "--root", "."]] {
            let run = site.run(&args);
            run.cannot_run(words);
            assert!(
                !run.stderr.contains(SECRET) && !run.stderr.contains("root:"),
                "{}",
                run.stderr
            );
        }
    }
    let site = Site::new();
    fs::create_dir(site.path("config")).unwrap();
    fs::rename(site.path("site.toml"), site.path("config/site.toml")).unwrap();
    symlink("config/site.toml", site.path("site.toml")).unwrap();
    site.build().succeeds();
}

#[test]
fn a_site_whose_content_is_missing_is_not_an_empty_one() {
    let site = Site::new();
    site.build().succeeds();
    let before = site.built();
    fs::rename(site.path("content"), site.path("away")).unwrap();
    let replacements: [&dyn Fn(); 4] = [
        &|| {},
        &|| fs::write(site.path("content"), "x").unwrap(),
        &|| pipe(&site, "content"),
        &|| symlink("nowhere", site.path("content")).unwrap(),
    ];
    for replace in replacements {
        replace();
        let run = site.build_json();
        assert_eq!(run.exit, Some(1), "{}", run.stdout);
        let errors = run.errors();
        assert!(
            errors.contains(&"unreadable-file content:1:1".to_owned()),
            "{errors:?}"
        );
        assert!(site.built() == before);
        let _ = fs::remove_file(site.path("content"));
    }
    fs::create_dir(site.path("content")).unwrap();
    let new = Site::empty().file("site.toml", "title = \"Nuovo\"\n");
    fs::create_dir(new.path("content")).unwrap();
    new.build().succeeds();
}

#[test]
fn a_watch_waits_for_content_that_is_away() {
    let place = Place::new(&full_files());
    let mut process = place.start(&["watch"]);
    process.says("Watching");
    place.is_fresh(&mut process);
    let published = fs::read(place.out().join("index.html")).unwrap();
    let (content, away) = (place.root().join("content"), place.root().join("away"));
    fs::rename(&content, &away).unwrap();
    process.says("`content/`");
    assert_eq!(fs::read(place.out().join("index.html")).unwrap(), published);
    fs::rename(&away, &content).unwrap();
    process.says("No more errors");
    place.is_fresh(&mut process);
}

#[test]
fn a_file_that_becomes_a_link_while_it_is_read_is_never_published() {
    let site = site_with_secrets();
    let (path, other) = (site.path("content/race.txt"), site.path("content/.race"));
    fs::write(&path, "own").unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                let _ = symlink("../secret.txt", &other);
                let _ = fs::rename(&other, &path);
                let _ = fs::write(&other, "own");
                let _ = fs::rename(&other, &path);
            }
        });
        for _ in 0..30 {
            site.run(&["build"]);
            let built = site.built();
            let leaked = built
                .values()
                .any(|it| it.windows(SECRET.len()).any(|it| it == SECRET.as_bytes()));
            if leaked {
                stop.store(true, Ordering::Relaxed);
            }
            assert!(!leaked);
        }
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn no_name_writes_lines_into_a_report() {
    let names = [
        "a\n::error::injected.md",
        "b\r::error::injected.pdf",
        "c\u{1b}[31m.md",
        "d\u{202e}gpj.md",
        "e\u{2028}::error::injected.md",
        "f\n::error::folder/x.md",
    ];
    let site = names.iter().fold(Site::new(), |site, name| {
        site.file(&format!("content/{name}"), PAGE)
    });
    for format in ["human", "json", "github", "sarif"] {
        let run = site.run(&["check", "--format", format, "--all"]);
        assert_eq!(run.exit, Some(1));
        for line in run.stdout.lines().chain(run.stderr.lines()) {
            assert!(!line.trim().starts_with("::error::"), "{format}: {line}");
            assert!(
                !line.contains(['\r', '\u{1b}', '\u{202e}', '\u{2028}']),
                "{format}: {line:?}"
            );
        }
    }
    assert_eq!(site.build_json().errors().len(), names.len());
}

/// A registry that cannot be read is one error: what it may declare is not missing, and what it does not is.
#[test]
fn a_broken_registry_makes_no_other_errors() {
    const ENTRIES: &str = "organizations:\n  - {id: ente-uno, title: A, kind: consortium}\n";
    let page = "---\ntitle: N\nsummary: S.\n---\n\n[](ref:organization/ente-uno) [](ref:organization/ente-due)\n";
    let second = "  - {id: ente-due, title: B, kind: consortium}\n";
    for broken in [
        format!("y: \"\n{ENTRIES}{second}").into_bytes(),
        format!("{ENTRIES}  - id: z\n   title: [\n{second}").into_bytes(),
        [ENTRIES.as_bytes(), second.as_bytes(), b"# citt\xe0\n"].concat(),
    ] {
        let site = Site::new()
            .file("content/nuova.md", page)
            .file("content/registro.yaml", &broken);
        let errors = site.check_in_process().errors();
        assert_eq!(errors.len(), 1, "{errors:?}");
        site.put("content/nuova.md", page.replace("ente-due", "ente-tre"));
        let errors = site.check_in_process().errors();
        assert_eq!(errors.len(), 2, "{errors:?}");
    }
}
