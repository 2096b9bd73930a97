//! The references of seats.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::lookup::{PartSeats, Resolver};
use super::terms::Terms;
use crate::base::code::Code;
use crate::base::date::Period;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::content::graph::body::{
    BodyPart, EachOf, HolderLinks, PartyLink, Places, SeatAt, SeatLinks,
};
use crate::content::graph::directory::{NameTarget, UnresolvedEntity};
use crate::content::graph::keys;
use crate::content::graph::link::{AnyLink, Link};
use crate::content::graph::sitting::TensesOfDay;
use crate::content::model::{Body, Each, EntityKind, Existence, Holder, Party, Seat};
use crate::content::parse::Facts;
use crate::notation::scalar::Reference;
use crate::notation::suggest::{Names, Near, propose};
use crate::notation::yaml;

/// The part of a body that a seat is in.
#[derive(Clone, Copy)]
pub(super) struct SeatSource<'a> {
    pub entity: &'a UnresolvedEntity,
    pub link: Link<Body>,
    pub body: &'a Body,
    pub table: Option<usize>,
    pub existence: Existence,
    pub terms: Terms<'a>,
}

impl SeatSource<'_> {
    fn at(&self, path: NodePath) -> Place {
        self.entity.at(|_| path)
    }
}

impl<'r> Resolver<'r> {
    pub(super) fn seat(
        &mut self,
        source: SeatSource<'_>,
        seat: &Arc<Seat>,
        path: impl Fn() -> NodePath,
    ) -> SeatLinks {
        let at = |key: &str| source.at(path().key(key));
        let item = |key: &str, index| source.at(path().key(key).index(index));
        let held_by = seat.held_by.as_ref();
        let held_by = held_by.and_then(|it| self.seat_at(source, it, &|| at("held_by")));
        let among = seat.among.iter().enumerate();
        let among = among
            .filter_map(|(index, it)| self.own_seat(source, it.as_str(), &|| item("among", index)));
        let among = among.collect();
        let before = self.faults.len();
        let from = self.links(&seat.from, |index| item("from", index));
        // Whoever has no id belongs elsewhere.
        for fault in self.nameless_since(before) {
            fault.hint = Some("pool".into());
        }
        let holders = seat.holders.iter().enumerate();
        let life = seat.life(source.existence);
        let (places, one_for) = match held_by.filter(|_| seat.count.is_none()) {
            Some(held) => self.places_of(held),
            None => (seat.places(source.body), self.one_for(source.body, seat)),
        };
        SeatLinks {
            written: Arc::clone(seat),
            from,
            places,
            one_for,
            life,
            each: self.each(
                source.body,
                seat,
                || at("each"),
                |index| item("each", index),
            ),
            delegated_by: seat.delegated_by.as_ref().and_then(|it| {
                let found = self.own_seat(source, it.as_str(), &|| at("delegated_by"))?;
                Some((found.part.table.map_or(0, |table| table + 1), found.seat))
            }),
            appointed_by: self.party(source, seat.appointed_by.as_ref(), &|| {
                path().key("appointed_by")
            }),
            proposed_by: self.party(source, seat.proposed_by.as_ref(), &|| {
                path().key("proposed_by")
            }),
            among,
            held_by,
            holders: holders
                .map(|(index, holder)| {
                    let path = || path().key("holders").index(index);
                    self.holder(source, life, holder, path)
                })
                .collect(),
            tenses: TensesOfDay::default(),
        }
    }

    fn each(
        &mut self,
        body: &Body,
        seat: &Seat,
        place: impl Fn() -> Place,
        item: impl Fn(usize) -> Place,
    ) -> Option<EachOf> {
        Some(match seat.each.as_ref()? {
            Each::Zones => EachOf::Zones(body.zone_count()),
            Each::Members => EachOf::Members,
            Each::List(list) => {
                let before = self.faults.len();
                let links = self.links(list, item);
                let nameless = self.nameless_since(before);
                let is_text: Vec<bool> = nameless.map(|it| it.hint.is_some()).collect();
                if is_text.len() == list.len() && is_text.contains(&true) {
                    // What is no id at all was meant as words, which are one text.
                    let words: Vec<&str> = list.iter().map(|it| it.as_str()).collect();
                    self.faults.truncate(before);
                    let words = words.join(", ");
                    let fault = Diagnostic::new(Code::DanglingReference, place())
                        .label("type", EntityKind::Organization.label())
                        .text("mended", yaml::quoted(&words))
                        .text("id", words);
                    self.faults.push(fault.hint("each"));
                }
                EachOf::List(links)
            }
            Each::Text(_) => EachOf::Text,
        })
    }

