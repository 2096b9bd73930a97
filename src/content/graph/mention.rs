//! The links backwards: who mentions a thing, and how.

use std::collections::HashMap;
use std::num::NonZeroU32;

use borsh::{BorshDeserialize, BorshSerialize};

use super::body::{EachOf, RelatedTo};
use super::entity::{AnyLink, Entity, Linked};
use crate::content::model::{Area, Body, Document, Meeting, Organization};

/// That a thing is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Mention {
    /// By whom.
    pub by: AnyLink,
    /// How.
    pub how: How,
}

/// How a thing mentions another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum How {
    /// A body is run by the organization.
    Authority,
    /// A body, organization or area is a part of the thing.
    Parent,
    /// The organization is a member of a body.
    Member,
    /// A body works in the area.
    Territory,
    /// The organization leads a zone of a body.
    ZoneLead,
    /// The organization leads an area.
    AreaLead,
    /// A body, or this table of it, rests on the document.
    Rests(Option<Nth>),
    /// A body, or this table of it, deals with the organization.
    Deals(Option<Nth>),
    /// The organization or person comes to a seat.
    Sits(SeatAt),
    /// An activity has the topic: its table, its number.
    Activity(Option<Nth>, Nth),
    /// A page, or a table of a body, has the topic.
    Topic,
    /// An organization went into the organization.
    Into,
    /// A meeting is one of the body.
    Meets,
    /// The document is a paper of a meeting, or its minutes.
    Paper,
    /// The organization made a document.
    Issues,
    /// A page is directly in the section.
    Within,
}

/// A seat of a body, seen from an organization or person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SeatAt {
    /// The table; `None` is the body itself.
    pub table: Option<Nth>,
    /// Which seat of it.
    pub seat: Nth,
    /// How the organization or person comes to it.
    pub through: Through,
}

/// How an organization or person comes to a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Through {
    /// The seat is drawn from the organization, alone or with others.
    Pool,
    /// There is a place for each of several organizations, of which this is one.
    Each,
    /// A holder sits there on behalf of the organization, or is the person.
    Holder(Nth),
}

/// Which one of several, counted from 0. There are more mentions than anything else, so it takes no more room than
/// it must: it is counted from 1 there, and none takes no more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Nth(NonZeroU32);

impl Nth {
    /// The one of this index. No file is so long that it would not fit.
    pub fn new(index: usize) -> Nth {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        Nth(NonZeroU32::MIN.saturating_add(index))
    }

    /// Its index.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// For each thing, who mentions it. The mentions by one thing are in the order of its source.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Mentions(HashMap<AnyLink, Vec<Mention>>);

impl Mentions {
    pub(super) fn of(&self, thing: AnyLink) -> &[Mention] {
        self.0.get(&thing).map_or(&[], Vec::as_slice)
    }

    /// Gives back the room that was needed for growing.
    pub(super) fn settle(&mut self) {
        self.0.values_mut().for_each(Vec::shrink_to_fit);
    }

    /// Replaces what a thing mentions; gives the things of which it says something else than before.
    pub(super) fn replace(
        &mut self,
        by: AnyLink,
        before: &[(AnyLink, How)],
        now: &[(AnyLink, How)],
    ) -> Vec<AnyLink> {
        let mut touched: Vec<AnyLink> = before.iter().chain(now).map(|(thing, _)| *thing).collect();
        touched.sort_unstable();
        touched.dedup();
        let of = |list: &[(AnyLink, How)], wanted: AnyLink| -> Vec<How> {
            let of = list.iter().filter(|(thing, _)| *thing == wanted);
            of.map(|(_, how)| *how).collect()
        };
        touched.retain(|thing| of(before, *thing) != of(now, *thing));
        for thing in &touched {
            let list = self.0.entry(*thing).or_default();
            if !before.is_empty() {
                list.retain(|mention| mention.by != by);
            }
            let now = of(now, *thing).into_iter();
            list.extend(now.map(|how| Mention { by, how }));
            if list.is_empty() {
                self.0.remove(thing);
            }
        }
        touched
    }
}

/// Whom a thing mentions, each in each way once.
pub(super) fn mentions<T: Linked>(entity: &Entity<T>) -> Vec<(AnyLink, How)> {
    let mut mentions = T::mentions(entity);
    let topics = &entity.node.topics;
    mentions.extend(topics.iter().map(|it| (AnyLink::Topic(*it), How::Topic)));
    let section = entity.node.section;
    mentions.extend(section.map(|it| (AnyLink::Section(it), How::Within)));
    let mut once: Vec<(AnyLink, How)> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if !once.contains(&mention) {
            once.push(mention);
        }
    }
    once
}

