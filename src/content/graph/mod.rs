//! What the site describes, as a graph: things, and typed links between them in both directions.
//!
//! [`Graph::update`] is the only maker of a graph, from nothing or from the one before:
//!
//! 1. [`directory`]: files say what there is; every name gets a link, every page its address.
//! 2. [`resolve`]: the references of every thing that is new, or looked at something new, are led.
//! 3. [`mention`]: each link is noted at its other end.
//!
//! In a graph every link leads somewhere; what was typed and leads nowhere is in the ledger of
//! faults. Whoever looks at a graph does so through a [`Reader`], which notes at what.

mod arena;
mod body;
mod cycles;
mod directory;
mod entity;
mod keys;
mod mention;
mod piece;
mod reader;
mod resolve;
mod site;
mod target;
mod update;

pub use arena::{Arena, Link};
pub use body::{
    BodyLinks, BodyPart, EachOf, HolderLinks, Part, Places, RelatedTo, SeatLinks, Written,
};
pub use cycles::of_delegations;
pub use directory::{Directory, alias_output, asset_output, asset_source};
pub use entity::{
    AnyLink, AreaLinks, DocumentLinks, Entity, Linked, MeetingLinks, NoLinks, Node,
    OrganizationLinks, Origin, PageText, Texts,
};
pub use keys::{Cause, Side, content, described, faced, mentioned, recounted, retaken};
pub use mention::{How, Mention, Nth, SeatAt, Through};
pub use piece::{ActivityPiece, BasesPiece, SeatPiece, TablePiece, TiesPiece, Words};
pub use reader::{Face, Life, Reader};
pub use site::{FooterEntry, MenuEntry, Site, in_language};
pub use target::Target;
pub use update::Input;

use std::collections::BTreeSet;
use std::io;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::model::{
    Area, Body, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};
use crate::incremental::memo::{Changed, Key, Memo};
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use mention::Mentions;

/// The things of a site and their links.
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
    mentions: Mentions,
    directory: Directory,
    /// Which things are linked, and at what their links looked.
    linked: Memo<AnyLink, ()>,
    /// Files that are copied.
    assets: BTreeSet<SourcePath>,
    /// Files that the theme brings.
    reserved: Vec<OutputPath>,
}

impl Graph {
    /// Writes the graph into a snapshot.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        to.value(&self.directory)?;
        to.value(&(&self.mentions, &self.assets, &self.reserved))?;
        to.values(&self.linked.entries())?;
        self.save_things(to)
    }

    /// Takes the sections of a graph from a snapshot. What it returns decodes them.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if they are not there, or hold something else.
    pub fn load<'s>(
        from: &mut SnapshotReader<'s>,
    ) -> io::Result<impl FnOnce() -> io::Result<Graph> + use<'s>> {
        let (directory, indexes) = (from.section()?, from.section()?);
        let linked = from.section()?;
        let things = Graph::load_things(from)?;
        Ok(move || {
            let mut graph = Graph::default();
            let (directory, (indexes, things)) = rayon::join(
                || directory.value::<Directory>(),
                || {
                    let linked = || Ok::<_, io::Error>((indexes.value()?, linked.values()?));
                    rayon::join(linked, || things(&mut graph))
                },
            );
            things?;
            let (indexes, linked) = indexes?;
            (graph.mentions, graph.assets, graph.reserved) = indexes;
            graph.linked = Memo::of(linked);
            graph.directory = directory?;
            let descriptions = graph.descriptions();
            graph.directory.restore(descriptions);
            Ok(graph)
        })
    }

    /// The files that a snapshot of the graph says nothing of: they must be parsed again.
    pub fn unsaved_files(&self) -> BTreeSet<&SourcePath> {
        self.directory.unsaved_files()
    }

    /// Does ahead what the next update would have to do first.
    pub fn rest(&mut self) {
        self.linked.index();
    }

    /// Whether a thing is still there.
    pub fn has(&self, link: AnyLink) -> bool {
        self.linked.get(&link).is_some()
    }

    /// Why a product that looked at these keys is stale.
    pub fn causes(&self, reads: impl Iterator<Item = Key>, changed: &Changed) -> BTreeSet<Cause> {
        keys::causes(self, reads, changed)
    }

    /// Whether a page, or a file of the content or of the theme, is published at a path.
    pub fn has_output(&self, path: &OutputPath) -> bool {
        self.directory.taken.by(path).is_some()
    }

    /// Reports that a page of a list, a thing's or that of everything, is where something else is.
    pub fn crowded(
        &self,
        list: Option<AnyLink>,
        path: &OutputPath,
        settings: &SourcePath,
    ) -> Option<Diagnostic> {
        let taken = self.directory.taken.by(path)?;
        let place = Place::whole(list.map_or(settings, |thing| &self.node(thing).origin.file));
        let fault = Diagnostic::new(Code::DuplicateAddress, place).related(taken.clone());
        Some(fault.text("address", format!("/{}", path.address())))
    }

    /// Who mentions a thing, in no order.
    pub(in crate::content) fn mentions_of(&self, link: AnyLink) -> &[Mention] {
        self.mentions.of(link)
    }

    /// Whom a thing mentions; nobody if it is gone.
    pub(in crate::content) fn mentioned_by(&self, link: AnyLink) -> impl Iterator<Item = AnyLink> {
        let mentions = self.has(link).then(|| self.mentions_by(link));
        mentions.into_iter().flatten().map(|(link, _)| link)
    }

    /// How often a thing is mentioned.
    pub fn mention_count(&self, link: AnyLink) -> usize {
        self.mentions.of(link).len()
    }

    /// The images in the texts of a thing, and where they are named; nothing if it is gone.
    pub fn images(&self, link: AnyLink) -> Vec<(OutputPath, Place)> {
        let texts = self.has(link).then(|| self.texts(link));
        let pages = texts.into_iter().flat_map(|texts| {
            let others = texts.others.values();
            std::iter::once(&texts.own).chain(others)
        });
        pages.flat_map(PageText::images).collect()
    }

    /// The home page.
    pub fn home(&self) -> Option<AnyLink> {
        self.directory.section_at("").map(AnyLink::Section)
    }

    /// Whether somebody has written the home page.
    pub fn has_written_home(&self) -> bool {
        let mut home = self.home().into_iter();
        home.any(|home| !self.node(home).origin.registry)
    }

    /// Links to everything, kind by kind.
    pub fn all(&self) -> impl Iterator<Item = AnyLink> + '_ {
        EntityKind::ALL.iter().flat_map(|kind| self.of_kind(*kind))
    }
}
