//! Golden reports: a site with a handful of errors and warnings, in every format.

use serde_json::Value;

use super::assert_golden;
use crate::site::{AS_OF, Run, Site};

/// The good site with the faulty files of `golden/faulty`.
fn faulty_site() -> Site {
    Site::new().folder("tests/blackbox/golden/faulty", "")
}

/// All that a run printed, and its exit status.
fn transcript(run: &Run<'_>, stdout: &str) -> String {
    let exit = run.exit.unwrap();
    let stderr = &run.stderr;
    format!(
        "exit status: {exit}\n\n--- standard output\n{stdout}\n--- standard error\n{stderr}--- end\n"
    )
}

#[track_caller]
fn assert_golden_report(name: &str, args: &[&str]) {
    let site = faulty_site();
    let run = site.run(&[&["build", "--as-of", AS_OF], args].concat());
    assert_golden(name, &transcript(&run, &run.stdout));
}

/// The same for a format of one long line of JSON, which is broken into many. That loses nothing: put together again,
/// it is the same line.
#[track_caller]
fn assert_golden_json(name: &str, args: &[&str]) {
    let site = faulty_site();
    let run = site.run(&[&["build", "--as-of", AS_OF], args].concat());
    let value: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(format!("{value}\n"), run.stdout);
    assert_golden(name, &transcript(&run, &format!("{value:#}\n")));
}

#[test]
fn report_human_in_italian() {
    assert_golden_report("report_human_in_italian", &["--lang", "it"]);
}

#[test]
fn report_human_in_english() {
    assert_golden_report("report_human_in_english", &["--lang", "en"]);
}

#[test]
fn report_github() {
    assert_golden_report("report_github", &["--format", "github"]);
}

#[test]
fn report_json() {
    assert_golden_json("report_json", &["--format", "json"]);
}

#[test]
fn report_sarif() {
    assert_golden_json("report_sarif", &["--format", "sarif"]);
}
