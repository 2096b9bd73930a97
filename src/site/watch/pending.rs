//! What was told and not yet handed on.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, DataChange, Event, EventKind, ModifyKind, RenameMode};

use super::interest::Interest;
use crate::site::sources::{Hints, Repository};

/// Quiet for so long after one save, it is over.
const AFTER_A_SAVE: Duration = Duration::from_millis(1);
/// Quiet for so long while a file is still open, or gone and perhaps to be put back, its writer takes its time.
const WHILE_AT_WORK: Duration = Duration::from_millis(20);
/// Quiet for so long after many changes, they are over.
const AFTER_MANY: Duration = Duration::from_millis(50);
/// So many events are many: a save makes a handful.
const MANY: usize = 100;
/// No longer are changes waited for that touch the same files again and again.
const LONGEST: Duration = Duration::from_secs(1);
/// No longer are changes waited for that touch ever more files.
const LONGEST_CHECKOUT: Duration = Duration::from_secs(10);

/// What ended the waiting.
pub(super) enum Wake {
    /// Something may have changed.
    Changed(Hints),
    /// Somebody wants attention.
    Woken,
    /// The time came.
    Time,
}

/// Between who is told of events and who waits for them.
pub(super) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    interest: Interest,
    burst: Option<Burst>,
    woken: bool,
}

/// How somebody has left a file.
#[derive(Clone, Copy)]
enum Found {
    There,
    /// Changed, and not closed.
    Open,
    Gone,
}

/// Events that belong together.
struct Burst {
    paths: BTreeSet<PathBuf>,
    everything: bool,
    events: usize,
    /// The files that somebody has changed and not closed.
    open: BTreeSet<PathBuf>,
    /// What was there before and somebody has taken away, perhaps to put something in its place.
    gone: BTreeSet<PathBuf>,
    first: Instant,
    /// When a path was first told of.
    fresh: Instant,
    last: Instant,
}

impl Shared {
    /// With nothing told.
    pub(super) fn new(interest: Interest) -> Shared {
        let state = State {
            interest,
            burst: None,
            woken: false,
        };
        Shared {
            state: Mutex::new(state),
            changed: Condvar::new(),
        }
    }

    /// Takes what the system tells.
    pub(super) fn tell(&self, event: notify::Result<Event>) {
        let mut state = self.lock();
        let before = state.burst.as_ref().map(Burst::ends);
        match event {
            Ok(event) if !event.need_rescan() => state.tell(event),
            // Something was missed.
            _ => state.burst().everything = true,
        }
        let now = state.burst.as_ref().map(Burst::ends);
        // Who waits longer than he must is told; who must wait longer finds out by himself.
        if now.is_some() && before.is_none_or(|before| now < Some(before)) {
            self.changed.notify_all();
        }
    }

    /// Hints at a path.
    pub(super) fn hint(&self, path: PathBuf) {
        self.lock().burst().add(path);
        self.changed.notify_all();
    }

    /// Wakes who waits.
    pub(super) fn wake(&self) {
        self.lock().woken = true;
        self.changed.notify_all();
    }

    /// Whether something was told and not handed on.
    pub(super) fn has_burst(&self) -> bool {
        self.lock().burst.is_some()
    }

    /// Replaces what is watched elsewhere; hands back what is new.
    pub(super) fn follow(&self, elsewhere: BTreeSet<PathBuf>) -> Vec<PathBuf> {
        let known = &mut self.lock().interest.elsewhere;
        let fresh = elsewhere.difference(known).cloned().collect();
        *known = elsewhere;
        fresh
    }

    /// What is watched elsewhere.
    pub(super) fn elsewhere(&self) -> BTreeSet<PathBuf> {
        self.lock().interest.elsewhere.clone()
    }

    /// Replaces the repository.
    pub(super) fn set_repository(&self, repository: Option<Repository>) {
        self.lock().interest.repository = repository;
    }

