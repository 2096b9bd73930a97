//! A site's files that stay open: one way to read them first, and to look at them again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::changes::{Before, Hints};
use super::fault::{Fault, is_gone};
use super::history::History;
use super::links::{self, Link, Links};
use super::names::{self, FOLDERS, Kind};
use super::read::{self, Folder, Seen, Value, Wanted};
use super::walk::{self, Look};
use super::{LoadError, SETTINGS};
use crate::engine::known::{File, Known, is_outdated};
use crate::engine::theme;
use crate::vocabulary::diagnostic::Diagnostic;
use crate::vocabulary::source::Changes;
use crate::vocabulary::source::{SourceFile, SourcePath, SourceTree};

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
    known: Known,
    /// How many texts and files to be copied were read since what is known of them was kept.
    unknown: usize,
    faults: Vec<Diagnostic>,
}

/// Where to look again.
#[derive(Default)]
struct Scope {
    /// The paths, from the root; no two of them one in the other.
    paths: BTreeSet<PathBuf>,
    history: bool,
}

impl Sources {
    /// Reads a site. What cannot be read, or lies outside the root, is reported and left out.
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn open(root: &Path) -> Result<Sources, LoadError> {
        Sources::open_knowing(root, Known::default())
    }

    /// The same, without reading texts and files to be copied of which it is known what is in them. Such texts must
    /// be held before they are asked for: see [`Sources::hold`].
    ///
    /// # Errors
    /// As for [`Sources::open`].
    pub fn open_knowing(root: &Path, known: Known) -> Result<Sources, LoadError> {
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
        sources.known = Known::default();
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
    pub fn news(&mut self) -> Option<Known> {
        let files = self.tree.texts.len() + self.tree.assets.len();
        let unknown = std::mem::take(&mut self.unknown);
        if is_outdated(unknown, files) {
            return Some(self.known());
        }
        self.unknown = unknown;
        None
    }

    /// What is known of the files.
    pub fn known(&self) -> Known {
        let texts = self.tree.texts.iter().map(|(path, it)| (path, it.digest));
        let assets = self.tree.assets.iter().map(|(path, it)| (path, it.digest));
        let known = texts.chain(assets).filter_map(|(path, digest)| {
            let seen = self.seen.get(Path::new(path.as_str()))?;
            Some(File {
                path: path.into(),
                stamp: seen.settled_stamp()?,
                digest,
            })
        });
        Known::of(known.collect())
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

    fn is_read(&self, path: &Path) -> bool {
        path.starts_with(SETTINGS) || FOLDERS.iter().any(|folder| path.starts_with(folder))
    }

    fn scope(&self, hints: &Hints) -> Scope {
        let everything = || Scope {
            paths: FOLDERS
                .into_iter()
                .chain([SETTINGS])
                .map(PathBuf::from)
                .collect(),
            history: true,
        };
        let Hints::Paths(hints) = hints else {
            return everything();
        };
        let mut scope = Scope::default();
        let mut folders = BTreeMap::new();
        for hint in hints {
            let hint = self.real(hint, &mut folders);
            if self.root.starts_with(&hint) {
                return everything();
            }
            scope.history |= self.history.is_near(&hint, &self.root);
            let own = hint.strip_prefix(&self.root).ok().map(Path::to_owned);
            let shown = own.into_iter().chain(self.links.showing(&hint));
            scope.paths.extend(
                shown
                    .filter(|path| self.is_read(path))
                    .map(|path| self.readable(path)),
            );
        }
        let mut last: Option<PathBuf> = None;
        scope.paths.retain(|path| {
            let is_in = last.as_ref().is_some_and(|last| path.starts_with(last));
            if !is_in {
                last = Some(path.clone());
            }
            !is_in
        });
        scope
    }

    /// A hint's path without links; `folders` remembers those of its fellows.
    fn real(&self, hint: &Path, folders: &mut BTreeMap<PathBuf, PathBuf>) -> PathBuf {
        let hint = self.root.join(hint);
        let (Some(folder), Some(name)) = (hint.parent(), hint.file_name()) else {
            return hint;
        };
        let real = folders
            .entry(folder.to_owned())
            .or_insert_with(|| links::real(&folder.join("_")));
        real.with_file_name(name)
    }

    /// The path, or the nearest one above that could not be read.
    fn readable(&self, path: PathBuf) -> PathBuf {
        let mut above: Vec<&Path> = path.ancestors().collect();
        above.reverse();
        let unreadable = above
            .into_iter()
            .find(|above| self.unreadable.contains_key(*above));
        unreadable.map_or_else(|| path.clone(), Path::to_owned)
    }

    fn look_at_settings(&mut self) -> bool {
        let path = Path::new(SETTINGS);
        self.links.remove_below(path);
        let on_disk = self.root.join(path);
        if on_disk.is_symlink() {
            self.links
                .add(Link::follow(path.to_owned(), &self.root, path.as_os_str()));
        }
        match fs::read(on_disk) {
            Ok(bytes) => {
                self.unreadable.remove(path);
                let file = SourceFile::new(SourcePath::new(SETTINGS), bytes);
                let changed = file.digest != self.tree.settings.digest;
                self.tree.settings = file;
                changed
            }
            Err(error) => {
                let fault = match is_gone(&error) {
                    true => Fault::MISSING,
                    false => Fault::of(&error),
                };
                self.unreadable.insert(path.to_owned(), fault);
                false
            }
        }
    }

    /// Looks at a path below one of the folders, and at all that is below it.
    fn look_at(&mut self, path: &Path, before: &mut Before) {
        let now = SystemTime::now();
        let Look {
            files,
            faults,
            links,
        } = walk::look(&self.root, path);
        let mut gone: BTreeSet<PathBuf> = links::below(&self.seen, path).cloned().collect();
        let unreadable: Vec<PathBuf> = links::below(&self.unreadable, path).cloned().collect();
        unreadable
            .iter()
            .for_each(|path| drop(self.unreadable.remove(path)));
        self.unreadable.extend(faults);
        self.links.remove_below(path);
        links.into_iter().for_each(|link| self.links.add(link));

        let mut wanted = Vec::new();
        for (shown, metadata) in files {
            let Some(source) = names::source_path(&shown) else {
                self.unreadable.insert(shown, Fault::NAME);
                continue;
            };
            gone.remove(&shown);
            let seen = Seen::new(&metadata, now);
            let known = self
                .seen
                .get(&shown)
                .is_some_and(|before| seen.is_as(before));
            // What was named itself is read in any case.
            if !known || shown == path {
                let digest = self.known.digest(source.as_str(), seen.stamp());
                let is_new = digest.is_none() && names::kind(&source) != Kind::Theme;
                self.unknown += usize::from(is_new);
                wanted.push(Wanted {
                    digest,
                    shown,
                    path: source,
                    seen,
                });
            }
        }
        gone.iter().for_each(|shown| self.remove(shown, before));
        for (wanted, value) in read::all(&self.archive, wanted) {
            self.put(wanted, value, before);
        }
    }

    fn put(&mut self, wanted: Wanted, value: io::Result<Value>, before: &mut Before) {
        let Wanted {
            shown, path, seen, ..
        } = wanted;
        match value {
            Ok(value) => {
                before.note(&self.tree, &path);
                self.seen.insert(shown, seen);
                match value {
                    Value::Asset(asset) => drop(self.tree.assets.insert(path, asset)),
                    Value::File(file) => drop(self.files(&path).insert(path, file)),
                }
            }
            Err(error) => {
                self.remove(&shown, before);
                // It may be gone since it was seen.
                if !is_gone(&error) {
                    self.unreadable.insert(shown, Fault::of(&error));
                }
            }
        }
    }

    fn remove(&mut self, shown: &Path, before: &mut Before) {
        let known = self.seen.remove(shown);
        if let Some(path) = known.and_then(|_| names::source_path(shown)) {
            before.note(&self.tree, &path);
            match names::kind(&path) {
                Kind::Asset => drop(self.tree.assets.remove(&path)),
                Kind::Text | Kind::Theme => drop(self.files(&path).remove(&path)),
            }
        }
    }

    fn files(&mut self, path: &SourcePath) -> &mut BTreeMap<SourcePath, SourceFile> {
        match names::kind(path) {
            Kind::Theme => &mut self.tree.themes,
            Kind::Text | Kind::Asset => &mut self.tree.texts,
        }
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
