//! `raccordo watch` and `raccordo serve`: turn after turn of what `build` does once.

mod looking;
mod words;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::args::{ServeArgs, WatchArgs};
use super::failure::Failure;
use super::overlay::overlay;
use super::progress::Progress;
use super::report::Format;
use super::said::Said;
use super::say::{failed, number, report, say, seconds, warnings};
use super::session::{Session, Turned};
use super::site::{Site, now};
use super::timings::timings;
use crate::base::source::Changes;
use crate::build::Outcome;
use crate::messages::Messages;
use crate::site::publish::{Delta, PublishError};
use crate::site::server::{Listen, Port, Server, ServerConfig, ServerTexts};
use crate::site::watch::{Watch, WatchEvent, WatchHandle, WatchMode};
use looking::Looking;

/// The first port that is tried.
const PORT: u16 = 8000;

/// A machine that slept does not know that a deadline has passed, so the day is looked at this often.
const GLANCE: Duration = Duration::from_secs(600);

/// After this long without a change there is time to tidy up.
const PAUSE: Duration = Duration::from_secs(30);

/// No longer is a site left unpublished because one change follows another while its pages are made.
const LONGEST: Duration = Duration::from_secs(30);

/// Builds again whenever something changes, until it is ended.
pub(super) fn watch(args: &WatchArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    Watching::start(args, messages, None)?.run()
}

/// The same, and serves what is built.
pub(super) fn serve(args: &ServeArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let port = args.port.map_or(Port::From(PORT), Port::Exactly);
    let listen = Listen {
        host: args.host,
        port,
    };
    Watching::start(&args.watch, messages, Some(listen))?.run()
}

struct Watching<'a> {
    args: &'a WatchArgs,
    messages: &'a Messages,
    session: Session,
    watch: Watch,
    server: Option<Server>,
    ended: Arc<AtomicBool>,
    base_path: String,
    said: Said,
    /// What has changed and could not be published, because more was about to change.
    held_up: Option<Changes>,
    /// Since when pages have been left to the next turn.
    outdated: Option<Instant>,
    /// When the site speaks of another day, in seconds since 1970.
    tomorrow: Option<i64>,
}

