//! Arenas: the entities of a graph, one arena for each kind.

use std::collections::BTreeSet;
use std::io;
use std::ops::Index;

use super::entity::{Entity, Linked};
use super::link::Link;
use super::texts::Texts;
use crate::incremental::snapshot::{SnapshotReader, SnapshotSection, SnapshotWriter};

/// An entity and its texts.
type EntityWithTexts<T> = (Entity<T>, Texts);

/// All entities of one kind.
#[derive(Debug)]
pub struct Arena<T: Linked> {
    entities: Vec<Box<EntityWithTexts<T>>>,
    /// The indexes of removed entities. No entity links to them.
    removed: BTreeSet<u32>,
}

impl<T: Linked> Arena<T> {
    /// Links to all entities.
    pub fn links(&self) -> impl Iterator<Item = Link<T>> + '_ {
        let indexes = 0..u32::try_from(self.entities.len()).unwrap_or(u32::MAX);
        indexes
            .filter(|slot| !self.removed.contains(slot))
            .map(Link::new)
    }

    /// The number of entities.
    pub fn len(&self) -> usize {
        self.entities.len() - self.removed.len()
    }

    /// Whether there are no entities.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The texts of an entity.
    // See `Index`.
    #[allow(clippy::indexing_slicing)]
    pub(super) fn texts(&self, link: Link<T>) -> &Texts {
        &self.entities[link.index() as usize].1
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Link<T>, &EntityWithTexts<T>)> {
        let indexes = (0..).map(Link::new);
        let entities = indexes.zip(self.entities.iter().map(|entity| &**entity));
        entities.filter(|(link, _)| !self.removed.contains(&link.index()))
    }

    /// Writes all entities into a snapshot.
    pub(super) fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        to.value(&self.removed)?;
        to.values(&self.entities)
    }

    /// Takes the sections of an arena from a snapshot, for [`Arena::load`].
    pub(super) fn sections<'s>(
        from: &mut SnapshotReader<'s>,
    ) -> io::Result<[SnapshotSection<'s>; 2]> {
        Ok([from.section()?, from.section()?])
    }

    /// Decodes the arena in these sections.
    pub(super) fn load([removed, entities]: [SnapshotSection<'_>; 2]) -> io::Result<Arena<T>> {
        Ok(Arena {
            entities: entities.values()?,
            removed: removed.value()?,
        })
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.entities.shrink_to_fit();
    }

    /// Stores an entity, and returns the one that it replaces.
    pub(super) fn put(
        &mut self,
        link: Link<T>,
        entity: EntityWithTexts<T>,
    ) -> Option<Box<EntityWithTexts<T>>> {
        let entity = Box::new(entity);
        let Some(slot) = self.entities.get_mut(link.index() as usize) else {
            self.entities.push(entity);
            return None;
        };
        let before = std::mem::replace(slot, entity);
        (!self.removed.remove(&link.index())).then_some(before)
    }

    pub(super) fn remove(&mut self, link: Link<T>) -> bool {
        (link.index() as usize) < self.entities.len() && self.removed.insert(link.index())
    }
}

impl<T: Linked> Default for Arena<T> {
    fn default() -> Self {
        Arena {
            entities: Vec::new(),
            removed: BTreeSet::new(),
        }
    }
}

impl<T: Linked> Index<Link<T>> for Arena<T> {
    type Output = Entity<T>;

    // Only the directory makes links, for entities that are stored in the same update.
    #[allow(clippy::indexing_slicing)]
    fn index(&self, link: Link<T>) -> &Entity<T> {
        &self.entities[link.index() as usize].0
    }
}
