//! The facts of an entity of any type.

use std::borrow::Cow;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::content::model::{
    Area, Body, Common, Document, EntityKind, Meeting, Organization, Page, Person, Referable,
    Section, Topic,
};
use crate::notation::schema::Typed;
use crate::notation::value::Value;

/// The facts of an entity, by its type.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Facts {
    /// A body.
    Body(Arc<Body>),
    /// An organization.
    Organization(Arc<Organization>),
    /// A person.
    Person(Arc<Person>),
    /// A meeting.
    Meeting(Arc<Meeting>),
    /// A document.
    Document(Arc<Document>),
    /// An area.
    Area(Arc<Area>),
    /// A topic.
    Topic(Arc<Topic>),
    /// A page of text.
    Page(Arc<Page>),
    /// A folder of pages.
    Section(Arc<Section>),
}

impl Facts {
    /// The facts that entities of all types have.
    pub fn described(&self) -> &dyn DescribedFacts {
        match self {
            Facts::Body(it) => &**it,
            Facts::Organization(it) => &**it,
            Facts::Person(it) => &**it,
            Facts::Meeting(it) => &**it,
            Facts::Document(it) => &**it,
            Facts::Area(it) => &**it,
            Facts::Topic(it) => &**it,
            Facts::Page(it) => &**it,
            Facts::Section(it) => &**it,
        }
    }
}

/// An object-safe form of [`Referable`].
pub trait DescribedFacts {
    /// The type of the entity.
    fn kind(&self) -> EntityKind;
    /// The `type` as written.
    fn written_type(&self) -> Option<EntityKind>;
    /// Whether it is a draft, which is not published.
    fn draft(&self) -> bool;
    /// The fields that all types have.
    fn common(&self) -> &Common;
    /// The title.
    fn title(&self) -> Cow<'_, str>;

    /// The facts as data.
    fn to_value(&self) -> Value;
}

impl<T: Referable + Typed> DescribedFacts for T {
    fn kind(&self) -> EntityKind {
        T::KIND
    }

    fn written_type(&self) -> Option<EntityKind> {
        Referable::written_type(self)
    }

    fn draft(&self) -> bool {
        Referable::common(self).draft == Some(true)
    }

    fn common(&self) -> &Common {
        Referable::common(self)
    }

    fn title(&self) -> Cow<'_, str> {
        Referable::title(self)
    }

    fn to_value(&self) -> Value {
        Typed::to_value(self)
    }
}
