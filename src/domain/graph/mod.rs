//! What the site describes, as a graph: things, and typed links between them in both directions.
//!
//! [`resolve`] is the only maker of a [`Graph`]. In a graph every link leads somewhere; what was typed
//! and leads nowhere is in the diagnostics that come with it.

mod arena;
mod back;
mod body;
mod entity;
mod resolve;
mod site;
mod target;

pub use arena::{Arena, Link};
pub use back::{Back, SeatRef, Through};
pub use body::{
    BodyLinks, BodyPart, EachOf, HolderLinks, Part, Places, RelatedTo, SeatLinks, Written,
};
pub use entity::{
    AnyLink, AreaLinks, DocumentLinks, Entity, Linked, MeetingLinks, NoLinks, Node,
    OrganizationLinks, Origin, Words,
};
pub use resolve::{Input, alias_output, asset_output, resolve};
pub use site::{FooterEntry, MenuEntry, Site, in_language};
pub use target::Target;

use crate::domain::model::{
    Area, Body, Common, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};

/// The things of a site and their links.
#[derive(Debug, Default)]
pub struct Graph {
    /// Bodies.
    pub bodies: Arena<Body>,
    /// Organizations.
    pub organizations: Arena<Organization>,
    /// Persons.
    pub persons: Arena<Person>,
    /// Meetings.
    pub meetings: Arena<Meeting>,
    /// Documents.
    pub documents: Arena<Document>,
    /// Areas.
    pub areas: Arena<Area>,
    /// Topics.
    pub topics: Arena<Topic>,
    /// Pages of text.
    pub pages: Arena<Page>,
    /// Sections; the first is the home page.
    pub sections: Arena<Section>,
    /// The links backwards.
    pub back: Back,
}

impl Graph {
    /// What all kinds have, of the thing that a link leads to.
    pub fn node(&self, link: AnyLink) -> &Node {
        match link {
            AnyLink::Body(it) => &self.bodies[it].node,
            AnyLink::Organization(it) => &self.organizations[it].node,
            AnyLink::Person(it) => &self.persons[it].node,
            AnyLink::Meeting(it) => &self.meetings[it].node,
            AnyLink::Document(it) => &self.documents[it].node,
            AnyLink::Area(it) => &self.areas[it].node,
            AnyLink::Topic(it) => &self.topics[it].node,
            AnyLink::Page(it) => &self.pages[it].node,
            AnyLink::Section(it) => &self.sections[it].node,
        }
    }

    /// The fields of every page, of the thing that a link leads to.
    pub fn common(&self, link: AnyLink) -> &Common {
        match link {
            AnyLink::Body(it) => self.bodies[it].common(),
            AnyLink::Organization(it) => self.organizations[it].common(),
            AnyLink::Person(it) => self.persons[it].common(),
            AnyLink::Meeting(it) => self.meetings[it].common(),
            AnyLink::Document(it) => self.documents[it].common(),
            AnyLink::Area(it) => self.areas[it].common(),
            AnyLink::Topic(it) => self.topics[it].common(),
            AnyLink::Page(it) => self.pages[it].common(),
            AnyLink::Section(it) => self.sections[it].common(),
        }
    }

    /// Links to everything, kind by kind.
    pub fn all(&self) -> impl Iterator<Item = AnyLink> + '_ {
        EntityKind::ALL.iter().flat_map(|kind| self.all_of(*kind))
    }

    fn all_of(&self, kind: EntityKind) -> Vec<AnyLink> {
        match kind {
            EntityKind::Body => self.bodies.links().map(AnyLink::Body).collect(),
            EntityKind::Organization => self
                .organizations
                .links()
                .map(AnyLink::Organization)
                .collect(),
            EntityKind::Person => self.persons.links().map(AnyLink::Person).collect(),
            EntityKind::Meeting => self.meetings.links().map(AnyLink::Meeting).collect(),
            EntityKind::Document => self.documents.links().map(AnyLink::Document).collect(),
            EntityKind::Area => self.areas.links().map(AnyLink::Area).collect(),
            EntityKind::Topic => self.topics.links().map(AnyLink::Topic).collect(),
            EntityKind::Page => self.pages.links().map(AnyLink::Page).collect(),
            EntityKind::Section => self.sections.links().map(AnyLink::Section).collect(),
        }
    }
}
