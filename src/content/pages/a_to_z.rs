//! The A to Z: everything that has a page, by its initial letter and the rules of each language.
//!
//! Where that is much, it goes over several pages, cut as all long lists are.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use rayon::prelude::*;

use super::cut::{self, Cut, Few};
use crate::base::digest::Digest;
use crate::content::graph::{self, AnyLink, Graph};
use crate::content::locale::Locale;
use crate::incremental::memo::{Changed, Key, Reads};

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
    pub letter: Arc<str>,
    /// Whether it ends a page that is long enough.
    ends: bool,
}

/// A letter, and the page on which it begins, from 0.
pub type Letter = (Arc<str>, usize);

/// The order in one language.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
struct Tongue {
    /// The place of each thing in the order.
    places: HashMap<AnyLink, Box<[u8]>>,
    parts: Vec<Vec<Entry>>,
    letters: Vec<Letter>,
}

impl Alphabet {
    /// An order that goes over several pages when it has more entries than this.
    pub fn new(length: usize, languages: usize) -> Alphabet {
        Alphabet {
            length: Cut::new(length),
            tongues: (0..languages).map(|_| Tongue::default()).collect(),
        }
    }

    /// Brings the order up to date, and says which of its pages have changed.
    #[must_use]
    pub fn update(&mut self, graph: &Graph, locales: &[Locale], changed: &Changed) -> Changed {
        let mut pages = Changed::new();
        let faced: Vec<AnyLink> = graph::faced(changed).collect();
        if faced.is_empty() {
            return pages;
        }
        for (language, (tongue, locale)) in self.tongues.iter_mut().zip(locales).enumerate() {
            let placed: Vec<_> = faced
                .par_iter()
                .map(|link| (*link, place(graph, *link, locale, self.length)))
                .collect();
            let moved: Vec<(AnyLink, Option<Placed>)> = placed
                .into_iter()
                .filter(|(link, placed)| {
                    tongue.places.get(link) != placed.as_ref().map(|(place, _)| place)
                })
                .collect();
            if !moved.is_empty() {
                tongue.put(moved, self.length, language, &mut pages);
            }
        }
        pages
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
    /// Puts things at their places, or takes them away, and cuts the order into pages.
    fn put(
        &mut self,
        moved: Vec<(AnyLink, Option<Placed>)>,
        length: Cut,
        language: usize,
        pages: &mut Changed,
    ) {
        let links: Few<AnyLink> = moved.iter().map(|(link, _)| *link).collect();
        for link in links.all() {
            self.places.remove(link);
        }
        let mut placed: Vec<Placed> = moved.into_iter().filter_map(|(_, placed)| placed).collect();
        placed.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut fresh = Vec::with_capacity(placed.len());
        for (place, entry) in placed {
            self.places.insert(entry.link, place);
            fresh.push(entry);
        }
        let order = Order {
            places: &self.places,
            length: Some(length).filter(|it| it.is_needed(self.places.len())),
        };
        let is_gone = |entry: &Entry| links.has(&entry.link);
        let parts = cut::again(&self.parts, is_gone, fresh, &order);
        let stale = cut::different(&self.parts, &parts).map(|number| part(language, number));
        pages.extend(stale);
        let starts = starts(&parts);
        if self.letters != starts || self.parts.len() != parts.len() {
            pages.insert(letters(language));
        }
        (self.parts, self.letters) = (parts, starts);
    }
}

/// An entry and its place in the order.
type Placed = (Box<[u8]>, Entry);

/// The order of things by their places, on pages if there are more than this.
struct Order<'a> {
    places: &'a HashMap<AnyLink, Box<[u8]>>,
    length: Option<Cut>,
}

impl cut::Rule<Entry> for Order<'_> {
    fn order(&self, a: &Entry, b: &Entry) -> Ordering {
        self.places.get(&a.link).cmp(&self.places.get(&b.link))
    }

    fn is_full(&self, page: &[Entry], _: &Entry) -> bool {
        let last = page.last().zip(self.length);
        last.is_some_and(|(last, length)| length.is_full(page.len(), last.ends))
    }
}

/// On which page each letter begins.
fn starts(parts: &[Vec<Entry>]) -> Vec<Letter> {
    let mut starts: Vec<Letter> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        // What is under one letter stands together.
        for letters in part.chunk_by(|a, b| a.letter == b.letter) {
            let letter = letters.first().map(|entry| &entry.letter);
            if let Some(letter) =
                letter.filter(|it| starts.last().is_none_or(|(last, _)| last != *it))
            {
                starts.push((letter.clone(), number));
            }
        }
    }
    starts
}

/// The place of a thing, unless it is gone. The home page is not listed: every page leads there.
fn place(graph: &Graph, link: AnyLink, locale: &Locale, length: Cut) -> Option<Placed> {
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
    let entry = Entry {
        link,
        letter: letter.into(),
        ends: length.ends_after(Digest::of(name.as_bytes())),
    };
    Some((place.into(), entry))
}

fn part(language: usize, number: usize) -> Key {
    Key::hash(PART, (language, number))
}

fn letters(language: usize) -> Key {
    Key::number(LETTERS, language as u64)
}
