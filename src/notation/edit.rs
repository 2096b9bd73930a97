//! Fixes as changes of bytes. Whatever a fix does not name stays as it was written: comments, order, quotes, line breaks.

use std::ops::Range;
use std::sync::Arc;

use super::place::Location;
use super::tree::{Entry, Node};
use super::{front_matter, yaml};
use crate::base::diagnostic::{At, NodePath};
use crate::base::fix::{Change, Fix};
use crate::base::source::SourcePath;

/// Bytes of a text, and what replaces them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go.
    pub range: Range<usize>,
    /// What comes in their place.
    pub text: String,
}

/// The edit that makes the change of a fix in the text of its file, at the location of its place. Returns `None` if the text has no such place, as where
/// a word is written with escapes. `text_of` gives the texts of other files.
pub fn edit(
    fix: &Fix,
    location: &Location,
    source: &str,
    text_of: &dyn Fn(&SourcePath) -> Option<Arc<str>>,
) -> Option<Edit> {
    let range = location.span();
    match &fix.change {
        Change::Text(text) => source.get(range.clone()).map(|_| Edit {
            range,
            text: text.clone(),
        }),
        Change::Word { from, to } => {
            let at = range.start + only_word(source.get(range)?, from)?;
            Some(Edit {
                range: at..at + from.len(),
                text: to.clone(),
            })
        }
        Change::Item { key, item } => {
            let path = match &fix.place.at {
                At::Value(path) => path.clone(),
                _ => NodePath::default(),
            };
            let yaml = yaml_of(&fix.place.file, source)?;
            let (range, text) = yaml::addition(source, yaml, &path, key, item)?;
            Some(Edit { range, text })
        }
        Change::Copied { keys, original } => {
            let other = text_of(original)?;
            without_copies(&fix.place.file, source, keys, (original, &other))
        }
    }
}

/// The edit that takes out keys whose values are the same in another text. Comments between them stay.
fn without_copies(
    file: &SourcePath,
    source: &str,
    keys: &[String],
    (original, other): (&SourcePath, &str),
) -> Option<Edit> {
    let tree = yaml::tree(file, source, yaml_of(file, source)?).ok()?;
    let other = yaml::tree(original, other, yaml_of(original, other)?).ok()?;
    // What holds the fact goes with it, if it says nothing else than there.
    let copies = keys.iter().filter_map(|path| {
        let whole = path.match_indices('.').map(|(end, _)| path.get(..end));
        let mut paths = whole.flatten().chain([path.as_str()]);
        paths.find_map(|path| {
            let copy = entry_at(&tree, path)?;
            let there = entry_at(&other, path)?;
            there.value.says_the_same(&copy.value).then_some(copy)
        })
    });
    let lines: Option<Vec<Range<usize>>> = copies.map(|it| lines_of(source, it)).collect();
    let mut lines = lines?;
    lines.dedup();
    let range = lines.first()?.start..lines.last()?.end;
    let mut text = String::new();
    for pair in lines.windows(2) {
        if let [one, next] = pair {
            text.push_str(source.get(one.end..next.start)?);
        }
    }
    Some(Edit { range, text })
}

/// The entry at a path of keys, and of ids for the items of lists. At a path that ends in an id, that of the list.
fn entry_at<'t>(tree: &'t Node, path: &str) -> Option<&'t Entry> {
    let (mut node, mut found) = (tree, None);
    for step in path.split('.') {
        match node.items().iter().find(|it| it.id() == Some(step)) {
            Some(item) => node = item,
            None => {
                let entry = node.entries().iter().find(|it| it.key == step)?;
                (node, found) = (&entry.value, Some(entry));
            }
        }
    }
    found
}

/// The lines of a key and its value. Returns `None` if something else is on its first line, or an editor's comment on any
/// of them.
fn lines_of(source: &str, entry: &Entry) -> Option<Range<usize>> {
    let start = source
        .get(..entry.key_span.start)?
        .trim_end_matches(' ')
        .len();
    let is_first = source.get(..start)?.ends_with('\n');
    let end = start.max(entry.key_span.end).max(entry.value.span.end);
    let end = start + source.get(start..end)?.trim_end().len();
    let end = end + source.get(end..)?.find('\n')? + 1;
    let lines = source.get(start..end)?;
    let is_plain = !["\n#", " #", "\t#"].iter().any(|it| lines.contains(it));
    (is_first && is_plain).then_some(start..end)
}

/// The bytes of a text that are YAML.
pub(super) fn yaml_of(file: &SourcePath, source: &str) -> Option<Range<usize>> {
    match file.as_str().ends_with(".md") {
        true => Some(front_matter::cut(source).ok()?.front_matter),
        false => Some(0..source.len()),
    }
}

/// A text with these edits made, and where each of them is in it now. Of edits that overlap, only the first is made; the
/// others are nowhere.
pub fn apply(source: &str, edits: &[Edit]) -> (String, Vec<Option<Range<usize>>>) {
    let mut order: Vec<usize> = (0..edits.len()).collect();
    let key = |at: &usize| edits.get(*at).map(|it| (it.range.start, it.range.end));
    order.sort_by_key(key);
    let mut places = vec![None; edits.len()];
    let (mut text, mut done) = (String::new(), 0);
    let mut last: Option<(&Edit, Range<usize>)> = None;
    for at in order {
        let (Some(edit), Some(place)) = (edits.get(at), places.get_mut(at)) else {
            continue;
        };
        if let Some((same, made)) = &last
            && *same == edit
        {
            *place = Some(made.clone());
            continue;
        }
        let is_behind = last.is_none() || edit.range.start >= done;
        let Some(before) = source.get(done..edit.range.start).filter(|_| is_behind) else {
            continue;
        };
        text.push_str(before);
        let made = text.len()..text.len() + edit.text.len();
        text.push_str(&edit.text);
        done = edit.range.end;
        *place = Some(made.clone());
        last = Some((edit, made));
    }
    text.push_str(source.get(done..).unwrap_or_default());
    (text, places)
}

/// Where a word stands in a text, if it does once, and not as a part of a longer one.
fn only_word(text: &str, word: &str) -> Option<usize> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut places = text.match_indices(word).filter(|(at, _)| {
        let before = text.get(..*at).and_then(|it| it.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|it| it.chars().next());
        let is_whole = |beside: Option<char>| !beside.is_some_and(is_part);
        !word.is_empty() && is_whole(before) && is_whole(after)
    });
    let (only, _) = places.next()?;
    places.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: Range<usize>, text: &str) -> Edit {
        let text = text.to_owned();
        Edit { range, text }
    }

    #[test]
    fn a_word_is_found_only_if_it_stands_there_once() {
        for (text, word, expected) in [
            ("\"comune-abla\"", "comune-abla", Some(1)),
            ("ref:area/a", "a", Some(9)),
            ("a b a", "a", None),
            ("aa", "a", None),
            ("x", "", None),
            ("città", "citt", None),
        ] {
            assert_eq!(only_word(text, word), expected, "{text}");
        }
    }

    #[test]
    fn edits_are_made_in_the_order_of_the_text_and_never_over_another() {
        let edits = [
            edit(4..5, "four"),
            edit(0..2, ""),
            edit(4..5, "four"),
            edit(1..3, "never"),
            edit(6..6, "!"),
        ];
        let (text, places) = apply("012345", &edits);
        assert_eq!(text, "23four5!");
        let made = Some(2..6);
        assert_eq!(places, [made.clone(), Some(0..0), made, None, Some(7..8)]);
    }
}
