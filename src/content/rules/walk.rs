//! The ways from a thing to what rules look at: its parts, seats, holders and contacts.

use super::Context;
use super::places::{
    LocatedContact, LocatedHolder, LocatedPart, LocatedSeat, located_contacts, settings_file,
};
use crate::base::diagnostic::NodePath;
use crate::content::graph::{AnyLink, Entity, Node};
use crate::content::model::{Area, Body, Common, Meeting, Organization, Person};

macro_rules! things {
    ($($name:ident: $Type:ident),*) => {
        $(pub(super) fn $name(self) -> Option<&'a Entity<$Type>> {
            match self.subject? {
                AnyLink::$Type(it) => Some(self.graph.get(it)),
                _ => None,
            }
        })*
    };
}

impl<'a> Context<'a> {
    things! { body: Body, organization: Organization, area: Area, meeting: Meeting, person: Person }

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
