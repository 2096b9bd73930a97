//! What is known of two trees that differ in few places, so that neither need be walked.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use super::manifest::Manifest;
use super::tree::at;
use crate::base::output::OutputPath;

/// The spare tree is the live one, but for some files of the site.
pub(super) struct Twin {
    /// The files that may differ.
    pub(super) behind: BTreeSet<OutputPath>,
    /// The manifest in the live tree.
    pub(super) manifest: Manifest,
    marks: Vec<Marks>,
}

/// The root, or something foreign, in both trees.
struct Marks {
    path: OsString,
    live: Mark,
    spare: Mark,
}

/// What tells that something was replaced, edited, or (a folder) that entries came or went.
#[derive(PartialEq, Eq)]
struct Mark {
    inode: u64,
    size: u64,
    modified: Option<SystemTime>,
}

impl Twin {
    /// Two trees that are the same, their manifest, and what in them is foreign.
    ///
    /// # Errors
    /// What the system says; a foreign file that is gone again.
    pub(super) fn new<'a>(
        out: &Path,
        spare: &Path,
        manifest: Manifest,
        foreign: impl Iterator<Item = &'a OsStr>,
    ) -> io::Result<Twin> {
        let mark = |path: &OsStr| {
            Ok(Marks {
                path: path.to_owned(),
                live: Mark::of(&at(out, path))?,
                spare: Mark::of(&at(spare, path))?,
            })
        };
        Ok(Twin {
            behind: BTreeSet::new(),
            manifest,
            marks: [OsStr::new("")]
                .into_iter()
                .chain(foreign)
                .map(mark)
                .collect::<io::Result<_>>()?,
        })
    }

    /// Looks whether others were there: at both folders themselves, and at each foreign thing.
    ///
    /// # Errors
    /// They were, or cannot be excluded.
    pub(super) fn check(&self, out: &Path, spare: &Path) -> io::Result<()> {
        for marks in &self.marks {
            if Mark::of(&at(out, &marks.path))? != marks.live
                || Mark::of(&at(spare, &marks.path))? != marks.spare
            {
                return Err(io::ErrorKind::Other.into());
            }
        }
        Ok(())
    }

    /// Has a new look at the spare folder, in which only we were at work.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn worked_on(&mut self, spare: &Path) -> io::Result<()> {
        match self.marks.first_mut() {
            Some(root) => root.spare = Mark::of(spare)?,
            None => return Err(io::ErrorKind::Other.into()),
        }
        Ok(())
    }

    /// The trees changed places, and differ in these files now; the manifest may be another.
    pub(super) fn swapped(&mut self, behind: BTreeSet<OutputPath>, manifest: Option<Manifest>) {
        self.behind = behind;
        if let Some(manifest) = manifest {
            self.manifest = manifest;
        }
        for marks in &mut self.marks {
            std::mem::swap(&mut marks.live, &mut marks.spare);
        }
    }
}

impl Mark {
    fn of(path: &Path) -> io::Result<Mark> {
        Ok(Mark::from(&fs::symlink_metadata(path)?))
    }

    fn from(metadata: &Metadata) -> Mark {
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let inode = 0;
        Mark {
            inode,
            // The size of a folder says nothing that its time does not.
            size: if metadata.is_dir() { 0 } else { metadata.len() },
            modified: metadata.modified().ok(),
        }
    }
}
