//! How long each stage takes.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::meter::Meter;
use super::timings::{Lap, Timings};
use crate::site::cpu;

/// Measures one stage after another.
pub struct Stopwatch {
    wall: Instant,
    cpu: Option<Duration>,
}

impl Stopwatch {
    /// Starts it.
    pub fn start() -> Stopwatch {
        Stopwatch {
            wall: Instant::now(),
            cpu: cpu::of_process(),
        }
    }

    /// Ends a stage, and begins the next.
    pub fn lap(&mut self, stage: &'static str) -> Lap {
        let before = std::mem::replace(self, Stopwatch::start());
        let (now, then) = (self.cpu, before.cpu);
        Lap {
            stage,
            wall: self.wall - before.wall,
            cpu: now.zip(then).map(|(now, then)| now.saturating_sub(then)),
        }
    }
}

/// The present time, in seconds since 1970.
pub fn unix_seconds() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(now.unwrap_or_default().as_secs()).unwrap_or(i64::MAX)
}

/// The stages of a turn, and what in them is slow.
pub(super) struct Clock {
    stopwatch: Stopwatch,
    laps: Vec<Lap>,
    pub(super) meter: Meter,
}

impl Clock {
    /// Starts it. Single files and templates are measured only if `slowest` says so, because that takes time itself.
    pub(super) fn start(slowest: bool) -> Clock {
        Clock {
            stopwatch: Stopwatch::start(),
            laps: Vec::new(),
            meter: Meter::new(slowest),
        }
    }

    pub(super) fn lap(&mut self, stage: &'static str) {
        self.laps.push(self.stopwatch.lap(stage));
    }

    pub(super) fn timings(self) -> Timings {
        let (files, templates) = self.meter.slowest();
        Timings {
            stages: self.laps,
            files,
            templates,
        }
    }
}
