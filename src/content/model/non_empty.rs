//! Lists that have at least one item.

use std::ops::Deref;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;

/// A list with at least one item.
#[derive(Clone, Debug, PartialEq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(try_from = "Box<[T]>", bound(deserialize = "T: Deserialize<'de>"))]
pub struct NonEmpty<T: Clone>(Box<[T]>);

impl<T: Clone> TryFrom<Box<[T]>> for NonEmpty<T> {
    type Error = &'static str;

    fn try_from(items: Box<[T]>) -> Result<Self, Self::Error> {
        if items.is_empty() {
            Err("an empty list")
        } else {
            Ok(NonEmpty(items))
        }
    }
}

impl<T: Clone> Deref for NonEmpty<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Typed + Clone> Typed for NonEmpty<T> {
    const SHAPE: &'static Shape = &Shape::List {
        item: T::SHAPE,
        filled: true,
    };

    fn to_value(&self) -> Value {
        Value::list(self.iter().map(T::to_value))
    }
}
