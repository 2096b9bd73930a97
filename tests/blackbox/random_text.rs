//! Random changes to a text, as an editor's slips and a broken disk make them.

use proptest::prelude::*;

/// A change to a text.
#[derive(Clone, Debug)]
pub(crate) enum TextChange {
    DropLine(usize),
    RepeatLine(usize),
    MoveLine(usize, usize),
    Indent(usize),
    Insert(usize, String),
    Drop(usize, usize),
    Cut(usize),
}

pub(crate) fn text_change() -> impl Strategy<Value = TextChange> {
    let piece = prop_oneof![
        "[\\x00-\\x7f]{1,3}",
        "(\\[|\\{|\\]|\\}|: |- |\"|'|#|&a|\\*a|!!x|---\n|\\||>|<b>|\\{\\{ <|\\{% |\\]\\(|\n\n# |\u{feff}|è|👥|\t|\r\n|~|null|2026-02-30|ref:)",
    ];
    prop_oneof![
        any::<usize>().prop_map(TextChange::DropLine),
        any::<usize>().prop_map(TextChange::RepeatLine),
        any::<(usize, usize)>().prop_map(|(from, to)| TextChange::MoveLine(from, to)),
        any::<usize>().prop_map(TextChange::Indent),
        (any::<usize>(), piece).prop_map(|(at, piece)| TextChange::Insert(at, piece)),
        (any::<usize>(), 1..12_usize).prop_map(|(at, length)| TextChange::Drop(at, length)),
        any::<usize>().prop_map(TextChange::Cut),
    ]
}

pub(crate) fn apply_to_text(text: &str, change: &TextChange) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let line = |number: &usize| number % lines.len();
    let mut letters: Vec<char> = text.chars().collect();
    let letter = |number: &usize| number % letters.len();
    match change {
        TextChange::DropLine(at) => drop(lines.remove(line(at))),
        TextChange::RepeatLine(at) => lines.insert(line(at), lines[line(at)]),
        TextChange::MoveLine(from, to) => {
            let (from, to) = (line(from), line(to));
            let moved = lines.remove(from);
            lines.insert(to.min(lines.len()), moved);
        }
        TextChange::Indent(at) => lines.insert(line(at), "  "),
        TextChange::Insert(at, piece) => {
            let at = letter(at);
            letters.splice(at..at, piece.chars());
            return letters.into_iter().collect();
        }
        TextChange::Drop(at, length) => {
            let at = letter(at);
            letters.drain(at..(at + length).min(letters.len()));
            return letters.into_iter().collect();
        }
        TextChange::Cut(at) => {
            letters.truncate(letter(at));
            return letters.into_iter().collect();
        }
    }
    lines.concat()
}
