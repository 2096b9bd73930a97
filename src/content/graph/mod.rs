//! The graph: the entities that the site describes, and typed links between them.
//!
//! [`Graph::update`] creates and updates a graph in three steps:
//!
//! 1. [`directory`]: collect names and addresses from all files. Each name gets a link.
//! 2. [`resolve`]: resolve the references of new and changed entities, and of those that depend on a change.
//! 3. [`backlinks`]: add each relation to the backlinks of its target.
//!
//! All links of a graph have a target. Broken references are only in the findings. Products read a graph through a
//! [`Reader`], which records their dependencies.

mod arena;
mod backlinks;
mod body;
mod body_facet;
mod cycles;
mod directory;
mod entity;
mod history;
mod holder_source;
mod input;
mod key_space;
mod keys;
mod kinds;
mod link;
mod occupancy;
mod other_words;
mod reader;
mod relation;
mod relations;
mod resolve;
mod site;
mod sitting;
mod summary;
mod target;
mod texts;
mod update;

pub use arena::Arena;
pub use body::{
    BodyLinks, BodyPart, EachOf, HolderLinks, Part, PartyLink, Places, RelatedTo, SeatAt,
    SeatLinks, WrittenPart,
};
pub use body_facet::{
    ActivityFacet, Affiliation, AffiliationsFacet, LegalBasisFacet, SeatFacet, TableFacet,
};
pub use cycles::delegation_cycles;
pub use directory::{
    Claim, ClaimSubject, Directory, UnresolvedEntity, alias_output, asset_output, asset_source,
    claims, first_address, old_paths,
};
pub use entity::{
    AreaLinks, DocumentLinks, Entity, Linked, MeetingLinks, NoLinks, Node, OrganizationLinks,
    Origin,
};
pub use history::OrganizationHistory;
pub use holder_source::HolderSource;
pub use input::Input;
pub use key_space::KeySpace;
pub use keys::{
    Cause, Facet, changed_backlinks, changed_facts, changed_summaries, day, has_day_changed,
    have_outputs_changed,
};
pub use link::{AnyLink, Link};
pub use occupancy::Occupancy;
pub use other_words::other_words;
pub use reader::Reader;
pub use relation::{Backlink, CompactIndex, PartRelation, Relation, SeatRelation, SeatRole};
pub use site::{FooterEntry, MenuEntry, Site, SiteDay, in_language};
pub use sitting::Tense;
pub use summary::EntitySummary;
pub use target::Target;
pub use texts::{PageText, Texts};

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::markdown::ParsedText;
use crate::content::model::{
    Area, Body, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};
use crate::incremental::memo::{Changed, Key, Memo};
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use backlinks::Backlinks;

/// The entities of a site and their links.
#[derive(Debug, Default)]
pub struct Graph {
    bodies: Arena<Body>,
    organizations: Arena<Organization>,
    persons: Arena<Person>,
    meetings: Arena<Meeting>,
    documents: Arena<Document>,
    areas: Arena<Area>,
    topics: Arena<Topic>,
    pages: Arena<Page>,
    sections: Arena<Section>,
    backlinks: Backlinks,
    directory: Directory,
    /// The resolved entities, with the dependencies of their references.
    resolved: Memo<AnyLink, ()>,
    /// The texts of files of which nothing else could be read. There are none in a graph without errors.
    broken_texts: BTreeMap<SourcePath, Arc<ParsedText>>,
    /// The files that are copied.
    assets: BTreeSet<SourcePath>,
    /// The outputs that are not of the content.
    reserved: Vec<OutputPath>,
}

