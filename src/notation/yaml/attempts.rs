//! Changes of a line that may mend a fault of YAML syntax.

use super::line::{Attempt, Line, word};
use crate::notation::trial::{indentation, quoted};

/// The changes of these lines, the likeliest first.
pub(super) fn attempts(lines: &[Line<'_>]) -> impl Iterator<Item = Attempt> {
    const KINDS: [fn(&Line<'_>) -> Vec<Attempt>; 11] = [
        second_document,
        invisible_characters,
        tabs,
        colon,
        bullets,
        glued_dashes,
        quotes,
        brackets,
        items,
        moved,
        moved_from_the_margin,
    ];
    KINDS
        .iter()
        .flat_map(move |kind| lines.iter().flat_map(kind))
}

fn second_document(line: &Line<'_>) -> Vec<Attempt> {
    match line.text.trim_end() {
        mark @ ("---" | "...") => vec![line.change(mark, String::new(), "documents")],
        _ => Vec::new(),
    }
}

fn invisible_characters(line: &Line<'_>) -> Vec<Attempt> {
    let is_invisible = |c: char| {
        c.is_control() && c != '\t'
            || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
    };
    let (Some(first), Some(last)) = (line.text.find(is_invisible), line.text.rfind(is_invisible))
    else {
        return Vec::new();
    };
    let until = last
        + line
            .text
            .get(last..)
            .and_then(|it| it.chars().next())
            .map_or(0, char::len_utf8);
    let part = line.text.get(first..until).unwrap_or_default();
    vec![line.change(part, part.replace(is_invisible, ""), "control")]
}

/// Spaces in place of tabs; at the beginning of the line, as many as in a line above, or two more.
fn tabs(line: &Line<'_>) -> Vec<Attempt> {
    let is_tab = |c: char| c.is_whitespace() && c != ' ';
    if !line.text.contains(is_tab) {
        return Vec::new();
    }
    let body = line.text.trim_start();
    let widths = match line.text.get(..indentation(line.text)) {
        Some(blank) if blank.contains(is_tab) => widths(line.above()),
        _ => vec![indentation(line.text)],
    };
    let spaced = widths
        .into_iter()
        .rev()
        .map(|width| " ".repeat(width) + &body.replace(is_tab, " "));
    spaced
        .map(|mended| line.change(line.text, mended, "tab"))
        .collect()
}

/// A colon and a space behind the first word.
fn colon(line: &Line<'_>) -> Vec<Attempt> {
    let content = line.content();
    let key = word(content);
    let rest = content.get(key.len()..).unwrap_or_default();
    if key.is_empty() || rest.starts_with(": ") {
        return Vec::new();
    }
    let value = rest.trim_start_matches(|c: char| c.is_whitespace() || ":=;：".contains(c));
    let mended = format!("{key}: {value}");
    vec![line.change(content, mended.trim_end().to_owned(), "colon")]
}

/// Dashes in place of other signs before the items of a list, from this line on.
fn bullets(line: &Line<'_>) -> Vec<Attempt> {
    items_with_dashes(line, with_dash)
}

/// A space after the dash of each item of a list, from this line on, and the lines that belong to the item moved along.
fn glued_dashes(line: &Line<'_>) -> Vec<Attempt> {
    let dash = indentation(line.text);
    items_with_dashes(line, |it| match indentation(it) > dash {
        true => Some(format!(" {it}")),
        false => with_dash(it),
    })
}

/// The lines from this one on that are items of a list, as `mended` changes them.
fn items_with_dashes(line: &Line<'_>, mended: impl Fn(&str) -> Option<String>) -> Vec<Attempt> {
    let text = line.text_from_here();
    let lines = text.split_inclusive('\n').map(|it| (it, mended(it)));
    let items: Vec<(&str, String)> = lines
        .map_while(|(line, mended)| Some((line, mended?)))
        .collect();
    let length: usize = items.iter().map(|(line, _)| line.len()).sum();
    let mended: String = items.into_iter().map(|(_, mended)| mended).collect();
    let part = text.get(..length).unwrap_or_default().trim_end();
    let change = || line.change(part, mended.trim_end().to_owned(), "dash");
    (length > 0).then(change).into_iter().collect()
}

/// A line that begins with a sign before an item, or its number, with a dash and a space instead.
fn with_dash(line: &str) -> Option<String> {
    let body = line.trim_start();
    let number = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let glued = body
        .strip_prefix('-')
        .filter(|it| it.starts_with(char::is_alphanumeric));
    let signed = body.strip_prefix(['•', '*', '–', '—', '·', '+']);
    let numbered = number
        .strip_prefix(['.', ')'])
        .filter(|_| number.len() < body.len());
    let item = glued.or(signed).or(numbered)?.trim_start();
    let indentation = line.get(..indentation(line))?;
    Some(format!("{indentation}- {item}"))
}

/// The value in quotes, or without what stands behind them.
fn quotes(line: &Line<'_>) -> Vec<Attempt> {
    let value = line.value();
    let comma = value.strip_suffix(',').filter(|it| it.ends_with('"'));
    let bare = comma.map(|it| line.change(value, it.to_owned(), "quote"));
    let before_comment = value.split("  #").next().unwrap_or_default().trim_end();
    let parts = [value, before_comment].into_iter();
    let parts = parts.filter(|it| !it.is_empty());
    let in_quotes = parts.map(|part| line.change(part, quoted(part), "quote"));
    bare.into_iter().chain(in_quotes).collect()
}

/// The brackets closed that were opened.
fn brackets(line: &Line<'_>) -> Vec<Attempt> {
    let value = line.value();
    let mut open = String::new();
    let mut quote = None;
    for c in value.chars() {
        match (quote, c) {
            (Some(of), _) if of == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => open.insert(0, ']'),
            (None, '{') => open.insert(0, '}'),
            (None, ']' | '}') => drop(open.pop()),
            _ => {}
        }
    }
    if open.is_empty() || quote.is_some() {
        return Vec::new();
    }
    let mended = format!("{}{open}", value.trim_end_matches(','));
    vec![line.change(value, mended, "close")]
}

/// The items of a list or mapping in brackets, with the comma that may be missing, or in quotes.
fn items(line: &Line<'_>) -> Vec<Attempt> {
    let value = line.value();
    let is_list = value.starts_with('[') && !value.contains('{');
    let Some(inner) = value.get(1..).filter(|_| is_list || value.contains('{')) else {
        return Vec::new();
    };
    if is_list {
        let items = inner.trim_end_matches(']').split(',').map(str::trim);
        let items =
            items.map(
                |item| match item.contains([':', '#', '"', '*', '&', '!', '@', '%']) {
                    true => quoted(item),
                    false => item.to_owned(),
                },
            );
        let items: Vec<String> = items.collect();
        return vec![line.change(value, format!("[{}]", items.join(", ")), "quote")];
    }
    let commas = value.replace([';', '；'], ",").replace(",,", ",");
    let has_quotes = value.contains(['"', '\'']);
    let with_commas = (commas != value && !has_quotes).then(|| line.change(value, commas, "comma"));
    let in_pairs = pairs(value).into_iter().flat_map(|text| {
        let comma = text.match_indices(' ').filter_map(|(at, _)| {
            let rest = text.get(at + 1..)?;
            let key = word(rest);
            let is_key = !key.is_empty() && rest.get(key.len()..)?.starts_with(':');
            is_key.then(|| format!("{}, {rest}", text.get(..at).unwrap_or_default()))
        });
        let with_comma = comma.map(|mended| line.change(text, mended, "comma"));
        with_comma
            .chain([line.change(text, quoted(text), "quote")])
            .collect::<Vec<_>>()
    });
    with_commas.into_iter().chain(in_pairs).collect()
}

/// The values of a mapping in braces: what stands between a key with its colon, and the next or the end.
fn pairs(value: &str) -> Vec<&str> {
    let begins_key = |part: &str| {
        let part = part
            .trim_start()
            .trim_start_matches(['{', '['])
            .trim_start();
        let key = word(part);
        let rest = part.get(key.len()..).unwrap_or_default();
        (!key.is_empty() && rest.starts_with(": ")).then(|| rest.len() - 2)
    };
    let mut starts = Vec::new();
    let mut at = 0;
    for part in value.split_inclusive([',', '{']) {
        if let Some(rest) = begins_key(part) {
            starts.push((at, at + part.len() - rest));
        }
        at += part.len();
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(start, _)| *start)
        .chain([value.len()]);
    let texts = starts.iter().zip(ends).filter_map(|((_, start), end)| {
        let text = value.get(*start..end)?.trim();
        Some(text.trim_end_matches(['}', ']', ',', '{', ' ', '-']))
    });
    texts.filter(|text| !text.is_empty()).collect()
}

/// The line moved to where lines above it begin, if it does not begin at the margin.
fn moved(line: &Line<'_>) -> Vec<Attempt> {
    match indentation(line.text) {
        0 => Vec::new(),
        _ => moved_from_the_margin(line),
    }
}

/// The line moved to where lines above it begin.
fn moved_from_the_margin(line: &Line<'_>) -> Vec<Attempt> {
    let here = indentation(line.text);
    let widths = widths(line.above()).into_iter();
    let widths = widths.filter(|width| *width != here);
    let moved = widths.map(|width| format!("{}{}", " ".repeat(width), line.text.trim()));
    moved
        .map(|mended| line.change(line.text, mended, "indent"))
        .collect()
}

/// Where a line may begin: with the lines above or the texts in them, or two columns to their right.
fn widths(above: &str) -> Vec<usize> {
    const LINES: usize = 8;
    let mut widths = vec![0];
    let lines = above.lines().rev().filter(|line| !line.trim().is_empty());
    for text in lines.take(LINES) {
        let line = Line::at(text, 0);
        let here = indentation(text);
        widths.extend([here, line.margin().len(), here + 2]);
    }
    widths.sort_unstable();
    widths.dedup();
    widths
}
