//! Relations between entities, and their other ends: backlinks.

use std::num::NonZeroU32;

use borsh::{BorshDeserialize, BorshSerialize};

use super::link::AnyLink;

/// A backlink: a relation to an entity, seen from that entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Backlink {
    /// The entity that has the relation.
    pub from: AnyLink,
    /// The relation.
    pub relation: Relation,
}

/// The relation of an entity to another, its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Relation {
    /// The organization runs a body.
    Authority,
    /// A body, organization or area is a part of the target.
    Parent,
    /// The organization is a member of a body.
    Member,
    /// A body works in the area.
    Territory,
    /// The organization leads a zone of a body.
    ZoneLead,
    /// The organization leads an area.
    AreaLead,
    /// A body, or this table of it, has something to do with the target.
    Part(PartRelation, Option<CompactIndex>),
    /// The organization or person has a seat of a body, or a body has a seat by whose holders it is held.
    Seat(SeatRelation),
    /// An activity has the topic: the index of its table, and its index there.
    Activity(Option<CompactIndex>, CompactIndex),
    /// A page, or a table of a body, has the topic.
    Topic,
    /// The organization is the successor of another.
    Successor,
    /// The body holds a meeting.
    Meeting,
    /// The document is a document of a meeting, or its minutes.
    MeetingDocument,
    /// The organization issued a document.
    Issuer,
    /// A page is directly in the section.
    Section,
}

/// The relation of a body, or of a table of it, to another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum PartRelation {
    /// It rests on the document.
    LegalBasis,
    /// The document has its standing orders.
    Rules,
    /// The document appoints holders of its seats.
    AppointmentAct,
    /// The organization or body appoints holders of its seats, or proposes them.
    Appointment,
    /// The organization keeps its papers.
    Secretariat,
    /// It has relations with the organization or body.
    Related,
    /// It has become the body or table, or a part of it.
    Successor,
}

/// The relation of a seat of a body to an organization or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct SeatRelation {
    /// The index of the table. `None` for the body itself.
    pub table: Option<CompactIndex>,
    /// The index of the seat.
    pub seat: CompactIndex,
    /// The role of the organization or person for the seat.
    pub role: SeatRole,
}

/// The role of an organization or person for a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum SeatRole {
    /// The organization is one of those that can fill the seat.
    Pool,
    /// The organization is one of those that have a place each.
    Each,
    /// The holder with this index sits on behalf of the organization, or is the person.
    Holder(CompactIndex),
    /// The seat is held by the holders of a seat of the body.
    HeldBy,
}

/// An index in 4 bytes, also as an `Option`. A graph has more backlinks than anything else, so they must be small.
///
/// The stored number is the index plus 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct CompactIndex(NonZeroU32);

impl CompactIndex {
    /// Stores an index. Files are too short for an index that does not fit.
    pub fn new(index: usize) -> CompactIndex {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        CompactIndex(NonZeroU32::MIN.saturating_add(index))
    }

    /// The stored index.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::graph::Link;
    use crate::content::model::Body;

    #[test]
    fn links_and_backlinks_are_small() {
        assert_eq!(size_of::<Option<Link<Body>>>(), 4);
        assert_eq!(size_of::<Backlink>(), 24);
    }

    #[test]
    fn a_compact_index_is_the_index_that_was_stored() {
        for index in [0, 1, 7, u32::MAX as usize - 1] {
            assert_eq!(CompactIndex::new(index).index(), index);
        }
    }
}
