//! Text from the bytes of a file.

use super::code::Code;
use super::diagnostic::{Diagnostic, Place};
use super::source::SourcePath;

/// The text of a file.
///
/// # Errors
/// A diagnostic at the first byte that is not UTF-8.
pub fn utf8_text<'a>(path: &SourcePath, bytes: &'a [u8]) -> Result<&'a str, Diagnostic> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Diagnostic::new(Code::InvalidUtf8, Place::span(path, at..at + 1))
    })
}