pub(super) fn by_nobody<T: Linked>(_: &Entity<T>) -> Vec<(AnyLink, How)> {
    Vec::new()
}

pub(super) fn by_organization(entity: &Entity<Organization>) -> Vec<(AnyLink, How)> {
    let links = &entity.links;
    let parent = links.parent.map(|it| (it, How::Parent));
    let into = links.into.iter().flatten().map(|it| (*it, How::Into));
    let mentions = parent.into_iter().chain(into);
    mentions
        .map(|(link, how)| (AnyLink::Organization(link), how))
        .collect()
}

pub(super) fn by_area(entity: &Entity<Area>) -> Vec<(AnyLink, How)> {
    let links = &entity.links;
    let parent = links.parent.map(|it| (AnyLink::Area(it), How::Parent));
    let lead = links
        .lead
        .map(|it| (AnyLink::Organization(it), How::AreaLead));
    parent.into_iter().chain(lead).collect()
}

pub(super) fn by_document(entity: &Entity<Document>) -> Vec<(AnyLink, How)> {
    let issuer = entity.links.issuer;
    issuer
        .map(|it| (AnyLink::Organization(it), How::Issues))
        .into_iter()
        .collect()
}

pub(super) fn by_meeting(entity: &Entity<Meeting>) -> Vec<(AnyLink, How)> {
    let links = &entity.links;
    let of = links.of.map(|it| (AnyLink::Body(it.body), How::Meets));
    let papers = links.minutes.iter().chain(&links.documents);
    let papers = papers.map(|it| (AnyLink::Document(*it), How::Paper));
    of.into_iter().chain(papers).collect()
}

pub(super) fn by_body(entity: &Entity<Body>) -> Vec<(AnyLink, How)> {
    let links = &entity.links;
    let organization = AnyLink::Organization;
    let mut mentions = Vec::new();
    mentions.extend(links.authority.map(|it| (organization(it), How::Authority)));
    mentions.extend(links.parent.map(|it| (AnyLink::Body(it), How::Parent)));
    mentions.extend(links.area.map(|it| (AnyLink::Area(it), How::Territory)));
    let members = links.members.iter();
    mentions.extend(members.map(|it| (organization(*it), How::Member)));
    let leads = links.zone_leads.iter();
    mentions.extend(leads.map(|it| (organization(*it), How::ZoneLead)));
    for part in &links.parts {
        let table = part.table.map(Nth::new);
        let acts = part.acts.iter().flatten();
        mentions.extend(acts.map(|it| (AnyLink::Document(*it), How::Rests(table))));
        for related in part.related.iter().flatten() {
            if let RelatedTo::Organization(it) = related {
                mentions.push((organization(*it), How::Deals(table)));
            }
        }
        let topics = part.topics.iter();
        mentions.extend(topics.map(|it| (AnyLink::Topic(*it), How::Topic)));
        for (number, topics) in part.activity_topics.iter().enumerate() {
            let how = How::Activity(table, Nth::new(number));
            mentions.extend(topics.iter().map(|it| (AnyLink::Topic(*it), how)));
        }
        for (seat, seat_links) in part.seats.iter().enumerate() {
            let sits = |through| {
                How::Sits(SeatAt {
                    table,
                    seat: Nth::new(seat),
                    through,
                })
            };
            let each: &[_] = match &seat_links.each {
                Some(EachOf::Members) => &links.members,
                Some(EachOf::List(list)) => list,
                // A zone has a place, not the organization that leads it.
                Some(EachOf::Zones(_) | EachOf::Text) | None => &[],
            };
            let from = seat_links.from.iter();
            mentions.extend(from.map(|it| (organization(*it), sits(Through::Pool))));
            mentions.extend(
                each.iter()
                    .map(|it| (organization(*it), sits(Through::Each))),
            );
            for (number, holder) in seat_links.holders.iter().enumerate() {
                let how = sits(Through::Holder(Nth::new(number)));
                let behalf = holder.on_behalf_of.map(organization);
                let person = holder.person.map(AnyLink::Person);
                mentions.extend(behalf.into_iter().chain(person).map(|it| (it, how)));
            }
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::graph::Link;

    #[test]
    fn what_there_is_most_of_takes_little_room() {
        assert_eq!(size_of::<Option<Link<Body>>>(), 4);
        assert_eq!(size_of::<Mention>(), 24);
    }

    #[test]
    fn the_nth_is_the_one_of_its_index() {
        for index in [0, 1, 7, u32::MAX as usize - 1] {
            assert_eq!(Nth::new(index).index(), index);
        }
    }
}
