//! Which files need not be read again: their digests, and the metadata that any change would change.
//!
//! Only a cache, kept in the work folder: a missing or damaged one costs reading the site once.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::manifest::{escaped, unescaped};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::OutputPath;

/// Metadata that changes when a file does. Equal stamps in two trees mean the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// In bytes.
    pub(super) size: u64,
    /// When the bytes last changed, as the file says; in nanoseconds of Unix time.
    modified: i64,
    /// When bytes or metadata last changed, which nobody can set; where the system does not say, as `modified`.
    changed: i64,
    /// The file's number on its disk; where the system does not say, 0.
    inode: u64,
}

/// A file whose digest is known.
pub(super) struct Known {
    /// Where it lies.
    pub(super) path: OutputPath,
    /// How it was when it had the digest.
    pub(super) stamp: Stamp,
    /// The digest of its bytes.
    pub(super) digest: Digest,
}

/// The files whose digests are known.
pub(super) struct Stamps {
    by_path: BTreeMap<OutputPath, (Stamp, Digest)>,
    is_saved: bool,
}

impl Stamp {
    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        let modified = metadata.modified().map_or(0, nanoseconds);
        #[cfg(unix)]
        let (changed, inode) = {
            use std::os::unix::fs::MetadataExt;
            let changed = metadata
                .ctime()
                .saturating_mul(1_000_000_000)
                .saturating_add(metadata.ctime_nsec());
            (changed, metadata.ino())
        };
        #[cfg(not(unix))]
        let (changed, inode) = (modified, 0);
        Stamp {
            size: metadata.len(),
            modified,
            changed,
            inode,
        }
    }

    /// Whether a change made after `seen` would show. Disks count time in ticks: a change in the same
    /// tick as the one before would not.
    pub(super) fn is_settled(&self, seen: SystemTime) -> bool {
        const COARSE: i64 = 2_000_000_000; // FAT counts two seconds
        const FINE: i64 = 20_000_000; // Linux counts timer ticks, of 10 ms at most
        let tick = if self.changed % 1_000_000_000 == 0 {
            COARSE
        } else {
            FINE
        };
        self.changed.saturating_add(tick) < nanoseconds(seen)
    }

    /// Whether this is the same file with the same bytes, though linked once more or less.
    pub(super) fn is_relinked(&self, before: &Stamp) -> bool {
        Stamp {
            changed: before.changed,
            ..*self
        } == *before
    }
}

impl Stamps {
    /// What was saved there, if anything.
    pub(super) fn load(file: &Path) -> Stamps {
        let text = fs::read_to_string(file).unwrap_or_default();
        let by_path = text
            .split('\n')
            .filter_map(parse)
            .map(|known| (known.path, (known.stamp, known.digest)))
            .collect();
        Stamps {
            by_path,
            is_saved: true,
        }
    }

    /// The digest of a file, if it is as it was.
    pub(super) fn digest(&self, path: &OutputPath, stamp: &Stamp) -> Option<Digest> {
        self.by_path
            .get(path)
            .filter(|(seen, _)| seen == stamp)
            .map(|(_, digest)| *digest)
    }

    /// Knows these files and no others.
    pub(super) fn replace(&mut self, known: Vec<Known>) {
        let by_path = known
            .into_iter()
            .map(|known| (known.path, (known.stamp, known.digest)))
            .collect();
        self.is_saved &= self.by_path == by_path;
        self.by_path = by_path;
    }

    /// The file at this path is about to change.
    pub(super) fn forget(&mut self, path: &OutputPath) {
        self.is_saved &= self.by_path.remove(path).is_none();
    }

    /// Saves what is known now. A failure is no fault of the build: the next one reads the files again.
    pub(super) fn save(&mut self, file: &Path) {
        if self.is_saved {
            return;
        }
        let text: String = self
            .by_path
            .iter()
            .map(|(path, (stamp, digest))| line(path, stamp, digest))
            .collect();
        let fresh = file.with_extension("new");
        self.is_saved = fs::write(&fresh, text)
            .and_then(|()| fs::rename(&fresh, file))
            .is_ok();
    }
}

fn line(path: &OutputPath, stamp: &Stamp, digest: &Digest) -> String {
    let Stamp {
        size,
        modified,
        changed,
        inode,
    } = stamp;
    let path = escaped(path.as_str());
    format!("{digest} {size} {modified} {changed} {inode} {path}\n")
}

fn parse(line: &str) -> Option<Known> {
    let mut parts = line.splitn(6, ' ');
    Some(Known {
        digest: parts.next()?.parse().ok()?,
        stamp: Stamp {
            size: parts.next()?.parse().ok()?,
            modified: parts.next()?.parse().ok()?,
            changed: parts.next()?.parse().ok()?,
            inode: parts.next()?.parse().ok()?,
        },
        path: unescaped(parts.next()?)?,
    })
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

    fn stamp(changed: i64) -> Stamp {
        Stamp {
            size: 3,
            modified: -7,
            changed,
            inode: 9,
        }
    }

    #[test]
    fn a_line_is_read_back() {
        let known = Known {
            path: OutputPath::file("a b/50%\nc"),
            stamp: stamp(12),
            digest: Digest::of(b"x"),
        };
        let text = line(&known.path, &known.stamp, &known.digest);
        let read = parse(text.strip_suffix('\n').unwrap()).unwrap();
        assert_eq!(
            (read.path, read.stamp, read.digest),
            (known.path, known.stamp, known.digest)
        );
        for end in 0..text.len() - 1 {
            let cut = parse(&text[..end]).map(|known| known.path);
            assert_ne!(cut, Some(OutputPath::file("a b/50%\nc")), "{end}");
        }
    }

    #[test]
    fn a_stamp_is_settled_when_its_tick_is_over() {
        let at = |nanos: u64| UNIX_EPOCH + Duration::from_nanos(nanos);
        assert!(!stamp(5_000_000_001).is_settled(at(5_000_000_001)));
        assert!(!stamp(5_000_000_001).is_settled(at(5_020_000_001)));
        assert!(stamp(5_000_000_001).is_settled(at(5_020_000_002)));
        assert!(!stamp(5_000_000_000).is_settled(at(7_000_000_000)));
        assert!(stamp(5_000_000_000).is_settled(at(7_000_000_001)));
    }
}