    /// The faults of references that name nothing that a hint knows, from this number on.
    fn nameless_since(&mut self, number: usize) -> impl Iterator<Item = &mut Diagnostic> {
        let faults = self.faults.iter_mut().skip(number);
        faults
            .filter(|it| it.code == Code::DanglingReference)
            .filter(|it| matches!(it.hint.as_deref(), None | Some("reference")))
    }

    fn party(
        &mut self,
        source: SeatSource<'_>,
        party: Option<&Party>,
        path: &dyn Fn() -> NodePath,
    ) -> Option<PartyLink> {
        let at = |key: &str| source.at(path().key(key));
        let party = party?;
        if let Some(organization) = &party.organization {
            let found = self.link(organization, || at("organization"));
            return found.map(PartyLink::Organization);
        }
        if let Some(body) = &party.body {
            return self.body_part(body, || at("body")).map(PartyLink::Body);
        }
        self.seat_at(source, party.seat.as_ref()?, &|| at("seat"))
            .map(PartyLink::Seat)
    }

    /// A seat of the same body, or of another: `body/seat`, or `body/table/seat`.
    fn seat_at(
        &mut self,
        source: SeatSource<'_>,
        wanted: &Reference,
        place: &dyn Fn() -> Place,
    ) -> Option<SeatAt> {
        let Some((part, id)) = wanted.rsplit_once('/') else {
            return self.own_seat(source, wanted, place);
        };
        if source.body.tables.position(part).is_some() {
            return self.own_seat(source, wanted, place);
        }
        let part = self.body_part_named(part, place)?;
        let body = self.body_of(part.body)?;
        self.seat_in(body, Some(part), (wanted, id), place)
    }

    /// A seat of the same part, or of its body: `seat`, `table/seat` or `body/seat`.
    fn own_seat(
        &mut self,
        source: SeatSource<'_>,
        wanted: &str,
        place: &dyn Fn() -> Place,
    ) -> Option<SeatAt> {
        let SeatSource { body, entity, .. } = source;
        let own = entity.name.id.as_str();
        let (table, id) = match wanted.rsplit_once('/') {
            Some((part, id)) if part == own => (Some(None), id),
            Some((part, id)) => {
                let table = part.strip_prefix(own).and_then(|it| it.strip_prefix('/'));
                (body.tables.position(table.unwrap_or(part)).map(Some), id)
            }
            None => {
                let mut has = |table| {
                    let body_part = BodyPart {
                        body: source.link,
                        table,
                    };
                    let seats = part_seats(&mut self.seats, body, body_part);
                    seats.is_some_and(|it| it.by_id.contains_key(wanted))
                };
                let is_of_body = source.table.is_some() && !has(source.table) && has(None);
                (Some(source.table.filter(|_| !is_of_body)), wanted)
            }
        };
        let body = source.link;
        let part = table.map(|table| BodyPart { body, table });
        self.seat_in(source.body, part, (wanted, id), place)
    }

    /// The seat with an id in a part of a body. Reports one that does not exist, or whose part does not.
    fn seat_in(
        &mut self,
        body: &Body,
        part: Option<BodyPart>,
        (wanted, id): (&str, &str),
        place: &dyn Fn() -> Place,
    ) -> Option<SeatAt> {
        let known = part.and_then(|part| Some((part, part_seats(&mut self.seats, body, part)?)));
        let found = known.and_then(|(part, seats)| {
            let seat = *seats.by_id.get(id)?;
            Some(SeatAt { part, seat })
        });
        if found.is_none() {
            let near = known.and_then(|(_, seats)| seats.near(id));
            let fault = dangling_seat(place(), (wanted, id), near);
            self.faults.push(fault);
        }
        found
    }

    /// The number of places of a seat of any body, and when the organizations exist for each of which it has one. Once the
    /// seat has ended, those of its last day count for ever.
    fn places_of(&self, at: SeatAt) -> (Places, Box<[Period]>) {
        let body = self.body_of(at.part.body);
        let found = body.and_then(|body| {
            let mut parts = body.existences();
            let (_, part, existence) = parts.find(|(table, ..)| *table == at.part.table)?;
            let seat = part.seats.get(at.seat)?;
            let mut one_for = self.one_for(body, seat);
            let life = seat.life(existence);
            let stays = |it: &&mut Period| {
                life.days
                    .until
                    .is_some_and(|end| it.may_contain(end.last()))
            };
            for period in one_for.iter_mut().filter(stays) {
                period.until = None;
            }
            Some((seat.places(body), one_for))
        });
        found.unwrap_or((Places { min: 0, max: None }, Box::default()))
    }

