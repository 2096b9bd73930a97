//! An entry added to a list of a YAML text. Everything else stays as it was written: comments, order, quotes.

use std::ops::Range;

use super::flow;
use crate::base::source::SourcePath;
use crate::notation::tree::{Entry, Node, Value};

/// The text with an entry more at the end of a list, and the bytes of that entry. The list is at a key of the outermost
/// mapping in `source[range]`, and is begun there if it is missing. `entry` are the lines of a mapping.
///
/// Returns `None` if the text has faults, or is written in a way in which nothing can be added to it.
pub fn append(
    source: &str,
    range: Range<usize>,
    key: &str,
    entry: &str,
) -> Option<(String, Range<usize>)> {
    let before = tree(source, range.clone())?;
    let (place, added) = insertion(source, &range, &before, key, entry)?;
    let added = match source.contains("\r\n") {
        true => added.replace('\n', "\r\n"),
        false => added,
    };
    let mut text = source.to_owned();
    text.replace_range(place.clone(), &added);
    let end = range.end - place.len() + added.len();
    let after = tree(&text, range.start..end)?;
    has_one_more(&before, &after, key).then(|| (text, place.start..place.start + added.len()))
}

fn tree(source: &str, range: Range<usize>) -> Option<Node> {
    super::tree(&SourcePath::new(""), source, range).ok()
}

/// The bytes to replace, and by what.
fn insertion(
    source: &str,
    range: &Range<usize>,
    root: &Node,
    key: &str,
    entry: &str,
) -> Option<(Range<usize>, String)> {
    let entries = match &root.value {
        Value::Mapping(entries) => entries.as_slice(),
        Value::Null => &[],
        _ => return None,
    };
    let Some(list) = entries.iter().find(|it| it.key == key) else {
        let line = match source.get(..range.end)?.ends_with('\n') || range.is_empty() {
            true => "",
            false => "\n",
        };
        return Some((
            range.end..range.end,
            format!("{line}{key}:\n{}", item(entry, 2)),
        ));
    };
    let span = list.value.span.clone();
    match &list.value.value {
        Value::Null => Some(begun(source, list, span, entry)),
        Value::List(items) if items.is_empty() => {
            let place = span.start..end_of(source, &list.value);
            Some(begun(source, list, place, entry))
        }
        Value::List(items) if source.get(span.start..)?.starts_with('[') => {
            let after = end_of(source, items.last()?);
            Some((after..after, format!(", {}", in_flow(entry)?)))
        }
        Value::List(items) => {
            let indent = indent_of(source, span.start)?;
            let after = end_of_item(source, end_of(source, items.last()?), indent);
            let line = match source.get(..after)?.ends_with('\n') {
                true => "",
                false => "\n",
            };
            Some((after..after, format!("{line}{}", item(entry, indent))))
        }
        _ => None,
    }
}

/// A list begun at a key that has no value, or an empty one at `empty`, which goes. What follows on its line stays.
fn begun(source: &str, list: &Entry, empty: Range<usize>, entry: &str) -> (Range<usize>, String) {
    let from = list.key_span.end;
    let after = end_of_line(source, empty.end.max(from));
    let before = source.get(from..empty.start).unwrap_or_default();
    let rest = source.get(empty.end.max(from)..after).unwrap_or_default();
    let line = format!("{}{}", before, rest.trim_start());
    let line = line.trim_end();
    (from..after, format!("{line}\n{}", item(entry, 2)))
}

/// The lines of a mapping as an item of a list.
fn item(entry: &str, indent: usize) -> String {
    let lines = entry.lines().enumerate().map(|(index, line)| {
        let dash = if index == 0 { "- " } else { "  " };
        format!("{:indent$}{dash}{line}\n", "")
    });
    lines.collect()
}

/// The lines of a mapping in one, without comments.
fn in_flow(entry: &str) -> Option<String> {
    Some(flow::write(&tree(entry, 0..entry.len())?))
}

/// The byte behind the last one that a node is written with. The reader counts blanks and comments behind it as its own.
fn end_of(source: &str, node: &Node) -> usize {
    let text = source.get(..node.span.end).unwrap_or_default();
    let trimmed = text.trim_end().len().max(node.span.start);
    let last = match &node.value {
        Value::Null | Value::Scalar(..) => return trimmed,
        Value::List(items) => items.last().map(|item| end_of(source, item)),
        Value::Mapping(entries) => entries.last().map(|it| match it.value.value {
            Value::Null => it.key_span.end,
            _ => end_of(source, &it.value),
        }),
    };
    let begin = source.get(node.span.start..).unwrap_or_default();
    match begin.starts_with(['[', '{']) {
        true => closing(source, last.unwrap_or(node.span.start + 1)).unwrap_or(trimmed),
        false => last.unwrap_or(trimmed),
    }
}

/// The byte behind the bracket that closes, after the last thing within.
fn closing(source: &str, last: usize) -> Option<usize> {
    let mut is_comment = false;
    for (at, c) in source.get(last..)?.char_indices() {
        match c {
            '\n' => is_comment = false,
            _ if is_comment => {}
            '#' => is_comment = true,
            ']' | '}' => return Some(last + at + 1),
            _ => {}
        }
    }
    None
}

