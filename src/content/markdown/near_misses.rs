//! Signs that are nearly markup: what other programs know, and what lacks a sign or has a space too many.
//!
//! CommonMark shows them as they are typed. Only what nobody writes in plain prose is listed here.

use std::ops::Range;

use super::half_addresses::half_addresses;
use super::near_blocks::{first_line, whole_line};

/// The bytes of a line that are looked at before and after a sign.
const MAX_LENGTH: usize = 300;

/// The endings of files to which people link.
const ENDINGS: &[&str] = &[
    "csv", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "json", "md", "odp", "ods", "odt",
    "p7m", "pdf", "png", "ppt", "pptx", "rtf", "svg", "txt", "webp", "xls", "xlsx", "xml", "zip",
];

/// The signs that follow a word and are no part of it.
pub(super) const AFTER_WORDS: &[char] = &['.', ',', ';', ':', '!', '?', '>'];

/// The words with which the statements of templates begin.
const STATEMENTS: &[&str] = &[
    "block", "extends", "filter", "for", "if", "include", "macro", "raw", "set",
];

/// Signs that are nearly markup.
#[derive(Debug, PartialEq)]
pub(super) struct NearMiss {
    /// Their bytes in the text.
    pub(super) bytes: Range<usize>,
    /// The hint of the diagnostic.
    pub(super) hint: &'static str,
    /// What was probably meant.
    pub(super) form: String,
}

/// Where a piece of running text begins.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Start {
    /// A block.
    Block,
    /// A later line of its block.
    Line,
    /// Within a line.
    Within,
}

/// Finds such signs in a piece of running text, as it is typed.
pub(super) fn near_misses(text: &str, start: Start) -> Vec<NearMiss> {
    let mut found = Vec::new();
    let line = (start != Start::Within).then(|| whole_line(text));
    let block = (start == Start::Block).then(|| first_line(text));
    if let Some(line) = line.flatten().or_else(|| block.flatten()) {
        return vec![line];
    }
    found.extend(half_addresses(text));
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_sign)) {
        at += start;
        let rest = beginning(text.get(at..).unwrap_or_default());
        let before = text.get(..at).unwrap_or_default();
        match sign(before, rest) {
            Some((back, length, hint, form)) => {
                let is_image = hint == "destination" && before_image(text, at - back);
                let (back, hint, form) = match is_image {
                    true => (back + 1, "image", format!("!{form}")),
                    false => (back, hint, form),
                };
                let is_known = hint != "destination" || !form.ends_with("](…)");
                let hint = if is_known {
                    hint
                } else {
                    "unknown-destination"
                };
                let bytes = at - back..at + length;
                at = bytes.end;
                if text.get(bytes.clone()) != Some(&*form) {
                    found.push(NearMiss { bytes, hint, form });
                }
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Whether an exclamation mark makes an image of the link at this byte.
fn before_image(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|it| it.strip_suffix('!'));
    before.is_some_and(|it| !it.ends_with(|c: char| c.is_alphanumeric()))
}

fn is_sign(c: char) -> bool {
    matches!(c, '[' | ']' | '(' | '{' | '=' | '*' | '_')
}

/// The signs at a place: how far they reach back, their length from there on, the hint, and the right form.
type Sign = (usize, usize, &'static str, String);

fn sign(before: &str, rest: &str) -> Option<Sign> {
    let forward = |found: Option<(usize, &'static str, String)>| {
        found.map(|(length, hint, form)| (0, length, hint, form))
    };
    if before.ends_with('\\') {
        return None;
    }
    match rest.chars().next()? {
        '[' => forward(
            wiki_link(rest)
                .or_else(|| footnote(rest))
                .or_else(|| reference(before, rest))
                .or_else(|| open_label(rest)),
        ),
        ']' => destination(before, rest),
        '(' => forward(reversed(rest)),
        '{' => forward(
            component(rest)
                .or_else(|| comment(rest))
                .or_else(|| attributes(before, rest)),
        ),
        '=' => forward(mark(before, rest)),
        '*' | '_' => forward(bold(before, rest)),
        _ => None,
    }
}

/// `[text](a path with spaces.pdf)`, `[text] (a.pdf)`, `[text]{a.pdf}`, `[text](a.pdf` without an end
fn destination(before: &str, rest: &str) -> Option<Sign> {
    let after = rest.strip_prefix(']')?;
    let gap = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
    let bracket = after.get(gap..)?;
    let inner = bracket.strip_prefix(['(', '{'])?;
    let near = ending(before);
    let end = closing(inner, is_in_brackets(near));
    let open_end = || {
        let length = open_destination(inner)?.len();
        Some((inner.get(..length)?, length))
    };
    let closed = |end: usize| Some((inner.get(..end)?, end + 1));
    let first = || inner.find([')', '}']).and_then(closed);
    let (path, length) = end
        .and_then(closed)
        .or_else(open_end)
        .or_else(first)
        .unwrap_or((inner, inner.len()));
    let path = path.trim().trim_matches(['<', '>']);
    let is_common = gap == 0 && bracket.starts_with('(') && length > path.len();
    if path.is_empty() || !is_common && !is_destination(path) {
        return None;
    }
    let open = near.rfind('[');
    if open.is_some_and(|open| near.get(..open).unwrap_or_default().ends_with('\\')) {
        return None;
    }
    let label = open.and_then(|open| near.get(open + 1..));
    let label = label.map(|label| label.trim_end_matches(']'));
    let back = open.map_or(0, |open| near.len() - open);
    let form = link(label.unwrap_or("…"), path);
    Some((back, 1 + gap + 1 + length, "destination", form))
}

/// Whether a bracket that was opened before a link on its line is still open.
fn is_in_brackets(line: &str) -> bool {
    let label = line.rfind('[').unwrap_or(line.len());
    let before = line.get(..label).unwrap_or_default();
    before.matches('(').count() > before.matches(')').count()
}

/// Where a destination ends whose brackets are all closed. If the link stands in brackets itself, they are, too.
fn closing(inner: &str, is_in_brackets: bool) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' | '}' if depth > 0 => depth -= 1,
            ')' | '}' => {
                let behind = inner.get(at + 1..).unwrap_or_default();
                return (!is_in_brackets || behind.contains(')')).then_some(at);
            }
            _ => {}
        }
    }
    None
}

