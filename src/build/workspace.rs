//! A workspace: everything that is known of a site, from its texts to its outputs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use super::clock::Clock;
use super::outputs::Reason;
use super::stages::{End, Inputs};
use super::state::State;
use super::timings::Timings;
use super::{AsOf, Coverage, Observer, Options};
use crate::base::code::Code;
use crate::base::date::{Date, seconds_until_tomorrow};
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::output::{ContentStore, OutputPath};
use crate::base::source::{Changes, SourcePath, SourceTree};
use crate::base::utf8::utf8_text;
use crate::content::addresses;
use crate::content::coverage;
use crate::content::findings::{ChangedFiles, Finder, Findings};
use crate::content::graph::{Graph, Site};
use crate::content::mandates::{self, EndingMandate};
use crate::content::news::News;
use crate::content::parse;
use crate::content::settings::{Settings, zone};
use crate::content::unread::UnreadValue;
use crate::content::views::redirects::{RedirectView, redirects};
use crate::incremental::memo::DependencyRecorder;
use crate::notation::reading::Reading;
use crate::site::publish::Update;
use crate::site::sources::RecentCommits;

/// Everything that is known of a site. Turns bring it up to date; it reads no disk but for images.
pub struct Workspace {
    pub(super) options: Options,
    /// `None` until the settings could be read for the first time.
    pub(super) state: Option<State>,
    /// Set while the settings have faults. The state stays as it is until they have none.
    partial: Option<Partial>,
}

/// What takes the place of the state while the settings have faults, so that a fault in them hides no fault elsewhere, and
/// half a word that somebody types does not cost all that is known.
struct Partial {
    /// What is known under what can be read of the settings. Nothing of it is published.
    state: State,
    /// What has changed since the settings had no faults.
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
    /// Whether each lost address is a fault of its own, with its fix, and not those of a folder together.
    pub each_lost_address: bool,
}

