//! A workspace: everything that is known of a site, from its texts to its outputs.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use super::clock::Clock;
use super::outputs::Reason;
use super::stages::{End, Inputs};
use super::state::State;
use super::timings::Timings;
use super::{AsOf, Coverage, Observer, Options};
use crate::base::date::{Date, seconds_until_tomorrow};
use crate::base::diagnostic::Diagnostic;
use crate::base::output::{ContentStore, OutputPath};
use crate::base::source::{Changes, SourceTree};
use crate::base::utf8::utf8_text;
use crate::content::addresses;
use crate::content::coverage;
use crate::content::findings::{ChangedFiles, Finder, Findings};
use crate::content::graph::Reader;
use crate::content::mandates::{self, EndingMandate};
use crate::content::settings::{Settings, zone};
use crate::content::views::redirects::{RedirectView, redirects};
use crate::incremental::memo::DependencyRecorder;
use crate::site::publish::Update;

/// Everything that is known of a site. Turns bring it up to date; it reads no disk but for images.
pub struct Workspace {
    pub(super) options: Options,
    /// `None` until the settings could be read for the first time.
    pub(super) state: Option<State>,
    /// Set while the settings cannot be read. The state stays as it is until they can.
    invalid: Option<InvalidSettings>,
}

/// What happens while the settings cannot be read: half a word that somebody types must not cost all that is known.
struct InvalidSettings {
    /// Why they cannot be read.
    findings: Findings,
    /// What has changed since they could be read last.
    changes: Changes,
}

/// What a turn is made from.
pub struct Turn<'a> {
    /// The sources.
    pub tree: &'a SourceTree,
    /// What has changed in them since the last turn; in the first, everything.
    pub changes: Changes,
    /// What could not be read.
    pub faults: &'a [Diagnostic],
    /// The day that the site speaks of.
    pub as_of: AsOf,
}

/// What came of a turn.
#[derive(Debug)]
pub struct Outcome {
    /// What is to be published; `None` when there are errors, or when no pages were asked for.
    pub update: Option<Update>,
    /// The number of pages of the site, redirects and other files not counted.
    pub pages: usize,
    /// The pages that were rendered since something was last to be published, and why; none where nothing is.
    pub rendered: Vec<(OutputPath, Reason)>,
    /// Whether the index of the search was made.
    pub indexed: bool,
    /// Whether outputs were left to the next turn, because this one was cancelled.
    pub cancelled: bool,
    /// What the turn took.
    pub timings: Timings,
}

impl Workspace {
    /// A workspace in which nothing is known yet.
    pub fn new(options: Options) -> Workspace {
        Workspace {
            options,
            state: None,
            invalid: None,
        }
    }

    /// A workspace that goes on from a state.
    pub(super) fn resume(options: Options, state: State) -> Workspace {
        Workspace {
            state: Some(state),
            ..Workspace::new(options)
        }
    }

    /// Reads the settings and the theme, where they have changed. Returns the changes that the next turn is to be taken
    /// with, and whether it must be given all texts besides, because they mean something else now.
    #[must_use]
    pub fn load_settings_and_theme(
        &mut self,
        tree: &SourceTree,
        changes: Changes,
    ) -> (Changes, bool) {
        let waiting = self
            .invalid
            .as_mut()
            .map(|it| std::mem::take(&mut it.changes));
        let mut changes = waiting.unwrap_or_default().then(changes);
        let mut needs_all = false;
        if changes.settings || self.state.is_none() {
            match settings(tree, &self.options) {
                Ok(settings) => needs_all = self.take_settings(settings),
                Err(found) => {
                    let mut findings = Findings::default();
                    findings.set(Finder::Settings, found);
                    self.invalid = Some(InvalidSettings { findings, changes });
                    return (Changes::default(), false);
                }
            }
        }
        if let Some(state) = &mut self.state {
            needs_all |= state.load_theme(tree, &changes);
            needs_all |= state.update_drafts(&mut changes, tree, &self.options);
        }
        (changes, needs_all)
    }

    /// Takes over settings. Returns whether all texts mean something else under them.
    fn take_settings(&mut self, settings: Settings) -> bool {
        if let (Some(_), Some(state)) = (self.invalid.take(), &mut self.state) {
            state.findings.mark_all_changed();
        }
        if let Some(state) = &mut self.state
            && state.means_the_same_under(&settings)
        {
            state.settings = Arc::new(settings);
            return false;
        }
        let search = self.options.search && settings.has_search();
        let is_first = self.state.is_none();
        self.state = Some(State::new(settings, search));
        !is_first
    }

    /// Brings the site up to date with its sources, after [`Workspace::load_settings_and_theme`]. The bytes of what was made wait on
    /// the store.
    pub fn turn(
        &mut self,
        turn: Turn<'_>,
        store: &dyn ContentStore,
        observer: Observer<'_>,
    ) -> Outcome {
        let mut clock = Clock::start(self.options.timings);
        let options = &self.options;
        let state = self.state.as_mut().filter(|_| self.invalid.is_none());
        let Some(state) = state else {
            return self.failed_outcome(&turn, clock);
        };
        mark_changed(&mut state.findings, &turn);
        let inputs = Inputs {
            tree: turn.tree,
            as_of: turn.as_of.day(&state.settings),
            options,
            store,
            observer,
        };
        // On a thread of the pool: threads use again only the memory that they gave back themselves, and the threads of
        // the pool make the pages.
        let end = rayon::scope(|_| state.run_stages(turn.changes, inputs, &mut clock));
        let is_good = end == End::Complete && !state.findings.has_errors(options.strict);
        // Not on a thread of the pool, because the search waits until others have done its work.
        let indexed = is_good && state.outputs.index_search(observer, &mut state.findings);
        if indexed {
            clock.lap("search");
        }
        let is_good = is_good && !state.findings.has_errors(options.strict);
        let update = is_good.then(|| state.outputs.take_update());
        let (update, rendered) = update.unzip();
        Outcome {
            update,
            pages: state.outputs.page_count(),
            rendered: rendered.unwrap_or_default(),
            indexed,
            cancelled: end == End::Cancelled,
            timings: clock.timings(),
        }
    }

