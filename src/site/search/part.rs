//! The parts of the index of one language.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use serde_json::{Map, Value};

use super::{PartName, SearchError, Words, bundle};
use crate::base::digest::Digest;
use crate::base::output::{Output, OutputPath};

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
pub(super) struct Job {
    pub(super) name: PartName,
    pages: Vec<(OutputPath, Option<Words>)>,
    /// Where pages are published.
    published: PathBuf,
}

impl Parts {
    /// Takes over a page, in place of the one at its path. Says in which part it is.
    pub(super) fn put(&mut self, path: &OutputPath, words: Words) -> usize {
        self.pages.insert(path.clone(), Some(words));
        self.touch(path)
    }

    /// Forgets the page at a path. Says in which part it was, if there was one.
    pub(super) fn remove(&mut self, path: &OutputPath) -> Option<usize> {
        self.pages.remove(path).map(|_| self.touch(path))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Awaits the words of a page, unless it is known.
    pub(super) fn expect(&mut self, path: &OutputPath) {
        self.pages.entry(path.clone()).or_insert(None);
    }

    /// Sees to it that there are as many parts as there must be so that each has about `size` pages or less: 1, 2, 4
    /// or 8, so that two or four threads have done with them at one time. Whether there were others.
    pub(super) fn divide(&mut self, size: usize) -> bool {
        let count = count(self.pages.len(), size);
        let differs = self.made.len() != count;
        if differs {
            self.made.clear();
            self.made.resize_with(count, || None);
        }
        differs
    }

    /// The part in which the page at a path is.
    pub(super) fn part_of(&self, path: &OutputPath) -> usize {
        share(path, self.made.len())
    }

    /// The parts that have to be made.
    pub(super) fn stale(&self) -> impl Iterator<Item = usize> {
        let made = self.made.iter().enumerate();
        made.filter_map(|(number, part)| part.is_none().then_some(number))
    }

    /// What there is to do to make a part.
    pub(super) fn job(&self, name: PartName, published: &Path) -> Job {
        let pages = self.pages.iter();
        let pages = pages.filter(|(path, _)| self.part_of(path) == name.1);
        let pages = pages.map(|(path, words)| (path.clone(), words.clone()));
        Job {
            pages: pages.collect(),
            name,
            published: published.to_owned(),
        }
    }

    /// Takes over a part that was made.
    pub(super) fn take(&mut self, number: usize, part: Part) {
        if let Some(place) = self.made.get_mut(number) {
            *place = Some(part);
        }
    }

    /// Those that are made, in their order.
    pub(super) fn made(&self) -> impl ExactSizeIterator<Item = &Part> {
        let made: Vec<&Part> = self.made.iter().flatten().collect();
        made.into_iter()
    }

    fn touch(&mut self, path: &OutputPath) -> usize {
        let part = self.part_of(path);
        if let Some(made) = self.made.get_mut(part) {
            *made = None;
        }
        part
    }
}

impl Job {
    /// How many pages there are to read.
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// Makes the part, as long as it is wanted.
    pub(super) fn make(self, is_over: &AtomicBool) -> Result<Part, SearchError> {
        let (language, number) = self.name;
        let config = PagefindServiceConfig::builder()
            .force_language(language.as_str().to_lowercase())
            .build();
        let runtime = tokio::runtime::Builder::new_current_thread()
            // One thread reads all pages, instead of ever another one.
            .max_blocking_threads(1)
            .build();
        let runtime = runtime.map_err(|error| SearchError(error.to_string()))?;
        let files = runtime.block_on(async {
            let mut index = PagefindIndex::new(Some(config))?;
            for (path, words) in self.pages {
                if is_over.load(Ordering::Relaxed) {
                    // Nobody wants it any longer.
                    return Err(io::Error::from(io::ErrorKind::Interrupted).into());
                }
                let url = format!("/{}", path.address());
                let Words(words) = match words {
                    Some(words) => words,
                    None => Words::of(&fs::read_to_string(self.published.join(path.as_str()))?),
                };
                index
                    .add_html_file(None, Some(url), words.to_string())
                    .await?;
            }
            index.get_files().await
        });
        let files = files.map_err(|error| SearchError(error.to_string()))?;
        let files = files.into_iter().map(named);
        bundle::part(number, files)
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
