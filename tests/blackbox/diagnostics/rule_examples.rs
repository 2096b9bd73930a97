//! Every code has a smallest failing example, which causes that code at the line that it names, and no
//! other code.

use std::collections::BTreeSet;

use raccordo::base::code::{Code, Severity};
use raccordo::content::rules::{EXAMPLES, Example, On, RULES};

use crate::faulty_page::{Composed, with_keys, with_settings, with_text};
use crate::site::{Found, Run, Site, is_at};

/// Codes that no piece of content can cause, and the test that causes each.
pub(crate) const WITHOUT_EXAMPLE: &[(Code, &str)] = &[
    (Code::UnreadableFile, "diagnostics::files"),
    (Code::MisnamedFile, "published_files"),
    (Code::LanguageInName, "published_files"),
    (Code::CopyInName, "published_files"),
    (Code::ActiveFile, "published_files"),
    (Code::LeftOut, "published_files"),
    (Code::OrphanTranslation, "diagnostics::files"),
    (Code::OrphanWords, "languages"),
    (Code::BrokenImage, "images"),
    (Code::ImageFormat, "images"),
    (Code::UnsafeTemplate, "theme_addresses"),
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
fn every_example_fails_with_its_code_only_and_is_mended() {
    let mut wrong = String::new();
    for (code, example) in examples() {
        let (path, composed) = compose(&example, example.text);
        let site = Site::new().file(path, bytes(&composed));
        let run = site.check_in_process();
        let place = format!("{code} {path}:{}", composed.before + example.line);
        if let Err(fault) = is_as_said(&run, code, &place) {
            let found = [run.errors(), run.warnings()];
            wrong.push_str(&format!("\n{place}: {fault}: {found:?}"));
        }
        for file in run.findings().iter().flat_map(Found::files) {
            if !site.path(&file).is_file() {
                wrong.push_str(&format!("\n{place}: there is no {file}"));
            }
        }
        let (path, composed) = compose(&example, &example.mended());
        let site = Site::new().file(path, bytes(&composed));
        let run = site.check_in_process();
        let mut left = [run.errors(), run.warnings()].concat();
        left.retain(|it| {
            it.starts_with(code.slug()) || !COMPANY.iter().any(|of| it.starts_with(of))
        });
        if !left.is_empty() {
            wrong.push_str(&format!("\n{place}: not mended: {left:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The bytes of an example, with one that is not UTF-8 where a replacement character stands for it.
fn bytes(composed: &Composed) -> Vec<u8> {
    let parts: Vec<&[u8]> = composed.text.split('\u{fffd}').map(str::as_bytes).collect();
    parts.join(&0xe0)
}

/// The good site with each example, by code.
pub(super) fn sites() -> impl Iterator<Item = (String, Site)> {
    examples().into_iter().map(|(code, example)| {
        let (path, composed) = compose(&example, example.text);
        (code.to_string(), Site::new().file(path, bytes(&composed)))
    })
}

fn is_as_said(run: &Run<'_>, code: Code, place: &str) -> Result<(), &'static str> {
    let (errors, mut warnings) = (run.errors(), run.warnings());
    warnings.retain(|warning| !COMPANY.iter().any(|it| warning.starts_with(it)));
    let (of_severity, others, exit) = match code.severity() {
        Severity::Error => (errors, warnings, 1),
        Severity::Warning | Severity::Accepted => (run.warnings(), errors, 0),
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

/// The text of an example as a piece of a page of the good site.
fn compose(example: &Example, text: &str) -> (&'static str, Composed) {
    let keys = |page| (page, with_keys(page, text));
    let whole = |path| {
        let text = text.to_owned();
        (path, Composed { text, before: 0 })
    };
    match example.on {
        On::Body => keys("content/consulta.md"),
        On::Person => keys("content/anna-rossi.md"),
        On::Meeting => keys("content/riunione.md"),
        On::Page => keys("content/orari.md"),
        On::Text => ("content/orari.md", with_text("content/orari.md", text)),
        On::Registry => whole("content/esempio.yaml"),
        On::Settings => ("site.toml", with_settings(text)),
        On::File(path) => whole(path),
    }
}
