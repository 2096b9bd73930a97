//! Typed values as data, so that code that knows no type can compare and show them.

use std::collections::BTreeMap;

/// A typed value as data. What is not given is [`Value::Absent`], whether the key is missing or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing.
    #[default]
    Absent,
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text, a date, an address.
    Text(String),
    /// A word of a closed list, or of a controlled one.
    Word(String),
    /// The kind and the id of a thing.
    Reference(&'static str, String),
    /// Items, at least one.
    List(Vec<Value>),
    /// Fields by key, at least one; none is absent.
    Record(BTreeMap<String, Value>),
}

impl Value {
    /// A list. One without items is absent.
    pub fn list(items: impl IntoIterator<Item = Value>) -> Value {
        let items: Vec<Value> = items.into_iter().collect();
        match items.is_empty() {
            true => Value::Absent,
            false => Value::List(items),
        }
    }

    /// A record. Absent fields are left out; a record without fields is absent.
    pub fn record<K: Into<String>>(fields: impl IntoIterator<Item = (K, Value)>) -> Value {
        let fields = fields.into_iter().map(|(key, value)| (key.into(), value));
        let fields: BTreeMap<String, Value> = fields.filter(|(_, it)| !it.is_absent()).collect();
        match fields.is_empty() {
            true => Value::Absent,
            false => Value::Record(fields),
        }
    }

    /// A record with the fields of another one, too.
    #[must_use]
    pub fn and(self, other: Value) -> Value {
        Value::record(self.into_fields().into_iter().chain(other.into_fields()))
    }

    /// Whether it is nothing.
    pub fn is_absent(&self) -> bool {
        *self == Value::Absent
    }

    /// The field with this key. Absent if it has none, or is no record.
    pub fn get(&self, key: &str) -> &Value {
        match self {
            Value::Record(fields) => fields.get(key).unwrap_or(&Value::Absent),
            _ => &Value::Absent,
        }
    }

    /// The items of a list. Anything else has none.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The fields of a record. Anything else has none.
    pub fn into_fields(self) -> BTreeMap<String, Value> {
        match self {
            Value::Record(fields) => fields,
            _ => BTreeMap::new(),
        }
    }

    /// The text, word or id that it is. `None` for anything else.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Word(text) | Value::Reference(_, text) => Some(text),
            _ => None,
        }
    }
}
