//! What the new tree is made of, decided before anything is written.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;

use super::Delta;
use super::error::PublishError;
use super::manifest::MANIFEST;
use super::stamps::Stamps;
use super::tree::{Entry, Kind, Tree, at};
use crate::base::digest::Digest;
use crate::base::output::{Content, OutputPath};
use crate::site::stat_cache::File;

/// The new tree, and how it differs from the live one.
pub(super) struct Plan<'a> {
    /// All that is not a folder, by path.
    pub(super) files: BTreeMap<&'a OsStr, Source<'a>>,
    /// All folders, the tree's own (the empty path) included.
    pub(super) folders: BTreeSet<&'a OsStr>,
    /// What is neither ours nor wanted, folders included.
    pub(super) foreign: Vec<&'a OsStr>,
    /// What changes for those who see the site.
    pub(super) delta: Delta,
}

/// A file that the new tree is to hold.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// Where.
    pub(super) path: &'a OutputPath,
    /// The digest of its bytes.
    pub(super) digest: Digest,
    /// Its bytes; `None` if they were published before and are no longer kept.
    pub(super) content: Option<&'a Content>,
}

/// What an entry of the new tree is made of.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// The live file, which is foreign.
    Foreign(&'a Entry),
    /// The live file, which has the bytes that are wanted.
    Kept(&'a Entry, &'a Wanted<'a>),
    /// The bytes that are wanted.
    Fresh(&'a Wanted<'a>, &'a Content),
}

impl<'a> Plan<'a> {
    /// Compares what is wanted (the manifest included) with what is there. Files without a known digest are read.
    ///
    /// # Errors
    /// Two outputs, or an output and a foreign file, that cannot both be there; a file whose bytes nobody knows.
    pub(super) fn new(
        out: &Path,
        live: &'a Tree,
        owned: &'a BTreeSet<OutputPath>,
        wanted: &'a [Wanted<'a>],
        stamps: &Stamps,
    ) -> Result<Plan<'a>, PublishError> {
        let mut files = sources(out, live, wanted, stamps)?;
        let mut folders = folders_of(files.keys().copied());
        check_clash(wanted, &folders)?;

        let others = foreign(live, owned, &files, &folders);
        let foreign: Vec<&OsStr> = others.iter().map(|(path, _)| *path).collect();
        let mut foreign_folders = folders_of(foreign.iter().copied());
        for (path, entry) in others {
            if entry.kind == Kind::Folder {
                foreign_folders.insert(path);
            } else if folders.contains(path) {
                return Err(in_the_way(out, path));
            } else {
                files.insert(path, Source::Foreign(entry));
            }
        }
        if let Some(path) = foreign_folders
            .iter()
            .find(|path| files.contains_key(*path))
        {
            return Err(in_the_way(out, path));
        }
        folders.append(&mut foreign_folders);
        folders.insert(OsStr::new(""));
        let delta = delta(live, owned, &files);
        Ok(Plan {
            files,
            folders,
            foreign,
            delta,
        })
    }

    /// Whether the live tree is the new tree already.
    pub(super) fn is_done(&self) -> bool {
        let manifest = self.files.get(OsStr::new(MANIFEST));
        self.delta.is_empty() && matches!(manifest, Some(Source::Kept(..)))
    }

    /// The live files that stay, as far as a change after `seen`, when they were looked at, would show.
    pub(super) fn known(&self, seen: SystemTime) -> Vec<File> {
        self.files
            .values()
            .filter_map(|source| match source {
                Source::Kept(entry, wanted) if entry.stamp.is_settled(seen) => Some(File {
                    path: wanted.path.into(),
                    stamp: entry.stamp,
                    digest: wanted.digest,
                }),
                _ => None,
            })
            .collect()
    }
}

