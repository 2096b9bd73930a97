//! What messages call shapes and values: keys of the catalogue.

use super::ScalarKind;
use crate::notation::schema::Shape;
use crate::notation::tree::{Style, Value};

pub(super) fn shape_label(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text(syntax) => syntax.name,
        Shape::Flag => "shape-flag",
        Shape::Integer { .. } => "shape-integer",
        Shape::Word(_) => "shape-word",
        Shape::List { .. } => "shape-list",
        Shape::Record(_) | Shape::Map(_) | Shape::ByLanguage(_) => "shape-mapping",
        Shape::Either(shapes) => shapes.first().map_or("shape-text", |it| shape_label(it)),
        Shape::Optional(shape) => shape_label(shape),
        Shape::Any => "shape-text",
    }
}

pub(super) fn value_label(value: &Value) -> &'static str {
    match value {
        Value::Null => "shape-nothing",
        Value::Scalar(text, style) => match (ScalarKind::of(text, *style), style) {
            (ScalarKind::Integer, _) => "shape-integer",
            (ScalarKind::Flag, _) => "shape-flag",
            (ScalarKind::Other, _) if is_decimal(text) => "shape-decimal",
            (_, Style::TomlLiteral) => "shape-bare",
            _ => "shape-text",
        },
        Value::List(_) => "shape-list",
        Value::Mapping(_) => "shape-mapping",
    }
}

fn is_decimal(text: &str) -> bool {
    text.replacen(',', ".", 1)
        .parse::<f64>()
        .is_ok_and(f64::is_finite)
}

/// A limit in a message; empty where it is only the limit of the number type.
pub(super) fn limit_or_empty(limit: i64, of_type: Option<i64>) -> String {
    if Some(limit) == of_type || limit == i64::MAX {
        String::new()
    } else {
        limit.to_string()
    }
}
