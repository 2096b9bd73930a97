//! Passes events from the system's watcher to the thread that waits for changes.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, DataChange, Event, EventKind, ModifyKind, RenameMode};

use super::WatchEvent;
use super::burst::{Burst, FileState, MAX_CHECKOUT};
use super::path_filter::PathFilter;
use crate::site::sources::Repository;

/// The events that were reported and not yet returned.
pub(super) struct EventQueue {
    state: Mutex<QueueState>,
    changed: Condvar,
}

struct QueueState {
    filter: PathFilter,
    burst: Option<Burst>,
    is_woken: bool,
}

impl EventQueue {
    pub(super) fn new(filter: PathFilter) -> EventQueue {
        EventQueue {
            state: Mutex::new(QueueState {
                filter,
                burst: None,
                is_woken: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// Takes an event of the system.
    pub(super) fn push(&self, event: notify::Result<Event>) {
        let mut state = self.lock();
        let end = state.burst.as_ref().map(Burst::end);
        match event {
            Ok(event) if !event.need_rescan() => state.push(event),
            // Events were lost.
            _ => state.burst().is_everything = true,
        }
        let new_end = state.burst.as_ref().map(Burst::end);
        // A thread that has to wait longer than before finds that out by itself.
        if new_end.is_some() && end.is_none_or(|end| new_end < Some(end)) {
            self.changed.notify_all();
        }
    }

    /// Reports a path as changed.
    pub(super) fn hint(&self, path: PathBuf) {
        self.lock().burst().add(path, FileState::Finished);
        self.changed.notify_all();
    }

    /// Ends the present waiting, or the next one if nobody waits.
    pub(super) fn wake(&self) {
        self.lock().is_woken = true;
        self.changed.notify_all();
    }

    pub(super) fn has_changes(&self) -> bool {
        self.lock().burst.is_some()
    }

    /// Replaces the paths outside of the site's own folders. Returns those that are new.
    pub(super) fn set_elsewhere(&self, elsewhere: BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let known = &mut self.lock().filter.elsewhere;
        let new = elsewhere.difference(known).cloned().collect();
        *known = elsewhere;
        new
    }

    pub(super) fn elsewhere(&self) -> BTreeSet<PathBuf> {
        self.lock().filter.elsewhere.clone()
    }

    pub(super) fn set_repository(&self, repository: Option<Repository>) {
        self.lock().filter.repository = repository;
    }

    /// Waits until a burst is over. Without one, waits until the deadline.
    pub(super) fn wait(&self, deadline: Option<Instant>) -> WatchEvent {
        let mut state = self.lock();
        loop {
            if std::mem::take(&mut state.is_woken) {
                return WatchEvent::Woken;
            }
            let end = state.burst.as_ref().map(Burst::end).or(deadline);
            let left = end.map(|end| end.saturating_duration_since(Instant::now()));
            state = match left {
                None => {
                    let waited = self.changed.wait(state);
                    waited.unwrap_or_else(PoisonError::into_inner)
                }
                Some(Duration::ZERO) if state.prolong_checkout() => state,
                Some(Duration::ZERO) => {
                    let hints = state.burst.take().map(Burst::into_hints);
                    return hints.map_or(WatchEvent::Deadline, WatchEvent::Changed);
                }
                Some(left) => {
                    let waited = self.changed.wait_timeout(state, left);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl QueueState {
    fn push(&mut self, event: Event) {
        let is_closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && !is_closed {
            return;
        }
        let state = self.file_state(&event);
        for path in event.paths {
            if self.filter.matches(&path) {
                // Nobody waits for a file that is not read.
                let is_awaited = state != FileState::Missing || self.filter.is_read(&path);
                let state = if is_awaited {
                    state
                } else {
                    FileState::Finished
                };
                self.burst().add(path, state);
            }
        }
    }

    fn burst(&mut self) -> &mut Burst {
        self.burst.get_or_insert_with(Burst::new)
    }

    /// Continues a burst while git is at work. Returns whether it continues.
    fn prolong_checkout(&mut self) -> bool {
        let repository = self.filter.repository.as_ref();
        let is_checkout = || repository.is_some_and(|it| it.is_locked(MAX_CHECKOUT));
        let burst = self.burst.as_mut();
        burst.is_some_and(|burst| is_checkout() && burst.prolong())
    }

    /// The state in which an event leaves its files.
    fn file_state(&self, event: &Event) -> FileState {
        match event.kind {
            // Only Linux reports when a file is closed.
            EventKind::Modify(ModifyKind::Data(DataChange::Any)) if cfg!(target_os = "linux") => {
                FileState::Open
            }
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                FileState::Missing
            }
            // This event follows those for each path. Some programs rename a file to a hidden name before they save,
            // and then create a new one in its place.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both))
                if !event.paths.iter().all(|path| self.filter.is_read(path)) =>
            {
                FileState::Missing
            }
            _ => FileState::Finished,
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use notify::event::{CreateKind, RemoveKind};

    use super::super::burst::{SAVE_SILENCE, UNFINISHED_SILENCE};
    use super::*;

    /// How long a burst of these operations waits for more: `write a, close a, move a b`.
    fn silence(operations: &str) -> Option<Duration> {
        let root = Path::new("/site");
        let queue = EventQueue::new(PathFilter::new(root, &[]));
        let push = |kind: EventKind, names: &[&str]| {
            let paths = names.iter().map(|name| root.join("content").join(name));
            queue.push(Ok(paths.fold(Event::new(kind), Event::add_path)));
        };
        let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
        for operation in operations.split(", ") {
            let words: Vec<&str> = operation.split(' ').collect();
            match words.as_slice() {
                ["create", name] => push(EventKind::Create(CreateKind::File), &[name]),
                ["write", name] => {
                    let written = ModifyKind::Data(DataChange::Any);
                    push(EventKind::Modify(written), &[name]);
                }
                ["close", name] => {
                    let closed = AccessKind::Close(AccessMode::Write);
                    push(EventKind::Access(closed), &[name]);
                }
                ["remove", name] => push(EventKind::Remove(RemoveKind::File), &[name]),
                ["move", from, to] => {
                    push(renamed(RenameMode::From), &[from]);
                    push(renamed(RenameMode::To), &[to]);
                    push(renamed(RenameMode::Both), &[from, to]);
                }
                _ => return None,
            }
        }
        queue.lock().burst.as_ref().map(Burst::silence)
    }

    #[test]
    fn a_save_waits_for_files_that_are_open_or_missing() {
        for operations in [
            "create a.md, write a.md",
            "close a.md, write a.md",
            "remove a.md",
            "move a.md a.md~",
            "move a.md .a.md.old, create b.md, close b.md",
        ] {
            assert_eq!(
                silence(operations),
                Some(UNFINISHED_SILENCE),
                "{operations}"
            );
        }
    }

    #[test]
    fn a_save_is_over_when_its_files_are_there_and_closed() {
        for operations in [
            "write a.md, close a.md",
            "remove a.md, create a.md, close a.md",
            "move a.md a.md~, create a.md, write a.md, close a.md",
            "move .a.md a.md",
            "move a.md b.md",
            // The new file came with the save.
            "create new, write new, close new, move new a.md",
            "create new, close new, write a.md, close a.md, remove new",
        ] {
            assert_eq!(silence(operations), Some(SAVE_SILENCE), "{operations}");
        }
    }
}
