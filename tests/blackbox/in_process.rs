//! The program without its command line, in the process of the test: turns, their memories, what they publish.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use raccordo::base::date::Date;
use raccordo::base::digest::Digest;
use raccordo::base::output::{InMemory, OutputPath};
use raccordo::base::source::{Changes, SourcePath, SourceTree};
use raccordo::build::{
    AsOf, Memory, Options, Outcome, Turn, Unwatched, Watcher, Workspace, recipe,
};
use raccordo::cli::report::{Format, Report};
use raccordo::messages::{Messages, UiLanguage};
use raccordo::site::publish::{MemoryReader, MemoryWriter, Publisher, Update};
use raccordo::site::sources::Sources;
use tempfile::TempDir;

use crate::fixtures::temporary_folder;
use crate::site::AS_OF;

/// What `raccordo check --format json` prints of a site, and its exit status.
pub(crate) fn check(root: &Path) -> (String, i32) {
    static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::new(UiLanguage::English));
    let sources = Sources::open(root).unwrap();
    let (tree, faults) = (sources.tree(), sources.faults());
    let everything = Changes::everything(tree);
    let turn = Turn {
        faults,
        ..turn_of(tree, &everything, day(0))
    };
    let outcome = Workspace::new(Options::default()).turn(turn, &InMemory, &Unwatched);
    let report = Report {
        findings: &outcome.findings,
        strict: false,
        messages: &MESSAGES,
        text_of: &|path| tree.text(path),
    };
    let has_errors = report.tally().errors > 0;
    (report.render(Format::Json, false), i32::from(has_errors))
}

/// What a first build makes of a site, without an index for the search.
pub(crate) fn build(tree: &SourceTree) -> Outcome {
    let everything = Changes::everything(tree);
    turn(&mut Workspace::new(options()), tree, &everything, day(0))
}

/// The options of builds in tests: with pages, and with the reason why each was made.
pub(crate) fn options() -> Options {
    Options {
        pages: true,
        explain: true,
        ..Options::default()
    }
}

/// A moment so many days after the first day of the tests.
pub(crate) fn day(number: i64) -> AsOf {
    const NOON_OF_FIRST_DAY: i64 = 1_795_259_000;
    let zone = raccordo::content::settings::zone(None);
    let first_day = Date::from_unix(NOON_OF_FIRST_DAY, &zone);
    assert_eq!(Date::parse(AS_OF), Some(first_day));
    AsOf::Moment(NOON_OF_FIRST_DAY + number * 86_400)
}

/// Takes a turn that nobody follows.
pub(crate) fn turn(
    workspace: &mut Workspace,
    tree: &SourceTree,
    changes: &Changes,
    as_of: AsOf,
) -> Outcome {
    watched_turn(workspace, tree, changes, as_of, &Unwatched)
}

/// Takes a turn.
pub(crate) fn watched_turn(
    workspace: &mut Workspace,
    tree: &SourceTree,
    changes: &Changes,
    as_of: AsOf,
    watcher: &dyn Watcher,
) -> Outcome {
    workspace.turn(turn_of(tree, changes, as_of), &InMemory, watcher)
}

fn turn_of<'a>(tree: &'a SourceTree, changes: &'a Changes, as_of: AsOf) -> Turn<'a> {
    Turn {
        tree,
        changes,
        faults: &[],
        as_of,
    }
}

/// The difference between two states of the sources.
pub(crate) fn changes(before: &SourceTree, now: &SourceTree) -> Changes {
    fn differing<T>(
        before: &BTreeMap<SourcePath, T>,
        now: &BTreeMap<SourcePath, T>,
        digest: impl Fn(&T) -> Digest,
    ) -> BTreeSet<SourcePath> {
        let paths: BTreeSet<&SourcePath> = before.keys().chain(now.keys()).collect();
        let digests = |path| (before.get(path).map(&digest), now.get(path).map(&digest));
        let differing = paths.into_iter().filter(|path| {
            let (before, now) = digests(*path);
            before != now
        });
        differing.cloned().collect()
    }
    Changes {
        settings: before.settings.digest != now.settings.digest,
        texts: differing(&before.texts, &now.texts, |it| it.digest),
        assets: differing(&before.assets, &now.assets, |it| it.digest),
        themes: differing(&before.themes, &now.themes, |it| it.digest),
        faults: false,
    }
}

/// A published site: the digest of each file, by its path.
#[derive(Default)]
pub(crate) struct Published(pub(crate) BTreeMap<String, Digest>);

impl Published {
    /// What a whole update publishes.
    pub(crate) fn of(update: Update) -> Published {
        let mut published = Published::default();
        published.take(update);
        published
    }

    /// Publishes an update.
    pub(crate) fn take(&mut self, update: Update) {
        if update.whole {
            assert!(update.removed.is_empty());
            self.0.clear();
        }
        for path in update.removed {
            self.0.remove(path.as_str());
        }
        for output in update.put {
            self.0.insert(output.path.to_string(), output.digest);
        }
    }

    fn by_path(&self) -> BTreeMap<OutputPath, Digest> {
        let files = self.0.iter();
        files
            .map(|(path, digest)| (OutputPath::file(path), *digest))
            .collect()
    }
}

/// Where programs keep their memory: beside an output folder into which nothing is published.
pub(crate) struct MemoryFolder {
    publisher: Publisher,
    _folder: TempDir,
}

impl MemoryFolder {
    pub(crate) fn new() -> MemoryFolder {
        let folder = temporary_folder();
        MemoryFolder {
            publisher: Publisher::open(&folder.path().join("public")).unwrap(),
            _folder: folder,
        }
    }

    /// Keeps the memory of a program.
    pub(crate) fn keep(&self, workspace: &Workspace, tree: &SourceTree, as_of: AsOf) {
        if let Some(frame) = frame(tree, as_of) {
            let remember = |to: &mut MemoryWriter| workspace.remember(tree, to);
            self.publisher.memory_keeper().keep(frame, remember);
        }
    }

    /// A program that goes on from the memory that was kept last, if it can, and what has changed since.
    pub(crate) fn resume(
        &mut self,
        tree: &SourceTree,
        as_of: AsOf,
        published: &Published,
    ) -> (Workspace, Changes) {
        let read = |memory: MemoryReader| {
            let changes = Changes::default();
            let memory = Memory::read(memory, &options(), turn_of(tree, &changes, as_of));
            Some(memory.unwrap())
        };
        let memory = frame(tree, as_of).and_then(|frame| self.publisher.resume(frame, read));
        let published = published.by_path();
        let resumed = memory.and_then(|(memory, _)| {
            memory.take_up(options(), tree, Path::new("public"), &published)
        });
        resumed.unwrap_or_else(|| (Workspace::new(options()), Changes::everything(tree)))
    }
}

fn frame(tree: &SourceTree, as_of: AsOf) -> Option<Digest> {
    let changes = Changes::default();
    let turn = turn_of(tree, &changes, as_of);
    recipe::frame(Digest::of(b"this"), &options(), turn)
}
