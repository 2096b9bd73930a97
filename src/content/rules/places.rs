//! What rules look at, each with its place in a file: bodies and tables, seats, holders, contacts.

use std::collections::BTreeSet;

use crate::base::date::{Date, PartialDate, Period};
use crate::base::diagnostic::{At, NodePath, Place};
use crate::base::source::{SETTINGS_FILE, SourcePath};
use crate::content::graph::{
    Entity, HolderLinks, Link, Part, Reader, SeatLinks, Tense, WrittenPart,
};
use crate::content::model::{Body, BodyTerm, ChangeKind, Contact, Holder, Organization, Seat};

/// A body, or a table of it.
#[derive(Clone, Copy)]
pub(super) struct LocatedPart<'a> {
    pub body: &'a Entity<Body>,
    pub written: WrittenPart<'a>,
    pub links: &'a Part,
}

/// A seat, and where it stands in its body or table.
#[derive(Clone, Copy)]
pub(super) struct LocatedSeat<'a> {
    pub part: LocatedPart<'a>,
    pub links: &'a SeatLinks,
    pub index: usize,
}

/// A holder, and where they stand in their seat.
#[derive(Clone, Copy)]
pub(super) struct LocatedHolder<'a> {
    pub seat: LocatedSeat<'a>,
    pub written: &'a Holder,
    pub links: &'a HolderLinks,
    pub index: usize,
}

/// A contact of a body, table or organization, or of the site.
pub(super) struct LocatedContact<'a> {
    pub written: &'a Contact,
    file: SourcePath,
    path: NodePath,
}

/// The contacts of a list that stands at `path` in a file.
pub(super) fn located_contacts<'a>(
    file: &SourcePath,
    path: NodePath,
    contacts: &'a [Contact],
) -> impl Iterator<Item = LocatedContact<'a>> + use<'a> {
    let file = file.clone();
    let contacts = contacts.iter().enumerate();
    contacts.map(move |(index, written)| LocatedContact {
        written,
        file: file.clone(),
        path: path.index(index),
    })
}

impl LocatedContact<'_> {
    pub(super) fn place(&self) -> Place {
        self.at(self.path.clone())
    }

    pub(super) fn channel_place(&self, index: usize) -> Place {
        self.at(self.path.key("channels").index(index).key("value"))
    }

    fn at(&self, path: NodePath) -> Place {
        Place::value(&self.file, path)
    }
}

impl<'a> LocatedPart<'a> {
    /// The last term of a body that goes on, if the term has run out and the body has not lapsed since.
    pub(super) fn term_run_out_on(&self, day: Date) -> Option<(usize, &'a BodyTerm)> {
        let written = self.written;
        let goes_on = |it: &BodyTerm| !it.period().ended_before(day);
        if self.links.existence.days.ended_before(day) || written.terms.iter().any(goes_on) {
            return None;
        }
        let terms = written.terms.iter().enumerate();
        let (index, last) = terms.max_by_key(|(_, term)| term.until)?;
        let ends = [ChangeKind::Lapse, ChangeKind::Suspension];
        let mut ends = written.changes.iter().filter(|it| ends.contains(&it.kind));
        let explains = |end: PartialDate| last.from.is_none_or(|from| from.first() <= end.last());
        let is_explained = ends.any(|it| explains(it.date));
        (!is_explained).then_some((index, last))
    }

    pub(super) fn place(&self, key: &str) -> Place {
        self.at(key, NodePath::clone)
    }

    /// The place of a value below a field: `part.at("seats", |it| it.index(2))`.
    pub(super) fn at(&self, key: &str, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.body.node.at(|_| below(&self.path(key)))
    }

    pub(super) fn path(&self, key: &str) -> NodePath {
        self.links.path(&self.body.node.origin.prefix, key)
    }
}

