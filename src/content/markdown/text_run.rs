//! Text of several events in one, with its places in the file.

use std::ops::Range;

/// The text of neighbouring events.
#[derive(Default)]
pub(super) struct TextRun {
    pub(super) text: String,
    /// For each event, where its text begins in `text`, and its bytes in the file.
    parts: Vec<(usize, Range<usize>)>,
}

impl TextRun {
    pub(super) fn push(&mut self, text: &str, span: &Range<usize>) {
        self.parts.push((self.text.len(), span.clone()));
        self.text.push_str(text);
    }

    /// The bytes in the file that these bytes of the text come from.
    ///
    /// The place is exact if the file has the same text there. If not (an entity, a backslash), it is that of
    /// the whole event.
    pub(super) fn place(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.locate(bytes.start).start;
        let end = self.locate(bytes.end.saturating_sub(1)).end;
        start..end.max(start)
    }

    /// The bytes in the file that one byte of the text may come from.
    fn locate(&self, byte: usize) -> Range<usize> {
        let number = self.parts.partition_point(|(from, _)| *from <= byte);
        let Some((from, span)) = self.parts.get(number.saturating_sub(1)) else {
            return 0..0;
        };
        let next = self.parts.get(number);
        let until = next.map_or(self.text.len(), |(from, _)| *from);
        if until - from == span.len() {
            let start = span.start + byte.saturating_sub(*from);
            start..start + 1
        } else {
            span.clone()
        }
    }
}