/// The most words of a path.
const MAX_WORDS: usize = 12;

/// The words at the beginning of a text that are a destination, where nothing says how far it goes.
fn open_destination(inner: &str) -> Option<&str> {
    let ends = inner
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .chain([inner.len()]);
    let mut words = ends.take(MAX_WORDS).filter_map(|end| inner.get(..end));
    let path = words.find(|path| {
        let path = path.trim_end_matches(AFTER_WORDS);
        is_destination(path) && !path.ends_with([':', '/'])
    })?;
    Some(path.trim_end_matches(AFTER_WORDS))
}

/// `[text(a.pdf)`
fn open_label(rest: &str) -> Option<(usize, &'static str, String)> {
    let (label, inner) = rest.strip_prefix('[')?.split_once('(')?;
    let (path, behind) = inner.split_once(')')?;
    let is_closed = behind.split('[').next().is_some_and(|it| it.contains(']'));
    let is_link = is_destination(path)
        && !path.contains(char::is_whitespace)
        && !label.trim().is_empty()
        && !label.contains(['[', ']'])
        && !is_closed;
    let length = 1 + label.len() + 1 + path.len() + 1;
    is_link.then(|| (length, "destination", link(label.trim(), path)))
}

/// `(a.pdf)[text]`, `(text)[a.pdf]`
fn reversed(rest: &str) -> Option<(usize, &'static str, String)> {
    let inner = rest.strip_prefix('(')?;
    let (round, after) = inner.split_once(")[").or_else(|| inner.split_once(")!["))?;
    let is_image = !inner.starts_with(&format!("{round})["));
    let (square, _) = after.split_once(']')?;
    let length = 1 + round.len() + 2 + usize::from(is_image) + square.len() + 1;
    let (label, path) = match is_destination(round) {
        true => (square, round),
        false => (round, square),
    };
    let is_link = is_destination(path) && !label.is_empty() && !label.contains('[');
    is_link.then(|| match is_image {
        true => (length, "image", format!("!{}", link(label, path))),
        false => (length, "destination", link(label, path)),
    })
}

