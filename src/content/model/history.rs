//! The periods in which things exist, and what became of them.

use super::{Document, HasId, Ref, Referable};
use crate::base::date::{Date, PartialDate, Period};
use crate::notation::scalar::{Id, Text, WrittenReference};
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;
use crate::{record, words};
use borsh::{BorshDeserialize, BorshSerialize};

record! {
    /// The period in which something exists.
    pub struct Validity {
        /// The first day.
        from: Option<PartialDate>,
        /// The last day.
        until: Option<PartialDate>,
    }
}

record! {
    /// A term of a whole body: the time between one constitution of it and the next.
    pub struct BodyTerm {
        /// The id, unique in its body or table.
        id: Id,
        /// The first day.
        from: Option<PartialDate>,
        /// The last day.
        until: Option<PartialDate>,
        /// The act that appoints all who hold a seat in this term.
        act: Option<Ref<Document>>,
        /// A note.
        note: Option<Text>,
    }
}

impl HasId for BodyTerm {
    fn id(&self) -> &str {
        &self.id
    }
}

impl BodyTerm {
    /// The period.
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
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
    /// When it took effect.
    pub date: PartialDate,
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
        /// When it took effect.
        date: PartialDate,
        /// What it became, or what it was merged into.
        into: Option<WrittenReference>,
        /// A note.
        note: Option<Text>,
    }
}

impl<T> From<AnyChange> for Change<T> {
    fn from(change: AnyChange) -> Self {
        Change {
            kind: change.kind,
            date: change.date,
            into: change.into.map(Ref::from),
            note: change.note,
        }
    }
}

impl<T: Referable> Typed for Change<T> {
    const SHAPE: &'static Shape = AnyChange::SHAPE;

    fn to_value(&self) -> Value {
        Value::record([
            ("kind", self.kind.to_value()),
            ("date", self.date.to_value()),
            ("into", self.into.to_value()),
            ("note", self.note.to_value()),
        ])
    }
}

/// The number of the change that had stopped something by a day, such as its lapse. `None` if it goes on.
pub fn stopped_on<T>(changes: &[Change<T>], day: Date) -> Option<usize> {
    let changes = changes.iter().enumerate();
    let begun = changes.filter(|(_, it)| it.date.last() <= day);
    let turns = begun.filter(|(_, it)| it.kind.stops() || it.kind.constitutes());
    let last = turns.max_by_key(|(_, it)| it.date);
    last.filter(|(_, it)| it.kind.stops()).map(|(at, _)| at)
}

/// The numbers of that change and of all of its kind and date: what is divided becomes several things.
pub fn stopped_together<T>(changes: &[Change<T>], day: Date) -> impl Iterator<Item = usize> {
    let last = stopped_on(changes, day).and_then(|at| changes.get(at));
    let last = last.map(|it| (it.kind, it.date));
    let all = changes.iter().enumerate();
    all.filter_map(move |(at, it)| (Some((it.kind, it.date)) == last).then_some(at))
}

/// The change that had stopped the first of these histories that was stopped by a day. `None` if all go on.
pub fn first_stop<'a, T>(
    histories: impl IntoIterator<Item = &'a [Change<T>]>,
    day: Date,
) -> Option<&'a Change<T>> {
    let mut histories = histories.into_iter();
    histories.find_map(|changes| changes.get(stopped_on(changes, day)?))
}

impl ChangeKind {
    /// Whether what it happened to has members from then on.
    pub fn constitutes(self) -> bool {
        matches!(
            self,
            ChangeKind::Establishment
                | ChangeKind::Renewal
                | ChangeKind::Reconstitution
                | ChangeKind::Resumption
        )
    }

    /// Whether what it happened to has no members at work from then on.
    pub fn stops(self) -> bool {
        self.is_end() || matches!(self, ChangeKind::Lapse | ChangeKind::Suspension)
    }

    /// Whether what it happened to is no longer there.
    pub fn is_end(self) -> bool {
        matches!(
            self,
            ChangeKind::Merger | ChangeKind::Split | ChangeKind::Closing
        )
    }
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
        /// It was established.
        Establishment = "establishment",
        /// Its seats were filled anew, for another term.
        Renewal = "renewal",
        /// It lapsed: its term was over and it was not constituted anew.
        Lapse = "lapse",
        /// It was constituted anew after it had lapsed.
        Reconstitution = "reconstitution",
        /// It was suspended.
        Suspension = "suspension",
        /// It went on after it had been suspended.
        Resumption = "resumption",
    }
}
