//! The one way through: from a source tree to what is to be published.
//!
//! A [`Workspace`] remembers what was made from what. `build` and `check` are its first turn, `watch`
//! and `serve` are turn after turn of the same call. Only this module joins `content` and `site`.

mod aside;
mod clock;
mod cpu;
mod images;
mod memory;
mod meter;
mod pages;
mod pending;
mod press;
pub mod recipe;
mod timings;
mod way;
mod work;

use std::borrow::Cow;
use std::path::PathBuf;
use std::time::Duration;

use crate::base::code::Code;
use crate::base::date::{Date, seconds_until_tomorrow};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::{OutputPath, Shelf};
use crate::base::shared::{Shared, or_damaged};
use crate::base::source::{Changes, SourceTree};
use crate::content::coverage;
use crate::content::findings::{Finder, Ledger};
use crate::content::settings::{Settings, zone};
use crate::notation::place::Finding;
use crate::notation::scalar::WebAddress;
use crate::site::preview::PreviewSink;
use crate::site::publish::Update;

pub use crate::content::coverage::Coverage;
use aside::Aside;
use clock::Clock;
pub use clock::Stopwatch;
pub use memory::Memory;
pub use pages::Why;
pub use press::page_context;
pub use timings::{FileTime, Lap, TemplateTime, Timings};
use way::{End, Way};
use work::Work;

/// How to build. The same in all turns of a workspace.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// In place of the address in the settings.
    pub base_url: Option<WebAddress>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub strict: bool,
    /// Whether pages are made; without them, the content is only checked.
    pub pages: bool,
    /// Whether pages can be searched, if the settings say nothing else.
    pub search: bool,
    /// The folder in which what was made of images is kept; none is kept without one.
    pub cache: Option<PathBuf>,
    /// Whether it is found out at what each page looked that has changed.
    pub explain: bool,
    /// Whether it is measured what each file and each template takes.
    pub timings: bool,
}

/// The day that a site speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This day.
    Day(Date),
    /// The day on which this moment falls in the time zone of the site, in seconds since 1970.
    Moment(i64),
}

impl AsOf {
    /// The day, in the time zone of a site.
    fn day(self, settings: &Settings) -> Date {
        match self {
            AsOf::Day(day) => day,
            AsOf::Moment(seconds) => Date::from_unix(seconds, &settings.zone()),
        }
    }
}

/// A stage, for who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the texts; how many.
    Parse(usize),
    /// Making the graph and holding the content against the rules.
    Resolve,
    /// Making the pages; how many.
    Render(usize),
    /// Making the index of the search.
    Search,
}

/// Who wants to know how far a build has come. Called from many threads.
pub trait Watcher: Sync {
    /// A stage begins.
    fn stage(&self, _stage: Stage) {}
    /// One more text has been read, or page made.
    fn step(&self) {}
    /// Who looks at the site meanwhile.
    fn preview_sink(&self) -> Option<&dyn PreviewSink> {
        None
    }
    /// Whether the pages that are not made yet need not be, because more has changed or nobody waits any more.
    fn is_outdated(&self) -> bool {
        false
    }
}

/// Nobody wants to know.
pub struct Unwatched;

impl Watcher for Unwatched {}

/// What a turn is made from.
#[derive(Clone, Copy)]
pub struct Turn<'a> {
    /// The sources.
    pub tree: &'a SourceTree,
    /// What has changed in them since the last turn; in the first, everything.
    pub changes: &'a Changes,
    /// What could not be read.
    pub faults: &'a [Diagnostic],
    /// The day that the site speaks of.
    pub as_of: AsOf,
}

/// What came of a turn.
#[derive(Debug)]
pub struct Outcome {
    /// What is to be published; nothing when there are errors, or when no pages were asked for.
    pub update: Option<Update>,
    /// What there is to say, by file and place.
    pub findings: Vec<Finding>,
    /// How many pages the site has, redirects and copied files not counted.
    pub pages: usize,
    /// The pages that were made since something was last to be published, and why; none where nothing is.
    pub made: Vec<(OutputPath, Why)>,
    /// Whether the index of the search was made.
    pub indexed: bool,
    /// Whether nothing was made, because what was remembered is damaged: the next turn must be one from nothing.
    pub forgot: bool,
    /// Whether pages were left to the next turn, because the watcher said that this one is outdated.
    pub outdated: bool,
    /// What it took.
    pub timings: Timings,
}

/// A site in the making, and what it was made from.
pub struct Workspace {
    options: Options,
    ledger: Ledger,
    /// Nothing while the settings cannot be read.
    site: Option<Work>,
    /// What waits for them then, if they could be read before.
    aside: Option<Aside>,
}

impl Workspace {
    /// A workspace in which nothing was made yet.
    pub fn new(options: Options) -> Workspace {
        Workspace {
            options,
            ledger: Ledger::default(),
            site: None,
            aside: None,
        }
    }

    /// Brings the site up to date with its sources. What was made waits on the shelf.
    ///
    /// If what was remembered turns out to be damaged, nothing is known any more afterwards: see [`Outcome::forgot`].
    pub fn turn(&mut self, turn: Turn<'_>, shelf: &dyn Shelf, watcher: &dyn Watcher) -> Outcome {
        or_damaged(|| self.take_turn(turn, shelf, watcher)).unwrap_or_else(|| {
            *self = Workspace::new(self.options.clone());
            Outcome {
                forgot: true,
                ..self.outcome(turn, false, Clock::start(false))
            }
        })
    }

