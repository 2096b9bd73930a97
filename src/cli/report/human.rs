//! Findings for people, in the manner of a good compiler.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Report;
use super::span::{Line, harmless_text};
use crate::base::code::Severity;
use crate::notation::place::{Finding, Location};

/// Each finding with its line of source and its advice, an empty line after each.
pub(super) fn render(report: &Report<'_>, colours: bool) -> String {
    let renderer = if colours {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for finding in report.findings {
        let groups = groups(report, finding);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}\n", renderer.render(&groups));
    }
    text
}

fn groups<'a>(report: &'a Report<'_>, finding: &'a Finding) -> Vec<Group<'a>> {
    let (messages, diagnostic) = (report.messages, &finding.diagnostic);
    let severity = report.severity(finding);
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .with_name(messages.severity(severity))
        .primary_title(harmless_text(&messages.message(diagnostic)))
        .id(diagnostic.code.slug());
    let mut main = at(
        report,
        Group::with_title(title),
        &finding.location,
        AnnotationKind::Primary,
    );
    if let Some(hint) = messages.hint(diagnostic) {
        let help = Level::HELP.with_name(messages.text("level-help", &[]));
        main = main.element(help.message(harmless_text(&hint)));
    }
    let related = finding.related.as_ref().map(|location| {
        let label = messages.related(diagnostic).unwrap_or_default();
        let note = Level::NOTE.with_name(messages.text("level-note", &[]));
        let group = Group::with_title(note.secondary_title(harmless_text(&label)));
        at(report, group, location, AnnotationKind::Context)
    });
    std::iter::once(main).chain(related).collect()
}

/// The group with the place and, where the file has a text, the line.
fn at<'a>(
    report: &Report<'_>,
    group: Group<'a>,
    location: &Location,
    kind: AnnotationKind,
) -> Group<'a> {
    let path = harmless_text(location.file.as_str());
    let origin = Origin::path(path.clone())
        .line(location.line)
        .char_column(location.column);
    let line = (report.text_of)(&location.file).and_then(|text| Line::of(location, text));
    let Some(line) = line.filter(|line| !line.text.trim().is_empty()) else {
        return group.element(origin);
    };
    let snippet = Snippet::source(line.text)
        .line_start(location.line)
        .annotation(kind.span(line.start..line.end));
    if line.cut {
        // The renderer would count the column from the cut.
        group.element(origin).element(snippet)
    } else {
        group.element(snippet.path(path))
    }
}
