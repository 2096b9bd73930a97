//! Repositories that come from strangers: nothing in them runs a program.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::{
    DATES, append, dates, git, git_command, object, program, repository, repository_around,
};
use crate::site::Site;

/// The keys of a configuration that name a program; `PROGRAM` is its path, `HOOKS` a folder with hooks.
const KEYS: &[&str] = &[
    "alias.log=!PROGRAM",
    "alias.rev-parse=!PROGRAM",
    "browser.x.cmd=PROGRAM",
    "core.alternateRefsCommand=PROGRAM",
    "core.askPass=PROGRAM",
    "core.editor=PROGRAM",
    "core.fsmonitor=PROGRAM",
    "core.gitProxy=PROGRAM",
    "core.hooksPath=HOOKS",
    "core.pager=PROGRAM",
    "core.sshCommand=PROGRAM",
    "core.worktree=/",
    "credential.helper=!PROGRAM",
    "diff.external=PROGRAM",
    "diff.x.command=PROGRAM",
    "diff.x.textconv=PROGRAM",
    "difftool.x.cmd=PROGRAM",
    "filter.x.clean=PROGRAM",
    "filter.x.process=PROGRAM",
    "filter.x.required=true",
    "filter.x.smudge=PROGRAM",
    "gpg.format=openpgp",
    "gpg.minTrustLevel=ultimate",
    "gpg.openpgp.program=PROGRAM",
    "gpg.program=PROGRAM",
    "gpg.ssh.allowedSignersFile=/nowhere",
    "gpg.ssh.defaultKeyCommand=PROGRAM",
    "gpg.ssh.program=PROGRAM",
    "gpg.x509.program=PROGRAM",
    "include.path=INCLUDED",
    "includeIf.gitdir:**.path=INCLUDED",
    "interactive.diffFilter=PROGRAM",
    "log.showSignature=true",
    "merge.x.driver=PROGRAM",
    "mergetool.x.cmd=PROGRAM",
    "pager.log=PROGRAM",
    "pager.rev-parse=PROGRAM",
    "protocol.ext.allow=always",
    "sequence.editor=PROGRAM",
    "submodule.x.update=!PROGRAM",
    "trailer.x.command=PROGRAM",
    "uploadpack.packObjectsHook=PROGRAM",
];

/// Remotes from which git would fetch objects that are missing.
const LAZY_REMOTES: &[&[&str]] = &[
    &["remote.origin.url=ext::PROGRAM"],
    &[
        "remote.origin.url=ssh://a.example/x",
        "core.sshCommand=PROGRAM",
    ],
    &[
        "remote.origin.url=/nowhere",
        "remote.origin.uploadpack=PROGRAM",
    ],
    &[
        "remote.origin.url=https://a.example/x",
        "remote.origin.vcs=x",
    ],
];

/// A program that leaves a mark, with hooks beside it, and a configuration that names it.
struct Trap {
    folder: PathBuf,
}

impl Trap {
    fn new(site: &Site) -> Trap {
        let trap = Trap {
            folder: site.path("trap"),
        };
        let lines = format!("echo \"$0 $@\" >> '{}'", trap.folder.join("mark").display());
        program(&trap.folder.join("program"), &lines);
        for hook in [
            "post-checkout",
            "post-index-change",
            "reference-transaction",
            "fsmonitor",
        ] {
            program(&trap.folder.join("hooks").join(hook), &lines);
        }
        let program = trap.folder.join("program").display().to_string();
        let included = format!("[log]\nshowSignature = true\n[gpg]\nprogram = {program}");
        append(&trap.folder.join("included"), &included);
        trap
    }

    fn configure(&self, config: &Path, keys: &[&str]) {
        for key in keys {
            let (key, value) = key.split_once('=').unwrap();
            let path = |name: &str| self.folder.join(name).display().to_string();
            let value = value
                .replace("PROGRAM", &path("program"))
                .replace("HOOKS", &path("hooks"))
                .replace("INCLUDED", &path("included"));
            let config = config.display().to_string();
            git(&self.folder, &["config", "--file", &config, key, &value]);
        }
    }

    /// The site shows its dates, and the program has not run.
    #[track_caller]
    fn holds(&self, site: &Site, case: &str) {
        let run = site.build_json();
        self.is_untouched(case);
        assert_eq!(run.succeeds().warnings(), [""; 0], "{case}");
        assert_eq!(dates(site), DATES, "{case}");
    }

    #[track_caller]
    fn is_untouched(&self, case: &str) {
        let mark = fs::read_to_string(self.folder.join("mark")).unwrap_or_default();
        assert!(mark.is_empty(), "{case}: {mark}");
    }
}

