//! Advice that was tried: what a hint proposes is read before it is given.

use super::check;
use super::schema::Shape;
use super::tree::Node;

/// What proposals are tried with.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    /// The text of the file.
    pub source: &'a str,
    /// Reads a value as the file is read.
    pub read: fn(&str) -> Option<Node>,
}

impl Trial<'_> {
    /// The first of these texts that is a value of this shape where the text now stands that begins at byte `start`.
    pub(super) fn first(
        &self,
        start: usize,
        shape: &Shape,
        texts: impl IntoIterator<Item = String>,
    ) -> Option<String> {
        texts.into_iter().find(|text| {
            // Where a text begins matters to its other lines only.
            let width = match text.contains('\n') {
                true => indentation(line_before(self.source, start)),
                false => 0,
            };
            let node = (self.read)(&format!("{}{text}", " ".repeat(width)));
            node.is_some_and(|node| check::is_proper(&node, shape))
        })
    }
}

pub(super) fn line_before(source: &str, at: usize) -> &str {
    let before = source.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// What follows this byte from the next `#` on, to the end of the line, if there are only `skipped` characters before it.
pub(super) fn comment_after<'a>(source: &'a str, at: usize, skipped: &[char]) -> Option<&'a str> {
    let after = source.get(at..)?.trim_start_matches(skipped);
    let comment = after.starts_with('#').then_some(after)?;
    Some(comment.lines().next()?.trim_end())
}

/// The number of bytes before the first that is no blank.
pub(super) fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A text in quotes, as YAML and TOML read it. Quotes that it has around it already do not count.
pub(super) fn quoted(text: &str) -> String {
    let text = unquoted(text);
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else if !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// A list of texts in quotes, of texts that quotes divide, or semicolons, or else commas.
pub(super) fn quoted_list(text: &str) -> String {
    let sign = ['"', ';'].into_iter().find(|sign| text.contains(*sign));
    let items = text.split(sign.unwrap_or(','));
    let items = items.map(|item| item.trim_matches([' ', ',', '\'']));
    let items = items.filter(|item| !item.is_empty()).map(quoted);
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// A text without the quotes around it, or without the one before it if there is no other.
pub(super) fn unquoted(text: &str) -> &str {
    let rest = |quote: char| {
        let rest = text.strip_prefix(quote)?;
        // An apostrophe, as in `'900` and `'ndrangheta`, is no quote.
        let is_open = match quote {
            '\'' => rest.starts_with(char::is_uppercase) && !has_single_quote(rest),
            _ => !rest.contains(quote),
        };
        rest.strip_suffix(quote).or(is_open.then_some(rest))
    };
    rest('"').or_else(|| rest('\'')).unwrap_or(text)
}

/// Whether a text has a single quote that is no apostrophe between letters.
fn has_single_quote(text: &str) -> bool {
    text.match_indices('\'').any(|(at, _)| {
        let (before, after) = text.split_at(at);
        let after = after.trim_start_matches('\'');
        !before.ends_with(char::is_alphabetic) || !after.starts_with(char::is_alphabetic)
    })
}
