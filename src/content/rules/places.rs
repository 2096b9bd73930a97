//! What rules look at, each with its place in a file: bodies and tables, seats, holders, contacts.

use crate::base::date::{Date, Period};
use crate::base::diagnostic::{At, NodePath, Place};
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::content::graph::{Entity, Part, SeatLinks, WrittenPart};
use crate::content::model::{Body, Contact, Holder, Seat};

/// A body, or a table of it.
#[derive(Clone, Copy)]
pub(super) struct LocatedPart<'a> {
    pub body: &'a Entity<Body>,
    pub written: WrittenPart<'a>,
    pub links: &'a Part,
}

/// A seat, and where it stands in its body or table.
#[derive(Clone, Copy)]
pub(super) struct LocatedSeat<'a> {
    pub part: LocatedPart<'a>,
    pub links: &'a SeatLinks,
    pub index: usize,
}

/// A holder, and where they stand in their seat.
#[derive(Clone, Copy)]
pub(super) struct LocatedHolder<'a> {
    pub seat: LocatedSeat<'a>,
    pub written: &'a Holder,
    pub index: usize,
}

/// A contact of a body, table or organization, or of the site.
pub(super) struct LocatedContact<'a> {
    pub written: &'a Contact,
    file: SourcePath,
    path: NodePath,
}

/// The contacts of a list that stands at `path` in a file.
pub(super) fn located_contacts<'a>(
    file: &SourcePath,
    path: NodePath,
    contacts: &'a [Contact],
) -> impl Iterator<Item = LocatedContact<'a>> + use<'a> {
    let file = file.clone();
    let contacts = contacts.iter().enumerate();
    contacts.map(move |(index, written)| LocatedContact {
        written,
        file: file.clone(),
        path: path.index(index),
    })
}

impl LocatedContact<'_> {
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

impl LocatedPart<'_> {
    /// The place of a field of the body or table.
    pub(super) fn place(&self, key: &str) -> Place {
        self.at(key, NodePath::clone)
    }

    /// The place of a value below a field: `part.at("seats", |it| it.index(2))`.
    pub(super) fn at(&self, key: &str, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.body.node.at(|_| below(&self.path(key)))
    }

    /// The path of a field of the body or table.
    pub(super) fn path(&self, key: &str) -> NodePath {
        self.links.path(&self.body.node.origin.prefix, key)
    }
}

impl<'a> LocatedSeat<'a> {
    /// The facts as they are written.
    pub(super) fn written(&self) -> &'a Seat {
        &self.links.written
    }

    /// The id of the seat.
    pub(super) fn id(&self) -> &'a str {
        self.written().id.as_str()
    }

    /// The place of a field of the seat.
    pub(super) fn place(&self, key: &str) -> Place {
        self.at(|it| it.key(key))
    }

    /// The place of a value below the seat: `seat.at(|it| it.key("from").index(0))`.
    pub(super) fn at(&self, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.part.at("seats", |it| below(&it.index(self.index)))
    }
}

impl LocatedHolder<'_> {
    /// The mandate.
    pub(super) fn term(&self) -> Period {
        self.written.term()
    }

    /// The place of a field of the holder.
    pub(super) fn place(&self, key: &str) -> Place {
        self.at(|it| it.key(key))
    }

    /// The place of the holder, or of a value below.
    pub(super) fn at(&self, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.seat
            .at(|it| below(&it.key("holders").index(self.index)))
    }
}

/// Whether a holder takes a place of the seat: it is not vacant, and the holder is no substitute.
pub(super) fn takes_a_place(holder: &Holder) -> bool {
    holder.vacant != Some(true) && !holder.is_substitute()
}

/// A day in a message; empty where the period is open.
pub(super) fn day_or_empty(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A place in the settings.
pub(super) fn in_settings(at: At) -> Place {
    Place {
        file: settings_file(),
        at,
    }
}

/// The file of the settings.
pub(super) fn settings_file() -> SourcePath {
    SourcePath::new(SETTINGS_FILE)
}
