//! What a watch says on the terminal: a line for each turn, and what was not said before.

use std::time::Duration;

use super::Watching;
use crate::base::diagnostic::Arg;
use crate::base::source::Changes;
use crate::build::Outcome;
use crate::cli::report::{Format, Tally};
use crate::cli::say::{complain, milliseconds, number, report, say};
use crate::cli::timings::timings;
use crate::cli::why::why;
use crate::site::publish::Delta;
use crate::site::watch::WatchMode;

impl Watching<'_> {
    /// For people, what was not said before; for programs, everything.
    pub(super) fn say_findings(&self, outcome: &Outcome) {
        let args = &self.args.site;
        let tree = self.session.tree();
        if args.format == Format::Human {
            let news = self.said.news(&outcome.findings, args.strict);
            report(args, tree, &news, self.messages);
        } else {
            report(args, tree, &outcome.findings, self.messages);
        }
    }

    pub(super) fn say_turn(&self, what: &str, outcome: &Outcome, delta: &Delta, time: Duration) {
        let written = delta.created.len() + delta.replaced.len();
        let args = [
            ("what", Arg::Text(what.to_owned())),
            ("made", number(outcome.made.len())),
            ("written", number(written)),
            ("removed", number(delta.removed.len())),
            ("time", milliseconds(time, self.messages)),
        ];
        let mut line = self.text("cli-turn", &args);
        let (before, now) = (self.said.tally(), self.tally(outcome));
        if before.errors > 0 {
            line = format!("{} {line}", self.text("cli-mended", &[]));
        }
        if before.errors > 0 && now.warnings > 0 || before.warnings != now.warnings {
            let count = [("count", number(now.warnings))];
            line = format!("{line}; {}", self.text("cli-warnings", &count));
        }
        say(self.args.site.format, &line);
        if self.args.pages.timings {
            timings(&outcome.timings, self.messages);
        }
        if self.args.explain {
            for (page, reason) in &outcome.made {
                let line = format!("  {page}: {}", why(reason, self.messages));
                say(self.args.site.format, &line);
            }
        }
    }

    pub(super) fn say_errors(&self, what: &str, outcome: &Outcome) {
        let args = [
            ("what", Arg::Text(what.to_owned())),
            ("errors", number(self.tally(outcome).errors)),
        ];
        let line = self.text("cli-turn-errors", &args);
        complain(&line);
    }

    fn tally(&self, outcome: &Outcome) -> Tally {
        Tally::of(&outcome.findings, self.args.site.strict)
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
            say(
                format,
                &self.text("cli-serving", &[("url", Arg::Text(url))]),
            );
        }
        let folder = self.session.site().root.to_string_lossy().into_owned();
        let folder = ("folder", Arg::Text(folder));
        let line = match self.watch.mode() {
            WatchMode::Events => self.text("cli-watching", &[folder]),
            WatchMode::Poll(interval) => {
                if self.args.poll.is_none() {
                    say(format, &self.text("cli-no-events", &[]));
                }
                let interval = usize::try_from(interval.as_millis()).unwrap_or(usize::MAX);
                self.text("cli-polling", &[folder, ("time", number(interval))])
            }
        };
        say(format, &line);
    }

    pub(super) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.messages.text(key, args)
    }
}
