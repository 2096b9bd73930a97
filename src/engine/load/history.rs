//! The day of each file's last commit, from one walk of the history.
//!
//! `git` is asked, because nothing else knows all its formats; where there is no `git`, or no history,
//! files have no date. A history that was cut off would give wrong dates, so it gives none.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::vocabulary::code::Code;
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::source::{SourceFile, SourcePath};

/// Dates the files. Reports a history that is not whole.
pub(super) fn date(
    root: &Path,
    files: &mut BTreeMap<SourcePath, SourceFile>,
) -> Option<Diagnostic> {
    if files.is_empty() || !root.ancestors().any(|folder| folder.join(".git").exists()) {
        return None;
    }
    let shallow = git(root, &["rev-parse", "--is-shallow-repository"])
        .and_then(|child| child.wait_with_output().ok());
    if shallow?.stdout.starts_with(b"true") {
        return Some(Diagnostic::new(
            Code::ShallowHistory,
            Place::whole(&SourcePath::new(super::SETTINGS)),
        ));
    }
    // Each commit: its day in the time zone of who made it, then the files that it changed.
    let mut log = git(
        root,
        &[
            "log",
            "-z",
            "--format=%x01%cs",
            "--name-only",
            "--no-renames",
            "--relative",
            "--",
            "content",
        ],
    )?;
    if let Some(output) = log.stdout.take() {
        read_log(BufReader::new(output), files);
    }
    // Every file may be dated long before the history ends.
    let _ = log.kill();
    let _ = log.wait();
    None
}

fn git(root: &Path, args: &[&str]) -> Option<Child> {
    let mut git = Command::new("git");
    git.arg("-C")
        .arg(root)
        .args(args)
        .env("GIT_OPTIONAL_LOCKS", "0");
    git.stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()
}

fn read_log(log: impl BufRead, files: &mut BTreeMap<SourcePath, SourceFile>) {
    let mut undated = files.len();
    let mut day = None;
    for field in log.split(0) {
        let Ok(field) = field else { return };
        let text = String::from_utf8_lossy(&field);
        let text = text.trim_start_matches('\n');
        if let Some(date) = text.strip_prefix('\u{1}') {
            day = Date::parse(date.trim());
        } else if let Some(file) = files
            .get_mut(&SourcePath::new(text))
            .filter(|file| file.committed.is_none())
        {
            file.committed = day;
            undated -= usize::from(day.is_some());
        }
        if undated == 0 {
            return;
        }
    }
}
