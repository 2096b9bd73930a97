//! Text in pictures: how wide it is, and where it breaks.
//!
//! Widths are estimates, because a build knows no font: the theme uses those of the reader's system. They
//! are those of the widest common font (DejaVu Sans). In others a line is a little shorter than its box.

const SPACE_WIDTH: u32 = 318;
const HYPHEN_WIDTH: u32 = 400;
const ELLIPSIS_WIDTH: u32 = 1000;

/// A text that is broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedText {
    /// The lines; at least one.
    pub lines: Vec<String>,
    /// Whether the end of the text is left out. Then the last line ends in an ellipsis.
    pub is_truncated: bool,
}

/// The size of plain letters that are as wide as bold ones of this size.
pub fn bold(size: u32) -> u32 {
    size * 112 / 100
}

/// The width of a text, in thousandths of the size of its letters.
pub fn width(text: &str) -> u32 {
    text.chars().map(letter_width).fold(0, u32::saturating_add)
}

/// Breaks a text into at most `max_lines` lines that are no wider than `max_width` in letters of this size.
///
/// Lines break between words. A word that is wider than a line is broken with a hyphen.
pub fn wrap(text: &str, max_width: u32, size: u32, max_lines: usize) -> WrappedText {
    let limit = max_width.saturating_mul(1000) / size.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut word_width = width(word);
        if used > 0 && used + SPACE_WIDTH + word_width <= limit {
            line.push(' ');
            line.push_str(word);
            used += SPACE_WIDTH + word_width;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while word_width > limit && lines.len() <= max_lines {
            let at = fitting_bytes(rest, limit.saturating_sub(HYPHEN_WIDTH));
            let (part, after) = rest.split_at(at);
            lines.push(format!("{part}-"));
            rest = after;
            word_width = width(rest);
        }
        line.push_str(rest);
        used = word_width;
        if lines.len() > max_lines {
            break;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    let is_truncated = lines.len() > max_lines;
    lines.truncate(max_lines);
    if let Some(last) = lines.last_mut().filter(|_| is_truncated) {
        last.truncate(fitting_bytes(last, limit.saturating_sub(ELLIPSIS_WIDTH)));
        last.truncate(last.trim_end_matches([' ', ',', ';', ':', '.']).len());
        last.push('…');
    }
    WrappedText {
        lines,
        is_truncated,
    }
}

/// The number of bytes at the beginning of a text that fit into a width. At least one letter does.
fn fitting_bytes(text: &str, limit: u32) -> usize {
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        used += letter_width(letter);
        if used > limit && end > 0 {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

fn letter_width(letter: char) -> u32 {
    match letter {
        ' ' => SPACE_WIDTH,
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '|' | 'ì' | 'í' => 290,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '.' | ',' | ':' | ';' | '!' => 400,
        'm' | 'M' | 'W' | '@' | '%' => 1000,
        'w' | 'G' | 'O' | 'Q' | 'N' | 'D' | 'H' | 'U' => 820,
        'A'..='Z' | 'À'..='Þ' => 700,
        's' | 'c' | 'z' => 550,
        'v' | 'x' | 'y' | 'k' => 595,
        '…' => ELLIPSIS_WIDTH,
        // Combining marks are written over the letter before.
        '\u{300}'..='\u{36f}' => 0,
        // Ideographs and other full-width letters.
        '\u{1100}'.. => 1050,
        _ => 636,
    }
}
