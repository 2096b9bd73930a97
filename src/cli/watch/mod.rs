//! `raccordo watch` and `raccordo serve`: turn after turn of what `build` does once.

mod cancel;
mod print;
mod schedule;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::args::{ServeArgs, WatchArgs};
use super::console::print_status;
use super::failure::Failure;
use super::overlay::error_overlay;
use super::progress::Progress;
use super::report::Format;
use super::reported::Reported;
use super::site::{real_path, site_with_pages};
use crate::base::diagnostic::Tally;
use crate::base::source::{Changes, SETTINGS_FILE, SourcePath};
use crate::build::{Observer, Project, Turned};
use crate::messages::Messages;
use crate::site::preview::PreviewSink;
use crate::site::publish::{Delta, PublishError};
use crate::site::server::{Listen, Port, Server, ServerConfig, ServerTexts};
use crate::site::sources::ChangeHints;
use crate::site::watch::{Watch, WatchEvent, WatchMode};
use cancel::Cancel;
use schedule::{Due, Schedule};

/// The first port that is tried.
const FIRST_PORT: u16 = 8000;

/// The shortest interval of polling, in milliseconds.
const MIN_POLL_INTERVAL: u64 = 10;

/// A site is left unpublished no longer than this because one change follows another while its pages are rendered.
const LONGEST_DELAY: Duration = Duration::from_secs(30);

/// Builds again whenever something changes, until it is ended.
pub(super) fn watch(args: &WatchArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    Watching::start(args, messages, None)?.run()
}

/// The same, and serves what is built.
pub(super) fn serve(args: &ServeArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let port = args.port.map_or(Port::From(FIRST_PORT), Port::Exactly);
    let listen = Listen {
        host: args.host,
        port,
    };
    Watching::start(&args.watch, messages, Some(listen))?.run()
}

/// A site that is watched.
struct Watching<'a> {
    args: &'a WatchArgs,
    messages: &'a Messages,
    project: Project,
    watch: Watch,
    server: Option<Server>,
    /// Whether the process is to end.
    ended: Arc<AtomicBool>,
    /// The path at which the site is served.
    base_path: String,
    schedule: Schedule,
    reported: Reported,
    /// The number of errors and warnings in the last turn.
    tally: Tally,
    /// What was edited and could not be published yet.
    unpublished: Option<Edits>,
}

/// What was edited since something was last published.
struct Edits {
    /// When the first of them was seen.
    since: Instant,
    files: BTreeSet<SourcePath>,
}

