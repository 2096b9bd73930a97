//! The types of entities: the parts of [`Graph`] and [`Linked`] that are the same for each of them.

use std::io;
use std::sync::Arc;

use super::Graph;
use super::arena::Arena;
use super::body::BodyLinks;
use super::directory::RestoredEntity;
use super::entity::{
    AreaLinks, DocumentLinks, Entity, Linked, MeetingLinks, NoLinks, Node, OrganizationLinks,
};
use super::link::{AnyLink, Link};
use super::relation::Relation;
use super::relations::{self, all_relations};
use super::summary::EntitySummary;
use super::texts::Texts;
use crate::content::model::{
    Area, Body, Common, Document, EntityKind, Meeting, Organization, Page, Person, Section, Topic,
};
use crate::content::parse::Facts;
use crate::content::settings::VocabularyKind;
use crate::incremental::snapshot::{SnapshotReader, SnapshotWriter};
use crate::notation::scalar::Term;

impl<T: Linked> From<Link<T>> for AnyLink {
    fn from(link: Link<T>) -> AnyLink {
        T::any(link)
    }
}

/// Declares for each type of entity: its arena, its links, its relations, and the list of its kinds.
macro_rules! kinds {
    ($($Type:ident, $arena:ident, $Links:ty, $relations:path $(, $list:ident)?;)*) => {
        impl Graph {
            pub(super) fn node(&self, link: AnyLink) -> &Node {
                match link {
                    $(AnyLink::$Type(link) => &self.$arena[link].node,)*
                }
            }

            pub(super) fn common(&self, link: AnyLink) -> &Common {
                match link {
                    $(AnyLink::$Type(link) => self.$arena[link].common(),)*
                }
            }

            /// The summary of an entity.
            pub(in crate::content) fn summary(&self, link: AnyLink) -> EntitySummary<'_> {
                match link {
                    $(AnyLink::$Type(link) => EntitySummary::of(&self.$arena[link]),)*
                }
            }

            pub(super) fn texts(&self, link: AnyLink) -> &Texts {
                match link {
                    $(AnyLink::$Type(link) => self.$arena.texts(link),)*
                }
            }

            /// Links to all entities of a kind.
            pub(in crate::content) fn of_kind(&self, kind: EntityKind) -> Vec<AnyLink> {
                match kind {
                    $(EntityKind::$Type => self.$arena.links().map(AnyLink::$Type).collect(),)*
                }
            }

            pub(super) fn relations_of(&self, link: AnyLink) -> Vec<(AnyLink, Relation)> {
                match link {
                    $(AnyLink::$Type(link) => all_relations(&self.$arena[link]),)*
                }
            }

            /// Writes all entities into a snapshot.
            pub(super) fn save_entities(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
                $(self.$arena.save(to)?;)*
                Ok(())
            }

            /// Takes the sections of all entities from a snapshot. The returned function decodes them into a graph.
            pub(super) fn load_entities<'s>(
                from: &mut SnapshotReader<'s>,
            ) -> io::Result<impl FnOnce(&mut Graph) -> io::Result<()> + use<'s>> {
                $(let $arena = Arena::<$Type>::sections(from)?;)*
                Ok(move |graph: &mut Graph| {
                    $(graph.$arena = Arena::load($arena)?;)*
                    Ok(())
                })
            }

            /// The unresolved form of all entities.
            pub(super) fn restored_entities(&self) -> Vec<RestoredEntity> {
                let mut entities = Vec::new();
                $(for (link, (entity, texts)) in self.$arena.iter() {
                    let facts = Facts::$Type(Arc::clone(&entity.written));
                    entities.push(RestoredEntity::new(AnyLink::$Type(link), &entity.node, facts, texts));
                })*
                entities
            }

            pub(super) fn remove(&mut self, link: AnyLink) -> bool {
                match link {
                    $(AnyLink::$Type(link) => self.$arena.remove(link),)*
                }
            }
        }

        $(impl Linked for $Type {
            type Links = $Links;

            fn arena(graph: &Graph) -> &Arena<Self> {
                &graph.$arena
            }

            fn arena_mut(graph: &mut Graph) -> &mut Arena<Self> {
                &mut graph.$arena
            }

            fn any(link: Link<Self>) -> AnyLink {
                AnyLink::$Type(link)
            }

            fn relations(entity: &Entity<Self>) -> Vec<(AnyLink, Relation)> {
                $relations(entity)
            }

            #[allow(unused_variables)] // In types without such a list.
            fn term(written: &Self) -> Option<(VocabularyKind, &Term)> {
                $(return Some((VocabularyKind::$list, &written.kind));)?
                #[allow(unreachable_code)]
                None
            }
        })*
    };
}

kinds! {
    Body, bodies, BodyLinks, relations::of_body, Body;
    Organization, organizations, OrganizationLinks, relations::of_organization, Organization;
    Person, persons, NoLinks, relations::none;
    Meeting, meetings, MeetingLinks, relations::of_meeting;
    Document, documents, DocumentLinks, relations::of_document, Document;
    Area, areas, AreaLinks, relations::of_area, Area;
    Topic, topics, NoLinks, relations::none;
    Page, pages, NoLinks, relations::none;
    Section, sections, NoLinks, relations::none;
}