impl<'a> Watching<'a> {
    fn start(
        args: &'a WatchArgs,
        messages: &'a Messages,
        listen: Option<Listen>,
    ) -> Result<Watching<'a>, Failure> {
        let mut site = Site::open(&args.site)?.for_pages(&args.pages)?;
        site.options.explain = args.explain;
        site.options.search = args.search;
        let mode = args.poll.map_or(WatchMode::Events, |milliseconds| {
            WatchMode::Poll(Duration::from_millis(milliseconds.max(10)))
        });
        // Before anything is read, so that no change falls between.
        let mut watch = Watch::new(&site.root, mode, &[site.written()])?;
        let server = listen
            .map(|listen| Server::start(&site.out, listen, settings("/", messages)))
            .transpose()?;
        let ended = Arc::new(AtomicBool::new(false));
        let (flag, handle) = (Arc::clone(&ended), watch.handle());
        let handler = ctrlc::set_handler(move || {
            flag.store(true, Ordering::SeqCst);
            handle.wake();
        });
        handler.map_err(|error| Failure::new("cli-internal").text("detail", error.to_string()))?;
        let session = Session::reopen(site)?;
        watch.follow(session.elsewhere());
        Ok(Watching {
            args,
            messages,
            session,
            watch,
            server,
            ended,
            base_path: "/".to_owned(),
            said: Said::default(),
            held_up: None,
            outdated: None,
            tomorrow: None,
        })
    }

    fn run(mut self) -> Result<ExitCode, Failure> {
        self.first_turn()?;
        let mut resting = true;
        let mut deadline = Instant::now();
        while !self.ended.load(Ordering::SeqCst) {
            match self.watch.wait(Some(deadline)) {
                WatchEvent::Woken => {}
                WatchEvent::Changed(hints) => {
                    let seen = Instant::now();
                    let changes = self.session.refresh(&hints);
                    self.watch.follow(self.session.elsewhere());
                    if !changes.is_empty() || self.held_up.is_some() {
                        self.turn(&changes, seen);
                        resting = false;
                    }
                }
                WatchEvent::Deadline if self.is_tomorrow() => {
                    self.turn(&Changes::default(), Instant::now());
                }
                WatchEvent::Deadline if !resting => {
                    self.rest();
                    resting = true;
                }
                WatchEvent::Deadline => {}
            }
            deadline = Instant::now() + self.patience(resting);
        }
        self.session.leave_memory();
        say(Format::Human, &self.text("cli-ended", &[]));
        Ok(ExitCode::SUCCESS)
    }

    /// The turn that is said as that of a build is.
    fn first_turn(&mut self) -> Result<(), Failure> {
        let started = Instant::now();
        let progress = Progress::new(self.messages);
        let turned = self
            .session
            .opening_turn(&Looking::first(&progress, &self.ended));
        progress.finish();
        if turned.outcome.outdated {
            return Ok(());
        }
        let format = self.args.site.format;
        let findings = &turned.outcome.findings;
        let tally = report(
            &self.args.site,
            self.session.tree(),
            findings,
            self.messages,
        );
        match &turned.published {
            Some(Ok(_)) => {
                let built = [
                    ("pages", number(turned.outcome.pages)),
                    ("seconds", seconds(started.elapsed(), self.messages)),
                ];
                let line = self.text("cli-ready", &built);
                say(format, &(line + &warnings(tally, self.messages)));
                if self.args.pages.timings {
                    timings(&turned.outcome.timings, self.messages);
                }
            }
            Some(Err(_)) => {}
            None => drop(failed(tally, "", self.messages)),
        }
        self.session.rest();
        self.tell_browser(&turned);
        self.after(turned.outcome);
        match turned.published {
            Some(Err(PublishError::Vanished { .. })) => self.held_up = Some(Changes::default()),
            Some(Err(error)) => return Err(error.into()),
            _ => {}
        }
        self.greet();
        Ok(())
    }

    /// Any other turn: one line, and what was not said before.
    fn turn(&mut self, changes: &Changes, seen: Instant) {
        let looking = Looking::through(self.server.as_ref(), self.news(), &self.ended);
        let turned = self.session.turn(changes, &looking);
        let changes = self.held_up.take().unwrap_or_default().and(changes);
        if turned.outcome.outdated {
            self.outdated.get_or_insert(seen);
            self.held_up = Some(changes);
            self.server.iter().for_each(Server::outdate_preview);
            return;
        }
        self.outdated = None;
        self.tell_browser(&turned);
        self.say_findings(&turned.outcome);
        let what = self.what(&changes);
        match turned.published {
            Some(Ok(delta)) => self.say_turn(&what, &turned.outcome, &delta, seen.elapsed()),
            // It will be told of, and another turn follows.
            Some(Err(PublishError::Vanished { .. })) => self.held_up = Some(changes),
            Some(Err(error)) => Failure::from(error).print(self.messages),
            None => self.say_errors(&what, &turned.outcome),
        }
        self.after(turned.outcome);
    }

    /// Who tells of changes for which pages are left to the next turn, unless that has been done for long.
    fn news(&self) -> Option<WatchHandle> {
        let is_long = self.outdated.is_some_and(|since| since.elapsed() > LONGEST);
        (!is_long).then(|| self.watch.handle())
    }

    /// Uses the time while nothing happens.
    fn rest(&mut self) {
        let late = self.session.rest();
        if !late.is_empty() {
            self.tell_of(&late);
            say(self.args.site.format, &self.text("cli-late", &[]));
        }
    }

    fn tell_browser(&mut self, turned: &Turned) {
        let Some(server) = &self.server else { return };
        let base_path = self.session.base_path();
        if base_path != self.base_path {
            server.configure(settings(&base_path, self.messages));
            self.base_path = base_path;
        }
        match &turned.published {
            Some(Ok(delta)) => self.tell_of(delta),
            _ => server.withdraw_preview(),
        }
        let findings = &turned.outcome.findings;
        let strict = self.args.site.strict;
        let tree = self.session.tree();
        server.overlay(overlay(findings, strict, tree, self.messages));
    }

    fn tell_of(&self, delta: &Delta) {
        if let Some(server) = &self.server {
            let changed = [&delta.created, &delta.replaced, &delta.removed];
            let changed: Vec<_> = changed.into_iter().flatten().cloned().collect();
            server.published(&changed);
        }
    }

    fn after(&mut self, outcome: Outcome) {
        self.said.replace(outcome.findings, self.args.site.strict);
        let left = self.session.until_tomorrow();
        let left = left.map(|left| i64::try_from(left.as_secs()).unwrap_or(i64::MAX));
        self.tomorrow = left.map(|left| now().saturating_add(left));
    }

    fn is_tomorrow(&self) -> bool {
        self.tomorrow.is_some_and(|tomorrow| now() >= tomorrow)
    }

    /// How long to wait for a change before there is something else to do.
    fn patience(&self, resting: bool) -> Duration {
        let left = self.tomorrow.map(|tomorrow| tomorrow.saturating_sub(now()));
        let left = left.map(|left| Duration::from_secs(u64::try_from(left).unwrap_or(0)));
        let pause = if resting { GLANCE } else { PAUSE };
        left.map_or(pause, |left| left.min(pause))
    }
}

fn settings(base_path: &str, messages: &Messages) -> ServerConfig {
    let word = |key| messages.text(key, &[]);
    ServerConfig {
        base_path: base_path.to_owned(),
        texts: ServerTexts {
            language: messages.language().tag().to_owned(),
            overlay: word("serve-overlay"),
            close: word("serve-close"),
            refused: word("serve-refused"),
            missing: word("serve-missing"),
        },
    }
}
