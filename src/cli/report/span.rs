//! The position of a location in the lines of its file.

use crate::notation::place::Location;

/// A span in lines and columns, both from 1, columns in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    /// The column after the last character.
    pub(super) end_column: usize,
}

impl Region {
    /// The lines and columns of a location. Without a text, only its start is known.
    pub(super) fn of(location: &Location, text: Option<&str>) -> Region {
        let spanned = text
            .and_then(|text| text.get(location.span()))
            .unwrap_or_default();
        let (breaks, last) = match spanned.rsplit_once('\n') {
            Some((before, last)) => (before.matches('\n').count() + 1, last),
            None => (0, spanned),
        };
        let before = if breaks == 0 { location.column } else { 1 };
        Region {
            line: location.line,
            column: location.column,
            end_line: location.line + breaks,
            end_column: before + last.chars().count(),
        }
    }
}

/// A line of source for a terminal, and the range of marked bytes in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the start of the line is left out.
    pub(super) cut: bool,
}

/// The number of characters before the mark that are kept of a very long line.
const MAX_CHARS_BEFORE_MARK: usize = 50;

/// The number of characters of a line that the renderer gets. It trims them to the width of the terminal.
const MAX_LINE_CHARS: usize = 2000;

impl Line {
    /// The line in which a location begins. Of a very long line, the part around the location.
    pub(super) fn of(location: &Location, text: &str) -> Option<Line> {
        let start = location.start;
        let from = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(start..)?;
        let until = start + rest.find('\n').unwrap_or(rest.len());
        let end = location.end.clamp(start, until);
        let before: Vec<char> = text.get(from..start)?.chars().collect();
        let marked = text.get(start..end)?;
        let after = text.get(end..until)?.trim_end_matches('\r');

        let length = before.len() + marked.chars().count() + after.chars().count();
        let cut = if length > MAX_LINE_CHARS {
            before.len().saturating_sub(MAX_CHARS_BEFORE_MARK)
        } else {
            0
        };
        let mut line = CappedText::default();
        if cut > 0 {
            line.push('…');
        }
        before
            .into_iter()
            .skip(cut)
            .for_each(|char| line.push(char));
        let start = line.text.len();
        marked.chars().for_each(|char| line.push(char));
        let end = line.text.len();
        after.chars().for_each(|char| line.push(char));
        Some(Line {
            text: line.text,
            start,
            end,
            cut: cut > 0,
        })
    }
}

/// A text that ignores characters after [`MAX_LINE_CHARS`].
#[derive(Default)]
struct CappedText {
    text: String,
    length: usize,
}

impl CappedText {
    fn push(&mut self, char: char) {
        if self.length < MAX_LINE_CHARS {
            self.text.push(printable(char));
            self.length += 1;
        }
    }
}

/// Replaces control characters that the renderer would pass to the terminal.
fn printable(char: char) -> char {
    match char {
        '\u{80}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' => {
            '\u{fffd}'
        }
        '\u{feff}' => ' ',
        other => other,
    }
}

/// Replaces all control characters in a text.
pub(super) fn printable_text(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(&text.chars().map(printable).collect::<String>())
}
