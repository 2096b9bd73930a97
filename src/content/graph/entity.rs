//! Things of the graph: what was typed, where it leads, and what all kinds have in common.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::Graph;
use super::arena::{Arena, Link};
use super::body::{BodyLinks, BodyPart};
use super::directory::{Draft, Words};
use super::mention::{How, mentions};
use super::reader::Face;
use super::target::Target;
use crate::base::date::Date;
use crate::base::diagnostic::{At, NodePath, Place};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::markdown::{LinkKind, ParsedText};
use crate::content::model::{
    Area, Body, Common, Document, EntityKind, Meeting, Name, Organization, Page, Person, Referable,
    Section, Topic, Translation,
};
use crate::content::parse::Facts;
use crate::content::settings::VocabularyKind;
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::notation::scalar::Term;

/// A thing: what was typed about it and what that leads to. Its texts are beside it.
#[derive(Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Entity<T: Linked> {
    /// What all kinds have.
    pub node: Node,
    /// What was typed.
    pub written: Arc<T>,
    /// Where its references lead.
    pub links: T::Links,
}

/// A type of the model whose references can be resolved.
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
    /// Its references, resolved.
    type Links: Clone
        + fmt::Debug
        + PartialEq
        + BorshSerialize
        + BorshDeserialize
        + Send
        + Sync
        + 'static;

    /// The shelf of its kind.
    fn arena(graph: &Graph) -> &Arena<Self>;

    /// The shelf of its kind, to put things there.
    fn arena_mut(graph: &mut Graph) -> &mut Arena<Self>;

    /// A link to it as a link to anything.
    fn any(link: Link<Self>) -> AnyLink;

    /// Whom it mentions and how, its topics and its section left out.
    fn mentions(entity: &Entity<Self>) -> Vec<(AnyLink, How)>;

    /// Its kind, where there is a controlled list of them.
    fn term(written: &Self) -> Option<(VocabularyKind, &Term)>;
}

/// What all things have.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Node {
    /// Kind and id.
    pub name: Name,
    /// Where it is described.
    pub origin: Origin,
    /// The title.
    pub title: Arc<str>,
    /// The page.
    pub output: OutputPath,
    /// What translations say instead of the facts' words.
    pub translations: BTreeMap<Language, Arc<Translation>>,
    /// The day of the last change, as typed or as the history knows it.
    pub updated: Option<Date>,
    /// Its topics.
    pub topics: Box<[Link<Topic>]>,
    /// The section that it is in; only the home page is in none.
    pub section: Option<Link<Section>>,
}

/// The texts of a thing: those of its page in every language in which there is one.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Texts {
    /// In the language of the site; an entry of a registry has none.
    pub own: PageText,
    /// In others.
    pub others: BTreeMap<Language, PageText>,
}

/// The text of a page, and where it leads.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct PageText {
    /// The text.
    pub text: Arc<ParsedText>,
    /// Where its links lead, one for each.
    pub targets: Box<[Target]>,
    /// The file that it is in; an entry of a registry has none.
    pub file: Option<SourcePath>,
}

impl Texts {
    /// Whether the page says in a language what it says in the site's; a page without a text does.
    pub fn are_said_in(&self, language: &Language) -> bool {
        let translated = self.others.get(language);
        self.own.text.segments.is_empty()
            || translated.is_some_and(|it| !it.text.segments.is_empty())
    }
}

impl PageText {
    /// The images of the site in it, and where they are named.
    pub(super) fn images(&self) -> impl Iterator<Item = (OutputPath, Place)> + '_ {
        let is_file = |target: &Target| matches!(target, Target::File(_));
        let links = if self.targets.iter().any(is_file) {
            self.text.links.decompress()
        } else {
            Vec::new()
        };
        let links = links.into_iter().zip(&self.targets);
        links.filter_map(|(link, target)| match target {
            Target::File(file) if link.kind == LinkKind::Image => {
                let place = Place::span(self.file.as_ref()?, link.span.clone());
                Some((file.clone(), place))
            }
            _ => None,
        })
    }
}

/// Where a thing is described.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Origin {
    /// The file.
    pub file: SourcePath,
    /// The entry in a registry; nothing for a page.
    pub prefix: NodePath,
    /// Whether it is an entry of a registry.
    pub registry: bool,
}

