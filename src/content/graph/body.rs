//! Bodies and their tables in the graph: the targets of their references, and the numbers of places.

use std::collections::HashSet;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::entity::Entity;
use super::link::Link;
use super::sitting::TensesOfDay;
use crate::base::date::{Date, PartialDate, Period};
use crate::base::diagnostic::NodePath;
use crate::content::model::{
    Activity, Area, Body, BodyTerm, Change, Contact, CountSource, Document, Each, Existence,
    Holder, IdList, Instrument, LegalBasis, Organization, Person, Procedure, Ref, Related, Seat,
    Topic, Validity, first_stop,
};

/// The references of a body.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct BodyLinks {
    /// The organization that runs it. `None` if the reference is broken, which is reported.
    pub authority: Option<Link<Organization>>,
    /// The body that it is a part of.
    pub parent: Option<Link<Body>>,
    /// The organizations that are members of it.
    pub members: Box<[Link<Organization>]>,
    /// The area in which it works.
    pub area: Option<Link<Area>>,
    /// The organizations that lead its zones.
    pub zone_leads: Box<[Link<Organization>]>,
    /// The body itself, then its tables.
    pub parts: Box<[Part]>,
}

impl BodyLinks {
    /// The body itself, or one of its tables.
    pub fn part(&self, table: Option<usize>) -> Option<&Part> {
        // The body itself is the first part.
        let part = self.parts.get(table.map_or(0, |table| table + 1));
        part.filter(|part| part.table == table)
    }
}

/// A part of a body: the body itself without its tables, or one of its tables.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    /// The index of the table. `None` for the body itself.
    pub table: Option<usize>,
    /// When it exists: a table, as far as its body does.
    pub existence: Existence,
    /// The act of each legal basis.
    pub acts: Box<[Option<Link<Document>>]>,
    /// Its standing orders.
    pub rules: Option<Link<Document>>,
    /// The organization that keeps its papers.
    pub secretariat: Option<Link<Organization>>,
    /// The target of each written relation.
    pub related: Box<[Option<RelatedTo>]>,
    /// The topics of a table. Empty for the body itself: [`Node::topics`](super::Node::topics) has them.
    pub topics: Box<[Link<Topic>]>,
    /// The topics of each activity.
    pub activity_topics: Box<[Box<[Link<Topic>]>]>,
    /// The act of each term.
    pub term_acts: Box<[Option<Link<Document>>]>,
    /// The successor that each change names.
    pub successors: Box<[Option<BodyPart>]>,
    /// The seats.
    pub seats: Box<[SeatLinks]>,
}

/// The target of a relation of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum RelatedTo {
    /// An organization.
    Organization(Link<Organization>),
    /// A body, or a table of it.
    Body(BodyPart),
}

/// A body or one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct BodyPart {
    /// The body.
    pub body: Link<Body>,
    /// The index of the table. `None` for the body itself.
    pub table: Option<usize>,
}

/// A seat of a body or table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub struct SeatAt {
    /// The body or table.
    pub part: BodyPart,
    /// The index of the seat there.
    pub seat: usize,
}

/// Who appoints or proposes the holders of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum PartyLink {
    /// An organization.
    Organization(Link<Organization>),
    /// A body, or a table of it.
    Body(BodyPart),
    /// The holder of a seat.
    Seat(SeatAt),
}

/// The references of a seat, and its number of places.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct SeatLinks {
    /// The seat as written.
    pub written: Arc<Seat>,
    /// The organizations that can fill it.
    pub from: Box<[Link<Organization>]>,
    /// What the places are counted by. `None` if the number is written.
    pub each: Option<EachOf>,
    /// The number of places, if all exist for which there is one.
    pub places: Places,
    /// When each of the organizations exists for which there is one place. Empty if the number of places is typed, or does
    /// not depend on organizations.
    pub one_for: Box<[Period]>,
    /// The period in which it exists: its own, as far as its body and table exist.
    pub life: Existence,
    /// The seat that appoints this one: the index of its part in [`BodyLinks::parts`], and its index there.
    pub delegated_by: Option<(usize, usize)>,
    /// Who appoints its holders. `None` if nothing was written, or a name only.
    pub appointed_by: Option<PartyLink>,
    /// Who proposes its holders. `None` if nothing was written, or a name only.
    pub proposed_by: Option<PartyLink>,
    /// The seats of the same body whose holders take this role too.
    pub among: Box<[SeatAt]>,
    /// The seat whose holders hold this one by right.
    pub held_by: Option<SeatAt>,
    /// The holders.
    pub holders: Box<[HolderLinks]>,
    /// When each of them sits.
    pub(super) tenses: TensesOfDay,
}

