//! Typed links to entities: numbers of places in the arenas of a graph.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::io;
use std::marker::PhantomData;
use std::num::NonZeroU32;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::content::model::{
    Area, Body, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};

/// A link to an entity of type `T` in its graph. A name keeps its link for the lifetime of the graph.
///
/// A graph has very many links, so `Option<Link<T>>` must not be larger than a link.
pub struct Link<T> {
    /// The index in the arena plus 1.
    number: NonZeroU32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Link<T> {
    /// The link to the entity at this index of its arena.
    pub(super) fn new(index: u32) -> Link<T> {
        Link {
            number: NonZeroU32::MIN.saturating_add(index),
            kind: PhantomData,
        }
    }

    /// The index in the arena.
    pub fn index(self) -> u32 {
        self.number.get() - 1
    }
}

macro_rules! any_link {
    ($($Type:ident, $plural:literal;)*) => {
        /// A link to an entity of any kind.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
        )]
        pub enum AnyLink {
            $(#[doc = concat!("A link to one of the ", $plural, ".")] $Type(Link<$Type>),)*
        }

        impl AnyLink {
            /// The kind of the entity.
            pub fn kind(self) -> EntityKind {
                match self {
                    $(AnyLink::$Type(_) => EntityKind::$Type,)*
                }
            }

            pub(super) fn index(self) -> u32 {
                match self {
                    $(AnyLink::$Type(link) => link.index(),)*
                }
            }

            pub(super) fn new(kind: EntityKind, index: u32) -> AnyLink {
                match kind {
                    $(EntityKind::$Type => AnyLink::$Type(Link::new(index)),)*
                }
            }
        }
    };
}

// The order is a part of snapshots and of the order of findings.
any_link! {
    Body, "bodies";
    Organization, "organizations";
    Person, "persons";
    Meeting, "meetings";
    Document, "documents";
    Area, "areas";
    Topic, "topics";
    Page, "pages";
    Section, "sections";
}

// These are written by hand because a derive would require the same of `T`.
impl<T> BorshSerialize for Link<T> {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        self.number.serialize(writer)
    }
}

impl<T> BorshDeserialize for Link<T> {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        Ok(Link {
            number: NonZeroU32::deserialize_reader(reader)?,
            kind: PhantomData,
        })
    }
}

impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Link<T> {}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T> Eq for Link<T> {}

impl<T> PartialOrd for Link<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Link<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.number.cmp(&other.number)
    }
}

impl<T> Hash for Link<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index())
    }
}
