//! Sites in a repository: the dates of last update come from its history.
//!
//! Times of commit are late in the evening, so that the day in the time zone of the site is the next one. Each site is the
//! folder `site` of a folder of its own.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::fixtures::good_files;
use crate::site::Site;

mod attacks;
mod calendars;
mod configuration;
mod feeds;
mod history;

/// The pages that are looked at, and what they show in [`repository`].
const DATES: &str = "orari 2020-02-04, privacy 2021-04-06";

/// What they show without a history.
const NO_DATES: &str = "orari -, privacy -";

/// The good site with a theme that shows dates, without a repository.
fn site() -> Site {
    let page = "<h1></h1>{% if page.updated %}{{ page.updated.iso }}{% else %}-{% endif %}";
    let files = good_files().into_iter();
    let files = files.map(|(path, bytes)| (format!("site/{path}"), bytes));
    Site::of(files.collect())
        .file("site/themes/mini/templates/page.html", page)
        .arg("--root=site")
}

/// The same in a repository with two commits.
fn repository() -> Site {
    let site = site();
    commit_twice(&site.path("site"), &["init", "-q", "-b", "main"]);
    site
}

/// The same, with a repository that has more than the site.
fn repository_around() -> Site {
    let site = site().file("altro/file", "");
    commit_twice(site.root.path(), &["init", "-q", "-b", "main"]);
    site
}

/// Makes a repository of a folder. The site in it has the dates [`DATES`].
fn commit_twice(folder: &Path, init: &[&str]) {
    git(folder, init);
    commit(folder, "2020-02-03");
    let page = ["content/privacy.md", "site/content/privacy.md"].map(|page| folder.join(page));
    let page = page.iter().find(|page| page.exists()).unwrap();
    let text = fs::read_to_string(page).unwrap();
    fs::write(page, format!("{text}\nDue.\n")).unwrap();
    commit(folder, "2021-04-05");
}

/// Commits everything at 23:30 of a day in UTC.
fn commit(root: &Path, day: &str) {
    git(root, &["add", "-A"]);
    let moment = format!("{day}T23:30:00Z");
    let mut git = git_command(root);
    git.args(["commit", "-q", "-m", "x"])
        .env("GIT_COMMITTER_DATE", moment);
    succeed(&mut git);
}

/// Runs git. Returns what it prints.
#[track_caller]
fn git(folder: &Path, args: &[&str]) -> String {
    let output = succeed(git_command(folder).args(args));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Git without the configuration of whoever runs the tests.
fn git_command(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["-c", "user.name=A", "-c", "user.email=a@b.example"])
        .args(["-c", "protocol.file.allow=always"])
        .current_dir(folder)
        .stdin(Stdio::null());
    git
}

#[track_caller]
fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?} {output:?}");
    output
}

/// The dates of the built site.
fn dates(site: &Site) -> String {
    let page = |name: &str| {
        let page = site.path("site/public").join(name).join("index.html");
        let page = fs::read_to_string(page).unwrap();
        let (_, date) = page.rsplit_once("</h1>").unwrap();
        format!("{name} {}", date.trim())
    };
    format!("{}, {}", page("orari"), page("privacy"))
}

/// The site shows these dates, and there is no warning.
#[track_caller]
fn shows(site: &Site, expected: &str, case: &str) {
    let run = site.build_json();
    assert_eq!(run.succeeds().warnings(), [""; 0], "{case}");
    assert_eq!(dates(site), expected, "{case}");
}

/// The site shows no dates, and the one warning says why, and what to do.
#[track_caller]
fn shows_none_because(site: &Site, reason: &str, advice: &str) {
    let run = site.build_json();
    let found = run.succeeds().findings();
    let [warning] = found.as_slice() else {
        panic!("{reason}: {found:#?}");
    };
    assert_eq!(warning.what, "unreadable-history site.toml:1:1");
    assert!(warning.message.contains(reason), "{reason}: {warning:#?}");
    assert!(warning.hint.contains(advice), "{reason}: {warning:#?}");
    assert_eq!(dates(site), NO_DATES, "{reason}");
}

/// Writes a program of the shell.
fn program(path: &Path, lines: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, format!("#!/bin/sh\n{lines}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// `PATH` with a folder before it.
fn path_with(folder: &Path) -> String {
    let path = std::env::var("PATH").unwrap();
    format!("{}:{path}", folder.display())
}

/// Adds lines to a file.
fn append(path: &Path, lines: &str) {
    let text = fs::read_to_string(path).unwrap_or_default();
    fs::write(path, format!("{text}{lines}\n")).unwrap();
}

/// The path of an object in a repository that has not been packed.
fn object(folder: &Path, name: &str) -> PathBuf {
    let hash = git(folder, &["rev-parse", name]);
    let (first, rest) = hash.split_at(2);
    folder.join(".git/objects").join(first).join(rest)
}