/// What the places of a seat are counted by: there is one place for each.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum EachOf {
    /// The zones of the territory, and their number if it is known.
    Zones(Option<u32>),
    /// The member organizations of the body.
    Members,
    /// These organizations.
    List(Box<[Link<Organization>]>),
    /// Things that are described in words only.
    Text,
}

/// The number of places of a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Places {
    /// The minimum.
    pub min: u32,
    /// The maximum. `None` if it is not stated.
    pub max: Option<u32>,
}

/// The references of a holder.
#[derive(Clone, Copy, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct HolderLinks {
    /// The person, if there is a page or entry for the person.
    pub person: Option<Link<Person>>,
    /// The organization that the holder represents.
    pub on_behalf_of: Option<Link<Organization>>,
    /// The act of appointment: the holder's own, else that of the term.
    pub act: Option<Link<Document>>,
    /// The period of the mandate: as written, else that of the term; no end of it lies outside of `bounds`, and no first day
    /// is made up.
    pub period: Period,
    /// When the holder can sit: while the seat, its table and body, and the organization exist for which the holder does.
    pub bounds: Existence,
}

/// A part as written: the fields that a body and a table share.
#[derive(Clone, Copy, Debug)]
pub struct WrittenPart<'a> {
    /// The id of the table. `None` for the body itself.
    pub id: Option<&'a str>,
    /// The title.
    pub title: &'a str,
    /// The acronym.
    pub acronym: Option<&'a str>,
    /// Its own web site.
    pub url: Option<&'a str>,
    /// How it works.
    pub procedure: Option<&'a Procedure>,
    /// The sentence that introduces its seats.
    pub seats_lead: Option<&'a str>,
    /// The legal bases.
    pub legal_basis: &'a [LegalBasis],
    /// The instruments.
    pub instruments: &'a [Instrument],
    /// The relations with others.
    pub related: &'a [Related],
    /// The activities.
    pub activities: &'a [Activity],
    /// The seats.
    pub seats: &'a [Arc<Seat>],
    /// The contacts.
    pub contacts: &'a [Contact],
    /// The terms.
    pub terms: &'a IdList<BodyTerm>,
    /// The changes.
    pub changes: &'a [Change<Body>],
    /// As written in `valid`; a table without one has that of its body. [`Part::existence`] knows changes too.
    pub valid: Period,
}

impl Part {
    /// The path of a field of this part in the front matter of the body.
    pub fn path(&self, prefix: &NodePath, key: &str) -> NodePath {
        part_path(prefix, self.table).key(key)
    }
}

/// The path of the fields of a body itself, or of one of its tables.
pub(super) fn part_path(prefix: &NodePath, table: Option<usize>) -> NodePath {
    table.map_or_else(|| prefix.clone(), |table| prefix.key("tables").index(table))
}

impl Body {
    /// The body itself, or one of its tables. Returns `None` if there is no such table.
    pub fn part(&self, table: Option<usize>) -> Option<WrittenPart<'_>> {
        macro_rules! written {
            ($part:expr, $id:expr, $valid:expr) => {
                WrittenPart {
                    id: $id,
                    title: $part.title.as_str(),
                    acronym: $part.acronym.as_deref(),
                    url: $part.url.as_deref(),
                    procedure: $part.procedure.as_ref(),
                    seats_lead: $part.seats_lead.as_deref(),
                    legal_basis: &$part.legal_basis,
                    instruments: &$part.instruments,
                    related: &$part.related,
                    activities: &$part.activities,
                    seats: &$part.seats,
                    contacts: &$part.contacts,
                    terms: &$part.terms,
                    changes: &$part.changes,
                    valid: $valid.map(Validity::period).unwrap_or_default(),
                }
            };
        }
        let valid = self.valid.as_ref();
        Some(match table {
            None => written!(self, None, valid),
            Some(table) => {
                let table = self.tables.get(table)?;
                written!(
                    table,
                    Some(table.id.as_str()),
                    table.valid.as_ref().or(valid)
                )
            }
        })
    }

    /// The body itself and its tables, each with when it exists, a table as far as the body does.
    pub(super) fn existences(
        &self,
    ) -> impl Iterator<Item = (Option<usize>, WrittenPart<'_>, Existence)> {
        let of_body = self.own_existence(None);
        self.parts().map(move |(table, part)| {
            let existence = match table {
                Some(_) => self.own_existence(table).within(of_body),
                None => of_body,
            };
            (table, part, existence)
        })
    }

    /// When the body itself exists, or one of its tables whatever becomes of the body. It lasts until the day of its closing
    /// where somebody leaves on that day. Goes through all holders who are written there: [`Part::existence`] has it once it
    /// is resolved.
    pub fn own_existence(&self, table: Option<usize>) -> Existence {
        let Some(part) = self.part(table) else {
            return Existence::default();
        };
        let own = match table.and_then(|table| self.tables.get(table)) {
            Some(table) => &table.valid,
            None => &self.valid,
        };
        let valid = own.as_ref().map(Validity::period).unwrap_or_default();
        let terms = part.terms.iter().filter_map(|it| it.until);
        let seats = part.seats.iter();
        let ends = seats.flat_map(|seat| {
            let valid = seat.valid.as_ref().and_then(|it| it.until);
            let holders = seat.holders.iter().filter_map(|it| it.until);
            valid.into_iter().chain(holders)
        });
        let existence = Existence::of(valid, part.changes);
        match valid.until {
            Some(_) => existence,
            None => existence.until_closing_if_written(terms.chain(ends)),
        }
    }

    /// The change that had stopped a table, or else the body, by a day, such as its lapse. `None` if both go on.
    pub fn stopped_on(&self, table: Option<usize>, day: Date) -> Option<&Change<Body>> {
        let parts = [self.part(table), self.part(None)].into_iter().flatten();
        first_stop(parts.map(|part| part.changes), day)
    }

    /// The body itself, then its tables.
    pub fn parts(&self) -> impl Iterator<Item = (Option<usize>, WrittenPart<'_>)> {
        std::iter::once(None)
            .chain((0..self.tables.len()).map(Some))
            .filter_map(|table| Some((table, self.part(table)?)))
    }
}

