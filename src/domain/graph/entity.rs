//! Things of the graph: what was typed, where it leads, and what all kinds have in common.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::arena::Link;
use super::body::BodyPart;
use super::target::Target;
use crate::domain::markdown::Text;
use crate::domain::model::{
    Area, Body, Common, Described, Document, EntityKind, Meeting, Name, Organization, Page, Person,
    Section, Topic, Translation,
};
use crate::vocabulary::date::Date;
use crate::vocabulary::diagnostic::{At, NodePath, Place};
use crate::vocabulary::language::Language;
use crate::vocabulary::output::OutputPath;
use crate::vocabulary::source::SourcePath;

/// A thing: what was typed about it and what that leads to.
pub struct Entity<T: Linked> {
    /// What all kinds have.
    pub node: Node,
    /// What was typed.
    pub written: Arc<T>,
    /// Where its references lead.
    pub links: T::Links,
}

/// A type of the model whose references can be resolved.
pub trait Linked: Described {
    /// Its references, resolved.
    type Links: fmt::Debug;
}

/// What all things have.
#[derive(Clone, Debug)]
pub struct Node {
    /// Kind and id.
    pub name: Name,
    /// Where it is described.
    pub origin: Origin,
    /// The title.
    pub title: Arc<str>,
    /// The page.
    pub output: OutputPath,
    /// The text in the language of the site, and the words in others.
    pub words: Words,
    /// The words in other languages.
    pub translations: BTreeMap<Language, Words>,
    /// The day of the last change, as typed or as the history knows it.
    pub updated: Option<Date>,
    /// Its topics.
    pub topics: Vec<Link<Topic>>,
    /// The section that it is in; only the home page is in none.
    pub section: Option<Link<Section>>,
}

/// The words of a thing in one language.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The file; `None` for an entry of a registry.
    pub file: Option<SourcePath>,
    /// What a translation says instead of the facts' words.
    pub translation: Option<Arc<Translation>>,
    /// The text.
    pub text: Arc<Text>,
    /// Where the links of the text lead, one for each of its links.
    pub targets: Vec<Target>,
}

/// Where a thing is described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: SourcePath,
    /// The entry in a registry; nothing for a page.
    pub prefix: NodePath,
    /// Whether it is an entry of a registry.
    pub registry: bool,
}

impl Node {
    /// The place of a value of this thing: `node.at(|it| it.key("seats").index(2))`.
    pub fn at(&self, path: impl FnOnce(&NodePath) -> NodePath) -> Place {
        Place {
            file: self.origin.file.clone(),
            at: At::Value(path(&self.origin.prefix)),
        }
    }

    /// The place of a key of this thing.
    pub fn at_key(&self, key: &str) -> Place {
        Place {
            file: self.origin.file.clone(),
            at: At::Key(self.origin.prefix.key(key)),
        }
    }

    /// The id.
    pub fn id(&self) -> &str {
        self.name.id.as_str()
    }
}

impl<T: Linked> Entity<T> {
    /// The fields of every page, as typed.
    pub fn common(&self) -> &Common {
        self.written.common()
    }
}

impl<T: Linked> fmt::Debug for Entity<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.node.name, self.links)
    }
}

/// A link to a thing of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnyLink {
    /// To a body.
    Body(Link<Body>),
    /// To an organization.
    Organization(Link<Organization>),
    /// To a person.
    Person(Link<Person>),
    /// To a meeting.
    Meeting(Link<Meeting>),
    /// To a document.
    Document(Link<Document>),
    /// To an area.
    Area(Link<Area>),
    /// To a topic.
    Topic(Link<Topic>),
    /// To a page.
    Page(Link<Page>),
    /// To a section.
    Section(Link<Section>),
}

impl AnyLink {
    /// The place in the arena of its kind.
    pub(super) fn index(self) -> usize {
        match self {
            AnyLink::Body(it) => it.index(),
            AnyLink::Organization(it) => it.index(),
            AnyLink::Person(it) => it.index(),
            AnyLink::Meeting(it) => it.index(),
            AnyLink::Document(it) => it.index(),
            AnyLink::Area(it) => it.index(),
            AnyLink::Topic(it) => it.index(),
            AnyLink::Page(it) => it.index(),
            AnyLink::Section(it) => it.index(),
        }
    }

    /// The link to the thing at a place of the arena of this kind.
    pub(super) fn new(kind: EntityKind, index: usize) -> AnyLink {
        match kind {
            EntityKind::Body => AnyLink::Body(Link::new(index)),
            EntityKind::Organization => AnyLink::Organization(Link::new(index)),
            EntityKind::Person => AnyLink::Person(Link::new(index)),
            EntityKind::Meeting => AnyLink::Meeting(Link::new(index)),
            EntityKind::Document => AnyLink::Document(Link::new(index)),
            EntityKind::Area => AnyLink::Area(Link::new(index)),
            EntityKind::Topic => AnyLink::Topic(Link::new(index)),
            EntityKind::Page => AnyLink::Page(Link::new(index)),
            EntityKind::Section => AnyLink::Section(Link::new(index)),
        }
    }
}

/// The references of an organization.
#[derive(Debug)]
pub struct OrganizationLinks {
    /// The organization that it is a part of.
    pub parent: Option<Link<Organization>>,
    /// What each of its changes made of it.
    pub into: Vec<Option<Link<Organization>>>,
}

/// The references of a meeting.
#[derive(Debug)]
pub struct MeetingLinks {
    /// The body or table that meets; `None` only where that was reported as a fault.
    pub of: Option<BodyPart>,
    /// The minutes.
    pub minutes: Option<Link<Document>>,
    /// The papers.
    pub documents: Vec<Link<Document>>,
}

/// The references of a document.
#[derive(Debug)]
pub struct DocumentLinks {
    /// Who made it.
    pub issuer: Option<Link<Organization>>,
    /// The file, if it is one of the site's.
    pub file: Option<OutputPath>,
}

/// The references of an area.
#[derive(Debug)]
pub struct AreaLinks {
    /// The area that it is a part of.
    pub parent: Option<Link<Area>>,
    /// The organization that leads it.
    pub lead: Option<Link<Organization>>,
}

/// No references but those of every page.
#[derive(Debug)]
pub struct NoLinks;

macro_rules! linked {
    ($($Type:ty => $Links:ty;)*) => {$(
        impl Linked for $Type {
            type Links = $Links;
        }
    )*};
}

linked! {
    Body => super::body::BodyLinks;
    Organization => OrganizationLinks;
    Person => NoLinks;
    Meeting => MeetingLinks;
    Document => DocumentLinks;
    Area => AreaLinks;
    Topic => NoLinks;
    Page => NoLinks;
    Section => NoLinks;
}