fn sources<'a>(
    out: &Path,
    live: &'a Tree,
    wanted: &'a [Wanted<'a>],
    stamps: &Stamps,
) -> Result<BTreeMap<&'a OsStr, Source<'a>>, PublishError> {
    let sources: Vec<(&OsStr, Source<'a>)> = wanted
        .par_iter()
        .map(|wanted| {
            let path = OsStr::new(wanted.path.as_str());
            let source = match (live.get(path), wanted.content) {
                (Some(entry), _) if is_right(out, entry, wanted, stamps) => {
                    Source::Kept(entry, wanted)
                }
                (_, Some(content)) => Source::Fresh(wanted, content),
                (_, None) => {
                    return Err(PublishError::Lost {
                        path: at(out, path),
                    });
                }
            };
            Ok((path, source))
        })
        .collect::<Result<_, _>>()?;
    Ok(sources.into_iter().collect())
}

/// Whether the live file has the output's bytes. One that cannot be read has not: it is replaced.
fn is_right(out: &Path, entry: &Entry, wanted: &Wanted<'_>, stamps: &Stamps) -> bool {
    if entry.kind != Kind::File {
        return false;
    }
    if let Some(Content::Bytes(bytes)) = wanted.content
        && u64::try_from(bytes.len()) != Ok(entry.stamp.size)
    {
        return false;
    }
    stamps.digest_in(out, wanted.path, &entry.stamp) == Some(wanted.digest)
}

/// What lies in the live tree and is neither ours nor wanted. A folder is ours if something of ours is, or was, in it.
fn foreign<'a>(
    live: &'a Tree,
    owned: &BTreeSet<OutputPath>,
    wanted: &BTreeMap<&OsStr, Source<'_>>,
    wanted_folders: &BTreeSet<&OsStr>,
) -> Vec<(&'a OsStr, &'a Entry)> {
    let owned: BTreeSet<&OsStr> = owned.iter().map(os_str).collect();
    let owned_folders = folders_of(owned.iter().copied());
    let is_ours = |path: &OsStr, entry: &Entry| match entry.kind {
        Kind::Folder => {
            path.is_empty() || owned_folders.contains(path) || wanted_folders.contains(path)
        }
        _ => owned.contains(path),
    };
    live.iter()
        .filter(|(path, entry)| !wanted.contains_key(path) && !is_ours(path, entry))
        .collect()
}

fn delta(live: &Tree, owned: &BTreeSet<OutputPath>, files: &BTreeMap<&OsStr, Source<'_>>) -> Delta {
    let mut delta = Delta::default();
    for (path, source) in files.iter().filter(|(path, _)| **path != MANIFEST) {
        let is_there = || {
            live.get(path)
                .is_some_and(|entry| entry.kind != Kind::Folder)
        };
        match source {
            Source::Foreign(_) => {}
            Source::Kept(..) => delta.unchanged += 1,
            Source::Fresh(wanted, _) if is_there() => delta.replaced.push(wanted.path.clone()),
            Source::Fresh(wanted, _) => delta.created.push(wanted.path.clone()),
        }
    }
    delta.removed = owned
        .iter()
        .filter(|path| !files.contains_key(os_str(path)))
        .filter(|path| {
            live.get(os_str(path))
                .is_some_and(|entry| entry.kind != Kind::Folder)
        })
        .cloned()
        .collect();
    delta
}

fn check_clash(wanted: &[Wanted<'_>], folders: &BTreeSet<&OsStr>) -> Result<(), PublishError> {
    let Some(file) = wanted
        .iter()
        .find(|wanted| folders.contains(os_str(wanted.path)))
    else {
        return Ok(());
    };
    let inside = wanted
        .iter()
        .find(|wanted| {
            wanted.path != file.path
                && Path::new(wanted.path.as_str()).starts_with(file.path.as_str())
        })
        .unwrap_or(file);
    Err(PublishError::Clash {
        first: file.path.clone(),
        second: inside.path.clone(),
    })
}

fn in_the_way(out: &Path, path: &OsStr) -> PublishError {
    PublishError::InTheWay {
        path: at(out, path),
    }
}

/// The folders on the way to these paths, without the tree's own.
pub(super) fn folders_of<'p>(paths: impl Iterator<Item = &'p OsStr>) -> BTreeSet<&'p OsStr> {
    let mut folders = BTreeSet::new();
    for path in paths {
        for folder in Path::new(path).ancestors().skip(1) {
            let folder = folder.as_os_str();
            if folder.is_empty() || !folders.insert(folder) {
                break;
            }
        }
    }
    folders
}

/// The path as the system writes it.
pub(super) fn os_str(path: &OutputPath) -> &OsStr {
    OsStr::new(path.as_str())
}
