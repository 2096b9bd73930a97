//! Addresses in running text of which a part is missing.

use super::near_misses::{AFTER_WORDS, NearMiss, beginning};

/// Finds addresses without their colon, a slash or all of their beginning: `https//x.it`, `http:/x.it`, `<www.x.it>`.
pub(super) fn half_addresses(text: &str) -> impl Iterator<Item = NearMiss> {
    let in_brackets = text.match_indices("<www.").filter_map(|(at, _)| {
        let (inner, _) = beginning(text.get(at + 1..)?).split_once('>')?;
        let is_address = !inner.contains(char::is_whitespace);
        is_address.then(|| NearMiss {
            bytes: at..at + 1 + inner.len() + 1,
            hint: "address",
            form: format!("<https://{inner}>"),
        })
    });
    let starts = ["https//", "http//", "https:/", "http:/"].into_iter();
    let found = starts.flat_map(|start| text.match_indices(start));
    let half = found.filter_map(|(at, start)| {
        let rest = beginning(text.get(at + start.len()..)?);
        let before = text.get(..at)?;
        let end = rest.find(|c: char| c.is_whitespace() || "()[]<>".contains(c));
        let rest = rest
            .get(..end.unwrap_or(rest.len()))?
            .trim_end_matches(AFTER_WORDS);
        let scheme = start.trim_end_matches([':', '/']);
        let is_word = before.ends_with(char::is_alphanumeric);
        let is_host = rest.contains('.') && rest.starts_with(char::is_alphanumeric);
        (is_host && !is_word).then(|| NearMiss {
            bytes: at..at + start.len() + rest.len(),
            hint: "address",
            form: format!("{scheme}://{rest}"),
        })
    });
    half.chain(in_brackets)
}
