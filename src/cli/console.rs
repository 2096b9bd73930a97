//! What commands print, and on which stream.

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use super::args::SiteArgs;
use super::numbers::number;
use super::report::{Format, Report};
use crate::base::diagnostic::{Diagnostic, Tally};
use crate::base::source::SourceTree;
use crate::messages::Messages;

/// Prints findings: for people on standard error, for programs on standard output. Returns how many there are.
pub(super) fn print_report(
    args: &SiteArgs,
    tree: &SourceTree,
    findings: &[&Diagnostic],
    messages: &Messages,
) -> Tally {
    let report = Report {
        findings,
        strict: args.strict,
        all: args.all,
        messages,
        text_of: &|path| tree.text(path),
    };
    // Nobody reads a pipe that is closed.
    let _ = print(&report, args.format);
    report.tally()
}

fn print(report: &Report<'_>, format: Format) -> io::Result<()> {
    if format == Format::Human {
        let colours = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
        let mut to = BufWriter::new(anstream::stderr().lock());
        report.write(format, colours, &mut to)?;
        to.flush()
    } else {
        let mut to = BufWriter::new(anstream::stdout().lock());
        report.write(format, false, &mut to)?;
        to.flush()
    }
}

/// Prints that there are errors, and `more`. Returns the status of a failed check.
pub(super) fn print_failure(tally: Tally, more: &str, messages: &Messages) -> ExitCode {
    let found = [
        ("errors", number(tally.errors)),
        ("warnings", number(tally.warnings)),
    ];
    print_problem(&format!("{}.{more}", messages.text("cli-found", &found)));
    ExitCode::from(1)
}

/// Prints a line about a failure on standard error.
pub(super) fn print_problem(line: &str) {
    anstream::eprintln!("{line}");
}

/// Prints a line about a success on standard output, or on standard error if a report for programs is there.
pub(super) fn print_line(format: Format, line: &str) {
    match format {
        Format::Human => anstream::println!("{line}"),
        _ => anstream::eprintln!("{line}"),
    }
}

/// The number of warnings, to be added to a line. Empty if there are none.
pub(super) fn warnings(tally: Tally, messages: &Messages) -> String {
    match tally.warnings {
        0 => String::new(),
        count => format!(
            "; {}",
            messages.text("cli-warnings", &[("count", number(count))])
        ),
    }
}
