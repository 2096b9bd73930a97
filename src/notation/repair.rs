//! What a value with faults still says.
//!
//! A page with a wrong date is not published, but its references and numbers are checked in the same run, so that an
//! editor hears of all faults at once. What cannot be read is left out where it may be, and else replaced by a
//! placeholder, so that the items of lists keep their numbers. Where that was done is returned: what is found there, or
//! because something is not there, is no fault of the editor's.

use super::check::{self, glued_pair, is_kind_of, refuses_empty};
use super::schema::{Field, Record, Shape, Syntax};
use super::suggest;
use super::tree::{Entry, Node, Style, Value};
use crate::base::code::Severity;
use crate::base::diagnostic::NodePath;
use crate::base::language::Language;
use crate::base::source::SourcePath;

/// Mends a value: misspelt keys are renamed to those that they were meant as, unknown keys are removed, and values that
/// cannot be read are left out or replaced. Returns the paths of these values.
pub(super) fn repair(node: &mut Node, shape: &Shape) -> Vec<NodePath> {
    let mut repairer = Repairer { unread: Vec::new() };
    let root = NodePath::default();
    // An empty text is a mapping without keys.
    if node.value == Value::Null {
        node.value = Value::Mapping(Vec::new());
    }
    if !repairer.mend(node, shape, &root) {
        node.value = placeholder(shape, node.span.start);
        repairer.unread.push(root);
    }
    repairer.unread
}

struct Repairer {
    unread: Vec<NodePath>,
}

impl Repairer {
    /// Mends what is in a value. Returns whether it can be read then.
    fn mend(&mut self, node: &mut Node, shape: &Shape, path: &NodePath) -> bool {
        match (shape, &mut node.value) {
            (Shape::Optional(_), Value::Null) => true,
            (Shape::Optional(inner), _) => self.mend(node, inner, path),
            (Shape::List { item, .. }, Value::List(items)) => {
                for (index, node) in items.iter_mut().enumerate() {
                    let path = path.index(index);
                    if !self.mend(node, item, &path) {
                        node.value = placeholder(item, node.span.start);
                        self.unread.push(path);
                    }
                }
                true
            }
            // A name that stands alone where several ids go is looked up as one of a list is.
            (Shape::List { item, .. }, Value::Scalar(text, _))
                if is_reference(item)
                    && text.starts_with(char::is_uppercase)
                    && !text.contains([',', ';', '\n']) =>
            {
                let only = node.clone();
                node.value = Value::List(vec![only]);
                self.mend(node, shape, path)
            }
            (Shape::Map(inner), Value::Mapping(entries)) => {
                self.mend_map(entries, inner, path);
                true
            }
            (Shape::ByLanguage(inner), Value::Mapping(entries)) => {
                entries.retain(|entry| Language::parse(&entry.key).is_some());
                self.mend_map(entries, inner, path);
                !entries.is_empty()
            }
            (Shape::Record(record), Value::Mapping(entries)) => {
                self.mend_record(entries, record, (path, node.span.start));
                true
            }
            (Shape::Either(shapes), _) => {
                let shape = shapes.iter().find(|shape| is_kind_of(node, shape));
                shape.is_some_and(|shape| self.mend(node, shape, path))
            }
            _ => is_sound(node, shape),
        }
    }

    fn mend_map(&mut self, entries: &mut Vec<Entry>, shape: &Shape, path: &NodePath) {
        keep_first(entries);
        entries.retain_mut(|entry| {
            let path = path.key(&entry.key);
            let is_read = self.mend(&mut entry.value, shape, &path);
            if !is_read {
                self.unread.push(path);
            }
            is_read
        });
    }

    fn mend_record(
        &mut self,
        entries: &mut Vec<Entry>,
        record: &'static Record,
        (path, start): (&NodePath, usize),
    ) {
        rename(entries, record);
        keep_first(entries);
        entries.retain_mut(|entry| {
            let Some(field) = record.field(&entry.key) else {
                return false;
            };
            let path = path.key(field.key);
            if self.mend_field(&mut entry.value, field, &path) {
                return true;
            }
            self.unread.push(path);
            entry.value.value = placeholder(field.shape, entry.value.span.start);
            entry.value.value != Value::Null
        });
        for field in record.all_fields().filter(|field| !field.is_optional()) {
            if !entries.iter().any(|entry| entry.key == field.key) {
                self.unread.push(path.key(field.key));
                let value = placeholder(field.shape, start);
                entries.push(Entry {
                    key: field.key.to_owned(),
                    key_span: start..start,
                    value: Node {
                        span: start..start,
                        value,
                    },
                });
            }
        }
    }

