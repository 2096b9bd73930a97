//! Text from the bytes of a file, and which characters of it a page may have.

use super::code::Code;
use super::diagnostic::{Diagnostic, Place};
use super::source::SourcePath;

/// The text of a file.
///
/// # Errors
/// A diagnostic at the first byte that is not UTF-8, or of a text in UTF-16.
pub fn utf8_text<'a>(path: &SourcePath, bytes: &'a [u8]) -> Result<&'a str, Diagnostic> {
    let fault = |at: usize| Diagnostic::new(Code::InvalidUtf8, Place::span(path, at..at + 1));
    let text = std::str::from_utf8(bytes).map_err(|error| fault(error.valid_up_to()))?;
    match is_utf16(bytes) {
        true => Err(fault(0)),
        false => Ok(text),
    }
}

/// Whether bytes that are UTF-8 are UTF-16 without its mark: every second one is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 64;
    let (pairs, _) = bytes.get(..LOOKED_AT).unwrap_or(bytes).as_chunks::<2>();
    !pairs.is_empty()
        && pairs
            .iter()
            .all(|[one, other]| (*one == 0) != (*other == 0))
}

/// Whether a page may have this character: all but control characters and noncharacters (HTML standard,
/// "Preprocessing the input stream").
pub fn is_printable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{c}' => true,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => false,
        _ => u32::from(c) & 0xfffe != 0xfffe,
    }
}

/// The code of the first character of a text that no page may have: `U+000B`. Empty if there is none.
pub fn unprintable_code(text: &str) -> String {
    let first = text.chars().find(|c| !is_printable(*c));
    first.map_or(String::new(), |c| format!("U+{:04X}", u32::from(c)))
}
