//! A tree of values that know where they stand in the text.

use std::ops::Range;

use crate::base::diagnostic::{At, NodePath};

/// A value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The bytes of the source that it spans. A mapping or list in block style begins at its first
    /// key or dash.
    pub span: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What a node is.
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
    /// A text and nothing else: in quotes or as a block.
    Text,
    /// Bare YAML: a text, or a number or flag where one is expected.
    Plain,
    /// A number, flag or date of TOML: never a text.
    Typed,
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

impl Node {
    /// The bytes that a place in this tree means. Where the path leads past what is written (the
    /// place of something that is missing), the nearest thing that holds it.
    pub fn locate(&self, at: &At) -> Range<usize> {
        match at {
            At::Whole => self.span.start..self.span.start,
            At::Span(span) => span.range(),
            At::Key(path) => self.follow(path, true),
            At::Value(path) => self.follow(path, false),
        }
    }

    fn follow(&self, path: &NodePath, to_key: bool) -> Range<usize> {
        let mut node = self;
        let mut span = self.span.start..self.span.start;
        let mut steps = path.steps().peekable();
        while let Some(step) = steps.next() {
            let is_last = steps.peek().is_none();
            match &node.value {
                Value::Mapping(entries) => {
                    let Some(entry) = entries.iter().find(|entry| entry.key == *step) else {
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
