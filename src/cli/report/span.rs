//! Where a location lies in the lines of its file.

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
    /// The lines and columns of a location; without a text, the point where it begins.
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

/// One line of source as a terminal can show it, and the marked bytes in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it does not begin where the line of the file does.
    pub(super) cut: bool,
}

/// Characters of an endless line that are kept before the mark.
const BEFORE: usize = 50;
/// Characters of a line that the renderer gets at most, to trim to the terminal's width.
const WIDEST: usize = 2000;

impl Line {
    /// The line in which a location begins; of a long one, the part around it.
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
        let cut = if length > WIDEST {
            before.len().saturating_sub(BEFORE)
        } else {
            0
        };
        let mut line = Window::default();
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

/// A text that takes as many characters as a line may have, and no more.
#[derive(Default)]
struct Window {
    text: String,
    length: usize,
}

impl Window {
    fn push(&mut self, char: char) {
        if self.length < WIDEST {
            self.text.push(harmless(char));
            self.length += 1;
        }
    }
}

/// Control characters that the renderer does not know could still speak to the terminal.
fn harmless(char: char) -> char {
    match char {
        '\u{80}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}' => {
            '\u{fffd}'
        }
        '\u{feff}' => ' ',
        other => other,
    }
}

/// A text that no terminal takes for a command.
pub(super) fn harmless_text(text: &str) -> String {
    annotate_snippets::normalize_untrusted_str(&text.chars().map(harmless).collect::<String>())
}
