//! The relations of an entity to others, for each type of entity.

use std::collections::HashSet;

use super::body::{Part, PartyLink, RelatedTo, SeatLinks};
use super::entity::{Entity, Linked};
use super::link::{AnyLink, Link};
use super::relation::{CompactIndex, PartRelation, Relation, SeatRelation, SeatRole};
use crate::content::model::{Area, Body, Document, Meeting, Organization};

/// All relations of an entity, without duplicates.
pub(super) fn all_relations<T: Linked>(entity: &Entity<T>) -> Vec<(AnyLink, Relation)> {
    let mut relations = T::relations(entity);
    let topics = &entity.node.topics;
    relations.extend(
        topics
            .iter()
            .map(|it| (AnyLink::Topic(*it), Relation::Topic)),
    );
    let section = entity.node.section;
    relations.extend(section.map(|it| (AnyLink::Section(it), Relation::Section)));
    let mut known = HashSet::with_capacity(relations.len());
    relations.retain(|relation| known.insert(*relation));
    relations
}

pub(super) fn none<T: Linked>(_: &Entity<T>) -> Vec<(AnyLink, Relation)> {
    Vec::new()
}

pub(super) fn of_organization(entity: &Entity<Organization>) -> Vec<(AnyLink, Relation)> {
    let links = &entity.links;
    let parent = links.parent.map(|it| (it, Relation::Parent));
    let successors = links
        .successors
        .iter()
        .flatten()
        .map(|it| (*it, Relation::Successor));
    let relations = parent.into_iter().chain(successors);
    relations
        .map(|(link, relation)| (AnyLink::Organization(link), relation))
        .collect()
}

pub(super) fn of_area(entity: &Entity<Area>) -> Vec<(AnyLink, Relation)> {
    let links = &entity.links;
    let parent = links.parent.map(|it| (AnyLink::Area(it), Relation::Parent));
    let lead = links
        .lead
        .map(|it| (AnyLink::Organization(it), Relation::AreaLead));
    parent.into_iter().chain(lead).collect()
}

pub(super) fn of_document(entity: &Entity<Document>) -> Vec<(AnyLink, Relation)> {
    let issuer = entity.links.issuer;
    issuer
        .map(|it| (AnyLink::Organization(it), Relation::Issuer))
        .into_iter()
        .collect()
}

pub(super) fn of_meeting(entity: &Entity<Meeting>) -> Vec<(AnyLink, Relation)> {
    let links = &entity.links;
    let of = links
        .of
        .map(|it| (AnyLink::Body(it.body), Relation::Meeting));
    let papers = links.minutes.iter().chain(&links.documents);
    let papers = papers.map(|it| (AnyLink::Document(*it), Relation::MeetingDocument));
    of.into_iter().chain(papers).collect()
}

pub(super) fn of_body(entity: &Entity<Body>) -> Vec<(AnyLink, Relation)> {
    let links = &entity.links;
    let organization = AnyLink::Organization;
    let mut relations = Vec::new();
    relations.extend(
        links
            .authority
            .map(|it| (organization(it), Relation::Authority)),
    );
    relations.extend(links.parent.map(|it| (AnyLink::Body(it), Relation::Parent)));
    relations.extend(
        links
            .area
            .map(|it| (AnyLink::Area(it), Relation::Territory)),
    );
    let members = links.members.iter();
    relations.extend(members.map(|it| (organization(*it), Relation::Member)));
    let leads = links.zone_leads.iter();
    relations.extend(leads.map(|it| (organization(*it), Relation::ZoneLead)));
    for part in &links.parts {
        add_relations_of_part(part, &links.members, &mut relations);
    }
    relations
}

fn add_relations_of_part(
    part: &Part,
    members: &[Link<Organization>],
    relations: &mut Vec<(AnyLink, Relation)>,
) {
    let table = part.table.map(CompactIndex::new);
    let to = |it: AnyLink, how| (it, Relation::Part(how, table));
    let acts = part.acts.iter().flatten();
    relations.extend(acts.map(|it| to((*it).into(), PartRelation::LegalBasis)));
    let rules = part.rules.map(AnyLink::from);
    relations.extend(rules.map(|it| to(it, PartRelation::Rules)));
    let acts = part.term_acts.iter().copied().flatten();
    let acts = acts.chain(part.seats.iter().flat_map(SeatLinks::acts));
    relations.extend(acts.map(|it| to(it.into(), PartRelation::AppointmentAct)));
    let secretariat = part.secretariat.map(AnyLink::from);
    relations.extend(secretariat.map(|it| to(it, PartRelation::Secretariat)));
    let parties = part.seats.iter();
    let parties = parties.flat_map(|it| it.appointed_by.into_iter().chain(it.proposed_by));
    let parties = parties.filter_map(|it| match it {
        PartyLink::Organization(it) => Some(it.into()),
        PartyLink::Body(it) => Some(it.body.into()),
        PartyLink::Seat(_) => None,
    });
    relations.extend(parties.map(|it| to(it, PartRelation::Appointment)));
    let related = part.related.iter().flatten();
    let related = related.map(|it| match it {
        RelatedTo::Organization(it) => (*it).into(),
        RelatedTo::Body(it) => it.body.into(),
    });
    relations.extend(related.map(|it| to(it, PartRelation::Related)));
    let successors = part.successors.iter().flatten();
    relations.extend(successors.map(|it| to(it.body.into(), PartRelation::Successor)));
    let topics = part.topics.iter();
    relations.extend(topics.map(|it| (AnyLink::Topic(*it), Relation::Topic)));
    for (index, topics) in part.activity_topics.iter().enumerate() {
        let relation = Relation::Activity(table, CompactIndex::new(index));
        relations.extend(topics.iter().map(|it| (AnyLink::Topic(*it), relation)));
    }
    for (index, seat) in part.seats.iter().enumerate() {
        let relation = |role| {
            Relation::Seat(SeatRelation {
                table,
                seat: CompactIndex::new(index),
                role,
            })
        };
        add_relations_of_seat(seat, members, relation, relations);
    }
}

fn add_relations_of_seat(
    seat: &SeatLinks,
    members: &[Link<Organization>],
    relation: impl Fn(SeatRole) -> Relation,
    relations: &mut Vec<(AnyLink, Relation)>,
) {
    let organization = AnyLink::Organization;
    let from = seat.from.iter();
    relations.extend(from.map(|it| (organization(*it), relation(SeatRole::Pool))));
    let each = seat.pool_of_each(members).iter();
    relations.extend(each.map(|it| (organization(*it), relation(SeatRole::Each))));
    let held_by = seat.held_by.map(|it| AnyLink::Body(it.part.body));
    relations.extend(held_by.map(|it| (it, relation(SeatRole::HeldBy))));
    for (index, holder) in seat.holders.iter().enumerate() {
        let relation = relation(SeatRole::Holder(CompactIndex::new(index)));
        let behalf = holder.on_behalf_of.map(organization);
        let person = holder.person.map(AnyLink::Person);
        relations.extend(behalf.into_iter().chain(person).map(|it| (it, relation)));
    }
}