impl<'a> Watching<'a> {
    fn start(
        args: &'a WatchArgs,
        messages: &'a Messages,
        listen: Option<Listen>,
    ) -> Result<Watching<'a>, Failure> {
        let mut site = site_with_pages(&args.site, &args.pages)?;
        site.options.explain = args.explain;
        site.options.search = args.search;
        let how = args.poll.map_or(WatchMode::Events, |interval| {
            WatchMode::Poll(Duration::from_millis(interval.max(MIN_POLL_INTERVAL)))
        });
        // Before anything is read, so that no change falls between.
        let mut watch = Watch::new(&site.root, how, &[real_path(&site.out)])?;
        let server = listen
            .map(|listen| Server::start(&site.out, listen, server_settings("/", messages)))
            .transpose()?;
        let ended = end_on_signal(&watch)?;
        let project = Project::resume(site)?;
        watch.follow(project.sources().link_dependencies());
        Ok(Watching {
            args,
            messages,
            project,
            watch,
            server,
            ended,
            base_path: "/".to_owned(),
            schedule: Schedule::default(),
            reported: Reported::default(),
            tally: Tally::default(),
            unpublished: None,
        })
    }

    fn run(mut self) -> Result<ExitCode, Failure> {
        self.first_turn()?;
        while !self.ended.load(Ordering::SeqCst) {
            match self.watch.wait(Some(self.schedule.deadline())) {
                WatchEvent::Changed(hints) => self.look(&hints),
                WatchEvent::Deadline => match self.schedule.due() {
                    Due::NewDay => self.turn(Changes::default(), Instant::now()),
                    Due::Tidying => self.tidy(),
                    Due::Nothing => {}
                },
                WatchEvent::Woken => {}
            }
        }
        self.project.save();
        print_status(Format::Human, &self.text("cli-ended", &[]));
        Ok(ExitCode::SUCCESS)
    }

    /// Takes the first turn, of which as much is printed as by `build`.
    fn first_turn(&mut self) -> Result<(), Failure> {
        let started = Instant::now();
        let progress = Progress::new(self.messages);
        let cancel = Cancel {
            ended: &self.ended,
            newer: None,
        };
        let observer = Observer {
            cancellation: Some(&cancel),
            ..progress.observer()
        };
        let turned = self.project.turn(Changes::default(), observer);
        progress.finish();
        if turned.outcome.cancelled {
            return Ok(());
        }
        self.print_first_turn(&turned, started.elapsed());
        self.project.tidy();
        self.update_browser(&turned);
        self.schedule.turn_taken(self.project.until_tomorrow());
        self.schedule.tidied();
        match turned.published {
            Some(Err(PublishError::Vanished { .. })) => {
                self.unpublished = Some(Edits::since(started));
            }
            Some(Err(error)) => return Err(error.into()),
            _ => {}
        }
        self.print_start();
        Ok(())
    }

    /// Looks at what may have changed, and takes a turn if something has.
    fn look(&mut self, hints: &ChangeHints) {
        let seen = Instant::now();
        let changes = self.project.refresh(hints);
        self.watch
            .follow(self.project.sources().link_dependencies());
        if !changes.is_empty() || self.unpublished.is_some() {
            self.turn(changes, seen);
        }
    }

    /// Takes any other turn than the first: prints one line, and what was not reported before.
    fn turn(&mut self, changes: Changes, seen: Instant) {
        let mut edits = self.unpublished.take().unwrap_or(Edits::since(seen));
        edits.add(&changes);
        let is_late = edits.since.elapsed() > LONGEST_DELAY;
        let cancel = Cancel {
            ended: &self.ended,
            newer: (!is_late).then(|| self.watch.handle()),
        };
        let observer = Observer {
            progress: None,
            previews: self
                .server
                .as_ref()
                .map(|server| server as &dyn PreviewSink),
            cancellation: Some(&cancel),
        };
        let turned = self.project.turn(changes, observer);
        if turned.outcome.cancelled {
            self.unpublished = Some(edits);
            self.server.iter().for_each(Server::outdate_preview);
            return;
        }
        self.update_browser(&turned);
        self.print_turn(&turned, &edits, seen.elapsed());
        if let Some(Err(PublishError::Vanished { .. })) = turned.published {
            // The change that took the file away is still to be told of.
            self.unpublished = Some(edits);
        }
        self.schedule.turn_taken(self.project.until_tomorrow());
    }

    /// Uses the time while nothing happens.
    fn tidy(&mut self) {
        let late = self.project.tidy();
        if !late.is_empty() {
            self.reload_pages(&late);
            print_status(self.args.site.format, &self.text("cli-late", &[]));
        }
        self.schedule.tidied();
    }

    /// Shows in open pages what came of a turn.
    fn update_browser(&mut self, turned: &Turned) {
        let Some(server) = &self.server else { return };
        let base_path = self.project.workspace().base_path();
        if base_path != self.base_path {
            server.configure(server_settings(&base_path, self.messages));
            self.base_path = base_path;
        }
        match &turned.published {
            Some(Ok(delta)) => self.reload_pages(delta),
            _ => server.withdraw_preview(),
        }
        let strict = self.args.site.strict;
        let errors = self.project.workspace().findings().errors(strict);
        let sources = self.project.sources();
        server.overlay(error_overlay(&errors, strict, sources, self.messages));
    }

    fn reload_pages(&self, delta: &Delta) {
        if let Some(server) = &self.server {
            let changed = [&delta.created, &delta.replaced, &delta.removed];
            let changed: Vec<_> = changed.into_iter().flatten().cloned().collect();
            server.published(&changed);
        }
    }
}

impl Edits {
    fn since(since: Instant) -> Edits {
        Edits {
            since,
            files: BTreeSet::new(),
        }
    }

    fn add(&mut self, changes: &Changes) {
        let settings = changes.settings.then(|| SourcePath::new(SETTINGS_FILE));
        self.files.extend(changes.files().cloned().chain(settings));
    }
}

/// Sets a flag, and wakes who watches, when the process is to end.
fn end_on_signal(watch: &Watch) -> Result<Arc<AtomicBool>, Failure> {
    let ended = Arc::new(AtomicBool::new(false));
    let (flag, handle) = (Arc::clone(&ended), watch.handle());
    let handler = ctrlc::set_handler(move || {
        flag.store(true, Ordering::SeqCst);
        handle.wake();
    });
    handler.map_err(|error| Failure::new("cli-internal").text("detail", error.to_string()))?;
    Ok(ended)
}

fn server_settings(base_path: &str, messages: &Messages) -> ServerConfig {
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
