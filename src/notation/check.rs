//! A tree of values held against a shape: every fault, at its place, with its hint.

use std::collections::BTreeMap;

use super::italian;
use super::node::{Entry, Node, Style, Value};
use super::shape::{Record, Shape, Syntax, Typed};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::SourcePath;

/// Every way in which the tree differs from the shape, in the order of the text.
pub fn check(file: &SourcePath, node: &Node, shape: &Shape) -> Vec<Diagnostic> {
    let mut checker = Checker {
        file,
        faults: Vec::new(),
    };
    match (shape, &node.value) {
        // Nothing at all is a mapping without keys.
        (Shape::Record(record), Value::Null) => checker.record(node, &[], record),
        _ => checker.node(node, shape),
    }
    checker.faults
}

/// The candidate that looks most like `word`, if one looks like it at all.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let tolerance = (word.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= tolerance)
        .min()
        .map(|(_, candidate)| candidate)
}

struct Checker<'a> {
    file: &'a SourcePath,
    faults: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn node(&mut self, node: &Node, shape: &Shape) {
        match (shape, &node.value) {
            (Shape::Optional(_), Value::Null) => {}
            (Shape::Free, _) => self.free(node),
            (Shape::Optional(inner), _) => self.node(node, inner),
            (Shape::List { item, .. }, Value::List(items)) => {
                items.iter().for_each(|each| self.node(each, item));
            }
            (Shape::Record(record), Value::Mapping(entries)) => self.record(node, entries, record),
            (Shape::Map(value), Value::Mapping(entries)) => {
                self.no_key_twice(entries);
                entries
                    .iter()
                    .for_each(|entry| self.node(&entry.value, value));
            }
            (Shape::ByLanguage(value), Value::Mapping(entries)) => {
                self.no_key_twice(entries);
                for entry in entries {
                    self.language(entry);
                    self.node(&entry.value, value);
                }
            }
            (Shape::Either(shapes), _) => match shapes.iter().find(|shape| is_kind_of(node, shape))
            {
                Some(shape) => self.node(node, shape),
                None => self.wrong_type(node, shape),
            },
            (Shape::Text(syntax), Value::Scalar(text, style)) if *style != Style::Typed => {
                self.text(node, text, syntax);
            }
            (Shape::Word(words), Value::Scalar(text, _)) => self.word(node, text, words),
            (Shape::Flag, Value::Scalar(text, style)) if is_flag(text, *style) => {}
            (Shape::Integer { min, max }, Value::Scalar(text, style))
                if is_integer(text, *style) =>
            {
                self.integer(node, text, *min, *max);
            }
            _ => self.wrong_type(node, shape),
        }
    }

    /// Any value; all that can be wrong with it is a key that it has twice, or a number that no
    /// machine can hold.
    fn free(&mut self, node: &Node) {
        match &node.value {
            Value::Mapping(entries) => {
                self.no_key_twice(entries);
                entries.iter().for_each(|entry| self.free(&entry.value));
            }
            Value::List(items) => items.iter().for_each(|item| self.free(item)),
            Value::Scalar(text, style)
                if is_integer(text, *style) && text.parse::<u64>().is_err() =>
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
                        self.report(Code::EmptyValue, &entry.key_span, |fault| {
                            fault.text("key", field.key)
                        });
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
            if !entries
                .iter()
                .any(|entry| stands_for(&entry.key, field.key, record))
            {
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
            value: Value::Scalar(entry.key.clone(), Style::Text),
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
        let free = |key: &&'static str| !siblings.iter().any(|sibling| sibling.key == **key);
        let english = english_key(&entry.key, record).filter(free);
        let keys: Vec<&str> = record
            .all_fields()
            .map(|field| field.key)
            .filter(free)
            .collect();
        let near = nearest(&entry.key, keys.iter().copied());
        self.report(Code::UnknownKey, &entry.key_span, |fault| {
            let fault = fault.text("key", &entry.key);
            match (english, near) {
                (Some(english), _) => fault.text("english", english).hint("english"),
                (None, Some(near)) => fault.text("near", near).hint("near"),
                (None, None) => fault.text("keys", keys.join(", ")).hint("keys"),
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
        if !text
            .replace('_', "")
            .parse()
            .is_ok_and(|number: i64| min <= number && number <= max)
        {
            self.report(Code::OutOfRange, &node.span, |fault| {
                fault
                    .text("value", text)
                    .text("min", limit(min, i64::MIN))
                    .text("max", limit(max, i64::from(u32::MAX)))
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
                (Shape::Text(_), Value::Scalar(text, Style::Typed)) => {
                    fault.text("value", text).hint("quotes")
                }
                _ => fault,
            }
        });
    }

    fn report(
        &mut self,
        code: Code,
        span: &std::ops::Range<usize>,
        detail: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let fault = Diagnostic::new(code, Place::span(self.file, span.clone()));
        self.faults.push(detail(fault));
    }
}

/// The key that an unknown one was meant as, unless that one is there too.
pub(super) fn meant(
    entry: &Entry,
    siblings: &[Entry],
    record: &'static Record,
) -> Option<&'static str> {
    if record.field(&entry.key).is_some() {
        return None;
    }
    let free = |key: &&'static str| !siblings.iter().any(|sibling| sibling.key == **key);
    let keys = record.all_fields().map(|field| field.key).filter(free);
    english_key(&entry.key, record)
        .filter(free)
        .or_else(|| nearest(&entry.key, keys))
}

/// The English key that an Italian one means in this record.
fn english_key(key: &str, record: &'static Record) -> Option<&'static str> {
    italian::english(key)
        .iter()
        .find_map(|english| record.field(english))
        .map(|field| field.key)
}

/// Whether a written key is, or was meant as, this field: a misspelt key is one fault, not two.
fn stands_for(written: &str, key: &'static str, record: &'static Record) -> bool {
    written == key
        || record.field(written).is_none()
            && (english_key(written, record) == Some(key) || nearest(written, [key]).is_some())
}

fn is_flag(text: &str, style: Style) -> bool {
    style != Style::Text && matches!(text, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
}

/// Whether it is a whole number as serde reads one: without noughts before it, with `_` between its
/// digits in TOML only.
fn is_integer(text: &str, style: Style) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'_' && style == Style::Typed;
    style != Style::Text
        && digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(is_part)
        && (text == "0" || !digits.starts_with('0'))
}

/// Whether serde reads something else than a text there, when it is not told what to expect.
fn is_typed(text: &str, style: Style) -> bool {
    let digits = text.trim_start_matches(['-', '+']);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && (digits.parse::<f64>().is_ok()
            || matches!(digits.to_ascii_lowercase().as_str(), ".inf" | ".nan")
            || ["0x", "0o", "0b"]
                .iter()
                .any(|base| digits.starts_with(base)));
    style == Style::Typed || style == Style::Plain && (is_number || is_flag(text, style))
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

fn is_kind_of(node: &Node, shape: &Shape) -> bool {
    match (shape, &node.value) {
        (Shape::Integer { .. }, Value::Scalar(text, style)) => is_integer(text, *style),
        (Shape::Flag, Value::Scalar(text, style)) => is_flag(text, *style),
        (Shape::Text(_) | Shape::Word(_), Value::Scalar(text, style)) => !is_typed(text, *style),
        (Shape::List { .. }, Value::List(_))
        | (Shape::Record(_) | Shape::Map(_) | Shape::ByLanguage(_), Value::Mapping(_)) => true,
        _ => false,
    }
}

/// A limit in a message; nothing where it is only that of the machine's numbers.
fn limit(limit: i64, machine: i64) -> String {
    if limit == machine || limit == i64::MAX {
        String::new()
    } else {
        limit.to_string()
    }
}

fn shape_label(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text(syntax) => syntax.name,
        Shape::Flag => "shape-flag",
        Shape::Integer { .. } => "shape-integer",
        Shape::Word(_) => "shape-word",
        Shape::List { .. } => "shape-list",
        Shape::Record(_) | Shape::Map(_) | Shape::ByLanguage(_) => "shape-mapping",
        Shape::Either(shapes) => shapes
            .first()
            .map_or("shape-text", |shape| shape_label(shape)),
        Shape::Optional(shape) => shape_label(shape),
        Shape::Free => "shape-text",
    }
}

fn value_label(value: &Value) -> &'static str {
    match value {
        Value::Null => "shape-nothing",
        Value::Scalar(text, style) if is_integer(text, *style) => "shape-integer",
        Value::Scalar(text, style) if is_flag(text, *style) => "shape-flag",
        Value::Scalar(_, Style::Typed) => "shape-bare",
        Value::Scalar(..) => "shape-text",
        Value::List(_) => "shape-list",
        Value::Mapping(_) => "shape-mapping",
    }
}
