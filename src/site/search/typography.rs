//! Words as the indexer separates them.
//!
//! The indexer separates words at spaces, and the parts of a word at the punctuation of ASCII only. So "dell’unione"
//! would be one word, and "unione" would not find it.

use std::borrow::Cow;

use icu_properties::props::{EnumeratedProperty, GeneralCategory};

/// A text in which every border of a word is a space or an ASCII character. It reads as before.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let border = border(character);
        if border == Border::Opens && plain.ends_with(char::is_alphanumeric) {
            plain.push(' ');
        }
        match border {
            Border::Invisible => {}
            Border::Apostrophe => plain.push('\''),
            Border::Hyphen if next.is_some_and(|it| !it.is_whitespace()) => plain.push('-'),
            Border::Dash if !plain.ends_with(char::is_whitespace) => plain.extend([' ', character]),
            _ => plain.push(character),
        }
        let separates = matches!(border, Border::Dash | Border::Closes);
        if separates && next.is_some_and(char::is_alphanumeric) {
            plain.push(' ');
        }
    }
    if plain == text {
        return Cow::Borrowed(text);
    }
    Cow::Owned(plain)
}

/// How a character separates the words beside it.
#[derive(Clone, Copy, PartialEq)]
enum Border {
    /// Not at all: a letter, a figure, an accent, a space, a character of ASCII.
    None,
    /// It is not seen, and is no border.
    Invisible,
    /// Within a word, as `'`.
    Apostrophe,
    /// Within a word, as `-`.
    Hyphen,
    /// Between words.
    Dash,
    /// Before a word.
    Opens,
    /// After a word.
    Closes,
}

fn border(character: char) -> Border {
    use GeneralCategory as Category;
    match character {
        '\0'..='\x7f' => return Border::None,
        // The accent and the prime are typed where a keyboard has no apostrophe.
        '‘' | '’' | '‛' | 'ʹ' | 'ʼ' | '´' | '′' | '＇' | '׳' => {
            return Border::Apostrophe;
        }
        '—' | '―' => return Border::Dash,
        // Within words: of Catalan, between syllables, and in acronyms of Hebrew.
        '·' | '‧' | '״' => return Border::None,
        // The soft hyphen, the word joiner and the byte order mark.
        '\u{ad}' | '\u{2060}' | '\u{feff}' => return Border::Invisible,
        '−' => return Border::Hyphen,
        _ => {}
    }
    match Category::for_char(character) {
        Category::DashPunctuation => Border::Hyphen,
        Category::OpenPunctuation | Category::InitialPunctuation => Border::Opens,
        Category::ClosePunctuation
        | Category::FinalPunctuation
        | Category::OtherPunctuation
        | Category::ConnectorPunctuation
        | Category::MathSymbol
        | Category::CurrencySymbol
        | Category::OtherSymbol => Border::Closes,
        _ if character == '\u{200b}' => Border::Closes,
        _ => Border::None,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn every_border_of_a_word_is_one_for_the_indexer() {
        for (text, expected) in [
            ("dell'unione", "dell'unione"),
            ("dell’unione", "dell'unione"),
            ("dell´unione", "dell'unione"),
            ("dellʼunione", "dell'unione"),
            ("l’“unione”", "l'“unione”"),
            ("«unione», “ente” e ‹altro›", "«unione», “ente” e ‹altro›"),
            ("unione«ente»comune", "unione «ente» comune"),
            ("unione…ente", "unione… ente"),
            ("unione… ente", "unione… ente"),
            ("unione—ente", "unione — ente"),
            ("unione — ente", "unione — ente"),
            ("2024–2026", "2024-2026"),
            ("unione – ente", "unione – ente"),
            ("Emilia‑Romagna", "Emilia-Romagna"),
            ("uni\u{ad}one", "unione"),
            ("unione\u{a0}ente", "unione\u{a0}ente"),
            ("unione\u{200b}ente", "unione\u{200b} ente"),
            ("unione→ente", "unione→ ente"),
            ("•unione", "• unione"),
            ("¿unione?", "¿ unione?"),
            ("col·legi", "col·legi"),
            ("perche\u{301}", "perche\u{301}"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("اتحاد،بلدية", "اتحاد، بلدية"),
            ("בית־ספר", "בית-ספר"),
            ("צה״ל", "צה״ל"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
