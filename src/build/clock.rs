//! How long each stage takes.

use std::time::{Duration, Instant};

use super::cpu;
use super::meter::Meter;
use super::timings::{Lap, Timings};

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

/// The stages of a turn, and what in them is dear.
pub(super) struct Clock {
    stopwatch: Stopwatch,
    laps: Vec<Lap>,
    pub(super) meter: Meter,
}

impl Clock {
    /// Starts it. What is dear is looked at only if it is `request` for.
    pub(super) fn start(request: bool) -> Clock {
        Clock {
            stopwatch: Stopwatch::start(),
            laps: Vec::new(),
            meter: Meter::new(request),
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
