//! A project: a site on disk that is built turn after turn.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use super::comparison::moved_pages;
use super::fingerprint::fingerprint;
use super::state::State;
use super::workspace::settings;
use super::{
    AsOf, Lap, Mender, Observer, Options, Outcome, Stopwatch, Turn, Workspace, unix_seconds,
};
use crate::base::code::Severity;
use crate::base::diagnostic::Diagnostic;
use crate::base::digest::Digest;
use crate::base::source::{Changes, FileState, SourcePath};
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::site::program_fingerprint;
use crate::site::publish::{Delta, Drafts, PublishError, Publisher};
use crate::site::sources::{ChangeHints, LoadError, Sources};

/// A snapshot is written anew when one page in so many was rendered since the last one.
const PAGES_PER_RENDERED_PAGE: usize = 20;

/// A site on disk: the owner of its sources, of what is known of it, and of the folder in which it is published.
pub struct Project {
    site: Site,
    sources: Sources,
    workspace: Workspace,
    /// `None` until there is something to publish.
    publisher: Option<Publisher>,
    /// What loading has taken.
    load: Lap,
    /// What reading the last commits has taken, if there were others.
    history: Option<Lap>,
    /// What the next turn is to be taken with: what has changed since the state that the workspace was opened with.
    opening: Option<Changes>,
    /// The day of the site that is published, if it is what the workspace knows.
    published_on: Option<AsOf>,
    snapshot: SnapshotStatus,
}

/// Where a site is and how it is built.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder of the site.
    pub root: PathBuf,
    /// The day that the site speaks of; `None` is today, whenever that is.
    pub day: Option<AsOf>,
    /// The output folder.
    pub out: PathBuf,
    /// How to build.
    pub options: Options,
}

/// How good the snapshot is that lies beside the site.
#[derive(Default)]
struct SnapshotStatus {
    /// Its fingerprint; `None` if it cannot be used.
    fingerprint: Option<Digest>,
    /// The number of pages that were rendered since it was written.
    rendered: usize,
    /// Whether the index of the search was made since.
    indexed: bool,
}

/// What came of a turn.
pub struct Turned {
    /// What was made.
    pub outcome: Outcome,
    /// What was published; `None` when there was nothing to publish.
    pub published: Option<Result<Delta, PublishError>>,
}

impl Project {
    /// Opens a site and reads all its sources.
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn open(site: Site) -> Result<Project, LoadError> {
        let stopwatch = Stopwatch::start();
        let sources = Sources::open(&site.root)?;
        Ok(Project::of_sources(site, sources, stopwatch))
    }

    pub(super) fn of_sources(
        site: Site,
        mut sources: Sources,
        mut stopwatch: Stopwatch,
    ) -> Project {
        let opening = sources.everything();
        let mut project = Project::new(site, sources, None, stopwatch.lap("load"));
        project.opening = Some(opening);
        project
    }

    /// Takes a turn with a text that is not on disk, or without it.
    pub(super) fn turn_with(&mut self, path: &SourcePath, text: Option<&str>) {
        let changes = self.sources.put(path, text);
        self.turn(changes, Observer::default());
    }

    /// Opens a site as the last process has left it: takes up its snapshot, and reads those sources that have changed
    /// since. Without a snapshot that can be used, it is the same as [`Project::open`].
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn resume(site: Site) -> Result<Project, LoadError> {
        let mut stopwatch = Stopwatch::start();
        let known = Publisher::read_source_cache(&site.out);
        let (sources, (snapshot, publisher)) = rayon::join(
            || Sources::open_with_cache(&site.root, known),
            || rayon::join(|| Snapshot::read(&site.out), || open_publisher(&site)),
        );
        let mut project = Project::new(site, sources?, publisher, stopwatch.lap("load"));
        let changes = snapshot.and_then(|snapshot| project.take_up(snapshot));
        project.opening = Some(changes.unwrap_or_else(|| project.sources.everything()));
        Ok(project)
    }

    fn new(site: Site, sources: Sources, publisher: Option<Publisher>, load: Lap) -> Project {
        Project {
            workspace: Workspace::new(site.options.clone()),
            site,
            sources,
            publisher,
            load,
            history: None,
            opening: None,
            published_on: None,
            snapshot: SnapshotStatus::default(),
        }
    }

    /// Looks again at what may have changed on disk. Returns what has.
    pub fn refresh(&mut self, hints: &ChangeHints) -> Changes {
        let mut stopwatch = Stopwatch::start();
        let changes = self.sources.refresh(hints);
        self.load = stopwatch.lap("load");
        changes
    }