    /// The state, unless it waits for settings that can be read.
    pub(super) fn state(&self) -> Option<&State> {
        self.state.as_ref().filter(|_| self.invalid.is_none())
    }

    /// The number of pages of the site.
    pub fn page_count(&self) -> usize {
        self.state
            .as_ref()
            .map_or(0, |state| state.outputs.page_count())
    }

    /// Everything that is wrong with the site. While the settings cannot be read, what is wrong with them.
    pub fn findings(&self) -> &Findings {
        static NOTHING: LazyLock<Findings> = LazyLock::new(Findings::default);
        let invalid = self.invalid.as_ref().map(|invalid| &invalid.findings);
        let state = self.state.as_ref().map(|state| &state.findings);
        invalid.or(state).unwrap_or(&NOTHING)
    }

    /// Takes the files in which other things may be found than when this was last called.
    pub fn take_changed_files(&mut self) -> ChangedFiles {
        let invalid = self.invalid.as_mut().map(|invalid| &mut invalid.findings);
        let state = self.state.as_mut().map(|state| &mut state.findings);
        let findings = invalid.or(state);
        findings.map_or(ChangedFiles::All, Findings::take_changed)
    }

    /// Forgets what was made, because nobody has kept it: the next turn makes every output again.
    pub fn forget_outputs(&mut self) {
        if let Some(state) = &mut self.state {
            state.outputs.forget();
        }
    }

    /// Does ahead what the next turn would have to do first.
    pub fn tidy(&mut self) {
        if let Some(state) = &mut self.state {
            state.tidy();
        }
    }

    /// How far the site has been translated into each language that is not its own.
    pub fn coverage(&self) -> Vec<Coverage> {
        let state = self.state.as_ref();
        let known = state.and_then(|state| Some((&state.graph, state.site.as_ref()?)));
        known.map_or_else(Vec::new, |(graph, site)| coverage::of(graph, site))
    }

    /// The addresses of all pages and redirects.
    pub fn addresses(&self) -> BTreeSet<String> {
        let state = self.state.as_ref();
        let known = state.and_then(|state| Some((&state.graph, state.site.as_ref()?)));
        known.map_or_else(BTreeSet::new, |(graph, site)| {
            addresses::addresses(graph, site)
        })
    }

    /// The redirects from all old addresses.
    pub fn redirects(&self) -> Vec<RedirectView> {
        let state = self.state.as_ref();
        let known = state.and_then(|state| Some((&state.graph, state.site.as_ref()?)));
        known.map_or_else(Vec::new, |(graph, site)| {
            let recorder = DependencyRecorder::default();
            redirects(Reader::new(graph, &recorder), site)
        })
    }

    /// The day of which the site speaks, and the mandates that end from it until another.
    pub fn ending_mandates(
        &self,
        until: impl Fn(Date) -> Option<Date>,
    ) -> Option<(Date, Vec<EndingMandate>)> {
        let state = self.state.as_ref()?;
        let today = state.site.as_ref()?.as_of;
        let until = until(today).unwrap_or(Date::LAST);
        Some((today, mandates::ending(&state.graph, today, until)))
    }

    /// Whether the site has an address: without one, what needs it is left out.
    pub fn has_address(&self) -> bool {
        let state = self.state.as_ref();
        state.is_none_or(|state| state.settings.base_url().is_some())
    }

    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> String {
        let state = self.state.as_ref();
        state.map_or_else(|| "/".to_owned(), |state| state.settings.base_path())
    }

    /// How long it is, from a moment in seconds since 1970, until midnight in the site's time zone.
    pub fn until_tomorrow(&self, now: i64) -> Duration {
        let state = self.state.as_ref();
        let zone = state.map_or_else(|| zone(None), |state| state.settings.zone());
        Duration::from_secs(seconds_until_tomorrow(now, &zone))
    }

    /// The outcome of a turn for which the settings cannot be read.
    fn failed_outcome(&mut self, turn: &Turn<'_>, clock: Clock) -> Outcome {
        if let Some(invalid) = &mut self.invalid {
            invalid.findings.set(Finder::Load, turn.faults.to_vec());
        }
        Outcome {
            update: None,
            pages: 0,
            rendered: Vec::new(),
            indexed: false,
            cancelled: false,
            timings: clock.timings(),
        }
    }
}

/// Notes what the sources say of faults, and the files in which other findings may be made than before.
fn mark_changed(findings: &mut Findings, turn: &Turn<'_>) {
    findings.set(Finder::Load, turn.faults.to_vec());
    // What was wrong when outputs were made is found again if it still is.
    findings.set(Finder::Render, Vec::new());
    findings.set(Finder::Search, Vec::new());
    for file in turn.changes.files() {
        findings.mark_text_changed(file);
    }
    if turn.changes.settings {
        findings.mark_text_changed(&turn.tree.settings.path);
    }
}

/// Reads the settings.
///
/// # Errors
/// The findings about them, if they cannot be read.
pub(super) fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Vec<Diagnostic>> {
    let path = &tree.settings.path;
    let text = utf8_text(path, &tree.settings.bytes).map_err(|fault| vec![fault])?;
    let mut settings = Settings::read(path, text)?;
    if options.base_url.is_some() {
        settings.base_url.clone_from(&options.base_url);
    }
    Ok(settings)
}
