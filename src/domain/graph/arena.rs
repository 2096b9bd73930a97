//! Typed numbers for things, and the shelves that give them out.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

use super::entity::{Entity, Linked, Node};

/// A link to a thing of kind `T` in its graph.
pub struct Link<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

/// All things of one kind, in the order of their source.
#[derive(Debug)]
pub struct Arena<T: Linked> {
    items: Vec<Entity<T>>,
}

impl<T> Link<T> {
    /// The link to the thing that will be at this place of its arena.
    pub(super) fn new(index: usize) -> Link<T> {
        Link {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            kind: PhantomData,
        }
    }

    /// The place in the arena, for tables beside it.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T: Linked> Arena<T> {
    pub(super) fn new(items: Vec<Entity<T>>) -> Arena<T> {
        Arena { items }
    }

    /// Links to all of them.
    pub fn links(&self) -> impl Iterator<Item = Link<T>> + use<T> {
        (0..self.items.len()).map(Link::new)
    }

    /// All of them with their links.
    pub fn iter(&self) -> impl Iterator<Item = (Link<T>, &Entity<T>)> {
        self.items
            .iter()
            .enumerate()
            .map(|(index, item)| (Link::new(index), item))
    }

    /// What all kinds have, to be completed.
    pub(super) fn nodes_mut(&mut self) -> impl Iterator<Item = (Link<T>, &mut Node)> {
        self.items
            .iter_mut()
            .enumerate()
            .map(|(index, item)| (Link::new(index), &mut item.node))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<T: Linked> Default for Arena<T> {
    fn default() -> Self {
        Arena { items: Vec::new() }
    }
}

impl<T: Linked> Index<Link<T>> for Arena<T> {
    type Output = Entity<T>;

    // Links are made by `resolve` alone, for things that it puts there.
    #[allow(clippy::indexing_slicing)]
    fn index(&self, link: Link<T>) -> &Entity<T> {
        &self.items[link.index()]
    }
}

// By hand, because a derive would ask the same of `T`.
impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Link<T> {}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Link<T> {}

impl<T> PartialOrd for Link<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Link<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Link<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}
