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

/// When something exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Existence {
    /// The first and the last day.
    pub days: Period,
    /// The day of the change that ends it, the first one without it. Whoever leaves on that day leaves with it.
    pub closing: Option<PartialDate>,
}

impl Existence {
    /// That of a thing. Where no first day is written, it is that on which the thing was established; where no last day is,
    /// that before the thing was merged, divided or closed, unless it was constituted anew.
    pub fn of<T>(valid: Period, changes: &[Change<T>]) -> Existence {
        let of_kind = |is: fn(ChangeKind) -> bool| changes.iter().filter(move |it| is(it.kind));
        let established = of_kind(|it| it == ChangeKind::Establishment);
        let turns = of_kind(|it| it.is_end() || it.constitutes());
        let last = turns.max_by_key(|it| it.date);
        let closing = last.filter(|it| it.kind.is_end()).map(|it| it.date);
        // A period whose ends are swapped, which is an error of its own, says nothing of either.
        let valid = Some(valid)
            .filter(|it| !it.is_upside_down())
            .unwrap_or_default();
        let days = Period {
            from: valid.from.or(established.map(|it| it.date).min()),
            until: valid.until.or(closing.map(day_before)),
        };
        Existence { days, closing }.with_own_closing()
    }

    /// That of a part of something, or of who takes part in it.
    #[must_use]
    pub fn within(self, whole: Existence) -> Existence {
        let closings = self.closing.into_iter().chain(whole.closing);
        let part = Existence {
            days: self.days.within(whole.days),
            closing: closings.min(),
        };
        let part = part.with_own_closing();
        part.with_last_day(self.days.until)
    }

    /// The same, until the day of the change that ends it if that is one of the last days that are written of its parts.
    #[must_use]
    pub fn with_last_day(mut self, written: impl IntoIterator<Item = PartialDate>) -> Existence {
        if self.closing.is_some() && written.into_iter().any(|last| self.is_closed_on(last)) {
            self.days.until = self.closing;
        }
        self
    }

    /// A period, with each end that certainly lies outside moved to that of the existence. A period that lies outside as a
    /// whole stays as it is.
    pub fn clamp(self, period: Period) -> Period {
        if !period.may_meet(self.days) {
            return period;
        }
        let first = |from: PartialDate| self.days.from.filter(|first| from.is_before(*first));
        let is_outside = |until: PartialDate, last: &PartialDate| {
            last.is_before(until) && !self.is_closed_on(until)
        };
        let last = |until| self.days.until.filter(|last| is_outside(until, last));
        Period {
            from: period.from.map(|from| first(from).unwrap_or(from)),
            until: period.until.map(|until| last(until).unwrap_or(until)),
        }
    }

    /// Whether it is ended by a change of this day.
    pub fn is_closed_on(self, date: PartialDate) -> bool {
        self.closing == Some(date)
    }

    /// Without the day of a change that came when it had ended.
    fn with_own_closing(self) -> Existence {
        let is_late = |closing: &PartialDate| {
            let last = self.days.until;
            last.is_some_and(|last| last.is_before(day_before(*closing)))
        };
        Existence {
            closing: self.closing.filter(|it| !is_late(it)),
            ..self
        }
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

/// The day before a date. The date itself, if its day is not known.
pub fn day_before(date: PartialDate) -> PartialDate {
    match date.day().and_then(|day| day.after_days(-1)) {
        Some(last) => last.into(),
        None => date,
    }
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
