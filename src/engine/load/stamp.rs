//! What tells without reading that a file is as it was.

use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// Metadata that changes when a file does, as seen at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// In bytes.
    size: u64,
    /// When the bytes last changed, as the file says; in nanoseconds of Unix time.
    modified: i64,
    /// When bytes or metadata last changed, which nobody can set; where the system does not say, as
    /// `modified`.
    changed: i64,
    /// The file's disk and its number there; where the system does not say, 0.
    number: (u64, u64),
}

impl Stamp {
    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().map_or(0, nanoseconds);
        #[cfg(unix)]
        let (changed, number) = {
            use std::os::unix::fs::MetadataExt;
            let changed = metadata
                .ctime()
                .saturating_mul(1_000_000_000)
                .saturating_add(metadata.ctime_nsec());
            (changed, (metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let (changed, number) = (modified, (0, 0));
        Stamp {
            size: metadata.len(),
            modified,
            changed,
            number,
        }
    }

    /// Whether a change made after `seen` would show. Disks count time in ticks: a change in the same
    /// tick as the one before would not.
    pub(super) fn is_settled(&self, seen: SystemTime) -> bool {
        const COARSE: i64 = 2_000_000_000; // FAT counts two seconds
        const FINE: i64 = 20_000_000; // Linux counts timer ticks, of 10 ms at most
        let tick = match self.changed % 1_000_000_000 {
            0 => COARSE,
            _ => FINE,
        };
        self.changed.saturating_add(tick) < nanoseconds(seen)
    }
}

fn nanoseconds(time: SystemTime) -> i64 {
    let count =
        |duration: std::time::Duration| i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => count(since),
        Err(before) => -count(before.duration()),
    }
}
