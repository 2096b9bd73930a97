//! Where long lists are cut into pages.
//!
//! The cuts follow from the entries themselves, not from their number: an entry that comes or goes
//! changes its own page of the list, and hardly ever another.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::base::digest::Digest;
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

/// Some things, mostly few: whether something is one of them is asked of every entry of long lists.
pub(super) struct Few<T>(Vec<T>);

impl<T: Ord> Few<T> {
    /// Whether it is one of them.
    pub(super) fn has(&self, wanted: &T) -> bool {
        match self.0.as_slice() {
            [] => false,
            [only] => only == wanted,
            all => all.binary_search(wanted).is_ok(),
        }
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Few<T> {
        let mut all: Vec<T> = all.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        Few(all)
    }
}

/// The order of a long list, and where it is cut.
pub(super) trait Rule<T> {
    /// The order of two entries.
    fn order(&self, a: &T, b: &T) -> Ordering;

    /// Whether a page takes no more, given what comes next. Of the page, only its length and its last entry count.
    fn is_full(&self, page: &[T], next: &T) -> bool;
}

/// A list cut into pages, made of one that was cut by the same rule: without the entries that are gone, with fresh
/// ones. Of pages to which that does nothing, nothing is looked at but who is gone. Entries of one rank keep their
/// order, the fresh ones last. There is one page at least.
pub(super) fn again<T: Clone>(
    before: &[Vec<T>],
    is_gone: impl Fn(&T) -> bool,
    mut fresh: Vec<T>,
    rule: &impl Rule<T>,
) -> Vec<Vec<T>> {
    fresh.sort_by(|a, b| rule.order(a, b));
    let pieces = before.iter().map(|page| {
        if page.iter().any(&is_gone) {
            Cow::Owned(page.iter().filter(|it| !is_gone(it)).cloned().collect())
        } else {
            Cow::Borrowed(page.as_slice())
        }
    });
    let mut pieces: Vec<Cow<'_, [T]>> = pieces.filter(|piece| !piece.is_empty()).collect();
    insert(&mut pieces, fresh, rule);
    let mut pages = Vec::with_capacity(pieces.len() + 1);
    let mut page: Vec<T> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        if let Some(next) = piece.first()
            && rule.is_full(&page, next)
        {
            pages.push(std::mem::take(&mut page));
        }
        let next = pieces.peek().and_then(|next| next.first());
        let is_page = next.is_none_or(|next| rule.is_full(&piece, next));
        match piece {
            Cow::Borrowed(piece) if page.is_empty() && is_page => pages.push(piece.to_vec()),
            piece => {
                for entry in piece.into_owned() {
                    if rule.is_full(&page, &entry) {
                        pages.push(std::mem::take(&mut page));
                    }
                    page.push(entry);
                }
            }
        }
    }
    if !page.is_empty() || pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// Puts sorted entries into sorted pieces of a list.
fn insert<T: Clone>(pieces: &mut Vec<Cow<'_, [T]>>, fresh: Vec<T>, rule: &impl Rule<T>) {
    if pieces.is_empty() {
        pieces.extend((!fresh.is_empty()).then_some(Cow::Owned(fresh)));
        return;
    }
    for entry in fresh {
        let is_before = |it: &T| rule.order(it, &entry) != Ordering::Greater;
        let after = pieces.partition_point(|piece| piece.first().is_some_and(is_before));
        if let Some(piece) = pieces.get_mut(after.saturating_sub(1)) {
            let at = piece.partition_point(is_before);
            piece.to_mut().insert(at, entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers by their tens; what ends in 7 ends pages, if there is more than one.
    struct Tens(Option<Cut>);

    impl Rule<u32> for Tens {
        fn order(&self, a: &u32, b: &u32) -> Ordering {
            (a / 10).cmp(&(b / 10))
        }

        fn is_full(&self, page: &[u32], next: &u32) -> bool {
            let last = page.last().zip(self.0);
            last.is_some_and(|(last, length)| {
                length.is_full(page.len(), last % 10 == 7) && last / 10 != next / 10
            })
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_list_cut_again_is_the_list_cut_at_once(
            first in prop::collection::btree_set(0_u32..400, 0..60),
            // Without its tens, an entry would not be known again among those of its rank. Sometimes nothing comes.
            turns in prop::collection::vec(
                (prop::collection::btree_set(0_u32..400, 0..20), any::<bool>()),
                1..6,
            ),
            length in 1_usize..20,
        ) {
            let length = Cut::new(length);
            let rule = |all: &[u32]| Tens(Some(length).filter(|it| it.is_needed(all.len())));
            let anew = |all: &[u32]| again(&[], |_| false, all.to_vec(), &rule(all));
            let mut all: Vec<u32> = first.into_iter().collect();
            let mut pages = anew(&all);
            for (others, come) in turns {
                // Those that were there go, with all of their rank; the others come.
                let is_gone = |it: &u32| others.iter().any(|other| other / 10 == it / 10);
                let fresh = others.iter().copied().filter(|it| come && !all.contains(it));
                let fresh: Vec<u32> = fresh.collect();
                all.retain(|it| !is_gone(it));
                all.extend(&fresh);
                pages = again(&pages, is_gone, fresh, &rule(&all));
                prop_assert_eq!(&pages, &anew(&all));
            }
        }
    }
}
