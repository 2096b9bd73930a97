//! A tree of values compared with a schema: every fault, at its place, with its hint.

mod labels;
mod scalar_kind;

use std::collections::BTreeMap;
use std::ops::Range;

use super::schema::{Record, Shape, Syntax, Typed};
use super::suggest::{self, Suggestion, nearest};
use super::tree::{Entry, Node, Style, Value};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use labels::{limit_or_empty, shape_label, value_label};

pub use scalar_kind::ScalarKind;

/// Reports every way in which the tree differs from the shape, in the order of the text.
pub fn check(file: &SourcePath, node: &Node, shape: &Shape) -> Vec<Diagnostic> {
    let mut checker = Checker {
        file,
        faults: Vec::new(),
    };
    match (shape, &node.value) {
        // An empty text is a mapping without keys.
        (Shape::Record(record), Value::Null) => checker.record(node, &[], record),
        _ => checker.node(node, shape),
    }
    checker.faults
}

struct Checker<'a> {
    file: &'a SourcePath,
    faults: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn node(&mut self, node: &Node, shape: &Shape) {
        match (shape, &node.value) {
            (Shape::Optional(_), Value::Null) => {}
            (Shape::Any, _) => self.any(node),
            (Shape::Optional(inner), _) => self.node(node, inner),
            (Shape::List { item, .. }, Value::List(items)) => {
                items.iter().for_each(|each| self.node(each, item));
            }
            (Shape::Record(record), Value::Mapping(entries)) => self.record(node, entries, record),
            (Shape::Map(value), Value::Mapping(entries)) => self.map(entries, value),
            (Shape::ByLanguage(value), Value::Mapping(entries)) => {
                self.no_key_twice(entries);
                for entry in entries {
                    self.language(entry);
                    self.node(&entry.value, value);
                }
            }
            (Shape::Either(shapes), _) => {
                match shapes.iter().find(|shape| is_kind_of(node, shape)) {
                    Some(shape) => self.node(node, shape),
                    None => self.wrong_type(node, shape),
                }
            }
            (_, Value::Scalar(text, style)) => self.scalar(node, text, *style, shape),
            _ => self.wrong_type(node, shape),
        }
    }

    fn scalar(&mut self, node: &Node, text: &str, style: Style, shape: &Shape) {
        match (shape, ScalarKind::of(text, style)) {
            (Shape::Text(syntax), _) if style != Style::TomlLiteral => {
                self.text(node, text, syntax);
            }
            (Shape::Word(words), _) => self.word(node, text, words),
            (Shape::Flag, ScalarKind::Flag) => {}
            (Shape::Integer { min, max }, ScalarKind::Integer) => {
                self.integer(node, text, *min, *max);
            }
            _ => self.wrong_type(node, shape),
        }
    }

    fn map(&mut self, entries: &[Entry], value: &Shape) {
        self.no_key_twice(entries);
        for entry in entries {
            self.node(&entry.value, value);
        }
    }

    /// Any value; only a key that comes twice, or a number that is too large, is a fault.
    fn any(&mut self, node: &Node) {
        match &node.value {
            Value::Mapping(entries) => self.map(entries, &Shape::Any),
            Value::List(items) => items.iter().for_each(|item| self.any(item)),
            Value::Scalar(text, style)
                if ScalarKind::of(text, *style) == ScalarKind::Integer
                    && text.parse::<u64>().is_err() =>
            {
                self.integer(node, text, i64::MIN, i64::MAX);
            }
            Value::Null | Value::Scalar(..) => {}
        }
    }

    fn record(&mut self, node: &Node, entries: &[Entry], record: &'static Record) {
        self.no_key_twice(entries);
        for entry in entries {
            match record.field(&entry.key) {
                Some(field) if entry.value.value == Value::Null => {
                    if !field.is_optional() {
                        self.empty(entry);
                    }
                }
                Some(field) => self.field(entry, field.shape),
                None if record.refused.contains(&entry.key.as_str()) => {
                    self.report(Code::RefusedKey, &entry.key_span, |fault| {
                        fault.text("key", &entry.key)
                    });
                }
                None => self.unknown_key(entry, entries, record),
            }
        }
        for field in record.all_fields().filter(|field| !field.is_optional()) {
            let mut keys = entries.iter().map(|entry| &entry.key);
            // A misspelt key is one fault, not two.
            if !keys.any(|key| suggest::stands_for(key, field.key, record)) {
                let start = node.span.start;
                self.report(Code::MissingKey, &(start..start), |fault| {
                    fault.text("key", field.key)
                });
            }
        }
    }

    fn field(&mut self, entry: &Entry, shape: &Shape) {
        match (shape, &entry.value.value) {
            (shape, Value::List(items)) if items.is_empty() && is_filled(shape) => {
                self.empty(entry)
            }
            (shape, Value::Mapping(entries)) if entries.is_empty() && is_by_language(shape) => {
                self.empty(entry);
            }
            _ => self.node(&entry.value, shape),
        }
    }

    fn empty(&mut self, entry: &Entry) {
        self.report(Code::EmptyValue, &entry.key_span, |fault| {
            fault.text("key", &entry.key)
        });
    }

    fn language(&mut self, entry: &Entry) {
        let key = Node {
            span: entry.key_span.clone(),
            value: Value::Scalar(entry.key.clone(), Style::Quoted),
        };
        self.node(&key, Language::SHAPE);
    }

    fn no_key_twice(&mut self, entries: &[Entry]) {
        let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in entries {
            if let Some(earlier) = first.get(entry.key.as_str()) {
                let place = Place::span(self.file, earlier.key_span.clone());
                self.report(Code::DuplicateKey, &entry.key_span, |fault| {
                    fault.text("key", &entry.key).related(place)
                });
            } else {
                first.insert(&entry.key, entry);
            }
        }
    }

    fn unknown_key(&mut self, entry: &Entry, siblings: &[Entry], record: &'static Record) {
        self.report(Code::UnknownKey, &entry.key_span, |fault| {
            let fault = fault.text("key", &entry.key);
            match suggest::key_for(&entry.key, siblings, record) {
                Some(Suggestion::English(key)) => fault.text("english", key).hint("english"),
                Some(Suggestion::Near(key)) => fault.text("near", key).hint("near"),
                None => {
                    let keys: Vec<&str> = suggest::free_keys(siblings, record).collect();
                    fault.text("keys", keys.join(", ")).hint("keys")
                }
            }
        });
    }

    fn text(&mut self, node: &Node, text: &str, syntax: &Syntax) {
        if text.trim().is_empty() {
            self.report(Code::EmptyValue, &node.span, |fault| {
                fault.label("shape", syntax.name).hint("text")
            });
        } else if !(syntax.admits)(text) {
            self.report(syntax.code, &node.span, |fault| {
                fault.text("value", text).label("shape", syntax.name)
            });
        }
    }

    fn word(&mut self, node: &Node, text: &str, words: &'static [&'static str]) {
        if words.contains(&text) {
            return;
        }
        let near = nearest(text, words.iter().copied());
        self.report(Code::UnknownValue, &node.span, |fault| {
            let fault = fault.text("value", text);
            match near {
                Some(near) => fault.text("near", near).hint("near"),
                None => fault.text("values", words.join(", ")).hint("values"),
            }
        });
    }

    fn integer(&mut self, node: &Node, text: &str, min: i64, max: i64) {
        let number = text.replace('_', "").parse::<i64>();
        if !number.is_ok_and(|number| (min..=max).contains(&number)) {
            self.report(Code::OutOfRange, &node.span, |fault| {
                fault
                    .text("value", text)
                    .text("min", limit_or_empty(min, i64::MIN))
                    .text("max", limit_or_empty(max, i64::from(u32::MAX)))
            });
        }
    }

    fn wrong_type(&mut self, node: &Node, shape: &Shape) {
        self.report(Code::WrongType, &node.span, |fault| {
            let fault = fault
                .label("expected", shape_label(shape))
                .label("found", value_label(&node.value));
            match (shape, &node.value) {
                (Shape::List { .. }, Value::Scalar(text, _)) => {
                    fault.text("value", text).hint("list")
                }
                (Shape::Text(_), Value::Scalar(text, Style::TomlLiteral)) => {
                    fault.text("value", text).hint("quotes")
                }
                _ => fault,
            }
        });
    }

    fn report(
        &mut self,
        code: Code,
        span: &Range<usize>,
        detail: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let fault = Diagnostic::new(code, Place::span(self.file, span.clone()));
        self.faults.push(detail(fault));
    }
}

