//! Values of any type.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::notation::schema::{Shape, Typed};

/// A value of any type: what a theme's own keys (`extra:`) hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnyValue(serde_yaml::Value);

impl Typed for AnyValue {
    const SHAPE: &'static Shape = &Shape::Any;

    fn absent() -> Option<Self> {
        Some(AnyValue::default())
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
