//! An entry added to a list of a YAML text. Everything else stays as it was written: comments, order, quotes.

use std::ops::Range;

use super::flow;
use crate::base::diagnostic::NodePath;
use crate::base::source::SourcePath;
use crate::notation::tree::{Entry, Node, Value};
use crate::notation::trial::comment_after;

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
    let (place, added) = addition(source, range, &NodePath::default(), key, entry)?;
    let mut text = source.to_owned();
    text.replace_range(place.clone(), &added);
    Some((text, place.start..place.start + added.len()))
}

/// The bytes to replace, and by what, so that a list has an entry more at its end. The list is at a key of the mapping at a
/// path in `source[range]`, and is begun there if it is missing. `entry` is a scalar, or the lines of a mapping.
///
/// Returns `None` if the text has faults, or is written in a way in which nothing can be added to it.
pub fn addition(
    source: &str,
    range: Range<usize>,
    path: &NodePath,
    key: &str,
    entry: &str,
) -> Option<(Range<usize>, String)> {
    let before = tree(source, range.clone())?;
    let (place, added) = match path.steps().next() {
        None => in_root(source, &range, &before, key, entry)?,
        Some(_) => in_mapping(source, before.at(path)?, key, entry)?,
    };
    let added = match source.contains("\r\n") {
        true => added.replace('\n', "\r\n"),
        false => added,
    };
    let mut text = source.to_owned();
    text.replace_range(place.clone(), &added);
    let after = tree(&text, range.start..range.end - place.len() + added.len())?;
    let expected = with_one_more(before, path, key, entry)?;
    (flow::write(&expected) == flow::write(&after)).then_some((place, added))
}

fn tree(source: &str, range: Range<usize>) -> Option<Node> {
    super::tree(&SourcePath::new(""), source, range).ok()
}

/// The same for the outermost mapping, which may be missing and ends with the text.
fn in_root(
    source: &str,
    range: &Range<usize>,
    root: &Node,
    key: &str,
    entry: &str,
) -> Option<(Range<usize>, String)> {
    let is_flow = source.get(root.span.start..)?.starts_with('{');
    let is_missing = match &root.value {
        Value::Mapping(_) => root.get(key).is_none() && !is_flow,
        Value::Null => true,
        _ => return None,
    };
    if !is_missing {
        return in_mapping(source, root, key, entry);
    }
    let whole = source.get(range.clone())?;
    // Behind the mark that ends a document, another would begin.
    let marked = whole.trim_end().strip_suffix("\n...");
    let end = range.start + marked.map_or(whole.len(), |before| before.len() + 1);
    let line = match source.get(..end)?.ends_with('\n') || end == range.start {
        true => "",
        false => "\n",
    };
    let text = format!("{line}{key}:\n{}", item(entry, 2));
    Some((end..end, text))
}

fn in_mapping(source: &str, node: &Node, key: &str, entry: &str) -> Option<(Range<usize>, String)> {
    let is_flow = source.get(node.span.start..)?.starts_with('{');
    let before = source.get(..node.span.start)?.rsplit('\n').next()?;
    let indent = before.chars().count();
    let Some(list) = node.entries().iter().find(|it| it.key == key) else {
        if is_flow {
            let last = node.entries().last();
            let after = last.map_or(node.span.start + 1, |it| end_of_entry(source, it));
            let comma = last.map_or("", |_| ", ");
            let text = format!("{comma}{key}: [{}]", in_flow(entry, indent)?);
            return Some((after..after, text));
        }
        let after = end_of_item(source, end_of(source, node), indent.saturating_sub(1));
        let line = line_break(source, after)?;
        let text = format!("{line}{:indent$}{key}:\n{}", "", item(entry, indent + 2));
        return Some((after..after, text));
    };
    let span = list.value.span.clone();
    match &list.value.value {
        Value::List(items) if items.is_empty() && is_flow => {
            let place = span.start..end_of(source, &list.value);
            Some((place, format!("[{}]", in_flow(entry, indent)?)))
        }
        Value::Null if !is_flow => Some(begun(source, list, span, item(entry, indent + 2))),
        Value::List(items) if items.is_empty() => {
            let place = span.start..end_of(source, &list.value);
            Some(begun(source, list, place, item(entry, indent + 2)))
        }
        Value::List(items) if source.get(span.start..)?.starts_with('[') => {
            let after = end_of(source, items.last()?);
            Some((after..after, format!(", {}", in_flow(entry, indent)?)))
        }
        Value::List(items) => {
            let indent = indent_of(source, span.start)?;
            let after = end_of_item(source, end_of(source, items.last()?), indent);
            let line = line_break(source, after)?;
            Some((after..after, format!("{line}{}", item(entry, indent))))
        }
        _ => None,
    }
}

/// The line break that is missing before a new line at this byte.
fn line_break(source: &str, at: usize) -> Option<&'static str> {
    Some(match source.get(..at)?.ends_with('\n') {
        true => "",
        false => "\n",
    })
}

