//! The holders of seats.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use super::{Document, Organization, Person, Ref, Role};
use crate::base::date::{PartialDate, Period};
use crate::notation::scalar::{Id, Text};
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;
use crate::record;

record! {
    /// Who sits on a seat, for a time: a person, an organization of which nobody is named, or nobody. W3C
    /// org:Membership, Popolo Membership.
    pub struct Holder {
        /// The person, if the person has a page or an entry.
        person: Option<Ref<Person>>,
        /// The person's name, if not.
        name: Option<Text>,
        /// Whether a place is known to be vacant.
        vacant: Option<bool>,
        /// The organization for which the person sits; alone, the organization sits, and nobody is named.
        on_behalf_of: Option<Ref<Organization>>,
        /// The office that the person holds elsewhere: `Sindaco di Cuveglio`.
        office: Option<Text>,
        /// What the person was elected to by the body, if it is not what the seat says.
        role: Option<Role>,
        /// The first day. Default: that of the term.
        from: Option<PartialDate>,
        /// The last day, inclusive: who begins on it takes over. Default: that of the term.
        until: Option<PartialDate>,
        /// The id of the term of the body or table in which the person sits.
        term: Option<Id>,
        /// The act of appointment. Default: that of the term.
        act: Option<Ref<Document>>,
        /// Whether the person only holds the seat until it is filled.
        acting: Option<bool>,
        /// Whether the person stands in for a holder, or the name of that holder.
        substitutes: Option<Substitutes>,
        /// Whose delegate the person is: `Sindaco di Cuveglio`.
        delegate_of: Option<Text>,
        /// Why the mandate ended.
        end_reason: Option<Text>,
        /// A note.
        note: Option<Text>,
    }
}

/// Whether a holder stands in for another, or for whom.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(untagged)]
pub enum Substitutes {
    /// Whether the holder does.
    Flag(bool),
    /// The name of the other.
    Name(Text),
}

impl Typed for Substitutes {
    const SHAPE: &'static Shape = &Shape::Either(&[&Shape::Flag, &Shape::Text(Text::SYNTAX)]);

    fn to_value(&self) -> Value {
        match self {
            Substitutes::Flag(flag) => flag.to_value(),
            Substitutes::Name(name) => name.to_value(),
        }
    }
}

impl Holder {
    /// The period of the mandate. What is not written is that of `term`.
    pub fn period(&self, term: Period) -> Period {
        Period {
            from: self.from.or(term.from),
            until: self.until.or(term.until),
        }
    }

    /// Whether it says that a place is vacant.
    pub fn is_vacant(&self) -> bool {
        self.vacant == Some(true)
    }

    /// Whether the holder stands in for another.
    pub fn is_substitute(&self) -> bool {
        !matches!(self.substitutes, None | Some(Substitutes::Flag(false)))
    }

    /// Whether the holder takes a place of the seat: it is not vacant, and the holder is no substitute.
    pub fn takes_a_place(&self) -> bool {
        !self.is_vacant() && !self.is_substitute()
    }

    /// What a translation of the page can call the holder: the name, the ids of the person and of the organization.
    pub fn names(&self) -> [Option<&str>; 3] {
        [
            self.name.as_deref(),
            self.person.as_ref().map(|it| it.as_str()),
            self.on_behalf_of.as_ref().map(|it| it.as_str()),
        ]
    }

    /// Whether an organization sits, and nobody is named.
    pub fn is_organization(&self) -> bool {
        !self.is_vacant()
            && self.on_behalf_of.is_some()
            && self.person.is_none()
            && self.name.is_none()
    }
}

impl Substitutes {
    /// The name of the one for whom the holder stands in. Returns `None` if it is not known.
    pub fn name(&self) -> Option<&Text> {
        match self {
            Substitutes::Name(name) => Some(name),
            Substitutes::Flag(_) => None,
        }
    }
}
