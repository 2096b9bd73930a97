//! A burst of changes, and when it is over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::site::sources::ChangeHints;

/// The silence that ends a single save.
pub(super) const SAVE_SILENCE: Duration = Duration::from_millis(1);
/// The silence that ends a save while a file is open, or is missing and perhaps about to be replaced.
pub(super) const UNFINISHED_SILENCE: Duration = Duration::from_millis(20);
/// The silence that ends many changes.
const MANY_SILENCE: Duration = Duration::from_millis(50);
/// The number of events above which they are many. A save makes a handful.
const MANY_EVENTS: usize = 100;
/// The time after which a burst ends although the same files keep changing.
const MAX_REPETITION: Duration = Duration::from_secs(1);
/// The time after which a burst ends although more and more files change, as in a checkout.
pub(super) const MAX_CHECKOUT: Duration = Duration::from_secs(10);

/// The state in which an event leaves a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FileState {
    Finished,
    /// Written, and not closed yet.
    Open,
    Missing,
}

/// Changes that belong together.
pub(super) struct Burst {
    paths: BTreeSet<PathBuf>,
    /// Whether events were lost, so that all files have to be looked at.
    pub(super) is_everything: bool,
    events: usize,
    /// The files that are open, and those that were there before the burst and are missing.
    unfinished: BTreeMap<PathBuf, FileState>,
    first_event: Instant,
    /// When a path first appeared in the burst.
    last_new_path: Instant,
    last_event: Instant,
}

impl Burst {
    pub(super) fn new() -> Burst {
        let now = Instant::now();
        Burst {
            paths: BTreeSet::new(),
            is_everything: false,
            events: 0,
            unfinished: BTreeMap::new(),
            first_event: now,
            last_new_path: now,
            last_event: now,
        }
    }

    pub(super) fn add(&mut self, path: PathBuf, state: FileState) {
        let was_missing = self.unfinished.remove(&path) == Some(FileState::Missing);
        let is_unfinished = match state {
            FileState::Finished => false,
            FileState::Open => true,
            // A file that came with the burst may go again.
            FileState::Missing => was_missing || !self.paths.contains(&path),
        };
        if is_unfinished {
            self.unfinished.insert(path.clone(), state);
        }
        self.last_event = Instant::now();
        self.events += 1;
        if self.paths.insert(path) {
            self.last_new_path = self.last_event;
        }
    }

    /// When the burst is over, if there are no more events.
    pub(super) fn end(&self) -> Instant {
        let latest = (self.first_event + MAX_REPETITION)
            .max(self.last_new_path + MANY_SILENCE)
            .min(self.first_event + MAX_CHECKOUT);
        (self.last_event + self.silence()).min(latest)
    }

    /// The silence that ends the burst.
    pub(super) fn silence(&self) -> Duration {
        if self.is_everything || self.events > MANY_EVENTS {
            MANY_SILENCE
        } else if self.unfinished.is_empty() {
            SAVE_SILENCE
        } else {
            UNFINISHED_SILENCE
        }
    }

    /// Continues the burst, unless it takes too long already. Returns whether it continues.
    pub(super) fn prolong(&mut self) -> bool {
        let now = Instant::now();
        let may_continue = now < self.first_event + MAX_CHECKOUT;
        if may_continue {
            (self.last_event, self.last_new_path) = (now, now);
        }
        may_continue
    }

    pub(super) fn into_hints(self) -> ChangeHints {
        match self.is_everything {
            true => ChangeHints::Everything,
            false => ChangeHints::Paths(self.paths),
        }
    }
}
