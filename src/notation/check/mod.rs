//! A tree of values compared with a schema: every fault, at its place, with its hint.

mod keys;
mod labels;
mod lost_text;
mod proposals;
mod scalar_kind;
mod scalars;

use std::ops::Range;

use super::schema::Shape;
use super::tree::{Entry, Node, Value};
use super::trial::Trial;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::source::SourcePath;
use crate::base::utf8::{is_printable, unprintable_code};
use labels::{shape_label, value_label};

pub(super) use keys::{glued_pair, refuses_empty};
pub use lost_text::may_lose_text;
pub(super) use proposals::flag;
pub use scalar_kind::ScalarKind;

/// Reports every way in which the tree differs from the shape, in the order of the text, and what YAML reads otherwise
/// than it was meant. Without a trial, no proposals are made.
pub fn check(
    file: &SourcePath,
    node: &Node,
    shape: &Shape,
    trial: Option<Trial<'_>>,
) -> Vec<Diagnostic> {
    let mut checker = Checker {
        file,
        trial,
        needs_ids: false,
        faults: Vec::new(),
    };
    match (shape, &node.value) {
        // An empty text is a mapping without keys.
        (Shape::Record(record), Value::Null) => checker.record(node, &[], record),
        _ => checker.node(node, shape),
    }
    checker.faults
}

/// Whether a value that is proposed follows the shape, and has ids where references go.
pub fn is_proper(node: &Node, shape: &Shape) -> bool {
    let file = SourcePath::new("");
    let mut checker = Checker {
        file: &file,
        trial: None,
        needs_ids: true,
        faults: Vec::new(),
    };
    checker.node(node, shape);
    checker.faults.is_empty()
}

struct Checker<'a> {
    file: &'a SourcePath,
    trial: Option<Trial<'a>>,
    /// Whether names are refused where ids go. What an editor writes there is looked up.
    needs_ids: bool,
    faults: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn node(&mut self, node: &Node, shape: &Shape) {
        match (shape, &node.value) {
            (_, Value::Scalar(text, _)) if !text.chars().all(is_printable) => {
                self.report(Code::UnprintableCharacter, &node.span, |fault| {
                    fault.text("code", unprintable_code(text))
                });
            }
            (Shape::Optional(_), Value::Null) => {}
            (Shape::Any, _) => self.any(node),
            (Shape::Optional(inner), _) => self.node(node, inner),
            (Shape::List { item, .. }, Value::List(items)) => {
                items.iter().for_each(|each| self.node(each, item));
            }
            (Shape::Record(record), Value::Mapping(entries)) => self.record(node, entries, record),
            (Shape::Map(value), Value::Mapping(entries)) => self.map(entries, value),
            (Shape::ByLanguage(value), Value::Mapping(entries)) => {
                self.by_language(entries, value);
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
            Value::Scalar(text, style) => self.reformatted_number(node, text, *style),
            Value::Null => {}
        }
    }

    fn wrong_type(&mut self, node: &Node, shape: &Shape) {
        let mended = self.propose(node, shape);
        let written = self.trial.and_then(|it| it.source.get(node.span.clone()));
        // What is proposed would take an editor's comment away.
        let has_comment = written.is_some_and(|it| it.contains('#'));
        self.report(Code::WrongType, &node.span, |fault| {
            let fault = fault
                .label("expected", shape_label(shape))
                .label("found", value_label(&node.value));
            let is_list = shape_label(shape) == "shape-list";
            match (mended, shape.record()) {
                _ if is_list && let Some(key) = key_after_sign(node) => {
                    fault.text("form", format!("- {key}: …")).hint("sign")
                }
                // Several lines cannot be shown in one.
                (Some((mended, _)), _) if mended.contains('\n') => {
                    fault.text("mended", mended).hint("dash")
                }
                (Some((mended, is_certain)), _) => {
                    let is_certain = is_certain && !has_comment;
                    let change = is_certain.then(|| Change::Text(mended.clone()));
                    fault.text("mended", mended).hint("mended").fix(change)
                }
                (None, Some(record)) => {
                    let keys: Vec<&str> = record.all_fields().map(|field| field.key).collect();
                    let hint = if is_list { "entries" } else { "keys" };
                    fault.text("keys", keys.join(", ")).hint(hint)
                }
                (None, None) if let Some(table) = written.and_then(|it| it.strip_suffix("]]")) => {
                    fault
                        .text("mended", format!("{table}.main]]"))
                        .hint("mended")
                }
                (None, None) => match shape_label(shape) {
                    "shape-list" => fault.hint("list"),
                    "shape-integer" => fault.hint("number"),
                    "shape-flag" => fault.hint("flag"),
                    _ => fault,
                },
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

/// The first key of a group, without the sign before it that was meant to begin an entry of a list: `id` of `-id: sindaci`,
/// `• id: sindaci` and `1. id: sindaci`. `None` if there is no such sign.
fn key_after_sign(node: &Node) -> Option<&str> {
    let Value::Mapping(entries) = &node.value else {
        return None;
    };
    let key = entries.first()?.key.as_str();
    let bare = key.trim_start_matches(|c: char| !c.is_alphabetic());
    (bare.len() < key.len() && !bare.is_empty()).then_some(bare)
}

/// Whether a value is of the kind that this shape of several begins with: a text, a list and so on.
pub(super) fn is_kind_of(node: &Node, shape: &Shape) -> bool {
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
