//! Which files need not be read again: their digests, and the metadata that any change would change.
//!
//! Only a cache, kept in the work folder: a missing or damaged one costs reading the site once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::manifest::{escaped, unescaped};
use super::place;
use crate::engine::stamp::Stamp;
use crate::vocabulary::digest::Digest;
use crate::vocabulary::output::OutputPath;

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
    fn digest(&self, path: &OutputPath, stamp: &Stamp) -> Option<Digest> {
        self.by_path
            .get(path)
            .filter(|(seen, _)| seen == stamp)
            .map(|(_, digest)| *digest)
    }

    /// The digest of a file of the tree at `out`; it is read unless it is as it was. Nothing if it cannot be.
    pub(super) fn digest_in(&self, out: &Path, path: &OutputPath, stamp: &Stamp) -> Option<Digest> {
        self.digest(path, stamp).or_else(|| {
            let file = fs::File::open(out.join(path.as_str())).ok()?;
            Digest::of_reader(file).ok()
        })
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
        self.is_saved = place::replace(file, text).is_ok();
    }
}

fn line(path: &OutputPath, stamp: &Stamp, digest: &Digest) -> String {
    format!("{digest} {stamp} {}\n", escaped(path.as_str()))
}

fn parse(line: &str) -> Option<Known> {
    let (digest, rest) = line.split_once(' ')?;
    let (stamp, path) = Stamp::parse(rest)?;
    Some(Known {
        digest: digest.parse().ok()?,
        stamp,
        path: unescaped(path)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back() {
        let (stamp, _) = Stamp::parse("3 -7 12 4 9 ").unwrap();
        let known = Known {
            path: OutputPath::file("a b/50%\nc"),
            stamp,
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
}
