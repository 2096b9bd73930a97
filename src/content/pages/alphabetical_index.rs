//! The index from A to Z: everything that has a page, by initial letter and the rules of each language.
//!
//! A long index goes over several pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

use super::chunked_list::{ChunkSize, ChunkedList, Entry};
use crate::base::digest::Digest;
use crate::content::graph::{self, AnyLink, Graph, KeySpace};
use crate::content::locale::Locale;
use crate::incremental::memo::{Changed, DependencyRecorder, Key};

/// The index from A to Z in every language of a site.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct AlphabeticalIndex {
    size: ChunkSize,
    /// The index in each language, by the number of the language.
    languages: Vec<LanguageIndex>,
}

/// An entry of the index.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct IndexEntry {
    /// The thing that it leads to.
    pub link: AnyLink,
    /// The letter under which it is listed.
    pub letter: Arc<str>,
    is_boundary: bool,
}

/// A letter, and the number of the page on which its entries begin, from 0.
pub type IndexLetter = (Arc<str>, usize);

/// The index in one language.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct LanguageIndex {
    entries: ChunkedList<IndexEntry>,
    letters: Vec<IndexLetter>,
}

impl Entry for IndexEntry {
    fn is_boundary(&self) -> bool {
        self.is_boundary
    }
}

impl AlphabeticalIndex {
    /// An index that goes over several pages if it has more than `max` entries.
    pub fn new(max: usize, languages: usize) -> AlphabeticalIndex {
        AlphabeticalIndex {
            size: ChunkSize::new(max),
            languages: (0..languages).map(|_| LanguageIndex::default()).collect(),
        }
    }

    /// Brings the index up to date. Returns which of its pages have changed.
    #[must_use]
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &Changed) -> Changed {
        let mut pages = Changed::new();
        let mut moved: BTreeSet<AnyLink> = graph::changed_summaries(changed).collect();
        if moved.is_empty() {
            return pages;
        }
        let length = self.languages.first().map_or(0, |it| it.entries.len());
        if moved.len() > length / 8 {
            // To sort everything is quicker.
            moved.extend(graph.all());
        }
        for (number, (language, locale)) in self.languages.iter_mut().zip(locales).enumerate() {
            let sorter = Sorter {
                graph,
                locale,
                size: self.size,
            };
            let updated = language.updated(&moved, &sorter);
            let (before, now) = (&language.entries, &updated.entries);
            pages.extend(
                before
                    .changed_chunks(now)
                    .map(|page| page_key(number, page)),
            );
            if language.letters != updated.letters || before.chunk_count() != now.chunk_count() {
                pages.insert(letters_key(number));
            }
            if before.len() != now.len() {
                pages.insert(total_key(number));
            }
            *language = updated;
        }
        pages
    }

    /// The number of pages that the index has in a language. An empty index has one.
    pub fn page_count(&self, language: usize) -> usize {
        let language = self.languages.get(language);
        language.map_or(1, |it| it.entries.chunk_count())
    }

    /// The number of entries on all pages, in the language of this number.
    pub fn total(&self, recorder: &DependencyRecorder, language: usize) -> usize {
        recorder.record(total_key(language));
        let language = self.languages.get(language);
        language.map_or(0, |it| it.entries.len())
    }

    /// The entries on a page, from 0, in the language of this number.
    pub fn entries(
        &self,
        recorder: &DependencyRecorder,
        language: usize,
        page: usize,
    ) -> &[IndexEntry] {
        recorder.record(page_key(language, page));
        let language = self.languages.get(language);
        language
            .and_then(|it| it.entries.chunk(page))
            .unwrap_or_default()
    }

    /// The letters that have entries, in order.
    pub fn letters(&self, recorder: &DependencyRecorder, language: usize) -> &[IndexLetter] {
        recorder.record(letters_key(language));
        let language = self.languages.get(language);
        language.map_or(&[], |it| &it.letters)
    }
}

impl LanguageIndex {
    /// The index after the `moved` things changed.
    fn updated(&self, moved: &BTreeSet<AnyLink>, sorter: &Sorter<'_>) -> LanguageIndex {
        let inserted = moved.par_iter().filter_map(|link| sorter.entry(*link));
        let entries = self.entries.updated(
            |entry| moved.contains(&entry.link),
            inserted.collect(),
            |entry| sorter.key(entry.link),
            sorter.size,
        );
        let mut letters: Vec<IndexLetter> = Vec::new();
        for (page, chunk) in entries.chunks().enumerate() {
            for entry in chunk {
                if letters.last().is_none_or(|(last, _)| *last != entry.letter) {
                    letters.push((entry.letter.clone(), page));
                }
            }
        }
        LanguageIndex { entries, letters }
    }
}

/// The order of the index in one language.
struct Sorter<'a> {
    graph: &'a Graph,
    locale: &'a Locale,
    size: ChunkSize,
}

impl Sorter<'_> {
    /// The entry of a thing, with its sort key. Returns `None` if the thing is gone, and for the home page,
    /// to which every page leads.
    fn entry(&self, link: AnyLink) -> Option<(Vec<u8>, IndexEntry)> {
        let face = self.graph.has(link).then(|| self.graph.summary(link))?;
        if face.is_home() {
            return None;
        }
        let name = face.name().to_string();
        let title = face.title(&self.locale.language);
        let title = title.trim_start_matches(|it: char| !it.is_alphanumeric());
        let letter = self.locale.initial(title);
        // The letter comes first, because titles alone may be sorted otherwise: a letter of two characters
        // need not follow its first character.
        let mut key = self.locale.sort_key(&letter).into_vec();
        key.extend(self.locale.sort_key(title));
        key.push(0);
        key.extend(name.as_bytes());
        let entry = IndexEntry {
            link,
            letter: letter.into(),
            is_boundary: self.size.is_boundary(Digest::of(name.as_bytes())),
        };
        Some((key, entry))
    }

    fn key(&self, link: AnyLink) -> Vec<u8> {
        self.entry(link).map(|(key, _)| key).unwrap_or_default()
    }
}

fn page_key(language: usize, page: usize) -> Key {
    KeySpace::IndexPage.hash((language, page))
}

fn total_key(language: usize) -> Key {
    KeySpace::ListTotal.number(language as u64)
}

fn letters_key(language: usize) -> Key {
    KeySpace::IndexLetters.number(language as u64)
}
