//! The files of a site on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::changes::ChangeHints;
use super::history::History;
use super::links::Links;
use super::names::{self, SourceKind};
use super::observed_stamp::ObservedStamp;
use super::skipped::Skipped;
use super::{LoadError, RecentCommits, SETTINGS_FILE};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Changes, SourceFile, SourcePath, SourceTree};
use crate::site::stat_cache::{CachedFile, StatCache, is_outdated};
use crate::site::theme;

/// The files of a site on disk, as they were at the last scan.
///
/// A *site path* is a path from the root of the site, before any links in it are followed.
pub struct Sources {
    pub(super) root: PathBuf,
    pub(super) tree: SourceTree,
    /// The stamps of the files in the tree, by site path.
    pub(super) stamps: BTreeMap<PathBuf, ObservedStamp>,
    /// The files and folders that are not part of the site, by site path.
    pub(super) skipped: BTreeMap<PathBuf, Skipped>,
    /// Texts that were read and that no [`Changes`] have handed out yet.
    pub(super) pending_texts: BTreeMap<SourcePath, SourceFile>,
    pub(super) links: Links,
    pub(super) history: History,
    /// The digests that an earlier process knew. Empty after the first scan.
    pub(super) cache: StatCache,
    /// The number of texts and assets that were read and that the saved cache does not know.
    pub(super) uncached_files: usize,
    pub(super) faults: Vec<Diagnostic>,
}

impl Sources {
    /// Reads a site. Files that cannot be read, or lie outside the root, are reported and left out.
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn open(root: &Path) -> Result<Sources, LoadError> {
        Sources::open_with_cache(root, StatCache::default())
    }

    /// Reads a site, except for the texts and assets whose digests are in the cache. Such texts are read when
    /// [`Sources::changes_since`] hands them out.
    ///
    /// # Errors
    /// The settings cannot be read.
    pub fn open_with_cache(root: &Path, cache: StatCache) -> Result<Sources, LoadError> {
        let mut sources = Sources::scanned(root, cache);
        match sources.skipped.remove(Path::new(SETTINGS_FILE)) {
            Some(reason) => Err(LoadError::Settings(root.join(SETTINGS_FILE), reason)),
            None => Ok(sources),
        }
    }

    /// Reads a site whose settings are not on disk yet.
    pub fn open_with_settings(root: &Path, settings: &str) -> Sources {
        let mut sources = Sources::scanned(root, StatCache::default());
        let path = SourcePath::new(SETTINGS_FILE);
        sources.tree.settings = SourceFile::new(path, settings.as_bytes().to_vec());
        sources
    }

    fn scanned(root: &Path, cache: StatCache) -> Sources {
        let real_root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let mut sources = Sources {
            root: real_root,
            tree: SourceTree {
                settings: SourceFile::new(SourcePath::new(SETTINGS_FILE), Vec::new()),
                texts: BTreeMap::new(),
                assets: BTreeMap::new(),
                themes: BTreeMap::new(),
                addresses: None,
            },
            stamps: BTreeMap::new(),
            skipped: BTreeMap::new(),
            pending_texts: BTreeMap::new(),
            links: Links::default(),
            history: History::default(),
            cache,
            uncached_files: 0,
            faults: Vec::new(),
        };
        theme::add_embedded(&mut sources.tree.themes);
        sources.scan(&ChangeHints::Everything);
        sources.cache = StatCache::default();
        sources
    }

    /// The files, as values.
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// The findings about files that cannot be read, by path.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// The hash of the last commit. `None` if there is no history, or none that is whole.
    pub fn last_commit(&self) -> Option<&str> {
        self.history.last_commit()
    }

    /// The last commits, with what they changed in the texts. The texts of those that are known are not read. `None` as
    /// for [`Sources::last_commit`], and if objects are missing, as in a partial clone.
    pub fn recent_commits(&self, is_known: &dyn Fn(&str) -> bool) -> Option<RecentCommits> {
        self.history.recent_commits(&self.root, is_known)
    }

    /// The paths outside `site.toml` and the folders of the site on which its symbolic links depend. A path may be a
    /// file, a folder with everything in it, or may not exist yet.
    pub fn link_dependencies(&self) -> BTreeSet<PathBuf> {
        let is_scanned = |target: &Path| {
            let inside = target.strip_prefix(&self.root).ok();
            inside.is_some_and(names::is_source)
        };
        let targets = self.links.dependencies().map(|(_, target)| target);
        targets.filter(|it| !is_scanned(it)).cloned().collect()
    }

    /// Scans again what may have changed. Returns what has changed. Settings that cannot be read stay as they were,
    /// and are reported.
    pub fn refresh(&mut self, hints: &ChangeHints) -> Changes {
        let scanned = self.scan(hints);
        let mut changes = Changes {
            settings: scanned.settings_changed,
            faults: scanned.faults_changed,
            ..Changes::default()
        };
        for path in scanned.old_states.changed_files(&self.tree) {
            match names::source_kind(&path) {
                SourceKind::Asset => drop(changes.assets.insert(path)),
                SourceKind::Theme => drop(changes.themes.insert(path)),
                SourceKind::Addresses => changes.addresses = Some(path),
                SourceKind::Text => {
                    let file = self.take_text(&path);
                    changes.texts.insert(path, file);
                }
            }
        }
        changes
    }

    /// All files, as if there had been none before.
    pub fn everything(&mut self) -> Changes {
        Changes {
            settings: true,
            themes: self.tree.themes.keys().cloned().collect(),
            addresses: self.tree.addresses.as_ref().map(|it| it.path.clone()),
            faults: true,
            ..self.changes_since(&BTreeMap::new(), &BTreeMap::new())
        }
    }

    /// The cache to save for the next process. Returns `None` if the saved one is nearly as good.
    pub fn cache_if_outdated(&mut self) -> Option<StatCache> {
        let files = self.tree.texts.len() + self.tree.assets.len();
        if !is_outdated(self.uncached_files, files) {
            return None;
        }
        self.uncached_files = 0;
        Some(self.stat_cache())
    }

    /// The digests of the texts and assets, by their stamps.
    pub fn stat_cache(&self) -> StatCache {
        let texts = self.tree.texts.iter().map(|(path, it)| (path, it.digest));
        let assets = self.tree.assets.iter().map(|(path, it)| (path, it.digest));
        let files = texts.chain(assets).filter_map(|(path, digest)| {
            let observed = self.stamps.get(Path::new(path.as_str()))?;
            Some(CachedFile {
                path: path.into(),
                stamp: observed.settled_stamp()?,
                digest,
            })
        });
        StatCache::of(files.collect())
    }
}