/// What a file says of a thing, as the directory has it.
pub(super) struct Description {
    /// The thing.
    pub link: AnyLink,
    /// What is described, before its references were resolved.
    pub draft: Arc<Draft>,
    /// The words of its page in other languages.
    pub words: BTreeMap<Language, Words>,
}

impl Description {
    fn of(link: AnyLink, node: &Node, facts: Facts, texts: &Texts) -> Description {
        let words = texts.others.iter().filter_map(|(language, page)| {
            let words = Words {
                file: page.file.clone()?,
                translation: Arc::clone(node.translations.get(language)?),
                text: Arc::clone(&page.text),
            };
            Some((language.clone(), words))
        });
        Description {
            link,
            draft: Arc::new(Draft {
                name: node.name.clone(),
                origin: node.origin.clone(),
                title: node.title.clone(),
                output: node.output.clone(),
                updated: node.updated,
                facts,
                text: Arc::clone(&texts.own.text),
            }),
            words: words.collect(),
        }
    }
}

impl Node {
    /// The place of a value of this thing: `node.at(|it| it.key("seats").index(2))`.
    pub fn at(&self, path: impl FnOnce(&NodePath) -> NodePath) -> Place {
        Place {
            file: self.origin.file.clone(),
            at: At::Value(path(&self.origin.prefix)),
        }
    }

    /// The id.
    pub fn id(&self) -> &str {
        self.name.id.as_str()
    }

    /// Whether a list of addresses says the same of the page of another.
    pub(super) fn is_listed_as(&self, other: &Node) -> bool {
        self.output == other.output
            && self.updated == other.updated
            && self.translations.keys().eq(other.translations.keys())
    }

    /// The order of the source: pages by their path, then the entries of registries by their id.
    pub fn order(&self) -> impl Ord + '_ {
        (self.origin.registry, &self.origin.file, &self.name)
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

/// The references of an organization.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct OrganizationLinks {
    /// The organization that it is a part of.
    pub parent: Option<Link<Organization>>,
    /// What each of its changes made of it.
    pub into: Box<[Option<Link<Organization>>]>,
}

/// The references of a meeting.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MeetingLinks {
    /// The body or table that meets; `None` only where that was reported as a fault.
    pub of: Option<BodyPart>,
    /// The minutes.
    pub minutes: Option<Link<Document>>,
    /// The papers.
    pub documents: Box<[Link<Document>]>,
}

/// The references of a document.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct DocumentLinks {
    /// Who made it.
    pub issuer: Option<Link<Organization>>,
    /// The file, if it is one of the site's.
    pub file: Option<OutputPath>,
}

/// The references of an area.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct AreaLinks {
    /// The area that it is a part of.
    pub parent: Option<Link<Area>>,
    /// The organization that leads it.
    pub lead: Option<Link<Organization>>,
}

/// No references but those of every page.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct NoLinks;

impl<T: Linked> From<Link<T>> for AnyLink {
    fn from(link: Link<T>) -> AnyLink {
        T::any(link)
    }
}

