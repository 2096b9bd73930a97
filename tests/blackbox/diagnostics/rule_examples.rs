//! Every code has a smallest failing example, which causes that code at the line that it names, and no
//! other code.

use std::collections::BTreeSet;

use raccordo::base::code::{Code, Severity};
use raccordo::content::rules::{EXAMPLES, Example, On, RULES};

use crate::faulty_page::{Composed, with_keys, with_settings, with_text};
use crate::site::{Run, Site, is_at};

/// Codes that no piece of content can cause, and the test that causes each.
const WITHOUT_EXAMPLE: &[(Code, &str)] = &[
    (Code::InvalidUtf8, "diagnostics::files"),
    (Code::UnreadableFile, "diagnostics::files"),
    (Code::MisnamedFile, "published_files"),
    (Code::LanguageInName, "published_files"),
    (Code::ActiveFile, "published_files"),
    (Code::LeftOut, "published_files"),
    (Code::MissingFrontMatter, "diagnostics::files"),
    (Code::UnclosedFrontMatter, "diagnostics::files"),
    (Code::TooDeep, "diagnostics::files"),
    (Code::OrphanTranslation, "diagnostics::files"),
    (Code::DuplicateAddress, "diagnostics::files"),
    (Code::BrokenImage, "images"),
    (Code::ImageFormat, "images"),
    (Code::TemplateError, "themes"),
    (Code::UnsafeTemplate, "theme_addresses"),
    (Code::LabelsSyntax, "themes"),
    (Code::ShallowHistory, "git::history"),
    (Code::UnreadableHistory, "git::history"),
    (Code::SearchFailed, "no content brings it about"),
];

/// Codes that an example may cause besides its own, because it is so small.
const COMPANY: &[&str] = &[
    "member-without-seat",
    "no-chair",
    "no-establishing-act",
    "unfilled-seat",
];

#[test]
fn every_code_has_an_example() {
    let shown = examples().into_iter().map(|(code, _)| code);
    let elsewhere = WITHOUT_EXAMPLE.iter().map(|(code, _)| *code);
    let known: BTreeSet<Code> = shown.chain(elsewhere).collect();
    let missing: Vec<&Code> = Code::ALL
        .iter()
        .filter(|code| !known.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_example_fails_with_its_code_only() {
    let mut wrong = String::new();
    for (code, example) in examples() {
        let (path, composed) = compose(&example);
        let site = Site::new().file(path, &composed.text);
        let run = site.check_in_process();
        let place = format!("{code} {path}:{}", composed.before + example.line);
        if let Err(fault) = is_as_said(&run, code, &place) {
            let found = [run.errors(), run.warnings()];
            wrong.push_str(&format!("\n{place}: {fault}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn is_as_said(run: &Run<'_>, code: Code, place: &str) -> Result<(), &'static str> {
    let (errors, mut warnings) = (run.errors(), run.warnings());
    warnings.retain(|warning| !COMPANY.iter().any(|it| warning.starts_with(it)));
    let (of_severity, others, exit) = match code.severity() {
        Severity::Error => (errors, warnings, 1),
        Severity::Warning => (run.warnings(), errors, 0),
    };
    let (here, elsewhere): (Vec<_>, Vec<_>) = of_severity
        .into_iter()
        .filter(|found| is_at(found, place) || !COMPANY.iter().any(|it| found.starts_with(it)))
        .partition(|found| is_at(found, place));
    match (
        here.is_empty(),
        elsewhere.is_empty(),
        others.is_empty(),
        run.exit == Some(exit),
    ) {
        (true, ..) => Err("not reported there"),
        (_, false, ..) | (_, _, false, _) => Err("something else is reported too"),
        (.., false) => Err("another exit status"),
        _ => Ok(()),
    }
}

fn examples() -> Vec<(Code, Example)> {
    let of_rules = RULES.iter().map(|rule| (rule.codes[0], rule.example));
    of_rules.chain(EXAMPLES.iter().copied()).collect()
}

/// The example as a piece of a page of the good site.
fn compose(example: &Example) -> (&'static str, Composed) {
    let keys = |page| (page, with_keys(page, example.text));
    match example.on {
        On::Body => keys("content/consulta.md"),
        On::Person => keys("content/anna-rossi.md"),
        On::Meeting => keys("content/riunione.md"),
        On::Page => keys("content/orari.md"),
        On::Text => (
            "content/orari.md",
            with_text("content/orari.md", example.text),
        ),
        On::Registry => {
            let text = example.text.to_owned();
            ("content/esempio.yaml", Composed { text, before: 0 })
        }
        On::Settings => ("site.toml", with_settings(example.text)),
    }
}
