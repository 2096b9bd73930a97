//! Reports when the files of a site may have changed.
//!
//! The reports of the system are only hints: they name paths to look at. A burst of them is reported as one, once it
//! is over. Each folder is watched before it is read, so that no change is missed in between.

mod burst;
mod event_queue;
mod folder_watcher;
mod path_filter;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use event_queue::EventQueue;
use folder_watcher::FolderWatcher;
use path_filter::PathFilter;

use super::sources::ChangeHints;

/// The interval of polling if the system does not report events although it should.
const FALLBACK_INTERVAL: Duration = Duration::from_secs(1);

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchMode {
    /// The system reports each change.
    Events,
    /// All files are looked at in this interval.
    Poll(Duration),
}

/// Why a site cannot be watched.
#[derive(Debug)]
pub struct WatchError {
    /// The folder of the site.
    pub root: PathBuf,
    /// The error of the system.
    pub error: io::Error,
}

/// What ended the waiting.
#[derive(Debug, PartialEq, Eq)]
pub enum WatchEvent {
    /// Files may have changed.
    Changed(ChangeHints),
    /// The deadline has passed.
    Deadline,
    /// [`WatchHandle::wake`] was called.
    Woken,
}

/// Waits for changes of the files of a site.
pub struct Watch {
    queue: Arc<EventQueue>,
    /// `None` if all files are polled.
    folders: Option<FolderWatcher>,
    interval: Duration,
    last_poll: Instant,
}

/// A handle to a [`Watch`], for threads other than the one that waits.
#[derive(Clone)]
pub struct WatchHandle(Arc<EventQueue>);

impl Watch {
    /// Watches a site, except for the folders `ignore`, to which the program itself writes.
    ///
    /// If the system cannot report events, for example because it has no more watches, all files are polled: see
    /// [`Watch::mode`].
    ///
    /// # Errors
    /// [`WatchError`] if the root does not exist or cannot be read.
    pub fn new(root: &Path, mode: WatchMode, ignore: &[PathBuf]) -> Result<Watch, WatchError> {
        let root = root.canonicalize().map_err(|error| WatchError {
            root: root.to_owned(),
            error,
        })?;
        let queue = Arc::new(EventQueue::new(PathFilter::new(&root, ignore)));
        let (folders, interval) = match mode {
            WatchMode::Events => (FolderWatcher::new(root, &queue).ok(), FALLBACK_INTERVAL),
            WatchMode::Poll(interval) => (None, interval),
        };
        Ok(Watch {
            queue,
            folders,
            interval,
            last_poll: Instant::now(),
        })
    }

    /// How changes are noticed at present.
    pub fn mode(&self) -> WatchMode {
        match self.folders {
            Some(_) => WatchMode::Events,
            None => WatchMode::Poll(self.interval),
        }
    }

    /// Replaces the paths that are watched outside of the site's own folders: those on which its links depend, as
    /// [`Sources::link_dependencies`](super::sources::Sources::link_dependencies) lists them.
    ///
    /// To be called after each look at the sources. New paths are reported once, because they may have changed before
    /// they were watched.
    pub fn follow(&mut self, elsewhere: BTreeSet<PathBuf>) {
        for path in self.queue.set_elsewhere(elsewhere) {
            if let Some(folders) = &mut self.folders {
                if folders.follow(&path).is_err() {
                    self.folders = None;
                }
                self.queue.hint(path);
            }
        }
    }

    /// Waits until a burst of changes is over, or until the deadline.
    pub fn wait(&mut self, deadline: Option<Instant>) -> WatchEvent {
        let is_polled = self.folders.is_none();
        let poll = is_polled.then(|| self.last_poll + self.interval);
        let mut hints = match self.queue.wait(poll.into_iter().chain(deadline).min()) {
            WatchEvent::Changed(hints) => hints,
            WatchEvent::Deadline if poll.is_some_and(|poll| poll <= Instant::now()) => {
                ChangeHints::Everything
            }
            event => return event,
        };
        let updated = self.folders.as_mut().map(|folders| folders.update(&hints));
        if updated.is_some_and(|it| it.is_err()) {
            self.folders = None;
            hints = ChangeHints::Everything;
        }
        self.last_poll = Instant::now();
        WatchEvent::Changed(hints)
    }

    /// A handle for other threads.
    pub fn handle(&self) -> WatchHandle {
        WatchHandle(self.queue.clone())
    }
}

impl WatchHandle {
    /// Ends the present waiting, or the next one if nobody waits.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Whether there are changes that [`Watch::wait`] has not returned yet.
    pub fn has_changes(&self) -> bool {
        self.0.has_changes()
    }
}
