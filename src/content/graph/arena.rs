//! Typed numbers for things, and the shelves that hold them.

use std::collections::BTreeSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::io;
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::Index;

use borsh::{BorshDeserialize, BorshSerialize};

use super::entity::{Entity, Linked, Texts};
use crate::incremental::snapshot::{Section, SnapshotReader, SnapshotWriter};

/// A link to a thing of kind `T` in its graph. A name has the same link as long as the graph lives.
///
/// There are very many, so that one which may not be there takes no more room.
pub struct Link<T> {
    /// The place in the arena, counted from 1.
    number: NonZeroU32,
    kind: PhantomData<fn() -> T>,
}

/// A thing and its texts.
type Thing<T> = (Entity<T>, Texts);

/// All things of one kind.
#[derive(Debug)]
pub struct Arena<T: Linked> {
    things: Vec<Box<Thing<T>>>,
    /// Places whose things are no longer there. Nothing that is there leads to them.
    gone: BTreeSet<u32>,
}

impl<T> Link<T> {
    /// The link to the thing at this place of its arena.
    pub(super) fn new(index: u32) -> Link<T> {
        Link {
            number: NonZeroU32::MIN.saturating_add(index),
            kind: PhantomData,
        }
    }

    /// The place in the arena, for tables beside it.
    pub fn index(self) -> u32 {
        self.number.get() - 1
    }
}

impl<T: Linked> Arena<T> {
    /// Links to all of them.
    pub fn links(&self) -> impl Iterator<Item = Link<T>> + '_ {
        let places = 0..u32::try_from(self.things.len()).unwrap_or(u32::MAX);
        places
            .filter(|place| !self.gone.contains(place))
            .map(Link::new)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.things.len() - self.gone.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The texts of a thing.
    // As in `Index`.
    #[allow(clippy::indexing_slicing)]
    pub(super) fn texts(&self, link: Link<T>) -> &Texts {
        &self.things[link.index() as usize].1
    }

    /// All things that are there, each with its link.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Link<T>, &Thing<T>)> {
        let places = (0..).map(Link::new);
        let things = places.zip(self.things.iter().map(|thing| &**thing));
        things.filter(|(link, _)| !self.gone.contains(&link.index()))
    }

    /// Writes all things into a snapshot.
    ///
    /// # Errors
    /// The error of the writer.
    pub(super) fn save(&self, to: &mut SnapshotWriter<'_>) -> io::Result<()> {
        to.value(&self.gone)?;
        to.values(&self.things)
    }

    /// The sections of an arena in a snapshot: see [`Arena::load`].
    ///
    /// # Errors
    /// They are not there.
    pub(super) fn sections<'s>(from: &mut SnapshotReader<'s>) -> io::Result<[Section<'s>; 2]> {
        Ok([from.section()?, from.section()?])
    }

    /// The arena that was written into these sections.
    ///
    /// # Errors
    /// They hold something else.
    pub(super) fn load([gone, things]: [Section<'_>; 2]) -> io::Result<Arena<T>> {
        Ok(Arena {
            things: things.values()?,
            gone: gone.value()?,
        })
    }

    /// Gives back the room that was needed for growing.
    pub(super) fn settle(&mut self) {
        self.things.shrink_to_fit();
    }

    /// Puts a thing at its place, and gives what was there.
    pub(super) fn put(&mut self, link: Link<T>, thing: Thing<T>) -> Option<Box<Thing<T>>> {
        let thing = Box::new(thing);
        let Some(place) = self.things.get_mut(link.index() as usize) else {
            self.things.push(thing);
            return None;
        };
        let before = std::mem::replace(place, thing);
        (!self.gone.remove(&link.index())).then_some(before)
    }

    /// Takes a thing away. Whether it was there.
    pub(super) fn remove(&mut self, link: Link<T>) -> bool {
        (link.index() as usize) < self.things.len() && self.gone.insert(link.index())
    }
}

impl<T: Linked> Default for Arena<T> {
    fn default() -> Self {
        Arena {
            things: Vec::new(),
            gone: BTreeSet::new(),
        }
    }
}

impl<T: Linked> Index<Link<T>> for Arena<T> {
    type Output = Entity<T>;

    // Links are made by the directory alone, for things that are put there in the same pass.
    #[allow(clippy::indexing_slicing)]
    fn index(&self, link: Link<T>) -> &Entity<T> {
        &self.things[link.index() as usize].0
    }
}

// By hand, because a derive would ask the same of `T`.
impl<T> BorshSerialize for Link<T> {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        self.number.serialize(writer)
    }
}

impl<T> BorshDeserialize for Link<T> {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        Ok(Link {
            number: NonZeroU32::deserialize_reader(reader)?,
            kind: PhantomData,
        })
    }
}

impl<T> Clone for Link<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Link<T> {}

impl<T> PartialEq for Link<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
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
        self.number.cmp(&other.number)
    }
}

impl<T> Hash for Link<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T> fmt::Debug for Link<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index())
    }
}
