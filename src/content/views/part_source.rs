//! What the views of the parts of a body are made of.

use super::PageContext;
use super::context::Marked;
use crate::base::date::{Date, PartialDate};
use crate::content::graph::{BodyPart, Entity, Link, Part, WrittenPart};
use crate::content::model::{Body, ChangeKind, Existence, Table, Translation, stopped_on};

/// A part of a body, from which its view is made.
#[derive(Clone, Copy)]
pub(super) struct PartSource<'a> {
    pub(super) link: Link<Body>,
    pub(super) body: &'a Entity<Body>,
    /// The translation of the body's page into the page's language.
    pub(super) translation: Option<&'a Translation>,
    /// The references of the part.
    pub(super) part: &'a Part,
    /// The part as typed.
    pub(super) written: WrittenPart<'a>,
}

impl<'a> PartSource<'a> {
    /// The table. Returns `None` for the body itself.
    pub(super) fn table(self) -> Option<&'a Table> {
        self.body.written.tables.get(self.part.table?)
    }

    /// Where it is.
    pub(super) fn at(self) -> BodyPart {
        BodyPart {
            body: self.link,
            table: self.part.table,
        }
    }

    /// The period in which it exists.
    pub(super) fn existence(self) -> Existence {
        self.part.existence
    }

    /// The body itself, of which it is a part.
    pub(super) fn of_body(self) -> Option<PartSource<'a>> {
        let (part, written) = self.body.parts().next()?;
        Some(PartSource {
            part,
            written,
            ..self
        })
    }

    /// The number and kind of the change that had stopped it by a day.
    pub(super) fn stopped_on(self, day: Date) -> Option<(usize, ChangeKind)> {
        let at = stopped_on(self.written.changes, day)?;
        Some((at, self.written.changes.get(at)?.kind))
    }

    /// Its last day, if it has ended by a day, or is closed on that day until it is constituted anew.
    pub(super) fn ended_by(self, day: Date) -> Option<PartialDate> {
        let last = self.existence().days.until;
        let closed = || {
            let mut parts = [Some(self), self.of_body()].into_iter().flatten();
            parts.find_map(|it| {
                let (at, _) = it.stopped_on(day).filter(|(_, kind)| kind.is_end())?;
                let date = it.written.changes.get(at)?.date;
                (!self.existence().is_closed_on(date)).then(|| date.day_before())
            })
        };
        let last = last.filter(|last| last.last() < day);
        last.or_else(closed)
    }

    /// The title, and its language if that is not the page's.
    pub(super) fn title(self, page: &PageContext<'a>) -> Marked<'a, Option<&'a str>> {
        if let Some(table) = self.table() {
            let words = self.translation.and_then(|it| it.table(&table.id));
            let translation = words.and_then(|it| it.title.as_deref());
            page.translated(translation, Some(&table.title))
        } else {
            let translation = self.translation.and_then(|it| it.title.as_deref());
            page.translated(translation, Some(&self.body.node.title))
        }
    }

    /// The summary of a table, and its language if that is not the page's.
    pub(super) fn summary(self, page: &PageContext<'a>) -> Marked<'a, Option<&'a str>> {
        let Some(table) = self.table() else {
            return (None, None);
        };
        let words = self.translation.and_then(|it| it.table(&table.id));
        let translation = words.and_then(|it| it.summary.as_deref());
        page.translated(translation, table.summary.as_deref())
    }
}
