//! Entities: what the site describes, with the targets of their references.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::Graph;
use super::arena::Arena;
use super::body::BodyPart;
use super::link::{AnyLink, Link};
use super::relation::Relation;
use crate::base::date::Date;
use crate::base::diagnostic::{NodePath, Place};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::base::source::{CommitStamp, SourcePath};
use crate::content::model::{
    Area, Common, Document, Name, Organization, Referable, Section, Topic, Translation,
};
use crate::content::settings::VocabularyKind;
use crate::notation::scalar::Term;

/// An entity: its facts as written, and the targets of their references. [`Texts`](super::Texts) are stored separately.
#[derive(Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Entity<T: Linked> {
    /// The fields that entities of all types have.
    pub node: Node,
    /// The facts as written.
    pub written: Arc<T>,
    /// The targets of its references.
    pub links: T::Links,
}

/// A type of the model that can be an entity of a graph.
pub trait Linked:
    Referable
    + Clone
    + PartialEq
    + fmt::Debug
    + BorshSerialize
    + BorshDeserialize
    + Send
    + Sync
    + 'static
{
    /// The targets of its references.
    type Links: Clone
        + fmt::Debug
        + PartialEq
        + BorshSerialize
        + BorshDeserialize
        + Send
        + Sync
        + 'static;

    /// The arena of its kind.
    fn arena(graph: &Graph) -> &Arena<Self>;

    /// The arena of its kind, to store entities.
    fn arena_mut(graph: &mut Graph) -> &mut Arena<Self>;

    /// Makes a link to an entity of any kind from a link to one of this kind.
    fn any(link: Link<Self>) -> AnyLink;

    /// Its relations to other entities, without its topics and its section.
    fn relations(entity: &Entity<Self>) -> Vec<(AnyLink, Relation)>;

    /// The term for its kind, and the list that defines it. `None` for types without such a list.
    fn term(written: &Self) -> Option<(VocabularyKind, &Term)>;
}

/// The fields that entities of all types have.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Node {
    /// Kind and id.
    pub name: Name,
    /// Where it is written.
    pub origin: Origin,
    /// The title.
    pub title: Arc<str>,
    /// The file of its page.
    pub output: OutputPath,
    /// The translations of the words in its facts.
    pub translations: BTreeMap<Language, Arc<Translation>>,
    /// The day of the last change, as written.
    pub updated: Option<Date>,
    /// The day of the last commit of its file, which may have changed other entries of a registry.
    pub committed: Option<Date>,
    /// The last commit of the file of a meeting or body.
    pub commit: Option<CommitStamp>,
    /// Its topics.
    pub topics: Box<[Link<Topic>]>,
    /// The section that it is in. `None` for the home page.
    pub section: Option<Link<Section>>,
}

/// The place in the source that describes an entity.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Origin {
    /// The file.
    pub file: SourcePath,
    /// The path of the entry in a registry. Empty for a page.
    pub prefix: NodePath,
    /// Whether it is an entry of a registry.
    pub registry: bool,
}

impl Node {
    /// The place of a value in the source of this entity: `node.at(|it| it.key("seats").index(2))`.
    pub fn at(&self, path: impl FnOnce(&NodePath) -> NodePath) -> Place {
        Place::value(&self.origin.file, path(&self.origin.prefix))
    }

    /// The id.
    pub fn id(&self) -> &str {
        self.name.id.as_str()
    }

    /// The day of the last change: as written, else that of its file.
    pub fn last_change(&self) -> Option<Date> {
        self.updated.or(self.committed)
    }

    /// Whether both have the same entry in a list of addresses.
    pub(super) fn has_same_address_entry(&self, other: &Node) -> bool {
        self.output == other.output
            && (self.updated, self.committed) == (other.updated, other.committed)
            && self.translations.keys().eq(other.translations.keys())
    }

    /// The sort key of the source order: pages by path, then the entries of registries by id.
    pub fn order(&self) -> impl Ord + '_ {
        (self.origin.registry, &self.origin.file, &self.name)
    }
}

impl<T: Linked> Entity<T> {
    /// The fields that the facts of all types have.
    pub fn common(&self) -> &Common {
        self.written.common()
    }
}

impl<T: Linked> fmt::Debug for Entity<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.node.name, self.links)
    }
}

/// The references of an organization.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct OrganizationLinks {
    /// The organization that it is a part of.
    pub parent: Option<Link<Organization>>,
    /// The successor that each of its changes names.
    pub successors: Box<[Option<Link<Organization>>]>,
}

/// The references of a meeting.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MeetingLinks {
    /// The body or table that meets. `None` if the reference is broken, which is reported.
    pub of: Option<BodyPart>,
    /// The minutes.
    pub minutes: Option<Link<Document>>,
    /// The papers.
    pub documents: Box<[Link<Document>]>,
}

/// The references of a document.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct DocumentLinks {
    /// The organization that issued it.
    pub issuer: Option<Link<Organization>>,
    /// The file, if it is a file of the site, and its number of bytes.
    pub file: Option<(OutputPath, u64)>,
}

/// The references of an area.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct AreaLinks {
    /// The area that it is a part of.
    pub parent: Option<Link<Area>>,
    /// The organization that leads it.
    pub lead: Option<Link<Organization>>,
}

/// The links of types that have no references of their own.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct NoLinks;
