//! Findings as workflow commands of GitHub Actions, one a line.
//!
//! The form and its escapes are those of the "workflow commands" page of GitHub's manual and of its
//! `@actions/core` toolkit: `%`, CR and LF in the message, `:` and `,` besides in a property.

use std::io::{self, Write};

use super::span::printable_text;
use super::{Report, severity_name};
use crate::base::code::Severity;
use crate::notation::place::{Finding, Location};

/// Writes one command per finding.
pub(super) fn write(report: &Report<'_>, to: &mut dyn Write) -> io::Result<()> {
    report
        .located()
        .try_for_each(|finding| writeln!(to, "{}", command(report, &finding)))
}

fn command(report: &Report<'_>, finding: &Finding) -> String {
    let (messages, diagnostic) = (report.messages, &finding.diagnostic);
    let file = report.forge_path(&finding.location);
    let mut message = messages.message(diagnostic);
    if let Some(hint) = messages.hint(diagnostic) {
        message = format!("{message}\n{}: {hint}", messages.text("level-help", &[]));
    }
    if let Some(related) = &finding.related {
        let label = messages.related(diagnostic).unwrap_or_default();
        message = format!(
            "{message}\n{label}: {}:{}:{}",
            report.forge_path(related),
            related.line,
            related.column
        );
    }
    let level = match report.severity(diagnostic) {
        Severity::Accepted => "notice",
        severity => severity_name(severity),
    };
    if let Some(because) = diagnostic.because() {
        let label = messages.severity(Severity::Accepted);
        message = format!("{message}\n{label}: {because}");
    }
    format!(
        "::{} file={},{},title={}::{}",
        level,
        property(&file),
        place(&finding.location),
        property(diagnostic.code.slug()),
        data(&printable_text(&message)),
    )
}

/// GitHub shows columns only where a finding is in one line.
fn place(location: &Location) -> String {
    let Location {
        line,
        column,
        end_line,
        end_column,
        ..
    } = location;
    if line == end_line {
        format!("line={line},col={column},endColumn={end_column}")
    } else {
        format!("line={line},endLine={end_line},col={column}")
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
