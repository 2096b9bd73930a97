//! The sources of a site, looked at again and again.

use std::path::{Path, PathBuf};

use raccordo::base::diagnostic::Diagnostic;
use raccordo::base::source::{Changes, SourceTree};
use raccordo::site::sources::{self, Hints};

use super::Fallible;

/// The sources of a site.
pub struct Sources(sources::Sources);

impl Sources {
    /// Reads them all.
    pub fn open(root: &Path) -> Fallible<Sources> {
        let sources = sources::Sources::open(root).map_err(|error| format!("{error:?}"))?;
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
