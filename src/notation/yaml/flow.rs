//! A tree written as YAML again, for `serde_yaml` to read: no other reader makes values.

use crate::notation::check::ScalarKind;
use crate::notation::tree::{Node, Value};

pub(super) fn write(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(text, style) if ScalarKind::of(text, *style) != ScalarKind::Text => {
            text.clone()
        }
        Value::Scalar(text, _) => quoted(text),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(write).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(entries) => {
            let entry =
                |(key, value): (&String, &Node)| format!("{}: {}", quoted(key), write(value));
            let entries = entries.iter().map(|it| (&it.key, &it.value));
            let entries: Vec<String> = entries.map(entry).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// A text in quotes. What JSON escapes, YAML and TOML read in the same way.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
