//! What a watch says on the terminal: a line for each turn, and what was not said before.

use std::time::Duration;

use super::Watching;
use crate::base::diagnostic::{Arg, Tally};
use crate::base::source::{Changes, SourcePath};
use crate::build::Outcome;
use crate::cli::console::{print_line, print_problem, print_report};
use crate::cli::numbers::{milliseconds, number};
use crate::cli::reason::reason;
use crate::cli::report::Format;
use crate::cli::timings::print_timings;
use crate::site::publish::Delta;
use crate::site::watch::How;

impl Watching<'_> {
    /// Prints to people what was not reported before, and to programs everything. Returns how much there is in all.
    pub(super) fn print_findings(&mut self) -> Tally {
        let args = &self.args.site;
        let changed = self.session.take_changed_files();
        let (findings, tree) = (self.session.workspace().findings(), self.session.tree());
        let printed = if args.format == Format::Human {
            let text_of = |path: &SourcePath| tree.text(path);
            self.reported
                .update(findings, &changed, args.strict, text_of)
        } else {
            findings.all().collect()
        };
        print_report(args, tree, &printed, self.messages);
        findings.tally(args.strict)
    }

    pub(super) fn say_turn(
        &self,
        what: &str,
        outcome: &Outcome,
        now: Tally,
        delta: &Delta,
        time: Duration,
    ) {
        let written = delta.created.len() + delta.replaced.len();
        let args = [
            ("what", Arg::Text(what.to_owned())),
            ("made", number(outcome.made.len())),
            ("written", number(written)),
            ("removed", number(delta.removed.len())),
            ("time", milliseconds(time, self.messages)),
        ];
        let mut line = self.text("cli-turn", &args);
        let before = self.tally;
        if before.errors > 0 {
            line = format!("{} {line}", self.text("cli-mended", &[]));
        }
        if before.errors > 0 && now.warnings > 0 || before.warnings != now.warnings {
            let count = [("count", number(now.warnings))];
            line = format!("{line}; {}", self.text("cli-warnings", &count));
        }
        print_line(self.args.site.format, &line);
        if self.args.pages.timings {
            print_timings(&outcome.timings, self.messages);
        }
        if self.args.explain {
            for (page, why) in &outcome.made {
                let line = format!("  {page}: {}", reason(why, self.messages));
                print_line(self.args.site.format, &line);
            }
        }
    }

    pub(super) fn say_errors(&self, what: &str, tally: Tally) {
        let args = [
            ("what", Arg::Text(what.to_owned())),
            ("errors", number(tally.errors)),
        ];
        let line = self.text("cli-turn-errors", &args);
        print_problem(&line);
    }

    /// What has changed, in few words.
    pub(super) fn what(&self, changes: &Changes) -> String {
        let otherwise = match self.is_tomorrow() {
            true => "cli-new-day",
            false => "cli-reread",
        };
        self.named(changes)
            .unwrap_or_else(|| self.text(otherwise, &[]))
    }

    /// The files that have changed.
    fn named(&self, changes: &Changes) -> Option<String> {
        let settings = changes.settings.then_some("site.toml");
        let mut files = changes.files().map(|file| file.as_str()).chain(settings);
        let first = files.next()?.to_owned();
        Some(match files.count() {
            0 => first,
            others => {
                let args = [("first", Arg::Text(first)), ("others", number(others))];
                self.text("cli-and-others", &args)
            }
        })
    }

    pub(super) fn greet(&self) {
        let format = self.args.site.format;
        if let Some(server) = &self.server {
            let url = format!("http://{}{}", server.address(), self.base_path);
            print_line(
                format,
                &self.text("cli-serving", &[("url", Arg::Text(url))]),
            );
        }
        let folder = self.session.site().root.to_string_lossy().into_owned();
        let folder = ("folder", Arg::Text(folder));
        let line = match self.watch.how() {
            How::Events => self.text("cli-watching", &[folder]),
            How::Poll(interval) => {
                if self.args.poll.is_none() {
                    print_line(format, &self.text("cli-no-events", &[]));
                }
                let interval = usize::try_from(interval.as_millis()).unwrap_or(usize::MAX);
                self.text("cli-polling", &[folder, ("time", number(interval))])
            }
        };
        print_line(format, &line);
    }

    pub(super) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.messages.text(key, args)
    }
}
