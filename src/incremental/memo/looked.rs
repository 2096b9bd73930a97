//! What a product looked at, in few bytes: every page has a list of these, and most lists are long.

use std::iter;

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Changed, Key};

/// What a product looked at, in order, each once: of every key by how much it is greater than the one before, as a
/// variable-length integer (LEB128). Nearly all are near to one another.
#[derive(Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Looked(Box<[u8]>);

impl Looked {
    /// These keys.
    pub(super) fn at(mut keys: Vec<Key>) -> Looked {
        keys.sort_unstable();
        keys.dedup();
        let mut bytes = Vec::with_capacity(keys.len() * 2);
        let mut before = 0;
        for Key(key) in keys {
            push(key - before, &mut bytes);
            before = key;
        }
        Looked(bytes.into())
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let (mut bytes, mut before) = (&*self.0, 0_u64);
        iter::from_fn(move || {
            before = before.wrapping_add(pop(&mut bytes)?);
            Some(Key(before))
        })
    }

    /// Whether some of these have changed.
    pub(super) fn has_changed(&self, changed: &Sorted) -> bool {
        let Sorted(changed) = changed;
        let (Some(first), Some(last)) = (changed.first(), changed.last()) else {
            return false;
        };
        let keys = self.keys().skip_while(|key| key < first);
        let mut keys = keys.take_while(|key| key <= last);
        keys.any(|key| changed.binary_search(&key).is_ok())
    }
}

/// What has changed, to be looked up often.
pub(super) struct Sorted(Vec<Key>);

impl Sorted {
    pub(super) fn of(changed: &Changed) -> Sorted {
        Sorted(changed.iter().copied().collect())
    }
}

fn push(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The next number. Nothing at the end, or where no number was written.
fn pop(bytes: &mut &[u8]) -> Option<u64> {
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
    fn keys_are_there_in_order_and_once() {
        let ends = [0, 1, 0x7f, 0x80, 0x3fff, 0x4000, u64::MAX - 1, u64::MAX];
        let near = (1 << 56)..(1 << 56) + 300;
        let all: Vec<Key> = ends.into_iter().chain(near).map(Key).collect();
        let looked = Looked::at(all.iter().rev().chain(&all).copied().collect());
        let in_order: Changed = all.into_iter().collect();
        assert!(looked.keys().eq(in_order));
        assert!(looked.0.len() < 360, "{}", looked.0.len());
        assert_eq!(Looked::at(Vec::new()).keys().count(), 0);
    }

    #[test]
    fn what_has_changed_is_found_wherever_it_is() {
        let looked = Looked::at([5, 50, 500].map(Key).to_vec());
        let has_changed = |changed: &[u64]| {
            let changed = changed.iter().copied().map(Key).collect();
            looked.has_changed(&Sorted::of(&changed))
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
    fn what_was_not_written_so_has_an_end() {
        let others: [&[u8]; 3] = [&[0xff; 30], &[0x80], &[1, 0xff, 0xff]];
        for bytes in others {
            assert!(Looked(bytes.into()).keys().count() < bytes.len());
        }
    }
}
