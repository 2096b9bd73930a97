//! What `watch` prints: a line for each turn, and the new findings.

use std::time::Duration;

use super::{Edits, Watching};
use crate::base::diagnostic::{Arg, Tally};
use crate::base::source::SourcePath;
use crate::build::{Outcome, Turned};
use crate::cli::console::{
    print_error_count, print_status, print_to_stderr, text_reader, warning_count,
};
use crate::cli::failure::Failure;
use crate::cli::numbers::{milliseconds, number, seconds};
use crate::cli::rebuild_reason::describe_reason;
use crate::cli::report::Format;
use crate::cli::timings::print_timings;
use crate::messages::Messages;
use crate::site::publish::{Delta, PublishError};
use crate::site::server::Server;
use crate::site::watch::WatchMode;

impl Watching<'_> {
    pub(super) fn print_first_turn(&mut self, turned: &Turned, time: Duration) {
        let tally = self.print_findings();
        match &turned.published {
            Some(Ok(_)) => {
                let built = [
                    ("pages", number(turned.outcome.pages)),
                    ("seconds", seconds(time, self.messages)),
                ];
                let line = self.text("cli-ready", &built) + &warning_count(tally, self.messages);
                print_status(self.args.site.format, &line);
                if self.args.pages.timings {
                    print_timings(&turned.outcome.timings, self.messages);
                }
            }
            Some(Err(_)) => {}
            None => drop(print_error_count(tally, "", self.messages)),
        }
        self.tally = tally;
    }

    pub(super) fn print_turn(&mut self, turned: &Turned, edits: &Edits, time: Duration) {
        let tally = self.print_findings();
        let cause = self.describe_edits(edits);
        match &turned.published {
            Some(Ok(delta)) => self.print_success(&cause, &turned.outcome, tally, delta, time),
            Some(Err(PublishError::Vanished { .. })) => {}
            Some(Err(error)) => Failure::from(error).print(self.messages),
            None => self.print_errors(&cause, tally),
        }
        self.tally = tally;
    }

    /// Says where the site is served, if it is.
    pub(super) fn print_address(&self) {
        if let Some(server) = &self.server {
            let base_path = self.project.workspace().base_path();
            print_address(server, &base_path, self.args.site.format, self.messages);
        }
    }

    /// Says that the site is being watched.
    pub(super) fn print_start(&self) {
        let format = self.args.site.format;
        let folder = self.project.site().root.to_string_lossy().into_owned();
        let folder = ("folder", Arg::Text(folder));
        let line = match self.watch.mode() {
            WatchMode::Events => self.text("cli-watching", &[folder]),
            WatchMode::Poll(interval) => {
                if self.args.poll.is_none() {
                    print_status(format, &self.text("cli-no-events", &[]));
                }
                let interval = usize::try_from(interval.as_millis()).unwrap_or(usize::MAX);
                self.text("cli-polling", &[folder, ("time", number(interval))])
            }
        };
        print_status(format, &line);
    }

    pub(super) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.messages.text(key, args)
    }

    /// Prints the new findings for people, and all findings for programs. Returns the number of all.
    fn print_findings(&mut self) -> Tally {
        let args = &self.args.site;
        let changed = self.project.workspace_mut().take_changed_files();
        let (findings, sources) = (self.project.workspace().findings(), self.project.sources());
        let printed = match args.format {
            Format::Human => {
                let text_of = text_reader(sources);
                self.reported
                    .update(findings, &changed, args.strict, text_of)
            }
            _ => findings.all().collect(),
        };
        self.reporter.print(&text_reader(sources), &printed);
        findings.tally(args.strict)
    }

    fn print_success(
        &self,
        cause: &str,
        outcome: &Outcome,
        tally: Tally,
        delta: &Delta,
        time: Duration,
    ) {
        let written = delta.created.len() + delta.replaced.len();
        let args = [
            ("what", Arg::Text(cause.to_owned())),
            ("made", number(outcome.rendered.len())),
            ("written", number(written)),
            ("removed", number(delta.removed.len())),
            ("time", milliseconds(time, self.messages)),
        ];
        let mut line = self.text("cli-turn", &args);
        let before = self.tally;
        if before.errors > 0 {
            line = format!("{} {line}", self.text("cli-mended", &[]));
        }
        if before.errors > 0 && tally.warnings > 0 || before.warnings != tally.warnings {
            let count = [("count", number(tally.warnings))];
            line = format!("{line}; {}", self.text("cli-warnings", &count));
        }
        print_status(self.args.site.format, &line);
        if self.args.pages.timings {
            print_timings(&outcome.timings, self.messages);
        }
        if self.args.explain {
            for (page, reason) in &outcome.rendered {
                let line = format!("  {page}: {}", describe_reason(reason, self.messages));
                print_status(self.args.site.format, &line);
            }
        }
    }

    fn print_errors(&self, cause: &str, tally: Tally) {
        let args = [
            ("what", Arg::Text(cause.to_owned())),
            ("errors", number(tally.errors)),
        ];
        print_to_stderr(&self.text("cli-turn-errors", &args));
    }

    /// The cause of a turn: the edited files, or a new day.
    fn describe_edits(&self, edits: &Edits) -> String {
        let mut files = edits.files.iter().map(SourcePath::as_str);
        let Some(first) = files.next() else {
            let key = match self.schedule.is_new_day() {
                true => "cli-new-day",
                false => "cli-reread",
            };
            return self.text(key, &[]);
        };
        match files.count() {
            0 => first.to_owned(),
            others => {
                let first = Arg::Text(first.to_owned());
                let args = [("first", first), ("others", number(others))];
                self.text("cli-and-others", &args)
            }
        }
    }
}

/// Says where a site with this path on its host is served.
pub(super) fn print_address(server: &Server, base_path: &str, format: Format, messages: &Messages) {
    let url = format!("http://{}{base_path}", server.address());
    let line = messages.text("cli-serving", &[("url", Arg::Text(url))]);
    print_status(format, &line);
}
