//! The sources of a site, looked at again and again.

use std::path::{Path, PathBuf};

use raccordo::engine::load::{self, Hints};
use raccordo::vocabulary::diagnostic::Diagnostic;
use raccordo::vocabulary::source::{Changes, SourceTree};

use super::Fallible;

/// The sources of a site.
pub struct Sources(load::Sources);

impl Sources {
    /// Reads them all.
    pub fn open(root: &Path) -> Fallible<Sources> {
        let sources = load::Sources::open(root).map_err(|error| format!("{error:?}"))?;
        Ok(Sources(sources))
    }

    /// The files.
    pub fn tree(&self) -> &SourceTree {
        self.0.tree()
    }

    /// What could not be read.
    pub fn faults(&self) -> &[Diagnostic] {
        self.0.faults()
    }

    /// Looks again at these files, by their absolute paths.
    pub fn refresh(&mut self, touched: &[PathBuf]) -> Fallible<Changes> {
        let hints = Hints::Paths(touched.iter().cloned().collect());
        Ok(self.0.refresh(&hints))
    }
}
