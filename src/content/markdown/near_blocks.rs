//! Lines that are nearly markup of blocks: boxes, headings, lists and tables as other programs write them.

use super::near_misses::NearMiss;

/// The words of boxes (GitHub's alerts).
const KINDS_OF_BOX: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// The signs that editors of texts put before the items of lists, those of the font Symbol among them.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '‣', '·', '●', '○', '■', '□', '➢', '➤', '✓', '\u{f0a7}', '\u{f0b7}', '\u{f0d8}',
];

/// What editors of texts put after a sign, and what is no space to Markdown.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Signs that other programs know at the beginning of a line.
pub(super) fn whole_line(text: &str) -> Option<NearMiss> {
    let line = text.trim_end();
    let hint = |hint, form: String| {
        Some(NearMiss {
            bytes: 0..line.len(),
            hint,
            form,
        })
    };
    let plain = line.to_ascii_lowercase();
    if matches!(
        plain.as_str(),
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "{:toc}" | "{{toc}}" | "[[_toc]]"
    ) {
        return hint("contents", String::new());
    }
    // After a paragraph, the first of three colons begins a definition.
    let signs = ["::", "!!!", "???"]
        .iter()
        .find(|signs| line.starts_with(**signs));
    let is_box = signs.is_some_and(|signs| {
        let word = line.trim_start_matches([':', '!', '?', '+']).trim_start();
        word.starts_with(|c: char| c.is_alphabetic() || c == '{')
            || word.is_empty() && *signs == "::"
    });
    if is_box || line.starts_with("[!") && line.ends_with(']') {
        return hint("box", String::new());
    }
    if let Some((kind, _)) = line.strip_prefix("[!").and_then(|it| it.split_once("] "))
        && KINDS_OF_BOX.contains(&kind.to_ascii_uppercase().as_str())
    {
        let form = format!("[!{}]", kind.to_ascii_uppercase());
        return hint("box-line", form);
    }
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let title = title.trim_start_matches(NO_BREAK_SPACE);
    if (2..=6).contains(&level) && title.starts_with(char::is_alphabetic) {
        return hint("heading", format!("{} {title}", "#".repeat(level)));
    }
    bullet(line).and_then(|item| hint("list", format!("- {item}")))
}

/// The item behind a sign that editors of texts put before one. A dash may also stand in a sentence, where it goes on in
/// small letters.
fn bullet(line: &str) -> Option<&str> {
    if let Some(item) = line.strip_prefix(BULLETS) {
        return Some(item.trim_start());
    }
    let item = line.strip_prefix(['–', '—'])?;
    let text = item.trim_start();
    let is_item = text.starts_with(char::is_uppercase) || text.ends_with(';');
    (text.len() < item.len() && is_item).then_some(text)
}

/// Signs that other programs know at the beginning of a block.
pub(super) fn first_line(text: &str) -> Option<NearMiss> {
    let line = text.trim_end();
    let found = |hint, form| {
        Some(NearMiss {
            bytes: 0..line.len(),
            hint,
            form,
        })
    };
    if let Some((sign, item)) = glued_item(line) {
        return found("list", format!("{sign} {item}"));
    }
    // Within a text, the highest headings are of level 2. A word with this sign in prose is not in capitals.
    let title = line.strip_prefix('#');
    if let Some(title) = title.map(|it| it.trim_start_matches(NO_BREAK_SPACE))
        && title.starts_with(char::is_uppercase)
        && !title.contains('#')
    {
        return found("heading", format!("## {title}"));
    }
    let cells = line.strip_prefix('|').and_then(|it| it.strip_suffix('|'));
    let cells = cells.filter(|it| it.contains('|') && !is_separator(it))?;
    let columns = cells.matches('|').count() + 1;
    found("table", format!("|{}", "---|".repeat(columns)))
}

/// Whether a line was meant to make a table of the line above it.
pub(super) fn is_separator(line: &str) -> bool {
    let has_hyphens = line.contains(['-', '=', '—', '–']);
    has_hyphens && line.chars().all(|c| "|-=—–:+ ".contains(c))
}

/// `-item`, `1)item`, `1.Item`: the sign of a list, without a space before what is listed.
fn glued_item(line: &str) -> Option<(&str, &str)> {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - number.len();
    let is_sign = match digits {
        0 => number.starts_with('-'),
        1 | 2 => number.starts_with([')', '.']),
        _ => false,
    };
    let (sign, item) = line.split_at_checked(digits + 1).filter(|_| is_sign)?;
    let letters = item.chars().take_while(|c| c.is_alphabetic()).count();
    let is_item = letters > 2 || letters > 0 && item.contains(' ');
    is_item.then_some((sign, item))
}
