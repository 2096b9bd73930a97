//! The scope of a scan.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::SETTINGS_FILE;
use super::changes::ChangeHints;
use super::links;
use super::names::{self, SOURCE_FOLDERS};
use super::source_files::Sources;
use crate::base::source::ADDRESSES_FILE;

#[derive(Default)]
pub(super) struct Scope {
    /// The site paths. None of them is in another.
    pub(super) paths: BTreeSet<PathBuf>,
    pub(super) history: bool,
}

impl Scope {
    fn everything() -> Scope {
        let paths = SOURCE_FOLDERS
            .into_iter()
            .chain([SETTINGS_FILE, ADDRESSES_FILE]);
        Scope {
            paths: paths.map(PathBuf::from).collect(),
            history: true,
        }
    }

    /// Removes the paths that are in another of the paths.
    fn remove_nested_paths(&mut self) {
        let mut last: Option<PathBuf> = None;
        self.paths.retain(|path| {
            let is_nested = last.as_ref().is_some_and(|last| path.starts_with(last));
            if !is_nested {
                last = Some(path.clone());
            }
            !is_nested
        });
    }
}

impl Sources {
    pub(super) fn scope(&self, hints: &ChangeHints) -> Scope {
        let ChangeHints::Paths(hints) = hints else {
            return Scope::everything();
        };
        let mut scope = Scope::default();
        let mut resolved_folders = BTreeMap::new();
        for hint in hints {
            let hint = self.resolve_folder(hint, &mut resolved_folders);
            if self.root.starts_with(&hint) {
                return Scope::everything();
            }
            scope.history |= self.history.may_depend_on(&hint, &self.root);
            let own = hint.strip_prefix(&self.root).ok().map(Path::to_owned);
            let site_paths = own.into_iter().chain(self.links.site_paths(&hint));
            let sources = site_paths.filter(|path| names::is_source(path));
            scope
                .paths
                .extend(sources.map(|path| self.skipped_ancestor(&path).unwrap_or(path)));
        }
        scope.remove_nested_paths();
        scope
    }

    /// Resolves the links in the folder of a path. `resolved` caches the folders.
    fn resolve_folder(&self, path: &Path, resolved: &mut BTreeMap<PathBuf, PathBuf>) -> PathBuf {
        let path = self.root.join(path);
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return path;
        };
        let folder = resolved
            .entry(folder.to_owned())
            .or_insert_with(|| links::resolve(folder));
        folder.join(name)
    }

    /// The first folder on a path, or the path itself, that is not part of the site.
    fn skipped_ancestor(&self, path: &Path) -> Option<PathBuf> {
        let mut ancestors: Vec<&Path> = path.ancestors().collect();
        ancestors.reverse();
        let mut ancestors = ancestors.into_iter();
        let skipped = ancestors.find(|path| self.skipped.contains_key(*path));
        skipped.map(Path::to_owned)
    }
}
