//! The only module that reads TOML: settings and theme manifests.

mod advice;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use serde::{Serialize, Serializer};

use super::check::{self, ScalarKind};
use super::reading::Reading;
use super::repair::repair;
use super::schema::{Shape, Typed};
use super::tree::{Entry, Node, Style, Value};
use super::trial::Trial;
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, At, Diagnostic, NodePath};
use crate::base::source::SourcePath;

/// Reads a TOML file.
///
/// # Errors
/// Every fault of syntax; if there is none, every difference from the schema.
pub fn read<T: Typed>(file: &SourcePath, source: &str) -> Result<T, Vec<Diagnostic>> {
    read_in_part(file, source).without_faults()
}

/// Reads what can be read of a TOML file. The faults are those of [`read`].
pub fn read_in_part<T: Typed>(file: &SourcePath, source: &str) -> Reading<T> {
    let failure = match ::toml::from_str::<T>(source) {
        Ok(value) => return Reading::whole(value, Vec::new()),
        Err(error) => error,
    };
    let (mut tree, mut faults) = tree_with_faults(file, source, T::SHAPE);
    let is_whole = faults.is_empty();
    if is_whole {
        let read = read_value;
        let trial = Trial { source, read };
        faults = check::check(file, &tree, T::SHAPE, Some(trial));
        let advised = |fault| advised(fault, source, T::SHAPE);
        faults = faults.into_iter().map(advised).collect();
        if faults.is_empty() {
            let errors = [&failure].into_iter();
            return Reading::failed(advice::faults(file, source, errors, T::SHAPE));
        }
    }
    let written = tree.clone();
    let mut unread = repair(&mut tree, T::SHAPE);
    if !is_whole {
        unread.extend(lost(&written, &faults, T::SHAPE));
    }
    let value = ::toml::Value::try_from(Plain(&tree)).ok();
    Reading {
        value: value.and_then(|it| it.try_into().ok()),
        unread,
        faults,
    }
}

/// The keys of which there may be more in the text than in the tree because of faults of syntax: those that are not in the
/// tree, and the last before each fault.
fn lost(tree: &Node, faults: &[Diagnostic], shape: &Shape) -> Vec<NodePath> {
    let Shape::Record(record) = shape else {
        return vec![NodePath::default()];
    };
    let before = |fault: &Diagnostic| {
        let At::Span(span) = fault.place.at else {
            return None;
        };
        let mut entries = tree.entries().iter().rev();
        entries.find(|entry| entry.key_span.start <= span.range().start)
    };
    let broken: Vec<&str> = faults
        .iter()
        .filter_map(before)
        .map(|entry| entry.key.as_str())
        .collect();
    let fields = record.all_fields().filter(|field| {
        let is_read = tree.get(field.key).is_some();
        !is_read || broken.contains(&field.key)
    });
    fields
        .map(|field| NodePath::default().key(field.key))
        .collect()
}

/// Reads TOML into a tree with places.
///
/// # Errors
/// Every fault of syntax.
pub fn tree(file: &SourcePath, source: &str) -> Result<Node, Vec<Diagnostic>> {
    let (tree, faults) = tree_with_faults(file, source, &Shape::Any);
    match faults.is_empty() {
        true => Ok(tree),
        false => Err(faults),
    }
}

/// Reads what can be read of TOML into a tree with places. Returns every fault of syntax too.
fn tree_with_faults(file: &SourcePath, source: &str, shape: &Shape) -> (Node, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(source);
    let faults = advice::faults(file, source, errors.iter(), shape);
    (mapping(&table, 0..source.len()), faults)
}

/// A tree as the values that it stands for.
struct Plain<'a>(&'a Node);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_none(),
            Value::Scalar(text, style) => match ScalarKind::of(text, *style) {
                ScalarKind::Flag => serializer.serialize_bool(text == "true"),
                ScalarKind::Integer if let Ok(number) = text.parse() => {
                    serializer.serialize_i64(number)
                }
                _ => serializer.serialize_str(text),
            },
            Value::List(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Mapping(entries) => {
                serializer.collect_map(entries.iter().map(|it| (&it.key, Plain(&it.value))))
            }
        }
    }
}

/// The fault with what is right in TOML: where to move a key that belongs to the whole file, but comes behind the beginning
/// of a block, and how a list of blocks is begun.
fn advised(mut fault: Diagnostic, source: &str, whole: &Shape) -> Diagnostic {
    let is_of_whole = |key: &str| match whole {
        Shape::Record(record) => record.field(key).is_some(),
        _ => false,
    };
    let mut args = fault.args.iter();
    let is_out_of_place = args.any(|(name, value)| match value {
        Arg::Text(key) => *name == "key" && is_of_whole(key),
        _ => false,
    });
    let written = match fault.place.at {
        At::Span(span) => source.get(span.range()).unwrap_or_default(),
        _ => "",
    };
    match (fault.code, fault.hint.as_deref()) {
        (Code::UnknownKey, _) if is_out_of_place => fault.hint = Some("above".into()),
        (Code::MissingKey, _) => fault.hint = Some("toml".into()),
        (Code::WrongType, Some("entries")) if written.starts_with('[') => {
            return fault.text("mended", format!("[{written}]")).hint("mended");
        }
        _ => {}
    }
    fault
}

/// Reads a value without its key.
fn read_value(text: &str) -> Option<Node> {
    let root = tree(&SourcePath::new(""), &format!("value = {text}")).ok()?;
    match root.value {
        Value::Mapping(entries) => entries.into_iter().next().map(|entry| entry.value),
        _ => None,
    }
}

fn mapping(table: &Spanned<DeTable<'_>>, span: std::ops::Range<usize>) -> Node {
    let entries = table.get_ref().iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        key_span: key.span(),
        value: node(value),
    });
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Node {
        span,
        value: Value::Mapping(entries),
    }
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let literal = |text: &str| Value::Scalar(text.to_owned(), Style::TomlLiteral);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Scalar(text.to_string(), Style::Quoted),
        DeValue::Integer(number) => literal(number.as_str()),
        DeValue::Float(number) => literal(number.as_str()),
        DeValue::Boolean(flag) => literal(if *flag { "true" } else { "false" }),
        DeValue::Datetime(moment) => literal(&moment.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => {
            return mapping(&Spanned::new(span.clone(), table.clone()), span);
        }
    };
    Node { span, value }
}
