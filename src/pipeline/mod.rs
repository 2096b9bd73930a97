//! The one way through: from a source tree to what is to be published.
//!
//! A [`Workspace`] remembers what was made from what. `build` and `check` are its first turn, `watch`
//! and `serve` are turn after turn of the same call. Only this module joins the content's domain and
//! the engine.

mod clock;
mod pages;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;

use crate::domain::graph::{self, AnyLink, Graph, Reader, Site};
use crate::domain::ledger::{Finder, Ledger};
use crate::domain::listing::Listings;
use crate::domain::locale::Locale;
use crate::domain::markdown;
use crate::domain::memo::{Changed, Memo, Reads};
use crate::domain::parse::{self, Content, Parsed};
use crate::domain::plan::TEMPLATES;
use crate::domain::rules;
use crate::domain::settings::{Settings, Vocabulary, zone};
use crate::engine::theme::{Request, Theme};
use crate::engine::write::Update;
use crate::vocabulary::code::Code;
use crate::vocabulary::date::{Date, seconds_until_tomorrow};
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::notation::place::Finding;
use crate::vocabulary::notation::scalar::WebAddress;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::{Changes, SourcePath, SourceTree};

use clock::Clock;
pub use pages::Why;
use pages::{Pages, Press};

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
    /// Whether it is found out at what each page looked that has changed.
    pub explain: bool,
}

/// The day that a site speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This day.
    Day(Date),
    /// The day on which this moment falls in the time zone of the site, in seconds since 1970.
    Moment(i64),
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
}

/// Who wants to know how far a build has come. Called from many threads.
pub trait Watcher: Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage);
    /// One more text has been read, or page made.
    fn step(&self);
}

/// Nobody wants to know.
pub struct Unwatched;

impl Watcher for Unwatched {
    fn stage(&self, _: Stage) {}
    fn step(&self) {}
}

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
    /// The pages that were made, and why.
    pub made: Vec<(OutputPath, Why)>,
    /// How long each stage took.
    pub timings: Vec<(&'static str, Duration)>,
}

/// A site in the making, and what it was made from.
pub struct Workspace {
    options: Options,
    ledger: Ledger,
    /// Nothing before the settings could be read.
    site: Option<Work>,
}

/// What is remembered of a site under one set of settings.
struct Work {
    settings: Arc<Settings>,
    vocabulary: Arc<Vocabulary>,
    locales: Vec<Locale>,
    theme: Option<Theme>,
    files: BTreeMap<SourcePath, Parsed>,
    digests: BTreeMap<SourcePath, Digest>,
    graph: Graph,
    site: Option<Site>,
    ruled: Memo<Option<AnyLink>, ()>,
    listings: Listings,
    pages: Pages,
}

impl Workspace {
    /// A workspace in which nothing was made yet.
    pub fn new(options: Options) -> Workspace {
        Workspace {
            options,
            ledger: Ledger::default(),
            site: None,
        }
    }

