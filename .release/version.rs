//! Gives a release the commit that it is built from, and its day, for `raccordo --version`.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=.release/version.rs");
    // Elsewhere the program would be compiled again after every commit.
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if is_release { commit() } else { None };
    let commit = commit.map_or_else(String::new, |commit| format!(" ({commit})"));
    println!("cargo::rustc-env=RACCORDO_COMMIT={commit}");
}

/// The commit and its day: `ee0ef38 2026-11-29`. Returns `None` where the sources are in no repository of their own.
fn commit() -> Option<String> {
    let is_own = git(&["rev-parse", "--show-prefix"])?.is_empty();
    for file in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", file])?;
        println!("cargo::rerun-if-changed={path}");
    }
    git(&["log", "-1", "--format=%h %cs"]).filter(|commit| is_own && !commit.is_empty())
}

fn git(args: &[&str]) -> Option<String> {
    let output = Command::new("git").args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
