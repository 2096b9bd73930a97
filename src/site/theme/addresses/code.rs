//! The code in a template, as words: names, texts in quotes, and signs.

use std::ops::Range;

use super::super::inline::tokens;

/// Stands in HTML for code that prints something: a letter of any name.
pub(in crate::site::theme) const PRINTED: char = '\u{1}';

/// Stands in HTML for other code: white space that nobody writes.
pub(in crate::site::theme) const UNPRINTED: char = '\u{c}';

/// Signs of more than one character.
const SIGNS: &[&str] = &["...", "==", "!=", "<=", ">=", "?.", "/>", "</"];

/// A piece of code: `{{ … }}` or `{% … %}`.
pub(in crate::site::theme) struct Code<'a> {
    pub(in crate::site::theme) is_printed: bool,
    /// Its first byte in the template.
    pub(in crate::site::theme) start: usize,
    /// What is between its delimiters, in the template.
    pub(in crate::site::theme) inner: Range<usize>,
    pub(in crate::site::theme) words: Vec<&'a str>,
}

impl Code<'_> {
    /// The bytes of a word in the template.
    pub(in crate::site::theme) fn span(&self, word: usize) -> Range<usize> {
        let (Some(first), Some(word)) = (self.words.first(), self.words.get(word)) else {
            return self.inner.clone();
        };
        // Words are parts of one text.
        let start = self.inner.start + (word.as_ptr().addr() - first.as_ptr().addr());
        start..start + word.len()
    }
}

/// The code of a template, and its HTML, with [`PRINTED`] or [`UNPRINTED`] for each byte of code.
pub(in crate::site::theme) fn split(template: &str) -> (Vec<Code<'_>>, String) {
    let (mut codes, mut html) = (Vec::new(), String::with_capacity(template.len()));
    for token in tokens(template) {
        let start = html.len();
        let filler = match token.get(..2) {
            Some("{{") => PRINTED,
            Some("{%" | "{#") => UNPRINTED,
            _ => {
                html.push_str(token);
                continue;
            }
        };
        html.extend(token.bytes().map(|_| filler));
        let code = token.trim_start_matches(['{', '%', '-']);
        let inner_start = start + token.len() - code.trim_start().len();
        let code = code.trim_end_matches(['}', '%', '-']).trim();
        if !token.starts_with("{#") {
            codes.push(Code {
                is_printed: filler == PRINTED,
                start,
                inner: inner_start..inner_start + code.len(),
                words: words(code),
            });
        }
    }
    (codes, html)
}

fn words(code: &str) -> Vec<&str> {
    let (mut words, mut rest) = (Vec::new(), code);
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    while let Some(c) = rest.chars().next() {
        let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
        let length = match c {
            '"' | '\'' | '`' => text_length(rest, c),
            c if is_part(c) => rest.find(|c| !is_part(c)).unwrap_or(rest.len()),
            c => sign.map_or(c.len_utf8(), |sign| sign.len()),
        };
        let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        words.push(word);
        rest = after.trim_start();
    }
    words
}

/// The length of a text with its quotes.
fn text_length(text: &str, quote: char) -> usize {
    let mut is_escaped = true;
    let end = text.find(|c| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 1)
}

/// The text of a word in quotes.
pub(in crate::site::theme) fn unquoted(word: &str) -> Option<&str> {
    let quote = word.chars().next().filter(|c| "\"'`".contains(*c))?;
    word.strip_prefix(quote)?.strip_suffix(quote)
}
