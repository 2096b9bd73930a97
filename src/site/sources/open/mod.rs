//! A site's files that stay open: one way to read them first, and to look at them again.

mod look;
mod scope;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::changes::{Before, Hints};
use super::fault::Fault;
use super::history::History;
use super::links::Links;
use super::names::{self, Kind};
use super::read::Seen;
use super::{LoadError, SETTINGS};
use crate::base::diagnostic::Diagnostic;
use crate::base::digest::Digest;
use crate::base::source::{Changes, FileState, SourceFile, SourcePath, SourceTree};
use crate::site::stat_cache::{CachedFile, StatCache, is_outdated};
use crate::site::theme;

/// A site's files on disk, and what is known of them.
pub struct Sources {
    root: PathBuf,
    tree: SourceTree,
    /// The files on disk that are in the tree, by their path from the root.
    seen: BTreeMap<PathBuf, Seen>,
    /// What is on disk and cannot be read, likewise.
    unreadable: BTreeMap<PathBuf, Fault>,
    /// Texts that were read and that no [`Changes`] have taken along yet.
    unparsed: BTreeMap<SourcePath, SourceFile>,
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

    /// The same, without reading texts and files to be copied whose digests are known by their stamps. Such texts are
    /// read when [`Sources::changes_since`] hands them out.
    ///
    /// # Errors
    /// As for [`Sources::open`].
    pub fn open_knowing(root: &Path, known: StatCache) -> Result<Sources, LoadError> {
        let settings = root.join(SETTINGS);
        let bytes = fs::read(&settings).map_err(|error| LoadError::Io(settings, error))?;
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut sources = Sources {
            root,
            tree: SourceTree {
                settings: SourceFile::new(SourcePath::new(SETTINGS), bytes),
                texts: BTreeMap::new(),
                assets: BTreeMap::new(),
                themes: BTreeMap::new(),
            },
            seen: BTreeMap::new(),
            unreadable: BTreeMap::new(),
            unparsed: BTreeMap::new(),
            links: Links::default(),
            history: History::default(),
            known,
            unknown: 0,
            faults: Vec::new(),
        };
        theme::add_embedded(&mut sources.tree.themes);
        sources.look(&Hints::Everything);
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
        let (settings, faults, before) = self.look(hints);
        let mut changes = Changes {
            settings,
            faults,
            ..Changes::default()
        };
        let different: Vec<SourcePath> = before.different(&self.tree).collect();
        for path in different {
            match names::kind(&path) {
                Kind::Asset => drop(changes.assets.insert(path)),
                Kind::Theme => drop(changes.themes.insert(path)),
                Kind::Text => {
                    let file = self.take_text(&path);
                    changes.texts.insert(path, file);
                }
            }
        }
        // Texts that were read again and are the same: their bytes may be outdated when all texts are asked for.
        self.unparsed.clear();
        changes
    }

    /// How the texts and copied files differ from these states of them. For texts that differ, the bytes come along.
    pub fn changes_since(
        &mut self,
        texts: &BTreeMap<SourcePath, FileState>,
        assets: &BTreeMap<SourcePath, Digest>,
    ) -> Changes {
        let is_same = |path: &SourcePath| self.tree.texts.get(path) == texts.get(path);
        let all: BTreeSet<&SourcePath> = self.tree.texts.keys().chain(texts.keys()).collect();
        let different: Vec<SourcePath> =
            all.into_iter().filter(|it| !is_same(it)).cloned().collect();
        let digest = |path: &SourcePath| self.tree.assets.get(path).map(|asset| asset.digest);
        let all: BTreeSet<&SourcePath> = self.tree.assets.keys().chain(assets.keys()).collect();
        let others = all
            .into_iter()
            .filter(|it| digest(it) != assets.get(*it).copied());
        let assets = others.cloned().collect();
        self.unparsed.retain(|path, _| !is_same(path));
        self.read_unknown(&different);
        let texts = different.into_iter().map(|path| {
            let file = self.take_text(&path);
            (path, file)
        });
        Changes {
            texts: texts.collect(),
            assets,
            ..Changes::default()
        }
    }

    /// All files, as if there had been nothing before.
    pub fn everything(&mut self) -> Changes {
        Changes {
            settings: true,
            themes: self.tree.themes.keys().cloned().collect(),
            faults: true,
            ..self.changes_since(&BTreeMap::new(), &BTreeMap::new())
        }
    }

    /// The text of a file for reports: of the settings, a theme's file, or a page or registry that is still as it was
    /// last looked at. `None` for any other.
    pub fn text(&self, path: &SourcePath) -> Option<String> {
        let settings = Some(&self.tree.settings).filter(|file| file.path == *path);
        if let Some(file) = settings.or_else(|| self.tree.themes.get(path)) {
            return Some(file.text().into_owned());
        }
        let state = self.tree.texts.get(path)?;
        let bytes = fs::read(self.root.join(path.as_str())).ok()?;
        let is_same = Digest::of(&bytes) == state.digest;
        is_same.then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Reads those of these texts that were not read yet, side by side.
    fn read_unknown(&mut self, paths: &[SourcePath]) {
        let is_unread = |path: &&SourcePath| {
            self.tree.texts.contains_key(*path) && !self.unparsed.contains_key(*path)
        };
        let unread: Vec<&SourcePath> = paths.iter().filter(is_unread).collect();
        let files = unread
            .par_iter()
            .filter_map(|path| read_text(&self.root, path));
        let files: Vec<SourceFile> = files.collect();
        let files = files.into_iter().map(|file| (file.path.clone(), file));
        self.unparsed.extend(files);
    }

    /// A text with its bytes, which are read unless they were already. `None` if it is not there.
    ///
    /// If it is another by now than when it was looked at, the tree takes over what it is; the next look finds it again.
    fn take_text(&mut self, path: &SourcePath) -> Option<SourceFile> {
        let state = self.tree.texts.get_mut(path)?;
        let unparsed = self.unparsed.remove(path);
        let Some(mut file) = unparsed.or_else(|| read_text(&self.root, path)) else {
            self.tree.texts.remove(path);
            self.seen.remove(Path::new(path.as_str()));
            return None;
        };
        if file.state.digest != state.digest {
            state.digest = file.state.digest;
            if let Some(seen) = self.seen.get_mut(Path::new(path.as_str())) {
                seen.unsettle();
            }
        }
        file.state = *state;
        Some(file)
    }

    /// Looks at what may have changed. Returns whether the settings have, whether other files cannot be read, and how
    /// the files were that were touched.
    fn look(&mut self, hints: &Hints) -> (bool, bool, Before) {
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
        let faults = std::mem::replace(&mut self.faults, faults) != self.faults;
        (settings, faults, before)
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

fn read_text(root: &Path, path: &SourcePath) -> Option<SourceFile> {
    let bytes = fs::read(root.join(path.as_str())).ok()?;
    Some(SourceFile::new(path.clone(), bytes))
}
