//! The references of bodies, tables and seats, and the numbers of places.

use std::cell::OnceCell;
use std::sync::Arc;

use super::lookup::{PartSeats, Resolver};
use crate::base::code::Code;
use crate::base::date::Period;
use crate::base::diagnostic::{Diagnostic, NodePath};
use crate::content::graph::body::{
    BodyLinks, EachOf, HolderLinks, Part, Places, RelatedTo, SeatLinks, WrittenPart, part_path,
};
use crate::content::graph::directory::UnresolvedEntity;
use crate::content::graph::link::Link;
use crate::content::model::{
    Body, BodyTerm, Count, Document, Each, Holder, Organization, Related, Seat, Zones,
};
use crate::content::settings::VocabularyKind;
use crate::notation::suggest::{Names, nearest};

impl Resolver<'_> {
    pub(super) fn body(&mut self, entity: &UnresolvedEntity, written: &Body) -> BodyLinks {
        self.check_kind(entity, VocabularyKind::Body, &written.kind);
        let territory = written.territory.as_ref();
        let zones = territory.and_then(|territory| territory.zones.as_ref());
        let in_territory = |it: &NodePath, key: &str| it.key("territory").key(key);
        let members = self.links(&written.members, |at| {
            entity.at(|it| it.key("members").index(at))
        });
        let area = territory.and_then(|territory| territory.area.as_ref());
        BodyLinks {
            authority: self.link(&written.authority, || entity.at(|it| it.key("authority"))),
            parent: self
                .optional_link(written.parent.as_ref(), || entity.at(|it| it.key("parent"))),
            area: self.optional_link(area, || entity.at(|it| in_territory(it, "area"))),
            zone_leads: self.links(zones.map_or(&[], |zones| &zones.lead), |at| {
                entity.at(|it| in_territory(it, "zones").key("lead").index(at))
            }),
            parts: self.parts(entity, written, &members),
            members,
        }
    }

    fn parts(
        &mut self,
        entity: &UnresolvedEntity,
        body: &Body,
        members: &[Link<Organization>],
    ) -> Box<[Part]> {
        let mut parts: Vec<Part> = Vec::with_capacity(body.tables.len() + 1);
        for (table, written) in body.parts() {
            let term_acts = parts.first().map(|own| &*own.term_acts);
            let part = self.part((entity, body, table), written, members, term_acts);
            parts.push(part);
        }
        parts.into()
    }

    fn part(
        &mut self,
        (entity, body, table): (&UnresolvedEntity, &Body, Option<usize>),
        part: WrittenPart<'_>,
        members: &[Link<Organization>],
        term_acts_of_body: Option<&[Option<Link<Document>>]>,
    ) -> Part {
        let path = part_path(&entity.origin.prefix, table);
        let at = |key: &str, index: usize| path.key(key).index(index);
        let place = |path: NodePath| entity.at(|_| path);
        let acts = part.legal_basis.iter().enumerate().map(|(index, basis)| {
            self.optional_link(basis.act.as_ref(), || {
                place(at("legal_basis", index).key("act"))
            })
        });
        let acts = acts.collect();
        let related = part.related.iter().enumerate();
        let related = related
            .map(|(index, each)| self.related(entity, each, || at("related", index)))
            .collect();
        let of_table = table.and_then(|table| body.tables.get(table));
        let topics = of_table.map_or(&[] as &[_], |table| &table.topics);
        let topics = self.links(topics, |topic| place(at("topics", topic)));
        let activities = part.activities.iter().enumerate().map(|(index, activity)| {
            self.links(&activity.topics, |topic| {
                place(at("activities", index).key("topics").index(topic))
            })
        });
        let activity_topics = activities.collect();
        let successors = part.changes.iter().enumerate().map(|(index, change)| {
            self.body_part(change.into.as_ref()?, || {
                place(at("changes", index).key("into"))
            })
        });
        let successors = successors.collect();
        let term_acts = part.terms.iter().enumerate().map(|(index, term)| {
            self.optional_link(term.act.as_ref(), || place(at("terms", index).key("act")))
        });
        let term_acts: Box<[_]> = term_acts.collect();
        let terms = Terms {
            own: (part.terms, &term_acts),
            of_body: (&body.terms, term_acts_of_body.unwrap_or(&term_acts)),
        };
        let seats = part.seats.iter().enumerate().map(|(index, seat)| {
            let of = (entity, body, table);
            self.seat(of, seat, || at("seats", index), (members, terms))
        });
        let seats = seats.collect();
        Part {
            table,
            acts,
            related,
            topics,
            activity_topics,
            term_acts,
            successors,
            seats,
        }
    }

    fn seat(
        &mut self,
        (entity, body, table): (&UnresolvedEntity, &Body, Option<usize>),
        seat: &Arc<Seat>,
        path: impl Fn() -> NodePath,
        (members, terms): (&[Link<Organization>], Terms<'_>),
    ) -> SeatLinks {
        let territory = body.territory.as_ref();
        let zones = territory.and_then(|territory| territory.zones.as_ref());
        let each = self.each(entity, seat, &path, zones);
        let holders = seat.holders.iter().enumerate();
        SeatLinks {
            written: Arc::clone(seat),
            from: self.links(&seat.from, |index| {
                entity.at(|_| path().key("from").index(index))
            }),
            places: places(seat.count, each.as_ref(), members.len()),
            each,
            delegated_by: self.delegated_by(entity, body, table, seat, &path),
            holders: holders
                .map(|(index, holder)| {
                    self.holder(entity, holder, terms, || path().key("holders").index(index))
                })
                .collect(),
        }
    }

    fn related(
        &mut self,
        entity: &UnresolvedEntity,
        related: &Related,
        path: impl Fn() -> NodePath,
    ) -> Option<RelatedTo> {
        if let Some(organization) = &related.organization {
            return self
                .link(organization, || entity.at(|_| path().key("organization")))
                .map(RelatedTo::Organization);
        }
        self.body_part(related.body.as_ref()?, || entity.at(|_| path().key("body")))
            .map(RelatedTo::Body)
    }

    fn each(
        &mut self,
        entity: &UnresolvedEntity,
        seat: &Seat,
        path: impl Fn() -> NodePath,
        zones: Option<&Zones>,
    ) -> Option<EachOf> {
        Some(match seat.each.as_ref()? {
            Each::Zones => {
                let listed = zones
                    .map(|zones| zones.lead.len())
                    .filter(|leads| *leads > 0);
                let listed = listed.and_then(|leads| u32::try_from(leads).ok());
                EachOf::Zones(zones.and_then(|zones| zones.count).or(listed))
            }
            Each::Members => EachOf::Members,
            Each::List(list) => EachOf::List(
                self.links(list, |index| entity.at(|_| path().key("each").index(index))),
            ),
            Each::Text(_) => EachOf::Text,
        })
    }

    /// The seat that appoints this one: a seat of the same part, or `table/seat` of the same body.
    fn delegated_by(
        &mut self,
        entity: &UnresolvedEntity,
        body: &Body,
        table: Option<usize>,
        seat: &Seat,
        path: impl Fn() -> NodePath,
    ) -> Option<(usize, usize)> {
        let wanted = seat.delegated_by.as_ref()?.as_str();
        let (part, id) = match wanted.split_once('/') {
            Some((part, id)) => (body.parts().find(|(_, it)| it.id == Some(part)), id),
            None => (body.parts().find(|(at, _)| *at == table), wanted),
        };
        let known = part.map(|(table, part)| {
            let seats = self.seats.entry(table);
            (table, seats.or_insert_with(|| PartSeats::of(part.seats)))
        });
        if let Some((table, seats)) = &known
            && let Some(found) = seats.by_id.get(id)
        {
            return Some((table.map_or(0, |table| table + 1), *found));
        }
        let fault = Diagnostic::new(
            Code::DanglingReference,
            entity.at(|_| path().key("delegated_by")),
        );
        let fault = fault.label("type", "type-seat").text("id", wanted);
        let near = known.and_then(|(_, seats)| seats.nearest(id));
        self.faults.push(match near {
            Some(near) => {
                let part = wanted.strip_suffix(id).unwrap_or_default();
                fault.text("near", format!("{part}{near}")).hint("near")
            }
            None => fault,
        });
        None
    }

    fn holder(
        &mut self,
        entity: &UnresolvedEntity,
        holder: &Holder,
        terms: Terms<'_>,
        path: impl Fn() -> NodePath,
    ) -> HolderLinks {
        let at = |key: &str| entity.at(|_| path().key(key));
        let term = holder.term.as_ref().and_then(|id| {
            let found = terms.find(id);
            if found.is_none() {
                let fault = Diagnostic::new(Code::DanglingReference, at("term"));
                let fault = fault.label("type", "type-term").text("id", id.as_str());
                self.faults.push(match nearest(id, terms.ids()) {
                    Some(near) => fault.text("near", near).hint("near"),
                    None => fault,
                });
            }
            found
        });
        let (period, act) = term.unwrap_or_default();
        HolderLinks {
            person: self.optional_link(holder.person.as_ref(), || at("person")),
            on_behalf_of: self.optional_link(holder.on_behalf_of.as_ref(), || at("on_behalf_of")),
            act: match &holder.act {
                Some(own) => self.link(own, || at("act")),
                None => act,
            },
            period: holder.period(period),
        }
    }
}