/// The byte behind the line in which an item ends, and behind the comments below it that are its own.
fn end_of_item(source: &str, end: usize, indent: usize) -> usize {
    let mut after = end_of_line(source, end);
    loop {
        let line = source.get(after..).and_then(|rest| rest.lines().next());
        let is_own = line.is_some_and(|line| {
            let text = line.trim_start();
            text.starts_with('#') && line.len() - text.len() > indent
        });
        if !is_own {
            return after;
        }
        after = end_of_line(source, after);
    }
}

/// The byte behind the line break that follows.
fn end_of_line(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or_default();
    rest.find('\n').map_or(source.len(), |line| at + line + 1)
}

/// The spaces before the dash of the first item of a list, at which the list begins, or else right behind it. Returns
/// `None` if something else is on its line.
fn indent_of(source: &str, start: usize) -> Option<usize> {
    let before = source.get(..start)?.rsplit('\n').next()?;
    let dash = before.trim_end().trim_end_matches('-');
    let is_alone = dash.trim().is_empty() && before.trim().len() <= 1;
    is_alone.then(|| before.find('-').unwrap_or(before.len()))
}

/// Whether the trees are the same, but for an item more at the end of the list at `key`.
fn has_one_more(before: &Node, after: &Node, key: &str) -> bool {
    let is_same = |one: &Node, other: &Node| flow::write(one) == flow::write(other);
    let others = |tree: &Node| -> Vec<(String, String)> {
        let others = tree.entries().iter().filter(|it| it.key != key);
        others
            .map(|it| (it.key.clone(), flow::write(&it.value)))
            .collect()
    };
    let old = before.get(key).map(Node::items).unwrap_or_default();
    let new = after.get(key).map(Node::items).unwrap_or_default();
    others(before) == others(after)
        && new.len() == old.len() + 1
        && old.iter().zip(new).all(|(old, new)| is_same(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(source: &str, expected: &str) {
        let (text, added) = append(source, 0..source.len(), "a", "id: x\n# k\nn: 1\n")
            .unwrap_or_else(|| panic!("{source}"));
        assert_eq!(text, expected);
        assert!(text.get(added).unwrap().contains('x'));
    }

    #[test]
    fn an_entry_is_added_in_the_manner_of_the_others() {
        const NEW: &str = "  - id: x\n    # k\n    n: 1\n";
        for (source, expected) in [
            ("", format!("a:\n{NEW}")),
            ("# only a comment\n", format!("# only a comment\na:\n{NEW}")),
            ("b: 1", format!("b: 1\na:\n{NEW}")),
            ("a:\n", format!("a:\n{NEW}")),
            ("a:", format!("a:\n{NEW}")),
            ("a: # c\nb: 1\n", format!("a: # c\n{NEW}b: 1\n")),
            ("a: ~\nb: 1\n", format!("a:\n{NEW}b: 1\n")),
            ("a: []\nb: 1\n", format!("a:\n{NEW}b: 1\n")),
            ("a: [ ] # c\n", format!("a: # c\n{NEW}")),
            (
                "a: [] # ]\r\nb: 1\r\n",
                format!("a: # ]\n{NEW}b: 1\n").replace('\n', "\r\n"),
            ),
            (
                "a:\n  - id: y  # own\n    # own, too\n\n# of b\nb: 1\n",
                format!("a:\n  - id: y  # own\n    # own, too\n{NEW}\n# of b\nb: 1\n"),
            ),
            (
                "a:\n  - {id: y}\n  # not its own\nb: 1",
                format!("a:\n  - {{id: y}}\n{NEW}  # not its own\nb: 1"),
            ),
            (
                "a:\n- id: y\n  t: |\n    # text\n\n    end\n",
                "a:\n- id: y\n  t: |\n    # text\n\n    end\n- id: x\n  # k\n  n: 1\n".to_owned(),
            ),
            (
                "a:\n- id: y",
                "a:\n- id: y\n- id: x\n  # k\n  n: 1\n".to_owned(),
            ),
            (
                "a:\r\n- id: y\r\nb: 1\r\n",
                "a:\r\n- id: y\r\n- id: x\r\n  # k\r\n  n: 1\r\nb: 1\r\n".to_owned(),
            ),
            (
                "a: [{id: y}, # c\n  {id: z}  , ]\nb: 1\n",
                "a: [{id: y}, # c\n  {id: z}, {\"id\": \"x\", \"n\": 1}  , ]\nb: 1\n".to_owned(),
            ),
        ] {
            becomes(source, &expected);
        }
    }

    #[test]
    fn what_cannot_be_added_to_is_left_alone() {
        for source in ["a: text\n", "- a\n", "a: [\n", "a: {b: 1}\n"] {
            let added = append(source, 0..source.len(), "a", "id: x\n");
            assert_eq!(added, None, "{source}");
        }
    }
}
