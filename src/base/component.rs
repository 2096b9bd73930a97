//! Where texts and themes meet: the parts of a text that only a theme can finish, and the components
//! that a text may call.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use super::output::OutputPath;

/// What a component takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its arguments, by name.
    pub args: BTreeMap<String, ArgSignature>,
    /// Whether it takes arguments that it does not name.
    pub open: bool,
}

/// What an argument of a component must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgSignature {
    /// The type, where the theme declares one.
    pub kind: Option<ArgKind>,
    /// Whether a call must give it.
    pub required: bool,
}

/// The type of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// Something that no text can write: a list, a map.
    Other,
}

/// A value in a call.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum ArgValue {
    /// A text in quotes.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a decimal point.
    Float(f64),
}

impl ArgKind {
    /// Whether a value is of this type.
    pub fn admits(self, value: &ArgValue) -> bool {
        match value {
            ArgValue::Text(_) => self == ArgKind::Text,
            ArgValue::Flag(_) => self == ArgKind::Flag,
            ArgValue::Integer(_) => matches!(self, ArgKind::Integer | ArgKind::Number),
            ArgValue::Float(_) => self == ArgKind::Number,
        }
    }
}

/// An image in a page's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The way to it from the page.
    pub href: String,
    /// Its file, if it is one of the site's.
    pub file: Option<OutputPath>,
    /// Description and title: finished HTML, with a space before each attribute.
    pub attributes: String,
}

/// A part of a page's text, its links led; the theme's words and components are still to come.
#[derive(Clone, Debug, PartialEq)]
pub enum Fragment {
    /// Finished HTML.
    Html(String),
    /// A text that is to be escaped.
    Plain(String),
    /// A word of the theme, to be escaped.
    Label(&'static str),
    /// An image.
    Image(Image),
    /// A component of the theme: its name, its arguments, its body.
    Component(String, Vec<(String, ArgValue)>, Option<Vec<Fragment>>),
}
