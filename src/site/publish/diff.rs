//! How the live tree differs from the site that is wanted: from a walk through the tree, or from what is known of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use rayon::prelude::*;

use super::error::PublishError;
use super::manifest::{self, MANIFEST};
use super::pending::Pending;
use super::tree::{Entry, Kind, Tree, at, folders_of};
use super::update::{Changes, Delta, Digests};
use crate::base::digest::Digest;
use crate::base::output::{Content, Output, OutputPath};
use crate::site::stat_cache::StatCache;

/// The new tree, and how it differs from the live one. A diff that comes from a walk covers the whole tree, and one that
/// comes from what is known covers the files that may differ.
pub(super) struct Diff<'a> {
    /// Everything but folders, by path.
    pub(super) files: BTreeMap<&'a OsStr, Source<'a>>,
    /// All folders, the root (the empty path) included.
    pub(super) folders: BTreeSet<&'a OsStr>,
    /// The foreign entries, folders included; in order of path.
    pub(super) foreign: Vec<&'a OsStr>,
    /// What changes for the visitors of the site.
    pub(super) delta: Delta,
}

/// A file that the new tree is to hold.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// Its path.
    pub(super) path: &'a OutputPath,
    /// The digest of its bytes. `None` for the manifest if the diff comes from what is known: nobody needs it then.
    pub(super) digest: Option<Digest>,
    /// Its bytes. `None` if they were published before and are no longer kept.
    pub(super) content: Option<&'a Content>,
}

/// Where an entry of the new tree comes from.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// The live entry, which is foreign.
    Foreign(&'a Entry),
    /// The live file, which has the wanted bytes.
    Kept(&'a Entry, &'a Wanted<'a>),
    /// The wanted bytes.
    Fresh(&'a Wanted<'a>, &'a Content),
}

/// Changes to a site of which everything else is known.
pub(super) struct KnownChange<'a> {
    /// The site before.
    pub(super) site: &'a Digests,
    /// What changes in it. Each change makes a difference.
    pub(super) changes: &'a Changes,
    /// The files that may differ between the two trees.
    pub(super) behind: &'a BTreeSet<OutputPath>,
    /// The manifest after the changes, if it changes too.
    pub(super) manifest: Option<&'a Content>,
}

impl<'a> Wanted<'a> {
    /// The files of the site after the pending updates, in order of path and without the manifest.
    pub(super) fn after(pending: &'a Pending, published: &'a Digests) -> Vec<Wanted<'a>> {
        let changes = match pending {
            Pending::Whole(site) => {
                // The manifest comes on top.
                let mut wanted = Vec::with_capacity(site.len() + 1);
                wanted.extend(site.values().map(Wanted::fresh));
                return wanted;
            }
            Pending::Part(changes) => changes,
        };
        let stays = published
            .iter()
            .filter(|(path, _)| !changes.contains_key(*path));
        let stays = stays.map(|(path, digest)| Wanted::kept(path, Some(*digest)));
        let mut wanted: Vec<Wanted<'a>> = stays
            .chain(changes.values().flatten().map(Wanted::fresh))
            .collect();
        wanted.sort_by(|a, b| a.path.cmp(b.path));
        wanted
    }

    /// The manifest of the site.
    pub(super) fn manifest(content: &'a Content, digest: Option<Digest>) -> Wanted<'a> {
        Wanted {
            path: manifest::path(),
            digest,
            content: Some(content),
        }
    }

    fn kept(path: &'a OutputPath, digest: Option<Digest>) -> Wanted<'a> {
        Wanted {
            path,
            digest,
            content: None,
        }
    }

    fn fresh(output: &'a Output) -> Wanted<'a> {
        Wanted {
            path: &output.path,
            digest: Some(output.digest),
            content: Some(&output.content),
        }
    }
}

impl<'a> KnownChange<'a> {
    /// All paths that may differ in one of the trees.
    pub(super) fn paths(&self) -> BTreeSet<&'a OsStr> {
        let manifest = self.manifest.map(|_| manifest::path());
        let changed = self.changes.keys().chain(manifest);
        self.behind.iter().chain(changed).map(os_str).collect()
    }

    /// The files that the new tree is to hold at these paths.
    pub(super) fn wanted(&self) -> Vec<Wanted<'a>> {
        let is_changed = |path: &OutputPath| match path == manifest::path() {
            true => self.manifest.is_some(),
            false => self.changes.contains_key(path),
        };
        let stays = |path: &OutputPath| self.site.contains_key(path) || path == manifest::path();
        let kept = self
            .behind
            .iter()
            .filter(|path| !is_changed(path) && stays(path));
        let kept = kept.map(|path| Wanted::kept(path, self.site.get(path).copied()));
        let fresh = self.changes.values().flatten().map(Wanted::fresh);
        let manifest = self.manifest.map(|it| Wanted::manifest(it, None));
        kept.chain(fresh).chain(manifest).collect()
    }

    /// Whether, in the spare tree, only folders and files that the change knows are where folders are needed.
    pub(super) fn is_possible_in_spare(&self, spare: &Tree) -> bool {
        let paths = self.paths();
        let folders = folders_of(paths.iter().copied());
        folders.iter().all(|folder| match spare.get(folder) {
            Some(entry) if entry.kind == Kind::File => paths.contains(folder),
            Some(entry) => entry.kind == Kind::Folder,
            None => true,
        })
    }

    /// Whether the live tree has the files that change, and nothing where new files come.
    fn is_possible_in(&self, live: &Tree) -> bool {
        self.changes
            .keys()
            .all(|path| match live.get(os_str(path)) {
                Some(entry) => entry.kind == Kind::File && self.site.contains_key(path),
                None => !self.site.contains_key(path),
            })
    }
}

impl<'a> Diff<'a> {
    /// Compares the wanted files (the manifest included) with the whole live tree. Files whose digest the cache does not
    /// know are read.
    ///
    /// # Errors
    /// [`PublishError::Clash`] if two outputs cannot both be there, [`PublishError::InTheWay`] if an output and a foreign
    /// file cannot, and [`PublishError::Lost`] if nobody knows the bytes of a file.
    pub(super) fn walked(
        out: &Path,
        live: &'a Tree,
        owned: &'a BTreeSet<OutputPath>,
        wanted: &'a [Wanted<'a>],
        cache: &StatCache,
    ) -> Result<Diff<'a>, PublishError> {
        let mut files = sources(out, live, wanted, cache)?;
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
        Ok(Diff {
            files,
            folders,
            foreign,
            delta,
        })
    }

    /// The diff that follows from what is known. `live` holds the entries at [`KnownChange::paths`], and `wanted` is
    /// [`KnownChange::wanted`]. Returns `None` if the live tree is not as it should be: then it must be walked.
    pub(super) fn known(
        change: &KnownChange<'_>,
        live: &'a Tree,
        wanted: &'a [Wanted<'a>],
    ) -> Option<Diff<'a>> {
        let source = |wanted: &'a Wanted<'a>| {
            let path = os_str(wanted.path);
            let source = match wanted.content {
                Some(content) => Source::Fresh(wanted, content),
                None => Source::Kept(live.file(path)?, wanted),
            };
            Some((path, source))
        };
        let files: BTreeMap<&OsStr, Source<'a>> =
            wanted.iter().map(source).collect::<Option<_>>()?;
        let mut folders = folders_of(files.keys().copied());
        let is_free = |folder: &&OsStr| {
            !files.contains_key(folder) && live.get(folder).is_none_or(|it| it.kind == Kind::Folder)
        };
        if !change.is_possible_in(live) || !folders.iter().all(is_free) {
            return None;
        }
        folders.insert(OsStr::new(""));
        Some(Diff {
            files,
            folders,
            foreign: Vec::new(),
            delta: Delta::of(change.changes, change.site),
        })
    }

    /// Whether the live tree is the new tree already.
    pub(super) fn is_empty(&self) -> bool {
        let manifest = self.files.get(os_str(manifest::path()));
        self.delta.is_empty() && matches!(manifest, Some(Source::Kept(..)))
    }

    /// The files of the site that are not in the live tree yet, and those that only the live tree has.
    pub(super) fn changed_paths(&self, owned: &BTreeSet<OutputPath>) -> BTreeSet<OutputPath> {
        let fresh = self.files.values().filter_map(|source| match source {
            Source::Fresh(wanted, _) => Some(wanted.path),
            Source::Kept(..) | Source::Foreign(_) => None,
        });
        let gone = owned
            .iter()
            .filter(|path| !self.files.contains_key(os_str(path)));
        fresh.chain(gone).cloned().collect()
    }
}

