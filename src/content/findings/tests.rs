//! Tests of the findings.

use super::*;
use crate::base::code::Code;
use crate::base::diagnostic::Place;

fn in_file(file: &str, code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::whole(&SourcePath::new(file)))
}

fn warning(file: &str) -> Diagnostic {
    in_file(file, Code::MissingSummary)
}

fn error(file: &str) -> Diagnostic {
    in_file(file, Code::YamlSyntax)
}

fn parse(file: &str) -> Finder {
    Finder::Parse(SourcePath::new(file))
}

fn some() -> Findings {
    let mut findings = Findings::default();
    findings.set(Finder::Outputs, vec![error("b"), warning("a"), error("a")]);
    findings.set(parse("b"), vec![warning("b")]);
    findings.set(parse("c"), vec![warning("c"), warning("c")]);
    findings.take_changed();
    findings
}

fn changed(findings: &mut Findings) -> Vec<String> {
    match findings.take_changed() {
        ChangedFiles::All => vec!["all".to_owned()],
        ChangedFiles::Only(files) => files.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn findings_are_sorted_by_file_and_unique() {
    let findings = some();
    let files: Vec<_> = findings.all().map(|it| it.place.file.as_str()).collect();
    assert_eq!(files, ["a", "a", "b", "b", "c"]);
    let files: Vec<_> = findings.files().map(SourcePath::as_str).collect();
    assert_eq!(files, ["a", "b", "c"]);
    let in_b: Vec<_> = findings.in_file(&SourcePath::new("b")).collect();
    assert_eq!(in_b, [&warning("b"), &error("b")]);
    assert_eq!(findings.errors(false), [&error("a"), &error("b")]);
    assert_eq!(findings.errors(true).len(), 5);
}

#[test]
fn the_tally_follows_what_is_set() {
    let mut findings = some();
    let tally = |errors, warnings| Tally { errors, warnings };
    assert_eq!(findings.tally(false), tally(2, 3));
    assert_eq!(findings.tally(true), tally(5, 0));
    findings.set(Finder::Outputs, vec![warning("a")]);
    assert_eq!(findings.tally(false), tally(0, 3));
    assert!(!findings.has_errors(false) && findings.has_errors(true));
    for finder in [Finder::Outputs, parse("b"), parse("c")] {
        findings.set(finder, Vec::new());
    }
    assert_eq!(findings.tally(true), tally(0, 0));
    assert_eq!(findings.all().count() + findings.files().count(), 0);
}

#[test]
fn only_files_with_other_findings_have_changed() {
    let mut findings = some();
    findings.set(Finder::Outputs, vec![warning("a"), error("a"), error("b")]);
    findings.mark_text_changed(&SourcePath::new("d"));
    assert_eq!(changed(&mut findings), [""; 0]);
    findings.set(parse("b"), Vec::new());
    findings.set(parse("d"), vec![warning("d")]);
    findings.mark_text_changed(&SourcePath::new("c"));
    assert_eq!(changed(&mut findings), ["b", "c", "d"]);
    findings.mark_all_changed();
    assert_eq!(changed(&mut findings), ["all"]);
    assert_eq!(changed(&mut Findings::default()), ["all"]);
}