/// Declares the kinds of things: the shelf, the links and the mentions of each.
macro_rules! kinds {
    ($($Type:ident, $shelf:ident, $Links:ty, $mentions:path $(, $list:ident)?;)*) => {
        /// A link to a thing of any kind.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
        )]
        pub enum AnyLink {
            $(#[doc = concat!("To one of the ", stringify!($shelf), ".")] $Type(Link<$Type>),)*
        }

        impl AnyLink {
            /// What it leads to.
            pub fn kind(self) -> EntityKind {
                match self {
                    $(AnyLink::$Type(_) => EntityKind::$Type,)*
                }
            }

            /// The place in the arena of its kind.
            pub(super) fn index(self) -> u32 {
                match self {
                    $(AnyLink::$Type(link) => link.index(),)*
                }
            }

            /// The link to the thing at a place of the arena of this kind.
            pub(super) fn new(kind: EntityKind, index: u32) -> AnyLink {
                match kind {
                    $(EntityKind::$Type => AnyLink::$Type(Link::new(index)),)*
                }
            }
        }

        impl Graph {
            /// What all kinds have, of the thing that a link leads to.
            pub(super) fn node(&self, link: AnyLink) -> &Node {
                match link {
                    $(AnyLink::$Type(link) => &self.$shelf[link].node,)*
                }
            }

            /// The fields of every page, of the thing that a link leads to.
            pub(super) fn common(&self, link: AnyLink) -> &Common {
                match link {
                    $(AnyLink::$Type(link) => self.$shelf[link].common(),)*
                }
            }

            /// What others show of the thing that a link leads to.
            pub(in crate::content) fn face(&self, link: AnyLink) -> Face<'_> {
                match link {
                    $(AnyLink::$Type(link) => Face::of(&self.$shelf[link]),)*
                }
            }

            /// The texts of the thing that a link leads to.
            pub(super) fn texts(&self, link: AnyLink) -> &Texts {
                match link {
                    $(AnyLink::$Type(link) => self.$shelf.texts(link),)*
                }
            }

            /// Links to all things of a kind.
            pub(in crate::content) fn of_kind(&self, kind: EntityKind) -> Vec<AnyLink> {
                match kind {
                    $(EntityKind::$Type => self.$shelf.links().map(AnyLink::$Type).collect(),)*
                }
            }

            /// Whom a thing mentions, and how.
            pub(super) fn mentions_by(&self, link: AnyLink) -> Vec<(AnyLink, How)> {
                match link {
                    $(AnyLink::$Type(link) => mentions(&self.$shelf[link]),)*
                }
            }

            /// Writes all things into a snapshot.
            ///
            /// # Errors
            /// The error of the writer.
            pub(super) fn save_things(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
                $(self.$shelf.save(to)?;)*
                Ok(())
            }

            /// Takes the sections of all things from a snapshot. What it returns decodes them into a graph.
            ///
            /// # Errors
            /// [`io::ErrorKind::InvalidData`] if they are not there, or hold something else.
            pub(super) fn load_things<'s>(
                from: &mut SnapshotReader<'s>,
            ) -> io::Result<impl FnOnce(&mut Graph) -> io::Result<()> + use<'s>> {
                $(let $shelf = Arena::<$Type>::sections(from)?;)*
                Ok(move |graph: &mut Graph| {
                    $(graph.$shelf = Arena::load($shelf)?;)*
                    Ok(())
                })
            }

            /// The descriptions from which the things were made.
            pub(super) fn descriptions(&self) -> Vec<Description> {
                let mut descriptions = Vec::new();
                $(for (link, (entity, texts)) in self.$shelf.iter() {
                    let facts = Facts::$Type(Arc::clone(&entity.written));
                    descriptions.push(Description::of(AnyLink::$Type(link), &entity.node, facts, texts));
                })*
                descriptions
            }

            /// Takes a thing away. Whether it was there.
            pub(super) fn remove(&mut self, link: AnyLink) -> bool {
                match link {
                    $(AnyLink::$Type(link) => self.$shelf.remove(link),)*
                }
            }
        }

        $(impl Linked for $Type {
            type Links = $Links;

            fn arena(graph: &Graph) -> &Arena<Self> {
                &graph.$shelf
            }

            fn arena_mut(graph: &mut Graph) -> &mut Arena<Self> {
                &mut graph.$shelf
            }

            fn any(link: Link<Self>) -> AnyLink {
                AnyLink::$Type(link)
            }

            fn mentions(entity: &Entity<Self>) -> Vec<(AnyLink, How)> {
                $mentions(entity)
            }

            #[allow(unused_variables)] // By kinds without a list.
            fn term(written: &Self) -> Option<(VocabularyKind, &Term)> {
                $(return Some((VocabularyKind::$list, &written.kind));)?
                #[allow(unreachable_code)]
                None
            }
        })*
    };
}

kinds! {
    Body, bodies, BodyLinks, super::mention::by_body, Body;
    Organization, organizations, OrganizationLinks, super::mention::by_organization, Organization;
    Person, persons, NoLinks, super::mention::by_nobody;
    Meeting, meetings, MeetingLinks, super::mention::by_meeting;
    Document, documents, DocumentLinks, super::mention::by_document, Document;
    Area, areas, AreaLinks, super::mention::by_area, Area;
    Topic, topics, NoLinks, super::mention::by_nobody;
    Page, pages, NoLinks, super::mention::by_nobody;
    Section, sections, NoLinks, super::mention::by_nobody;
}
