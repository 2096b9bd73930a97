//! A line of YAML in which something is changed.

use std::ops::Range;

/// A change of a line.
pub(super) struct Attempt {
    /// The bytes of the text that are replaced.
    pub range: Range<usize>,
    /// What replaces them.
    pub mended: String,
    /// The hint that advises it.
    pub hint: &'static str,
}

/// A line of a text, without its line break.
pub(super) struct Line<'a> {
    /// Its first byte.
    pub start: usize,
    /// The line.
    pub text: &'a str,
    whole: &'a str,
}

impl<'a> Line<'a> {
    pub(super) fn at(text: &'a str, byte: usize) -> Line<'a> {
        let byte = text.floor_char_boundary(byte);
        let (before, after) = text.split_at_checked(byte).unwrap_or((text, ""));
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = byte + after.find('\n').unwrap_or(after.len());
        let line = text.get(start..end).unwrap_or_default();
        Line {
            start,
            text: line.trim_end_matches('\r'),
            whole: text,
        }
    }

    pub(super) fn above(&self) -> &'a str {
        self.whole.get(..self.start).unwrap_or_default()
    }

    /// The line and all that follows.
    pub(super) fn text_from_here(&self) -> &'a str {
        self.whole.get(self.start..).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What stands before its first word: blanks, and dashes of lists.
    pub(super) fn margin(&self) -> &'a str {
        let mut body = self.text.trim_start();
        while let Some(rest) = body.strip_prefix("- ") {
            body = rest.trim_start();
        }
        let margin = self.text.len() - body.len();
        self.text.get(..margin).unwrap_or_default()
    }

    /// What stands behind its margin.
    pub(super) fn content(&self) -> &'a str {
        let content = self.text.get(self.margin().len()..);
        content.unwrap_or_default().trim_end()
    }

    /// What stands behind its key, or its content if it has none.
    pub(super) fn value(&self) -> &'a str {
        let content = self.content();
        let key = word(content);
        match content
            .get(key.len()..)
            .and_then(|rest| rest.strip_prefix(": "))
        {
            Some(value) if !key.is_empty() => value.trim_start(),
            _ => content,
        }
    }

    pub(super) fn change(&self, part: &str, mended: String, hint: &'static str) -> Attempt {
        let start = part.as_ptr() as usize - self.whole.as_ptr() as usize;
        Attempt {
            range: start..start + part.len(),
            mended,
            hint,
        }
    }
}

/// The word of ASCII letters and `_` with which a text begins.
pub(super) fn word(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = text.trim_start_matches(is_part);
    text.get(..text.len() - rest.len()).unwrap_or_default()
}