/// Replaces the last commit by one with a signature, for which git runs a program if it is asked to.
fn sign(folder: &Path, kind: &str) {
    let commit = git(folder, &["cat-file", "commit", "HEAD"]);
    let (head, message) = commit.split_once("\n\n").unwrap();
    let signature = format!("gpgsig -----BEGIN {kind}-----\n \n eA==\n -----END {kind}-----");
    let signed = format!("{head}\n{signature}\n\n{message}\n");
    let mut hash = git_command(folder)
        .args(["hash-object", "-t", "commit", "-w", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    hash.stdin
        .take()
        .unwrap()
        .write_all(signed.as_bytes())
        .unwrap();
    let output = hash.wait_with_output().unwrap();
    let hash = String::from_utf8(output.stdout).unwrap();
    git(folder, &["update-ref", "HEAD", hash.trim()]);
}

const SIGNATURES: [&str; 3] = ["PGP SIGNATURE", "SSH SIGNATURE", "SIGNED MESSAGE"];

#[test]
fn no_key_of_the_configuration_runs_a_program() {
    for signature in SIGNATURES {
        let site = repository();
        let trap = Trap::new(&site);
        let config = site.path("site/.git/config");
        site.put("site/.git/info/attributes", "* diff=x filter=x merge=x\n");
        sign(&site.path("site"), signature);
        let kept = fs::read(&config).unwrap();
        for key in KEYS {
            fs::write(&config, &kept).unwrap();
            trap.configure(&config, &[key, "log.showSignature=true"]);
            trap.holds(&site, key);
        }
        fs::write(&config, &kept).unwrap();
        trap.configure(&config, KEYS);
        trap.holds(&site, "all keys");
    }
}

/// In a linked working tree the configuration may be another file.
#[test]
fn no_configuration_of_a_working_tree_runs_a_program() {
    let site = repository();
    sign(&site.path("site"), SIGNATURES[0]);
    let trap = Trap::new(&site);
    git(
        &site.path("site"),
        &["config", "extensions.worktreeConfig", "true"],
    );
    trap.configure(&site.path("site/.git/config.worktree"), KEYS);
    trap.holds(&site, "config.worktree");
}

#[test]
fn a_missing_object_is_not_fetched() {
    for keys in LAZY_REMOTES {
        for name in ["HEAD^", "HEAD^{tree}", "HEAD^:content", "HEAD"] {
            let site = repository();
            let trap = Trap::new(&site);
            let config = site.path("site/.git/config");
            let lazy = [
                "core.repositoryFormatVersion=1",
                "extensions.partialClone=origin",
                "remote.origin.promisor=true",
                "remote.origin.partialCloneFilter=tree:0",
                "protocol.ext.allow=always",
            ];
            fs::remove_file(object(&site.path("site"), name)).unwrap();
            trap.configure(&config, &[keys, &lazy[..]].concat());
            let run = site.build_json();
            run.succeeds();
            trap.is_untouched(&format!("{keys:?} {name}"));
            assert_eq!(run.warnings(), ["unreadable-history site.toml:1:1"]);
        }
    }
}

/// Committed files that git takes for a bare repository, wherever they are.
#[test]
fn a_bare_repository_among_the_files_of_a_site_is_none() {
    for folder in ["site", "site/content", "site/content/nuova", "site/themes"] {
        let site = repository_around();
        let trap = Trap::new(&site);
        let bare = repository();
        sign(&bare.path("site"), SIGNATURES[0]);
        fs::create_dir_all(site.path(folder)).unwrap();
        for name in ["HEAD", "refs", "objects", "config"] {
            let from = bare.path("site/.git").join(name);
            copy(&from, &site.path(folder).join(name));
        }
        trap.configure(&site.path(folder).join("config"), KEYS);
        trap.configure(&site.path(folder).join("config"), &["core.bare=true"]);
        for command in ["check", "build"] {
            site.run(&[command, "--as-of", "2026-11-21"]).succeeds();
            trap.is_untouched(folder);
        }
        assert_eq!(dates(&site), DATES, "{folder}");
    }
}

/// The same where there is no other repository, and where a `.git` file leads to it.
#[test]
fn a_repository_that_was_unpacked_with_the_site_runs_nothing() {
    for dot_git in [None, Some("gitdir: ."), Some("gitdir: content/.x")] {
        let site = repository();
        sign(&site.path("site"), SIGNATURES[0]);
        let trap = Trap::new(&site);
        trap.configure(&site.path("site/.git/config"), KEYS);
        let git_dir = site.path("git-dir");
        fs::rename(site.path("site/.git"), &git_dir).unwrap();
        let folder = match dot_git {
            Some("gitdir: content/.x") => "site/content/.x",
            _ => "site",
        };
        for entry in fs::read_dir(&git_dir).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &site.path(folder).join(entry.file_name()));
        }
        if let Some(text) = dot_git {
            site.put("site/.git", text);
        }
        site.build_json().succeeds();
        trap.is_untouched(folder);
        let expected = dot_git.map_or(super::NO_DATES, |_| DATES);
        assert_eq!(dates(&site), expected, "{dot_git:?}");
    }
}

/// Files of a repository that never end, or that name files outside of it.
#[test]
fn odd_files_of_a_repository_are_not_waited_for() {
    for name in ["commondir", "HEAD", "packed-refs", "shallow", "config"] {
        for target in ["/dev/zero", "/etc/passwd"] {
            let site = repository();
            let file = site.path("site/.git").join(name);
            let _ = fs::remove_file(&file);
            std::os::unix::fs::symlink(target, &file).unwrap();
            let run = site.build_json();
            run.succeeds();
            assert!(!run.stdout.contains("root:"), "{name}: {}", run.stdout);
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let to = match entry.path().strip_prefix(from).unwrap() {
            below if below.as_os_str().is_empty() => to.to_owned(),
            below => to.join(below),
        };
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(&to).unwrap(),
            false => {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::write(&to, fs::read(entry.path()).unwrap()).unwrap();
            }
        }
    }
}
