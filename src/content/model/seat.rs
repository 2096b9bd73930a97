//! Seats: the places in a body, whether or not anybody is named for them.
//!
//! The official Italian model of an organizational unit demands linked persons, so it cannot say "the
//! presidents of the mayors' conferences, whoever they are". The bodies described here are made of exactly
//! such seats. W3C org:Post, Popolo Post.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::non_empty::NonEmpty;
use super::{Holder, Organization, Party, Ref, Validity};
use crate::notation::scalar::{Id, Reference, Text};
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;
use crate::{record, words};

record! {
    /// One or more equal places in a body or table.
    pub struct Seat {
        /// The id, unique in its body or table.
        id: Id,
        /// Its own title.
        title: Option<Text>,
        /// The heading over this and other seats, which have the same.
        group: Option<Text>,
        /// What its holders do in the body. Default: `member`.
        role: Option<Role>,
        /// How one comes to hold it.
        basis: Basis,
        /// The office whose holder holds the seat.
        office: Option<Text>,
        /// The field in which its holders are experts.
        subject: Option<Text>,
        /// The organizations from which its holders come.
        from: Box<[Ref<Organization>]>,
        /// What there is one place for each of. Never together with `from`.
        each: Option<Each>,
        /// The number of places. Default: 1, or the size of `each`.
        count: Option<Count>,
        /// Where the number comes from. Default: `stated`.
        count_source: Option<CountSource>,
        /// Whether it votes. Not typed if it is not known.
        voting: Option<bool>,
        /// How long a mandate lasts, in months.
        term_months: Option<u32>,
        /// The offices from which a delegate may be chosen.
        eligible: Box<[Text]>,
        /// On whose behalf its holders speak.
        represents: Option<Text>,
        /// The seat whose holder chooses: the id of a seat of the same part or of its body, or `table/seat`.
        delegated_by: Option<Reference>,
        /// Who appoints its holders.
        appointed_by: Option<Party>,
        /// Who proposes its holders.
        proposed_by: Option<Party>,
        /// Whether its holders may send somebody else. Not typed if it is not known.
        delegable: Option<Delegable>,
        /// How many substitutes there are.
        substitutes: Option<SubstituteRule>,
        /// The seats whose holders take this role too: ids of seats of the same part or of its body, or `table/seat`.
        among: Box<[Reference]>,
        /// The seat whose holders hold this one by right: `body/seat`, or `body/table/seat`.
        held_by: Option<Reference>,
        /// The period in which the seat exists.
        valid: Option<Validity>,
        /// A note of the editor.
        note: Option<Text>,
        /// What the source says, word for word.
        as_written: Option<Text>,
        /// Those who hold it, held it or will hold it.
        holders: Box<[Holder]>,
    }
}

/// What a seat may be called by.
pub struct SeatNames<T> {
    /// Its title.
    pub title: Option<T>,
    /// Its office.
    pub office: Option<T>,
    /// Its role, unless it is that of a member.
    pub role: Option<T>,
    /// How one comes to hold it.
    pub basis: T,
    /// The field in which its holders are experts.
    pub subject: Option<T>,
    /// For whom its holders speak, or what there is one place for each of, in words.
    pub represents: Option<T>,
}

impl<T> SeatNames<T> {
    /// What the seat is called, and what tells it from others that are called so: its title, after its role if it has one;
    /// without a title its office, or its role, or how its holder gets there, and for whom or from where.
    pub fn name(self, origin: impl FnOnce() -> Option<T>) -> (T, Option<T>) {
        match (self.title, self.office, self.role) {
            (Some(title), _, None) => (title, None),
            (title, Some(office), _) => (office, title.or_else(origin)),
            (title, None, role) => {
                let whom = title.or(self.subject).or(self.represents);
                (role.unwrap_or(self.basis), whom.or_else(origin))
            }
        }
    }
}

/// The whole name of a seat, from what [`SeatNames::name`] tells: a title that begins with the role needs none before it.
pub fn seat_name(name: &str, of: &str) -> String {
    match (of.is_empty(), of.starts_with(name)) {
        (true, _) => name.to_owned(),
        (false, true) => of.to_owned(),
        (false, false) => format!("{name} – {of}"),
    }
}

words! {
    /// What the holder of a seat does in the body.
    pub enum Role {
        /// Presides.
        Chair = "chair",
        /// Presides in place of the chair.
        ViceChair = "vice_chair",
        /// Takes part in decisions.
        Member = "member",
        /// Takes the minutes.
        Secretary = "secretary",
        /// Leads the technical work.
        TechnicalCoordinator = "technical_coordinator",
        /// Gives advice.
        Consultant = "consultant",
        /// Listens.
        Observer = "observer",
        /// Is invited, and is no member.
        Guest = "guest",
    }
}

words! {
    /// How one comes to hold a seat.
    pub enum Basis {
        /// By virtue of another office.
        ExOfficio = "ex_officio",
        /// Sent by the holder of another seat, or by an office.
        Delegate = "delegate",
        /// Sent to speak for an organization.
        Representative = "representative",
        /// Elected.
        Elected = "elected",
        /// Appointed.
        Appointed = "appointed",
        /// Called as an expert.
        Expert = "expert",
    }
}

