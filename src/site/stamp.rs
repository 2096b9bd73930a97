//! What tells without reading that a file is as it was.

use std::fmt;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use borsh::{BorshDeserialize, BorshSerialize};

/// Metadata that changes when a file does, as seen at some moment. Equal stamps at two paths mean the
/// same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) size: u64,
    /// When the bytes last changed, as the file says; in nanoseconds of Unix time.
    modified: i64,
    /// When bytes or metadata last changed, which nobody can set; where the system does not say, as
    /// `modified`.
    changed: i64,
    /// The file's disk; where the system does not say, 0.
    disk: u64,
    /// Its number there, likewise.
    inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().map_or(0, nanoseconds);
        #[cfg(unix)]
        let (changed, disk, inode) = {
            use std::os::unix::fs::MetadataExt;
            let changed = metadata
                .ctime()
                .saturating_mul(1_000_000_000)
                .saturating_add(metadata.ctime_nsec());
            (changed, metadata.dev(), metadata.ino())
        };
        #[cfg(not(unix))]
        let (changed, disk, inode) = (modified, 0, 0);
        Stamp {
            size: metadata.len(),
            modified,
            changed,
            disk,
            inode,
        }
    }

    /// Whether a change made after `seen` would show. Disks count time in ticks: a change in the same
    /// tick as the one before would not.
    pub(super) fn is_settled(&self, seen: SystemTime) -> bool {
        const COARSE: i64 = 2_000_000_000; // FAT counts two seconds
        const FINE: i64 = 50_000_000; // Linux counts timer ticks, of 10 ms at most; a busy host delays some
        let tick = match self.changed % 1_000_000_000 {
            0 => COARSE,
            _ => FINE,
        };
        self.changed.saturating_add(tick) < nanoseconds(seen)
    }

    /// Whether a change made from then on would show.
    pub(super) fn is_before(&self, moment: Moment) -> bool {
        self.disk == moment.disk && self.changed < moment.at
    }

    /// Whether this is the same file with the same bytes, though linked once more or less.
    pub(super) fn is_relinked(&self, before: &Stamp) -> bool {
        Stamp {
            changed: before.changed,
            ..*self
        } == *before
    }
}

/// A moment by the very clock by which a disk stamps its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    disk: u64,
    at: i64,
}

impl Moment {
    /// Now, on the disk on which this file can be; it is made for that, and removed.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn now(file: &Path) -> io::Result<Moment> {
        if let Err(error) = fs::remove_file(file)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        let stamp = Stamp::of(&fs::File::create_new(file)?.metadata()?);
        fs::remove_file(file)?;
        Ok(Moment {
            disk: stamp.disk,
            at: stamp.changed,
        })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stamp {
            size,
            modified,
            changed,
            disk,
            inode,
        } = self;
        write!(f, "{size} {modified} {changed} {disk} {inode}")
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn is_before_a_moment_when_the_clock_of_its_disk_has_gone_on() {
        let root = tempfile::tempdir().unwrap();
        let (file, clock) = (root.path().join("file"), root.path().join("clock"));
        fs::write(&file, "text").unwrap();
        fs::write(&clock, "left by a killed program").unwrap();
        let stamp = Stamp::of(&fs::metadata(&file).unwrap());
        let moment = |at: i64| Moment {
            at,
            disk: stamp.disk,
        };
        assert!(!stamp.is_before(moment(stamp.changed)));
        assert!(stamp.is_before(moment(stamp.changed + 1)));
        while !stamp.is_before(Moment::now(&clock).unwrap()) {}
        assert!(!clock.exists());
        fs::write(&file, "else").unwrap();
        assert_ne!(Stamp::of(&fs::metadata(&file).unwrap()), stamp);
    }

    #[test]
    fn is_settled_when_its_tick_is_over() {
        let at = |nanos: u64| UNIX_EPOCH + Duration::from_nanos(nanos);
        let stamp = |changed: i64| Stamp {
            size: 3,
            modified: -7,
            changed,
            disk: 0,
            inode: 9,
        };
        assert!(!stamp(5_000_000_001).is_settled(at(5_000_000_001)));
        assert!(!stamp(5_000_000_001).is_settled(at(5_050_000_001)));
        assert!(stamp(5_000_000_001).is_settled(at(5_050_000_002)));
        assert!(!stamp(5_000_000_000).is_settled(at(7_000_000_000)));
        assert!(stamp(5_000_000_000).is_settled(at(7_000_000_001)));
    }
}
