//! The kinds of things that have an id, their names, and references to them.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use super::{Area, Body, Common, Document, Meeting, Organization, Page, Person, Section, Topic};
use crate::notation::scalar::{Id, WrittenReference};
use crate::notation::schema::{Record, Shape, Typed};
use crate::notation::value::Value;
use crate::words;

words! {
    /// The kind of thing that a page or an entry of a registry describes.
    pub enum EntityKind {
        /// A body in which authorities coordinate.
        Body = "body",
        /// An organization that runs bodies or sits in them.
        Organization = "organization",
        /// A person who holds seats.
        Person = "person",
        /// A meeting of a body.
        Meeting = "meeting",
        /// A law, plan, act or other document.
        Document = "document",
        /// A part of the country.
        Area = "area",
        /// A subject, by which pages and activities are found.
        Topic = "topic",
        /// Any other page.
        Page = "page",
        /// A folder of pages, described by its `_index.md`.
        Section = "section",
    }
}

impl EntityKind {
    /// The kind of a word: `body`.
    pub fn of_word(word: &str) -> Option<EntityKind> {
        let mut kinds = EntityKind::ALL.iter().copied();
        kinds.find(|kind| kind.as_str() == word)
    }

    /// The key of the kind's name in the messages and in the labels of themes: `type-body`.
    pub fn label(self) -> String {
        format!("type-{}", self.as_str())
    }
}

/// The full name of a thing: its kind and its id, `organization/cisa-24`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Name {
    /// The kind.
    pub kind: EntityKind,
    /// The id, unique among its kind.
    pub id: Id,
}

impl Name {
    /// The name of a thing with this id. Returns `None` if it is no id, as that of a table within a body.
    pub fn parse(kind: EntityKind, id: &str) -> Option<Name> {
        let id = Id::parse(id)?;
        Some(Name { kind, id })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.as_str(), self.id)
    }
}

/// A type of the model: what can be typed about a thing that has a page and an id.
pub trait Referable {
    /// The kind of thing.
    const KIND: EntityKind;

    /// The fields of every page.
    fn common(&self) -> &Common;

    /// The title.
    fn title(&self) -> Cow<'_, str>;

    /// The `type` as typed. Returns `None` if none was typed.
    fn written_type(&self) -> Option<EntityKind>;
}

macro_rules! referable {
    ($($Type:ident: $title:expr;)*) => {
        impl EntityKind {
            /// The schema of what can be typed about a thing of this kind.
            pub fn record(self) -> &'static Record {
                match self { $(EntityKind::$Type => $Type::RECORD,)* }
            }
        }
    $(
        impl Referable for $Type {
            const KIND: EntityKind = EntityKind::$Type;

            fn common(&self) -> &Common {
                &self.common
            }

            fn title(&self) -> Cow<'_, str> {
                let title: fn(&Self) -> Cow<'_, str> = $title;
                title(self)
            }

            fn written_type(&self) -> Option<EntityKind> {
                self.r#type
            }
        }
    )*};
}

referable! {
    Body: |it| it.title.as_str().into();
    Organization: |it| it.title.as_str().into();
    Person: |it| format!("{} {}", it.given, it.family).into();
    Meeting: |it| it.title.as_str().into();
    Document: |it| it.title.as_str().into();
    Area: |it| it.title.as_str().into();
    Topic: |it| it.title.as_str().into();
    Page: |it| it.title.as_str().into();
    Section: |it| it.title.as_str().into();
}

/// A reference as typed: the id of a thing of type `T`, which may not exist, or what an editor took for it.
#[derive(Clone, Debug, PartialEq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent, bound = "")]
pub struct Ref<T> {
    id: WrittenReference,
    #[borsh(bound(serialize = "", deserialize = ""))]
    kind: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The id: `cisa-24`, or `coordinamento/tecnico` for a table of a body.
    pub fn as_str(&self) -> &str {
        &self.id
    }
}

impl<T> From<WrittenReference> for Ref<T> {
    fn from(id: WrittenReference) -> Self {
        let kind = PhantomData;
        Ref { id, kind }
    }
}

impl<T: Referable> Typed for Ref<T> {
    const SHAPE: &'static Shape = &Shape::Text(WrittenReference::SYNTAX);

    fn to_value(&self) -> Value {
        Value::Reference(T::KIND.as_str(), self.id.to_string())
    }
}
