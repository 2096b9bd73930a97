//! Where long lists are cut into pages.
//!
//! The cuts follow from the entries themselves, not from their number: an entry that comes or goes
//! changes its own page of the list, and hardly ever another.

use crate::vocabulary::digest::Digest;
use borsh::{BorshDeserialize, BorshSerialize};

/// How many entries a page may have.
#[derive(Clone, Copy, Debug, BorshSerialize, BorshDeserialize)]
pub(super) struct Cut(usize);

impl Cut {
    /// Pages of at most so many entries.
    pub(super) fn new(length: usize) -> Cut {
        Cut(length)
    }

    /// Whether so many entries need more than one page.
    pub(super) fn is_needed(self, entries: usize) -> bool {
        entries > self.0
    }

    /// Whether an entry ends a page that is long enough: one in so many, by nothing but its name.
    pub(super) fn ends_after(self, name: Digest) -> bool {
        let every = u8::try_from(self.0 / 3).unwrap_or(u8::MAX).max(2);
        name.first().is_multiple_of(every)
    }

    /// Whether a page with so many entries takes no more, given whether its last one [ends] pages.
    ///
    /// [ends]: Cut::ends_after
    pub(super) fn is_full(self, entries: usize, ends: bool) -> bool {
        entries >= if ends { self.0 / 5 } else { self.0 }
    }
}

/// The numbers of the pages that are others than before, those that came or went included.
pub(super) fn different<T: PartialEq>(before: &[T], now: &[T]) -> impl Iterator<Item = usize> {
    let numbers = 0..before.len().max(now.len());
    numbers.filter(|number| before.get(*number) != now.get(*number))
}
