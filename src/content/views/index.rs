//! The index of everything, from A to Z.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::with_anchor;
use super::page::index_output;
use super::{Card, PageContext};
use crate::content::pages::alphabetical_index::{IndexEntry, IndexLetter};
use crate::content::pages::plan::list_page_path;

/// `index`: everything that has a page, from A to Z. A long index goes over several pages.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct IndexView<'a> {
    /// The letters of the whole index that have entries, in order.
    pub letters: Vec<LetterView<'a>>,
    /// The entries on this page, by letter.
    pub groups: Vec<LetterGroup<'a>>,
}

/// A letter, as a link.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LetterView<'a> {
    /// The letter: `A`. It is `0-9` for all figures, and `#` for titles without letters and figures.
    pub letter: &'a str,
    /// The relative link to its first entry: `#letter-a`, or `2/index.html#letter-m` on another page.
    pub href: String,
}

/// The entries on this page under one letter.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LetterGroup<'a> {
    /// The letter, as in [`LetterView`].
    pub letter: &'a str,
    /// The anchor: `letter-a`.
    pub id: String,
    /// Whether the letter begins on a page before.
    pub continued: bool,
    /// The things, in order.
    pub entries: Vec<Card<'a>>,
}

impl<'a> IndexView<'a> {
    pub(super) fn new(
        page: &PageContext<'a>,
        entries: &'a [IndexEntry],
        letters: &'a [IndexLetter],
    ) -> IndexView<'a> {
        let first = index_output(page);
        let links = letters.iter().map(|(letter, number)| LetterView {
            letter,
            href: if *number == page.list_page {
                format!("#{}", anchor(letter))
            } else {
                let other = page.file_href(&list_page_path(&first, *number));
                with_anchor(other, &anchor(letter))
            },
        });
        let begins_here = |letter: &str| {
            let mut letters = letters.iter();
            letters.any(|(it, number)| **it == *letter && *number == page.list_page)
        };
        let groups = entries.chunk_by(|a, b| a.letter == b.letter);
        let groups = groups.filter_map(|group| {
            let letter = &group.first()?.letter;
            Some(LetterGroup {
                letter,
                id: anchor(letter),
                continued: !begins_here(letter),
                entries: group.iter().map(|entry| page.card(entry.link)).collect(),
            })
        });
        IndexView {
            letters: links.collect(),
            groups: groups.collect(),
        }
    }
}

/// The anchor of a letter.
fn anchor(letter: &str) -> String {
    match letter {
        "#" => "letter-other".to_owned(),
        letter => format!("letter-{}", letter.to_lowercase()),
    }
}
