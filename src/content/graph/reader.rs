//! Read access to a graph that records dependencies.

use std::collections::HashMap;

use super::Graph;
use super::body::{BodyPart, SeatAt};
use super::body_facet::{
    ActivityFacet, AffiliationsFacet, BodyFacet, LegalBasisFacet, SeatFacet, TableFacet,
};
use super::directory::{NameTarget, old_paths};
use super::entity::{Entity, Linked, Node};
use super::history::OrganizationHistory;
use super::holder_source::HolderSource;
use super::key_space::KeySpace;
use super::keys::{self, Facet};
use super::link::{AnyLink, Link};
use super::relation::{Backlink, CompactIndex, Relation, SeatRole};
use super::site::Site;
use super::summary::EntitySummary;
use super::texts::Texts;
use crate::base::output::OutputPath;
use crate::content::model::{Area, Body, Common, EntityKind, Organization};
use crate::incremental::memo::DependencyRecorder;

/// A graph that records what is read of it. Products must not read a graph in any other way.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    graph: &'a Graph,
    recorder: &'a DependencyRecorder,
}

impl<'a> Reader<'a> {
    /// A reader that records what it reads with this recorder.
    pub fn new(graph: &'a Graph, recorder: &'a DependencyRecorder) -> Reader<'a> {
        Reader { graph, recorder }
    }

    /// An entity without its texts.
    pub fn get<T: Linked>(self, link: Link<T>) -> &'a Entity<T> {
        self.recorder
            .record(keys::facet(Facet::Facts, T::any(link)));
        &T::arena(self.graph)[link]
    }

    /// The fields and facts that entities of all types have.
    pub fn node(self, link: AnyLink) -> (&'a Node, &'a Common) {
        self.recorder.record(keys::facet(Facet::Facts, link));
        (self.graph.node(link), self.graph.common(link))
    }

    /// The entity of a kind with this id.
    pub fn named(self, kind: EntityKind, id: &str) -> Option<AnyLink> {
        self.recorder.record(KeySpace::Name.hash((kind, id)));
        match self.graph.directory.name_target(kind, id)? {
            NameTarget::Entity(link) => Some(link),
            _ => None,
        }
    }

    /// The summary of an entity.
    pub fn summary(self, link: AnyLink) -> EntitySummary<'a> {
        self.recorder.record(keys::facet(Facet::Summary, link));
        self.graph.summary(link)
    }

    /// The texts of an entity.
    pub fn texts(self, link: AnyLink) -> &'a Texts {
        self.recorder.record(keys::facet(Facet::Texts, link));
        self.graph.texts(link)
    }

    /// What others show of a table of a body. Returns `None` for the body itself, and records nothing then.
    pub fn table(self, part: BodyPart) -> Option<TableFacet<'a>> {
        let table = part.table?;
        TableFacet::of(self.body_facet(part.body, BodyFacet::Table(table)), table)
    }

    /// What others show of a seat of a body or table.
    pub fn seat(self, part: BodyPart, seat: usize) -> Option<SeatFacet<'a>> {
        let body = self.body_facet(part.body, BodyFacet::Seat(part.table, seat));
        SeatFacet::of(body, part.table, seat)
    }

    /// What others show of an activity of a body or table.
    pub fn activity(self, part: BodyPart, activity: usize) -> Option<ActivityFacet<'a>> {
        let body = self.body_facet(part.body, BodyFacet::Activity(part.table, activity));
        ActivityFacet::of(body, part.table, activity)
    }

    /// The legal bases of a body or table.
    pub fn legal_bases(self, part: BodyPart) -> Option<LegalBasisFacet<'a>> {
        LegalBasisFacet::of(
            self.body_facet(part.body, BodyFacet::LegalBases(part.table)),
            part.table,
        )
    }

    /// The parent of a body, and the organizations that are members of it or have seats.
    pub fn affiliations(self, body: Link<Body>) -> AffiliationsFacet<'a> {
        AffiliationsFacet::of(self.body_facet(body, BodyFacet::Affiliations))
    }

    /// The organization that runs a body.
    pub fn authority(self, body: Link<Body>) -> Option<Link<Organization>> {
        self.body_facet(body, BodyFacet::Authority).links.authority
    }

    fn body_facet(self, body: Link<Body>, facet: BodyFacet) -> &'a Entity<Body> {
        self.recorder.record(keys::body_facet(body, facet));
        &self.graph.bodies[body]
    }

    /// The backlinks of an entity, in the order of the source.
    pub fn backlinks(self, link: AnyLink) -> Vec<Backlink> {
        self.recorder.record(keys::facet(Facet::Backlinks, link));
        let mut backlinks = self.graph.backlinks.of(link).to_vec();
        let order = |it: &Backlink| self.graph.node(it.from).order();
        backlinks.sort_by(|a, b| order(a).cmp(&order(b)));
        backlinks
    }

    /// The history of an organization. A product that reads nothing else does not depend on the name.
    pub fn history(self, link: Link<Organization>) -> OrganizationHistory<'a> {
        self.recorder
            .record(KeySpace::History.of(AnyLink::Organization(link)));
        OrganizationHistory::of(&self.graph.organizations[link])
    }

    /// The areas that an organization leads, in the order of the source. A product that reads nothing else does not
    /// depend on the other backlinks.
    pub fn areas_led_by(self, link: Link<Organization>) -> Vec<Link<Area>> {
        let leader = AnyLink::Organization(link);
        self.recorder.record(KeySpace::LedAreas.of(leader));
        let backlinks = self.graph.backlinks.of(leader).iter();
        let areas = backlinks.filter_map(|backlink| match (backlink.relation, backlink.from) {
            (Relation::AreaLead, AnyLink::Area(area)) => Some(area),
            _ => None,
        });
        let mut areas: Vec<Link<Area>> = areas.collect();
        let order = |area: &Link<Area>| self.graph.node(AnyLink::Area(*area)).order();
        areas.sort_by(|a, b| order(a).cmp(&order(b)));
        areas
    }

    /// The seats that are held by holders of each seat of a body, and by which of them, in the order of the source.
    pub fn seats_held_by(
        self,
        body: Link<Body>,
    ) -> HashMap<SeatAt, Vec<(SeatAt, HolderSource<'a>)>> {
        let body = AnyLink::Body(body);
        self.recorder.record(KeySpace::HeldSeats.of(body));
        let backlinks = self.graph.backlinks.of(body).iter();
        let held = backlinks.filter_map(|it| match (it.from, it.relation) {
            (AnyLink::Body(body), Relation::Seat(at)) if at.role == SeatRole::HeldBy => {
                let table = at.table.map(CompactIndex::index);
                let part = BodyPart { body, table };
                let seat = at.seat.index();
                Some((self.graph.node(it.from).order(), SeatAt { part, seat }))
            }
            _ => None,
        });
        let mut held: Vec<_> = held.collect();
        held.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut by_holder: HashMap<SeatAt, Vec<_>> = HashMap::new();
        for (_, seat) in held {
            let facet = self.seat(seat.part, seat.seat);
            let sources = facet.map(|it| it.seat.holder_sources(self));
            for source in sources.into_iter().flatten() {
                if let Some((by, _)) = source.elsewhere {
                    by_holder.entry(by).or_default().push((seat, source));
                }
            }
        }
        by_holder
    }

    /// The number of backlinks of an entity with this relation from entities of this kind.
    pub fn count(self, link: AnyLink, relation: Relation, kind: EntityKind) -> usize {
        self.recorder.record(keys::facet(Facet::Backlinks, link));
        let backlinks = self.graph.backlinks.of(link).iter();
        let matching = backlinks
            .filter(|backlink| backlink.relation == relation && backlink.from.kind() == kind);
        matching.count()
    }

    /// The home page.
    pub fn home(self) -> Option<AnyLink> {
        self.recorder.record(KeySpace::Address.hash(""));
        self.graph.home()
    }

    /// Records that the content of a file of the site is read.
    pub fn record_file(self, file: &OutputPath) {
        self.recorder.record(KeySpace::FileContent.hash(file));
    }

    /// All entities. Only the address of the page, its languages and the day of the last change may be read: nothing
    /// else is recorded.
    pub fn addresses(self) -> impl Iterator<Item = &'a Node> {
        self.recorder.record(KeySpace::Addresses.single());
        self.graph.all().map(|link| self.graph.node(link))
    }

    /// The old addresses of entities, each with the page to which it redirects, in the language of the address. A product
    /// that reads nothing else does not depend on the entities.
    pub fn redirects(self, site: &'a Site) -> impl Iterator<Item = (OutputPath, OutputPath)> {
        self.recorder.record(KeySpace::Outputs.single());
        let graph = self.graph;
        self.graph.all().flat_map(move |link| {
            let (page, aliases) = (&graph.node(link).output, &graph.common(link).aliases);
            old_paths(page, aliases, &site.languages).map(|it| (it.path, it.page))
        })
    }

    /// All entities of a kind.
    pub fn all(self, kind: EntityKind) -> Vec<AnyLink> {
        self.recorder
            .record(KeySpace::EntitiesOfKind.number(kind as u64));
        self.graph.of_kind(kind)
    }
}
