//! The stamps of files, and whether to trust them.

use std::fs::Metadata;
use std::time::SystemTime;

use crate::site::stamp::Stamp;

#[derive(Clone, Copy)]
pub(super) struct ObservedStamp {
    stamp: Stamp,
    /// Whether every later change shows in the stamp.
    is_settled: bool,
}

impl ObservedStamp {
    /// The stamp in metadata that were read after `now`.
    pub(super) fn new(metadata: &Metadata, now: SystemTime) -> ObservedStamp {
        let stamp = Stamp::of(metadata);
        ObservedStamp {
            stamp,
            is_settled: stamp.is_settled(now),
        }
    }

    pub(super) fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// The stamp, if every later change shows in it. Returns `None` where the system does not say when the metadata of
    /// a file last changed, because other times can be set.
    pub(super) fn settled_stamp(&self) -> Option<Stamp> {
        (cfg!(unix) && self.is_settled).then_some(self.stamp)
    }

    /// Stops trusting the stamp, so that the next scan reads the file.
    pub(super) fn unsettle(&mut self) {
        self.is_settled = false;
    }

    /// Whether the file is certainly unchanged since an earlier scan.
    pub(super) fn is_unchanged_since(&self, before: &ObservedStamp) -> bool {
        before.is_settled && before.stamp == self.stamp
    }
}
