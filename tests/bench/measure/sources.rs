//! The sources of a site, looked at again and again. The one place that knows how that is done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use raccordo::engine::load;
use raccordo::vocabulary::diagnostic::Diagnostic;
use raccordo::vocabulary::digest::Digest;
use raccordo::vocabulary::source::{Changes, SourcePath, SourceTree};

use super::Fallible;

/// The sources of a site.
pub struct Sources {
    root: PathBuf,
    tree: SourceTree,
    faults: Vec<Diagnostic>,
}

impl Sources {
    /// Reads them all.
    pub fn open(root: &Path) -> Fallible<Sources> {
        let (tree, faults) = load::load(root).map_err(|error| format!("{error:?}"))?;
        Ok(Sources {
            root: root.to_owned(),
            tree,
            faults,
        })
    }

    /// The files.
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// What could not be read.
    pub fn faults(&self) -> &[Diagnostic] {
        &self.faults
    }

    /// Looks again; at these files at least, by their absolute paths.
    pub fn refresh(&mut self, _touched: &[PathBuf]) -> Fallible<Changes> {
        let now = Sources::open(&self.root)?;
        let before = std::mem::replace(self, now);
        let (before, now) = (&before.tree, &self.tree);
        Ok(Changes {
            settings: before.settings.digest != now.settings.digest,
            texts: differing(&before.texts, &now.texts, |it| it.digest),
            assets: differing(&before.assets, &now.assets, |it| it.digest),
            themes: differing(&before.themes, &now.themes, |it| it.digest),
            faults: true,
        })
    }
}

fn differing<T>(
    before: &BTreeMap<SourcePath, T>,
    now: &BTreeMap<SourcePath, T>,
    digest: impl Fn(&T) -> Digest,
) -> BTreeSet<SourcePath> {
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    let other = now
        .iter()
        .filter(|(path, file)| before.get(*path).map(&digest) != Some(digest(file)));
    gone.chain(other.map(|(path, _)| path)).cloned().collect()
}
