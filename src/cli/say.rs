//! What commands say when they are done, and where.

use std::process::ExitCode;
use std::time::Duration;

use super::args::SiteArgs;
use super::report::{Format, Report, Tally};
use crate::base::diagnostic::Arg;
use crate::base::source::SourceTree;
use crate::messages::Messages;
use crate::notation::place::Finding;

/// Says what was found: for people on standard error, for programs on standard output.
pub(super) fn report(
    args: &SiteArgs,
    tree: &SourceTree,
    findings: &[Finding],
    messages: &Messages,
) -> Tally {
    let text_of = |path: &_| tree.text(path);
    let report = Report {
        findings,
        strict: args.strict,
        messages,
        text_of: &text_of,
    };
    match args.format {
        Format::Human => {
            let colours =
                anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
            anstream::eprint!("{}", report.render(args.format, colours));
        }
        format => anstream::print!("{}", report.render(format, false)),
    }
    report.tally()
}

/// Says that there are errors, and `more`.
pub(super) fn failed(tally: Tally, more: &str, messages: &Messages) -> ExitCode {
    let found = [
        ("errors", number(tally.errors)),
        ("warnings", number(tally.warnings)),
    ];
    complain(&format!("{}.{more}", messages.text("cli-found", &found)));
    ExitCode::from(1)
}

/// The last line when something is wrong: on standard error.
pub(super) fn complain(line: &str) {
    anstream::eprintln!("{line}");
}

/// The last line: on standard output, unless that belongs to a program.
pub(super) fn say(format: Format, line: &str) {
    match format {
        Format::Human => anstream::println!("{line}"),
        _ => anstream::eprintln!("{line}"),
    }
}

/// How many warnings there are, to come after something else; nothing if none.
pub(super) fn warnings(tally: Tally, messages: &Messages) -> String {
    match tally.warnings {
        0 => String::new(),
        count => format!(
            "; {}",
            messages.text("cli-warnings", &[("count", number(count))])
        ),
    }
}

/// A number in a message.
pub(super) fn number(number: usize) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A duration in a message, in seconds.
pub(super) fn seconds(time: Duration, messages: &Messages) -> Arg {
    let seconds = format!("{:.2}", time.as_secs_f64());
    Arg::Text(decimal(seconds, messages))
}

/// A duration in a message, in milliseconds.
pub(super) fn milliseconds(time: Duration, messages: &Messages) -> Arg {
    let milliseconds = format!("{:.1}", time.as_secs_f64() * 1000.0);
    Arg::Text(decimal(milliseconds, messages))
}

/// A number as one writes it in the language of the messages.
pub(super) fn decimal(number: String, messages: &Messages) -> String {
    if messages.language().tag() == "it" {
        number.replace('.', ",")
    } else {
        number
    }
}
