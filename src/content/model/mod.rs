//! The content model as editors write it: one type for each thing that a page or registry describes.
//!
//! These types say what was *typed*. What it *means* (references that lead somewhere, defaults
//! applied, seats counted) are the types of [`crate::content::graph`].
//!
//! The words are those of Popolo, schema.org and the W3C Organization Ontology, which agree on most.

pub mod area;
pub mod body;
pub mod contact;
pub mod document;
pub mod entity;
pub mod history;
pub mod meeting;
pub mod organization;
pub mod page;
pub mod person;
pub mod registry;
pub mod seat;
pub mod translation;

pub use area::Area;
pub use body::{
    Activity, ActivityKind, Body, Instrument, LegalBasis, LegalRelation, Related, Table, Territory,
    Zones,
};
pub use contact::{Channel, ChannelKind, Contact};
pub use document::Document;
pub use entity::{Described, EntityKind, Name, Ref, Referable};
pub use history::{Change, ChangeKind, Validity};
pub use meeting::{Meeting, MeetingStatus};
pub use organization::Organization;
pub use page::{Common, EntryWords, Page, Section, Topic};
pub use person::Person;
pub use registry::Registry;
pub use seat::{Basis, Count, CountSource, Each, Holder, Role, Seat, Substitutes};
pub use translation::Translation;
