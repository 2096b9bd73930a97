//! Tells when a site's files may have changed, so that they are looked at again.
//!
//! What the system tells are hints and no more: which paths to look at. A burst of them is waited for
//! until it is quiet. Every folder is watched by itself, and before it is looked at, so that nothing can
//! change unseen in between.

mod folders;
mod interest;
mod pending;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use folders::Folders;
use interest::Interest;
use pending::{Shared, Wake};

use super::sources::Hints;

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The system tells of each.
    Events,
    /// All files are looked at again, this often.
    Poll(Duration),
}

/// Why nothing can be watched.
#[derive(Debug)]
pub struct WatchError {
    /// The folder of the site.
    pub root: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// What ended the waiting.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Something may have changed.
    Changed(Hints),
    /// The deadline came.
    Deadline,
    /// [`Handle::wake`] was called.
    Woken,
}

/// Tells when files may have changed.
pub struct Watch {
    shared: Arc<Shared>,
    /// `None`: no events, so all is looked at again from time to time.
    folders: Option<Folders>,
    interval: Duration,
    polled: Instant,
}

/// A [`Watch`], for other threads than the one that waits.
#[derive(Clone)]
pub struct Handle(Arc<Shared>);

/// How often to look where the system tells of no events, though it should.
const WITHOUT_EVENTS: Duration = Duration::from_secs(1);

impl Watch {
    /// Watches a site. `ignore` are the folders that the program itself writes.
    ///
    /// Where the system cannot tell of events, as when it has no more watches to give, the files are
    /// looked at from time to time: see [`Watch::how`].
    ///
    /// # Errors
    /// The root is not there.
    pub fn new(root: &Path, how: How, ignore: &[PathBuf]) -> Result<Watch, WatchError> {
        let root = root.canonicalize().map_err(|error| WatchError {
            root: root.to_owned(),
            error,
        })?;
        let shared = Arc::new(Shared::new(Interest::new(&root, ignore)));
        let (folders, interval) = match how {
            How::Events => (Folders::watch(root, &shared).ok(), WITHOUT_EVENTS),
            How::Poll(interval) => (None, interval),
        };
        Ok(Watch {
            shared,
            folders,
            interval,
            polled: Instant::now(),
        })
    }

    /// How changes are noticed, which is by polling once there can be no events.
    pub fn how(&self) -> How {
        match self.folders {
            Some(_) => How::Events,
            None => How::Poll(self.interval),
        }
    }

    /// Watches these paths besides the site's own folders, and no others any more: what its links depend
    /// on, as [`Sources::elsewhere`](super::sources::Sources::elsewhere) says. To be told after each look,
    /// for free when nothing is new; new ones are hinted at, lest they changed just before.
    pub fn follow(&mut self, elsewhere: BTreeSet<PathBuf>) {
        let fresh = self.shared.follow(elsewhere);
        for path in fresh {
            let watched = self.folders.as_mut().map(|folders| folders.follow(&path));
            match watched {
                Some(Err(_)) => {
                    self.folders = None;
                    self.shared.hint(path);
                }
                Some(Ok(())) => self.shared.hint(path),
                None => {}
            }
        }
    }

    /// Waits until something may have changed, or until the deadline. A burst of changes is waited for
    /// until it is quiet, but not for ever.
    pub fn next(&mut self, deadline: Option<Instant>) -> Next {
        let poll = self.folders.is_none().then(|| self.polled + self.interval);
        let until = poll.into_iter().chain(deadline).min();
        let hints = match self.shared.wait(until) {
            Wake::Woken => return Next::Woken,
            Wake::Changed(hints) => hints,
            Wake::Time if poll.is_some_and(|poll| poll <= Instant::now()) => Hints::Everything,
            Wake::Time => return Next::Deadline,
        };
        let watched = self.folders.as_mut().map(|folders| folders.update(&hints));
        if let Some(Err(_)) = watched {
            self.folders = None;
            self.polled = Instant::now();
            return Next::Changed(Hints::Everything);
        }
        self.polled = Instant::now();
        Next::Changed(hints)
    }

    /// A handle for other threads.
    pub fn handle(&self) -> Handle {
        Handle(self.shared.clone())
    }
}

impl Handle {
    /// Ends the waiting, or the next one if there is none now.
    pub fn wake(&self) {
        self.0.wake();
    }

    /// Whether something was told that nobody has waited for yet.
    pub fn has_news(&self) -> bool {
        self.0.has_burst()
    }
}
