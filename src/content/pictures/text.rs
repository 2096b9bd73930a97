//! Text in pictures: how wide it is, about, and where it breaks.
//!
//! A build knows no font: the theme uses those of the reader's system. The widths are those of the widest
//! of the common ones (DejaVu Sans); in another, a line is a little shorter than its box.

/// A text, broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The lines; at least one.
    pub lines: Vec<String>,
    /// Whether some of the text is left out, and the last line ends in an ellipsis.
    pub cut: bool,
}

/// How much wider bold letters are: the height for which to measure them.
pub fn bold(size: u32) -> u32 {
    size * 112 / 100
}

/// How wide a text is, in thousandths of the height of its letters.
pub fn advance(text: &str) -> u32 {
    text.chars().map(of_letter).fold(0, u32::saturating_add)
}

/// Breaks a text into so many lines at most, each no wider than `width` where the letters are `size`
/// high. Breaks between words, and within a word, with a hyphen, only if it is wider than a line.
pub fn wrap(text: &str, width: u32, size: u32, most: usize) -> Broken {
    let limit = width.saturating_mul(1000) / size.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut wide = advance(word);
        if used > 0 && used + SPACE + wide <= limit {
            line.push(' ');
            line.push_str(word);
            used += SPACE + wide;
            continue;
        }
        if used > 0 {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while wide > limit && lines.len() <= most {
            let (piece, after) = rest.split_at(fitting(rest, limit.saturating_sub(HYPHEN)));
            lines.push(format!("{piece}-"));
            rest = after;
            wide = advance(rest);
        }
        line.push_str(rest);
        used = wide;
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    let cut = lines.len() > most;
    lines.truncate(most);
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        last.truncate(fitting(last, limit.saturating_sub(ELLIPSIS)));
        last.truncate(last.trim_end_matches([' ', ',', ';', ':', '.']).len());
        last.push('…');
    }
    Broken { lines, cut }
}

const SPACE: u32 = 318;
const HYPHEN: u32 = 400;
const ELLIPSIS: u32 = 1000;

/// How many bytes of a text fit into a width, at least one letter of it.
fn fitting(text: &str, limit: u32) -> usize {
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        used += of_letter(letter);
        if used > limit && end > 0 {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

fn of_letter(letter: char) -> u32 {
    match letter {
        ' ' => SPACE,
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '|' | 'ì' | 'í' => 290,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '.' | ',' | ':' | ';' | '!' => 400,
        'm' | 'M' | 'W' | '@' | '%' => 1000,
        'w' | 'G' | 'O' | 'Q' | 'N' | 'D' | 'H' | 'U' => 820,
        'A'..='Z' | 'À'..='Þ' => 700,
        's' | 'c' | 'z' => 550,
        'v' | 'x' | 'y' | 'k' => 595,
        '…' => ELLIPSIS,
        // Marks that are written over the letter before.
        '\u{300}'..='\u{36f}' => 0,
        // Ideographs and other full letters.
        '\u{1100}'.. => 1050,
        _ => 636,
    }
}
