//! Who looks on while a turn makes pages.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::build::{Stage, Watcher};
use crate::cli::progress::Progress;
use crate::site::preview::PreviewSink;
use crate::site::server::Server;
use crate::site::watch::WatchHandle;

/// Shows how far the turn has come, and says when it need not go on.
pub(super) struct Looking<'a> {
    progress: Option<&'a Progress<'a>>,
    server: Option<&'a Server>,
    /// Tells of changes for which the turn would be left; nothing where it is not to be.
    news: Option<WatchHandle>,
    ended: &'a AtomicBool,
}

impl<'a> Looking<'a> {
    /// The first turn, of which there is much to see and which is only left if the program is ended.
    pub(super) fn first(progress: &'a Progress<'a>, ended: &'a AtomicBool) -> Looking<'a> {
        Looking {
            progress: Some(progress),
            server: None,
            news: None,
            ended,
        }
    }

    /// Any other, which is seen through a server if there is one.
    pub(super) fn through(
        server: Option<&'a Server>,
        news: Option<WatchHandle>,
        ended: &'a AtomicBool,
    ) -> Looking<'a> {
        Looking {
            progress: None,
            server,
            news,
            ended,
        }
    }
}

impl Watcher for Looking<'_> {
    fn stage(&self, stage: Stage) {
        self.progress.iter().for_each(|it| it.stage(stage));
    }

    fn step(&self) {
        self.progress.iter().for_each(|it| it.step());
    }

    fn preview_sink(&self) -> Option<&dyn PreviewSink> {
        self.server.map(|server| server as &dyn PreviewSink)
    }

    fn is_outdated(&self) -> bool {
        self.ended.load(Ordering::SeqCst)
            || self.news.as_ref().is_some_and(WatchHandle::has_changes)
    }
}