    /// Waits for a burst to end, or for a moment.
    pub(super) fn wait(&self, until: Option<Instant>) -> Wake {
        let mut state = self.lock();
        loop {
            if std::mem::take(&mut state.woken) {
                return Wake::Woken;
            }
            let now = Instant::now();
            let ends = match &state.burst {
                Some(burst) => Some(burst.ends()),
                None => until,
            };
            state = match ends.map(|ends| ends.saturating_duration_since(now)) {
                None => self
                    .changed
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) if state.is_held_up(now) => state,
                Some(Duration::ZERO) => {
                    let burst = state.burst.take();
                    return burst.map_or(Wake::Time, |burst| Wake::Changed(burst.hints()));
                }
                Some(time) => {
                    let waited = self.changed.wait_timeout(state, time);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether a burst that seems to be over is in the midst of a checkout. It then goes on.
    fn is_held_up(&mut self, now: Instant) -> bool {
        let Some(burst) = &mut self.burst else {
            return false;
        };
        let repository = self.interest.repository.as_ref();
        let is_held_up = now < burst.first + LONGEST_CHECKOUT
            && repository.is_some_and(|it| it.is_at_work(LONGEST_CHECKOUT));
        if is_held_up {
            (burst.last, burst.fresh) = (now, now);
        }
        is_held_up
    }

    fn burst(&mut self) -> &mut Burst {
        self.burst.get_or_insert_with(|| Burst::new(Instant::now()))
    }

    fn tell(&mut self, event: Event) {
        let closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && !closed {
            return;
        }
        let found = self.found(&event);
        for path in event.paths {
            if self.interest.is_in(&path) {
                self.burst().find(path, found);
            }
        }
    }

    /// What an event says of the files that it names.
    fn found(&self, event: &Event) -> Found {
        match event.kind {
            // Only Linux tells of the end.
            EventKind::Modify(ModifyKind::Data(DataChange::Any)) if cfg!(target_os = "linux") => {
                Found::Open
            }
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => {
                Found::Gone
            }
            // Told after what was told of each. Some programs move what they save out of sight, and then put another
            // in its place.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both))
                if !event.paths.iter().all(|path| self.interest.is_in(path)) =>
            {
                Found::Gone
            }
            _ => Found::There,
        }
    }
}

impl Burst {
    fn new(now: Instant) -> Burst {
        Burst {
            paths: BTreeSet::new(),
            everything: false,
            events: 0,
            open: BTreeSet::new(),
            gone: BTreeSet::new(),
            first: now,
            fresh: now,
            last: now,
        }
    }

    fn find(&mut self, path: PathBuf, found: Found) {
        match found {
            Found::There => {
                self.open.remove(&path);
                self.gone.remove(&path);
            }
            Found::Open => {
                self.open.insert(path.clone());
                self.gone.remove(&path);
            }
            Found::Gone => {
                self.open.remove(&path);
                // What came and went is not missed.
                if !self.paths.contains(&path) {
                    self.gone.insert(path.clone());
                }
            }
        }
        self.add(path);
    }

    fn add(&mut self, path: PathBuf) {
        self.last = Instant::now();
        self.events += 1;
        if self.paths.insert(path) {
            self.fresh = self.last;
        }
    }

    /// When it is over, if nothing more is told.
    fn ends(&self) -> Instant {
        let quiet = match () {
            () if self.everything || self.events > MANY => AFTER_MANY,
            () if !self.open.is_empty() || !self.gone.is_empty() => WHILE_AT_WORK,
            () => AFTER_A_SAVE,
        };
        let longest = (self.first + LONGEST)
            .max(self.fresh + AFTER_MANY)
            .min(self.first + LONGEST_CHECKOUT);
        (self.last + quiet).min(longest)
    }

    fn hints(self) -> Hints {
        match self.everything {
            true => Hints::Everything,
            false => Hints::Paths(self.paths),
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use notify::event::{CreateKind, RemoveKind};

    use super::*;

    /// How long it must be quiet after this was done to files: `write a, close a, move a b`.
    fn quiet(done: &str) -> Option<Duration> {
        let root = Path::new("/site");
        let shared = Shared::new(Interest::new(root, &[]));
        let tell = |kind: EventKind, names: &[&str]| {
            let paths = names.iter().map(|name| root.join("content").join(name));
            shared.tell(Ok(paths.fold(Event::new(kind), Event::add_path)));
        };
        for deed in done.split(", ") {
            let words: Vec<&str> = deed.split(' ').collect();
            match words.as_slice() {
                ["create", name] => tell(EventKind::Create(CreateKind::File), &[name]),
                ["write", name] => {
                    tell(
                        EventKind::Modify(ModifyKind::Data(DataChange::Any)),
                        &[name],
                    );
                }
                ["close", name] => {
                    tell(
                        EventKind::Access(AccessKind::Close(AccessMode::Write)),
                        &[name],
                    );
                }
                ["remove", name] => tell(EventKind::Remove(RemoveKind::File), &[name]),
                ["move", from, to] => {
                    let renamed = |mode| EventKind::Modify(ModifyKind::Name(mode));
                    tell(renamed(RenameMode::From), &[from]);
                    tell(renamed(RenameMode::To), &[to]);
                    tell(renamed(RenameMode::Both), &[from, to]);
                }
                _ => return None,
            }
        }
        let state = shared.lock();
        let burst = state.burst.as_ref()?;
        Some(burst.ends() - burst.last)
    }

    #[test]
    fn a_save_is_over_when_its_file_is_there_and_closed() {
        for at_work in [
            "create a.md, write a.md",
            "close a.md, write a.md",
            // Another may be put in its place.
            "remove a.md",
            "move a.md a.md~",
            "move a.md .a.md.old, create b.md, close b.md",
        ] {
            assert_eq!(quiet(at_work), Some(WHILE_AT_WORK), "{at_work}");
        }
        for over in [
            "write a.md, close a.md",
            "remove a.md, create a.md, close a.md",
            "move a.md a.md~, create a.md, write a.md, close a.md",
            "move .a.md a.md",
            // It is only called otherwise.
            "move a.md b.md",
            // What came with the save and is no more is not missed.
            "create new, write new, close new, move new a.md",
            "create new, close new, write a.md, close a.md, remove new",
        ] {
            assert_eq!(quiet(over), Some(AFTER_A_SAVE), "{over}");
        }
    }
}
