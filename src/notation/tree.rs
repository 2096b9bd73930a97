//! A tree of values with their places in the text, the same for YAML and TOML.

use std::ops::Range;

use super::suggest::may_mean;
use crate::base::diagnostic::{At, NodePath};

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The bytes of the source that it spans. A mapping or list in block style begins at its first
    /// key or dash.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// The value of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: `null`, `~`, or no text at all.
    Null,
    /// One word, number or text.
    Scalar(String, Style),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the text; a key may come twice.
    Mapping(Vec<Entry>),
}

/// How a scalar is written, which decides what it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// In quotes or as a block: always a text.
    Quoted,
    /// Bare YAML: a text, or a number or flag where one is expected.
    Bare,
    /// A number, flag or date of TOML: never a text.
    TomlLiteral,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

/// Finds the first of some entries with a key.
pub type FindEntry<'f, 'n> = &'f mut dyn FnMut(&'n [Entry], &str) -> Option<&'n Entry>;

impl Node {
    /// The value at a key of a mapping; the first, if the key comes twice.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let entry = self.entries().iter().find(|entry| entry.key == key);
        entry.map(|entry| &entry.value)
    }

    /// The text of its `id`, if it has one.
    pub fn id(&self) -> Option<&str> {
        match &self.get("id")?.value {
            Value::Scalar(id, _) => Some(id),
            _ => None,
        }
    }

    /// The value at a path.
    pub fn at(&self, path: &NodePath) -> Option<&Node> {
        path.steps().try_fold(self, |node, step| match &node.value {
            Value::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => node.get(&step),
        })
    }

    /// The text of a scalar.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// Whether another value is the same, however it is written. The order of keys is no part of it.
    pub fn says_the_same(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Scalar(one, _), Value::Scalar(other, _)) => one == other,
            (Value::List(one), Value::List(other)) => {
                let mut pairs = one.iter().zip(other);
                one.len() == other.len() && pairs.all(|(one, other)| one.says_the_same(other))
            }
            (Value::Mapping(one), Value::Mapping(entries)) => {
                let is_there = |entry: &Entry| {
                    let there = other.get(&entry.key);
                    there.is_some_and(|it| it.says_the_same(&entry.value))
                };
                one.len() == entries.len() && one.iter().all(is_there)
            }
            _ => false,
        }
    }

    /// The items of a list. Anything else has none.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The entries of a mapping. Anything else has none.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The bytes of a place in this tree. Where the path ends in something that is missing, those of
    /// the nearest node above it. `find` finds the first of some entries with a key.
    pub fn locate<'n>(&'n self, at: &At, find: FindEntry<'_, 'n>) -> Range<usize> {
        match at {
            At::Whole => self.span.start..self.span.start,
            At::Span(span) => span.range(),
            At::Key(path) => self.follow(path, true, find),
            At::Value(path) => self.follow(path, false, find),
        }
    }

    fn follow<'n>(
        &'n self,
        path: &NodePath,
        to_key: bool,
        find: FindEntry<'_, 'n>,
    ) -> Range<usize> {
        let mut node = self;
        let mut span = self.span.start..self.span.start;
        let mut steps = path.steps().peekable();
        while let Some(step) = steps.next() {
            let is_last = steps.peek().is_none();
            match &node.value {
                Value::Mapping(entries) => {
                    // A misspelt key, which is a fault of its own, stands for the right one.
                    let meant = || entries.iter().find(|it| may_mean(&it.key, &step));
                    let Some(entry) = find(entries, &step).or_else(meant) else {
                        break;
                    };
                    let wants_key = to_key && is_last || entry.value.value == Value::Null;
                    span = if wants_key {
                        entry.key_span.clone()
                    } else {
                        entry.value.span.clone()
                    };
                    node = &entry.value;
                }
                Value::List(items) => {
                    let item = step.parse().ok().and_then(|index: usize| items.get(index));
                    let Some(item) = item else { break };
                    span = item.span.clone();
                    node = item;
                }
                _ => break,
            }
        }
        span
    }
}