/// Whether a list of this shape must hold something.
fn is_filled(shape: &Shape) -> bool {
    match shape {
        Shape::List { filled, .. } => *filled,
        Shape::Optional(shape) => is_filled(shape),
        Shape::Either(shapes) => shapes.iter().any(|shape| is_filled(shape)),
        _ => false,
    }
}

fn is_by_language(shape: &Shape) -> bool {
    match shape {
        Shape::ByLanguage(_) => true,
        Shape::Optional(shape) => is_by_language(shape),
        Shape::Either(shapes) => shapes.iter().any(|shape| is_by_language(shape)),
        _ => false,
    }
}

/// Whether a value is of the kind that this shape of several begins with: a text, a list and so on.
fn is_kind_of(node: &Node, shape: &Shape) -> bool {
    match (shape, &node.value) {
        (_, Value::Scalar(text, style)) => matches!(
            (shape, ScalarKind::of(text, *style)),
            (Shape::Integer { .. }, ScalarKind::Integer)
                | (Shape::Flag, ScalarKind::Flag)
                | (Shape::Text(_) | Shape::Word(_), ScalarKind::Text)
        ),
        (Shape::List { .. }, Value::List(_))
        | (Shape::Record(_) | Shape::Map(_) | Shape::ByLanguage(_), Value::Mapping(_)) => true,
        _ => false,
    }
}
