//! The links backwards: who refers to a thing.

use std::collections::BTreeMap;

use super::Graph;
use super::arena::Link;
use super::body::{BodyPart, EachOf, RelatedTo};
use super::entity::AnyLink;
use crate::domain::model::{Area, Body, Document, Meeting, Organization, Person, Section, Topic};

/// For each thing, the things that refer to it, in the order of the source.
#[derive(Debug, Default)]
pub struct Back {
    /// The bodies that an organization runs.
    pub runs: BTreeMap<Link<Organization>, Vec<Link<Body>>>,
    /// The bodies of which an organization is a member.
    pub member_of: BTreeMap<Link<Organization>, Vec<Link<Body>>>,
    /// The seats that are drawn from an organization.
    pub organization_seats: BTreeMap<Link<Organization>, Vec<SeatRef>>,
    /// The bodies that deal with an organization.
    pub deals_with: BTreeMap<Link<Organization>, Vec<BodyPart>>,
    /// The organizations that are a part of an organization.
    pub organization_parts: BTreeMap<Link<Organization>, Vec<Link<Organization>>>,
    /// The organizations that went into an organization.
    pub made_of: BTreeMap<Link<Organization>, Vec<Link<Organization>>>,
    /// The areas and zones that an organization leads.
    pub leads: BTreeMap<Link<Organization>, Vec<Link<Area>>>,
    /// The bodies one of whose zones an organization leads.
    pub leads_zone_of: BTreeMap<Link<Organization>, Vec<Link<Body>>>,
    /// The bodies that are a part of a body.
    pub body_parts: BTreeMap<Link<Body>, Vec<Link<Body>>>,
    /// The meetings of a body, the latest first.
    pub meetings: BTreeMap<Link<Body>, Vec<Link<Meeting>>>,
    /// The seats that a person holds or held.
    pub person_seats: BTreeMap<Link<Person>, Vec<SeatRef>>,
    /// What rests on a document.
    pub rests_on: BTreeMap<Link<Document>, Vec<BodyPart>>,
    /// The meetings of which a document is a paper or the minutes.
    pub papers_of: BTreeMap<Link<Document>, Vec<Link<Meeting>>>,
    /// What has a topic.
    pub with_topic: BTreeMap<Link<Topic>, Vec<AnyLink>>,
    /// The activities that have a topic: body, part, number.
    pub activities_with_topic: BTreeMap<Link<Topic>, Vec<(BodyPart, usize)>>,
    /// The bodies that work in an area.
    pub bodies_in: BTreeMap<Link<Area>, Vec<Link<Body>>>,
    /// What is directly in a section.
    pub in_section: BTreeMap<Link<Section>, Vec<AnyLink>>,
    /// The areas that are a part of an area.
    pub area_parts: BTreeMap<Link<Area>, Vec<Link<Area>>>,
}

/// A seat, seen from an organization or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatRef {
    /// The body or table.
    pub part: BodyPart,
    /// Which seat of it.
    pub seat: usize,
    /// How the organization or person comes to it.
    pub through: Through,
}

/// How an organization or person comes to a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// The seat is drawn from the organization, alone or with others.
    Pool,
    /// There is a place for each of several organizations, of which this is one.
    Each,
    /// A holder sits there on behalf of the organization, or is the person.
    Holder(usize),
}

impl Back {
    /// Follows every link of the graph once and notes it at its other end.
    pub(super) fn new(graph: &Graph) -> Back {
        let mut back = Back::default();
        graph
            .bodies
            .links()
            .for_each(|body| back.note_body(body, graph));
        for (link, organization) in graph.organizations.iter() {
            note(
                &mut back.organization_parts,
                organization.links.parent,
                link,
            );
            organization
                .links
                .into
                .iter()
                .for_each(|into| note(&mut back.made_of, *into, link));
        }
        for (link, area) in graph.areas.iter() {
            note(&mut back.area_parts, area.links.parent, link);
            note(&mut back.leads, area.links.lead, link);
        }
        for (link, meeting) in graph.meetings.iter() {
            note(
                &mut back.meetings,
                meeting.links.of.map(|part| part.body),
                link,
            );
            let papers = meeting.links.minutes.iter().chain(&meeting.links.documents);
            papers.for_each(|paper| note(&mut back.papers_of, Some(*paper), link));
        }
        for meetings in back.meetings.values_mut() {
            meetings
                .sort_by_key(|link| std::cmp::Reverse(graph.meetings[*link].written.start.date()));
        }
        for link in graph.all() {
            graph
                .node(link)
                .topics
                .iter()
                .for_each(|topic| note(&mut back.with_topic, Some(*topic), link));
        }
        back
    }

    /// Notes what is in each section, once every page knows its own.
    pub(super) fn note_sections(
        &mut self,
        within: impl Iterator<Item = (AnyLink, Option<Link<Section>>)>,
    ) {
        within.for_each(|(page, section)| note(&mut self.in_section, section, page));
    }

    fn note_body(&mut self, link: Link<Body>, graph: &Graph) {
        let body = &graph.bodies[link];
        note(&mut self.runs, body.links.authority, link);
        note(&mut self.body_parts, body.links.parent, link);
        note(&mut self.bodies_in, body.links.area, link);
        body.links
            .members
            .iter()
            .for_each(|member| note(&mut self.member_of, Some(*member), link));
        body.links
            .zone_leads
            .iter()
            .for_each(|lead| note(&mut self.leads_zone_of, Some(*lead), link));
        for part in &body.links.parts {
            let here = BodyPart {
                body: link,
                table: part.table,
            };
            part.acts
                .iter()
                .for_each(|act| note(&mut self.rests_on, *act, here));
            for related in part.related.iter().flatten() {
                if let RelatedTo::Organization(organization) = related {
                    note(&mut self.deals_with, Some(*organization), here);
                }
            }
            part.topics
                .iter()
                .for_each(|topic| note(&mut self.with_topic, Some(*topic), AnyLink::Body(link)));
            for (number, topics) in part.activity_topics.iter().enumerate() {
                topics.iter().for_each(|topic| {
                    note(
                        &mut self.activities_with_topic,
                        Some(*topic),
                        (here, number),
                    );
                });
            }
            for (seat, links) in part.seats.iter().enumerate() {
                let through = |through| SeatRef {
                    part: here,
                    seat,
                    through,
                };
                let each = match &links.each {
                    Some(EachOf::Members) => body.links.members.as_slice(),
                    Some(EachOf::List(list)) => list,
                    // A zone has a place, not the organization that leads it.
                    Some(EachOf::Zones(_) | EachOf::Text) | None => &[],
                };
                let seats = &mut self.organization_seats;
                links
                    .from
                    .iter()
                    .for_each(|from| note(seats, Some(*from), through(Through::Pool)));
                each.iter()
                    .for_each(|each| note(seats, Some(*each), through(Through::Each)));
                for (number, holder) in links.holders.iter().enumerate() {
                    note(seats, holder.on_behalf_of, through(Through::Holder(number)));
                    note(
                        &mut self.person_seats,
                        holder.person,
                        through(Through::Holder(number)),
                    );
                }
            }
        }
    }
}

fn note<K: Ord, V: PartialEq>(table: &mut BTreeMap<K, Vec<V>>, key: Option<K>, value: V) {
    if let Some(key) = key {
        let values = table.entry(key).or_default();
        if values.last() != Some(&value) {
            values.push(value);
        }
    }
}
