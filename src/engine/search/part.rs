//! The parts of the index of one language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use serde_json::{Map, Value};

use super::{SearchError, Words, bundle};
use crate::vocabulary::digest::Digest;
use crate::vocabulary::language::Language;
use crate::vocabulary::output::{Output, OutputPath};

/// How many parts an index has at most: a search asks each of them, so that a reader loads of each where
/// it begins, the list of its pages and the words that the search is about.
const MOST: usize = 8;

/// The pages of a language, and the parts of their index.
#[derive(Default)]
pub(super) struct Parts {
    /// What is found in each; nothing of those that are published and have not changed since.
    pub(super) pages: BTreeMap<OutputPath, Option<Words>>,
    /// What was last made of each; nothing where pages have changed since.
    pub(super) made: Vec<Option<Part>>,
}

/// A part that was made.
pub(super) struct Part {
    /// What there is to know of it before it is loaded.
    pub(super) entry: Map<String, Value>,
    /// Its files but that of the entry.
    pub(super) files: Vec<Output>,
}

/// A part to be made.
pub(super) struct Job<'a> {
    language: &'a Language,
    number: usize,
    pages: Vec<(&'a OutputPath, Option<&'a Words>)>,
    /// Where pages are published.
    published: &'a Path,
    place: &'a mut Option<Part>,
}

impl Parts {
    /// Takes over a page, in place of the one at its path.
    pub(super) fn put(&mut self, path: &OutputPath, words: Words) {
        self.pages.insert(path.clone(), Some(words));
        self.touch(path);
    }

    /// Forgets the page at a path. Whether there was one.
    pub(super) fn remove(&mut self, path: &OutputPath) -> bool {
        let known = self.pages.remove(path).is_some();
        if known {
            self.touch(path);
        }
        known
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The parts that have to be made, where each has about `size` pages or less. There are 1, 2, 4 or 8
    /// in all, so that two or four threads have done with them at one time.
    pub(super) fn stale<'a>(
        &'a mut self,
        language: &'a Language,
        size: usize,
        published: &'a Path,
    ) -> Vec<Job<'a>> {
        let count = count(self.pages.len(), size);
        if self.made.len() != count {
            self.made.clear();
            self.made.resize_with(count, || None);
        }
        let places = self.made.iter_mut().enumerate();
        let mut parts: Vec<Job<'_>> = places
            .map(|(number, place)| Job {
                language,
                number,
                pages: Vec::new(),
                published,
                place,
            })
            .collect();
        for (path, words) in &self.pages {
            if let Some(part) = parts.get_mut(share(path, count)) {
                part.pages.push((path, words.as_ref()));
            }
        }
        parts.retain(|it| it.place.is_none());
        parts
    }

    /// Those that are made, in their order.
    pub(super) fn made(&self) -> impl ExactSizeIterator<Item = &Part> {
        let made: Vec<&Part> = self.made.iter().flatten().collect();
        made.into_iter()
    }

    fn touch(&mut self, path: &OutputPath) {
        let part = share(path, self.made.len());
        if let Some(part) = self.made.get_mut(part) {
            *part = None;
        }
    }
}

impl Job<'_> {
    /// How many pages there are to read.
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// Makes the part.
    pub(super) fn make(self) -> Result<(), SearchError> {
        let config = PagefindServiceConfig::builder()
            .force_language(self.language.as_str().to_lowercase())
            .build();
        let runtime = tokio::runtime::Builder::new_current_thread()
            // One thread reads all pages, instead of ever another one.
            .max_blocking_threads(1)
            .build();
        let runtime = runtime.map_err(|error| SearchError(error.to_string()))?;
        let files = runtime.block_on(async {
            let mut index = PagefindIndex::new(Some(config))?;
            for (path, words) in self.pages {
                let url = format!("/{}", path.address());
                let Words(words) = match words {
                    Some(words) => words.clone(),
                    None => Words::of(&fs::read_to_string(self.published.join(path.as_str()))?),
                };
                index.add_html_file(None, Some(url), words.into()).await?;
            }
            index.get_files().await
        });
        let files = files.map_err(|error| SearchError(error.to_string()))?;
        let files = files.into_iter().map(named);
        *self.place = Some(bundle::part(self.number, files)?);
        Ok(())
    }
}

fn count(pages: usize, size: usize) -> usize {
    match pages.div_ceil(size) {
        0 => 0,
        parts => parts.min(MOST).next_power_of_two(),
    }
}

/// The part in which the page at a path is. It does not hang on other pages, so that a new page changes
/// no part but its own.
fn share(path: &OutputPath, parts: usize) -> usize {
    let digest = Digest::of(path.as_str().as_bytes());
    usize::from(digest.first()) % parts.max(1)
}

fn named(file: SyntheticFile) -> (String, Vec<u8>) {
    let parts: Vec<_> = file
        .filename
        .iter()
        .map(|it| it.to_string_lossy())
        .collect();
    (parts.join("/"), file.contents)
}
