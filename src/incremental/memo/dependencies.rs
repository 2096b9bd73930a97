//! The dependencies of a product in few bytes. There is a list of them for every page, and most lists are long.

use std::cell::RefCell;
use std::iter;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Changed, Key};

/// Records what a product reads while it is made.
#[derive(Debug, Default)]
pub struct DependencyRecorder(RefCell<Vec<Key>>);

impl DependencyRecorder {
    /// Records that a key was read.
    pub fn record(&self, key: Key) {
        self.0.borrow_mut().push(key);
    }

    /// Returns what was recorded. This sorts the keys, so call it on the thread that made the product.
    #[must_use]
    pub fn finish(self) -> Dependencies {
        Dependencies::new(self.0.into_inner())
    }
}

/// The keys that a product depends on.
///
/// They are sorted, each is there once, and each is stored as its difference from the one before, in a variable-length
/// integer (LEB128). Most differences are small.
#[derive(Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Dependencies(Box<[u8]>);

impl Dependencies {
    pub(super) fn new(mut keys: Vec<Key>) -> Dependencies {
        keys.sort_unstable();
        keys.dedup();
        let mut bytes = Vec::with_capacity(keys.len() * 2);
        let mut before = 0;
        for Key(key) in keys {
            write_number(key - before, &mut bytes);
            before = key;
        }
        Dependencies(bytes.into())
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let (mut bytes, mut before) = (&*self.0, 0_u64);
        iter::from_fn(move || {
            before = before.wrapping_add(read_number(&mut bytes)?);
            Some(Key(before))
        })
    }

    pub(super) fn has_changed(&self, changed: &SortedKeys) -> bool {
        let SortedKeys(changed) = changed;
        let (Some(first), Some(last)) = (changed.first(), changed.last()) else {
            return false;
        };
        let keys = self.keys().skip_while(|key| key < first);
        let mut keys = keys.take_while(|key| key <= last);
        keys.any(|key| changed.binary_search(&key).is_ok())
    }
}

/// The changed keys in a sorted list, which is quicker to search than a tree.
pub(super) struct SortedKeys(Vec<Key>);

impl SortedKeys {
    pub(super) fn new(changed: &Changed) -> SortedKeys {
        SortedKeys(changed.iter().copied().collect())
    }
}

fn write_number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes the next number. Returns `None` at the end, or if the bytes are no number.
fn read_number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & 0x7f) << shift;
        if *first < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_unique() {
        let ends = [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, u64::MAX - 1, u64::MAX];
        let near = (1 << 56)..(1 << 56) + 300;
        let all: Vec<Key> = ends.into_iter().chain(near).map(Key).collect();
        let dependencies = Dependencies::new(all.iter().rev().chain(&all).copied().collect());
        let in_order: Changed = all.into_iter().collect();
        assert!(dependencies.keys().eq(in_order));
        assert!(dependencies.0.len() < 360, "{}", dependencies.0.len());
        assert_eq!(Dependencies::new(Vec::new()).keys().count(), 0);
    }

    #[test]
    fn a_changed_key_is_found_at_any_place() {
        let dependencies = Dependencies::new([5, 50, 500].map(Key).to_vec());
        let has_changed = |changed: &[u64]| {
            let changed = changed.iter().copied().map(Key).collect();
            dependencies.has_changed(&SortedKeys::new(&changed))
        };
        let seen: [&[u64]; 5] = [&[5], &[50], &[500], &[1, 7, 50, 900], &[1, 500, 501]];
        for changed in seen {
            assert!(has_changed(changed), "{changed:?}");
        }
        let others: [&[u64]; 5] = [&[], &[4], &[6], &[501], &[1, 49, 51, 900]];
        for changed in others {
            assert!(!has_changed(changed), "{changed:?}");
        }
    }

    #[test]
    fn reading_damaged_bytes_comes_to_an_end() {
        let others: [&[u8]; 3] = [&[0xff; 30], &[0x80], &[1, 0xff, 0xff]];
        for bytes in others {
            assert!(Dependencies(bytes.into()).keys().count() < bytes.len());
        }
    }
}
