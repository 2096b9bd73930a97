//! The bytes of texts, which are read when they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::source_files::Sources;
use crate::base::digest::Digest;
use crate::base::source::{Changes, FileState, SourceFile, SourcePath};
use crate::site::regular_file;

impl Sources {
    /// The differences between these states of the texts and assets and their present ones. Texts that differ come
    /// with their bytes.
    pub fn changes_since(
        &mut self,
        texts: &BTreeMap<SourcePath, FileState>,
        assets: &BTreeMap<SourcePath, Digest>,
    ) -> Changes {
        let is_same = |path: &SourcePath| self.tree.texts.get(path) == texts.get(path);
        let all: BTreeSet<&SourcePath> = self.tree.texts.keys().chain(texts.keys()).collect();
        let changed: Vec<SourcePath> = all.into_iter().filter(|it| !is_same(it)).cloned().collect();
        let digest = |path: &SourcePath| self.tree.assets.get(path).map(|asset| asset.digest);
        let all: BTreeSet<&SourcePath> = self.tree.assets.keys().chain(assets.keys()).collect();
        let changed_assets = all
            .into_iter()
            .filter(|it| digest(it) != assets.get(*it).copied());
        let assets = changed_assets.cloned().collect();
        self.pending_texts.retain(|path, _| !is_same(path));
        self.read_missing_texts(&changed);
        let texts = changed.into_iter().map(|path| {
            let file = self.take_text(&path);
            (path, file)
        });
        Changes {
            texts: texts.collect(),
            assets,
            ..Changes::default()
        }
    }

    /// The text of a file for reports. Returns `None` if the file is not a source or has changed since the last scan.
    pub fn text(&self, path: &SourcePath) -> Option<String> {
        let settings = Some(&self.tree.settings).filter(|file| file.path == *path);
        let addresses = self.tree.addresses.iter().find(|it| it.path == *path);
        let kept = settings.or(addresses);
        if let Some(file) = kept.or_else(|| self.tree.themes.get(path)) {
            return Some(file.text().into_owned());
        }
        let state = self.tree.texts.get(path)?;
        let bytes = self.read_text(path)?.bytes;
        let is_same = Digest::of(&bytes) == state.digest;
        is_same.then(|| String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Puts a text into the tree that is not on disk yet, or takes it out again. Returns the change.
    pub fn put(&mut self, path: &SourcePath, text: Option<&str>) -> Changes {
        let file = text.map(|it| SourceFile::new(path.clone(), it.as_bytes().to_vec()));
        match &file {
            Some(file) => drop(self.tree.texts.insert(path.clone(), file.state)),
            None => drop(self.tree.texts.remove(path)),
        }
        Changes {
            texts: BTreeMap::from([(path.clone(), file)]),
            ..Changes::default()
        }
    }

    /// Removes a text from the pending ones, or reads it. Returns `None` if it does not exist.
    ///
    /// If the text has changed since the last scan, the tree takes over its new state, and the next scan reads it
    /// again.
    pub(super) fn take_text(&mut self, path: &SourcePath) -> Option<SourceFile> {
        let pending = self.pending_texts.remove(path);
        let file = pending.or_else(|| self.read_text(path));
        let state = self.tree.texts.get_mut(path)?;
        let Some(mut file) = file else {
            self.tree.texts.remove(path);
            self.stamps.remove(Path::new(path.as_str()));
            return None;
        };
        if file.state.digest != state.digest {
            state.digest = file.state.digest;
            if let Some(observed) = self.stamps.get_mut(Path::new(path.as_str())) {
                observed.unsettle();
            }
        }
        file.state = *state;
        Some(file)
    }

    /// Reads those of these texts that are not pending, in parallel.
    fn read_missing_texts(&mut self, paths: &[SourcePath]) {
        let is_missing = |path: &&SourcePath| {
            self.tree.texts.contains_key(*path) && !self.pending_texts.contains_key(*path)
        };
        let missing: Vec<&SourcePath> = paths.iter().filter(is_missing).collect();
        let files = missing.par_iter().filter_map(|path| self.read_text(path));
        let files: Vec<SourceFile> = files.collect();
        let files = files.into_iter().map(|file| (file.path.clone(), file));
        self.pending_texts.extend(files);
    }

    fn read_text(&self, path: &SourcePath) -> Option<SourceFile> {
        let on_disk = self.links.real_path(&self.root, Path::new(path.as_str()));
        let bytes = regular_file::read(&on_disk).ok()?;
        Some(SourceFile::new(path.clone(), bytes))
    }
}
