//! The periods in which things exist, and what became of them.

use super::Ref;
use crate::base::date::{Date, Period};
use crate::notation::scalar::Text;
use crate::notation::schema::{Shape, Typed};
use crate::{record, words};
use borsh::{BorshDeserialize, BorshSerialize};

record! {
    /// The period in which something exists.
    pub struct Validity {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        until: Option<Date>,
    }
}

impl Validity {
    /// The period.
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }
}

/// What became of an organization or a body. W3C org:ChangeEvent.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(from = "AnyChange", bound = "")]
pub struct Change<T> {
    /// What happened.
    pub kind: ChangeKind,
    /// The day on which it took effect.
    pub date: Date,
    /// What it became, or what it was merged into.
    pub into: Option<Ref<T>>,
    /// A note.
    pub note: Option<Text>,
}

record! {
    /// A change of anything. As a [`Change`] it is known of what.
    pub struct AnyChange {
        /// What happened.
        kind: ChangeKind,
        /// The day on which it took effect.
        date: Date,
        /// What it became, or what it was merged into.
        into: Option<Ref<()>>,
        /// A note.
        note: Option<Text>,
    }
}

impl<T> From<AnyChange> for Change<T> {
    fn from(change: AnyChange) -> Self {
        Change {
            kind: change.kind,
            date: change.date,
            into: change.into.map(Ref::cast),
            note: change.note,
        }
    }
}

impl<T> Typed for Change<T> {
    const SHAPE: &'static Shape = AnyChange::SHAPE;
}

words! {
    /// A kind of change.
    pub enum ChangeKind {
        /// It was merged into another.
        Merger = "merger",
        /// It was divided.
        Split = "split",
        /// It changed its name.
        Rename = "rename",
        /// It was closed.
        Closing = "closing",
    }
}
