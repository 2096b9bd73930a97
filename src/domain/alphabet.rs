//! The A to Z: everything that has a page, by its initial letter and the rules of each language.
//!
//! Where that is much, it goes over several pages, cut as all long lists are.

use crate::vocabulary::shared::Shared;
use std::collections::{BTreeMap, HashMap};

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use super::cut::{self, Cut};
use super::graph::{self, AnyLink, Graph};
use super::locale::Locale;
use super::memo::{Changed, Key, Reads};
use crate::vocabulary::digest::Digest;

/// The name spaces of the keys: what is on a page, on which page each letter begins.
const PART: u8 = 22;
const LETTERS: u8 = 23;

/// Everything that has a page, in the order of each language of a site.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub struct Alphabet {
    length: Cut,
    tongues: Vec<Tongue>,
}

/// One entry of a page.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Entry {
    /// What it leads to.
    pub link: AnyLink,
    /// The letter under which it stands.
    pub letter: Shared<str>,
}

/// A letter, and the page on which it begins, from 0.
pub type Letter = (Shared<str>, usize);

/// The order in one language.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct Tongue {
    order: BTreeMap<Shared<[u8]>, Placed>,
    /// The place of each thing in the order.
    places: HashMap<AnyLink, Shared<[u8]>>,
    parts: Vec<Vec<Entry>>,
    letters: Vec<Letter>,
}

#[derive(Debug, BorshSerialize, BorshDeserialize)]
struct Placed {
    entry: Entry,
    /// Whether it ends a page that is long enough.
    ends: bool,
}

impl Alphabet {
    /// An order that goes over several pages when it has more entries than this.
    pub fn new(length: usize, languages: usize) -> Alphabet {
        Alphabet {
            length: Cut::new(length),
            tongues: (0..languages).map(|_| Tongue::default()).collect(),
        }
    }

    /// Brings the order up to date, and adds to what has changed which of its pages have.
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &mut Changed) {
        let faced: Vec<AnyLink> = graph::faced(changed).collect();
        if faced.is_empty() {
            return;
        }
        for (language, (tongue, locale)) in self.tongues.iter_mut().zip(locales).enumerate() {
            let placed: Vec<_> = faced
                .par_iter()
                .map(|link| (*link, place(graph, *link, locale, self.length)))
                .collect();
            let mut moved = false;
            for (link, placed) in placed {
                moved |= tongue.put(link, placed);
            }
            if moved {
                tongue.cut(self.length, language, changed);
            }
        }
    }

    /// How many pages the order has in a language: one, also where there is nothing.
    pub fn count(&self, language: usize) -> usize {
        self.tongues
            .get(language)
            .map_or(1, |tongue| tongue.parts.len().max(1))
    }

    /// What is on a page, in the language of this number.
    pub fn entries(&self, reads: &Reads, language: usize, number: usize) -> &[Entry] {
        reads.note(part(language, number));
        let tongue = self.tongues.get(language);
        let part = tongue.and_then(|tongue| tongue.parts.get(number));
        part.map_or(&[], Vec::as_slice)
    }

    /// The letters under which there is something, in order.
    pub fn letters(&self, reads: &Reads, language: usize) -> &[Letter] {
        reads.note(letters(language));
        let tongue = self.tongues.get(language);
        tongue.map_or(&[], |tongue| &tongue.letters)
    }
}

impl Tongue {
    /// Puts a thing at its place, or takes it away. Whether that changes the order.
    fn put(&mut self, link: AnyLink, placed: Option<(Shared<[u8]>, Placed)>) -> bool {
        let before = self.places.get(&link);
        if before == placed.as_ref().map(|(place, _)| place) {
            return false;
        }
        if let Some(place) = self.places.remove(&link) {
            // Another may have come to this place.
            if self
                .order
                .get(&place)
                .is_some_and(|it| it.entry.link == link)
            {
                self.order.remove(&place);
            }
        }
        if let Some((place, placed)) = placed {
            self.places.insert(link, Shared::clone(&place));
            self.order.insert(place, placed);
        }
        true
    }

    /// Cuts the order into pages.
    fn cut(&mut self, length: Cut, language: usize, changed: &mut Changed) {
        let parted = length.is_needed(self.order.len());
        let mut parts: Vec<Vec<Entry>> = Vec::new();
        let mut starts: Vec<Letter> = Vec::new();
        let mut page: Vec<Entry> = Vec::new();
        let mut ends = false;
        for Placed { entry, ends: next } in self.order.values() {
            if parted && length.is_full(page.len(), ends) {
                parts.push(std::mem::take(&mut page));
            }
            if starts
                .last()
                .is_none_or(|(letter, _)| *letter != entry.letter)
            {
                starts.push((Shared::clone(&entry.letter), parts.len()));
            }
            page.push(entry.clone());
            ends = *next;
        }
        parts.push(page);
        let stale = cut::different(&self.parts, &parts).map(|number| part(language, number));
        changed.extend(stale);
        if self.letters != starts || self.parts.len() != parts.len() {
            changed.insert(letters(language));
        }
        (self.parts, self.letters) = (parts, starts);
    }
}

/// The place of a thing, unless it is gone. The home page is not listed: every page leads there.
fn place(
    graph: &Graph,
    link: AnyLink,
    locale: &Locale,
    length: Cut,
) -> Option<(Shared<[u8]>, Placed)> {
    let face = graph.has(link).then(|| graph.face(link))?;
    if face.is_home() {
        return None;
    }
    let title = face.title(&locale.language);
    let title = title.trim_start_matches(|it: char| !it.is_alphanumeric());
    let letter = locale.initial(title);
    let name = face.name().to_string();
    // A letter of two characters may be sorted elsewhere than its first: what is under one letter
    // stays together.
    let mut place = locale.sort_key(&letter).into_vec();
    place.extend(locale.sort_key(title));
    place.push(0);
    place.extend(name.as_bytes());
    let placed = Placed {
        entry: Entry {
            link,
            letter: letter.into(),
        },
        ends: length.ends_after(Digest::of(name.as_bytes())),
    };
    Some((place.into(), placed))
}

fn part(language: usize, number: usize) -> Key {
    Key::hash(PART, (language, number))
}

fn letters(language: usize) -> Key {
    Key::number(LETTERS, language as u64)
}
