//! `raccordo watch` and `raccordo serve`: a loop that takes a turn after each change.

mod print;
mod schedule;
mod turn_cancellation;

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::args::{ServeArgs, WatchArgs};
use super::command_site::site_to_build;
use super::console::{Reporter, print_status};
use super::error_overlay::error_overlay;
use super::failure::Failure;
use super::progress::Progress;
use super::report::Format;
use super::reported_findings::ReportedFindings;
use crate::base::diagnostic::Tally;
use crate::base::source::{Changes, SETTINGS_FILE, SourcePath};
use crate::build::{Observer, Project, Turned};
use crate::messages::Messages;
use crate::site::preview::{Preview, PreviewSink};
use crate::site::publish::{Delta, PublishError};
use crate::site::server::{Listen, Port, Server, ServerConfig, ServerTexts};
use crate::site::sources::{ChangeHints, resolve_links};
use crate::site::watch::{Watch, WatchEvent, WatchMode};
use print::print_address;
use schedule::{Due, Schedule};
use turn_cancellation::TurnCancellation;

/// The first port that `serve` tries.
const FIRST_PORT: u16 = 8000;

/// Newer changes do not cancel a turn if the oldest change was made longer ago than this. Otherwise a stream of changes
/// could keep the site from being published.
const MAX_PUBLISH_DELAY: Duration = Duration::from_secs(30);

pub(super) fn watch(args: &WatchArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    Watching::start(args, messages, None)?.run()
}

pub(super) fn serve(args: &ServeArgs, messages: &Messages) -> Result<ExitCode, Failure> {
    let port = args.port.map_or(Port::From(FIRST_PORT), Port::Exactly);
    let listen = Listen {
        host: args.host,
        port,
    };
    Watching::start(&args.watch, messages, Some(listen))?.run()
}

struct Watching<'a> {
    args: &'a WatchArgs,
    messages: &'a Messages,
    reporter: Reporter<'a>,
    project: Project,
    watch: Watch,
    server: Option<Server>,
    /// Whether the process was asked to stop.
    stop_requested: Arc<AtomicBool>,
    /// The path at which the site is served.
    base_path: String,
    schedule: Schedule,
    reported: ReportedFindings,
    /// The number of errors and warnings in the last turn.
    tally: Tally,
    /// The edits that could not be published yet.
    unpublished: Option<Edits>,
}

/// The edits since the last time that the site was published.
struct Edits {
    /// The time when the first edit was seen.
    since: Instant,
    files: BTreeSet<SourcePath>,
}