    fn take_turn(&mut self, turn: Turn<'_>, shelf: &dyn Shelf, watcher: &dyn Watcher) -> Outcome {
        let mut clock = Clock::start(self.options.timings);
        let changes = self.open(turn);
        self.ledger.set(Finder::Load, turn.faults.to_vec());
        let (Some(changes), Some(work)) = (changes, &mut self.site) else {
            return self.outcome(turn, false, clock);
        };
        let ledger = &mut self.ledger;
        // What was wrong when pages were made, or the index of them, is found again if it still is.
        let of_making = |finder: &Finder| matches!(finder, Finder::Page(_) | Finder::Search);
        ledger.forget(of_making);
        for file in changes.files() {
            ledger.reread(file);
        }
        if changes.settings {
            ledger.reread(&turn.tree.settings.path);
        }
        let way = Way {
            turn,
            changes: &changes,
            options: &self.options,
            shelf,
            watcher,
        };
        // A thread uses again what room it gave back, and no other does: one of those that make the pages takes it all.
        let end = rayon::scope(|_| way.go(work, &mut clock, ledger));
        let strict = self.options.strict;
        let is_good = end == End::Made && !ledger.has_errors(strict);
        // Not on one of them, because the search waits until others have done its work.
        let indexed = is_good && work.pages.search(watcher, ledger);
        if indexed {
            clock.lap("search");
        }
        let is_good = is_good && !ledger.has_errors(strict);
        Outcome {
            indexed,
            outdated: end == End::Outdated,
            ..self.outcome(turn, is_good, clock)
        }
    }

    /// Whether the next turn parses all texts again, because the settings of a tree mean others.
    pub fn parses_all(&self, tree: &SourceTree) -> bool {
        let settings = settings(tree, &self.options);
        settings.is_ok_and(|settings| {
            let work = self.known();
            work.is_none_or(|work| !work.counts_under(&settings))
        })
    }

    /// Makes every page again in the next turn, because nobody has kept those that were made.
    pub fn forget_pages(&mut self) {
        if let Some(work) = &mut self.site {
            work.pages.forget();
        }
    }

    /// Does ahead what the next turn would have to do first.
    pub fn rest(&mut self) {
        if let Some(work) = &mut self.site {
            work.graph.rest();
            work.ruled.index();
            work.pages.rest();
        }
    }

    /// How far the site has been translated into each language that is not its own.
    pub fn coverage(&self) -> Vec<Coverage> {
        let work = self.site.as_ref();
        let known = work.and_then(|work| Some((&work.graph, work.site.as_ref()?)));
        known.map_or_else(Vec::new, |(graph, site)| coverage::of(graph, site))
    }

    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> String {
        let work = self.known();
        work.map_or_else(|| "/".to_owned(), |work| work.settings.base_path())
    }

    /// How long it is, from a moment in seconds since 1970, until midnight in the site's time zone.
    pub fn until_tomorrow(&self, now: i64) -> Duration {
        let work = self.known();
        let zone = work.map_or_else(|| zone(None), |work| work.settings.zone());
        Duration::from_secs(seconds_until_tomorrow(now, &zone))
    }

    /// Reads the settings, where they have changed. Says what has changed since what is known was made; nothing while
    /// they cannot be read.
    fn open<'t>(&mut self, turn: Turn<'t>) -> Option<Cow<'t, Changes>> {
        if self.site.is_some() && !turn.changes.settings {
            return Some(Cow::Borrowed(turn.changes));
        }
        let settings = match settings(turn.tree, &self.options) {
            Ok(settings) => settings,
            Err(found) => {
                self.put_aside(turn.changes);
                self.ledger.set(Finder::Settings, found);
                return None;
            }
        };
        let missed = self.take_up();
        if let Some(work) = &mut self.site
            && work.counts_under(&settings)
        {
            work.settings = Shared::new(settings);
            return Some(Cow::Owned(missed.and(turn.changes)));
        }
        self.ledger = Ledger::default();
        let search = self.options.search && settings.has_search();
        self.site = Some(Work::new(settings, search));
        Some(Cow::Owned(Changes::everything(turn.tree)))
    }

    /// What there is to say, and to publish if all is good.
    fn outcome(&mut self, turn: Turn<'_>, is_good: bool, mut clock: Clock) -> Outcome {
        let findings = self.ledger.findings(|path| turn.tree.text(path));
        let findings = findings.cloned().collect();
        clock.lap("report");
        let work = self.site.as_mut().filter(|_| is_good);
        let (update, made) = work.map(|work| work.pages.take()).unzip();
        Outcome {
            update,
            findings,
            pages: self.site.as_ref().map_or(0, |work| work.pages.len()),
            made: made.unwrap_or_default(),
            indexed: false,
            forgot: false,
            outdated: false,
            timings: clock.timings(),
        }
    }
}

fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Vec<Diagnostic>> {
    let path = &tree.settings.path;
    let bytes = tree.settings.bytes().unwrap_or_default();
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let at = error.valid_up_to();
        vec![Diagnostic::new(
            Code::InvalidUtf8,
            Place::span(path, at..at + 1),
        )]
    })?;
    let mut settings = Settings::read(path, text)?;
    if options.base_url.is_some() {
        settings.base_url.clone_from(&options.base_url);
    }
    Ok(settings)
}
