//! The search in the browser: an index of the pages, by Pagefind.
//!
//! Each language has an index of its own, with its own stemming, so they are made side by side. The
//! same pages give the same bytes: they are fed in the order of their paths.

mod slim;

use std::collections::BTreeMap;
use std::fmt;
use std::thread;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;
use serde_json::Value;

use crate::vocabulary::language::Language;
use crate::vocabulary::output::{Output, OutputPath};

/// The folder of the built site in which the index is.
pub const FOLDER: &str = "pagefind";

/// Where the index begins: which languages there are.
const ENTRY: &str = "pagefind-entry.json";

/// What else Pagefind offers and no page of ours loads: user interfaces of its own.
const UNUSED: &[&str] = &["ui.", "ui-", "-highlight."];

/// The pages that a search finds.
#[derive(Default)]
pub struct Search {
    pages: BTreeMap<Language, BTreeMap<OutputPath, Words>>,
    /// Whether they are others than those of the last index.
    stale: bool,
}

/// What a search finds in a page: less of it to read, with the same words.
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

impl Search {
    /// Takes over a page, in place of the one at its path.
    pub fn put(&mut self, language: &Language, path: &OutputPath, words: Words) {
        let pages = self.pages.entry(language.clone()).or_default();
        pages.insert(path.clone(), words);
        self.stale = true;
    }

    /// Forgets the page at a path, if there is one.
    pub fn remove(&mut self, path: &OutputPath) {
        for pages in self.pages.values_mut() {
            self.stale |= pages.remove(path).is_some();
        }
    }

    /// Makes the files of the index; nothing when the pages are those of the last one.
    ///
    /// # Errors
    /// What Pagefind says.
    pub fn index(&mut self) -> Result<Option<Vec<Output>>, SearchError> {
        if !self.stale {
            return Ok(None);
        }
        let pages = self.pages.iter().filter(|(_, pages)| !pages.is_empty());
        let made: Vec<_> = thread::scope(|scope| {
            let languages = pages.map(|(language, pages)| {
                let made = scope.spawn(move || language_index(language, pages));
                (language, made)
            });
            // All begin before the first is waited for.
            let languages: Vec<_> = languages.collect();
            let ended = languages.into_iter().map(|(language, made)| {
                made.join()
                    .unwrap_or_else(|_| Err(SearchError(format!("{language}: it broke off"))))
            });
            ended.collect()
        });
        let files = joined(made.into_iter().collect::<Result<_, _>>()?)?;
        self.stale = false;
        let outputs = files.into_iter().map(|(name, bytes)| {
            let path = OutputPath::file(&format!("{FOLDER}/{name}"));
            Output::of(path, bytes)
        });
        Ok(Some(outputs.collect()))
    }
}

type Files = BTreeMap<String, Vec<u8>>;

/// The files of the index of one language.
fn language_index(
    language: &Language,
    pages: &BTreeMap<OutputPath, Words>,
) -> Result<Files, SearchError> {
    let config = PagefindServiceConfig::builder()
        .force_language(language.as_str().to_lowercase())
        .build();
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| SearchError(error.to_string()))?;
    let files = runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(config))?;
        for (path, Words(words)) in pages {
            let url = format!("/{}", path.address());
            index
                .add_html_file(None, Some(url), words.to_string())
                .await?;
        }
        index.get_files().await
    });
    let files = files.map_err(|error| SearchError(error.to_string()))?;
    Ok(files.into_iter().filter_map(named).collect())
}

fn named(file: SyntheticFile) -> Option<(String, Vec<u8>)> {
    let parts: Vec<_> = file
        .filename
        .iter()
        .map(|it| it.to_string_lossy())
        .collect();
    let name = parts.join("/");
    let used = !UNUSED.iter().any(|unused| name.contains(unused));
    used.then_some((name, file.contents))
}

/// One index of those of all languages: what they share is the same, but for where it begins.
fn joined(indexes: Vec<Files>) -> Result<Files, SearchError> {
    let mut entry: Option<Value> = None;
    let mut all = Files::new();
    for mut files in indexes {
        let begins = files.remove(ENTRY).unwrap_or_default();
        let begins: Value = serde_json::from_slice(&begins)
            .map_err(|error| SearchError(format!("{ENTRY}: {error}")))?;
        match entry.as_mut().and_then(languages) {
            Some(known) => {
                let mut begins = begins;
                known.extend(
                    languages(&mut begins)
                        .map(std::mem::take)
                        .unwrap_or_default(),
                );
            }
            None => entry = Some(begins),
        }
        all.extend(files);
    }
    if let Some(entry) = entry {
        all.insert(ENTRY.to_owned(), entry.to_string().into_bytes());
    }
    Ok(all)
}

fn languages(entry: &mut Value) -> Option<&mut serde_json::Map<String, Value>> {
    entry.get_mut("languages")?.as_object_mut()
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SearchError {}
