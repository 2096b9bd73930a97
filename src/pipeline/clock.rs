//! How long each stage takes.

use std::time::{Duration, Instant};

pub(super) struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    pub(super) fn start() -> Clock {
        Clock {
            last: Instant::now(),
            laps: Vec::new(),
        }
    }

    pub(super) fn lap(&mut self, name: &'static str) {
        let now = Instant::now();
        self.laps.push((name, now - self.last));
        self.last = now;
    }

    pub(super) fn laps(self) -> Vec<(&'static str, Duration)> {
        self.laps
    }
}
