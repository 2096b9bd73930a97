//! The components of a theme that a text may call, and the parts of a text that only a theme can render.

use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};

use super::output::OutputPath;

/// What a theme means for the texts of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeInterface {
    /// The components that a text may call, by name.
    pub components: BTreeMap<String, Signature>,
    /// The ids that the theme gives to its own elements. No heading of a text gets one.
    pub ids: BTreeSet<String>,
}

impl ThemeInterface {
    /// What address an argument of a component holds. `None` if it holds none.
    pub fn address(&self, component: &str, argument: &str) -> Option<AddressKind> {
        let signature = self.components.get(component)?;
        match signature.args.get(argument)?.kind? {
            ArgKind::Address(kind) => Some(kind),
            _ => None,
        }
    }
}

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AddressKind {
    /// The reader follows it.
    Link,
    /// The page shows what is there.
    Image,
}

/// The signature of a component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The arguments, by name.
    pub args: BTreeMap<String, ArgSignature>,
    /// Whether it takes other arguments, too.
    pub open: bool,
}

/// The signature of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgSignature {
    /// The type, if the theme declares one. A text cannot give an argument without: what suits it is not known.
    pub kind: Option<ArgKind>,
    /// Whether every call must have the argument.
    pub required: bool,
}

/// The type of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// A text in quotes.
    Text,
    /// A text in quotes that leads somewhere.
    Address(AddressKind),
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A type that cannot be written in a text: a list, a map.
    Other,
}

/// The value of an argument in a call.
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

impl Signature {
    /// Whether a text can give all arguments that every call must have.
    pub fn is_for_texts(&self) -> bool {
        let mut required = self.args.values().filter(|it| it.required);
        required.all(|it| it.kind.is_some_and(|kind| kind != ArgKind::Other))
    }
}

impl ArgKind {
    /// Whether a value is of this type.
    pub fn admits(self, value: &ArgValue) -> bool {
        match value {
            ArgValue::Text(_) => matches!(self, ArgKind::Text | ArgKind::Address(_)),
            ArgValue::Flag(_) => self == ArgKind::Flag,
            ArgValue::Integer(_) => matches!(self, ArgKind::Integer | ArgKind::Number),
            ArgValue::Float(_) => self == ArgKind::Number,
        }
    }
}

/// An image in a page's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The address, relative to the page.
    pub href: String,
    /// The file, if it belongs to the site.
    pub file: Option<OutputPath>,
    /// The description and title as HTML attributes, with a space before each.
    pub attributes: String,
}

/// A part of a page's text. Its links are resolved; the theme adds its labels and components.
#[derive(Clone, Debug, PartialEq)]
pub enum Fragment {
    /// Finished HTML.
    Html(String),
    /// A text that is not yet escaped.
    Plain(String),
    /// The key of a label of the theme. The label is not yet escaped.
    Label(&'static str),
    /// An image.
    Image(Image),
    /// A call of a component: its name, its arguments and its body.
    Component(String, Vec<(String, ArgValue)>, Option<Vec<Fragment>>),
}