    /// Brings the site up to date with its sources.
    pub fn turn(&mut self, turn: Turn<'_>, watcher: &dyn Watcher) -> Outcome {
        let mut clock = Clock::start();
        self.ledger.set(Finder::Load, turn.faults.to_vec());
        for file in turn.changes.files() {
            self.ledger.reread(file);
        }
        if turn.changes.settings {
            self.ledger.reread(&turn.tree.settings.path);
        }
        let everything;
        let changes = match self.open(turn) {
            Opened::Same => turn.changes,
            Opened::Anew => {
                everything = Changes::everything(turn.tree);
                &everything
            }
            Opened::Failed => return self.outcome(turn, None, clock),
        };
        let (Some(work), ledger) = (&mut self.site, &mut self.ledger) else {
            return self.outcome(turn, None, clock);
        };
        work.load_theme(turn.tree, changes, ledger);
        clock.lap("theme");
        watcher.stage(Stage::Parse(changes.texts.len()));
        work.parse(turn.tree, changes, watcher, ledger);
        clock.lap("parse");
        watcher.stage(Stage::Resolve);
        let mut changed = work.resolve(turn, changes, self.options.drafts, ledger);
        clock.lap("resolve");
        work.hold_against_rules(&changed, ledger);
        clock.lap("rules");
        work.listings
            .update(&work.graph, &work.locales, &mut changed);
        clock.lap("list");
        let explain = self.options.explain;
        work.pages.plan(
            &work.graph,
            &work.listings,
            work.site.as_ref(),
            &changed,
            explain,
            ledger,
        );
        work.pages.note_copies(changes);
        clock.lap("plan");
        let mut update = None;
        if self.options.pages && !ledger.has_errors(self.options.strict) {
            let made = work.render(turn.tree, watcher, ledger);
            clock.lap("render");
            update = Some(made).filter(|_| !ledger.has_errors(self.options.strict));
        }
        self.outcome(turn, update, clock)
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

    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> String {
        let work = self.site.as_ref();
        work.map_or_else(|| "/".to_owned(), |work| work.settings.base_path())
    }

    /// How long it is, from a moment in seconds since 1970, until midnight in the site's time zone.
    pub fn until_tomorrow(&self, now: i64) -> Duration {
        let zone = self
            .site
            .as_ref()
            .map_or_else(|| zone(None), |work| work.settings.zone());
        Duration::from_secs(seconds_until_tomorrow(now, &zone))
    }

    /// Reads the settings, where they have changed.
    fn open(&mut self, turn: Turn<'_>) -> Opened {
        if self.site.is_some() && !turn.changes.settings {
            return Opened::Same;
        }
        let read = settings(turn.tree, &self.options);
        let found = read.as_ref().err().cloned().unwrap_or_default();
        self.ledger.set(Finder::Settings, found);
        let Ok(settings) = read else {
            self.close();
            return Opened::Failed;
        };
        let known = self.site.as_ref();
        if known.is_some_and(|work| *work.settings == settings) {
            return Opened::Same;
        }
        self.close();
        self.site = Some(Work::new(settings));
        Opened::Anew
    }

    fn close(&mut self) {
        self.site = None;
        let kept = |finder: &Finder| matches!(finder, Finder::Load | Finder::Settings);
        self.ledger.forget(|finder| !kept(finder));
    }

    fn outcome(
        &mut self,
        turn: Turn<'_>,
        made: Option<Vec<(OutputPath, Why)>>,
        mut clock: Clock,
    ) -> Outcome {
        let findings = self.ledger.findings(|path| turn.tree.text(path));
        let findings = findings.cloned().collect();
        clock.lap("report");
        let update = made.is_some();
        Outcome {
            update: self
                .site
                .as_mut()
                .filter(|_| update)
                .map(|work| work.pages.take()),
            findings,
            pages: self.site.as_ref().map_or(0, |work| work.pages.len()),
            made: made.unwrap_or_default(),
            timings: clock.laps(),
        }
    }
}

enum Opened {
    /// With the settings of the last turn.
    Same,
    /// With others, so that nothing that was made counts.
    Anew,
    /// Not at all.
    Failed,
}

impl Work {
    fn new(settings: Settings) -> Work {
        let languages = settings.all_languages();
        Work {
            vocabulary: Arc::new(Vocabulary::new(settings.vocabularies.as_ref())),
            locales: languages.iter().map(Locale::new).collect(),
            listings: Listings::new(settings.list_length()),
            settings: Arc::new(settings),
            theme: None,
            files: BTreeMap::new(),
            digests: BTreeMap::new(),
            graph: Graph::default(),
            site: None,
            ruled: Memo::default(),
            pages: Pages::default(),
        }
    }

    fn load_theme(&mut self, tree: &SourceTree, changes: &Changes, ledger: &mut Ledger) {
        if changes.themes.is_empty() && self.theme.is_some() {
            return;
        }
        let request = Request {
            files: &tree.themes,
            name: self.settings.theme_name(),
            settings: &tree.settings.path,
            languages: &self.settings.all_languages(),
            variables: TEMPLATES,
        };
        let had = self.theme.take();
        let (theme, faults) = match Theme::load(request) {
            Ok(theme) => (Some(theme), Vec::new()),
            Err(faults) => (None, faults),
        };
        ledger.set(Finder::Theme, faults);
        let is_static = |path: &SourcePath| path.as_str().contains("/static/");
        if had.is_none() || theme.is_none() || !changes.themes.iter().all(is_static) {
            self.pages.all_stale(Why::Theme);
        }
        let components = |theme: &Option<Theme>| theme.as_ref().map(|it| it.components.clone());
        if components(&had) != components(&theme) {
            for file in self.files.values() {
                check_calls(file, theme.as_ref(), ledger);
            }
        }
        self.theme = theme;
    }