    /// Builds what follows from what has changed since the last turn, and publishes it.
    pub fn turn(&mut self, changes: Changes, observer: Observer<'_>) -> Turned {
        let as_of = self.as_of();
        let changes = self.opening.take().unwrap_or_default().then(changes);
        let mut outcome = self.build(changes, as_of, observer);
        let mut stopwatch = Stopwatch::start();
        let mut published = self.publish(&mut outcome);
        if let Some(Err(PublishError::Lost { .. })) = published {
            outcome = self.build_whole(as_of, observer);
            stopwatch = Stopwatch::start();
            published = self.publish(&mut outcome);
        }
        let is_published = matches!(published, Some(Ok(_)));
        self.published_on = is_published.then_some(as_of);
        let stages = &mut outcome.timings.stages;
        stages.splice(..0, [self.load].into_iter().chain(self.history.take()));
        stages.push(stopwatch.lap("write"));
        Turned { outcome, published }
    }

    /// Makes the next turn quick, while there is time. Returns what was published that could not be before, or that
    /// somebody had changed.
    pub fn tidy(&mut self) -> Delta {
        self.workspace.tidy();
        match self.publisher.as_mut().map(Publisher::tidy) {
            Some(Err(PublishError::Lost { .. })) => self.publish_again(),
            // What is wrong with the folder is reported when something is to be published.
            tidied => tidied.and_then(Result::ok).unwrap_or_default(),
        }
    }

    /// Publishes again what somebody took away from the output folder. Returns what that was.
    pub fn restore(&mut self) -> Delta {
        match &self.publisher {
            Some(publisher) if publisher.is_damaged() => self.publish_again(),
            _ => Delta::default(),
        }
    }

    /// Leaves to the next process what is known of the site that is published, unless the snapshot that lies there is
    /// nearly as good. A failure is no fault of the build: the next one only takes longer.
    pub fn save(&mut self) {
        let Some(publisher) = &self.publisher else {
            return;
        };
        if let Some(cache) = self.sources.cache_if_outdated() {
            publisher.save_source_cache(&cache);
        }
        let fingerprint = self.published_on.and_then(|as_of| self.fingerprint(as_of));
        let Some(fingerprint) = fingerprint.filter(|it| self.is_snapshot_outdated(*it)) else {
            return;
        };
        let file = publisher.snapshot_file();
        if file.save(|to| self.write_snapshot(fingerprint, to)) {
            self.snapshot = SnapshotStatus {
                fingerprint: Some(fingerprint),
                ..SnapshotStatus::default()
            };
        }
    }

    /// Lets go of the output folder at the end of the process. What is in memory goes with the process: to free it
    /// piece by piece takes long.
    pub fn close(self) {
        drop(self.publisher);
        std::mem::forget((self.workspace, self.sources));
    }

    /// Where the site is and how it is built.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Sets the day that the site speaks of from the next turn on.
    pub fn set_day(&mut self, day: AsOf) {
        self.site.day = Some(day);
    }

