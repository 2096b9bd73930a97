//! Repositories of all forms have dates; a history that cannot be read gives one warning that says why.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{
    DATES, NO_DATES, append, commit, commit_twice, git, object, path_with, program, repository,
    repository_around, shows, shows_none_because, site,
};

#[test]
fn a_page_has_the_day_of_its_last_commit_in_the_time_zone_of_the_site() {
    let site = repository();
    shows(&site, DATES, "Europe/Rome");
    let site = site.replace("site/site.toml", "theme =", "time_zone = \"UTC\"\ntheme =");
    shows(&site, "orari 2020-02-03, privacy 2021-04-05", "UTC");
}

#[test]
fn without_a_repository_nothing_is_said() {
    shows(&site(), NO_DATES, "no repository");
    let site = site().file("empty/none", "");
    git(&site.path("site"), &["init", "-q"]);
    shows(&site, NO_DATES, "no commit");
    fs::remove_dir_all(site.path("site/.git")).unwrap();
    let path = site.path("empty").display().to_string();
    shows(&site.env("PATH", &path), NO_DATES, "no git");
}

#[test]
fn a_repository_may_have_any_form() {
    let forms: [(&str, &[&[&str]]); 8] = [
        ("packed", &[&["gc", "-q"]]),
        ("detached", &[&["checkout", "-q", "--detach"]]),
        (
            "on a branch in a folder",
            &[&["checkout", "-q", "-b", "a/b"]],
        ),
        ("graph", &[&["commit-graph", "write", "--reachable"]]),
        (
            "separate",
            &[&["init", "-q", "--separate-git-dir", "../.separate"]],
        ),
        ("replaced", &[&["replace", "HEAD", "HEAD^"]]),
        (
            "with a work tree elsewhere",
            &[&["config", "core.worktree", "/nowhere"]],
        ),
        ("as if bare", &[&["config", "core.bare", "true"]]),
    ];
    for (form, commands) in forms {
        let site = repository();
        for command in commands {
            git(&site.path("site"), command);
        }
        shows(&site, DATES, form);
    }
    for format in ["--object-format=sha256", "--ref-format=reftable"] {
        let site = site();
        commit_twice(&site.path("site"), &["init", "-q", format]);
        shows(&site, DATES, format);
    }
    shows(&repository_around(), DATES, "with more than the site");
}

#[test]
fn a_repository_may_belong_to_a_clone_or_another_user() {
    let forms: [(&str, &[&str]); 4] = [
        ("clone", &["clone", "-q", "from", "site"]),
        ("shared", &["clone", "-q", "--shared", "from", "site"]),
        (
            "linked",
            &["-C", "from", "worktree", "add", "-q", "../site"],
        ),
        ("submodule", &["submodule", "add", "-q", "./from", "site"]),
    ];
    for (form, command) in forms {
        let site = repository();
        fs::rename(site.path("site"), site.path("from")).unwrap();
        git(site.root.path(), &["init", "-q"]);
        git(site.root.path(), command);
        shows(&site, DATES, form);
    }
    let site = repository();
    // Only root may do this. Git itself refuses to read such a repository.
    let files = walkdir::WalkDir::new(site.path("site/.git"));
    let mut files = files.into_iter().map(|entry| entry.unwrap().into_path());
    if files.all(|file| std::os::unix::fs::chown(file, Some(65534), Some(65534)).is_ok()) {
        shows(&site, DATES, "another user");
    }
}

#[test]
fn a_partial_clone_has_dates_and_a_warning_about_feeds() {
    let site = repository();
    fs::rename(site.path("site"), site.path("from")).unwrap();
    let from = site.path("from");
    git(&from, &["config", "uploadpack.allowFilter", "true"]);
    let url = format!("file://{}", from.display());
    git(
        site.root.path(),
        &["clone", "-q", "--filter=blob:none", &url, "site"],
    );
    // The second process goes on from what the first has kept.
    for _ in 0..2 {
        let run = site.build_json();
        let found = run.succeeds().findings();
        assert_eq!(run.warnings(), ["shallow-history site.toml:1:1"]);
        assert!(found[0].hint.contains("--filter"), "{found:#?}");
        assert_eq!(super::dates(&site), DATES);
    }
}

#[test]
fn a_merged_branch_has_the_day_on_which_it_was_merged() {
    let site = repository();
    let root = site.path("site");
    let (orari, privacy) = ("content/orari.md", "content/privacy.md");
    git(&root, &["checkout", "-q", "-b", "altro"]);
    append(&root.join(orari), "Sul ramo.");
    commit(&root, "2022-01-01");
    append(&root.join(privacy), "Sul ramo.");
    commit(&root, "2022-01-02");
    // What was picked from the branch before is nothing new when the branch comes.
    git(&root, &["checkout", "-q", "main"]);
    let pick = ["cherry-pick", "--no-commit", "altro"];
    git(&root, &pick);
    commit(&root, "2022-02-03");
    git(&root, &["merge", "-q", "--no-commit", "--no-ff", "altro"]);
    commit(&root, "2022-03-04");
    shows(&site, "orari 2022-03-05, privacy 2022-02-04", "merged");
    // A branch that is put on top has the days of its new commits.
    git(&root, &["checkout", "-q", "-b", "terzo", "HEAD^"]);
    append(&root.join(privacy), "Terzo.");
    commit(&root, "2022-02-20");
    let mut rebase = super::git_command(&root);
    rebase
        .args(["rebase", "-q", "main"])
        .env("GIT_COMMITTER_DATE", "2022-04-05T23:30:00Z");
    super::succeed(&mut rebase);
    git(&root, &["checkout", "-q", "main"]);
    git(&root, &["merge", "-q", "--ff-only", "terzo"]);
    shows(&site, "orari 2022-03-05, privacy 2022-04-06", "rebased");
}

