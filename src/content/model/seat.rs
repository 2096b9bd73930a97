//! Seats: the places at a table, whether or not anybody is named for them.
//!
//! The official Italian model of an organizational unit demands linked persons, so it cannot say
//! "the presidents of the mayors' conferences, whoever they are". These bodies are made of exactly
//! such seats. W3C org:Post, Popolo Post.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::document::Document;
use super::entity::Ref;
use super::organization::Organization;
use super::person::Person;
use crate::base::date::{Date, Period};
use crate::notation::record::read_fields;
use crate::notation::scalar::{Id, Reference, Text};
use crate::notation::schema::{Shape, Typed};
use crate::{record, words};

record! {
    /// One or more equal places in a body or table.
    pub struct Seat {
        /// The name, unique in its body or table.
        id: Id,
        /// What its holder does in the body. Default: `member`.
        role: Option<Role>,
        /// How one comes to sit in it.
        basis: Basis,
        /// The office that carries the seat: who holds the one holds the other.
        office: Option<Text>,
        /// The pool of organizations from which it is drawn.
        from: Box<[Ref<Organization>]>,
        /// One place for each of these; never together with `from`.
        each: Option<Each>,
        /// How many places. Default: 1, or the size of `each`.
        count: Option<Count>,
        /// Where the number comes from. Default: `stated`.
        count_source: Option<CountSource>,
        /// Whether it votes; unknown when nobody has said.
        voting: Option<bool>,
        /// How long a mandate lasts, in months.
        term_months: Option<u32>,
        /// The offices from which a delegate may be chosen.
        eligible: Box<[Text]>,
        /// On whose behalf its holder speaks.
        represents: Option<Text>,
        /// The seat whose holder chooses: the id of a seat beside it, or `table/seat`.
        delegated_by: Option<Reference>,
        /// The words of the act, or anything else to know.
        note: Option<Text>,
        /// Who sits in it, now and before.
        holders: Box<[Holder]>,
    }
}

words! {
    /// What the holder of a seat does in the body.
    pub enum Role {
        /// Presides.
        Chair = "chair",
        /// Presides in place of the chair.
        ViceChair = "vice_chair",
        /// Sits and decides.
        Member = "member",
        /// Keeps the minutes.
        Secretary = "secretary",
        /// Leads the technical work.
        TechnicalCoordinator = "technical_coordinator",
        /// Advises.
        Consultant = "consultant",
        /// Listens.
        Observer = "observer",
    }
}

words! {
    /// How one comes to sit in a seat.
    pub enum Basis {
        /// By virtue of another office.
        ExOfficio = "ex_officio",
        /// Sent by the holder of another seat or by an office.
        Delegate = "delegate",
        /// Sent to speak for an organization.
        Representative = "representative",
        /// Elected.
        Elected = "elected",
        /// Appointed.
        Appointed = "appointed",
        /// Called for what one knows.
        Expert = "expert",
    }
}

words! {
    /// Where the number of places comes from.
    pub enum CountSource {
        /// The act says it.
        Stated = "stated",
        /// It follows from something else that the act says.
        Implied = "implied",
        /// Nobody has said it.
        Unknown = "unknown",
    }
}

/// How many places: a number, or from `min` to `max`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Count {
    /// At least.
    pub min: u32,
    /// At most; open when nobody has said.
    pub max: Option<u32>,
}

record! {
    /// A number of places that is not fixed.
    pub struct CountRange {
        /// At least.
        min: Option<u32>,
        /// At most.
        max: Option<u32>,
    }
}

/// What there is one place for each of.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Each {
    /// The zones of the body's territory.
    Zones,
    /// The member organizations of the body.
    Members,
    /// These organizations.
    List(Box<[Ref<Organization>]>),
    /// Things that have no page here.
    Text(Text),
}

