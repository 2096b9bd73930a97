//! Dates of commit where the history of the repository is cut off.

use std::process::Command;

use crate::site::{Run, Site};

#[test]
fn a_shallow_clone_gives_a_warning_and_no_dates() {
    let from = Site::new();
    let git = |folder: &std::path::Path, args: &[&str]| {
        let identity = [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b.example",
            "-c",
            "commit.gpgsign=false",
        ];
        let done = Command::new("git")
            .args(identity)
            .args(args)
            .current_dir(folder)
            .output();
        done.is_ok_and(|output| output.status.success())
    };
    let commit = |message: &str| {
        git(from.root.path(), &["add", "-A"]) && git(from.root.path(), &["commit", "-qm", message])
    };
    if !git(from.root.path(), &["init", "-q"]) {
        return;
    }
    assert!(commit("One"));
    from.put(
        "content/privacy.md",
        "---\ntitle: Privacy\nsummary: S.\n---\n",
    );
    assert!(commit("Two"));
    assert_eq!(from.build_json().succeeds().warnings(), [""; 0]);
    let to = Site::empty();
    let url = format!("file://{}", from.root.path().display());
    assert!(git(
        to.root.path(),
        &["clone", "-q", "--depth", "1", &url, "."]
    ));
    let run: Run<'_> = to.build_json();
    assert_eq!(run.succeeds().warnings(), ["shallow-history site.toml:1:1"]);
}
