//! The front matter of a Markdown file: YAML between two lines of three dashes.

use std::ops::Range;

/// The two parts of a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The bytes of the front matter, without its dashes.
    pub front_matter: Range<usize>,
    /// Where the Markdown begins.
    pub text: usize,
}

/// Why a file cannot be cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncut {
    /// It does not begin with a line of three dashes.
    Missing(Misspelt),
    /// No second line of three dashes follows.
    Unclosed(Misspelt),
}

/// The bytes of a line that is nearly one of three dashes, and the bytes at which a line of dashes is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misspelt {
    /// This line must be three dashes.
    Line(Range<usize>),
    /// There is no such line. This is the line before which it must stand, or the empty line that must become one.
    Absent(Range<usize>),
}

/// Cuts a Markdown file into front matter and text. A byte order mark before it is skipped.
///
/// # Errors
/// [`Uncut`] if a line of three dashes is missing.
pub fn cut(source: &str) -> Result<Parts, Uncut> {
    let mut lines = lines(source);
    let begin = match lines.next() {
        Some((range, line)) if is_mark(line) => range.end,
        _ => return Err(Uncut::Missing(misspelt(source, 0))),
    };
    match lines.find(|(_, line)| is_mark(line)) {
        Some((range, _)) => Ok(Parts {
            front_matter: begin..range.start,
            text: range.end,
        }),
        None => Err(Uncut::Unclosed(misspelt(source, begin))),
    }
}

/// The lines of a text with their bytes, line breaks included. A byte order mark belongs to none.
fn lines(source: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut at = source.len() - text.len();
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start..at, line)
    })
}

fn is_mark(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Where the line of dashes should be that does not come after byte `start`.
fn misspelt(source: &str, start: usize) -> Misspelt {
    let rest = || lines(source).filter(|(range, _)| range.start >= start);
    let bytes =
        |(range, line): (Range<usize>, &str)| range.start..range.start + line.trim_end().len();
    let first_words = rest().find(|(_, line)| !line.trim().is_empty());
    if start == 0 {
        // Nothing else may come before it.
        let first = first_words
            .filter(|(_, line)| is_near_mark(line))
            .map(bytes);
        return first.map_or(Misspelt::Absent(0..0), |it| Misspelt::Line(0..it.end));
    }
    if let Some(near) = rest().find(|(_, line)| is_near_mark(line)) {
        return Misspelt::Line(bytes(near));
    }
    let mut after_blank = rest().zip(rest().skip(1));
    let end = after_blank.find(|((_, line), (_, next))| line.trim().is_empty() && !is_entry(next));
    Misspelt::Absent(end.map_or(0..0, |(blank, _)| bytes(blank)))
}

/// Whether a line has nothing but dashes, plus signs or dots, of whatever kind.
fn is_near_mark(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| "-‐‑‒–—−+.…_".contains(c))
}

/// Whether a line can be one of front matter.
fn is_entry(line: &str) -> bool {
    let key = line.split(':').next().unwrap_or_default();
    line.starts_with([' ', '-', '#'])
        || line.trim().is_empty()
        || key.len() < line.len() && !key.contains(' ')
}
