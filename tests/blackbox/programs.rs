//! Programs one after the other without a process: their turns, their memories, and what they publish.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use raccordo::base::date::Date;
use raccordo::base::digest::Digest;
use raccordo::base::output::{InMemory, OutputPath};
use raccordo::base::source::{Changes, SourcePath, SourceTree};
use raccordo::build::{
    AsOf, Memory, Options, Outcome, Turn, Unwatched, Watcher, Workspace, recipe,
};
use raccordo::site::memory_file::{MemoryKeeper, MemoryReader, MemoryWriter};
use raccordo::site::publish::{Publisher, Update};
use tempfile::TempDir;

use crate::site::{AS_OF, temporary_folder};

/// Sites that were never published in another way are kept as they were published.
#[derive(Default)]
pub(crate) struct Published(pub(crate) BTreeMap<String, Digest>);

impl Published {
    /// What a whole update publishes.
    pub(crate) fn of(update: Update) -> Published {
        let mut published = Published::default();
        published.take(update);
        published
    }

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

    pub(crate) fn by_path(&self) -> BTreeMap<OutputPath, Digest> {
        let files = self.0.iter();
        files
            .map(|(path, digest)| (OutputPath::file(path), *digest))
            .collect()
    }
}

pub(crate) fn options() -> Options {
    Options {
        pages: true,
        explain: true,
        ..Options::default()
    }
}

pub(crate) fn day(number: i64) -> AsOf {
    let first = Date::parse(AS_OF).unwrap();
    let zone = raccordo::content::settings::zone(None);
    let noon = 1_795_259_000; // Of the first day.
    assert_eq!(Date::from_unix(noon, &zone), first);
    AsOf::Moment(noon + number * 86_400)
}

pub(crate) fn changes(before: &SourceTree, now: &SourceTree) -> Changes {
    fn differ<T>(
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
        texts: differ(&before.texts, &now.texts, |it| it.digest),
        assets: differ(&before.assets, &now.assets, |it| it.digest),
        themes: differ(&before.themes, &now.themes, |it| it.digest),
        faults: false,
    }
}

fn a_turn<'a>(tree: &'a SourceTree, changes: &'a Changes, as_of: AsOf) -> Turn<'a> {
    Turn {
        tree,
        changes,
        faults: &[],
        as_of,
    }
}

pub(crate) fn turn(
    workspace: &mut Workspace,
    tree: &SourceTree,
    changes: &Changes,
    as_of: AsOf,
) -> Outcome {
    watched_turn(workspace, tree, changes, as_of, &Unwatched)
}

pub(crate) fn watched_turn(
    workspace: &mut Workspace,
    tree: &SourceTree,
    changes: &Changes,
    as_of: AsOf,
    watcher: &dyn Watcher,
) -> Outcome {
    workspace.turn(a_turn(tree, changes, as_of), &InMemory, watcher)
}

/// Where memories are kept: beside a site that is never published there.
pub(crate) struct Kept {
    publisher: Publisher,
    _folder: TempDir,
}

impl Kept {
    pub(crate) fn nowhere_yet() -> Kept {
        let folder = temporary_folder();
        Kept {
            publisher: Publisher::open(&folder.path().join("public")).unwrap(),
            _folder: folder,
        }
    }

    pub(crate) fn keep(&self, workspace: &Workspace, tree: &SourceTree, as_of: AsOf) {
        if let Some(frame) = frame(tree, as_of) {
            let remember = |to: &mut MemoryWriter| workspace.remember(tree, to);
            self.keeper().keep(frame, remember);
        }
    }

    fn keeper(&self) -> MemoryKeeper {
        MemoryKeeper::beside(&self._folder.path().join("public")).unwrap()
    }

    /// A program that goes on where another ended, if it can, and what has changed since.
    pub(crate) fn going_on(
        &mut self,
        tree: &SourceTree,
        as_of: AsOf,
        published: &Published,
    ) -> (Workspace, Changes) {
        let read = |memory: MemoryReader| {
            let changes = Changes::default();
            let memory = Memory::read(memory, &options(), a_turn(tree, &changes, as_of));
            Some(memory.unwrap())
        };
        let memory = frame(tree, as_of).and_then(|frame| read(self.keeper().read(frame)?));
        let memory = memory.zip(self.publisher.published().cloned());
        let published = published.by_path();
        let going_on = memory.and_then(|(memory, _)| {
            memory.take_up(options(), tree, Path::new("public"), &published)
        });
        going_on.unwrap_or_else(|| (Workspace::new(options()), Changes::everything(tree)))
    }
}

fn frame(tree: &SourceTree, as_of: AsOf) -> Option<Digest> {
    let changes = Changes::default();
    let turn = a_turn(tree, &changes, as_of);
    recipe::frame(Digest::of(b"this"), &options(), turn)
}
