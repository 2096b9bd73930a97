//! The search in the browser: an index of the pages, by Pagefind.
//!
//! Each language has its own index, with its own stemming. A large index is built in parts, which the browser joins.
//! The same pages give the same bytes: the path of a page determines its part, and each part reads its pages in the
//! order of their paths.

mod build;
mod files;
mod language;
mod page_text;
mod snapshot;
mod typography;

use std::collections::BTreeMap;
use std::path::PathBuf;

use language::LanguageIndex;
pub use page_text::PageText;
pub use snapshot::Snapshot;

use crate::base::language::Language;
use crate::base::output::{Output, OutputPath};

/// The folder of the built site for the index.
pub const FOLDER: &str = "pagefind";

/// The number of pages that a part has at most, about, until there are as many parts as there may be.
///
/// While a part is built, each of its pages takes 230 kB of memory, and one thread reads them all.
const MAX_PART_PAGES: usize = 2000;

/// The index of all pages that a search finds.
#[derive(Default)]
pub struct SearchIndex {
    languages: BTreeMap<Language, LanguageIndex>,
    /// The folder of the published site, for pages that an earlier process rendered.
    published: PathBuf,
    /// Whether pages have changed since the index was built.
    is_stale: bool,
}

impl SearchIndex {
    /// Puts a page in place of the one at its path.
    pub fn put(&mut self, language: &Language, path: &OutputPath, text: PageText) {
        let index = self.languages.entry(language.clone()).or_default();
        index.put(path, text);
        self.is_stale = true;
    }

    /// Removes the page at a path, if there is one.
    pub fn remove(&mut self, path: &OutputPath) {
        for index in self.languages.values_mut() {
            self.is_stale |= index.remove(path);
        }
    }

    /// Builds the parts whose pages have changed. Returns all files of the index, or `None` if no page has changed.
    ///
    /// The parts are built on as many threads as Rayon has, and the caller must not be one of those: Pagefind gives
    /// them work and waits for it.
    ///
    /// # Errors
    /// What Pagefind says, or that a published page cannot be read.
    pub fn build(&mut self) -> Result<Option<Vec<Output>>, String> {
        if !self.is_stale {
            return Ok(None);
        }
        self.languages.retain(|_, index| !index.pages.is_empty());
        let mut tasks = Vec::new();
        for (language, index) in &mut self.languages {
            index.divide(MAX_PART_PAGES);
            tasks.extend(index.stale_parts(language, &self.published));
        }
        build::build_all(tasks)?;
        self.is_stale = false;
        let parts = self.languages.values().map(LanguageIndex::parts);
        Ok(Some(files::join(parts)))
    }
}