words! {
    /// Where the number of places comes from.
    pub enum CountSource {
        /// The act states it.
        Stated = "stated",
        /// It follows from something else that the act states.
        Implied = "implied",
        /// It is not known.
        Unknown = "unknown",
    }
}

record! {
    /// How many substitutes a seat has. Exactly one of the two is typed.
    pub struct SubstituteRule {
        /// The number of substitutes in all.
        count: Option<u32>,
        /// Whether there is one substitute for each place.
        each: Option<bool>,
    }
}

/// Whether the holders of a seat may send somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Delegable {
    /// They may.
    Yes,
    /// They may name one person who always comes.
    Permanent,
    /// They must come themselves.
    No,
}

impl Delegable {
    /// The word in views.
    pub fn as_str(self) -> &'static str {
        match self {
            Delegable::Yes => "yes",
            Delegable::Permanent => "permanent",
            Delegable::No => "no",
        }
    }
}

impl<'de> Deserialize<'de> for Delegable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DelegableVisitor)
    }
}

struct DelegableVisitor;

impl Visitor<'_> for DelegableVisitor {
    type Value = Delegable;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true, permanent, or false")
    }

    fn visit_bool<E: Error>(self, may: bool) -> Result<Delegable, E> {
        Ok(if may { Delegable::Yes } else { Delegable::No })
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Delegable, E> {
        match word {
            "true" => Ok(Delegable::Yes),
            "permanent" => Ok(Delegable::Permanent),
            "false" => Ok(Delegable::No),
            _ => Err(E::custom("unknown word")),
        }
    }
}

impl Typed for Delegable {
    const SHAPE: &'static Shape = &Shape::Word(&["true", "permanent", "false"]);

    fn to_value(&self) -> Value {
        match self {
            Delegable::Yes => true.to_value(),
            Delegable::Permanent => Value::Word("permanent".into()),
            Delegable::No => false.to_value(),
        }
    }
}

/// The number of places: a number, or a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(from = "TypedCount")]
pub struct Count {
    /// The least number.
    pub min: u32,
    /// The greatest number. `None` if it is open.
    pub max: Option<u32>,
}

/// How many places a seat can have. No body has more members.
const PLACES: &Shape = &Shape::Integer {
    min: 0,
    max: 100_000,
};

#[derive(Deserialize)]
#[serde(untagged)]
enum TypedCount {
    Number(u32),
    Range(CountRange),
}

record! {
    /// A range of numbers of places.
    pub struct CountRange {
        /// The least number. Default: 0.
        min: Option<u32>,
        /// The greatest number. Default: open.
        max: Option<u32>,
    }
}

impl From<TypedCount> for Count {
    fn from(typed: TypedCount) -> Count {
        match typed {
            TypedCount::Number(number) => Count {
                min: number,
                max: Some(number),
            },
            TypedCount::Range(range) => Count {
                min: range.min.unwrap_or(0),
                max: range.max,
            },
        }
    }
}

impl Typed for Count {
    const SHAPE: &'static Shape = &Shape::Either(&[PLACES, CountRange::SHAPE]);

    fn to_value(&self) -> Value {
        let (min, max) = (self.min.to_value(), self.max.to_value());
        match min == max {
            true => min,
            false => Value::record([("min", min), ("max", max)]),
        }
    }
}

/// What there is one place for each of.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Each {
    /// The zones of the body's territory.
    Zones,
    /// The members of the body.
    Members,
    /// These organizations.
    List(NonEmpty<Ref<Organization>>),
    /// Something that has no page, in words.
    Text(Text),
}

/// By hand, because serde keeps the values of an untagged enum until it knows which it is, and `1` in a list is a
/// number then and no id.
impl<'de> Deserialize<'de> for Each {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EachVisitor)
    }
}

struct EachVisitor;

impl<'de> Visitor<'de> for EachVisitor {
    type Value = Each;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("zones, members, a list, or a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Each, E> {
        let text = Text::parse(text).ok_or_else(|| E::custom("empty"))?;
        Ok(match text.as_str() {
            "zones" => Each::Zones,
            "members" => Each::Members,
            _ => Each::Text(text),
        })
    }

    fn visit_seq<S: SeqAccess<'de>>(self, list: S) -> Result<Each, S::Error> {
        let list = Deserialize::deserialize(SeqAccessDeserializer::new(list));
        list.map(Each::List)
    }
}

impl Typed for Each {
    const SHAPE: &'static Shape = &Shape::Either(&[
        &Shape::Text(Text::SYNTAX),
        <NonEmpty<Ref<Organization>> as Typed>::SHAPE,
    ]);

    fn to_value(&self) -> Value {
        match self {
            Each::Zones => Value::Word("zones".to_owned()),
            Each::Members => Value::Word("members".to_owned()),
            Each::List(list) => list.to_value(),
            Each::Text(text) => text.to_value(),
        }
    }
}
