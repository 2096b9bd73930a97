//! Dates of the last commit of each file, while commits are made.

use std::fs;

use jiff::tz::TimeZone;
use raccordo::base::date::Date;
use raccordo::base::source::SourcePath;
use raccordo::site::sources::Sources;

use super::folder::{Folder, assert_fresh, refresh};

fn repository() -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "-q", "-b", "main"]);
    commit(&folder, "2020-01-01");
    folder
}

fn commit(folder: &Folder, day: &str) {
    folder.git(&["add", "-A"]);
    let date = format!("{day}T12:00:00Z");
    let author = format!("--date={date}");
    // The date of the committer counts, not that of the author.
    let mut git = std::process::Command::new("git");
    git.arg("-C")
        .arg(&folder.root)
        .env("GIT_COMMITTER_DATE", &date);
    git.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
    let output = git
        .args(["commit", "-q", "-m", "x", &author])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn date(sources: &Sources, path: &str) -> Option<String> {
    let date = sources.tree().texts[&SourcePath::new(path)].committed;
    let date = date.and_then(|it| Date::from_unix(it.seconds, &TimeZone::UTC));
    date.map(|date| date.to_string())
}

#[test]
fn a_commit_dates_what_it_changed() {
    let folder = repository();
    folder.write("content/a.md", "a");
    let mut sources = folder.open();
    assert_eq!(
        date(&sources, "content/_index.md").as_deref(),
        Some("2020-01-01")
    );
    assert_eq!(date(&sources, "content/a.md"), None);
    commit(&folder, "2021-02-03");
    let changes = refresh(&mut sources, &folder.hints(&[".git/logs/HEAD"]));
    assert_eq!(changes.texts.len(), 1);
    assert_eq!(
        date(&sources, "content/a.md").as_deref(),
        Some("2021-02-03")
    );
    folder.write("content/a.md", "b");
    refresh(&mut sources, &folder.hints(&["content/a.md"]));
    assert_eq!(
        date(&sources, "content/a.md").as_deref(),
        Some("2021-02-03")
    );
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_restored_file_has_its_old_date() {
    let folder = repository();
    folder.write("content/old.md", "old");
    commit(&folder, "2021-01-01");
    fs::remove_file(folder.at("content/old.md")).unwrap();
    commit(&folder, "2022-01-01");
    let mut sources = folder.open();
    folder.write("content/old.md", "old");
    folder.write("content/new.md", "new");
    refresh(
        &mut sources,
        &folder.hints(&["content/old.md", "content/new.md"]),
    );
    assert_eq!(
        date(&sources, "content/old.md").as_deref(),
        Some("2022-01-01")
    );
    assert_eq!(date(&sources, "content/new.md"), None);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_branch_has_dates_of_its_own() {
    let folder = repository();
    folder.git(&["checkout", "-q", "-b", "other"]);
    folder.write("content/_index.md", "other");
    commit(&folder, "2023-01-01");
    let mut sources = folder.open();
    for (branch, day) in [("main", "2020-01-01"), ("other", "2023-01-01")] {
        folder.git(&["checkout", "-q", branch]);
        refresh(
            &mut sources,
            &folder.hints(&["content/_index.md", ".git/HEAD"]),
        );
        assert_eq!(date(&sources, "content/_index.md").as_deref(), Some(day));
        assert_fresh(&sources, &folder.root);
    }
}

#[test]
fn a_repository_can_come_and_go() {
    let folder = Folder::new();
    let mut sources = folder.open();
    folder.git(&["init", "-q"]);
    refresh(&mut sources, &folder.hints(&[".git"]));
    commit(&folder, "2020-01-01");
    refresh(
        &mut sources,
        &folder.hints(&[".git/HEAD", ".git/refs/heads/main"]),
    );
    assert_eq!(
        date(&sources, "content/_index.md").as_deref(),
        Some("2020-01-01")
    );
    assert_fresh(&sources, &folder.root);
    fs::remove_dir_all(folder.at(".git")).unwrap();
    refresh(&mut sources, &folder.hints(&[".git"]));
    assert_eq!(date(&sources, "content/_index.md"), None);
    assert_fresh(&sources, &folder.root);
}

#[test]
fn a_linked_worktree_has_its_own_last_commit() {
    let folder = repository();
    let beside = folder.root.parent().unwrap().join("beside");
    folder.git(&["worktree", "add", "-q", beside.to_str().unwrap()]);
    let mut sources = Sources::open(&beside).unwrap();
    fs::write(beside.join("content/_index.md"), "beside").unwrap();
    let there = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        git.arg("-C")
            .arg(&beside)
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"]);
        assert!(git.args(args).output().unwrap().status.success());
    };
    there(&[
        "commit",
        "-q",
        "-a",
        "-m",
        "x",
        "--date=2024-01-01T12:00:00Z",
    ]);
    let hints = folder.hints(&[".git/worktrees/beside/logs/HEAD"]);
    let hints = match hints {
        raccordo::site::sources::ChangeHints::Paths(mut paths) => {
            paths.insert(beside.join("content/_index.md"));
            raccordo::site::sources::ChangeHints::Paths(paths)
        }
        everything => everything,
    };
    assert_eq!(refresh(&mut sources, &hints).texts.len(), 1);
    assert_fresh(&sources, &beside);
}
