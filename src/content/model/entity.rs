//! The kinds of things that have an id, and references to them.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::marker::PhantomData;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::{Deserialize, Deserializer};

use super::area::Area;
use super::body::Body;
use super::document::Document;
use super::meeting::Meeting;
use super::organization::Organization;
use super::page::{Common, Page, Section, Topic};
use super::person::Person;
use crate::notation::scalar::{Id, Reference};
use crate::notation::schema::{Shape, Typed};
use crate::words;

words! {
    /// What a page or an entry of a registry describes.
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
        /// A subject of the controlled list.
        Topic = "topic",
        /// Any other page.
        Page = "page",
        /// A folder of pages, described by its `_index.md`.
        Section = "section",
    }
}

impl EntityKind {
    /// The key of its name in the catalogues of messages and labels.
    pub fn label(self) -> String {
        format!("type-{}", self.as_str())
    }
}

/// The full name of a thing: its kind and its id, `organization/cisa-24`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Name {
    /// What it is.
    pub kind: EntityKind,
    /// Which one.
    pub id: Id,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.as_str(), self.id)
    }
}

/// A thing that can be referred to by its id.
pub trait Referable {
    /// Its kind.
    const KIND: EntityKind;
}

/// A reference as it was typed: the id of a thing of kind `T`, which may not exist.
pub struct Ref<T> {
    id: Reference,
    kind: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The id, or `body/part`.
    pub fn as_str(&self) -> &str {
        self.id.as_str()
    }

    /// The same text, as a reference to something else.
    pub fn cast<U>(self) -> Ref<U> {
        Ref {
            id: self.id,
            kind: PhantomData,
        }
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Ref {
            id: self.id.clone(),
            kind: PhantomData,
        }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(f)
    }
}

impl<T> Typed for Ref<T> {
    const SHAPE: &'static Shape = &Shape::Text(Reference::SYNTAX);
}

impl<T> BorshSerialize for Ref<T> {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        self.id.serialize(writer)
    }
}

impl<T> BorshDeserialize for Ref<T> {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        Ok(Ref {
            id: Reference::deserialize_reader(reader)?,
            kind: PhantomData,
        })
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        let id =
            Reference::parse(&text).ok_or_else(|| serde::de::Error::custom("not a reference"))?;
        Ok(Ref {
            id,
            kind: PhantomData,
        })
    }
}

/// What every written thing says about itself.
pub trait Described: Referable {
    /// The fields of every page.
    fn common(&self) -> &Common;

    /// The title.
    fn title(&self) -> Cow<'_, str>;

    /// The `type` as typed, if it was.
    fn written_type(&self) -> Option<EntityKind>;
}

macro_rules! described {
    ($($Type:ty),*) => {$(
        impl Described for $Type {
            fn common(&self) -> &Common {
                &self.common
            }

            fn title(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.title.as_str())
            }

            fn written_type(&self) -> Option<EntityKind> {
                self.r#type
            }
        }
    )*};
}

described!(
    Body,
    Organization,
    Meeting,
    Document,
    Area,
    Page,
    Section,
    Topic
);

impl Described for Person {
    fn common(&self) -> &Common {
        &self.common
    }

    fn title(&self) -> Cow<'_, str> {
        Cow::Owned(format!("{} {}", self.given, self.family))
    }

    fn written_type(&self) -> Option<EntityKind> {
        self.r#type
    }
}
