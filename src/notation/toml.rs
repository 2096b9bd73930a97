//! The only module that reads TOML: settings and theme manifests.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::check;
use super::schema::Typed;
use super::tree::{Entry, Node, Style, Value};
use super::trial::Trial;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// Reads a TOML file.
///
/// # Errors
/// Every fault of syntax; if there is none, every difference from the schema.
pub fn read<T: Typed>(file: &SourcePath, source: &str) -> Result<T, Vec<Diagnostic>> {
    let failure = match ::toml::from_str::<T>(source) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let read = read_value;
    let trial = Trial { source, read };
    let faults = check::check(file, &tree(file, source)?, T::SHAPE, Some(trial));
    if faults.is_empty() {
        Err(vec![syntax(file, &failure)])
    } else {
        Err(faults)
    }
}

/// Reads TOML into a tree with places.
///
/// # Errors
/// Every fault of syntax.
pub fn tree(file: &SourcePath, source: &str) -> Result<Node, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        Ok(mapping(&table, 0..source.len()))
    } else {
        Err(errors.iter().map(|error| syntax(file, error)).collect())
    }
}

/// Reads a value without its key.
fn read_value(text: &str) -> Option<Node> {
    let root = tree(&SourcePath::new(""), &format!("value = {text}")).ok()?;
    match root.value {
        Value::Mapping(entries) => entries.into_iter().next().map(|entry| entry.value),
        _ => None,
    }
}

fn syntax(file: &SourcePath, error: &::toml::de::Error) -> Diagnostic {
    let place = error
        .span()
        .map_or_else(|| Place::whole(file), |span| Place::span(file, span));
    Diagnostic::new(Code::TomlSyntax, place).text("detail", error.message())
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
