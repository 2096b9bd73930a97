//! What templates see: their variables, and the types of these.

use serde_json::{Value, json};

use super::themes::cell;
use crate::base::view_fields::Shape;
use crate::content::views::{TEMPLATES, VIEW_FIELDS, view_types};

/// The templates, each with its variables.
pub(super) fn templates() -> Value {
    json!(TEMPLATES)
}

/// The variables of all templates, each with its type.
pub(super) fn variables() -> Value {
    let variables = VIEW_FIELDS.variables.iter();
    let variables = variables.map(|(name, shape)| json!({ "name": name, "holds": holds(shape) }));
    variables.collect()
}

/// The types of what templates see, with their fields.
pub(super) fn types() -> Vec<Value> {
    let said = view_types();
    let doc = |schema: Option<&Value>| {
        let doc = schema.and_then(|it| it.get("description"));
        cell(doc.and_then(Value::as_str).unwrap_or_default())
    };
    let records = VIEW_FIELDS.records.iter().map(|(name, fields)| {
        let schema = said.get(name);
        let of_field = |field: &str| schema?.get("properties")?.get(field);
        let fields = fields.iter().map(
            |(field, shape)| json!({ "name": field, "holds": holds(shape), "doc": doc(of_field(field)) }),
        );
        json!({
            "name": name,
            "anchor": anchor(name),
            "doc": doc(schema),
            "fields": fields.collect::<Value>(),
        })
    });
    records.collect()
}

/// The type of a value: with `[]` behind it a list, with `{}` values by name. Empty for a text, a number or a flag.
fn holds(shape: &Shape) -> String {
    match shape {
        Shape::Scalar => String::new(),
        Shape::Any => "*".to_owned(),
        Shape::List(item) => holds(item) + "[]",
        Shape::Map(value) => holds(value) + "{}",
        Shape::Record(name) => format!("[{name}](#{})", anchor(name)),
    }
}

fn anchor(name: &str) -> String {
    format!("type-{}", name.to_lowercase())
}
