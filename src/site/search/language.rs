//! The index of one language, in parts.

use std::collections::BTreeMap;
use std::path::Path;

use super::PageText;
use super::build::{Part, PartTask};
use crate::base::digest::Digest;
use crate::base::language::Language;
use crate::base::output::OutputPath;

/// A search asks each part, so that a reader loads of each its entry, the list of its pages and the words in question.
const MAX_PARTS: usize = 8;

/// The pages of a language, and the parts of their index.
#[derive(Default)]
pub(super) struct LanguageIndex {
    /// The text of each page. `None` for pages that an earlier process has published.
    pub(super) pages: BTreeMap<OutputPath, Option<PageText>>,
    /// `None` for parts whose pages have changed since they were built.
    pub(super) parts: Vec<Option<Part>>,
}

impl LanguageIndex {
    pub(super) fn put(&mut self, path: &OutputPath, text: PageText) {
        self.pages.insert(path.clone(), Some(text));
        self.discard_part(path);
    }

    /// Removes the page at a path. Returns whether there was one.
    pub(super) fn remove(&mut self, path: &OutputPath) -> bool {
        let is_known = self.pages.remove(path).is_some();
        if is_known {
            self.discard_part(path);
        }
        is_known
    }

    /// Divides the pages into 1, 2, 4 or 8 parts of about `max_pages` or less, so that the threads end together.
    pub(super) fn divide(&mut self, max_pages: usize) {
        let parts = self.pages.len().div_ceil(max_pages).min(MAX_PARTS);
        let parts = parts.next_power_of_two();
        if self.parts.len() != parts {
            self.parts.clear();
            self.parts.resize_with(parts, || None);
        }
    }

    /// The parts that have to be built.
    pub(super) fn stale_parts<'a>(
        &'a mut self,
        language: &'a Language,
        published: &'a Path,
    ) -> impl Iterator<Item = PartTask<'a>> {
        let (pages, count) = (&self.pages, self.parts.len());
        let parts = self.parts.iter_mut().enumerate();
        let stale = parts.filter(|(_, part)| part.is_none());
        stale.map(move |(number, part)| {
            let is_in = |(path, _): &(&OutputPath, _)| part_number(path, count) == number;
            PartTask {
                language,
                number,
                pages: pages.iter().filter(is_in).collect(),
                published,
                part,
            }
        })
    }

    /// The parts, all of which must have been built.
    pub(super) fn parts(&self) -> Vec<&Part> {
        self.parts.iter().flatten().collect()
    }

    fn discard_part(&mut self, path: &OutputPath) {
        let number = part_number(path, self.parts.len());
        if let Some(part) = self.parts.get_mut(number) {
            *part = None;
        }
    }
}

/// The part that has the page at a path. It does not depend on other pages, so that a new page changes only one part.
fn part_number(path: &OutputPath, parts: usize) -> usize {
    let digest = Digest::of(path.as_str().as_bytes());
    usize::from(digest.first()) % parts.max(1)
}
