//! The holders of seats.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use super::{Document, Organization, Person, Ref};
use crate::base::date::{Date, Period};
use crate::notation::scalar::Text;
use crate::notation::schema::{Shape, Typed};
use crate::record;

record! {
    /// A person in a seat, for a time. W3C org:Membership, Popolo Membership.
    pub struct Holder {
        /// The person, if the person has a page or an entry.
        person: Option<Ref<Person>>,
        /// The person's name, if not.
        name: Option<Text>,
        /// Whether nobody holds the seat.
        vacant: Option<bool>,
        /// The organization for which the person sits.
        on_behalf_of: Option<Ref<Organization>>,
        /// The first day.
        from: Option<Date>,
        /// The last day.
        until: Option<Date>,
        /// The act of appointment.
        act: Option<Ref<Document>>,
        /// Whether the person only holds the seat until it is filled.
        acting: Option<bool>,
        /// Whether the person stands in for a holder, or the name of that holder.
        substitutes: Option<Substitutes>,
        /// Why the mandate ended.
        end_reason: Option<Text>,
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
}

impl Holder {
    /// The period of the mandate.
    pub fn term(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }

    /// Whether the holder stands in for another, and so takes no place of the seat.
    pub fn is_substitute(&self) -> bool {
        !matches!(self.substitutes, None | Some(Substitutes::Flag(false)))
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
