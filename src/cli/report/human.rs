//! Findings for people, in the style of a compiler: with the line of the source and a hint.
//!
//! All errors and accepted warnings are shown, but only the first warnings of each code, because a large site may have tens of thousands.

use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::span::{Line, printable_text};
use super::{Report, located};
use crate::base::code::{Code, Severity};
use crate::base::diagnostic::{Arg, Diagnostic};
use crate::cli::numbers::{grouped, number};
use crate::notation::place::{Finding, Location};

/// The number of warnings of each code that are shown.
const MAX_SHOWN_PER_CODE: usize = 3;

/// Writes the findings, with an empty line after each.
///
/// Errors come last, because a terminal shows the end of a report.
pub(super) fn write(report: &Report<'_>, colours: bool, to: &mut dyn Write) -> io::Result<()> {
    let renderer = if colours {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let print = |finding: &Finding, to: &mut dyn Write| {
        let groups = groups(report, finding);
        writeln!(to, "{}\n", renderer.render(&groups))
    };
    if report.all {
        return report.located().try_for_each(|it| print(&it, to));
    }
    let findings = report.findings.iter().copied();
    let of_severity = |severity| {
        let findings = findings.clone();
        let of_severity = findings.filter(move |it| report.severity(it) == severity);
        of_severity.collect::<Vec<_>>()
    };
    let accepted = of_severity(Severity::Accepted);
    located(&accepted, report.text_of).try_for_each(|it| print(&it, to))?;
    let warnings = of_severity(Severity::Warning);
    let errors = of_severity(Severity::Error);
    for group in group_by_code(report, &warnings) {
        group.shown.iter().try_for_each(|it| print(it, to))?;
        write_rest(&group, report, to)?;
    }
    located(&errors, report.text_of).try_for_each(|it| print(&it, to))
}

/// A finding as text, without colours.
pub(super) fn text(report: &Report<'_>, finding: &Finding) -> String {
    Renderer::plain().render(&groups(report, finding))
}

struct WarningGroup {
    code: Code,
    /// The first of them, by file and place.
    shown: Vec<Finding>,
    /// The number of the others.
    rest: usize,
}

fn group_by_code<'a>(report: &Report<'a>, warnings: &[&'a Diagnostic]) -> Vec<WarningGroup> {
    let mut by_code: BTreeMap<Code, Vec<&'a Diagnostic>> = BTreeMap::new();
    for warning in warnings {
        by_code.entry(warning.code).or_default().push(warning);
    }
    let groups = by_code.into_iter().map(|(code, warnings)| {
        let shown = located(&warnings, report.text_of);
        let shown: Vec<Finding> = shown.take(MAX_SHOWN_PER_CODE).collect();
        let rest = warnings.len() - shown.len();
        WarningGroup { code, shown, rest }
    });
    let mut groups: Vec<WarningGroup> = groups.collect();
    groups.sort_by(|a, b| first(a).cmp(&first(b)));
    groups
}

fn first(group: &WarningGroup) -> Option<&Location> {
    group.shown.first().map(|finding| &finding.location)
}

/// Writes the number of warnings of a code that are not shown.
fn write_rest(group: &WarningGroup, report: &Report<'_>, to: &mut dyn Write) -> io::Result<()> {
    if group.rest == 0 {
        return Ok(());
    }
    let args = [
        ("count", number(group.rest)),
        ("number", grouped(group.rest, report.messages)),
        ("code", Arg::Text(group.code.slug().to_owned())),
    ];
    writeln!(to, "{}\n", report.messages.text("report-rest", &args))
}

fn groups<'a>(report: &'a Report<'_>, finding: &'a Finding) -> Vec<Group<'a>> {
    let (messages, diagnostic) = (report.messages, &finding.diagnostic);
    let severity = report.severity(diagnostic);
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Accepted => Level::NOTE,
    };
    let title = level
        .with_name(messages.severity(severity))
        .primary_title(printable_text(&messages.message(diagnostic)))
        .id(diagnostic.code.slug());
    let mut main = add_place(
        report,
        Group::with_title(title),
        &finding.location,
        AnnotationKind::Primary,
    );
    if let Some(because) = diagnostic.because() {
        let note = Level::NOTE.with_name(messages.text("level-because", &[]));
        main = main.element(note.message(printable_text(because)));
    } else if let Some(hint) = messages.hint(diagnostic) {
        let help = Level::HELP.with_name(messages.text("level-help", &[]));
        main = main.element(help.message(printable_text(&hint)));
    }
    let related = finding.related.as_ref().map(|location| {
        let label = messages.related(diagnostic).unwrap_or_default();
        let note = Level::NOTE.with_name(messages.text("level-note", &[]));
        let group = Group::with_title(note.secondary_title(printable_text(&label)));
        add_place(report, group, location, AnnotationKind::Context)
    });
    std::iter::once(main).chain(related).collect()
}

/// Adds a place to a group and, if the file has a text, the line.
fn add_place<'a>(
    report: &Report<'_>,
    group: Group<'a>,
    location: &Location,
    kind: AnnotationKind,
) -> Group<'a> {
    let path = printable_text(location.file.as_str());
    let origin = Origin::path(path.clone())
        .line(location.line)
        .char_column(location.column);
    let line = (report.text_of)(&location.file).and_then(|text| Line::of(location, &text));
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
