//! The keys of a graph: what products can read of it, and what an update reports as changed.
//!
//! To add a facet of entities: add it to [`Facet`], [`Facet::ALL`] and [`KeySpace`], read it in
//! [`Reader`](super::Reader), and compare it in `resolve::commit`. The compiler then asks for a message in the command line.

use std::collections::BTreeSet;

use super::Graph;
use super::body_facet::BodyFacet;
use super::key_space::KeySpace;
use super::link::{AnyLink, Link};
use crate::content::model::{Body, EntityKind, Name};
use crate::incremental::memo::{Changed, Key};

/// A part of an entity that products read, and that changes, independently of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// What other pages show of it: title, address, kind.
    Summary,
    /// Its facts, and the targets of their references.
    Facts,
    /// Its texts, and the targets of their links.
    Texts,
    /// The relations of others to it.
    Backlinks,
}

impl Facet {
    pub(super) const ALL: [Facet; 4] =
        [Facet::Summary, Facet::Facts, Facet::Texts, Facet::Backlinks];

    fn key_space(self) -> KeySpace {
        match self {
            Facet::Summary => KeySpace::Summary,
            Facet::Facts => KeySpace::Facts,
            Facet::Texts => KeySpace::Texts,
            Facet::Backlinks => KeySpace::Backlinks,
        }
    }
}

/// A change because of which a product is stale.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A facet of an entity has changed.
    Entity(Name, Facet),
    /// A facet of a body has changed.
    BodyFacet(Name),
    /// An entity of this kind was added or removed.
    Kind(EntityKind),
}

/// Whether an output was added, removed or moved.
pub fn have_outputs_changed(changed: &Changed) -> bool {
    changed.contains(&KeySpace::Outputs.single())
}

/// Whether it is another day.
pub fn has_day_changed(changed: &Changed) -> bool {
    changed.contains(&day())
}

/// The day of which the site speaks.
pub fn day() -> Key {
    KeySpace::Day.single()
}

/// The entities whose facts have changed, including removed ones.
pub fn changed_facts(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    changed_entities(Facet::Facts, changed)
}

/// The entities whose summaries have changed, including removed ones.
pub fn changed_summaries(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    changed_entities(Facet::Summary, changed)
}

/// The entities whose backlinks have changed, including removed ones.
pub fn changed_backlinks(changed: &Changed) -> impl Iterator<Item = AnyLink> {
    changed_entities(Facet::Backlinks, changed)
}

pub(super) fn facet(facet: Facet, link: AnyLink) -> Key {
    facet.key_space().of(link)
}

/// The ids of the seats of a body, with their numbers of places.
pub(super) fn seats(body: Link<Body>) -> Key {
    KeySpace::Seats.number(u64::from(body.index()))
}

pub(super) fn body_facet(body: Link<Body>, facet: BodyFacet) -> Key {
    let (kind, table, index) = match facet {
        BodyFacet::Table(table) => (0, Some(table), 0),
        BodyFacet::Seat(table, index) => (1, table, index),
        BodyFacet::Activity(table, index) => (2, table, index),
        BodyFacet::LegalBases(table) => (3, table, 0),
        BodyFacet::Affiliations => (4, None, 0),
        BodyFacet::Authority => (5, None, 0),
    };
    // Indexes that do not fit share one key. Products that depend on it may be made again without need.
    let fit = |number: usize, bits: u32| (number as u64).min((1 << bits) - 1);
    let table = fit(table.map_or(0, |table| table + 1), 8);
    let facet = kind << 18 | table << 10 | fit(index, 10);
    KeySpace::BodyFacet.number(u64::from(body.index()) << BODY_FACET_BITS | facet)
}

/// The number of low bits of a key that tell the facets of a body apart.
const BODY_FACET_BITS: u32 = 21;

/// Facets of an entity, which must be a body if there are any.
pub(super) fn body_facets(entity: AnyLink, facets: Vec<BodyFacet>) -> impl Iterator<Item = Key> {
    let body = match entity {
        AnyLink::Body(body) => Some(body),
        _ => None,
    };
    let keys = body.map(|body| facets.into_iter().map(move |it| body_facet(body, it)));
    keys.into_iter().flatten()
}

/// The keys that change if the relations of an entity to a target change.
pub(super) fn changed_relations(from: AnyLink, target: AnyLink) -> impl Iterator<Item = Key> {
    let special = match (from.kind(), target.kind()) {
        (EntityKind::Area, _) => Some(KeySpace::LedAreas.of(target)),
        (EntityKind::Body, EntityKind::Body) => Some(KeySpace::HeldSeats.of(target)),
        _ => None,
    };
    [facet(Facet::Backlinks, target)].into_iter().chain(special)
}

/// The causes for which a product with these dependencies is stale.
pub(super) fn causes(
    graph: &Graph,
    dependencies: impl Iterator<Item = Key>,
    changed: &Changed,
) -> BTreeSet<Cause> {
    let stale = dependencies.filter(|key| changed.contains(key));
    stale.filter_map(|key| cause(graph, key)).collect()
}

fn cause(graph: &Graph, key: Key) -> Option<Cause> {
    let (space, number) = key.parts();
    if space == KeySpace::EntitiesOfKind as u8 {
        return Some(Cause::Kind(kind(number)?));
    }
    if space == KeySpace::BodyFacet as u8 {
        let index = u32::try_from(number >> BODY_FACET_BITS).ok()?;
        let body = AnyLink::new(EntityKind::Body, index);
        return Some(Cause::BodyFacet(graph.node(body).name.clone()));
    }
    let mut facets = Facet::ALL.into_iter();
    let facet = facets.find(|facet| facet.key_space() as u8 == space)?;
    let name = graph.node(link(number)?).name.clone();
    Some(Cause::Entity(name, facet))
}

fn changed_entities(facet: Facet, changed: &Changed) -> impl Iterator<Item = AnyLink> {
    let space = facet.key_space();
    let first = space.number(0);
    let keys = changed.range(first..);
    let keys = keys.take_while(move |key| key.parts().0 == space as u8);
    keys.filter_map(|key| link(key.parts().1))
}

fn link(number: u64) -> Option<AnyLink> {
    let index = u32::try_from(number & u64::from(u32::MAX)).ok()?;
    Some(AnyLink::new(kind(number >> 32)?, index))
}

fn kind(number: u64) -> Option<EntityKind> {
    let mut kinds = EntityKind::ALL.iter().copied();
    kinds.find(|kind| *kind as u64 == number)
}