    /// When each of the organizations exists for which a seat has one place. Empty if the number is typed.
    fn one_for(&self, body: &Body, seat: &Seat) -> Box<[Period]> {
        if seat.count.is_some() {
            return Box::default();
        }
        let organizations = seat.one_for(body);
        let periods =
            organizations.map(
                |it| match self.name_target(EntityKind::Organization, it.as_str()) {
                    Some(NameTarget::Entity(link)) => self.existence(link).days,
                    _ => Period::default(),
                },
            );
        periods.collect()
    }

    /// A body of which only the ids of the tables and seats, when these exist and the numbers of places may be read.
    fn body_of(&self, link: Link<Body>) -> Option<&'r Body> {
        self.recorder.record(keys::seats(link));
        match &self.directory.unresolved(AnyLink::Body(link))?.facts {
            Facts::Body(body) => Some(body),
            _ => None,
        }
    }

    fn holder(
        &mut self,
        source: SeatSource<'_>,
        life: Existence,
        holder: &Holder,
        path: impl Fn() -> NodePath,
    ) -> HolderLinks {
        let at = |key: &str| source.at(path().key(key));
        let terms = source.terms;
        let term = holder.term.as_ref().and_then(|id| {
            let found = terms.find(id);
            if found.is_none() {
                let fault = Diagnostic::new(Code::DanglingReference, at("term"));
                let fault = fault.label("type", "type-term").text("id", id.as_str());
                let names = self.terms.entry(source.table);
                let names = names.or_insert_with(|| Names::new(terms.ids()));
                self.faults.push(propose(names.near(id), fault, id));
            }
            found
        });
        let (period, act) = term.unwrap_or_default();
        let on_behalf_of = self.optional_link(holder.on_behalf_of.as_ref(), || at("on_behalf_of"));
        let existence = on_behalf_of.map(|it| self.existence(it.into()));
        let bounds = life.within(existence.unwrap_or_default());
        let written = holder.period(period);
        let period = bounds.clamp(written);
        HolderLinks {
            person: self.optional_link(holder.person.as_ref(), || at("person")),
            on_behalf_of,
            act: match &holder.act {
                Some(own) => self.link(own, || at("act")),
                None => act,
            },
            // If the term began before the seat or the organization was there, nobody knows on which day the holder came.
            period: Period {
                from: period.from.filter(|it| written.from == Some(*it)),
                ..period
            },
            bounds,
        }
    }
}

/// A reference to a seat that does not exist, of which the last part is the id of the seat.
fn dangling_seat(place: Place, (wanted, id): (&str, &str), near: Option<Near<'_>>) -> Diagnostic {
    let fault = Diagnostic::new(Code::DanglingReference, place);
    let fault = fault.label("type", "type-seat").text("id", wanted);
    let part = wanted.strip_suffix(id).unwrap_or_default();
    let word = near.map(|near| format!("{part}{}", near.word));
    let near = near.zip(word.as_deref());
    let near = near.map(|(near, word)| Near { word, ..near });
    match near {
        Some(_) => propose(near, fault, wanted),
        None => fault.hint("seat"),
    }
}

impl PartSeats {
    fn of(seats: &[Arc<Seat>]) -> PartSeats {
        let ids = seats.iter().map(|seat| seat.id.as_str().to_owned());
        // Of equal ids, the first seat is the last to be inserted.
        let by_id = ids.enumerate().collect::<Vec<_>>().into_iter().rev();
        PartSeats {
            by_id: by_id.map(|(at, id)| (id, at)).collect(),
            ids: OnceCell::new(),
        }
    }

    fn near(&self, word: &str) -> Option<Near<'_>> {
        let ids = || Names::new(self.by_id.keys().map(String::as_str));
        self.ids.get_or_init(ids).near(word)
    }
}

/// The seats of a part of a body, which are looked at once.
fn part_seats<'s>(
    known: &'s mut HashMap<BodyPart, PartSeats>,
    body: &Body,
    part: BodyPart,
) -> Option<&'s PartSeats> {
    let written = body.part(part.table)?;
    let seats = known.entry(part);
    Some(seats.or_insert_with(|| PartSeats::of(written.seats)))
}
