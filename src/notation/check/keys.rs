//! The keys of a mapping compared with a record.

use std::collections::BTreeMap;

use super::Checker;
use crate::base::code::Code;
use crate::base::diagnostic::Place;
use crate::base::language::Language;
use crate::notation::schema::{Record, Shape, Typed};
use crate::notation::suggest::{self, Suggestion};
use crate::notation::tree::{Entry, Node, Style, Value};

impl Checker<'_> {
    pub(super) fn record(&mut self, node: &Node, entries: &[Entry], record: &'static Record) {
        self.no_key_twice(entries);
        let free = suggest::free_keys(entries, record);
        for entry in entries {
            match record.field(&entry.key) {
                Some(field) if entry.value.value == Value::Null => {
                    if !field.is_optional() {
                        self.empty(entry);
                    }
                }
                Some(field) if refuses_empty(field.shape, &entry.value.value) => self.empty(entry),
                Some(field) => self.node(&entry.value, field.shape),
                None if record.refused.contains(&entry.key.as_str()) => {
                    self.report(Code::RefusedKey, &entry.key_span, |fault| {
                        fault.text("key", &entry.key)
                    });
                }
                None => self.unknown_key(entry, &free, record),
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

    pub(super) fn by_language(&mut self, entries: &[Entry], value: &Shape) {
        self.no_key_twice(entries);
        for entry in entries {
            let key = Node {
                span: entry.key_span.clone(),
                value: Value::Scalar(entry.key.clone(), Style::Quoted),
            };
            self.node(&key, Language::SHAPE);
            self.node(&entry.value, value);
        }
    }

    pub(super) fn no_key_twice(&mut self, entries: &[Entry]) {
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

    fn empty(&mut self, entry: &Entry) {
        self.report(Code::EmptyValue, &entry.key_span, |fault| {
            fault.text("key", &entry.key)
        });
    }

    fn unknown_key(&mut self, entry: &Entry, free: &[&'static str], record: &'static Record) {
        self.report(Code::UnknownKey, &entry.key_span, |fault| {
            let fault = fault.text("key", &entry.key);
            match suggest::key_for(&entry.key, free, record) {
                Some(Suggestion::English(key)) => fault.text("english", key).hint("english"),
                Some(Suggestion::Near(key)) => fault.text("near", key).hint("near"),
                None => fault.text("keys", free.join(", ")).hint("keys"),
            }
        });
    }
}

/// Whether a value is an empty list or mapping where this shape must have something.
fn refuses_empty(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Optional(inner), _) => refuses_empty(inner, value),
        (Shape::Either(shapes), _) => shapes.iter().any(|it| refuses_empty(it, value)),
        (Shape::List { filled, .. }, Value::List(items)) => *filled && items.is_empty(),
        (Shape::ByLanguage(_), Value::Mapping(entries)) => entries.is_empty(),
        _ => false,
    }
}
