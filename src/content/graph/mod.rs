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
use borsh::{BorshDeserialize, BorshSerialize};
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
use crate::base::shared::Shelve;
use crate::base::source::SourcePath;
use crate::content::model::{
    Area, Body, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};
use crate::incremental::memo::{Changed, Key, Memo};
use mention::Mentions;

/// The things of a site and their links.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
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
    /// Kept beside the rest, because it is the largest piece that must be understood as a whole.
    #[borsh(skip)]
    directory: Directory,
    /// Which things are linked, and at what their links looked.
    linked: Memo<AnyLink, ()>,
    /// Files that are copied.
    assets: BTreeSet<SourcePath>,
    /// Files that the theme brings.
    reserved: Vec<OutputPath>,
}

impl Graph {
    /// Hands over the shared values in which nearly all of it is.
    ///
    /// # Errors
    /// What is said there.
    pub fn shelve(&self, to: &mut impl Shelve) -> io::Result<()> {
        self.directory.shelve(to)?;
        to.shelve(self.bodies.things())?;
        to.shelve(self.organizations.things())?;
        to.shelve(self.persons.things())?;
        to.shelve(self.meetings.things())?;
        to.shelve(self.documents.things())?;
        to.shelve(self.areas.things())?;
        to.shelve(self.topics.things())?;
        to.shelve(self.pages.things())?;
        to.shelve(self.sections.things())
    }

    /// What is kept beside the rest.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The graph whose directory is this.
    #[must_use]
    pub fn with(self, directory: Directory) -> Graph {
        Graph { directory, ..self }
    }

    /// Does ahead what the next update would have to do first.
    pub fn rest(&mut self) {
        self.linked.index();
    }

    /// Whether a thing is still there.
    pub fn has(&self, link: AnyLink) -> bool {
        self.linked.get(link).is_some()
    }

    /// Why a product that looked at these keys is stale.
    pub fn causes(&self, reads: impl Iterator<Item = Key>, changed: &Changed) -> BTreeSet<Cause> {
        keys::causes(self, reads, changed)
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
