//! What was told and not yet handed on.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, DataChange, Event, EventKind, ModifyKind};

use super::interest::Interest;
use crate::engine::load::{Hints, Repository};

/// Quiet for so long after one save, it is over.
const AFTER_A_SAVE: Duration = Duration::from_millis(1);
/// Quiet for so long while a file is still open, its writer takes its time.
const WHILE_OPEN: Duration = Duration::from_millis(20);
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

/// Events that belong together.
struct Burst {
    paths: BTreeSet<PathBuf>,
    everything: bool,
    events: usize,
    /// The files that somebody has changed and not closed.
    open: BTreeSet<PathBuf>,
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
        let is_write = matches!(
            event.kind,
            EventKind::Modify(ModifyKind::Data(DataChange::Any))
        );
        for path in event.paths {
            if !self.interest.is_in(&path) {
                continue;
            }
            let burst = self.burst();
            // Only Linux tells of the end.
            if is_write && cfg!(target_os = "linux") {
                burst.open.insert(path.clone());
            } else {
                burst.open.remove(&path);
            }
            burst.add(path);
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
            first: now,
            fresh: now,
            last: now,
        }
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
            () if !self.open.is_empty() => WHILE_OPEN,
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
