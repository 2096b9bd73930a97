//! Reading files whole, as many at once as there are hands.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::names::{Kind, kind};
use crate::base::digest::Digest;
use crate::base::source::{Asset, SourceFile, SourcePath};
use crate::site::stamp::Stamp;

/// So few files are read sooner than other hands can be called.
const FEW: usize = 8;

/// A file to be read.
pub(super) struct Wanted {
    /// Where the site shows it, from the root.
    pub(super) shown: PathBuf,
    /// The same as a value.
    pub(super) path: SourcePath,
    /// How it was before it was read.
    pub(super) seen: Seen,
    /// The digest of its bytes, if that is known; then they are read when they are asked for.
    pub(super) digest: Option<Digest>,
}

/// How a file was when it was last looked at.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    stamp: Stamp,
    settled: bool,
}

/// What a file is once it was looked at.
pub(super) enum Value {
    /// A text that was read, or a file of a theme.
    File(SourceFile),
    /// A text that was not read, because its digest is known.
    KnownText(Digest),
    /// A file that is copied.
    Asset(Asset),
}

impl Seen {
    /// A file whose metadata were just asked for, not before `now`.
    pub(super) fn new(metadata: &Metadata, now: SystemTime) -> Seen {
        let stamp = Stamp::of(metadata);
        Seen {
            stamp,
            settled: stamp.is_settled(now),
        }
    }

    /// Its stamp, if nothing may have changed unseen since. Where the system does not say when the metadata of a file
    /// last changed, which nobody can set, it may.
    pub(super) fn settled_stamp(&self) -> Option<Stamp> {
        (cfg!(unix) && self.settled).then_some(self.stamp)
    }

    /// Its stamp.
    pub(super) fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Forgets that nothing may have changed unseen.
    pub(super) fn unsettle(&mut self) {
        self.settled = false;
    }

    /// Whether the file is still as it was at this earlier look.
    pub(super) fn is_as(&self, before: &Seen) -> bool {
        before.settled && before.stamp == self.stamp
    }
}

/// Reads files below the root.
pub(super) fn all(root: &Path, wanted: Vec<Wanted>) -> Vec<(Wanted, io::Result<Value>)> {
    let read = |wanted: Wanted| {
        let value = value(&wanted, root);
        (wanted, value)
    };
    if wanted.len() < FEW {
        return wanted.into_iter().map(read).collect();
    }
    wanted.into_par_iter().map(read).collect()
}

fn value(wanted: &Wanted, root: &Path) -> io::Result<Value> {
    let Wanted { path, digest, .. } = wanted;
    let on_disk = root.join(&wanted.shown);
    Ok(match (kind(path), *digest) {
        (Kind::Asset, digest) => Value::Asset(Asset {
            path: path.clone(),
            digest: digest.map_or_else(|| Digest::of_reader(File::open(&on_disk)?), Ok)?,
            on_disk: Arc::from(on_disk),
        }),
        (Kind::Text, Some(digest)) => Value::KnownText(digest),
        (Kind::Text | Kind::Theme, _) => {
            Value::File(SourceFile::new(path.clone(), fs::read(&on_disk)?))
        }
    })
}
