//! Runs of lexemes: what is between brackets, and what is between separators.

use super::lexemes::Lexeme;

/// Lexemes, each with its byte in the expression.
pub(super) type Words<'w, 'a> = &'w [(Lexeme<'a>, usize)];

/// What stands in the brackets at the beginning, and what follows them.
pub(super) fn bracketed<'w, 'a>(words: Words<'w, 'a>) -> (Words<'w, 'a>, Words<'w, 'a>) {
    let mut depth = 0_usize;
    for (number, (word, _)) in words.iter().enumerate() {
        match word {
            Lexeme::Sign("(" | "[" | "{") => depth += 1,
            Lexeme::Sign(")" | "]" | "}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let inner = words.get(1..number).unwrap_or_default();
            return (inner, words.get(number + 1..).unwrap_or_default());
        }
    }
    (words.get(1..).unwrap_or_default(), &[])
}

/// The parts between separators that are in no brackets.
pub(super) fn split<'w, 'a>(
    words: Words<'w, 'a>,
    separates: impl Fn(&Lexeme<'a>) -> bool,
) -> Vec<Words<'w, 'a>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (number, (word, _)) in words.iter().enumerate() {
        match word {
            Lexeme::Sign("(" | "[" | "{") => depth += 1,
            Lexeme::Sign(")" | "]" | "}") => depth = depth.saturating_sub(1),
            word if depth == 0 && separates(word) => {
                parts.extend(words.get(start..number));
                start = number + 1;
            }
            _ => {}
        }
    }
    parts.extend(words.get(start..));
    parts
}

/// The words without the `...` before them.
pub(super) fn unspread<'w, 'a>(words: Words<'w, 'a>) -> Words<'w, 'a> {
    match words {
        [(Lexeme::Sign("..."), _), rest @ ..] => rest,
        words => words,
    }
}

/// Whether a value is expected after a word, so that `<` begins a call and does not compare.
pub(super) fn expects_value(before: Option<&Lexeme<'_>>) -> bool {
    match before {
        None => true,
        Some(Lexeme::Sign(sign)) => !matches!(*sign, ")" | "]" | "}"),
        Some(Lexeme::Name(name)) => {
            matches!(
                *name,
                "if" | "else" | "or" | "and" | "not" | "in" | "is" | "for"
            )
        }
        Some(_) => false,
    }
}
