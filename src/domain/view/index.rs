//! The index of everything, from A to Z.

use serde::Serialize;

use super::common::Card;
use super::lens::Lens;
use super::page::part_of;
use crate::domain::alphabet::{Entry, Letter};

/// `index`: everything that has a page, from A to Z. Where that is much, it goes over several pages.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView {
    /// The letters under which there is something, those on other pages among them.
    pub letters: Vec<LetterView>,
    /// What is on this page, letter by letter.
    pub groups: Vec<LetterGroup>,
}

/// A letter, as a link.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter; `0-9` for figures, `#` for everything else.
    pub letter: String,
    /// The way to where it begins.
    pub href: String,
}

/// What stands under a letter, as far as it is on this page.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// The letter.
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// Whether it begins on a page before.
    pub continued: bool,
    /// The things, in order.
    pub entries: Vec<Card>,
}

impl Lens<'_> {
    /// The view of a page of the index.
    pub fn index(&self, entries: &[Entry], letters: &[Letter]) -> IndexView {
        let first = self.index_output();
        let begins = |letter: &str| {
            let mut letters = letters.iter();
            letters
                .find(|(it, _)| **it == *letter)
                .map(|(_, page)| *page)
        };
        let groups = entries.chunk_by(|a, b| a.letter == b.letter);
        let groups = groups.filter_map(|group| {
            let letter = &group.first()?.letter;
            Some(LetterGroup {
                letter: letter.to_string(),
                id: anchor(letter),
                continued: begins(letter) != Some(self.number),
                entries: group.iter().map(|entry| self.card(entry.link)).collect(),
            })
        });
        let links = letters.iter().map(|(letter, page)| LetterView {
            letter: letter.to_string(),
            href: if *page == self.number {
                format!("#{}", anchor(letter))
            } else {
                let page = part_of(&first, *page).href();
                format!("{}{page}#{}", self.root, anchor(letter))
            },
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
