//! `raccordo build` and `raccordo check`: the pipeline, with and without its last stage.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::args::{BuildArgs, CheckArgs, SiteArgs};
use super::failure::Failure;
use super::progress::Progress;
use super::report::{Format, Report, Tally};
use crate::engine::load::{self, Sources};
use crate::engine::write;
use crate::messages::Messages;
use crate::pipeline::{self, AsOf, Options, Outcome};
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::Arg;
use crate::vocabulary::notation::scalar::WebAddress;
use crate::vocabulary::source::SourceTree;

/// Builds the site and writes it.
pub(super) fn build(args: &BuildArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let site = Site::open(&args.site)?;
    let out = out_folder(&site.root, args.out.as_deref())?;
    let base_url = args.base_url.as_ref().map(|url| {
        WebAddress::parse(url).ok_or_else(|| Failure::new("cli-bad-base-url").text("value", url))
    });
    let options = Options {
        base_url: base_url.transpose()?,
        drafts: args.drafts,
        ..site.options
    };
    let progress = Progress::new(messages);
    let sources = Sources::open(&site.root)?;
    let (tree, faults) = (sources.tree(), sources.faults().to_vec());
    let loaded = started.elapsed();
    let outcome = pipeline::build(tree, faults, &options, &progress);
    let published = outcome
        .outputs
        .as_ref()
        .map(|outputs| write::publish(&out, outputs));
    progress.finish();
    let tally = report(&args.site, tree, &outcome, messages);
    let Some(delta) = published.transpose()? else {
        let nothing = messages.text("cli-nothing-written", &[]);
        return Ok(failed(
            args.site.format,
            tally,
            &format!(" {nothing}."),
            messages,
        ));
    };
    let written = delta.created.len() + delta.replaced.len();
    let built = [
        ("pages", number(outcome.pages)),
        ("seconds", seconds(started.elapsed(), messages)),
        ("written", number(written)),
        ("removed", number(delta.removed.len())),
    ];
    say(
        args.site.format,
        &format!(
            "{}{}",
            messages.text("cli-built", &built),
            warnings(tally, messages)
        ),
    );
    if args.timings {
        print_timings(loaded, &outcome, started.elapsed());
    }
    Ok(ExitCode::SUCCESS)
}

/// Checks the content and writes nothing.
pub(super) fn check(args: &CheckArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let site = Site::open(&args.site)?;
    let progress = Progress::new(messages);
    let sources = Sources::open(&site.root)?;
    let (tree, faults) = (sources.tree(), sources.faults().to_vec());
    let outcome = pipeline::check(tree, faults, &site.options, &progress);
    progress.finish();
    let tally = report(&args.site, tree, &outcome, messages);
    if tally.errors > 0 {
        return Ok(failed(args.site.format, tally, "", messages));
    }
    let checked = [
        ("pages", number(outcome.pages)),
        ("seconds", seconds(started.elapsed(), messages)),
    ];
    say(
        args.site.format,
        &format!(
            "{}{}",
            messages.text("cli-checked", &checked),
            warnings(tally, messages)
        ),
    );
    Ok(ExitCode::SUCCESS)
}

/// What was typed, understood.
struct Site {
    root: PathBuf,
    options: Options,
}

impl Site {
    fn open(args: &SiteArgs) -> Result<Site, Failure> {
        let root = match &args.root {
            Some(root) if root.join(load::SETTINGS).is_file() => root
                .canonicalize()
                .map_err(|error| load::LoadError::Io(root.clone(), error))?,
            Some(root) => return Err(load::LoadError::NoSite(root.clone()).into()),
            None => load::find_root(Path::new("."))?,
        };
        if let Some(jobs) = args.jobs.filter(|jobs| *jobs > 0) {
            // The pool can be built once; nobody has built it before.
            let _ = rayon::ThreadPoolBuilder::new()
                .num_threads(jobs)
                .build_global();
        }
        let as_of = as_of(args.as_of.as_deref())?;
        Ok(Site {
            root,
            options: Options {
                as_of,
                base_url: None,
                drafts: false,
                strict: args.strict,
            },
        })
    }
}

/// The day of the site: as typed, else `SOURCE_DATE_EPOCH`, else now.
fn as_of(typed: Option<&str>) -> Result<AsOf, Failure> {
    let bad = |value: &str| Failure::new("cli-bad-as-of").text("value", value);
    if let Some(day) = typed {
        return Date::parse(day).map(AsOf::Day).ok_or_else(|| bad(day));
    }
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        return epoch
            .trim()
            .parse()
            .map(AsOf::Moment)
            .map_err(|_| bad(&epoch));
    }
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Ok(AsOf::Moment(
        i64::try_from(now.as_secs()).unwrap_or(i64::MAX),
    ))
}

/// The folder of the built site: never one that holds the sources, because it is replaced as a whole.
fn out_folder(root: &Path, typed: Option<&Path>) -> Result<PathBuf, Failure> {
    let out = typed.map_or_else(|| root.join("public"), Path::to_owned);
    let out = std::path::absolute(&out).unwrap_or(out);
    let real = real_path(&out);
    let sources = ["content", "themes", "src", ".git"].map(|folder| root.join(folder));
    if root.starts_with(&real) || sources.iter().any(|source| real.starts_with(source)) {
        return Err(Failure::new("cli-output-in-source").text("folder", out.to_string_lossy()));
    }
    Ok(out)
}

/// The path with its links followed, as far as it exists.
fn real_path(path: &Path) -> PathBuf {
    let known = path
        .ancestors()
        .find_map(|above| Some((above.canonicalize().ok()?, path.strip_prefix(above).ok()?)));
    known.map_or_else(|| path.to_owned(), |(real, rest)| real.join(rest))
}

/// Says what was found: for people on standard error, for programs on standard output.
fn report(args: &SiteArgs, tree: &SourceTree, outcome: &Outcome, messages: &Messages) -> Tally {
    let text_of = |path: &_| tree.text(path);
    let report = Report {
        findings: &outcome.findings,
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

fn failed(format: Format, tally: Tally, more: &str, messages: &Messages) -> ExitCode {
    let found = [
        ("errors", number(tally.errors)),
        ("warnings", number(tally.warnings)),
    ];
    let line = format!("{}.{more}", messages.text("cli-found", &found));
    match format {
        Format::Human => anstream::eprintln!("{line}"),
        _ => say(format, &line),
    }
    ExitCode::from(1)
}

/// The last line: on standard output, unless that belongs to a program.
fn say(format: Format, line: &str) {
    match format {
        Format::Human => anstream::println!("{line}"),
        _ => anstream::eprintln!("{line}"),
    }
}

fn warnings(tally: Tally, messages: &Messages) -> String {
    match tally.warnings {
        0 => String::new(),
        count => format!(
            "; {}",
            messages.text("cli-warnings", &[("count", number(count))])
        ),
    }
}

fn print_timings(loaded: Duration, outcome: &Outcome, total: Duration) {
    let staged: Duration = outcome.timings.iter().map(|(_, time)| *time).sum();
    let write = ("write", total.saturating_sub(loaded + staged));
    for (stage, time) in [("load", loaded)]
        .iter()
        .chain(&outcome.timings)
        .chain([&write])
    {
        anstream::eprintln!("{stage:>8} {:8.1} ms", time.as_secs_f64() * 1000.0);
    }
}

fn number(number: usize) -> Arg {
    Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn seconds(time: Duration, messages: &Messages) -> Arg {
    let seconds = format!("{:.2}", time.as_secs_f64());
    Arg::Text(if messages.language().tag() == "it" {
        seconds.replace('.', ",")
    } else {
        seconds
    })
}
