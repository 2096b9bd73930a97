//! The schema of a type: what its values look like when they are written.

use std::num::NonZeroU32;

use serde::de::DeserializeOwned;

use super::meant;
use super::value::Value;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Change;

/// A type that structured text can be read into.
///
/// The serde implementation and the shape must agree: what serde refuses, [`super::check`] explains.
/// Both come from one declaration ([`record!`](crate::record) and its like).
pub trait Typed: DeserializeOwned {
    /// What a value looks like.
    const SHAPE: &'static Shape;

    /// The value of an absent key. Returns `None` if the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// The value as data.
    fn to_value(&self) -> Value;
}

/// What a value looks like.
#[derive(Debug)]
pub enum Shape {
    /// A text with a syntax of its own: an id, a date.
    Text(&'static Syntax),
    /// `true` or `false`.
    Flag,
    /// A whole number in a range.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// One word of a closed list.
    Word(&'static [&'static str]),
    /// A list.
    List {
        /// The shape of its items.
        item: &'static Shape,
        /// Whether it must have an item.
        filled: bool,
    },
    /// Named fields.
    Record(&'static Record),
    /// Any keys, values of one shape.
    Map(&'static Shape),
    /// Language tags as keys, values of one shape; at least one.
    ByLanguage(&'static Shape),
    /// One of several shapes, told apart by being a text, a number, a flag, a list or a mapping.
    Either(&'static [&'static Shape]),
    /// Anything.
    Any,
    /// This shape, and the key may be left out.
    Optional(&'static Shape),
}

impl Shape {
    /// The record that it is, or that its items are.
    pub fn record(&self) -> Option<&'static Record> {
        match self {
            Shape::Record(record) => Some(record),
            Shape::Optional(inner) | Shape::List { item: inner, .. } => inner.record(),
            _ => None,
        }
    }
}

/// The syntax of a text.
#[derive(Debug)]
pub struct Syntax {
    /// What a message calls it: a key of the catalogue, `shape-date`.
    pub name: &'static str,
    /// The code of a text that does not follow it.
    pub code: Code,
    /// Whether a text follows it.
    pub admits: fn(&str) -> bool,
    /// What a text that does not follow it may be meant as.
    pub meant: fn(&str) -> Option<String>,
}

impl Syntax {
    /// Whether it admits any text, not only ids, dates and the like.
    pub fn is_free(&self) -> bool {
        (self.admits)("a #b")
    }

    /// Adds to a fault of this syntax what a message says of the text, and what may be meant.
    pub fn fault(&self, fault: Diagnostic, text: &str) -> Diagnostic {
        let fault = fault.text("value", text).label("shape", self.name);
        match (self.meant)(text).filter(|meant| (self.admits)(meant)) {
            Some(near) => propose(fault, text, near),
            None if self.name == "shape-reference" => fault.hint("reference"),
            None if self.code == Code::BadDate
                && let Some(day) = meant::last_day(text) =>
            {
                fault.text("near", day).hint("near")
            }
            None if self.name == "shape-partial-date" => fault.hint(match meant::is_still(text) {
                true => "still",
                false => "partial",
            }),
            None if self.name == "shape-warning" => fault.hint("warning"),
            None => fault,
        }
    }
}

/// Adds to a fault what may be meant, as a fix if it only differs in signs.
fn propose(fault: Diagnostic, text: &str, near: String) -> Diagnostic {
    let change = says_the_same(text, &near).then(|| Change::word(text, &near));
    fault.text("near", near).hint("near").fix(change)
}

/// Whether a text has the letters and digits of another, and only signs that differ; or whether it is a date with its year.
fn says_the_same(text: &str, near: &str) -> bool {
    let bare = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let is_date = || {
        let year = near.get(..4).filter(|_| near.get(4..5) == Some("-"));
        year.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()) && text.contains(it))
    };
    bare(text) == bare(near) || is_date()
}

/// A type with named fields.
#[derive(Debug)]
pub struct Record {
    /// The name of the type.
    pub name: &'static str,
    /// What the type is, for readers of the schema.
    pub doc: &'static str,
    /// Its own fields.
    pub fields: &'static [Field],
    /// The fields that it shares with other types.
    pub shared: &'static [&'static Record],
    /// Keys that are refused with a reason, because they would publish personal data.
    pub refused: &'static [&'static str],
}

/// A named field.
#[derive(Debug)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What it holds, for readers of the schema.
    pub doc: &'static str,
    /// What its value looks like.
    pub shape: &'static Shape,
}

impl Record {
    /// All fields, its own first.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields
            .iter()
            .chain(self.shared.iter().flat_map(|record| record.fields))
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.all_fields().find(|field| field.key == key)
    }
}

impl Field {
    /// Whether the key may be left out.
    pub fn is_optional(&self) -> bool {
        matches!(
            self.shape,
            Shape::Optional(_) | Shape::List { filled: false, .. } | Shape::Map(_) | Shape::Any
        )
    }
}

impl<T: Typed> Typed for Option<T> {
    const SHAPE: &'static Shape = &Shape::Optional(T::SHAPE);

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn to_value(&self) -> Value {
        self.as_ref().map(T::to_value).unwrap_or_default()
    }
}

impl<T: Typed> Typed for Box<[T]> {
    const SHAPE: &'static Shape = &Shape::List {
        item: T::SHAPE,
        filled: false,
    };

    fn absent() -> Option<Self> {
        Some(Box::default())
    }

    fn to_value(&self) -> Value {
        Value::list(self.iter().map(T::to_value))
    }
}

impl<T: Typed> Typed for std::sync::Arc<T> {
    const SHAPE: &'static Shape = T::SHAPE;

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }

    fn to_value(&self) -> Value {
        T::to_value(self)
    }
}

impl<T: Typed> Typed for std::collections::BTreeMap<String, T> {
    const SHAPE: &'static Shape = &Shape::Map(T::SHAPE);

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn to_value(&self) -> Value {
        Value::record(self.iter().map(|(key, it)| (key.clone(), it.to_value())))
    }
}

impl Typed for bool {
    const SHAPE: &'static Shape = &Shape::Flag;

    fn to_value(&self) -> Value {
        Value::Flag(*self)
    }
}

impl Typed for i64 {
    const SHAPE: &'static Shape = &Shape::Integer {
        min: i64::MIN,
        max: i64::MAX,
    };

    fn to_value(&self) -> Value {
        Value::Number(*self)
    }
}

impl Typed for NonZeroU32 {
    const SHAPE: &'static Shape = &Shape::Integer {
        min: 1,
        max: u32::MAX as i64,
    };

    fn to_value(&self) -> Value {
        Value::Number(self.get().into())
    }
}

impl Typed for u32 {
    const SHAPE: &'static Shape = &Shape::Integer {
        min: 0,
        max: u32::MAX as i64,
    };

    fn to_value(&self) -> Value {
        Value::Number((*self).into())
    }
}
