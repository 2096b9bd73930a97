//! Sorted lists that are cut into chunks, each of which becomes a page.
//!
//! The cuts are content-defined: whether a chunk may end after an entry follows from the name of the
//! entry, not from its position. An entry that is added or removed changes its own chunk, and hardly
//! ever another.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::digest::Digest;

/// A sorted list, cut into chunks.
#[derive(Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct ChunkedList<E> {
    entries: Vec<E>,
    /// The index of the first entry of each chunk.
    starts: Vec<usize>,
}

/// An entry of a chunked list.
pub(super) trait Entry: Clone + PartialEq {
    /// Whether a chunk may end after this entry, as [`ChunkSize::is_boundary`] says.
    fn is_boundary(&self) -> bool;

    /// Whether the next entry must be in the same chunk.
    fn stays_with(&self, _next: &Self) -> bool {
        false
    }
}

/// How many entries the chunks of a list have.
#[derive(Clone, Copy, Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct ChunkSize {
    max: usize,
}

impl ChunkSize {
    pub(super) fn new(max: usize) -> ChunkSize {
        ChunkSize { max }
    }

    /// Whether so many entries need more than one chunk.
    pub(super) fn is_exceeded_by(self, entries: usize) -> bool {
        entries > self.max
    }

    /// Whether a chunk may end after the entry whose name has this digest. About three of `max` entries are
    /// such boundaries.
    pub(super) fn is_boundary(self, name: Digest) -> bool {
        let distance = u8::try_from(self.max / 3).unwrap_or(u8::MAX).max(2);
        name.first().is_multiple_of(distance)
    }

    fn is_full(self, entries: usize, ends_at_boundary: bool) -> bool {
        entries
            >= if ends_at_boundary {
                self.max / 5
            } else {
                self.max
            }
    }
}

impl<E: Entry> ChunkedList<E> {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The number of chunks. An empty list has one.
    pub(super) fn chunk_count(&self) -> usize {
        self.starts.len().max(1)
    }

    /// A chunk by its number, from 0. Returns `None` if there are fewer.
    pub(super) fn chunk(&self, number: usize) -> Option<&[E]> {
        let start = *self.starts.get(number)?;
        let next = self.starts.get(number + 1);
        self.entries.get(start..next.copied().unwrap_or(self.len()))
    }

    pub(super) fn chunks(&self) -> impl Iterator<Item = &[E]> {
        (0..self.starts.len()).filter_map(|number| self.chunk(number))
    }

    /// The list without some entries and with others, which come with their sort keys. Entries with equal keys
    /// keep their order, inserted ones come last.
    pub(super) fn updated<K: Ord>(
        &self,
        is_removed: impl Fn(&E) -> bool,
        mut inserted: Vec<(K, E)>,
        sort_key: impl Fn(&E) -> K,
        size: ChunkSize,
    ) -> ChunkedList<E> {
        let kept = self.entries.iter().filter(|entry| !is_removed(entry));
        let kept: Vec<E> = kept.cloned().collect();
        inserted.sort_by(|(one, _), (other, _)| one.cmp(other));
        ChunkedList::cut(merge(&kept, inserted, sort_key), size)
    }

    /// The numbers of the chunks that are different in another list, including those that only one list has.
    pub(super) fn changed_chunks(&self, other: &ChunkedList<E>) -> impl Iterator<Item = usize> {
        let numbers = 0..self.starts.len().max(other.starts.len());
        numbers.filter(|number| self.chunk(*number) != other.chunk(*number))
    }

    fn cut(entries: Vec<E>, size: ChunkSize) -> ChunkedList<E> {
        let mut starts: Vec<usize> = (!entries.is_empty()).then_some(0).into_iter().collect();
        if size.is_exceeded_by(entries.len()) {
            let mut start = 0;
            for (at, pair) in entries.windows(2).enumerate() {
                let [last, next] = pair else { continue };
                let length = at + 1 - start;
                if !last.stays_with(next) && size.is_full(length, last.is_boundary()) {
                    start = at + 1;
                    starts.push(start);
                }
            }
        }
        ChunkedList { entries, starts }
    }
}

impl<E> Default for ChunkedList<E> {
    fn default() -> Self {
        ChunkedList {
            entries: Vec::new(),
            starts: Vec::new(),
        }
    }
}

/// Merges sorted entries into a sorted list. Makes only the sort keys that a binary search compares with.
fn merge<E: Clone, K: Ord>(
    list: &[E],
    inserted: Vec<(K, E)>,
    sort_key: impl Fn(&E) -> K,
) -> Vec<E> {
    let mut merged = Vec::with_capacity(list.len() + inserted.len());
    let mut rest = list;
    for (key, entry) in inserted {
        let (before, after) = rest.split_at(rest.partition_point(|it| sort_key(it) <= key));
        merged.extend_from_slice(before);
        merged.push(entry);
        rest = after;
    }
    merged.extend_from_slice(rest);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sorted by its tens, which stay in one chunk. A number that ends in 7 is a boundary.
    #[derive(Clone, Debug, PartialEq)]
    struct Number(u32);

    impl Entry for Number {
        fn is_boundary(&self) -> bool {
            self.0 % 10 == 7
        }

        fn stays_with(&self, next: &Number) -> bool {
            self.0 / 10 == next.0 / 10
        }
    }

    fn chunks(list: &ChunkedList<Number>) -> Vec<Vec<Number>> {
        list.chunks().map(<[Number]>::to_vec).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_updated_list_is_cut_like_a_new_one(
            first in prop::collection::btree_set(0_u32..400, 0..60),
            // Sometimes entries are only removed.
            turns in prop::collection::vec(
                (prop::collection::btree_set(0_u32..400, 0..20), any::<bool>()),
                1..6,
            ),
            size in 1_usize..20,
        ) {
            let size = ChunkSize::new(size);
            let key = |it: &Number| it.0 / 10;
            let keyed = |all: &[u32]| all.iter().map(|it| (it / 10, Number(*it))).collect();
            let mut all: Vec<u32> = first.into_iter().collect();
            let cut = |all: &[u32]| {
                ChunkedList::default().updated(|_| false, keyed(all), key, size)
            };
            let mut list = cut(&all);
            for (others, are_inserted) in turns {
                // All numbers with the tens of the others go; then the others come.
                let is_removed = |it: u32| others.iter().any(|other| other / 10 == it / 10);
                let inserted = others.iter().copied().filter(|it| are_inserted && !all.contains(it));
                let inserted: Vec<u32> = inserted.collect();
                all.retain(|it| !is_removed(*it));
                all.extend(&inserted);
                list = list.updated(|it| is_removed(it.0), keyed(&inserted), key, size);
                prop_assert_eq!(chunks(&list), chunks(&cut(&all)));
            }
        }
    }
}
