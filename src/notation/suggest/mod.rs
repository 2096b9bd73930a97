//! What an editor may have meant by a word or key that is not known.

mod elsewhere;
mod foreign_words;
mod names;

use std::collections::BTreeSet;

use icu_normalizer::DecomposingNormalizerBorrowed;

pub use elsewhere::{Elsewhere, elsewhere};
pub use names::Names;

use super::schema::{Field, Record, Shape};
use super::tree::Entry;
use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Change;

/// The key that an unknown key was meant as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The key is an Italian word, and this the English key; and whether it means no other key of the record.
    English(&'static str, bool),
    /// The key looks like this one.
    Near(Near<'static>),
}

impl Suggestion {
    /// The suggested key.
    pub fn key(self) -> &'static str {
        match self {
            Suggestion::English(key, _) => key,
            Suggestion::Near(near) => near.word,
        }
    }
}

/// A word that is like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near<'a> {
    /// The word.
    pub word: &'a str,
    /// Whether nothing else can be meant: it is only a slip or two away, any other candidate is twice as far, and the digits
    /// are the same: another number is another law.
    pub is_certain: bool,
}

impl Near<'_> {
    /// A fault with a hint that proposes this word in place of one that it has at its place; if that is certain, with the
    /// change that follows the hint.
    #[must_use]
    pub fn propose(self, fault: Diagnostic, from: &str, hint: &'static str) -> Diagnostic {
        let change = self.is_certain.then(|| Change::word(from, self.word));
        fault.text("near", self.word).hint(hint).fix(change)
    }
}

/// A fault with a hint that proposes a word in place of one that it has at its place, if there is one like it.
pub fn propose(near: Option<Near<'_>>, fault: Diagnostic, from: &str) -> Diagnostic {
    match near {
        Some(near) => near.propose(fault, from, "near"),
        None => fault,
    }
}

/// The most letters in which a word differs from the one that it is certainly meant as.
const MAX_SLIPS: usize = 2;

/// A longer word is not like any other.
const MAX_WORD_LENGTH: usize = 100;

/// The candidate that is most like `word`, first one that differs by case and separators only. Returns `None` if none is
/// like it at all.
///
/// Of many candidates, use [`Names`].
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(word, candidates).map(|near| near.word)
}

/// The candidate that [`nearest`] returns, and whether it is certain.
pub fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Near<'a>> {
    let length = word.chars().count();
    if length > MAX_WORD_LENGTH {
        return None;
    }
    let tolerance = (length / 3).clamp(1, 4);
    let folded_word = folded(word);
    let near = candidates
        .into_iter()
        // Counting is much faster than comparing.
        .filter(|candidate| {
            candidate.chars().count().abs_diff(length) <= tolerance.max(2 * MAX_SLIPS)
        })
        .filter(|candidate| *candidate != word && !(is_number(word) && is_number(candidate)))
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&folded_word, &folded(candidate));
            (distance, candidate)
        });
    let (mut best, mut next) = (None, usize::MAX);
    for found in near {
        match best {
            Some(known) if known == found => {}
            Some(known) if known < found => next = next.min(found.0),
            _ => {
                next = best.map_or(next, |(distance, _)| next.min(distance));
                best = Some(found);
            }
        }
    }
    let (distance, word) = best.filter(|(distance, _)| *distance <= tolerance)?;
    let is_certain = distance <= MAX_SLIPS
        && next > distance
        && next >= 2 * distance
        && digits_of(&folded_word).eq(digits_of(word));
    Some(Near { word, is_certain })
}

/// The name of a person that [`nearest`] returns. It is certain only if it differs by case, accents and spaces alone: with
/// another letter, it may be somebody else's.
pub fn near_person<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<Near<'a>> {
    let near = near(name, candidates)?;
    let is_certain = near.is_certain && folded(name) == folded(near.word);
    Some(Near { is_certain, ..near })
}

/// Whether a word has no letters: `2014-2019`. Another number is no slip.
fn is_number(word: &str) -> bool {
    !word.contains(char::is_alphabetic)
}

fn digits_of(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(char::is_ascii_digit)
}

/// A word in lower case and without accents, with one separator for all.
pub fn folded(word: &str) -> String {
    let is_separator = |c: char| c.is_whitespace() || c == '-';
    let word = word.trim().to_lowercase().replace(is_separator, "_");
    if word.is_ascii() {
        return word;
    }
    let letters = DecomposingNormalizerBorrowed::new_nfd().normalize(&word);
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    letters.chars().filter(|c| !is_accent(c)).collect()
}