impl<'a> LocatedSeat<'a> {
    pub(super) fn written(&self) -> &'a Seat {
        &self.links.written
    }

    /// Whether somebody should hold the seat on a day: it may exist, and neither its part nor the body has stopped.
    pub(super) fn is_to_be_held_on(&self, day: Date) -> bool {
        let part = self.part;
        let stop = part.body.written.stopped_on(part.links.table, day);
        self.links.life.days.may_contain(day) && stop.is_none()
    }

    pub(super) fn holders(self) -> impl Iterator<Item = LocatedHolder<'a>> {
        let holders = self.links.each_holder().enumerate();
        holders.map(move |(index, (written, links))| LocatedHolder {
            seat: self,
            written,
            links,
            index,
        })
    }

    /// The seats among whose holders its role is given.
    pub(super) fn seats_among(self, graph: Reader<'a>) -> impl Iterator<Item = &'a SeatLinks> {
        let among = self.links.among.iter();
        among.filter_map(move |at| Some(graph.seat(at.part, at.seat)?.seat))
    }

    /// The holders whose mandates have run out, each with the last day, if nobody has followed and the body goes on. Each
    /// successor follows one. Who has left with the term of the body is not among them, nor is whoever sat for an
    /// organization that is no more, for which nobody can follow.
    pub(super) fn run_out_on(self, day: Date) -> Vec<(LocatedHolder<'a>, PartialDate)> {
        if !self.is_to_be_held_on(day) {
            return Vec::new();
        }
        let place = |it: &LocatedHolder<'_>| {
            let organization = it.links.on_behalf_of;
            organization.filter(|_| self.links.has_one_for_each())
        };
        let others = || self.holders().filter(|it| !it.written.is_substitute());
        let begins =
            others().filter_map(|it| Some((place(&it), it.period().from?.last(), it.index)));
        let mut begins: BTreeSet<_> = begins.collect();
        let can_go_on = |it: &LocatedHolder<'_>| !it.links.bounds.days.ended_before(day);
        let ended = others().filter(|it| it.written.takes_a_place() && can_go_on(it));
        let ended = ended.filter_map(|it| Some((self.links.last_day(it.links)?, it.index, it)));
        let mut ended: Vec<_> = ended.filter(|(until, ..)| until.last() < day).collect();
        ended.sort_by_key(|(until, index, _)| (*until, *index));
        ended.retain(|(until, index, it)| {
            let later = begins.range((place(it), until.first(), 0)..);
            let mut later = later.take_while(|(of, ..)| *of == place(it));
            let next = later.find(|(.., other)| other != index);
            let next = next.copied();
            next.is_none_or(|next| !begins.remove(&next))
        });
        let is_now = |it: &LocatedHolder<'_>| Tense::of(it.period(), day) == Tense::Now;
        let filled = others().filter(is_now).count();
        let full = (self.links.places.max).is_some_and(|places| filled >= places as usize);
        let found = ended.into_iter().filter(|(.., it)| {
            let is_explained = it.written.end_reason.is_some() || it.ends_with_term();
            !is_explained && (it.written.until.is_none() || !full)
        });
        found.map(|(until, _, it)| (it, until)).collect()
    }

    /// Those who certainly say on a day that a place is vacant which nobody has filled since, and the number of those who
    /// certainly sit then. Only those count who are `counted`.
    pub(super) fn vacancies_on(
        self,
        day: Date,
        counted: impl Fn(&LocatedHolder<'_>) -> bool,
    ) -> (Vec<LocatedHolder<'a>>, usize) {
        let tenses = self.links.tenses(day);
        let is_certain = |stay: Period| {
            stay.from.is_none_or(|from| from.last() <= day)
                && stay.until.is_none_or(|until| until.first() > day)
        };
        let holders = || self.holders().filter(&counted);
        let now = holders()
            .filter(|it| tenses.get(it.index) == Some(&Tense::Now) && is_certain(it.links.stay()));
        let now = now.filter(|it| !it.written.is_substitute());
        let (mut vacant, held): (Vec<_>, Vec<_>) = now.partition(|it| it.written.is_vacant());
        // Whoever began after a place was vacant has filled it, even if they have left again.
        let begun = holders().filter(|it| it.written.takes_a_place());
        let begun = begun.filter_map(|it| it.period().from);
        let last = begun.filter(|from| from.first() <= day).max();
        vacant.retain(|it| it.period().from.is_none_or(|it| Some(it) > last));
        (vacant, held.len())
    }

    /// The organizations for each of which there is a place. Empty if there are none, or none are named.
    pub(super) fn pool_of_each(self) -> &'a [Link<Organization>] {
        self.links.pool_of_each(&self.part.body.links.members)
    }

    pub(super) fn id(&self) -> &'a str {
        self.written().id.as_str()
    }

    pub(super) fn place(&self, key: &str) -> Place {
        self.at(|it| it.key(key))
    }

    /// The place of a value below the seat: `seat.at(|it| it.key("from").index(0))`.
    pub(super) fn at(&self, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.part.at("seats", |it| below(&it.index(self.index)))
    }
}

impl<'a> LocatedHolder<'a> {
    /// Whether the mandate ends with the term of its body.
    pub(super) fn ends_with_term(&self) -> bool {
        self.written.term.is_some() && self.written.until.is_none()
    }

    pub(super) fn period(&self) -> Period {
        self.links.period
    }

    /// Where it is written who the holder is.
    pub(super) fn place_of_name(&self) -> Place {
        self.place(match self.written {
            Holder {
                person: Some(_), ..
            } => "person",
            Holder { name: Some(_), .. } => "name",
            _ => "on_behalf_of",
        })
    }

    /// The name of the holder, or of the organization that sits; empty for a vacant place.
    pub(super) fn name(&self, graph: Reader<'a>) -> &'a str {
        let HolderLinks {
            person,
            on_behalf_of,
            ..
        } = *self.links;
        let person = person.map(|it| &*graph.get(it).node.title);
        let name = person.or(self.written.name.as_deref());
        let organization = on_behalf_of.filter(|_| self.written.is_organization());
        let title = || organization.map(|it| &*graph.get(it).node.title);
        name.or_else(title).unwrap_or_default()
    }

    pub(super) fn place(&self, key: &str) -> Place {
        self.at(|it| it.key(key))
    }

    /// The place of the holder, or of a value below.
    pub(super) fn at(&self, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        self.seat
            .at(|it| below(&it.key("holders").index(self.index)))
    }
}

/// A date in a message; empty where the period is open.
pub(super) fn date_or_empty(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

pub(super) fn in_settings(at: At) -> Place {
    Place {
        file: settings_file(),
        at,
    }
}

pub(super) fn settings_file() -> SourcePath {
    SourcePath::new(SETTINGS_FILE)
}
