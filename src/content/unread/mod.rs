//! What could not be read, and what is found only because of it.
//!
//! A value that is written wrongly is reported, and then taken for not said. Rules go on with the rest, but nobody is told
//! that something is missing which was only misspelt: such findings are put aside until the value can be read.

mod dependences;

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Finder;
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, At, Diagnostic, NodePath};
use crate::base::source::{SETTINGS_FILE, SourcePath};
use dependences::{DEPENDENCES, ELSEWHERE, SETTINGS};

/// A value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadValue {
    /// Where it is.
    pub path: NodePath,
    /// The id of the page or entry that it is in.
    pub id: String,
    /// The title of the page or entry.
    pub title: String,
}

/// The values that could not be read. To look one up takes about the same time with many as with few.
#[derive(Debug, Default)]
pub struct Unread {
    files: BTreeMap<SourcePath, FileValues>,
    /// How many values there are by the id or title of their page or entry, and the end of their path.
    by_owner: BTreeMap<(String, String), usize>,
}

/// The values of a file that could not be read.
#[derive(Debug)]
struct FileValues {
    values: Box<[UnreadValue]>,
    paths: BTreeSet<NodePath>,
    /// The paths that end in a key, or in two.
    by_end: BTreeMap<String, BTreeSet<NodePath>>,
}

impl Unread {
    /// Whether everything could be read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Replaces the values in a file. Returns whether they are others than before.
    pub fn replace(&mut self, file: &SourcePath, values: Vec<UnreadValue>) -> bool {
        let before = self.files.get(file).map_or(&[] as &[_], |it| &it.values);
        if before == values {
            return false;
        }
        let before = self.files.remove(file);
        for name in before.iter().flat_map(|it| &it.values).flat_map(owners) {
            match self.by_owner.get_mut(&name) {
                Some(count) if *count > 1 => *count -= 1,
                _ => drop(self.by_owner.remove(&name)),
            }
        }
        for name in values.iter().flat_map(owners) {
            *self.by_owner.entry(name).or_default() += 1;
        }
        if !values.is_empty() {
            self.files.insert(file.clone(), FileValues::new(values));
        }
        true
    }

    /// Whether something is found only because a value could not be read.
    pub fn explains(&self, finder: &Finder, found: &Diagnostic) -> bool {
        if matches!(finder, Finder::Settings | Finder::Load) {
            return false;
        }
        let settings = self.files.get(&SourcePath::new(SETTINGS_FILE));
        if settings.is_some_and(|it| it.explains_as_settings(found)) {
            return true;
        }
        if matches!(finder, Finder::Parse(_)) {
            return false;
        }
        let here = self.files.get(&found.place.file);
        here.is_some_and(|it| it.explains(found)) || self.explains_elsewhere(found)
    }

    /// Whether a finding names a page or entry, or a part of one, in which there is a value that it depends on.
    fn explains_elsewhere(&self, found: &Diagnostic) -> bool {
        let rows = ELSEWHERE.iter().filter(|(code, _)| *code == found.code);
        let mut keys = rows.flat_map(|(_, keys)| keys.split(' '));
        keys.any(|key| {
            found.args.iter().any(|(_, arg)| {
                let Arg::Text(text) = arg else { return false };
                let owner = text.split_once('/').map_or(text.as_str(), |(id, _)| id);
                let value = (owner.to_owned(), key.to_owned());
                self.by_owner.contains_key(&value)
            })
        })
    }
}

/// A value by the id and the title of its page or entry, with each end of its path.
fn owners(value: &UnreadValue) -> Vec<(String, String)> {
    let ends = ends(&value.path);
    let names = [&value.id, &value.title].into_iter();
    names
        .flat_map(|name| ends.iter().map(|end| (name.clone(), end.clone())))
        .collect()
}

/// The last key of a path, and the last two. Indices do not count.
fn ends(path: &NodePath) -> Vec<String> {
    let keys = path.steps().filter(|step| step.parse::<usize>().is_err());
    let keys: Vec<_> = keys.collect();
    match keys.as_slice() {
        [] => Vec::new(),
        [last] => vec![last.to_string()],
        [.., before, last] => vec![last.to_string(), format!("{before}/{last}")],
    }
}

impl FileValues {
    fn new(values: Vec<UnreadValue>) -> FileValues {
        let mut by_end: BTreeMap<String, BTreeSet<NodePath>> = BTreeMap::new();
        for value in &values {
            for end in ends(&value.path) {
                by_end.entry(end).or_default().insert(value.path.clone());
            }
        }
        FileValues {
            paths: values.iter().map(|value| value.path.clone()).collect(),
            by_end,
            values: values.into(),
        }
    }

    fn explains(&self, found: &Diagnostic) -> bool {
        let at = match &found.place.at {
            At::Key(path) | At::Value(path) => Some(path),
            At::Whole | At::Span(_) => None,
        };
        if at.is_some_and(|at| !is_title(at) && self.holds(at)) {
            return true;
        }
        if found.code == Code::DanglingReference && !is_to_part(found) {
            return false;
        }
        let mut depending = DEPENDENCES.iter().filter(|(code, ..)| *code == found.code);
        depending.any(|(_, scope, keys)| {
            let within = at.map(|at| scope.of(&found.place.file, at));
            self.has_below(&within.unwrap_or_default(), keys)
        })
    }

    fn explains_as_settings(&self, found: &Diagnostic) -> bool {
        let is_to_file = |arg: &Arg| matches!(arg, Arg::Text(text) if text.contains(".md"));
        if found.code == Code::BrokenLink && found.args.iter().any(|(_, arg)| is_to_file(arg)) {
            return false;
        }
        let mut depending = SETTINGS.iter().filter(|(code, _)| *code == found.code);
        depending.any(|(_, key)| {
            let key = NodePath::default().key(key);
            self.holds(&key) || is_any_below(&key, &self.paths)
        })
    }

    /// Whether a place is within a value that could not be read.
    fn holds(&self, at: &NodePath) -> bool {
        (0..=at.steps().count()).any(|steps| self.paths.contains(&at.first(steps)))
    }

    /// Whether a value at this path or below could not be read whose path ends in one of these keys.
    fn has_below(&self, within: &NodePath, keys: &str) -> bool {
        let mut sets = keys.split(' ').filter_map(|key| self.by_end.get(key));
        sets.any(|paths| paths.contains(within) || is_any_below(within, paths))
    }
}

fn is_any_below(within: &NodePath, paths: &BTreeSet<NodePath>) -> bool {
    let mut below = paths.range(within.key("")..);
    below.next().is_some_and(|path| within.holds(path))
}

/// Whether a place is a title, at which findings about a page as a whole are.
fn is_title(at: &NodePath) -> bool {
    at.steps().last().is_some_and(|step| step == "title")
}

/// Whether a reference is to a part of a body, which has an id within its body only.
fn is_to_part(found: &Diagnostic) -> bool {
    let parts = ["type-seat", "type-table", "type-term"];
    let is_part = |arg: &Arg| matches!(arg, Arg::Label(it) if parts.contains(&it.as_str()));
    found.args.iter().any(|(_, arg)| is_part(arg))
}