impl Seat {
    /// When it exists, in a body or table that exists then.
    pub(super) fn life(&self, of_part: Existence) -> Existence {
        let valid = self.valid.as_ref().map(Validity::period);
        let own = Existence {
            days: valid.unwrap_or_default(),
            closing: None,
        };
        own.within(of_part)
    }

    /// The number of places: as written, else one for each, else one.
    pub fn places(&self, body: &Body) -> Places {
        let fixed = |number: u32| Places {
            min: number,
            max: Some(number),
        };
        let open = Places { min: 0, max: None };
        let size = |size: usize| fixed(u32::try_from(size).unwrap_or(u32::MAX));
        match (self.count, &self.each) {
            (Some(count), _) => Places {
                min: count.min,
                max: count.max,
            },
            (None, None) if self.count_source == Some(CountSource::Unknown) => open,
            (None, None) => fixed(1),
            (None, Some(Each::Members | Each::List(_))) => size(self.one_for(body).count()),
            (None, Some(Each::Zones)) => match body.zone_count() {
                Some(zones) => fixed(zones),
                None => open,
            },
            (None, Some(Each::Text(_))) => open,
        }
    }

    /// The organizations for each of which there is one place, each once.
    pub fn one_for<'a>(&'a self, body: &'a Body) -> impl Iterator<Item = &'a Ref<Organization>> {
        let list = match &self.each {
            Some(Each::Members) => &*body.members,
            Some(Each::List(list)) => list,
            _ => &[],
        };
        let mut seen = HashSet::new();
        list.iter().filter(move |it| seen.insert(it.as_str()))
    }
}

impl Body {
    /// The number of zones of its territory: as written, else the number of those that lead them.
    pub fn zone_count(&self) -> Option<u32> {
        let zones = self.territory.as_ref()?.zones.as_ref()?;
        let leads = u32::try_from(zones.lead.len()).ok();
        zones.count.or(leads.filter(|leads| *leads > 0))
    }
}

impl Entity<Body> {
    /// All parts, as resolved and as written.
    pub fn parts(&self) -> impl Iterator<Item = (&Part, WrittenPart<'_>)> {
        self.links
            .parts
            .iter()
            .filter_map(|part| Some((part, self.written.part(part.table)?)))
    }
}

impl HolderLinks {
    /// The period in which the holder sits, as far as it is known: whoever is not known to have left leaves with the seat. The
    /// first day is never that of the seat, because nobody said so.
    pub fn stay(&self) -> Period {
        Period {
            until: self.period.until.or(self.bounds.days.until),
            ..self.period
        }
    }

    /// The days on which the holder may sit.
    pub fn days(&self) -> Period {
        self.period.within(self.bounds.days)
    }

    /// These links for a seat that is held by right of this mandate, and exists during `there`. `None` if the mandate lies
    /// outside of that. If this seat ends, the other is left too.
    pub(super) fn carried_to(self, there: Existence) -> Option<HolderLinks> {
        if !there.days.may_meet(self.days()) {
            return None;
        }
        let goes_on = |end: &PartialDate| there.days.until.is_none_or(|last| end.is_before(last));
        let end = self.bounds.days.until.filter(goes_on);
        let period = Period {
            until: self.period.until.or(end),
            ..self.period
        };
        Some(HolderLinks {
            period: there.clamp(period),
            bounds: self.bounds.within(there),
            ..self
        })
    }

    /// The name to show: the title of the person, else the written name.
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
