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

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crew::Crew;
pub use memory::Memory;
use part::{Job, Parts};

use crate::base::language::Language;
use crate::base::output::{Output, OutputPath};

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
    /// Who makes parts ahead.
    crew: Option<Crew>,
}

/// The language of a part of the index, and which of the parts of that it is.
pub type PartName = (Language, usize);

/// What a search finds in a page: less of it to read, with the same words.
#[derive(Clone)]
pub struct Words(Arc<str>);

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
            crew: None,
        }
    }
}

impl Search {
    /// Takes over a page, in place of the one at its path.
    pub fn put(&mut self, language: &Language, path: &OutputPath, words: Words) {
        let parts = self.languages.entry(language.clone()).or_default();
        let name = (language.clone(), parts.put(path, words));
        self.changed(&name);
    }

    /// Forgets the page at a path, if there is one.
    pub fn remove(&mut self, path: &OutputPath) {
        let languages = self.languages.iter_mut();
        let known =
            languages.filter_map(|(language, parts)| Some((language.clone(), parts.remove(path)?)));
        let known: Vec<PartName> = known.collect();
        known.iter().for_each(|name| self.changed(name));
    }

    /// Finds out in how many parts the index will be when these pages have come, too: each of them may be a new one,
    /// the same, or another.
    pub fn expect<'a>(&mut self, pages: impl Iterator<Item = (&'a Language, &'a OutputPath)>) {
        self.stop();
        for (language, path) in pages {
            let parts = self.languages.entry(language.clone()).or_default();
            parts.expect(path);
        }
        self.divide();
    }

    /// The part in which an expected page is.
    pub fn part(&self, language: &Language, path: &OutputPath) -> PartName {
        let parts = self.languages.get(language);
        let part = parts.map_or(0, |parts| parts.part_of(path));
        (language.clone(), part)
    }

    /// Begins to make a part, if its pages have changed: all that were expected must have come.
    pub fn begin(&mut self, name: PartName) {
        let Some(parts) = self.languages.get(&name.0) else {
            return;
        };
        if parts.stale().any(|part| part == name.1) {
            let crew = self.crew.get_or_insert_with(Crew::new);
            crew.give(parts.job(name, &self.published));
        }
    }

    /// Makes nothing more of what was begun.
    pub fn stop(&mut self) {
        self.crew = None;
    }

    /// All files of the index, of which those parts are made whose pages have changed; nothing when the
    /// pages are those of the last index. Parts are made on as many threads as Rayon has, none of which this is called
    /// on.
    ///
    /// # Errors
    /// What Pagefind says.
    pub fn index(&mut self) -> Result<Option<Vec<Output>>, SearchError> {
        if !self.stale {
            return Ok(None);
        }
        if self.divide() {
            self.stop();
        }
        let mut crew = self.crew.take().unwrap_or_else(Crew::new);
        let mut jobs = self.jobs(&crew);
        // The largest first, so that all hands have done at one time.
        jobs.sort_by_key(|job| Reverse(job.len()));
        jobs.into_iter().for_each(|job| crew.give(job));
        for ((language, number), part) in crew.finish()? {
            if let Some(parts) = self.languages.get_mut(&language) {
                parts.take(number, part);
            }
        }
        self.stale = false;
        let made = self.languages.values().map(Parts::made);
        Ok(Some(bundle::files(made)))
    }

    /// What is still to be made, and was not given to the crew.
    fn jobs(&self, crew: &Crew) -> Vec<Job> {
        let languages = self.languages.iter();
        let jobs = languages.flat_map(|(language, parts)| {
            let names = parts.stale().map(|number| (language.clone(), number));
            let names = names.filter(|name| !crew.has(name));
            names.map(|name| parts.job(name, &self.published))
        });
        jobs.collect()
    }

    /// Notes that a page of a part is another: if that was begun, it is not what is wanted.
    fn changed(&mut self, name: &PartName) {
        self.stale = true;
        if self.crew.as_ref().is_some_and(|crew| crew.has(name)) {
            self.stop();
        }
    }

    /// Divides the pages into parts. Whether there were others.
    fn divide(&mut self) -> bool {
        self.languages.retain(|_, parts| !parts.is_empty());
        let mut differs = false;
        for parts in self.languages.values_mut() {
            differs |= parts.divide(self.part_size);
        }
        differs
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
