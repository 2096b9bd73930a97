//! Mandates that end: those of holders, and the terms of bodies and tables.

use super::graph::{
    AnyLink, Entity, Graph, HolderLinks, HolderSource, Part, Reader, SeatLinks, WrittenPart,
};
use super::model::{Body, EntityKind, Holder};
use crate::base::date::{Date, PartialDate, Period};
use crate::base::diagnostic::{NodePath, Place};
use crate::incremental::memo::DependencyRecorder;

/// A mandate, and when it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingMandate {
    /// The last day: as written, else that of the term, else the one on which the time of the seat is over.
    pub until: PartialDate,
    /// The first day.
    pub from: Option<PartialDate>,
    /// The body.
    pub body: Titled,
    /// The table of the body.
    pub table: Option<Titled>,
    /// The id of the seat. `None` if it is a term that ends.
    pub seat: Option<String>,
    /// The id of the term that ends, or in which the holder sits.
    pub term: Option<String>,
    /// The name of the person. `None` if an organization sits, and for a term.
    pub name: Option<String>,
    /// The id of the person, if the person has a page or an entry.
    pub person: Option<String>,
    /// The organization for which the holder sits.
    pub organization: Option<Titled>,
    /// Where the end is written, or else what it follows from.
    pub place: Place,
}

/// The id of something, and its title.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Titled {
    /// The id.
    pub id: String,
    /// The title in the language of the site.
    pub title: String,
}

/// The mandates of a site that end from a day to another, both included, sorted by their ends. One whose end is known in
/// part counts if it may end then, and nobody has certainly taken over by the first of these days.
pub fn ending(graph: &Graph, from: Date, until: Date) -> Vec<EndingMandate> {
    let recorder = DependencyRecorder::default();
    let graph = Reader::new(graph, &recorder);
    let bodies = graph.all(EntityKind::Body).into_iter();
    let bodies = bodies.filter_map(|link| match link {
        AnyLink::Body(body) => Some(graph.get(body)),
        _ => None,
    });
    let all = bodies.flat_map(|body| of_body(graph, body, from));
    let is_within = |it: &EndingMandate| it.until.first() <= until && from <= it.until.last();
    let mut found: Vec<EndingMandate> = all.filter(is_within).collect();
    // The order within a body is that of the source.
    found.sort_by(|a, b| (a.until, &a.body).cmp(&(b.until, &b.body)));
    found
}

fn of_body<'a>(
    graph: Reader<'a>,
    body: &'a Entity<Body>,
    today: Date,
) -> impl Iterator<Item = EndingMandate> + use<'a> {
    body.parts().flat_map(move |(part, written)| {
        let source = Source {
            graph,
            body,
            part,
            written,
            today,
        };
        source.terms().chain(source.holders())
    })
}

/// A body or table whose mandates are looked at.
#[derive(Clone, Copy)]
struct Source<'a> {
    graph: Reader<'a>,
    body: &'a Entity<Body>,
    part: &'a Part,
    written: WrittenPart<'a>,
    today: Date,
}

impl<'a> Source<'a> {
    fn terms(self) -> impl Iterator<Item = EndingMandate> + use<'a> {
        let terms = self.written.terms.iter().enumerate();
        let existence = self.part.existence;
        terms.filter_map(move |(index, term)| {
            let place = self.at("terms", |it| it.index(index).key("until"));
            let period = existence.clamp(term.period());
            Some(EndingMandate {
                from: period.from,
                term: Some(term.id.to_string()),
                ..self.mandate(period.until?, place)
            })
        })
    }

    fn holders(self) -> impl Iterator<Item = EndingMandate> + use<'a> {
        let seats = self.part.seats.iter().enumerate();
        seats.flat_map(move |(index, seat)| {
            let sources = seat.holder_sources(self.graph).into_iter();
            sources.flat_map(move |source| {
                let holders = source.each_holder();
                let left = move |number| source.seat.has_certainly_left(number, self.today);
                let staying = holders.filter(move |(number, _)| !left(*number));
                staying.filter_map(move |holder| self.holder((index, seat), source, holder))
            })
        })
    }

    fn holder(
        self,
        (at, seat): (usize, &'a SeatLinks),
        source: HolderSource<'a>,
        (number, (holder, links)): (usize, (&'a Holder, HolderLinks)),
    ) -> Option<EndingMandate> {
        if holder.is_vacant() {
            return None;
        }
        let until = source.last_day(number, &links)?;
        let key = [
            (holder.until.is_some(), "until"),
            (
                holder.term.is_some() && links.period.until.is_some(),
                "term",
            ),
            (holder.from.is_some(), "from"),
        ];
        let key = key.into_iter().find(|(is_written, _)| *is_written);
        let place = self.at("seats", |it| {
            let (seat, holder) = (it.index(at), it.index(at).key("holders").index(number));
            match (source.elsewhere, key) {
                (Some(_), _) => seat.key("held_by"),
                (None, Some((_, key))) => holder.key(key),
                (None, None) => holder,
            }
        });
        let person = links.person.map(|it| &self.graph.get(it).node);
        let organization = links.on_behalf_of.map(|it| &self.graph.get(it).node);
        let name = person.map(|it| &*it.title).or(holder.name.as_deref());
        Some(EndingMandate {
            from: links.period.from,
            seat: Some(seat.written.id.to_string()),
            term: holder.term.as_ref().map(ToString::to_string),
            name: name.map(str::to_owned),
            person: person.map(|it| it.id().to_owned()),
            organization: organization.map(|it| Titled::new(it.id(), &it.title)),
            ..self.mandate(until, place)
        })
    }

    fn mandate(self, until: PartialDate, place: Place) -> EndingMandate {
        let node = &self.body.node;
        let table = self.written.id;
        EndingMandate {
            until,
            from: None,
            body: Titled::new(node.id(), &node.title),
            table: table.map(|id| Titled::new(id, self.written.title)),
            seat: None,
            term: None,
            name: None,
            person: None,
            organization: None,
            place,
        }
    }

    fn at(self, key: &str, below: impl FnOnce(&NodePath) -> NodePath) -> Place {
        let path = self.part.path(&self.body.node.origin.prefix, key);
        self.body.node.at(|_| below(&path))
    }
}

impl HolderSource<'_> {
    /// The last day here of a mandate that is written there: its own, or else that of this seat, its body or the organization
    /// for which the holder sits; at the latest that. `here` are the links of the holder with this number for this seat.
    pub fn last_day(&self, number: usize, here: &HolderLinks) -> Option<PartialDate> {
        let there = self.seat.holders.get(number);
        let until = there.and_then(|it| self.seat.last_day(it));
        let mandate = Period {
            until: until.or(here.stay().until),
            ..here.period
        };
        // The time of a seat counts from the first day there, and may be over before the first one here.
        let is_here = mandate.may_meet(here.bounds.days);
        is_here.then(|| here.bounds.clamp(mandate).until)?
    }
}

impl SeatLinks {
    /// The last day of a mandate on the seat: as written, or the day on which the time of the seat is over; at the latest that
    /// on which the seat ends.
    pub fn last_day(&self, holder: &HolderLinks) -> Option<PartialDate> {
        let Period { from, until } = holder.period;
        let months = self.written.term_months;
        let end = || from?.last_of_months(months?);
        let until = until.or_else(end);
        holder.bounds.clamp(Period { from, until }).until
    }
}

impl Titled {
    fn new(id: &str, title: &str) -> Titled {
        Titled {
            id: id.to_owned(),
            title: title.to_owned(),
        }
    }
}
