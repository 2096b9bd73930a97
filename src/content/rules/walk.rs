//! The ways from a thing to what rules look at: its parts, seats, holders and contacts.

use super::Context;
use super::places::{
    LocatedContact, LocatedHolder, LocatedPart, LocatedSeat, located_contacts, settings_file,
};
use crate::base::diagnostic::NodePath;
use crate::content::graph::{AnyLink, Entity, Node};
use crate::content::model::{Area, Body, Common, Meeting, Organization, Person};

impl<'a> Context<'a> {
    /// The body, if it is one.
    pub(super) fn body(self) -> Option<&'a Entity<Body>> {
        match self.subject? {
            AnyLink::Body(it) => Some(self.graph.get(it)),
            _ => None,
        }
    }

    /// The organization, if it is one.
    pub(super) fn organization(self) -> Option<&'a Entity<Organization>> {
        match self.subject? {
            AnyLink::Organization(it) => Some(self.graph.get(it)),
            _ => None,
        }
    }

    /// The area, if it is one.
    pub(super) fn area(self) -> Option<&'a Entity<Area>> {
        match self.subject? {
            AnyLink::Area(it) => Some(self.graph.get(it)),
            _ => None,
        }
    }

    /// The meeting, if it is one.
    pub(super) fn meeting(self) -> Option<&'a Entity<Meeting>> {
        match self.subject? {
            AnyLink::Meeting(it) => Some(self.graph.get(it)),
            _ => None,
        }
    }

    /// The person, if it is one.
    pub(super) fn person(self) -> Option<&'a Entity<Person>> {
        match self.subject? {
            AnyLink::Person(it) => Some(self.graph.get(it)),
            _ => None,
        }
    }

    /// What every thing has.
    pub(super) fn node(self) -> Option<(&'a Node, &'a Common)> {
        self.subject.map(|subject| self.graph.node(subject))
    }

    /// A body and its tables.
    pub(super) fn parts(self) -> impl Iterator<Item = LocatedPart<'a>> {
        self.body().into_iter().flat_map(|body| {
            body.parts().map(move |(links, written)| LocatedPart {
                body,
                written,
                links,
            })
        })
    }

    pub(super) fn seats(self) -> impl Iterator<Item = LocatedSeat<'a>> {
        self.parts().flat_map(|part| {
            let seats = part.links.seats.iter().enumerate();
            seats.map(move |(index, links)| LocatedSeat { part, links, index })
        })
    }

    pub(super) fn holders(self) -> impl Iterator<Item = LocatedHolder<'a>> {
        self.seats().flat_map(LocatedSeat::holders)
    }

    pub(super) fn contacts(self) -> impl Iterator<Item = LocatedContact<'a>> {
        let of_parts = self.parts().flat_map(|part| {
            let file = &part.body.node.origin.file;
            located_contacts(file, part.path("contacts"), part.written.contacts)
        });
        let of_organization = self.organization().into_iter().flat_map(|organization| {
            let origin = &organization.node.origin;
            let path = origin.prefix.key("contacts");
            located_contacts(&origin.file, path, &organization.written.contacts)
        });
        let footer = self.site.written.footer.as_ref();
        let of_site = footer.filter(|_| self.subject.is_none()).into_iter();
        let of_site = of_site.flat_map(|footer| {
            let path = NodePath::default().key("footer").key("contacts");
            located_contacts(&settings_file(), path, &footer.contacts)
        });
        of_parts.chain(of_organization).chain(of_site)
    }
}