record! {
    /// Somebody in a seat, for a time. W3C org:Membership, Popolo Membership.
    pub struct Holder {
        /// The person, if there is a page or entry for them.
        person: Option<Ref<Person>>,
        /// The person's name, if there is none.
        name: Option<Text>,
        /// That nobody sits there.
        vacant: Option<bool>,
        /// The organization for which they sit.
        on_behalf_of: Option<Ref<Organization>>,
        /// The first day.
        from: Option<Date>,
        /// The last day.
        until: Option<Date>,
        /// The act of appointment.
        act: Option<Ref<Document>>,
        /// That they only fill in until the seat is filled.
        acting: Option<bool>,
        /// That they stand in for the holder, or for whom.
        substitutes: Option<Substitutes>,
        /// Why the mandate ended.
        end_reason: Option<Text>,
    }
}

/// That a holder stands in for another.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Substitutes {
    /// Whether they do.
    Flag(bool),
    /// For whom.
    Name(Text),
}

impl Typed for Count {
    const SHAPE: &'static Shape = &Shape::Either(&[<u32 as Typed>::SHAPE, CountRange::SHAPE]);
}

impl Typed for Each {
    const SHAPE: &'static Shape = &Shape::Either(&[
        &Shape::Text(Text::SYNTAX),
        &Shape::List {
            item: <Ref<Organization> as Typed>::SHAPE,
            filled: true,
        },
    ]);
}

impl Typed for Substitutes {
    const SHAPE: &'static Shape = &Shape::Either(&[&Shape::Flag, &Shape::Text(Text::SYNTAX)]);
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CountVisitor;
        impl<'de> Visitor<'de> for CountVisitor {
            type Value = Count;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or min and max")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Count, E> {
                let number = u32::try_from(number).map_err(E::custom)?;
                Ok(Count {
                    min: number,
                    max: Some(number),
                })
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Count, E> {
                self.visit_u64(u64::try_from(number).map_err(E::custom)?)
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Count, M::Error> {
                let range: CountRange = read_fields(map)?;
                Ok(Count {
                    min: range.min.unwrap_or(0),
                    max: range.max,
                })
            }
        }
        deserializer.deserialize_any(CountVisitor)
    }
}

impl<'de> Deserialize<'de> for Each {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EachVisitor;
        impl<'de> Visitor<'de> for EachVisitor {
            type Value = Each;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("zones, members, a list, or a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Each, E> {
                match text.trim() {
                    "zones" => Ok(Each::Zones),
                    "members" => Ok(Each::Members),
                    other => Text::parse(other)
                        .map(Each::Text)
                        .ok_or_else(|| E::custom("empty")),
                }
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Each, S::Error> {
                let mut list = Vec::new();
                while let Some(item) = seq.next_element()? {
                    list.push(item);
                }
                if list.is_empty() {
                    Err(S::Error::custom("empty list"))
                } else {
                    Ok(Each::List(list.into()))
                }
            }
        }
        deserializer.deserialize_any(EachVisitor)
    }
}

impl<'de> Deserialize<'de> for Substitutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SubstitutesVisitor;
        impl Visitor<'_> for SubstitutesVisitor {
            type Value = Substitutes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false or a name")
            }

            fn visit_bool<E: Error>(self, flag: bool) -> Result<Substitutes, E> {
                Ok(Substitutes::Flag(flag))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Substitutes, E> {
                Text::parse(text)
                    .map(Substitutes::Name)
                    .ok_or_else(|| E::custom("empty"))
            }
        }
        deserializer.deserialize_any(SubstitutesVisitor)
    }
}

impl Holder {
    /// From when to when they sit.
    pub fn term(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }

    /// Whether they stand in another's stead.
    pub fn is_substitute(&self) -> bool {
        self.substitutes
            .as_ref()
            .is_some_and(Substitutes::is_substitute)
    }
}

impl Substitutes {
    /// Whether the holder stands in for another, and so takes no place of the seat.
    pub fn is_substitute(&self) -> bool {
        *self != Substitutes::Flag(false)
    }
}

impl Substitutes {
    /// For whom the holder stands in, if that is known.
    pub fn name(&self) -> Option<&Text> {
        match self {
            Substitutes::Name(name) => Some(name),
            Substitutes::Flag(_) => None,
        }
    }
}
