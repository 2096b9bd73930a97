//! The content model as editors type it: one type for each kind of thing that a page or registry describes.
//!
//! These types contain what was *typed*. What it *means*, with references resolved, defaults applied and seats
//! counted, is in the types of [`crate::content::graph`].
//!
//! The names are those of Popolo, schema.org and the W3C Organization Ontology, which mostly agree.

pub mod accepted;
pub mod area;
pub mod body;
pub mod citation;
pub mod contact;
pub mod document;
pub mod entity;
mod existence;
pub mod history;
pub mod holder;
pub mod id_list;
pub mod meeting;
mod non_empty;
pub mod organization;
pub mod page;
pub mod party;
pub mod person;
pub mod procedure;
pub mod registry;
pub mod seat;
pub mod translation;

pub use accepted::Accepted;
pub use area::Area;
pub use body::{
    Activity, ActivityKind, Body, Instrument, LegalBasis, Related, Table, Territory, Zones,
};
pub use citation::{Citation, is_same_article};
pub use contact::{Channel, ChannelKind, Contact};
pub use document::{CitedBy, Document};
pub use entity::{EntityKind, Name, Ref, Referable};
pub use existence::Existence;
pub use history::{
    BodyTerm, Change, ChangeKind, Validity, first_stop, stopped_on, stopped_together,
};
pub use holder::{Holder, Substitutes};
pub use id_list::{HasId, IdList};
pub use meeting::{Meeting, MeetingStatus, Minutes};
pub use organization::Organization;
pub use page::{Common, EntryWords, Page, Section, Topic};
pub use party::Party;
pub use person::Person;
pub use procedure::Procedure;
pub use registry::Registry;
pub use seat::{
    Basis, Count, CountSource, Delegable, Each, Role, Seat, SeatNames, SubstituteRule, seat_name,
};
pub use translation::Translation;
