//! The references of bodies and tables.

use super::lookup::Resolver;
use super::seats::SeatSource;
use super::terms::Terms;
use crate::base::diagnostic::{NodePath, Place};
use crate::content::graph::body::{BodyLinks, Part, RelatedTo, WrittenPart, part_path};
use crate::content::graph::directory::UnresolvedEntity;
use crate::content::graph::link::Link;
use crate::content::model::{Body, EntityKind, Organization, Related};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::{Id, Text};

impl Resolver<'_> {
    pub(super) fn body(
        &mut self,
        link: Link<Body>,
        entity: &UnresolvedEntity,
        written: &Body,
    ) -> BodyLinks {
        self.check_kind(entity, VocabularyKind::Body, &written.kind);
        let territory = written.territory.as_ref();
        let zones = territory.and_then(|territory| territory.zones.as_ref());
        let in_territory = |it: &NodePath, key: &str| it.key("territory").key(key);
        let members = self.links(&written.members, |at| {
            entity.at(|it| it.key("members").index(at))
        });
        if let Some(zones) = zones {
            self.check_term(VocabularyKind::Area, &zones.kind, || {
                entity.at(|it| in_territory(it, "zones").key("kind"))
            });
        }
        let area = territory.and_then(|territory| territory.area.as_ref());
        // One organization may lead several zones.
        let leads = zones
            .map_or(&[] as &[_], |zones| &zones.lead)
            .iter()
            .enumerate();
        let zone_leads = leads.filter_map(|(at, lead)| {
            let place = || entity.at(|it| in_territory(it, "zones").key("lead").index(at));
            self.link(lead, place)
        });
        let zone_leads = zone_leads.collect();
        BodyLinks {
            authority: self.link(&written.authority, || entity.at(|it| it.key("authority"))),
            parent: self
                .optional_link(written.parent.as_ref(), || entity.at(|it| it.key("parent"))),
            area: self.optional_link(area, || entity.at(|it| in_territory(it, "area"))),
            zone_leads,
            parts: self.parts(link, entity, written),
            members,
        }
    }

    fn parts(&mut self, link: Link<Body>, entity: &UnresolvedEntity, body: &Body) -> Box<[Part]> {
        let mut parts: Vec<Part> = Vec::with_capacity(body.tables.len() + 1);
        for (table, written, existence) in body.existences() {
            let of_body = parts.first().map(|own| &*own.term_acts);
            let source = SeatSource {
                entity,
                link,
                body,
                table,
                existence,
                terms: Terms {
                    own: (written.terms, &[]),
                    of_body: (&body.terms, of_body.unwrap_or_default()),
                },
            };
            let part = self.part(source, written);
            parts.push(part);
        }
        parts.into()
    }

    fn part(&mut self, source: SeatSource<'_>, part: WrittenPart<'_>) -> Part {
        let SeatSource {
            entity,
            body,
            table,
            ..
        } = source;
        let path = part_path(&entity.origin.prefix, table);
        let at = |key: &str, index: usize| path.key(key).index(index);
        let place = |path: NodePath| entity.at(|_| path);
        let acts = part.legal_basis.iter().enumerate().map(|(index, basis)| {
            if let Some(relation) = &basis.relation {
                let place = || place(at("legal_basis", index).key("relation"));
                self.check_term(VocabularyKind::LegalRelation, relation, place);
            }
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
        let source = SeatSource {
            terms: Terms {
                own: (part.terms, &term_acts),
                ..source.terms
            },
            ..source
        };
        let seats = part
            .seats
            .iter()
            .enumerate()
            .map(|(index, seat)| self.seat(source, seat, || at("seats", index)));
        let seats = seats.collect();
        let procedure = part.procedure;
        let rules = procedure.and_then(|it| it.rules.as_ref());
        let secretariat = procedure.and_then(|it| it.secretariat.as_ref());
        let in_procedure = |key: &str| place(path.key("procedure").key(key));
        Part {
            table,
            existence: source.existence,
            acts,
            rules: self.optional_link(rules, || in_procedure("rules")),
            secretariat: secretariat
                .and_then(|it| self.secretariat(it, || in_procedure("secretariat"))),
            related,
            topics,
            activity_topics,
            term_acts,
            successors,
            seats,
        }
    }

    fn related(
        &mut self,
        entity: &UnresolvedEntity,
        related: &Related,
        path: impl Fn() -> NodePath,
    ) -> Option<RelatedTo> {
        if let Some(relation) = &related.relation {
            let place = || entity.at(|_| path().key("relation"));
            self.check_term(VocabularyKind::Relation, relation, place);
        }
        if let Some(organization) = &related.organization {
            return self
                .link(organization, || entity.at(|_| path().key("organization")))
                .map(RelatedTo::Organization);
        }
        self.body_part(related.body.as_ref()?, || entity.at(|_| path().key("body")))
            .map(RelatedTo::Body)
    }

    /// The organization that keeps the papers. Returns `None` if a text says who does.
    fn secretariat(
        &mut self,
        written: &Text,
        place: impl FnOnce() -> Place,
    ) -> Option<Link<Organization>> {
        let is_id = Id::parse(written).is_some();
        // Nobody writes so about an office.
        let is_surely_id = written.contains('-') && !written.contains(char::is_uppercase);
        let kind = EntityKind::Organization;
        let is_meant = is_id && (is_surely_id || self.name_target(kind, written).is_some());
        let found = is_meant.then(|| self.any_link(kind, written, place))??;
        Some(Link::new(found.index()))
    }
}