/// The tree with an item more at the end of the list.
fn with_one_more(mut root: Node, path: &NodePath, key: &str, entry: &str) -> Option<Node> {
    let mut node = &mut root;
    for step in path.steps() {
        node = match &mut node.value {
            Value::List(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Value::Mapping(entries) => {
                let entry = entries.iter_mut().find(|it| it.key == step)?;
                &mut entry.value
            }
            _ => return None,
        };
    }
    if node.value == Value::Null {
        node.value = Value::Mapping(Vec::new());
    }
    let Value::Mapping(entries) = &mut node.value else {
        return None;
    };
    let item = tree(entry, 0..entry.len())?;
    let list = match entries.iter_mut().position(|it| it.key == key) {
        Some(at) => &mut entries.get_mut(at)?.value,
        None => {
            entries.push(Entry {
                key: key.to_owned(),
                key_span: 0..0,
                value: Node {
                    span: 0..0,
                    value: Value::Null,
                },
            });
            &mut entries.last_mut()?.value
        }
    };
    match &mut list.value {
        Value::List(items) => items.push(item),
        _ => list.value = Value::List(vec![item]),
    }
    Some(root)
}

/// A list begun at a key that has no value, or an empty one at `empty`, which goes. What follows on its line stays.
fn begun(source: &str, list: &Entry, empty: Range<usize>, item: String) -> (Range<usize>, String) {
    let from = list.key_span.end;
    let after = end_of_line(source, empty.end.max(from));
    let before = source.get(from..empty.start).unwrap_or_default();
    let rest = source.get(empty.end.max(from)..after).unwrap_or_default();
    let line = format!("{}{}", before, rest.trim_start());
    let line = line.trim_end();
    (from..after, format!("{line}\n{item}"))
}

/// The lines of a mapping as an item of a list.
fn item(entry: &str, indent: usize) -> String {
    let lines = entry.lines().enumerate().map(|(index, line)| {
        let dash = if index == 0 { "- " } else { "  " };
        format!("{:indent$}{dash}{line}\n", "")
    });
    lines.collect()
}

/// The lines of a mapping in one, followed by the comments behind its values; whatever comes then is on the next line. A scalar stays as it is.
fn in_flow(entry: &str, indent: usize) -> Option<String> {
    let node = tree(entry, 0..entry.len())?;
    if let Value::Scalar(..) = node.value {
        return Some(entry.trim().to_owned());
    }
    let mut comments = Vec::new();
    add_comments(entry, &node, &mut comments);
    let text = flow::write(&node);
    Some(match comments.is_empty() {
        true => text,
        false => format!("{text}  {}\n{:2$}", comments.join(" "), "", indent + 2),
    })
}

/// The comments on the lines of values, each behind its value.
fn add_comments<'a>(source: &'a str, node: &Node, comments: &mut Vec<&'a str>) {
    match &node.value {
        Value::Null | Value::Scalar(..) => {
            comments.extend(comment_after(source, end_of(source, node), &[' ', '"']));
        }
        Value::List(items) => items
            .iter()
            .for_each(|it| add_comments(source, it, comments)),
        Value::Mapping(entries) => {
            let values = entries.iter().map(|it| &it.value);
            values.for_each(|it| add_comments(source, it, comments));
        }
    }
}

/// The byte behind the last one that a node is written with. The reader counts blanks and comments behind it as its own.
fn end_of(source: &str, node: &Node) -> usize {
    let text = source.get(..node.span.end).unwrap_or_default();
    let trimmed = text.trim_end().len().max(node.span.start);
    let last = match &node.value {
        Value::Null | Value::Scalar(..) => return trimmed,
        Value::List(items) => items.last().map(|item| end_of(source, item)),
        Value::Mapping(entries) => entries.last().map(|it| end_of_entry(source, it)),
    };
    let begin = source.get(node.span.start..).unwrap_or_default();
    match begin.starts_with(['[', '{']) {
        true => closing(source, last.unwrap_or(node.span.start + 1)).unwrap_or(trimmed),
        false => last.unwrap_or(trimmed),
    }
}

/// The byte behind the last one that a key and its value are written with.
fn end_of_entry(source: &str, entry: &Entry) -> usize {
    match entry.value.value {
        // The colon is not the key's.
        Value::Null => source
            .get(entry.key_span.end..)
            .filter(|rest| rest.starts_with(':'))
            .map_or(entry.key_span.end, |_| entry.key_span.end + 1),
        _ => end_of(source, &entry.value),
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
    fn lists_below_their_key_without_blanks_stay_so() {
        let before = "a:\n- id: y\n  b:\n  - c:\n    - d: 1\n    # own\n";
        let end = "# end\nz:\n- 1\n";
        becomes(
            &format!("{before}{end}"),
            &format!("{before}- id: x\n  # k\n  n: 1\n{end}"),
        );
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
            ("b: 1\n...\n", format!("b: 1\na:\n{NEW}...\n")),
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
    fn an_item_is_added_within_an_entry() {
        let path = NodePath::default().key("a").index(0);
        for (source, expected) in [
            (
                "a:\n  - id: x # c\n    # own\n\n  - id: y\n",
                "a:\n  - id: x # c\n    # own\n    l:\n      - /o/\n\n  - id: y\n",
            ),
            ("a:\n- {id: x, n: }\n", "a:\n- {id: x, n:, l: [/o/] }\n"),
            ("a: [{id: x}]\n", "a: [{id: x, l: [/o/]}]\n"),
            ("a: [{l: []}]\n", "a: [{l: [/o/]}]\n"),
            ("a: [{l: [/p/]}]\n", "a: [{l: [/p/, /o/]}]\n"),
            (
                "a:\n- l:\r\n  - /p/\r\n",
                "a:\n- l:\r\n  - /p/\r\n  - /o/\r\n",
            ),
            ("a:\n- l:\n", "a:\n- l:\n    - /o/\n"),
        ] {
            let (place, added) = addition(source, 0..source.len(), &path, "l", "/o/")
                .unwrap_or_else(|| panic!("{source}"));
            let mut text = source.to_owned();
            text.replace_range(place, &added);
            assert_eq!(text, expected);
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
