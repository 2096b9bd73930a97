//! What an editor may have meant by a word or key that is not known.

mod italian;

use super::schema::Record;
use super::tree::Entry;

/// The key that an unknown key was meant as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggestion {
    /// The key is an Italian word, and this the English key.
    English(&'static str),
    /// The key looks like this one.
    Near(&'static str),
}

impl Suggestion {
    /// The suggested key.
    pub fn key(self) -> &'static str {
        match self {
            Suggestion::English(key) | Suggestion::Near(key) => key,
        }
    }
}

/// The candidate that is most like `word`. Returns `None` if none is like it at all.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let tolerance = (word.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= tolerance)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The key of the record that an unknown key was meant as, if it is not among the siblings.
pub fn key_for(unknown: &str, siblings: &[Entry], record: &'static Record) -> Option<Suggestion> {
    let english = english_key(unknown, record).filter(|key| is_free(key, siblings));
    let near = || nearest(unknown, free_keys(siblings, record));
    english
        .map(Suggestion::English)
        .or_else(|| near().map(Suggestion::Near))
}

/// The keys of a record that are not among the siblings.
pub fn free_keys(
    siblings: &[Entry],
    record: &'static Record,
) -> impl Iterator<Item = &'static str> {
    let keys = record.all_fields().map(|field| field.key);
    keys.filter(|key| is_free(key, siblings))
}

/// Whether a key is, or was meant as, this field.
pub fn stands_for(written: &str, key: &'static str, record: &'static Record) -> bool {
    written == key
        || record.field(written).is_none()
            && (english_key(written, record) == Some(key) || nearest(written, [key]).is_some())
}

fn is_free(key: &str, siblings: &[Entry]) -> bool {
    !siblings.iter().any(|sibling| sibling.key == key)
}

/// The key of the record that an Italian word means.
fn english_key(word: &str, record: &'static Record) -> Option<&'static str> {
    let mut keys = italian::english_keys(word).iter();
    keys.find_map(|key| record.field(key))
        .map(|field| field.key)
}
