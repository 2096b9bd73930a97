//! Neither configuration nor environment nor the place of a repository changes a date.

use std::fs;

use super::{DATES, append, git, path_with, program, repository, repository_around, shows};
use crate::site::Site;

/// What people set, and what changes what `git log` prints.
const HABITS: &[&str] = &[
    "log.showSignature=true",
    "log.showRoot=false",
    "log.date=relative",
    "log.follow=true",
    "log.decorate=full",
    "log.mailmap=true",
    "log.abbrevCommit=true",
    "log.diffMerges=odd",
    "log.graphColors=red",
    "format.pretty=fuller",
    "format.noprefix=true",
    "format.notes=*",
    "notes.displayRef=*",
    "color.ui=always",
    "color.diff=always",
    "column.ui=always",
    "core.quotePath=true",
    "core.pager=false",
    "core.abbrev=4",
    "core.bare=true",
    "core.worktree=/nowhere",
    "core.ignoreCase=true",
    "core.attributesFile=/nowhere",
    "core.commitGraph=true",
    "core.warnAmbiguousRefs=true",
    "core.useReplaceRefs=true",
    "core.notesRef=refs/heads/main",
    "diff.external=false",
    "diff.ignoreSubmodules=all",
    "diff.mnemonicPrefix=true",
    "diff.orderFile=/nowhere",
    "diff.relative=true",
    "diff.renames=copies",
    "diff.statNameWidth=1",
    "diff.submodule=log",
    "diff.trustExitCode=true",
    "i18n.logOutputEncoding=UTF-16",
    "i18n.commitEncoding=UTF-16",
    "pager.log=false",
    "alias.log=status",
    "alias.rev-parse=status",
    "safe.directory=/nowhere",
    "safe.bareRepository=explicit",
    "protocol.allow=never",
    "feature.experimental=true",
    "trace2.normalTarget=1",
];

fn configure(site: &Site, file: &str, habits: &[&str]) {
    for habit in habits {
        let (key, value) = habit.split_once('=').unwrap();
        git(site.root.path(), &["config", "--file", file, key, value]);
    }
}

#[test]
fn no_configuration_of_a_repository_changes_a_date() {
    let site = repository();
    let kept = fs::read(site.path("site/.git/config")).unwrap();
    for habit in HABITS {
        site.put("site/.git/config", &kept);
        configure(&site, "site/.git/config", &[habit]);
        shows(&site, DATES, habit);
    }
    let config = "site/.git/config";
    site.put(config, &kept);
    configure(&site, config, HABITS);
    shows(&site, DATES, "all");
}

#[test]
fn no_configuration_of_a_user_changes_a_date() {
    let places: [(&str, &[(&str, &str)]); 4] = [
        ("home/.gitconfig", &[("HOME", "home")]),
        (
            "xdg/git/config",
            &[("XDG_CONFIG_HOME", "xdg"), ("HOME", "xdg")],
        ),
        ("global", &[("GIT_CONFIG_GLOBAL", "global")]),
        ("system", &[("GIT_CONFIG_SYSTEM", "system")]),
    ];
    for (file, variables) in places {
        let mut site = repository_around().file(file, "");
        configure(&site, file, HABITS);
        for (name, path) in variables {
            let path = site.path(path).display().to_string();
            site = site.env(name, &path);
        }
        shows(&site, DATES, file);
        append(&site.path(file), "[broken");
        shows(&site, DATES, file);
    }
}

#[test]
fn no_configuration_of_the_environment_changes_a_date() {
    let mut site = repository();
    let parameters = HABITS.iter().map(|habit| format!("'{habit}'"));
    let parameters: Vec<String> = parameters.collect();
    for (number, habit) in HABITS.iter().enumerate() {
        let (key, value) = habit.split_once('=').unwrap();
        site = site.env(&format!("GIT_CONFIG_KEY_{number}"), key);
        site = site.env(&format!("GIT_CONFIG_VALUE_{number}"), value);
    }
    let site = site.env("GIT_CONFIG_COUNT", &HABITS.len().to_string());
    shows(&site, DATES, "GIT_CONFIG_COUNT");
    let site = site.env("GIT_CONFIG_COUNT", "odd");
    shows(&site, DATES, "odd GIT_CONFIG_COUNT");
    let site = repository().env("GIT_CONFIG_PARAMETERS", &parameters.join(" "));
    shows(&site, DATES, "GIT_CONFIG_PARAMETERS");
}

