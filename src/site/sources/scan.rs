//! Scanning: the files on disk are compared with the tree, and the tree is updated.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::SETTINGS_FILE;
use super::changes::{ChangeHints, OldStates};
use super::links::{self, Link};
use super::names::{self, CONTENT_FOLDER, SourceKind};
use super::observed_stamp::ObservedStamp;
use super::read::{self, FileToRead, ReadContent};
use super::skipped::{Skipped, is_not_found};
use super::source_files::Sources;
use super::walk::{self, FoundFile};
use crate::base::diagnostic::Diagnostic;
use crate::base::digest::Digest;
use crate::base::source::{FileState, SourceFile, SourcePath};
use crate::site::{regular_file, theme};

pub(super) struct Scanned {
    pub(super) settings_changed: bool,
    pub(super) faults_changed: bool,
    /// The states before the scan of all files that it touched.
    pub(super) old_states: OldStates,
}

impl Sources {
    pub(super) fn scan(&mut self, hints: &ChangeHints) -> Scanned {
        let scope = self.scope(hints);
        let has_new_commit = scope.history && self.history.refresh(&self.root);
        let mut old_states = OldStates::default();
        let mut paths = scope.paths;
        let settings_changed = paths.remove(Path::new(SETTINGS_FILE)) && self.scan_settings();
        for path in &paths {
            self.scan_path(path, &mut old_states);
        }
        if paths.contains(Path::new(CONTENT_FOLDER)) {
            self.require_content();
        }
        self.complete_themes(&mut old_states);
        self.update_dates(has_new_commit, &mut old_states);
        let faults = self.find_faults();
        let faults_changed = std::mem::replace(&mut self.faults, faults) != self.faults;
        Scanned {
            settings_changed,
            faults_changed,
            old_states,
        }
    }

    /// Reads the settings. Returns whether they have changed.
    fn scan_settings(&mut self) -> bool {
        let path = Path::new(SETTINGS_FILE);
        let mut walked = walk::walk(&self.root, path);
        self.take_links(path, walked.links);
        let bytes = match (walked.files.pop(), walked.skipped.pop()) {
            (Some(file), _) => {
                regular_file::read(&file.real_path).map_err(|error| Skipped::from_io(&error))
            }
            (None, Some((_, reason))) => Err(reason),
            (None, None) => Err(Skipped::Unreadable("detail-missing")),
        };
        match bytes {
            Ok(bytes) => {
                self.skipped.remove(path);
                let file = SourceFile::new(SourcePath::new(SETTINGS_FILE), bytes);
                let changed = file.state != self.tree.settings.state;
                self.tree.settings = file;
                changed
            }
            Err(reason) => {
                self.skipped.insert(path.to_owned(), reason);
                false
            }
        }
    }

    /// Scans a path in one of the source folders, and everything below it.
    fn scan_path(&mut self, path: &Path, old_states: &mut OldStates) {
        let now = SystemTime::now();
        let walked = walk::walk(&self.root, path);
        let mut removed: BTreeSet<PathBuf> = links::below(&self.stamps, path).cloned().collect();
        let skipped_before: Vec<PathBuf> = links::below(&self.skipped, path).cloned().collect();
        for path in skipped_before {
            self.skipped.remove(&path);
        }
        self.skipped.extend(walked.skipped);
        self.take_links(path, walked.links);

        let mut files_to_read = Vec::new();
        for file in walked.files {
            let Some(source) = names::source_path(&file.site_path) else {
                continue;
            };
            removed.remove(&file.site_path);
            let observed = ObservedStamp::new(&file.metadata, now);
            let is_unchanged = self
                .stamps
                .get(&file.site_path)
                .is_some_and(|before| observed.is_unchanged_since(before));
            // A file that the hints name is read in any case.
            if !is_unchanged || file.site_path == path {
                files_to_read.push(self.file_to_read(file, source, observed));
            }
        }
        removed.iter().for_each(|it| self.remove(it, old_states));
        for (file, content) in read::read_files(files_to_read) {
            self.insert(file, content, old_states);
        }
    }

    /// A site without the folder of its content is not an empty one: the folder may be on a disk that is not there.
    fn require_content(&mut self) {
        let folder = Path::new(CONTENT_FOLDER);
        let is_there = self.links.real_path(&self.root, folder).is_dir();
        if !is_there && !self.skipped.contains_key(folder) {
            self.skipped
                .insert(folder.to_owned(), Skipped::Unreadable("detail-no-content"));
        }
    }

    /// Replaces the links at and below a path.
    fn take_links(&mut self, path: &Path, links: Vec<Link>) {
        self.links.remove_below(path);
        links.into_iter().for_each(|link| self.links.add(link));
    }

