mod human;
mod programs;

use super::*;
use crate::base::code::Code;
use crate::base::diagnostic::Place;
use crate::messages::UiLanguage;

const PAGE: &str = "---\ntitolo: Tavolo\nid: uno\n---\nTesto\n";

fn in_file(file: &str, span: std::ops::Range<usize>, code: Code) -> Diagnostic {
    Diagnostic::new(code, Place::span(&SourcePath::new(file), span))
}

fn unknown_key(file: &str, span: std::ops::Range<usize>) -> Diagnostic {
    in_file(file, span, Code::UnknownKey)
        .text("key", "titolo")
        .text("english", "title")
        .hint("english")
}

fn some() -> Vec<Diagnostic> {
    let first = Place::span(&SourcePath::new("content/b.md"), 8..11);
    vec![
        unknown_key("content/a.md", 4..10),
        in_file("content/a.md", 23..26, Code::DuplicateId)
            .text("id", "uno")
            .label("type", "type-body")
            .related(first),
        Diagnostic::new(
            Code::MissingSummary,
            Place::whole(&SourcePath::new("content/gone.md")),
        ),
    ]
}

/// The options of a report.
#[derive(Clone, Copy, Default)]
struct Asked {
    format: Format,
    colours: bool,
    strict: bool,
    all: bool,
    folder: &'static str,
}

fn report(
    asked: Asked,
    language: UiLanguage,
    mut diagnostics: Vec<Diagnostic>,
    texts: &[(&str, &str)],
) -> String {
    let text_of = |file: &SourcePath| {
        let known = texts.iter().find(|(name, _)| *name == file.as_str());
        known.map(|(_, text)| (*text).into())
    };
    diagnostics.sort();
    let findings: Vec<&Diagnostic> = diagnostics.iter().collect();
    let report = Report {
        findings: &findings,
        folder: asked.folder.to_owned(),
        strict: asked.strict,
        all: asked.all,
        messages: &Messages::new(language),
        text_of: &text_of,
    };
    let mut text = Vec::new();
    report
        .write(asked.format, asked.colours, &mut text)
        .unwrap();
    String::from_utf8(text).unwrap()
}

fn shown(
    format: Format,
    language: UiLanguage,
    diagnostics: Vec<Diagnostic>,
    texts: &[(&str, &str)],
) -> String {
    let asked = Asked {
        format,
        ..Asked::default()
    };
    report(asked, language, diagnostics, texts)
}

fn some_shown(format: Format, language: UiLanguage) -> String {
    let texts = [
        ("content/a.md", PAGE),
        ("content/b.md", "---\nid: uno\n---\n"),
    ];
    shown(format, language, some(), &texts)
}

/// The first finding alone, in English, from a text and the bytes to mark.
fn marked(text: &str, span: std::ops::Range<usize>) -> String {
    let fault = unknown_key("a.md", span);
    let shown = shown(
        Format::Human,
        UiLanguage::English,
        vec![fault],
        &[("a.md", text)],
    );
    let body = shown
        .strip_prefix("error[unknown-key]: There is no key `titolo` here\n")
        .unwrap();
    let help = "= help: keys are written in English: `title`\n\n";
    body.strip_suffix(help).unwrap().trim_end().to_owned()
}
