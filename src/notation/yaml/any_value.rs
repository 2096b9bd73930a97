//! Values of any type.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;

/// A value of any type: what a theme's own keys (`extra:`) hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnyValue(serde_yaml::Value);

impl Typed for AnyValue {
    const SHAPE: &'static Shape = &Shape::Any;

    fn absent() -> Option<Self> {
        Some(AnyValue::default())
    }

    fn to_value(&self) -> Value {
        value_of(&self.0)
    }
}

fn value_of(any: &serde_yaml::Value) -> Value {
    match any {
        serde_yaml::Value::Null => Value::Absent,
        serde_yaml::Value::Bool(flag) => Value::Flag(*flag),
        serde_yaml::Value::Number(number) => match number.as_i64() {
            Some(number) => Value::Number(number),
            None => Value::Text(number.to_string()),
        },
        serde_yaml::Value::String(text) => Value::Text(text.clone()),
        serde_yaml::Value::Sequence(items) => Value::list(items.iter().map(value_of)),
        serde_yaml::Value::Mapping(fields) => {
            let key = |key| match value_of(key) {
                Value::Text(text) => text,
                other => format!("{other:?}"),
            };
            Value::record(fields.iter().map(|(name, it)| (key(name), value_of(it))))
        }
        serde_yaml::Value::Tagged(tagged) => value_of(&tagged.value),
    }
}

impl AnyValue {
    /// What a mapping has under a key.
    pub fn field(&self, key: &str) -> Option<AnyValue> {
        self.0.get(key).cloned().map(AnyValue)
    }

    /// The number that it is.
    pub fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }
}

impl BorshSerialize for AnyValue {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let text = match &self.0 {
            serde_yaml::Value::Null => String::new(),
            value => serde_yaml::to_string(value).map_err(io::Error::other)?,
        };
        BorshSerialize::serialize(&text, writer)
    }
}

impl BorshDeserialize for AnyValue {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let text = String::deserialize_reader(reader)?;
        if text.is_empty() {
            return Ok(AnyValue::default());
        }
        serde_yaml::from_str(&text).map_err(io::Error::other)
    }
}
