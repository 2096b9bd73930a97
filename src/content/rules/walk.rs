//! Walks over the graph that several rules take.

use super::Context;
use crate::base::date::Period;
use crate::base::diagnostic::{At, NodePath, Place};
use crate::base::source::SourcePath;
use crate::content::graph::{AnyLink, Entity, Node, Part, SeatLinks, Written};
use crate::content::model::{Area, Body, Common, Contact, Holder, Meeting, Organization, Person};

/// A body, or a table of it.
#[derive(Clone, Copy)]
pub(super) struct PartAt<'a> {
    pub body: &'a Entity<Body>,
    pub part: &'a Part,
    pub written: Written<'a>,
}

/// A seat in its body or table.
#[derive(Clone, Copy)]
pub(super) struct SeatAt<'a> {
    pub part: PartAt<'a>,
    pub index: usize,
    pub seat: &'a SeatLinks,
}

/// A holder in a seat.
#[derive(Clone, Copy)]
pub(super) struct HolderAt<'a> {
    pub seat: SeatAt<'a>,
    pub index: usize,
    pub holder: &'a Holder,
}

/// A contact of a body, table or organization, or of the site.
pub(super) struct ContactAt<'a> {
    file: SourcePath,
    pub path: NodePath,
    pub contact: &'a Contact,
}

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
    pub(super) fn parts(self) -> impl Iterator<Item = PartAt<'a>> {
        self.body().into_iter().flat_map(|body| {
            body.parts().map(move |(part, written)| PartAt {
                body,
                part,
                written,
            })
        })
    }

    /// All seats.
    pub(super) fn seats(self) -> impl Iterator<Item = SeatAt<'a>> {
        self.parts().flat_map(|part| {
            let seats = part.part.seats.iter().enumerate();
            seats.map(move |(index, seat)| SeatAt { part, index, seat })
        })
    }

    /// All holders.
    pub(super) fn holders(self) -> impl Iterator<Item = HolderAt<'a>> {
        self.seats().flat_map(|seat| {
            let holders = seat.seat.written.holders.iter().enumerate();
            holders.map(move |(index, holder)| HolderAt {
                seat,
                index,
                holder,
            })
        })
    }

    /// All contacts.
    pub(super) fn contacts(self) -> impl Iterator<Item = ContactAt<'a>> {
        let of_parts = self.parts().flat_map(|part| {
            let contacts = part.written.contacts.iter().enumerate();
            contacts.map(move |(index, contact)| ContactAt {
                file: part.body.node.origin.file.clone(),
                path: part.path("contacts").index(index),
                contact,
            })
        });
        let of_organization = self.organization().into_iter().flat_map(|organization| {
            let contacts = organization.written.contacts.iter().enumerate();
            contacts.map(move |(index, contact)| ContactAt {
                file: organization.node.origin.file.clone(),
                path: organization.node.origin.prefix.key("contacts").index(index),
                contact,
            })
        });
        let of_site = self.site.written.footer.iter();
        let of_site = of_site.filter(move |_| self.subject.is_none());
        let of_site = of_site.flat_map(|footer| {
            let path = NodePath::default().key("footer").key("contacts");
            let contacts = footer.contacts.iter().enumerate();
            contacts.map(move |(index, contact)| ContactAt {
                file: SourcePath::new("site.toml"),
                path: path.index(index),
                contact,
            })
        });
        of_parts.chain(of_organization).chain(of_site)
    }
}

impl ContactAt<'_> {
    /// The place of the contact.
    pub(super) fn place(&self) -> Place {
        self.at(self.path.clone())
    }

    /// The place of the value of a channel.
    pub(super) fn channel_place(&self, index: usize) -> Place {
        self.at(self.path.key("channels").index(index).key("value"))
    }

    fn at(&self, path: NodePath) -> Place {
        Place {
            file: self.file.clone(),
            at: At::Value(path),
        }
    }
}

impl PartAt<'_> {
    /// The way to a field of the body or table.
    pub(super) fn path(&self, key: &str) -> NodePath {
        self.part.path(&self.body.node.origin.prefix, key)
    }

    /// The place of a field of the body or table.
    pub(super) fn place(&self, key: &str) -> Place {
        self.body.node.at(|_| self.path(key))
    }

    /// The place of the title, for findings about the whole.
    pub(super) fn title_place(&self) -> Place {
        self.place("title")
    }
}

impl SeatAt<'_> {
    /// The way to the seat.
    pub(super) fn path(&self) -> NodePath {
        self.part.path("seats").index(self.index)
    }

    /// The place of a value of the seat.
    pub(super) fn place(&self, key: &str) -> Place {
        self.part.body.node.at(|_| self.path().key(key))
    }

    /// The id of the seat.
    pub(super) fn id(&self) -> &str {
        self.seat.written.id.as_str()
    }
}

impl HolderAt<'_> {
    /// The way to the holder.
    pub(super) fn path(&self) -> NodePath {
        self.seat.path().key("holders").index(self.index)
    }

    /// The place of a value of the holder.
    pub(super) fn place(&self, key: &str) -> Place {
        self.seat.part.body.node.at(|_| self.path().key(key))
    }

    /// The mandate.
    pub(super) fn term(&self) -> Period {
        self.holder.term()
    }
}

/// Whether a holder takes a place of the seat: somebody is there, and not in another's stead.
pub(super) fn takes_a_place(holder: &Holder) -> bool {
    holder.vacant != Some(true) && !holder.is_substitute()
}

/// A day in a message; nothing where the period is open.
pub(super) fn day(day: Option<crate::base::date::Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
