//! How the live tree differs from the site that is wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use super::error::PublishError;
use super::parallel::map_all;
use super::tree::{Entry, Kind, Tree, at, folders_of};
use super::update::Delta;
use super::wanted::Wanted;
use crate::base::output::{MANIFEST, OutputContent, OutputPath};

/// The new tree, and how it differs from the live one; either as a whole, or at the paths that were looked at.
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

/// Where an entry of the new tree comes from.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    /// The live entry, which is foreign.
    Foreign(&'a Entry),
    /// The live file, which has the wanted bytes.
    Kept(&'a Entry, &'a Wanted<'a>),
    /// The wanted bytes.
    Fresh(&'a Wanted<'a>, &'a OutputContent),
}

impl<'a> Diff<'a> {
    /// Compares the wanted files, among them the manifest, with the live tree. `is_right` says whether a live file has
    /// the wanted bytes.
    ///
    /// # Errors
    /// [`PublishError::Clash`] if two outputs cannot both be there, [`PublishError::InTheWay`] if an output and a foreign
    /// file or folder cannot, and [`PublishError::Lost`] if nobody knows the bytes of a file.
    pub(super) fn new(
        out: &Path,
        live: &'a Tree,
        owned: &[&OutputPath],
        wanted: &'a [Wanted<'a>],
        is_right: impl Fn(&Entry, &Wanted<'_>) -> bool + Sync,
    ) -> Result<Diff<'a>, PublishError> {
        let mut folders = folders_of(wanted.iter().map(|wanted| os_str(wanted.path)));
        check_clash(wanted, &folders)?;
        let ours = Owned::new(owned);
        let mut files = sources(out, live, &ours, wanted, is_right)?;

        let others = foreign(live, &ours, &files, &folders);
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
        let mut in_place_of_files = foreign_folders.iter().filter(|it| files.contains_key(*it));
        if let Some(path) = in_place_of_files.next() {
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

    /// Whether the live tree is the new tree already.
    pub(super) fn is_empty(&self) -> bool {
        let manifest = self.files.get(OsStr::new(MANIFEST));
        self.delta.is_empty() && matches!(manifest, Some(Source::Kept(..)))
    }

    /// The files of the site that only one of the trees has, or that have other bytes in the other tree.
    pub(super) fn changed_paths(&self, owned: &[&OutputPath]) -> BTreeSet<OutputPath> {
        let fresh = self.files.values().filter_map(|source| match source {
            Source::Fresh(wanted, _) => Some(wanted.path),
            Source::Kept(..) | Source::Foreign(_) => None,
        });
        let is_gone = |path: &&OutputPath| !self.files.contains_key(os_str(path));
        let gone = owned.iter().copied().filter(is_gone);
        fresh.chain(gone).cloned().collect()
    }
}

/// The path as the system writes it.
pub(super) fn os_str(path: &OutputPath) -> &OsStr {
    OsStr::new(path.as_str())
}

fn sources<'a>(
    out: &Path,
    live: &'a Tree,
    owned: &Owned<'_>,
    wanted: &'a [Wanted<'a>],
    is_right: impl Fn(&Entry, &Wanted<'_>) -> bool + Sync,
) -> Result<BTreeMap<&'a OsStr, Source<'a>>, PublishError> {
    let sources = map_all(wanted, |wanted| {
        let path = os_str(wanted.path);
        let right = live.file(path).filter(|entry| is_right(entry, wanted));
        let there = live.get(path);
        match (right, wanted.content) {
            (Some(entry), _) => Ok(Source::Kept(entry, wanted)),
            _ if there.is_some_and(|entry| !owned.yields(path, entry)) => {
                Err(in_the_way(out, path))
            }
            (None, Some(content)) => Ok(Source::Fresh(wanted, content)),
            (None, None) => Err(PublishError::Lost {
                path: at(out, path),
            }),
        }
    })?;
    let paths = wanted.iter().map(|wanted| os_str(wanted.path));
    Ok(paths.zip(sources).collect())
}

/// What of the live tree is ours.
struct Owned<'a> {
    /// What the manifest names, and the manifest, which bears the program's name.
    files: BTreeSet<&'a OsStr>,
    /// The folders that hold, or once held, something of ours.
    folders: BTreeSet<&'a OsStr>,
}

impl<'a> Owned<'a> {
    fn new(files: &[&'a OutputPath]) -> Owned<'a> {
        let files = files.iter().map(|path| os_str(path));
        let files: BTreeSet<&OsStr> = files.chain([OsStr::new(MANIFEST)]).collect();
        let folders = folders_of(files.iter().copied());
        Owned { files, folders }
    }

    fn contains(&self, path: &OsStr, entry: &Entry) -> bool {
        match entry.kind {
            Kind::Folder => path.is_empty() || self.folders.contains(path),
            Kind::File | Kind::Other => self.files.contains(path),
        }
    }

    /// Whether an output may take the place of an entry. A folder has nothing of its own; what is in it may be in the way.
    fn yields(&self, path: &OsStr, entry: &Entry) -> bool {
        entry.kind == Kind::Folder || self.files.contains(path)
    }
}

/// The live entries that are neither ours nor wanted.
fn foreign<'a>(
    live: &'a Tree,
    owned: &Owned<'_>,
    wanted: &BTreeMap<&OsStr, Source<'_>>,
    wanted_folders: &BTreeSet<&OsStr>,
) -> Vec<(&'a OsStr, &'a Entry)> {
    let is_wanted = |path: &OsStr, entry: &Entry| {
        wanted.contains_key(path) || entry.kind == Kind::Folder && wanted_folders.contains(path)
    };
    live.iter()
        .filter(|(path, entry)| !is_wanted(path, entry) && !owned.contains(path, entry))
        .collect()
}

fn delta(live: &Tree, owned: &[&OutputPath], files: &BTreeMap<&OsStr, Source<'_>>) -> Delta {
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
    let is_gone = |path: &OsStr| !files.contains_key(path) && is_there(path);
    let gone = owned.iter().filter(|path| is_gone(os_str(path)));
    delta.removed = gone.map(|path| (*path).clone()).collect();
    delta
}

fn check_clash(wanted: &[Wanted<'_>], folders: &BTreeSet<&OsStr>) -> Result<(), PublishError> {
    let mut paths = wanted.iter().map(|wanted| wanted.path);
    let Some(file) = paths.find(|path| folders.contains(os_str(path))) else {
        return Ok(());
    };
    let is_inside =
        |path: &&OutputPath| *path != file && Path::new(path.as_str()).starts_with(file.as_str());
    let mut paths = wanted.iter().map(|wanted| wanted.path);
    Err(PublishError::Clash {
        first: file.clone(),
        second: paths.find(is_inside).unwrap_or(file).clone(),
    })
}

fn in_the_way(out: &Path, path: &OsStr) -> PublishError {
    PublishError::InTheWay {
        path: at(out, path),
    }
}