    /// Looks up the digest of a file in the cache, and counts the files that are not in it.
    fn file_to_read(
        &mut self,
        file: FoundFile,
        path: SourcePath,
        observed: ObservedStamp,
    ) -> FileToRead {
        let digest = self.cache.digest(path.as_str(), observed.stamp());
        let kind = names::source_kind(&path);
        let is_cacheable = matches!(kind, SourceKind::Text | SourceKind::Asset);
        self.uncached_files += usize::from(digest.is_none() && is_cacheable);
        FileToRead {
            digest,
            site_path: file.site_path,
            real_path: file.real_path,
            path,
            observed,
        }
    }

    fn insert(
        &mut self,
        file: FileToRead,
        content: io::Result<ReadContent>,
        old_states: &mut OldStates,
    ) {
        let FileToRead {
            site_path,
            path,
            observed,
            ..
        } = file;
        match content {
            Ok(content) => {
                old_states.record(&self.tree, &path);
                self.stamps.insert(site_path, observed);
                match content {
                    ReadContent::Asset(asset) => drop(self.tree.assets.insert(path, asset)),
                    ReadContent::Theme(file) => drop(self.tree.themes.insert(path, file)),
                    ReadContent::Addresses(file) => self.tree.addresses = Some(file),
                    ReadContent::CachedText(digest) => self.insert_text(path, digest),
                    ReadContent::Text(file) => {
                        let old_digest = self.tree.texts.get(&path).map(|it| it.digest);
                        self.insert_text(path.clone(), file.state.digest);
                        // An unchanged text is not handed out.
                        if old_digest != Some(file.state.digest) {
                            self.pending_texts.insert(path, file);
                        }
                    }
                }
            }
            Err(error) => {
                self.remove(&site_path, old_states);
                // The file may have been removed after the walk.
                if !is_not_found(&error) {
                    self.skipped.insert(site_path, Skipped::from_io(&error));
                }
            }
        }
    }

    /// Puts a text into the tree. Texts get their dates when all files are scanned.
    fn insert_text(&mut self, path: SourcePath, digest: Digest) {
        let committed = self.history.date(&path);
        self.tree
            .texts
            .insert(path, FileState { digest, committed });
    }

    fn remove(&mut self, site_path: &Path, old_states: &mut OldStates) {
        let observed = self.stamps.remove(site_path);
        if let Some(path) = observed.and_then(|_| names::source_path(site_path)) {
            old_states.record(&self.tree, &path);
            match names::source_kind(&path) {
                SourceKind::Asset => drop(self.tree.assets.remove(&path)),
                SourceKind::Theme => drop(self.tree.themes.remove(&path)),
                SourceKind::Addresses => self.tree.addresses = None,
                SourceKind::Text => {
                    self.tree.texts.remove(&path);
                    self.pending_texts.remove(&path);
                }
            }
        }
    }

    /// Adds the embedded theme, or removes it if the site now has a theme of the same name.
    fn complete_themes(&mut self, old_states: &mut OldStates) {
        let is_theme = |path: &SourcePath| names::source_kind(path) == SourceKind::Theme;
        if !old_states.files().any(is_theme) {
            return;
        }
        let mut embedded = BTreeMap::new();
        theme::add_embedded(&mut embedded);
        for path in embedded.keys() {
            old_states.record(&self.tree, path);
            if !self.stamps.contains_key(Path::new(path.as_str())) {
                self.tree.themes.remove(path);
            }
        }
        theme::add_embedded(&mut self.tree.themes);
    }

    /// Updates the dates of all texts if there is a new commit or no more history, else of those that the scan touched.
    fn update_dates(&mut self, has_new_commit: bool, old_states: &mut OldStates) {
        let texts = &self.tree.texts;
        let is_needed = match has_new_commit {
            true => !texts.is_empty(),
            false => old_states.files().any(|path| texts.contains_key(path)),
        };
        let is_read = !is_needed || self.history.read_dates(&self.root);
        if has_new_commit || !is_read {
            let is_redated = |(path, state): &(&SourcePath, &FileState)| {
                state.committed != self.history.date(path)
            };
            let redated = texts.iter().filter(is_redated).map(|(path, _)| path);
            for path in redated {
                old_states.record(&self.tree, path);
            }
        }
        for path in old_states.files() {
            if let Some(state) = self.tree.texts.get_mut(path) {
                state.committed = self.history.date(path);
            }
        }
    }

    fn find_faults(&self) -> Vec<Diagnostic> {
        let skipped = self
            .skipped
            .iter()
            .map(|(path, reason)| reason.diagnostic(path));
        let history = self
            .history
            .warning()
            .filter(|_| !self.tree.texts.is_empty());
        skipped.chain(history).collect()
    }
}