/// `[text][a label without a definition]`
fn reference(before: &str, rest: &str) -> Option<(usize, &'static str, String)> {
    let inner = rest.strip_prefix('[')?;
    let (text, after) = inner.split_once("][")?;
    let (label, _) = after.split_once(']')?;
    let is_word =
        |text: &str| text.contains(char::is_alphanumeric) && !text.contains(['[', ']', '^']);
    let is_index = before.ends_with(|c: char| c.is_alphanumeric() || c == ']');
    let is_reference = is_word(text) && (label.is_empty() || is_word(label)) && !is_index;
    let length = 1 + text.len() + 2 + label.len() + 1;
    is_reference.then(|| (length, "reference", link(text, "…")))
}

/// `[^1]` without a definition. Footnotes with one are no text.
fn footnote(rest: &str) -> Option<(usize, &'static str, String)> {
    let (label, _) = rest.strip_prefix("[^")?.split_once(']')?;
    let is_label =
        !label.is_empty() && !label.contains(|c: char| c.is_whitespace() || "[^".contains(c));
    is_label.then(|| (label.len() + 3, "footnote", format!("[^{label}]:")))
}

/// `[[a page]]`, `[[a page|text]]`
fn wiki_link(rest: &str) -> Option<(usize, &'static str, String)> {
    let (inner, _) = rest.strip_prefix("[[")?.split_once("]]")?;
    let (page, text) = inner.split_once('|').unwrap_or((inner, inner));
    let is_page = page.contains(char::is_alphabetic) && !inner.contains(['[', ']']);
    // Of a title or an id, the file is not known.
    let path = if is_destination(page) { page } else { "…" };
    let form = || link(text.trim(), path);
    is_page.then(|| (inner.len() + 4, "destination", form()))
}

/// `{% name … %}`, `{{< name >}}`, `{{ name }}`: calls as other programs write them, or not on a line of their own.
fn component(rest: &str) -> Option<(usize, &'static str, String)> {
    let signs = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];
    let (start, end) = signs.iter().find(|(start, _)| rest.starts_with(start))?;
    let is_open = *start == "{%";
    let (code, _) = rest.get(start.len()..)?.split_once(end)?;
    let length = start.len() + code.len() + end.len();
    let call = code.trim_matches(|c: char| c.is_whitespace() || "-<>".contains(c));
    let is_close = call.starts_with('/') || is_open && call.starts_with("end");
    let call = call.trim_start_matches('/').trim_start();
    let call = if is_close && is_open {
        call.strip_prefix("end").unwrap_or(call)
    } else {
        call
    };
    let name_end = call.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    let name = call
        .get(..name_end.unwrap_or(call.len()))?
        .trim_matches('-')
        .replace('-', "_");
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let after_name = name_end.and_then(|end| call.get(end..));
    let is_value = after_name.is_some_and(|rest| rest.starts_with(['.', '[']));
    if is_name && (is_value || is_open && STATEMENTS.contains(&name.as_str())) {
        return Some((length, "code", String::new()));
    }
    let form = match (is_close, is_open) {
        (true, _) => format!("{{% </{name}> %}}"),
        (false, true) => format!("{{% <{name} …> %}}"),
        (false, false) => format!("{{{{ <{name} … /> }}}}"),
    };
    is_name.then_some((length, "component", form))
}

/// `{# a comment #}`
fn comment(rest: &str) -> Option<(usize, &'static str, String)> {
    let (text, _) = rest.strip_prefix("{#")?.split_once("#}")?;
    let form = format!("<!-- {} -->", text.trim());
    Some((text.len() + 4, "comment", form))
}

/// `{target=_blank}`, `{.large}` behind a link or an image
fn attributes(before: &str, rest: &str) -> Option<(usize, &'static str, String)> {
    let (inner, _) = rest.strip_prefix('{')?.split_once('}')?;
    let is_list = inner.contains('=') || inner.starts_with(['.', '#', ':']);
    (before.is_empty() && is_list).then(|| (inner.len() + 2, "attributes", String::new()))
}

