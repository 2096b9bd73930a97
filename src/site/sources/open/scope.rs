//! From what may have changed to where to look again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Sources;
use crate::site::sources::changes::Hints;
use crate::site::sources::names::FOLDERS;
use crate::site::sources::{SETTINGS, links};

/// Where to look again.
#[derive(Default)]
pub(super) struct Scope {
    /// The paths, from the root; no two of them one in the other.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether there may be other commits.
    pub(super) history: bool,
}

impl Sources {
    /// Where to look because of these hints.
    pub(super) fn scope(&self, hints: &Hints) -> Scope {
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

    pub(super) fn is_read(&self, path: &Path) -> bool {
        path.starts_with(SETTINGS) || FOLDERS.iter().any(|folder| path.starts_with(folder))
    }
}
