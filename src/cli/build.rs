//! `raccordo build` and `raccordo check`: one turn. `check` ends before pages are rendered.

use std::process::ExitCode;
use std::time::Instant;

use super::args::{BuildArgs, CheckArgs};
use super::command_site::{site_to_build, site_to_check};
use super::console::{Reporter, print_error_count, print_status, text_reader, warning_count};
use super::failure::Failure;
use super::fix::fix;
use super::numbers::{number, seconds};
use super::progress::Progress;
use super::report::Format;
use super::timings::print_timings;
use crate::base::diagnostic::Arg;
use crate::base::source::{Changes, SourcePath};
use crate::build::{Coverage, Project, Site};
use crate::messages::Messages;

pub(super) fn build(args: &BuildArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let mut site = site_to_build(&args.site, &args.pages)?;
    site.options.search = true;
    site.options.precompress = args.precompress;
    let reporter = Reporter::new(&args.site, &site.root, messages);
    let progress = Progress::new(messages);
    let mut project = Project::resume(site)?;
    let turn = project.turn(Changes::default(), progress.observer());
    progress.finish();
    let text_of = text_reader(project.sources());
    let tally = reporter.print_all(project.workspace(), &text_of, false);
    drop(text_of);
    let Some(delta) = turn.published.transpose()? else {
        let not_written = format!(" {}.", messages.text("cli-nothing-written", &[]));
        return Ok(print_error_count(tally, &not_written, messages));
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
    print_status(args.site.format, &(line + &warning_count(tally, messages)));
    if !project.workspace().has_address() {
        print_status(args.site.format, &messages.text("cli-without-address", &[]));
    }
    if args.pages.timings {
        print_timings(&turn.outcome.timings, messages);
    }
    project.save();
    project.close();
    Ok(ExitCode::SUCCESS)
}

pub(super) fn check(args: &CheckArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let site = site_to_check(&args.site)?;
    let reporter = Reporter::new(&args.site, &site.root, messages);
    let mut project = checked(site.clone(), messages)?;
    // Where nothing is written, the faults stay that would be mended.
    let stays_faulty = args.dry_run && project.workspace().findings().has_errors(args.site.strict);
    let mut is_written = true;
    let tally = if args.fix {
        let mut mender = project.mender();
        is_written = !fix(args, &site, &mut mender, messages);
        let text_of = |file: &SourcePath| mender.text(file);
        reporter.print_all(mender.workspace(), &text_of, args.accepted)
    } else {
        let text_of = text_reader(project.sources());
        reporter.print_all(project.workspace(), &text_of, args.accepted)
    };
    if !is_written {
        return Ok(ExitCode::from(2));
    }
    if tally.errors > 0 {
        return Ok(print_error_count(tally, "", messages));
    }
    let checked = [
        ("pages", number(project.workspace().page_count())),
        ("seconds", seconds(started.elapsed(), messages)),
    ];
    let line = messages.text("cli-checked", &checked);
    print_status(args.site.format, &(line + &warning_count(tally, messages)));
    for coverage in project.workspace().coverage() {
        print_coverage(&coverage, args.site.format, messages);
    }
    project.close();
    Ok(match stays_faulty {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    })
}

/// A site after a turn that makes no pages.
pub(super) fn checked(site: Site, messages: &Messages) -> Result<Project, Failure> {
    let progress = Progress::new(messages);
    let mut project = Project::open(site)?;
    project.turn(Changes::default(), progress.observer());
    progress.finish();
    Ok(project)
}

/// Prints how much of a site is translated into a language, and which pages are missing.
fn print_coverage(coverage: &Coverage, format: Format, messages: &Messages) {
    let translated = coverage.pages - coverage.missing.len();
    let values = [
        ("language", Arg::Text(coverage.language.to_string())),
        ("translated", number(translated)),
        ("pages", number(coverage.pages)),
    ];
    print_status(format, &messages.text("cli-translated", &values));
    let lists = [
        ("cli-not-translated", &coverage.missing),
        ("cli-partly-translated", &coverage.partial),
    ];
    for (key, files) in lists {
        let values = [("files", Arg::Text(first_files(files)))];
        if !files.is_empty() {
            print_status(format, &format!("  {}", messages.text(key, &values)));
        }
    }
}

/// The first files of a list, and the number of the others.
fn first_files(files: &[SourcePath]) -> String {
    const MAX_SHOWN: usize = 10;
    let shown: Vec<&str> = files
        .iter()
        .take(MAX_SHOWN)
        .map(SourcePath::as_str)
        .collect();
    let more = files.len().saturating_sub(MAX_SHOWN);
    let more = (more > 0).then(|| format!(", … +{more}"));
    shown.join(", ") + &more.unwrap_or_default()
}