/// `==text==`
fn mark(before: &str, rest: &str) -> Option<(usize, &'static str, String)> {
    let (text, after) = rest.strip_prefix("==")?.split_once("==")?;
    let is_close = |text: &str| !text.is_empty() && text.trim() == text;
    let is_mark = is_close(text)
        && text.contains(char::is_alphabetic)
        && !before.ends_with('=')
        && !after.starts_with('=');
    is_mark.then(|| (text.len() + 4, "mark", format!("<mark>{text}</mark>")))
}

/// `** text **`, `__ text __`
fn bold(before: &str, rest: &str) -> Option<(usize, &'static str, String)> {
    let signs = rest.get(..2).filter(|signs| ["**", "__"].contains(signs))?;
    let (text, after) = rest.get(2..)?.split_once(signs)?;
    let is_bold = text.trim() != text
        && text.contains(char::is_alphabetic)
        && !before.ends_with(['*', '_'])
        && !after.starts_with(['*', '_'])
        // What ends one and what begins the next are no pair.
        && (!after.starts_with(char::is_alphanumeric) || !text.starts_with(' '))
        && !text.contains(['*', '_']);
    is_bold.then(|| (text.len() + 4, "bold", format!("**{}**", text.trim())))
}

/// A link, of a path that may have a title or a size behind it.
fn link(text: &str, path: &str) -> String {
    let (path, title) = match path.find(['"', '\'']) {
        Some(at) if at > 0 && path.ends_with(['"', '\'']) => path.split_at(at),
        _ => (path, ""),
    };
    let is_size = |it: &str| it.starts_with(|c: char| c.is_ascii_digit() || c == 'x');
    let path = match path.trim().rsplit_once(" =") {
        Some((path, rest)) if is_size(rest) => path,
        _ => path,
    };
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let path = match path.trim().split_once(':') {
        Some(("ref", reference)) => format!("ref:{}", reference.trim()),
        Some((scheme @ ("http" | "https"), rest)) => {
            let host = rest.trim_start_matches('/');
            let slashes = rest.len() - host.len();
            let (host, path) = rest.split_at(slashes + host.find('/').unwrap_or(host.len()));
            format!(
                "{scheme}:{}{}",
                without_spaces(host),
                path.trim().replace(' ', "%20")
            )
        }
        Some((scheme @ ("mailto" | "tel"), rest)) => format!("{scheme}:{}", without_spaces(rest)),
        _ if path.contains(char::is_whitespace) && !is_destination(path.trim()) => "…".to_owned(),
        _ if path.starts_with("www.") => format!("https://{}", path.trim()),
        _ => path.trim().to_owned(),
    };
    let title = match title {
        "" => String::new(),
        title => format!(" {title}"),
    };
    match path.contains(|c: char| c.is_whitespace() || "()".contains(c)) {
        true => format!("[{text}](<{path}>{title})"),
        false => format!("[{text}]({path}{title})"),
    }
}

/// Whether a text can only be meant as a destination.
fn is_destination(text: &str) -> bool {
    let has_start = [
        "http://", "https://", "mailto:", "tel:", "ref:", "www.", "./", "../",
    ]
    .iter()
    .any(|start| text.starts_with(start));
    let path = text.split(['#', '?']).next().unwrap_or_default();
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    has_start || ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The line at the beginning of a text, as far as it is looked at.
pub(super) fn beginning(text: &str) -> &str {
    let mut ends = (0..=text.len().min(MAX_LENGTH)).rev();
    let end = ends.find(|at| text.is_char_boundary(*at));
    let near = text.get(..end.unwrap_or(0)).unwrap_or_default();
    near.lines().next().unwrap_or_default()
}

/// The line at the end of a text, as far as it is looked at.
fn ending(text: &str) -> &str {
    let start =
        (text.len().saturating_sub(MAX_LENGTH)..=text.len()).find(|at| text.is_char_boundary(*at));
    let near = text.get(start.unwrap_or(0)..).unwrap_or_default();
    near.rsplit('\n').next().unwrap_or_default()
}
