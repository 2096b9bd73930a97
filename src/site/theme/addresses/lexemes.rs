//! The words of an expression in a template.

/// A word of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lexeme<'a> {
    /// A name or keyword.
    Name(&'a str),
    /// A text in quotes, without them.
    Text(&'a str),
    /// Digits.
    Number,
    /// An operator or bracket.
    Sign(&'a str),
    /// A call of a component.
    Call,
    /// What cannot be understood.
    Unknown,
}

const SIGNS: &[&str] = &["...", "==", "!=", "<=", ">=", "**", "//", "?."];

/// The words of an expression, each with its byte in it.
pub(super) fn lexemes(code: &str) -> Vec<(Lexeme<'_>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = code.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = code.get(at..).unwrap_or_default();
        let width = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (lexeme, length) = match c {
            c if c.is_whitespace() => (None, c.len_utf8()),
            '"' | '\'' | '`' => {
                let length = text_length(rest, c);
                let inner = rest.get(1..length.saturating_sub(1)).unwrap_or_default();
                (Some(Lexeme::Text(inner)), length)
            }
            c if c.is_ascii_digit() => (Some(Lexeme::Number), width(|c| c.is_ascii_digit())),
            c if c.is_alphabetic() || c == '_' => {
                let length = width(|c| c.is_alphanumeric() || c == '_');
                (rest.get(..length).map(Lexeme::Name), length)
            }
            c => {
                let long = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                let length = long.map_or(c.len_utf8(), |sign| sign.len());
                (rest.get(..length).map(Lexeme::Sign), length)
            }
        };
        found.extend(lexeme.map(|lexeme| (lexeme, at)));
        at += length.max(1);
    }
    found
}

/// The length of a text with its quotes.
fn text_length(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}