#[test]
fn no_variable_changes_a_date() {
    let elsewhere = repository();
    let elsewhere = elsewhere.path("site/.git").display().to_string();
    let table = [
        // What git sets for hooks, and in `git rebase --exec` and aliases.
        ("GIT_DIR", "."),
        ("GIT_DIR", "/nowhere"),
        ("GIT_DIR", elsewhere.as_str()),
        ("GIT_WORK_TREE", "/"),
        ("GIT_INDEX_FILE", "/nowhere"),
        ("GIT_PREFIX", "site/"),
        ("GIT_QUARANTINE_PATH", "/nowhere"),
        ("GIT_OBJECT_DIRECTORY", "/nowhere"),
        ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "/nowhere"),
        ("GIT_COMMON_DIR", "/nowhere"),
        ("GIT_EXEC_PATH", "/nowhere"),
        ("GIT_CEILING_DIRECTORIES", "/"),
        ("GIT_NAMESPACE", "odd"),
        ("GIT_SHALLOW_FILE", "/nowhere"),
        ("GIT_GRAFT_FILE", "/nowhere"),
        ("GIT_REPLACE_REF_BASE", "refs/heads"),
        ("GIT_DEFAULT_HASH", "sha256"),
        ("GIT_DEFAULT_REF_FORMAT", "reftable"),
        ("GIT_REFERENCE_BACKEND", "odd"),
        ("GIT_GLOB_PATHSPECS", "1"),
        ("GIT_NOGLOB_PATHSPECS", "1"),
        ("GIT_ICASE_PATHSPECS", "1"),
        ("GIT_LITERAL_PATHSPECS", "0"),
        ("GIT_EXTERNAL_DIFF", "false"),
        ("GIT_DIFF_OPTS", "-u0"),
        ("GIT_PAGER", "false"),
        ("GIT_PAGER_IN_USE", "1"),
        ("GIT_NOTES_DISPLAY_REF", "*"),
        ("GIT_TRACE", "1"),
        ("GIT_TRACE2", "1"),
        ("GIT_FLUSH", "1"),
        ("GIT_ADVICE", "1"),
        ("GIT_CONFIG", "/nowhere"),
        ("GIT_CONFIG_NOSYSTEM", "odd"),
        ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
        ("LC_ALL", "it_IT.ISO-8859-1"),
        ("LANGUAGE", "de"),
        ("TZ", "Pacific/Kiritimati"),
        ("HOME", "/nowhere"),
    ];
    for (name, value) in table {
        shows(
            &repository().env(name, value),
            DATES,
            &format!("{name}={value}"),
        );
    }
}

/// A site that is published by a hook: git says by `GIT_DIR` which repository it works on, which is not the site's.
#[test]
fn a_hook_publishes_the_dates_of_the_site() {
    let site = repository();
    let root = site.path("site");
    git(site.root.path(), &["init", "-q", "--bare", "hub.git"]);
    let lines = format!(
        "cd '{}' && '{}' build --as-of 2026-11-21 >/dev/null",
        root.display(),
        env!("CARGO_BIN_EXE_raccordo")
    );
    for hook in ["pre-receive", "post-receive"] {
        program(&site.path("hub.git/hooks").join(hook), &lines);
    }
    git(&root, &["push", "-q", "../hub.git", "main"]);
    assert_eq!(super::dates(&site), DATES);
}

#[test]
fn names_are_taken_as_they_are() {
    for name in [
        "a*b", "[x]", "it's", "\"q\"", "città", ":(top)x", "a\nb", " s ", "-x",
    ] {
        let outer = super::site();
        let folder = outer.path(name);
        fs::create_dir(&folder).unwrap();
        fs::rename(outer.path("site"), folder.join("site")).unwrap();
        super::commit_twice(&folder, &["init", "-q"]);
        git(&folder, &["worktree", "prune"]);
        // The repository is the folder that has the odd name, or the one above it.
        fs::rename(folder.join(".git"), outer.path(".git")).unwrap();
        super::commit(outer.root.path(), "2022-05-06");
        std::os::unix::fs::symlink(folder.join("site"), outer.path("site")).unwrap();
        shows(&outer, "orari 2022-05-07, privacy 2022-05-07", name);
    }
}

#[test]
fn a_git_of_the_site_is_not_run() {
    let site = repository();
    let marker = site.path("marker");
    let lines = format!("touch '{}'", marker.display());
    for folder in ["", "site", "bin", "site/content"] {
        program(&site.path(folder).join("git"), &lines);
    }
    let path = std::env::var("PATH").unwrap();
    let site = site.env("PATH", &format!(":.:bin:site:site/content:{path}:"));
    let run = site.build_json();
    run.succeeds();
    assert!(!marker.exists());
    assert_eq!(super::dates(&site), DATES);
    assert!(path_with(&site.path("bin")).contains("bin"));
}
