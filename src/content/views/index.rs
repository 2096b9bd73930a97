//! The index of everything, from A to Z.

use serde::Serialize;

use super::common::Card;
use super::lens::{Lens, anchored};
use super::page::part_of;
use crate::content::pages::a_to_z::{Entry, Letter};

/// `index`: everything that has a page, from A to Z. Where that is much, it goes over several pages.
#[derive(Clone, Debug, Serialize)]
pub struct IndexView<'a> {
    /// The letters under which there is something, those on other pages among them.
    pub letters: Vec<LetterView<'a>>,
    /// What is on this page, letter by letter.
    pub groups: Vec<LetterGroup<'a>>,
}

/// A letter, as a link.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView<'a> {
    /// The letter; `0-9` for figures, `#` for everything else.
    pub letter: &'a str,
    /// The way to where it begins.
    pub href: String,
}

/// What stands under a letter, as far as it is on this page.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup<'a> {
    /// The letter.
    pub letter: &'a str,
    /// Its anchor.
    pub id: String,
    /// Whether it begins on a page before.
    pub continued: bool,
    /// The things, in order.
    pub entries: Vec<Card<'a>>,
}

impl<'a> Lens<'a> {
    /// The view of a page of the index.
    pub fn index(&self, entries: &'a [Entry], letters: &'a [Letter]) -> IndexView<'a> {
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
                letter,
                id: anchor(letter),
                continued: begins(letter) != Some(self.number),
                entries: group.iter().map(|entry| self.card(entry.link)).collect(),
            })
        });
        let links = letters.iter().map(|(letter, page)| LetterView {
            letter,
            href: if *page == self.number {
                format!("#{}", anchor(letter))
            } else {
                let page = self.way_to_file(&part_of(&first, *page));
                anchored(page, &anchor(letter))
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
