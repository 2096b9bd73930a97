//! The progress bar of a build that takes long.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::build::{self, Observer, Stage};
use crate::messages::Messages;

/// A progress bar on standard error. It is hidden if that is not a terminal.
pub(super) struct Progress<'a> {
    bar: ProgressBar,
    messages: &'a Messages,
}

/// A build that ends sooner shows no bar.
const SHOW_AFTER: Duration = Duration::from_millis(400);

impl<'a> Progress<'a> {
    pub(super) fn new(messages: &'a Messages) -> Progress<'a> {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        let progress = Progress { bar, messages };
        progress.show_later();
        progress
    }

    pub(super) fn observer(&self) -> Observer<'_> {
        Observer {
            progress: Some(self),
            ..Observer::default()
        }
    }

    /// Prints something, without the bar in its way.
    pub(super) fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn show_later(&self) {
        let bar = self.bar.downgrade();
        std::thread::spawn(move || {
            std::thread::sleep(SHOW_AFTER);
            if let Some(bar) = bar.upgrade().filter(|bar| !bar.is_finished()) {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
        });
    }
}

impl build::Progress for Progress<'_> {
    fn stage(&self, stage: Stage) {
        let (key, steps) = match stage {
            Stage::Parse(texts) => ("cli-progress-parse", texts),
            Stage::Resolve => ("cli-progress-resolve", 0),
            Stage::Render(pages) => ("cli-progress-render", pages),
            Stage::Search => ("cli-progress-search", 0),
        };
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_message(self.messages.text(key, &[]));
    }

    fn step(&self) {
        self.bar.inc(1);
    }
}