impl Graph {
    /// Writes the graph into a snapshot.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        to.value(&self.directory)?;
        to.value(&(&self.backlinks, &self.assets, &self.reserved))?;
        to.values(&self.resolved.entries())?;
        self.save_entities(to)
    }

    /// Takes the sections of a graph from a snapshot. The returned function decodes them.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if they are missing or damaged.
    pub fn load<'s>(
        from: &mut SnapshotReader<'s>,
    ) -> io::Result<impl FnOnce() -> io::Result<Graph> + use<'s>> {
        let (directory, backlinks) = (from.section()?, from.section()?);
        let resolved = from.section()?;
        let entities = Graph::load_entities(from)?;
        Ok(move || {
            let mut graph = Graph::default();
            let (directory, (relations, entities)) = rayon::join(
                || directory.value::<Directory>(),
                || {
                    let relations = || Ok::<_, io::Error>((backlinks.value()?, resolved.values()?));
                    rayon::join(relations, || entities(&mut graph))
                },
            );
            entities?;
            let (backlinks, resolved) = relations?;
            (graph.backlinks, graph.assets, graph.reserved) = backlinks;
            graph.resolved = Memo::from_entries(resolved);
            graph.directory = directory?;
            let entities = graph.restored_entities();
            graph.directory.restore(entities);
            Ok(graph)
        })
    }

    /// The files that are missing in a snapshot of the graph. They must be parsed again.
    pub fn unsaved_files(&self) -> BTreeSet<&SourcePath> {
        self.directory.unsaved_files()
    }

    /// Builds the index of dependents, so that the next update is quick.
    pub fn index_dependents(&mut self) {
        self.resolved.index_dependents();
    }

    /// Whether no fault keeps a file from being read, so that nothing in it is left unchecked.
    pub fn is_read(&self, file: &SourcePath) -> bool {
        self.directory.is_read(file)
    }

    /// The type of the page in a file. Returns `None` for a registry.
    pub fn type_of_page(&self, file: &SourcePath) -> Option<EntityKind> {
        self.directory.type_of_page(file)
    }

    /// What all entities have.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.all().map(|link| self.node(link))
    }

    /// Whether an entity exists.
    pub fn has(&self, link: AnyLink) -> bool {
        self.resolved.get(&link).is_some()
    }

    /// The causes for which a product with these dependencies is stale.
    pub fn causes(
        &self,
        dependencies: impl Iterator<Item = Key>,
        changed: &Changed,
    ) -> BTreeSet<Cause> {
        keys::causes(self, dependencies, changed)
    }

    /// Whether an output of the content or of the theme is at a path, or in a folder of that name.
    pub fn has_output(&self, path: &OutputPath) -> bool {
        self.directory.output_owners.is_taken(path)
    }

    /// Reports that pages whose address nobody chose cannot be published: at their path is another output, or nothing can
    /// be. Returns `None` if there is one such page, and it can.
    ///
    /// Each is of an entity, or of the alphabetical index for `None`.
    pub fn derived_address_fault(
        &self,
        path: &OutputPath,
        of: impl IntoIterator<Item = Option<AnyLink>>,
        settings: &SourcePath,
    ) -> Option<Diagnostic> {
        let places = of
            .into_iter()
            .map(|it| Place::whole(it.map_or(settings, |entity| &self.node(entity).origin.file)));
        let mut places: Vec<Place> = places.collect();
        let place = places.pop()?;
        if let Some(fault) = path.fault() {
            let found = Diagnostic::new(Code::UnpublishableAddress, place);
            let found = found.text("address", format!("/{path}"));
            return Some(found.hint(fault.hint()));
        }
        let other = self.directory.output_owners.obstacle_to(path).cloned();
        let fault = Diagnostic::new(Code::DuplicateAddress, place).related(other.or(places.pop())?);
        Some(fault.text("address", format!("/{}", path.address())))
    }

    /// The backlinks of an entity, in no order.
    pub(in crate::content) fn backlinks_of(&self, link: AnyLink) -> &[Backlink] {
        self.backlinks.of(link)
    }

    /// The bodies of which a seat is held by the holders of a seat of another body.
    pub(in crate::content) fn bodies_that_seat_by_right(
        &self,
        of: AnyLink,
    ) -> impl Iterator<Item = AnyLink> {
        let is_by_right = |it: &&Backlink| matches!(it.relation, Relation::Seat(seat) if seat.role == SeatRole::HeldBy);
        let seats = self.backlinks.of(of).iter().filter(is_by_right);
        seats.map(|it| it.from)
    }

    /// The entities to which an entity has relations. There are none if it does not exist.
    pub(in crate::content) fn related_entities(
        &self,
        link: AnyLink,
    ) -> impl Iterator<Item = AnyLink> {
        let relations = self.has(link).then(|| self.relations_of(link));
        relations.into_iter().flatten().map(|(link, _)| link)
    }

    /// The number of backlinks of an entity.
    pub fn backlink_count(&self, link: AnyLink) -> usize {
        self.backlinks.of(link).len()
    }

    /// The images in the texts of an entity, with their places in the source. There are none if it does not exist.
    pub fn images(&self, link: AnyLink) -> Vec<(OutputPath, Place)> {
        let texts = self.has(link).then(|| self.texts(link));
        let pages = texts.into_iter().flat_map(|texts| {
            let others = texts.others.values();
            std::iter::once(&texts.own).chain(others)
        });
        pages.flat_map(PageText::images).collect()
    }

    /// Whether an entity has an old address.
    pub fn has_alias(&self, link: AnyLink) -> bool {
        !self.common(link).aliases.is_empty()
    }

    /// The home page.
    pub fn home(&self) -> Option<AnyLink> {
        self.directory.section_at("").map(AnyLink::Section)
    }

    /// Whether there is a source file of the home page.
    pub fn has_written_home(&self) -> bool {
        let mut home = self.home().into_iter();
        home.any(|home| !self.node(home).origin.registry)
    }

    /// Links to all entities, sorted by kind.
    pub fn all(&self) -> impl Iterator<Item = AnyLink> + '_ {
        EntityKind::ALL.iter().flat_map(|kind| self.of_kind(*kind))
    }
}