impl<'a> Watching<'a> {
    fn start(
        args: &'a WatchArgs,
        messages: &'a Messages,
        listen: Option<Listen>,
    ) -> Result<Watching<'a>, Failure> {
        let mut site = site_to_build(&args.site, &args.pages)?;
        site.options.explain = args.explain;
        site.options.search = args.search;
        let mode = args.poll.map_or(WatchMode::Events, |interval| {
            WatchMode::Poll(Duration::from_millis(interval))
        });
        // The watch starts before the site is read, so that no change is missed.
        let mut watch = Watch::new(&site.root, mode, &[resolve_links(&site.out)])?;
        let server = listen
            .map(|listen| Server::start(&site.out, listen, server_config("/", messages)))
            .transpose()?;
        let stop_requested = stop_on_signal(&watch)?;
        let reporter = Reporter::new(&args.site, &site.root, messages);
        let project = Project::resume(site)?;
        watch.follow(project.sources().link_dependencies());
        Ok(Watching {
            args,
            messages,
            reporter,
            project,
            watch,
            server,
            stop_requested,
            base_path: "/".to_owned(),
            schedule: Schedule::default(),
            reported: ReportedFindings::default(),
            tally: Tally::default(),
            unpublished: None,
        })
    }

    fn run(mut self) -> Result<ExitCode, Failure> {
        self.first_turn()?;
        while !self.stop_requested.load(Ordering::SeqCst) {
            match self.watch.wait(Some(self.schedule.deadline())) {
                WatchEvent::Changed(hints) => self.refresh(&hints),
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

    /// Takes the first turn, and prints the same as `build`.
    fn first_turn(&mut self) -> Result<(), Failure> {
        let started = Instant::now();
        let progress = Progress::new(self.messages);
        let cancellation = TurnCancellation {
            stop_requested: &self.stop_requested,
            changes: None,
        };
        let first_look = self.server.as_ref().map(|server| FirstLook {
            server,
            progress: &progress,
            messages: self.messages,
            format: self.args.site.format,
            is_told: AtomicBool::new(false),
        });
        let observer = Observer {
            cancellation: Some(&cancellation),
            previews: first_look.as_ref().map(|it| it as &dyn PreviewSink),
            ..progress.observer()
        };
        let turned = self.project.turn(Changes::default(), observer);
        progress.finish();
        let is_told = first_look.is_some_and(|it| it.is_told.into_inner());
        if turned.outcome.cancelled {
            return Ok(());
        }
        self.print_first_turn(&turned, started.elapsed());
        self.project.tidy();
        self.update_browser(&turned);
        self.schedule.note_turn(self.project.until_tomorrow());
        self.schedule.note_tidied();
        match turned.published {
            Some(Err(PublishError::Vanished { .. })) => {
                self.unpublished = Some(Edits::since(started));
            }
            Some(Err(error)) => return Err(error.into()),
            _ => {}
        }
        if !is_told {
            self.print_address();
        }
        self.print_start();
        Ok(())
    }

    /// Scans what may have changed, and takes a turn if something has changed. If nothing has, the output folder may.
    fn refresh(&mut self, hints: &ChangeHints) {
        let seen = Instant::now();
        let changes = self.project.refresh(hints);
        self.watch
            .follow(self.project.sources().link_dependencies());
        if !changes.is_empty() || self.unpublished.is_some() {
            self.turn(changes, seen);
        } else {
            self.restore();
        }
    }

    /// Publishes again what somebody took away from the output folder.
    fn restore(&mut self) {
        let delta = self.project.restore();
        self.show_late(&delta);
    }

    /// Takes a later turn. Prints one line, and the new findings.
    fn turn(&mut self, changes: Changes, seen: Instant) {
        let mut edits = self.unpublished.take().unwrap_or(Edits::since(seen));
        edits.add(&changes);
        let is_late = edits.since.elapsed() > MAX_PUBLISH_DELAY;
        let cancellation = TurnCancellation {
            stop_requested: &self.stop_requested,
            changes: (!is_late).then(|| self.watch.handle()),
        };
        let observer = Observer {
            progress: None,
            previews: previews(self.server.as_ref()),
            cancellation: Some(&cancellation),
        };
        let turned = self.project.turn(changes, observer);
        if turned.outcome.cancelled {
            self.unpublished = Some(edits);
            self.server.iter().for_each(Server::outdate_preview);
            return;
        }
        self.update_browser(&turned);
        self.print_turn(&turned, &edits, seen.elapsed());
        if let Some(Ok(_)) = turned.published {
            // Only now, because it takes longer the larger the site is.
            self.restore();
        }
        if let Some(Err(PublishError::Vanished { .. })) = turned.published {
            // The watch will report that the file has changed.
            self.unpublished = Some(edits);
        }
        self.schedule.note_turn(self.project.until_tomorrow());
    }

    /// Does work that can wait until there are no changes.
    fn tidy(&mut self) {
        let delta = self.project.tidy();
        self.show_late(&delta);
        self.schedule.note_tidied();
    }

    /// Shows what was published without an edit.
    fn show_late(&self, delta: &Delta) {
        if !delta.is_empty() {
            self.reload_pages(delta);
            print_status(self.args.site.format, &self.text("cli-late", &[]));
        }
    }

    /// Shows the result of a turn in open pages.
    fn update_browser(&mut self, turned: &Turned) {
        let Some(server) = &self.server else { return };
        let base_path = self.project.workspace().base_path();
        if base_path != self.base_path {
            server.configure(server_config(&base_path, self.messages));
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

/// Shows the first site, and says where it is as soon as there is something to see: long before it is published, if it
/// is large.
struct FirstLook<'a> {
    server: &'a Server,
    progress: &'a Progress<'a>,
    messages: &'a Messages,
    format: Format,
    is_told: AtomicBool,
}

impl PreviewSink for FirstLook<'_> {
    fn show(&self, preview: Arc<Preview>) {
        let base_path = preview.base_path().to_owned();
        self.server.show(preview);
        // A turn that has to be taken again shows another.
        if !self.is_told.swap(true, Ordering::SeqCst) {
            self.progress
                .suspend(|| print_address(self.server, &base_path, self.format, self.messages));
        }
    }
}

/// Who shows pages before they are published.
fn previews(server: Option<&Server>) -> Option<&dyn PreviewSink> {
    server.map(|server| server as &dyn PreviewSink)
}

/// Sets a flag and wakes the watch when a signal asks the process to stop.
fn stop_on_signal(watch: &Watch) -> Result<Arc<AtomicBool>, Failure> {
    let stop_requested = Arc::new(AtomicBool::new(false));
    let (flag, handle) = (Arc::clone(&stop_requested), watch.handle());
    let handler = ctrlc::set_handler(move || {
        flag.store(true, Ordering::SeqCst);
        handle.wake();
    });
    handler.map_err(|error| Failure::new("cli-internal").text("detail", error.to_string()))?;
    Ok(stop_requested)
}

fn server_config(base_path: &str, messages: &Messages) -> ServerConfig {
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