fn sources<'a>(
    out: &Path,
    live: &'a Tree,
    wanted: &'a [Wanted<'a>],
    cache: &StatCache,
) -> Result<BTreeMap<&'a OsStr, Source<'a>>, PublishError> {
    let sources: Vec<(&OsStr, Source<'a>)> = wanted
        .par_iter()
        .map(|wanted| {
            let path = os_str(wanted.path);
            let source = match (live.file(path), wanted.content) {
                (Some(entry), _) if is_right(out, entry, wanted, cache) => {
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

/// Whether the live file has the wanted bytes. A file that cannot be read is replaced.
fn is_right(out: &Path, entry: &Entry, wanted: &Wanted<'_>, cache: &StatCache) -> bool {
    if let Some(Content::Bytes(bytes)) = wanted.content
        && u64::try_from(bytes.len()) != Ok(entry.stamp.size)
    {
        return false;
    }
    let digest = cache.digest_or_read(out, wanted.path.as_str(), &entry.stamp);
    digest.is_some() && digest == wanted.digest
}

/// The live entries that are neither ours nor wanted. A folder is ours if it holds, or once held, something of ours.
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
        Kind::File | Kind::Other => owned.contains(path),
    };
    live.iter()
        .filter(|(path, entry)| !wanted.contains_key(path) && !is_ours(path, entry))
        .collect()
}

fn delta(live: &Tree, owned: &BTreeSet<OutputPath>, files: &BTreeMap<&OsStr, Source<'_>>) -> Delta {
    let is_there = |path: &OsStr| live.get(path).is_some_and(|it| it.kind != Kind::Folder);
    let mut delta = Delta::default();
    for (path, source) in files.iter().filter(|(path, _)| **path != MANIFEST) {
        match source {
            Source::Foreign(_) => {}
            Source::Kept(..) => delta.unchanged += 1,
            Source::Fresh(wanted, _) if is_there(path) => delta.replaced.push(wanted.path.clone()),
            Source::Fresh(wanted, _) => delta.created.push(wanted.path.clone()),
        }
    }
    let gone = owned.iter().map(|path| (path, os_str(path)));
    let gone = gone.filter(|(_, path)| !files.contains_key(path) && is_there(path));
    delta.removed = gone.map(|(path, _)| path.clone()).collect();
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

/// The path as the system writes it.
fn os_str(path: &OutputPath) -> &OsStr {
    OsStr::new(path.as_str())
}