    /// The site as it is after a turn, to make fixes in its texts.
    pub fn mender(&mut self) -> Mender<'_> {
        let as_of = self.as_of();
        Mender::new(&mut self.sources, &mut self.workspace, as_of)
    }

    /// The sources on disk.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// What is known of the site.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// What is known of the site, to ask what has changed in it.
    pub fn workspace_mut(&mut self) -> &mut Workspace {
        &mut self.workspace
    }

    /// How long it is until the site speaks of another day; `None` if it never does.
    pub fn until_tomorrow(&self) -> Option<Duration> {
        let is_today = self.site.day.is_none();
        is_today.then(|| self.workspace.until_tomorrow(unix_seconds()))
    }

    fn as_of(&self) -> AsOf {
        self.site
            .day
            .unwrap_or_else(|| AsOf::Moment(unix_seconds()))
    }

    fn build(&mut self, changes: Changes, as_of: AsOf, observer: Observer<'_>) -> Outcome {
        let (mut changes, needs_all) = self
            .workspace
            .load_settings_and_theme(self.sources.tree(), changes);
        if needs_all {
            changes = changes.then(self.sources.everything());
        }
        self.take_commits();
        let publisher = Mutex::new(&mut self.publisher);
        let drafts = Drafts::new(|| {
            // What is wrong with the folder is reported when something is to be published.
            let mut publisher = publisher.lock().ok()?;
            opened(&mut publisher, &self.site).ok()?.drafts()
        });
        let turn = |changes| Turn {
            tree: self.sources.tree(),
            changes,
            faults: self.sources.faults(),
            as_of,
            each_lost_address: false,
        };
        let outcome = self.workspace.turn(turn(changes), &drafts, observer);
        if !self.workspace.misses_pages() {
            return outcome;
        }
        self.workspace.note_moves(moved_pages(&self.site.root));
        let again = turn(Changes::default());
        self.workspace.turn(again, &drafts, observer)
    }

    /// Hands over the last commits, if they are others than they were.
    fn take_commits(&mut self) {
        let head = self.sources.last_commit().map(str::to_owned);
        if self.workspace.wants_commits(head.as_deref()) {
            let mut stopwatch = Stopwatch::start();
            let is_known = |hash: &str| self.workspace.knows_commit(hash);
            let recent = self.sources.recent_commits(&is_known);
            self.workspace.take_commits(head, recent);
            self.history = Some(stopwatch.lap("history"));
        }
    }

    /// Builds everything again, because somebody has changed the output folder: it gets the whole site.
    fn build_whole(&mut self, as_of: AsOf, observer: Observer<'_>) -> Outcome {
        self.workspace.forget_outputs();
        self.build(Changes::default(), as_of, observer)
    }

    fn publish_again(&mut self) -> Delta {
        let as_of = self.as_of();
        let mut outcome = self.build_whole(as_of, Observer::default());
        let published = self.publish(&mut outcome);
        self.published_on = matches!(published, Some(Ok(_))).then_some(as_of);
        // What is wrong with the folder is reported when something is to be published.
        published.and_then(Result::ok).unwrap_or_default()
    }

    fn publish(&mut self, outcome: &mut Outcome) -> Option<Result<Delta, PublishError>> {
        let update = outcome.update.take()?;
        self.snapshot.rendered += outcome.rendered.len();
        self.snapshot.indexed |= outcome.indexed;
        let publisher = opened(&mut self.publisher, &self.site);
        Some(publisher.and_then(|publisher| publisher.publish(update)))
    }

    /// The fingerprint of everything that the site is made from but its content; `None` while some of it cannot be
    /// read.
    fn fingerprint(&self, as_of: AsOf) -> Option<Digest> {
        let (tree, options) = (self.sources.tree(), &self.site.options);
        let is_error = |it: &Diagnostic| it.code.severity() == Severity::Error;
        if self.sources.faults().iter().any(is_error) {
            return None;
        }
        let settings = settings(tree, options).ok()?;
        let search = options.search && settings.has_search();
        let day = as_of.day(&settings);
        let program = program_fingerprint()?;
        Some(fingerprint(program, options, search, day, tree))
    }

    /// Takes up a snapshot, if it is one of this site as it is built today. Returns what has changed since.
    fn take_up(&mut self, snapshot: Snapshot) -> Option<Changes> {
        let fingerprint = self.fingerprint(self.as_of())?;
        if fingerprint != snapshot.fingerprint {
            return None;
        }
        let mut state = snapshot.state;
        if !state
            .outputs
            .adopt(self.publisher.as_mut()?.published_files()?)
        {
            return None;
        }
        let tree = self.sources.tree();
        let settings = settings(tree, &self.site.options).ok()?;
        state.take_up(settings, tree);
        self.workspace = Workspace::resume(self.site.options.clone(), state);
        self.snapshot.fingerprint = Some(fingerprint);
        Some(
            self.sources
                .changes_since(&snapshot.texts, &snapshot.assets),
        )
    }

    fn is_snapshot_outdated(&self, fingerprint: Digest) -> bool {
        let pages = self.workspace.page_count();
        let SnapshotStatus {
            rendered, indexed, ..
        } = self.snapshot;
        self.snapshot.fingerprint != Some(fingerprint)
            || indexed
            || rendered > pages / PAGES_PER_RENDERED_PAGE
    }

    fn write_snapshot(&self, fingerprint: Digest, to: &mut dyn Write) -> io::Result<()> {
        let state = self.workspace.state().ok_or(io::ErrorKind::NotFound)?;
        let tree = self.sources.tree();
        let mut texts = tree.texts.clone();
        for unsaved in state.graph.unsaved_files() {
            texts.remove(unsaved);
        }
        let assets = tree.assets.iter();
        let assets: Assets = assets.map(|(path, it)| (path.clone(), it.digest)).collect();
        let mut writer = SnapshotWriter::new(to);
        writer.value(&(fingerprint, texts, assets))?;
        state.save(&mut writer)
    }
}

type Assets = BTreeMap<SourcePath, Digest>;

/// What the last process has left.
struct Snapshot {
    fingerprint: Digest,
    /// The texts of which the state holds what they say.
    texts: BTreeMap<SourcePath, FileState>,
    assets: Assets,
    state: State,
}

impl Snapshot {
    /// The snapshot beside an output folder; `None` if there is none that is whole.
    fn read(out: &Path) -> Option<Snapshot> {
        let bytes = Publisher::read_snapshot(out)?;
        let mut reader = SnapshotReader::new(&bytes);
        let (fingerprint, texts, assets) = reader.section().ok()?.value().ok()?;
        Some(Snapshot {
            fingerprint,
            texts,
            assets,
            state: State::load(&mut reader, out).ok()?,
        })
    }
}

/// A publisher that knows what is published, if something is that was left with a snapshot.
fn open_publisher(site: &Site) -> Option<Publisher> {
    if !Publisher::has_snapshot(&site.out) {
        return None;
    }
    // What is wrong with the folder is reported when something is to be published.
    let mut publisher = Publisher::open(&site.out).ok()?;
    publisher.published_files();
    Some(publisher)
}

/// The publisher, which takes hold of the folder when it is first wanted.
fn opened<'a>(
    publisher: &'a mut Option<Publisher>,
    site: &Site,
) -> Result<&'a mut Publisher, PublishError> {
    match publisher {
        Some(publisher) => Ok(publisher),
        None => Ok(publisher.insert(Publisher::open(&site.out)?)),
    }
}
