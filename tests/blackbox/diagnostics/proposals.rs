//! Hints that propose a text: once an editor has written it there, the fault is gone, and the lines have no new one.

use std::fs;
use std::ops::Range;

use raccordo::base::code::{Code, Severity};
use raccordo::base::diagnostic::{Arg, At};
use raccordo::notation::place::Finding;

use super::{Case, all, mistakes, rule_examples, site_of};
use crate::site::Site;

/// The arguments that hold what a finding calls wrong, which a proposal replaces.
const WRONG: &[&str] = &[
    "key",
    "value",
    "id",
    "destination",
    "anchor",
    "argument",
    "color",
    "name",
];

/// A change of a file.
struct Change {
    file: String,
    range: Range<usize>,
    text: String,
}

/// What `check --fix` does to every fault of the tests: afterwards there is no error more, and no fix left to make.
#[test]
fn fixes_mend_and_bring_nothing() {
    let cases = all().into_iter().chain(mistakes::cases());
    let sites = cases.map(|case: Case| (case.name.to_owned(), site_of(&case)));
    let (mut fixes, mut wrong) = (0, String::new());
    for (name, site) in sites.chain(rule_examples::sites()) {
        let before = crate::in_process::findings(site.root.path());
        if before.iter().all(|it| it.edit.is_none()) {
            continue;
        }
        let (made, refused) = crate::in_process::mend(site.root.path());
        let after = crate::in_process::findings(site.root.path());
        fixes += made;
        let left = after.iter().filter(|it| it.edit.is_some()).count();
        if refused > 0 || left > 0 {
            wrong.push_str(&format!("\n{name}: {refused} refused, {left} left"));
        }
        if made > 0 && errors(&after) >= errors(&before) && !is_unread(&before) {
            wrong.push_str(&format!("\n{name}: not fewer errors: {after:?}"));
        }
        assert_eq!(crate::in_process::mend(site.root.path()).0, 0, "{name}");
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(fixes > 60, "{fixes}");
}

fn errors(findings: &[Finding]) -> usize {
    let severities = findings.iter().map(|it| it.diagnostic.severity(false));
    severities.filter(|it| *it == Severity::Error).count()
}

/// Whether a fault of syntax hides others.
fn is_unread(findings: &[Finding]) -> bool {
    let mut codes = findings.iter().map(|it| it.diagnostic.code);
    codes.any(|it| matches!(it, Code::YamlSyntax | Code::MissingFrontMatter))
}

#[test]
fn a_text_that_a_hint_proposes_mends_the_fault() {
    let cases = all().into_iter().chain(mistakes::cases());
    let sites = cases.map(|case: Case| (case.name.to_owned(), site_of(&case)));
    let examples = rule_examples::sites();
    let (mut proposals, mut wrong) = (0, String::new());
    for (name, site) in sites.chain(examples) {
        let before = crate::in_process::findings(site.root.path());
        for finding in &before {
            if let Some(change) = proposed(finding, &site) {
                proposals += 1;
                for objection in objections(finding, &change, &before, &site) {
                    wrong.push_str(&format!("\n{name}: `{}` {objection}", change.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(proposals > 150, "{proposals}");
}

/// What an editor does who follows the hint of a finding.
fn proposed(finding: &Finding, site: &Site) -> Option<Change> {
    let range = match finding.diagnostic.place.at {
        At::Span(span) => span.range(),
        _ => finding.location.span(),
    };
    let file = finding.location.file.to_string();
    if let Some(mended) = argument(finding, "mended") {
        let text = mended.to_owned();
        return Some(Change { file, range, text });
    }
    let near = argument(finding, "near").or(argument(finding, "english"))?;
    // The hint may be about the name of the file.
    let source = fs::read_to_string(site.path(&file)).ok()?;
    let place = source.get(range.clone()).filter(|it| !it.is_empty())?;
    let mut wrong = WRONG.iter().filter_map(|name| argument(finding, name));
    let (at, wrong) = wrong.find_map(|it| Some((place.find(it)?, it)))?;
    Some(Change {
        file,
        range: range.start + at..range.start + at + wrong.len(),
        text: near.to_owned(),
    })
}

fn argument<'a>(finding: &'a Finding, name: &str) -> Option<&'a str> {
    let mut args = finding.diagnostic.args.iter();
    match args.find(|(it, _)| it == name) {
        Some((_, Arg::Text(text))) => Some(text),
        _ => None,
    }
}

/// What is left or new in the changed lines. The change is undone again.
fn objections(finding: &Finding, change: &Change, before: &[Finding], site: &Site) -> Vec<String> {
    let source = fs::read(site.path(&change.file)).unwrap();
    let Range { start, end } = change.range.clone();
    let changed = [&source[..start], change.text.as_bytes(), &source[end..]].concat();
    site.put(&change.file, &changed);
    let after = crate::in_process::findings(site.root.path());
    let line_of = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    let first = line_of(&source[..start]);
    let within = |last: usize| {
        move |it: &&Finding| {
            it.location.file.as_str() == change.file && (first..=last).contains(&it.location.line)
        }
    };
    let codes = before.iter().filter(within(line_of(&source[..end])));
    let mut known: Vec<_> = codes.map(|it| it.diagnostic.code).collect();
    let own_code = finding.diagnostic.code;
    let own = known.iter().position(|code| *code == own_code);
    own.map(|at| known.swap_remove(at));
    let last = first + change.text.matches('\n').count();
    // Warnings about a page that could not be read before are not about what stands there. Which keys a type requires
    // is told when the type is certain.
    let matters = |code: &Code| match code.severity() {
        Severity::Error => (own_code, *code) != (Code::UnknownValue, Code::MissingKey),
        Severity::Warning | Severity::Accepted => *code == Code::UnquotedText,
    };
    let left = after.iter().filter(within(last));
    let left = left.map(|it| it.diagnostic.code).filter(matters);
    let new: Vec<String> = left
        .filter(|code| match known.iter().position(|it| it == code) {
            Some(at) => {
                known.swap_remove(at);
                false
            }
            None => true,
        })
        .map(|code| format!("instead of {own_code} leaves {code}"))
        .collect();
    site.put(&change.file, &source);
    new
}
