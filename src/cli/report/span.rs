//! The line of a location, as a terminal can show it.

use crate::notation::place::Location;

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
        // No more of the text is looked at than can be shown, or a line with many findings would be read for each.
        let start = location.start;
        let before = text.get(..start)?.chars().rev();
        let before = before.take_while(|c| *c != '\n').take(MAX_LINE_CHARS + 1);
        let mut before: Vec<char> = before.collect();
        before.reverse();
        let marked = text.get(start..location.end)?.split('\n').next()?;
        let end = start + marked.len();
        let after = text.get(end..)?.chars().take(MAX_LINE_CHARS + 1);
        let after: String = after.take_while(|c| *c != '\n').collect();
        let after = after.trim_end_matches('\r');
        let marked: String = marked.chars().take(MAX_LINE_CHARS + 1).collect();

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
