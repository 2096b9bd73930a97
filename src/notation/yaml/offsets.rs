//! From the characters that `saphyr-parser` counts to bytes of the source.

use std::ops::Range;

use saphyr_parser::Span;

/// The byte at which each character of a text begins.
pub(super) struct Offsets {
    /// `None` where places are not wanted.
    bytes: Option<Vec<usize>>,
    end: usize,
}

impl Offsets {
    pub(super) fn new(text: &str, start: usize) -> Offsets {
        let bytes = text.char_indices().map(|(at, _)| start + at);
        Offsets {
            bytes: Some(bytes.collect()),
            end: start + text.len(),
        }
    }

    /// No offsets: characters stay characters.
    pub(super) fn none() -> Offsets {
        Offsets {
            bytes: None,
            end: 0,
        }
    }

    /// The byte of a character; the end of the text if there are fewer.
    pub(super) fn byte(&self, char_index: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(char_index).copied().unwrap_or(self.end),
            None => char_index,
        }
    }

    pub(super) fn range(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }
}