    fn mend_field(&mut self, value: &mut Node, field: &Field, path: &NodePath) -> bool {
        if value.value == Value::Null {
            return field.is_optional();
        }
        self.mend(value, field.shape, path) && !refuses_empty(field.shape, &value.value)
    }
}

/// Renames misspelt keys, and separates keys from values that are glued to them.
fn rename(entries: &mut [Entry], record: &'static Record) {
    for entry in entries.iter_mut() {
        if let Some((key, value)) = glued_pair(entry, record) {
            let (key, value) = (key.to_owned(), value.to_owned());
            entry.value.value = Value::Scalar(value, Style::Bare);
            entry.key = key;
        }
    }
    let mut free = suggest::free_keys(entries, record);
    for entry in entries.iter_mut() {
        if record.field(&entry.key).is_none()
            && let Some(meant) = suggest::key_for(entry, &free, record)
        {
            meant.key().clone_into(&mut entry.key);
            free.retain(|key| *key != meant.key());
        }
    }
}

fn is_reference(shape: &Shape) -> bool {
    matches!(shape, Shape::Text(syntax) if syntax.name == "shape-reference")
}

fn keep_first(entries: &mut Vec<Entry>) {
    let mut seen = std::collections::BTreeSet::new();
    entries.retain(|entry| seen.insert(entry.key.clone()));
}

/// Whether there is no error in a value.
fn is_sound(node: &Node, shape: &Shape) -> bool {
    let faults = check::check(&SourcePath::new(""), node, shape, None);
    faults
        .iter()
        .all(|it| it.severity(false) != Severity::Error)
}

/// A value of a shape that says as little as it can: nothing, or where there must be something, what stands for it. Two
/// ids at different places are different; a part without an id could not be told from others.
fn placeholder(shape: &Shape, start: usize) -> Value {
    let bare = |text: String| Value::Scalar(text, Style::Bare);
    match shape {
        Shape::Optional(Shape::Text(syntax)) if syntax.name == "shape-id" => {
            placeholder_text(syntax, start)
        }
        Shape::Optional(_) | Shape::Any => Value::Null,
        Shape::Text(syntax) => placeholder_text(syntax, start),
        Shape::Flag => bare("false".to_owned()),
        Shape::Integer { min, max } => bare(0.clamp(*min, *max).to_string()),
        Shape::Word(words) => bare(words.first().copied().unwrap_or_default().to_owned()),
        Shape::List { item, filled } => {
            let item = filled.then(|| node(item, start));
            Value::List(item.into_iter().collect())
        }
        Shape::Map(_) => Value::Mapping(Vec::new()),
        Shape::ByLanguage(inner) => Value::Mapping(vec![Entry {
            key: Language::italian().as_str().to_owned(),
            key_span: start..start,
            value: node(inner, start),
        }]),
        Shape::Either(shapes) => shapes
            .first()
            .map_or(Value::Null, |shape| placeholder(shape, start)),
        Shape::Record(record) => {
            let required = record.all_fields().filter(|field| !field.is_optional());
            let entries = required.map(|field| Entry {
                key: field.key.to_owned(),
                key_span: start..start,
                value: node(field.shape, start),
            });
            Value::Mapping(entries.collect())
        }
    }
}

fn node(shape: &Shape, start: usize) -> Node {
    Node {
        span: start..start,
        value: placeholder(shape, start),
    }
}

/// A text that follows a syntax.
fn placeholder_text(syntax: &Syntax, start: usize) -> Value {
    let id = format!("unread-{start}");
    let texts = [
        "…",
        &id,
        "2000-01-01",
        "2000-01-01T12:00",
        "it",
        "https://unread.example",
        "unread@unread.example",
        "/unread",
        "missing-summary",
    ];
    let text = texts.into_iter().find(|text| (syntax.admits)(text));
    Value::Scalar(text.unwrap_or("…").to_owned(), Style::Quoted)
}
