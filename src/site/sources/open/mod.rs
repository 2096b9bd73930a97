//! A site's files that stay open: one way to read them first, and to look at them again.

mod look;
mod scope;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::changes::{Before, Hints};
use super::fault::Fault;
use super::history::History;
use super::links::Links;
use super::names::{self, Kind};
use super::read::{Folder, Seen};
use super::{LoadError, SETTINGS};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Changes, SourceFile, SourcePath, SourceTree};
use crate::site::stat_cache::{CachedFile, StatCache, is_outdated};
use crate::site::theme;

/// A site's files on disk, and what is known of them.
pub struct Sources {
    root: PathBuf,
    /// Where texts can be had again.
    archive: Arc<Folder>,
    tree: SourceTree,
    /// The files on disk that are in the tree, by their path from the root.
    seen: BTreeMap<PathBuf, Seen>,
    /// What is on disk and cannot be read, likewise.
    unreadable: BTreeMap<PathBuf, Fault>,
    links: Links,
    history: History,
    /// What the program before knew, as long as the site is looked at for the first time.
    known: StatCache,
    /// How many texts and files to be copied were read since what is known of them was kept.
    unknown: usize,
    faults: Vec<Diagnostic>,
}

impl Sources {
    /// Reads a site. What cannot be read, or lies outside the root, is reported and left out.
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn open(root: &Path) -> Result<Sources, LoadError> {
        Sources::open_knowing(root, StatCache::default())
    }

    /// The same, without reading texts and files to be copied of which it is known what is in them. Such texts must
    /// be held before they are asked for: see [`Sources::hold`].
    ///
    /// # Errors
    /// As for [`Sources::open`].
    pub fn open_knowing(root: &Path, known: StatCache) -> Result<Sources, LoadError> {
        let settings = root.join(SETTINGS);
        let bytes = fs::read(&settings).map_err(|error| LoadError::Io(settings, error))?;
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut sources = Sources {
            archive: Arc::new(Folder(root.clone())),
            root,
            tree: SourceTree {
                settings: SourceFile::new(SourcePath::new(SETTINGS), bytes),
                texts: BTreeMap::new(),
                assets: BTreeMap::new(),
                themes: BTreeMap::new(),
            },
            seen: BTreeMap::new(),
            unreadable: BTreeMap::new(),
            links: Links::default(),
            history: History::default(),
            known,
            unknown: 0,
            faults: Vec::new(),
        };
        theme::add_embedded(&mut sources.tree.themes);
        sources.refresh(&Hints::Everything);
        sources.known = StatCache::default();
        Ok(sources)
    }

    /// The files.
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// What could not be read, by path.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// The paths besides `site.toml` and the folders of the site on which its links depend: files,
    /// folders with all that is in them, or nothing yet.
    pub fn elsewhere(&self) -> BTreeSet<PathBuf> {
        let read = |place: &Path| {
            let inside = place.strip_prefix(&self.root).ok();
            inside.is_some_and(|path| self.is_read(path) && path.iter().all(names::is_visible))
        };
        // The settings may lie anywhere.
        let may_be_read = |link: &Path, place: &Path| {
            link == Path::new(SETTINGS) || place.starts_with(&self.root)
        };
        self.links
            .ways()
            .filter(|(link, place)| may_be_read(link, place) && !read(place))
            .map(|(_, place)| place.clone())
            .collect()
    }

    /// Looks again at what may have changed; says what has. Settings that cannot be read stay as they
    /// were, and are reported.
    pub fn refresh(&mut self, hints: &Hints) -> Changes {
        let scope = self.scope(hints);
        let moved = scope.history && self.history.look(&self.root);
        let mut before = Before::default();
        let mut paths = scope.paths;
        let settings = paths.remove(Path::new(SETTINGS)) && self.look_at_settings();
        for path in &paths {
            self.look_at(path, &mut before);
        }
        self.complete_themes(&mut before);
        self.date(moved, &mut before);
        let faults = self.find_faults();
        let mut changes = before.changes(&self.tree);
        changes.settings = settings;
        changes.faults = std::mem::replace(&mut self.faults, faults) != self.faults;
        changes
    }

    /// What is known of the files, for the next program; nothing if what was kept for it is nearly as good.
    pub fn news(&mut self) -> Option<StatCache> {
        let files = self.tree.texts.len() + self.tree.assets.len();
        let unknown = std::mem::take(&mut self.unknown);
        if is_outdated(unknown, files) {
            return Some(self.known());
        }
        self.unknown = unknown;
        None
    }

    /// What is known of the files.
    pub fn known(&self) -> StatCache {
        let texts = self.tree.texts.iter().map(|(path, it)| (path, it.digest));
        let assets = self.tree.assets.iter().map(|(path, it)| (path, it.digest));
        let known = texts.chain(assets).filter_map(|(path, digest)| {
            let seen = self.seen.get(Path::new(path.as_str()))?;
            Some(CachedFile {
                path: path.into(),
                stamp: seen.settled_stamp()?,
                digest,
            })
        });
        StatCache::of(known.collect())
    }

    /// Holds the bytes of texts. Whether all of them are as they were when they were looked at; the others will be
    /// read at the next look.
    pub fn hold(&mut self, paths: &BTreeSet<SourcePath>) -> bool {
        let texts: Vec<&SourceFile> = paths
            .iter()
            .filter_map(|path| self.tree.texts.get(path))
            .collect();
        let others = texts.into_par_iter().filter(|file| !file.hold());
        let others: Vec<SourcePath> = others.map(|file| file.path.clone()).collect();
        for path in &others {
            if let Some(seen) = self.seen.get_mut(Path::new(path.as_str())) {
                seen.unsettle();
            }
        }
        others.is_empty()
    }

    /// The same, of all texts.
    pub fn hold_all(&mut self) -> bool {
        let all = self.tree.texts.keys().cloned().collect();
        self.hold(&all)
    }

    /// Lets go of the bytes of texts that have been parsed, or need not be.
    pub fn let_go(&self) {
        self.tree.texts.values().for_each(SourceFile::let_go);
    }

    /// Adds the theme that comes with the program, or takes it out if the site has one of its name now.
    fn complete_themes(&mut self, before: &mut Before) {
        if !before.paths().any(|path| names::kind(path) == Kind::Theme) {
            return;
        }
        let mut embedded = BTreeMap::new();
        theme::add_embedded(&mut embedded);
        for path in embedded.keys() {
            before.note(&self.tree, path);
            if !self.seen.contains_key(Path::new(path.as_str())) {
                self.tree.themes.remove(path);
            }
        }
        theme::add_embedded(&mut self.tree.themes);
    }

    /// Dates the texts that were touched, or all if there is another last commit.
    fn date(&mut self, moved: bool, before: &mut Before) {
        if moved {
            self.history.learn(&self.root, self.tree.texts.keys());
            for path in self.tree.texts.keys() {
                if self
                    .tree
                    .texts
                    .get(path)
                    .is_some_and(|file| file.committed != self.history.date(path))
                {
                    before.note(&self.tree, path);
                }
            }
        } else {
            let there = before
                .paths()
                .filter(|path| self.tree.texts.contains_key(*path));
            self.history.learn(&self.root, there);
        }
        for path in before.paths() {
            if let Some(file) = self.tree.texts.get_mut(path) {
                file.committed = self.history.date(path);
            }
        }
    }

    fn find_faults(&self) -> Vec<Diagnostic> {
        let unreadable = self
            .unreadable
            .iter()
            .map(|(path, fault)| fault.report(path));
        let history = self.history.fault().filter(|_| !self.tree.texts.is_empty());
        unreadable.chain(history).collect()
    }
}
