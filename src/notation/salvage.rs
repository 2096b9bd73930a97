//! What a faulty value still says.
//!
//! A page with a misspelt key is at fault and is not published; but its references and numbers can be
//! checked in the same run, so that an editor hears of everything at once. A misspelt key counts as
//! the one that it was meant as, an unknown one as not there. Any other fault leaves too much open.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::check;
use super::node::{Entry, Node, Style, Value};
use super::shape::{Record, Shape, Typed};
use crate::base::language::Language;
use crate::base::source::SourcePath;

/// The value in a tree whose only faults are its keys.
pub(super) fn salvage<T: Typed>(file: &SourcePath, mut tree: Node) -> Option<T> {
    mend(&mut tree, T::SHAPE);
    if check::check(file, &tree, T::SHAPE).is_empty() {
        T::deserialize(&tree).ok()
    } else {
        None
    }
}

fn mend(node: &mut Node, shape: &Shape) {
    match (shape, &mut node.value) {
        (Shape::Optional(inner), _) => mend(node, inner),
        (Shape::List { item, .. }, Value::List(items)) => {
            items.iter_mut().for_each(|it| mend(it, item))
        }
        (Shape::Map(inner), Value::Mapping(entries)) => {
            entries
                .iter_mut()
                .for_each(|entry| mend(&mut entry.value, inner));
        }
        (Shape::ByLanguage(inner), Value::Mapping(entries)) => {
            entries.retain(|entry| Language::parse(&entry.key).is_some());
            entries
                .iter_mut()
                .for_each(|entry| mend(&mut entry.value, inner));
        }
        (Shape::Record(record), Value::Mapping(entries)) => mend_keys(entries, record),
        (Shape::Either(shapes), Value::Mapping(_)) => {
            let record = shapes
                .iter()
                .find(|shape| matches!(shape, Shape::Record(_)));
            record.into_iter().for_each(|record| mend(node, record));
        }
        _ => {}
    }
}

fn mend_keys(entries: &mut Vec<Entry>, record: &'static Record) {
    for index in 0..entries.len() {
        let meant = entries
            .get(index)
            .and_then(|entry| check::meant(entry, entries, record));
        if let (Some(key), Some(entry)) = (meant, entries.get_mut(index)) {
            key.clone_into(&mut entry.key);
        }
    }
    entries.retain(|entry| record.field(&entry.key).is_some());
    for entry in entries {
        if let Some(field) = record.field(&entry.key) {
            mend(&mut entry.value, field.shape);
        }
    }
}

impl<'de> IntoDeserializer<'de, Error> for &'de Node {
    type Deserializer = &'de Node;

    fn into_deserializer(self) -> &'de Node {
        self
    }
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Value::Mapping(entries) => {
                let pairs = entries
                    .iter()
                    .map(|entry| (entry.key.as_str(), &entry.value));
                visitor.visit_map(MapDeserializer::new(pairs))
            }
            Value::Scalar(text, Style::Text) => visitor.visit_str(text),
            Value::Scalar(text, Style::Plain | Style::Typed) => {
                match (text.parse::<i64>(), text.as_str()) {
                    (Ok(number), _) => visitor.visit_i64(number),
                    (Err(_), "true" | "True" | "TRUE") => visitor.visit_bool(true),
                    (Err(_), "false" | "False" | "FALSE") => visitor.visit_bool(false),
                    (Err(_), text) => visitor.visit_str(text),
                }
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value == Value::Null {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    // A bare number or flag is a text where a text belongs.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.value {
            Value::Scalar(text, _) => visitor.visit_str(text),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
