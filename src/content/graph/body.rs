//! Bodies and their tables in the graph: seats counted, references led.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::arena::Link;
use super::entity::Entity;
use crate::base::date::Period;
use crate::base::diagnostic::NodePath;
use crate::content::model::{
    Activity, Area, Body, Change, Contact, Document, Holder, Instrument, LegalBasis, Organization,
    Person, Related, Seat, Topic,
};

/// The references of a body.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct BodyLinks {
    /// The organization that runs it; `None` only where that was reported as a fault.
    pub authority: Option<Link<Organization>>,
    /// The body that it is a part of.
    pub parent: Option<Link<Body>>,
    /// The organizations that take part in it.
    pub members: Box<[Link<Organization>]>,
    /// The area in which it works.
    pub area: Option<Link<Area>>,
    /// The organizations that lead its zones.
    pub zone_leads: Box<[Link<Organization>]>,
    /// The body itself, then its tables.
    pub parts: Box<[Part]>,
}

/// A body without its tables, or one of its tables: what both have.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    /// Which table; `None` is the body itself.
    pub table: Option<usize>,
    /// The act of each legal basis.
    pub acts: Box<[Option<Link<Document>>]>,
    /// Whom each relation is with.
    pub related: Box<[Option<RelatedTo>]>,
    /// The topics of a table; those of the body itself are its page's.
    pub topics: Box<[Link<Topic>]>,
    /// The topics of each activity.
    pub activity_topics: Box<[Box<[Link<Topic>]>]>,
    /// What each change made of it.
    pub into: Box<[Option<BodyPart>]>,
    /// The seats.
    pub seats: Box<[SeatLinks]>,
}

/// Whom a body deals with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum RelatedTo {
    /// An organization.
    Organization(Link<Organization>),
    /// A body, or a table of it.
    Body(BodyPart),
}

/// A body or one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BodyPart {
    /// The body.
    pub body: Link<Body>,
    /// Which table; `None` is the body itself.
    pub table: Option<usize>,
}

/// The references of a seat, and its places counted.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct SeatLinks {
    /// What was typed.
    pub written: Arc<Seat>,
    /// The pool from which it is drawn.
    pub from: Box<[Link<Organization>]>,
    /// What there is one place for each of.
    pub each: Option<EachOf>,
    /// How many places there are.
    pub places: Places,
    /// The seat that chooses: its part and its place there.
    pub delegated_by: Option<(usize, usize)>,
    /// Who sits there.
    pub holders: Box<[HolderLinks]>,
}

/// What there is one place for each of.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum EachOf {
    /// The zones of the territory; how many, if it is known.
    Zones(Option<u32>),
    /// The member organizations of the body.
    Members,
    /// These organizations.
    List(Box<[Link<Organization>]>),
    /// Things that have no page here.
    Text,
}

/// How many places a seat has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Places {
    /// At least.
    pub min: u32,
    /// At most; open when nobody has said.
    pub max: Option<u32>,
}

/// The references of a holder.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct HolderLinks {
    /// The person, if there is a page or entry for them.
    pub person: Option<Link<Person>>,
    /// The organization for which they sit.
    pub on_behalf_of: Option<Link<Organization>>,
    /// The act of appointment.
    pub act: Option<Link<Document>>,
}

/// What was typed about a part: the fields that a body and a table share.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The id of a table; `None` for the body itself.
    pub id: Option<&'a str>,
    /// The title.
    pub title: &'a str,
    /// What it rests on.
    pub legal_basis: &'a [LegalBasis],
    /// With what it works.
    pub instruments: &'a [Instrument],
    /// With whom it deals.
    pub related: &'a [Related],
    /// What it does.
    pub activities: &'a [Activity],
    /// Who sits in it.
    pub seats: &'a [Arc<Seat>],
    /// Whom to call.
    pub contacts: &'a [Contact],
    /// What became of it.
    pub changes: &'a [Change<Body>],
    /// From when to when it exists.
    pub valid: Period,
}

impl Part {
    /// The way to a field of this part in the body's front matter.
    pub fn path(&self, prefix: &NodePath, key: &str) -> NodePath {
        part_path(prefix, self.table).key(key)
    }
}

/// The way to a body's own fields, or to those of one of its tables.
pub(super) fn part_path(prefix: &NodePath, table: Option<usize>) -> NodePath {
    table.map_or_else(|| prefix.clone(), |table| prefix.key("tables").index(table))
}

impl Body {
    /// What was typed about the body itself, or about one of its tables.
    pub fn part(&self, table: Option<usize>) -> Option<Written<'_>> {
        let Some(table) = table else {
            return Some(Written {
                id: None,
                title: self.title.as_str(),
                legal_basis: &self.legal_basis,
                instruments: &self.instruments,
                related: &self.related,
                activities: &self.activities,
                seats: &self.seats,
                contacts: &self.contacts,
                changes: &self.changes,
                valid: self
                    .valid
                    .as_ref()
                    .map(|valid| valid.period())
                    .unwrap_or_default(),
            });
        };
        self.tables.get(table).map(|table| Written {
            id: Some(table.id.as_str()),
            title: table.title.as_str(),
            legal_basis: &table.legal_basis,
            instruments: &table.instruments,
            related: &table.related,
            activities: &table.activities,
            seats: &table.seats,
            contacts: &table.contacts,
            changes: &table.changes,
            valid: table
                .valid
                .as_ref()
                .or(self.valid.as_ref())
                .map(|valid| valid.period())
                .unwrap_or_default(),
        })
    }

    /// The body itself, then its tables.
    pub fn parts(&self) -> impl Iterator<Item = (Option<usize>, Written<'_>)> {
        std::iter::once(None)
            .chain((0..self.tables.len()).map(Some))
            .filter_map(|table| Some((table, self.part(table)?)))
    }
}

impl Entity<Body> {
    /// Each part with what was typed about it.
    pub fn parts(&self) -> impl Iterator<Item = (&Part, Written<'_>)> {
        self.links
            .parts
            .iter()
            .filter_map(|part| Some((part, self.written.part(part.table)?)))
    }
}

impl HolderLinks {
    /// The name to show: the person's title, or the name typed.
    pub fn name<'a>(
        &self,
        written: &'a Holder,
        titles: impl FnOnce(Link<Person>) -> &'a str,
    ) -> Option<&'a str> {
        self.person
            .map(titles)
            .or(written.name.as_ref().map(|name| name.as_str()))
    }
}