/// The terms of a part, each with its act; those of the body count too.
#[derive(Clone, Copy)]
struct Terms<'a> {
    own: ActedTerms<'a>,
    of_body: ActedTerms<'a>,
}

/// Terms, and the act of each.
type ActedTerms<'a> = (&'a [BodyTerm], &'a [Option<Link<Document>>]);

impl<'a> Terms<'a> {
    fn all(self) -> impl Iterator<Item = (&'a BodyTerm, Option<Link<Document>>)> {
        let both = [self.own, self.of_body].into_iter();
        both.flat_map(|(terms, acts)| terms.iter().zip(acts.iter().copied()))
    }

    fn ids(self) -> impl Iterator<Item = &'a str> {
        self.all().map(|(term, _)| term.id.as_str())
    }

    /// The period and the act of the term with this id.
    fn find(self, id: &str) -> Option<(Period, Option<Link<Document>>)> {
        let found = self.all().find(|(term, _)| term.id.as_str() == id);
        found.map(|(term, act)| (term.period(), act))
    }
}

/// The number of places of a seat: as written, else one for each, else one.
fn places(count: Option<Count>, each: Option<&EachOf>, members: usize) -> Places {
    let fixed = |number: u32| Places {
        min: number,
        max: Some(number),
    };
    let size = |size: usize| fixed(u32::try_from(size).unwrap_or(u32::MAX));
    match (count, each) {
        (Some(count), _) => Places {
            min: count.min,
            max: count.max,
        },
        (None, None) => fixed(1),
        (None, Some(EachOf::Members)) => size(members),
        (None, Some(EachOf::List(list))) => size(list.len()),
        (None, Some(EachOf::Zones(Some(zones)))) => fixed(*zones),
        (None, Some(EachOf::Zones(None) | EachOf::Text)) => Places { min: 0, max: None },
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

    /// The id that is most like a word.
    fn nearest(&self, word: &str) -> Option<&str> {
        let ids = || Names::new(self.by_id.keys().map(String::as_str));
        self.ids.get_or_init(ids).nearest(word)
    }
}
