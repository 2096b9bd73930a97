//! The search in the browser: an index of the pages, by Pagefind.
//!
//! Each language has an index of its own, with its own stemming; that of many pages is made in parts,
//! which the browser joins. The same pages give the same bytes: it follows from the path of a page in
//! which part it is, and each part is fed in the order of the paths.

mod bundle;
mod crew;
mod memory;
mod part;
mod slim;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

pub use memory::Memory;
use part::Parts;

use crate::vocabulary::language::Language;
use crate::vocabulary::output::{Output, OutputPath};

/// The folder of the built site in which the index is.
pub const FOLDER: &str = "pagefind";

/// How many pages, about, are at most in one part of an index, until there can be no more parts. While a
/// part is made, each of its pages takes some 230 kB of memory, and one thread reads them all.
const PART_SIZE: usize = 2000;

/// The pages that a search finds.
pub struct Search {
    languages: BTreeMap<Language, Parts>,
    /// Where those are published that it knows from another program.
    published: PathBuf,
    part_size: usize,
    /// Whether the pages are others than those of the last index.
    stale: bool,
}

/// What a search finds in a page: less of it to read, with the same words.
#[derive(Clone)]
pub struct Words(Box<str>);

impl Words {
    /// Those of a page.
    pub fn of(html: &str) -> Words {
        Words(slim::slim(html).into())
    }
}

/// The index could not be made.
#[derive(Debug)]
pub struct SearchError(String);

impl Default for Search {
    /// No pages.
    fn default() -> Search {
        Search {
            languages: BTreeMap::new(),
            published: PathBuf::new(),
            part_size: PART_SIZE,
            stale: false,
        }
    }
}

impl Search {
    /// Takes over a page, in place of the one at its path.
    pub fn put(&mut self, language: &Language, path: &OutputPath, words: Words) {
        let parts = self.languages.entry(language.clone()).or_default();
        parts.put(path, words);
        self.stale = true;
    }

    /// Forgets the page at a path, if there is one.
    pub fn remove(&mut self, path: &OutputPath) {
        for parts in self.languages.values_mut() {
            self.stale |= parts.remove(path);
        }
    }

    /// All files of the index, of which those parts are made whose pages have changed; nothing when the
    /// pages are those of the last index. Parts are made on as many threads as Rayon has.
    ///
    /// # Errors
    /// What Pagefind says.
    pub fn index(&mut self) -> Result<Option<Vec<Output>>, SearchError> {
        if !self.stale {
            return Ok(None);
        }
        self.languages.retain(|_, parts| !parts.is_empty());
        let stale = self.languages.iter_mut();
        let stale = stale
            .flat_map(|(language, parts)| parts.stale(language, self.part_size, &self.published));
        crew::make(stale.collect())?;
        self.stale = false;
        let made = self.languages.values().map(Parts::made);
        Ok(Some(bundle::files(made)))
    }
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SearchError {}

#[cfg(test)]
mod tests;
