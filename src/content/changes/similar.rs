//! Records that are the same although their ids and more have changed, in two lists without doubt.

use std::collections::{BTreeMap, BTreeSet};

use super::normal::folded;
use crate::notation::value::Value;

/// The most pairs that are looked at: where so much has changed at once, few could be told apart.
const MAX_PAIRS: usize = 20_000;

/// The fields by which people know a thing or an item.
const NAMES: [&str; 3] = ["title", "office", "name"];

/// The fields that many have in common. What a table has of its body is among them.
const COMMON: [&str; 20] = [
    "authority",
    "basis",
    "count",
    "count_source",
    "date",
    "extra",
    "family",
    "given",
    "issuer",
    "kind",
    "order",
    "parent",
    "publication_basis",
    "reviewed",
    "role",
    "status",
    "topics",
    "updated",
    "valid",
    "voting",
];

/// The share of the fields that must be equal if the title is and more than one has changed, in percent.
const MIN_FIELDS: usize = 80;

/// The share of the words of a text that must be equal, in percent.
const MIN_WORDS: usize = 60;

/// The indices of the pairs that are the same, where neither is the same as any other.
pub(super) fn pairs(
    before: &[&Value],
    after: &[&Value],
    is_same: impl Fn(&Value, &Value) -> bool,
) -> Vec<(usize, usize)> {
    if before.len().saturating_mul(after.len()) > MAX_PAIRS {
        return Vec::new();
    }
    let all = (0..before.len()).flat_map(|one| (0..after.len()).map(move |other| (one, other)));
    let similar = all.filter(|(one, other)| match (before.get(*one), after.get(*other)) {
        (Some(one), Some(other)) => is_same(one, other),
        _ => false,
    });
    let similar: Vec<(usize, usize)> = similar.collect();
    let counted = |side: fn(&(usize, usize)) -> usize| {
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        let indices = similar.iter().map(side);
        indices.for_each(|it| *counts.entry(it).or_default() += 1);
        counts
    };
    let counts = [counted(|it| it.0), counted(|it| it.1)];
    let is_only = |(one, other): &(usize, usize)| {
        let of = counts.iter().zip([one, other]);
        of.map(|(counts, index)| counts.get(index))
            .all(|it| it == Some(&1))
    };
    similar.iter().copied().filter(is_only).collect()
}

/// Whether the title and most else is equal besides the id; or all but one field, and what is equal tells it from others.
pub(super) fn is_similar(before: &Value, after: &Value) -> bool {
    let (Value::Record(before), Value::Record(after)) = (before, after) else {
        return false;
    };
    let is_equal = |key: &str| match (before.get(key), after.get(key)) {
        (Some(Value::Text(one)), Some(Value::Text(other))) => {
            one == other || one.to_lowercase() == other.to_lowercase()
        }
        (one, other) => one == other,
    };
    let keys = before.keys().chain(after.keys());
    let keys: BTreeSet<&str> = keys.map(String::as_str).filter(|it| *it != "id").collect();
    let (equal, others): (Vec<&str>, Vec<&str>) = keys.iter().partition(|it| is_equal(it));
    let has_name = NAMES.iter().any(|it| equal.contains(it));
    let is_most = equal.len() * 100 >= keys.len() * MIN_FIELDS;
    match others.as_slice() {
        ["parent"] => false,
        ["text"] => shares_words(before.get("text"), after.get("text")),
        [] | [_] if has_name => true,
        [] | [_] => equal.iter().filter(|it| !COMMON.contains(it)).count() >= 2,
        _ => equal.contains(&"title") && is_most,
    }
}

fn shares_words(before: Option<&Value>, after: Option<&Value>) -> bool {
    let words = |text: Option<&Value>| -> Vec<String> {
        let text = text.and_then(Value::as_text).map(folded);
        let words = text.iter().flat_map(|text| text.split(' '));
        words.map(str::to_owned).collect()
    };
    let (before, mut after) = (words(before), words(after));
    let longer = before.len().max(after.len());
    let shared = before.iter().filter(|word| {
        let place = after.iter().position(|it| it == *word);
        place.map(|it| after.swap_remove(it)).is_some()
    });
    shared.count() * 100 >= longer * MIN_WORDS
}
