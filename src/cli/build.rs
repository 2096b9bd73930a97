//! `raccordo build` and `raccordo check`: one turn of the pipeline, with and without its last stage.

use std::process::ExitCode;
use std::time::Instant;

use super::args::{BuildArgs, CheckArgs};
use super::failure::Failure;
use super::progress::Progress;
use super::say::{failed, number, report, say, seconds, timings, warnings};
use super::session::Session;
use super::site::Site;
use crate::messages::Messages;

/// Builds the site and writes it.
pub(super) fn build(args: &BuildArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let site = Site::open(&args.site)?.for_pages(&args.pages)?;
    let progress = Progress::new(messages);
    let mut session = Session::open(site)?;
    let turn = session.only_turn(&progress);
    progress.finish();
    let tally = report(&args.site, session.tree(), &turn.outcome.findings, messages);
    let Some(delta) = turn.published.transpose()? else {
        let nothing = format!(" {}.", messages.text("cli-nothing-written", &[]));
        return Ok(failed(tally, &nothing, messages));
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
    say(args.site.format, &(line + &warnings(tally, messages)));
    if args.pages.timings {
        timings(&turn.outcome);
    }
    Ok(ExitCode::SUCCESS)
}

/// Checks the content and writes nothing.
pub(super) fn check(args: &CheckArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let progress = Progress::new(messages);
    let mut session = Session::open(Site::open(&args.site)?)?;
    let turn = session.first_turn(&progress);
    progress.finish();
    let tally = report(&args.site, session.tree(), &turn.outcome.findings, messages);
    if tally.errors > 0 {
        return Ok(failed(tally, "", messages));
    }
    let checked = [
        ("pages", number(turn.outcome.pages)),
        ("seconds", seconds(started.elapsed(), messages)),
    ];
    let line = messages.text("cli-checked", &checked);
    say(args.site.format, &(line + &warnings(tally, messages)));
    Ok(ExitCode::SUCCESS)
}