#[test]
fn a_shallow_clone_gives_a_warning_and_no_dates() {
    let site = repository();
    fs::rename(site.path("site"), site.path("from")).unwrap();
    let url = format!("file://{}", site.path("from").display());
    git(
        site.root.path(),
        &["clone", "-q", "--depth=1", &url, "site"],
    );
    let run = site.build_json();
    assert_eq!(run.succeeds().warnings(), ["shallow-history site.toml:1:1"]);
    assert_eq!(super::dates(&site), NO_DATES);
    git(&site.path("site"), &["fetch", "-q", "--unshallow"]);
    shows(&site, DATES, "the whole history");
}

#[test]
fn content_in_a_repository_of_its_own_gives_a_warning_and_no_dates() {
    let site = repository();
    let (content, kept) = (site.path("site/content"), site.path("kept"));
    fs::rename(&content, &kept).unwrap();
    git(&kept, &["init", "-q", "-b", "main"]);
    commit(&kept, "2021-05-06");
    let root = site.path("site");
    git(&root, &["rm", "-r", "-q", "--cached", "content"]);
    git(
        &root,
        &[
            "submodule",
            "--quiet",
            "add",
            kept.to_str().unwrap(),
            "content",
        ],
    );
    commit(&root, "2021-06-07");
    shows_none_because(&site, "repository of its own", "submodule");
}

#[test]
fn without_git_a_warning_says_so() {
    for path in ["", ".", "/nowhere", "/etc"] {
        let site = repository().env("PATH", path);
        shows_none_because(&site, "no program `git`", "install git");
    }
}

#[test]
fn a_history_that_cannot_be_read_gives_one_warning_and_no_dates() {
    type Damage = fn(&Path);
    let damages: [(&str, &str, Damage); 10] = [
        ("bad config line", "git log", |root| {
            append(&root.join(".git/config"), "[core")
        }),
        ("unknown repository extension", "git log", |root| {
            git(root, &["config", "core.repositoryFormatVersion", "1"]);
            git(root, &["config", "extensions.new", "true"]);
        }),
        ("not a git repository", "git log", |root| {
            fs::remove_dir_all(root.join(".git/objects")).unwrap();
        }),
        ("not a git repository", "git log", |root| {
            fs::write(root.join(".git/HEAD"), "odd").unwrap();
        }),
        ("not a git repository", "git log", |root| {
            fs::remove_file(root.join(".git/HEAD")).unwrap();
        }),
        ("branch is damaged", "git fsck", |root| {
            fs::write(root.join(".git/refs/heads/main"), "odd").unwrap();
        }),
        ("bad object", "git log", |root| {
            fs::write(root.join(".git/refs/heads/main"), "1".repeat(40)).unwrap();
        }),
        // The dates that were found before the damaged commit are not shown either.
        ("", "git log", |root| {
            fs::remove_file(object(root, "HEAD^")).unwrap()
        }),
        ("", "git log", |root| {
            fs::remove_file(object(root, "HEAD^:content")).unwrap()
        }),
        ("not a git repository", "git log", |root| {
            fs::remove_dir_all(root.join(".git")).unwrap();
            fs::write(root.join(".git"), "gitdir: ../gone").unwrap();
        }),
    ];
    for (reason, advice, damage) in damages {
        let site = repository();
        damage(&site.path("site"));
        shows_none_because(&site, reason, advice);
    }
}

#[test]
fn a_git_that_fails_gives_a_warning() {
    let table = [
        ("echo 'cannot start' >&2; exit 127", "cannot start"),
        ("exit 1", "damaged"),
        ("kill -9 $$", "damaged"),
        ("echo hello", "hello"),
    ];
    for (lines, reason) in table {
        let site = repository();
        program(&site.path("bin/git"), lines);
        git(&site.path("site"), &["checkout", "-q", "-b", "other"]);
        let path = path_with(&site.path("bin"));
        shows_none_because(&site.env("PATH", &path), reason, "git log");
    }
}

#[test]
fn a_git_that_hangs_is_left() {
    let site = repository();
    program(&site.path("bin/git"), "exec sleep 1000");
    let path = path_with(&site.path("bin"));
    let began = Instant::now();
    shows_none_because(&site.env("PATH", &path), "does not answer", "network");
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[test]
fn as_soon_as_the_history_can_be_read_the_dates_are_back() {
    let site = repository();
    let (config, kept) = (site.path("site/.git/config"), site.path("kept"));
    fs::copy(&config, &kept).unwrap();
    shows(&site, DATES, "before");
    append(&config, "[core");
    shows_none_because(&site, "bad config line", "git log");
    fs::copy(&kept, &config).unwrap();
    shows(&site, DATES, "after");
}
