//! Everything that commands print, and the stream that it goes to.
//!
//! Nothing that cannot be written ends a command: `build` still publishes, and `watch` goes on. But the process then ends
//! with status 2, because somebody may wait for what was to be printed. If only the reader of a pipe has gone, as `head`
//! does, it says no more about it.

use std::cell::RefCell;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use anstream::{AutoStream, ColorChoice};

use super::args::SiteArgs;
use super::failure::Failure;
use super::numbers::number;
use super::report::{Format, Report};
use crate::base::diagnostic::{Diagnostic, Tally};
use crate::base::source::SourcePath;
use crate::build::{Project, Workspace};
use crate::messages::Messages;
use crate::site::sources::{Sources, folder_in_repository};

/// The first error of a standard stream. The streams are those of the whole process, and so is this.
static STREAM_ERROR: OnceLock<io::Error> = OnceLock::new();

/// The exit status of the process, given that of its command. Says why, if it is another.
pub(super) fn exit_status(of_command: ExitCode, messages: &Messages) -> ExitCode {
    let Some(error) = STREAM_ERROR.get() else {
        return of_command;
    };
    if error.kind() != io::ErrorKind::BrokenPipe {
        let failure = Failure::new("cli-report-not-written");
        failure.because_of(error).print(messages);
    }
    ExitCode::from(2)
}

/// Prints the findings of a site: for people on standard error, for programs on standard output.
pub(super) struct Reporter<'a> {
    args: &'a SiteArgs,
    messages: &'a Messages,
    /// The folder of the site in its repository, for the reports of forges.
    folder: String,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(args: &'a SiteArgs, root: &Path, messages: &'a Messages) -> Reporter<'a> {
        let folder = match args.format {
            Format::Github | Format::Sarif => folder_in_repository(root),
            Format::Human | Format::Json => String::new(),
        };
        Reporter {
            args,
            messages,
            folder,
        }
    }

    pub(super) fn print(
        &self,
        text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>,
        findings: &[&Diagnostic],
    ) {
        let report = Report {
            findings,
            folder: self.folder.clone(),
            strict: self.args.strict,
            all: self.args.all,
            messages: self.messages,
            text_of,
        };
        note_error(write_report(&report, self.args.format));
    }

    /// Prints all findings, and the accepted warnings if they are asked for. Returns the number of findings.
    pub(super) fn print_all(
        &self,
        workspace: &Workspace,
        text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>,
        with_accepted: bool,
    ) -> Tally {
        let findings = workspace.findings();
        let accepted = with_accepted.then(|| findings.accepted());
        let accepted = accepted.unwrap_or_default();
        let mut all: Vec<&Diagnostic> = findings.all().chain(&accepted).collect();
        all.sort_by_key(|it| &it.place.file);
        self.print(text_of, &all);
        findings.tally(self.args.strict)
    }

    /// Prints all findings of a site that has errors, and their number. Returns the exit status.
    pub(super) fn print_errors(&self, project: &Project, with_accepted: bool) -> ExitCode {
        let text_of = text_reader(project.sources());
        let tally = self.print_all(project.workspace(), &text_of, with_accepted);
        print_error_count(tally, "", self.messages)
    }
}

pub(super) fn print_usage(usage: &clap::Error) {
    note_error(usage.print());
}

/// Reads the texts of files for a report. The last text is kept, because findings about one file come one after the
/// other.
pub(super) fn text_reader(sources: &Sources) -> impl Fn(&SourcePath) -> Option<Arc<str>> {
    let last: RefCell<Option<(SourcePath, Option<Arc<str>>)>> = RefCell::default();
    move |path| {
        let known = last.take().filter(|(known, _)| known == path);
        let (path, text) = known.unwrap_or_else(|| {
            let text = sources.text(path).map(Arc::from);
            (path.clone(), text)
        });
        last.replace(Some((path, text.clone())));
        text
    }
}

fn write_report(report: &Report<'_>, format: Format) -> io::Result<()> {
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

/// Prints the number of errors and warnings of a site that has errors, followed by `more`. Returns the exit status.
pub(super) fn print_error_count(tally: Tally, more: &str, messages: &Messages) -> ExitCode {
    let found = [
        ("errors", number(tally.errors)),
        ("warnings", number(tally.warnings)),
    ];
    print_to_stderr(&format!("{}.{more}", messages.text("cli-found", &found)));
    ExitCode::from(1)
}

/// Prints a line about a success on standard output, or on standard error if a report for programs is there.
pub(super) fn print_status(format: Format, line: &str) {
    match format {
        Format::Human => print_to_stdout(line),
        _ => print_to_stderr(line),
    }
}

pub(super) fn print_to_stdout(text: &str) {
    note_error(writeln!(anstream::stdout().lock(), "{text}"));
}

pub(super) fn print_to_stderr(text: &str) {
    note_error(writeln!(anstream::stderr().lock(), "{text}"));
}

fn note_error(written: io::Result<()>) {
    if let Err(error) = written {
        let _ = STREAM_ERROR.set(error);
    }
}

/// The number of warnings, as the end of a line. Empty if there are none.
pub(super) fn warning_count(tally: Tally, messages: &Messages) -> String {
    match tally.warnings {
        0 => String::new(),
        count => format!(
            "; {}",
            messages.text("cli-warnings", &[("count", number(count))])
        ),
    }
}
