//! File metadata that tells, without reading a file, whether it has changed.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::digest::Digest;

/// The metadata of a file that changes when the file does. Equal stamps at two paths mean the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) size: u64,
    /// When the bytes last changed, as the file says; in nanoseconds of Unix time.
    modified: i64,
    /// When bytes or metadata last changed, which nobody can set. Equal to `modified` where the system does not say.
    changed: i64,
    /// The number of the file's disk; 0 where the system does not say.
    disk: u64,
    /// The number of the file on its disk; 0 where the system does not say.
    inode: u64,
}

impl Stamp {
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

    /// Whether every change made after `seen` shows in the stamp. Disks count time in ticks: two changes within one
    /// tick leave the same time.
    pub(super) fn is_settled(&self, seen: SystemTime) -> bool {
        const COARSE_TICK_NS: i64 = 2_000_000_000; // FAT counts two seconds
        const FINE_TICK_NS: i64 = 50_000_000; // Linux counts timer ticks, of 10 ms at most; a busy host delays some
        let tick = match self.changed % 1_000_000_000 {
            0 => COARSE_TICK_NS,
            _ => FINE_TICK_NS,
        };
        self.changed.saturating_add(tick) < nanoseconds(seen)
    }

    /// Whether every change made from this moment on shows in the stamp.
    pub(super) fn is_before(&self, moment: Moment) -> bool {
        self.disk == moment.disk && self.changed < moment.at
    }

    /// Whether the entry is the same one, with the same content. Unlike equality this ignores the time when the metadata
    /// changed: that is another one after each hard link to the file that is made or removed.
    pub(super) fn has_content_of(&self, before: &Stamp) -> bool {
        Stamp {
            changed: before.changed,
            ..*self
        } == *before
    }
}

/// The identity of the running program: the digest of its file's metadata. Returns `None` if the system does not say
/// which file that is.
///
/// The file itself is not read, because that takes longer than to build a small site.
pub fn program_fingerprint() -> Option<Digest> {
    let metadata = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let stamp = borsh::to_vec(&Stamp::of(&metadata)).ok()?;
    Some(Digest::of(&stamp))
}

/// A moment, by the clock with which a disk stamps its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    disk: u64,
    at: i64,
}

impl Moment {
    /// The present moment, on the disk of this path. A file is created there and removed again.
    ///
    /// # Errors
    /// The system cannot create or remove the file.
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
    fn a_stamp_is_before_a_moment_once_the_clock_of_its_disk_has_advanced() {
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
    fn a_stamp_is_settled_when_its_tick_is_over() {
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
