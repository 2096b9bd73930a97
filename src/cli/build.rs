//! `raccordo build` and `raccordo check`: one turn of the pipeline, with and without its last stage.

use std::process::ExitCode;
use std::time::Instant;

use super::args::{BuildArgs, CheckArgs};
use super::console::{print_failure, print_line, print_report, warnings};
use super::failure::Failure;
use super::numbers::{number, seconds};
use super::progress::Progress;
use super::report::Format;
use super::session::Session;
use super::site::Site;
use super::timings::print_timings;
use crate::base::diagnostic::Arg;
use crate::base::source::SourcePath;
use crate::build::Coverage;
use crate::messages::Messages;

/// Builds the site and writes it.
pub(super) fn build(args: &BuildArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let mut site = Site::open(&args.site)?.for_pages(&args.pages)?;
    site.options.search = true;
    let progress = Progress::new(messages);
    let mut session = Session::reopen(site)?;
    let turn = session.only_turn(&progress);
    progress.finish();
    let tally = print_report(&args.site, session.tree(), &session.findings(), messages);
    let Some(delta) = turn.published.transpose()? else {
        let nothing = format!(" {}.", messages.text("cli-nothing-written", &[]));
        return Ok(print_failure(tally, &nothing, messages));
    };
    let built = [
        ("pages", number(turn.outcome.pages)),
        ("seconds", seconds(started.elapsed(), messages)),
        (
            "written",
            number(delta.created.len() + delta.replaced.len()),
        ),
        ("removed", number(delta.removed.len())),
    ];
    let line = messages.text("cli-built", &built);
    print_line(args.site.format, &(line + &warnings(tally, messages)));
    if args.pages.timings {
        print_timings(&turn.outcome.timings, messages);
    }
    session.end();
    Ok(ExitCode::SUCCESS)
}

/// Checks the content and writes nothing.
pub(super) fn check(args: &CheckArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let progress = Progress::new(messages);
    let mut session = Session::open(Site::open(&args.site)?)?;
    let turn = session.first_turn(&progress);
    progress.finish();
    let tally = print_report(&args.site, session.tree(), &session.findings(), messages);
    if tally.errors > 0 {
        return Ok(print_failure(tally, "", messages));
    }
    let checked = [
        ("pages", number(turn.outcome.pages)),
        ("seconds", seconds(started.elapsed(), messages)),
    ];
    let line = messages.text("cli-checked", &checked);
    print_line(args.site.format, &(line + &warnings(tally, messages)));
    for coverage in session.coverage() {
        translated(&coverage, args.site.format, messages);
    }
    session.end();
    Ok(ExitCode::SUCCESS)
}

/// Says how far a site has been translated into a language: a line, and which pages are missing.
fn translated(coverage: &Coverage, format: Format, messages: &Messages) {
    let done = coverage.pages - coverage.missing.len();
    let values = [
        ("language", Arg::Text(coverage.language.to_string())),
        ("translated", number(done)),
        ("pages", number(coverage.pages)),
    ];
    print_line(format, &messages.text("cli-translated", &values));
    let lists = [
        ("cli-not-translated", &coverage.missing),
        ("cli-partly-translated", &coverage.partial),
    ];
    for (key, files) in lists {
        let values = [("files", Arg::Text(some_of(files)))];
        if !files.is_empty() {
            print_line(format, &format!("  {}", messages.text(key, &values)));
        }
    }
}

/// The first files of a list, and how many more there are.
fn some_of(files: &[SourcePath]) -> String {
    const SHOWN: usize = 10;
    let shown: Vec<&str> = files.iter().take(SHOWN).map(SourcePath::as_str).collect();
    let more = files.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!(", … +{more}"));
    shown.join(", ") + &more.unwrap_or_default()
}