/// What came of a turn.
#[derive(Debug, Default)]
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
            partial: None,
        }
    }

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
        let mut changes = changes;
        let mut needs_all = false;
        if changes.settings || self.active().is_none() {
            let read = settings_in_part(tree, &self.options);
            if read.faults.is_empty() {
                let partial = self.partial.take();
                let is_first = self.state.is_none() && partial.is_none();
                changes = partial
                    .map_or_else(Changes::default, |it| it.changes)
                    .then(changes);
                if let Some(state) = &mut self.state {
                    state.findings.mark_all_changed();
                }
                needs_all = self.take_settings(read.value.unwrap_or_default()) && !is_first;
            } else {
                needs_all = self.take_faulty_settings(read, &tree.settings.path);
            }
        }
        if let (Some(partial), Some(_)) = (&mut self.partial, &self.state) {
            partial.changes = std::mem::take(&mut partial.changes).then(changes.clone());
        }
        let partial = self.partial.as_mut().map(|it| &mut it.state);
        if let Some(state) = partial.or(self.state.as_mut()) {
            needs_all |= state.load_theme(tree, &changes);
            needs_all |= state.update_drafts(&mut changes, tree, &self.options);
        }
        (changes, needs_all)
    }

    /// Takes over settings. Returns whether all texts mean something else under them.
    fn take_settings(&mut self, settings: Settings) -> bool {
        if let Some(state) = &mut self.state
            && state.means_the_same_under(&settings)
        {
            state.settings = Arc::new(settings);
            return false;
        }
        let search = self.options.search && settings.has_search();
        self.state = Some(State::new(settings, search));
        true
    }

    /// Goes on with what can be read of settings. Returns whether all texts must be read under them.
    fn take_faulty_settings(&mut self, read: Reading<Settings>, file: &SourcePath) -> bool {
        let is_first = self.active().is_none();
        let mut state = State::new(read.value.unwrap_or_default(), false);
        let unread = read.unread.into_iter().map(|path| UnreadValue {
            path,
            id: String::new(),
            title: String::new(),
        });
        let unread = (file.clone(), unread.collect());
        state.findings.set(Finder::Settings, read.faults);
        state.findings.set_unread([unread]);
        let changes = self.partial.take().map(|it| it.changes).unwrap_or_default();
        self.partial = Some(Partial { state, changes });
        !is_first
    }

    /// Whether the last commit is another than it was, and feeds tell of it.
    pub fn wants_commits(&self, head: Option<&str>) -> bool {
        let state = self.state();
        state.is_some_and(|state| {
            let has_feeds = self.options.pages && state.settings.base_url().is_some();
            has_feeds && state.news.head() != head
        })
    }

    /// Whether what a commit tells is known.
    pub fn knows_commit(&self, hash: &str) -> bool {
        let state = self.state();
        state.is_some_and(|state| state.news.commit(hash).is_some())
    }

    /// Takes over the last commits, which the next turn tells. `None` if the history does not tell.
    pub fn take_commits(&mut self, head: Option<String>, recent: Option<RecentCommits>) {
        if let Some(state) = &mut self.state {
            state.take_commits(head, recent);
        }
    }

    /// Whether pages are gone from their addresses of which the content does not tell where they are, and the history was
    /// not asked yet.
    pub fn misses_pages(&self) -> bool {
        let is_new = |state: &State| !state.missed_pages.is_subset(&state.sought_pages);
        self.state.as_ref().is_some_and(is_new)
    }

    /// Takes over where pages were before by the history, which the next turn tells.
    pub fn note_moves(&mut self, moved: BTreeMap<OutputPath, OutputPath>) {
        if let Some(state) = &mut self.state {
            state.moved_pages = moved;
            state.sought_pages.clone_from(&state.missed_pages);
        }
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
        let partial = self.partial.as_mut().map(|it| &mut it.state);
        let Some(state) = partial.or(self.state.as_mut()) else {
            // There was nothing to begin with.
            let timings = clock.timings();
            return Outcome {
                timings,
                ..Outcome::default()
            };
        };
        mark_changed(&mut state.findings, &turn, &state.news);
        let inputs = Inputs {
            tree: turn.tree,
            day: turn.as_of.day(&state.settings),
            each_lost_address: turn.each_lost_address,
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
        if is_good && options.precompress {
            state.outputs.compress(store);
            clock.lap("compress");
        }
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

    /// The state, unless the settings have faults.
    pub(super) fn state(&self) -> Option<&State> {
        self.state.as_ref().filter(|_| self.partial.is_none())
    }

    /// The state, or what takes its place.
    fn active(&self) -> Option<&State> {
        let partial = self.partial.as_ref().map(|it| &it.state);
        partial.or(self.state.as_ref())
    }

    /// The number of pages of the site.
    pub fn page_count(&self) -> usize {
        self.state
            .as_ref()
            .map_or(0, |state| state.outputs.page_count())
    }

    /// Everything that is wrong with the site.
    pub fn findings(&self) -> &Findings {
        static NOTHING: LazyLock<Findings> = LazyLock::new(Findings::default);
        self.active().map_or(&NOTHING, |state| &state.findings)
    }

    /// Takes the files in which other things may be found than when this was last called.
    pub fn take_changed_files(&mut self) -> ChangedFiles {
        let partial = self.partial.as_mut().map(|it| &mut it.state);
        let state = partial.or(self.state.as_mut());
        state.map_or(ChangedFiles::All, |state| state.findings.take_changed())
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
        let known = self.graph_and_site();
        known.map_or_else(Vec::new, |(graph, site)| coverage::of(graph, site))
    }

    /// The addresses of all pages and redirects.
    pub fn addresses(&self) -> BTreeSet<String> {
        let known = self.graph_and_site();
        known.map_or_else(BTreeSet::new, |(graph, site)| {
            addresses::addresses(graph, site)
        })
    }

    /// The redirects from all old addresses.
    pub fn redirects(&self) -> Vec<RedirectView> {
        let known = self.graph_and_site();
        known.map_or_else(Vec::new, |(graph, site)| {
            let recorder = DependencyRecorder::default();
            redirects(graph, &recorder, site)
        })
    }

    /// The day of which the site speaks, and the mandates that end from it until another.
    pub fn ending_mandates(
        &self,
        until: impl Fn(Date) -> Option<Date>,
    ) -> Option<(Date, Vec<EndingMandate>)> {
        let (graph, site) = self.graph_and_site()?;
        let today = site.as_of;
        let until = until(today).unwrap_or(Date::LAST);
        Some((today, mandates::ending(graph, today, until)))
    }

    fn graph_and_site(&self) -> Option<(&Graph, &Site)> {
        let state = self.state.as_ref()?;
        Some((&state.graph, state.site.as_ref()?))
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
}

/// Notes what the sources say of faults, and the files in which other findings may be made than before.
fn mark_changed(findings: &mut Findings, turn: &Turn<'_>, news: &News) {
    let partial = news.lacks_texts().then(|| {
        let place = Place::whole(&turn.tree.settings.path);
        Diagnostic::new(Code::ShallowHistory, place).hint("partial")
    });
    let faults = turn.faults.iter().cloned().chain(partial);
    findings.set(Finder::Load, faults.collect());
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

pub(super) fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Vec<Diagnostic>> {
    settings_in_part(tree, options).without_faults()
}

fn settings_in_part(tree: &SourceTree, options: &Options) -> Reading<Settings> {
    let path = &tree.settings.path;
    let mut read = match utf8_text(path, &tree.settings.bytes) {
        Ok(text) => Settings::read_in_part(path, text),
        Err(fault) => Reading::failed(vec![fault]),
    };
    if read.value.is_none() {
        read.unread = vec![NodePath::default()];
    }
    let settings = read.value.get_or_insert_default();
    if options.base_url.is_some() {
        settings.base_url.clone_from(&options.base_url);
    }
    let languages = NodePath::default().key("languages");
    if read.unread.iter().any(|path| path.holds(&languages)) {
        settings.languages = parse::languages_in_names(tree.texts.keys());
    }
    read
}