    fn parse(
        &mut self,
        tree: &SourceTree,
        changes: &Changes,
        watcher: &dyn Watcher,
        ledger: &mut Ledger,
    ) {
        let paths: Vec<&SourcePath> = changes.texts.iter().collect();
        let (known, digests, settings) = (&self.files, &self.digests, &self.settings);
        let parsed: Vec<_> = paths
            .par_iter()
            .map(|path| {
                watcher.step();
                let file = tree.texts.get(*path)?;
                // Only the day of its last commit may have changed.
                let same = digests.get(*path) == Some(&file.digest);
                let parsed = known.get(*path).filter(|_| same).cloned();
                Some(match parsed {
                    Some(parsed) => (parsed.committed_on(file.committed), None),
                    None => {
                        let (parsed, faults) = parse::parse(file, settings);
                        (parsed, Some(faults))
                    }
                })
            })
            .collect();
        for (path, parsed) in paths.into_iter().zip(parsed) {
            let finder = Finder::Parse(path.clone());
            match parsed {
                Some((parsed, faults)) => {
                    if let Some(faults) = faults {
                        check_calls(&parsed, self.theme.as_ref(), ledger);
                        ledger.set(finder, faults);
                    }
                    if let Some(file) = tree.texts.get(path) {
                        self.digests.insert(path.clone(), file.digest);
                    }
                    self.files.insert(path.clone(), parsed);
                }
                None => {
                    ledger.set(finder, Vec::new());
                    ledger.set(Finder::Calls(path.clone()), Vec::new());
                    self.files.remove(path);
                    self.digests.remove(path);
                }
            }
        }
    }

    fn resolve(
        &mut self,
        turn: Turn<'_>,
        changes: &Changes,
        drafts: bool,
        ledger: &mut Ledger,
    ) -> Changed {
        let statics = self.theme.iter().flat_map(|theme| &theme.statics);
        let reserved: Vec<OutputPath> = statics.map(|it| it.path.clone()).collect();
        let input = graph::Input {
            files: &self.files,
            touched: &changes.texts,
            assets: &turn.tree.assets,
            touched_assets: &changes.assets,
            settings: &self.settings,
            settings_path: &turn.tree.settings.path,
            vocabulary: &self.vocabulary,
            reserved: &reserved,
            drafts,
        };
        let changed = self.graph.update(input, ledger);
        let as_of = match turn.as_of {
            AsOf::Day(day) => day,
            AsOf::Moment(seconds) => Date::from_unix(seconds, &self.settings.zone()),
        };
        let site = self.graph.site(input, as_of, ledger);
        if self.site.as_ref() != Some(&site) {
            let day = self.site.as_ref().map(|site| site.as_of);
            if day.is_some_and(|day| day != as_of) {
                self.ruled = Memo::default();
                self.pages.all_stale(Why::Day);
            } else {
                self.pages.all_stale(Why::Settings);
            }
            self.site = Some(site);
        }
        changed
    }

    fn hold_against_rules(&mut self, changed: &Changed, ledger: &mut Ledger) {
        let Some(site) = &self.site else { return };
        let mut stale = self.ruled.stale(changed);
        if self.ruled.is_empty() {
            stale.extend(self.graph.all().map(Some));
        }
        stale.extend(graph::described(changed).map(Some));
        stale.insert(None);
        let stale: Vec<Option<AnyLink>> = stale.into_iter().collect();
        let graph = &self.graph;
        let found: Vec<_> = stale
            .par_iter()
            .map(|subject| {
                if subject.is_some_and(|link| !graph.has(link)) {
                    return None;
                }
                let reads = Reads::default();
                let context = rules::Context {
                    graph: Reader::new(graph, &reads),
                    site,
                    subject: *subject,
                };
                Some((rules::check(context), reads))
            })
            .collect();
        for (subject, found) in stale.into_iter().zip(found) {
            let faults = match found {
                Some((faults, reads)) => {
                    self.ruled.put(subject, (), reads);
                    faults
                }
                None => {
                    self.ruled.remove(subject);
                    Vec::new()
                }
            };
            ledger.set(Finder::Rules(subject), faults);
        }
    }

    fn render(
        &mut self,
        tree: &SourceTree,
        watcher: &dyn Watcher,
        ledger: &mut Ledger,
    ) -> Vec<(OutputPath, Why)> {
        let (Some(site), Some(theme)) = (&self.site, &self.theme) else {
            return Vec::new();
        };
        self.pages.copy(tree, theme);
        let press = Press {
            graph: &self.graph,
            listings: &self.listings,
            site,
            locales: &self.locales,
            theme,
        };
        self.pages.render(press, watcher, ledger)
    }
}

fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Vec<Diagnostic>> {
    let path = &tree.settings.path;
    let text = std::str::from_utf8(&tree.settings.bytes).map_err(|error| {
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

/// Holds the calls in a file against the components of the theme.
fn check_calls(file: &Parsed, theme: Option<&Theme>, ledger: &mut Ledger) {
    let faults = match (&file.content, theme) {
        (Content::Page(_, text) | Content::Translation(_, _, text), Some(theme)) => {
            markdown::check_calls(&file.path, text, &theme.components)
        }
        _ => Vec::new(),
    };
    ledger.set(Finder::Calls(file.path.clone()), faults);
}
