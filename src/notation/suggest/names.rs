//! The name that is most like a word, among many.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{MAX_WORD_LENGTH, Near, folded, near};

/// The number of names on each side of a word, in each order, that are compared with it.
const NEIGHBOURS: usize = 24;

/// The number of names with the same letters but for one that are compared with a word.
const MAX_ALIKE: usize = 64;

/// Names in which the one that is most like a word is found without comparing all of them.
///
/// Found are names that differ in one letter, or in two that have changed places, and otherwise the nearest of those that
/// begin or end like the word. What is found depends on the word and the names only.
pub struct Names {
    /// Each name after its folded form, sorted.
    forwards: Vec<(Box<str>, Box<str>)>,
    /// Positions in `forwards`, sorted by the letters of the folded names from the last to the first.
    backwards: Vec<usize>,
    /// Positions in `forwards`, by the digest of the folded name without one of its letters, or with all of them.
    shortened: HashMap<u64, Vec<usize>>,
}

impl Names {
    /// An index of names.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Names {
        let names = names.into_iter();
        let mut forwards: Vec<(Box<str>, Box<str>)> = names
            .map(|name| (folded(name).into(), name.into()))
            .collect();
        forwards.sort_unstable();
        forwards.dedup();
        let mut backwards: Vec<usize> = (0..forwards.len()).collect();
        backwards.sort_by(|a, b| from_the_end(&forwards, *a).cmp(from_the_end(&forwards, *b)));
        let mut shortened: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, (name, _)) in forwards.iter().enumerate() {
            for digest in without_a_letter(name) {
                let alike = shortened.entry(digest).or_default();
                if alike.len() < MAX_ALIKE {
                    alike.push(at);
                }
            }
        }
        Names {
            forwards,
            backwards,
            shortened,
        }
    }

    /// Whether a name is among them.
    pub fn contains(&self, name: &str) -> bool {
        let wanted = (folded(name).into(), name.into());
        self.forwards.binary_search(&wanted).is_ok()
    }

    /// The name that is most like `word`. Returns `None` if none was found that is like it at all.
    pub fn nearest(&self, word: &str) -> Option<&str> {
        self.near(word).map(|near| near.word)
    }

    /// The name that [`Names::nearest`] returns, and whether it is certain.
    pub fn near(&self, word: &str) -> Option<Near<'_>> {
        let folded_word = folded(word);
        let digests = without_a_letter(&folded_word).into_iter();
        let alike = digests.filter_map(|it| self.shortened.get(&it)).flatten();
        let after = self
            .forwards
            .partition_point(|(name, _)| **name < *folded_word);
        let end = self.forwards.len().min(after + NEIGHBOURS);
        let begin_alike = after.saturating_sub(NEIGHBOURS)..end;
        let before = |at: &usize| from_the_end(&self.forwards, *at).lt(folded_word.chars().rev());
        let after = self.backwards.partition_point(before);
        let end = self.backwards.len().min(after + NEIGHBOURS);
        let end_alike = self.backwards.get(after.saturating_sub(NEIGHBOURS)..end);
        let end_alike = end_alike.unwrap_or_default().iter().copied();
        let found = alike.copied().chain(begin_alike).chain(end_alike);
        near(
            word,
            found.filter_map(|at| self.forwards.get(at).map(|(_, name)| &**name)),
        )
    }
}

fn from_the_end(names: &[(Box<str>, Box<str>)], at: usize) -> impl Iterator<Item = char> {
    names
        .get(at)
        .into_iter()
        .flat_map(|(name, _)| name.chars().rev())
}

/// The digests of a word and of what is left of it without each of its letters. None for very long words.
fn without_a_letter(word: &str) -> Vec<u64> {
    let letters: Vec<char> = word.chars().take(MAX_WORD_LENGTH + 1).collect();
    if letters.len() > MAX_WORD_LENGTH {
        return Vec::new();
    }
    let without = |left_out: usize| {
        let mut hasher = DefaultHasher::new();
        let letters = letters.iter().enumerate();
        let letters = letters.filter(|(at, _)| *at != left_out);
        letters.for_each(|(_, letter)| letter.hash(&mut hasher));
        hasher.finish()
    };
    let mut digests: Vec<u64> = (0..=letters.len()).map(without).collect();
    digests.sort_unstable();
    digests.dedup();
    digests
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::suggest::nearest;

    #[test]
    fn a_name_is_found_by_what_is_most_like_it() {
        let towns: Vec<String> = (0..3000)
            .map(|it| format!("comune-{it:05}-valle"))
            .collect();
        let others = ["comune-alba", "unione-montana-langhe"];
        let names = Names::new(towns.iter().map(String::as_str).chain(others));
        for (word, expected) in [
            ("comune-abla", Some("comune-alba")),
            ("Comune_ALBA", Some("comune-alba")),
            ("comune-01x34-valle", Some("comune-01034-valle")),
            ("comune-0123-valle", Some("comune-00123-valle")),
            ("unione-montagna-langa", Some("unione-montana-langhe")),
            ("provincia-cuneo", None),
        ] {
            assert_eq!(names.nearest(word), expected, "{word}");
        }
    }

    #[test]
    fn in_few_names_the_same_is_found_as_by_comparing_all() {
        let names = ["alba", "bra", "cuneo", "mondovi", "saluzzo", "savigliano"];
        let index = Names::new(names);
        for word in ["abla", "br", "cuenoo", "mondovì", "saluzo", "roma", ""] {
            assert_eq!(index.nearest(word), nearest(word, names), "{word}");
        }
    }
}