/// Whether a name differs from another by a slip of the keyboard: two letters have changed places, or a letter within a word
/// is single or double. Other letters make another name ("Elba", "Alba"; "Cerano", "Ceriano"), and so does the end of a word.
pub fn is_slip(typed: &str, meant: &str) -> bool {
    let [typed, meant] = [typed, meant].map(|it| folded(it).chars().collect::<Vec<char>>());
    let same = |(one, other): &(&char, &char)| one == other;
    let start = typed.iter().zip(&meant).take_while(same).count();
    let before = start.checked_sub(1).and_then(|at| typed.get(at));
    let is_double = |it: &[char]| it.first() == before;
    let [typed, meant] = [&typed, &meant].map(|it| it.get(start..).unwrap_or_default());
    let ends = typed.iter().rev().zip(meant.iter().rev());
    let end = ends.take_while(same).count();
    let differing = |it: &[char]| it.len() - end;
    let goes_on = meant
        .get(differing(meant))
        .is_some_and(|it| it.is_alphanumeric());
    match (differing(typed), differing(meant)) {
        (0, 0) => true,
        (0, 1) => is_double(meant) && goes_on,
        (1, 0) => is_double(typed) && goes_on,
        (2, 2) => typed.iter().take(2).eq(meant.iter().take(2).rev()),
        _ => false,
    }
}

/// The word of a closed list that is most like `word`, or that it means in Italian.
pub fn near_word<'a>(word: &str, words: &[&'a str]) -> Option<Near<'a>> {
    let mut meanings = foreign_words::english_keys(word);
    let key = meanings.find_map(|meaning| words.iter().find(|it| **it == meaning));
    let key = key.map(|word| Near {
        word,
        is_certain: true,
    });
    let english = key.or_else(|| foreign_words::english_word(word, words));
    // What is the name of another word may look like this one.
    english
        .filter(|english| english.is_certain)
        .or_else(|| near(word, words.iter().copied()))
        .or(english)
}

/// The number of words that a hint lists.
const MAX_LISTED: usize = 60;

/// The words that a hint lists: not more than somebody would read.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut words = words.into_iter();
    let mut listed: Vec<&str> = words.by_ref().take(MAX_LISTED).collect();
    if words.next().is_some() {
        listed.push("…");
    }
    listed.join(", ")
}

/// The key of the record that an unknown key was meant as, if it is free.
pub fn key_for(
    unknown: &Entry,
    free: &[&'static str],
    record: &'static Record,
) -> Option<Suggestion> {
    if elsewhere::about_holders(&unknown.key, record).is_some() {
        return None;
    }
    let near = || near(&unknown.key, free.iter().copied());
    english_key(unknown, free, record).or_else(|| near().map(Suggestion::Near))
}

/// The keys of a record that are not among these entries.
pub fn free_keys(entries: &[Entry], record: &'static Record) -> Vec<&'static str> {
    let keys: BTreeSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
    let all = record.all_fields().map(|field| field.key);
    all.filter(|key| !keys.contains(key)).collect()
}

/// Whether a key is, or was meant as, this field, where these keys are free.
pub fn stands_for(
    written: &Entry,
    key: &'static str,
    free: &[&'static str],
    record: &'static Record,
) -> bool {
    let glued = written.key.split_once(':').map(|(before, _)| before);
    written.key == key
        || glued == Some(key)
        || record.field(&written.key).is_none()
            && (english_key(written, free, record).is_some_and(|it| it.key() == key)
                || nearest(&written.key, [key]).is_some())
}

/// Whether a key may be meant as another, which is English for it or looks like it.
pub fn may_mean(written: &str, key: &str) -> bool {
    foreign_words::english_keys(written).any(|it| it == key) || nearest(written, [key]).is_some()
}

/// The free key of the record that an Italian word means: one that is missing, or else its first meaning. A key that has one word
/// of a list is not meant by one with another word: `tipo: comune` is no `type`.
fn english_key(
    written: &Entry,
    free: &[&'static str],
    record: &'static Record,
) -> Option<Suggestion> {
    let fields = foreign_words::english_keys(&written.key).filter_map(|key| record.field(key));
    let is_free = |(_, field): &(usize, &Field)| free.contains(&field.key);
    let meant = fields.enumerate().filter(is_free);
    let mut meant = meant.filter(|(_, field)| may_be(written.value.as_text(), field.shape));
    let first = meant.next()?;
    // The value is a word of the list that this key has.
    let has_word = matches!(first.1.shape, Shape::Optional(Shape::Word(_)));
    let is_missing = |(_, field): &(usize, &Field)| !field.is_optional();
    let missing = [first].into_iter().chain(meant);
    let missing = missing.filter(|_| !has_word).find(is_missing);
    let (at, field) = missing.unwrap_or(first);
    let is_certain = at == 0 || missing.is_some();
    Some(Suggestion::English(field.key, is_certain))
}

/// Whether a text is, or certainly means, a word of the list that a shape has, if it has one.
fn may_be(text: Option<&str>, shape: &Shape) -> bool {
    match (shape, text) {
        (Shape::Optional(inner), _) => may_be(text, inner),
        (Shape::Word(words), Some(text)) => {
            words.contains(&text) || near_word(text, words).is_some_and(|it| it.is_certain)
        }
        _ => true,
    }
}
