//! What was made from what: the memory that makes a rebuild as small as its cause.
//!
//! Every product (the links of a thing, what a rule finds, a page) is made by a function that notes
//! each thing it looks at. When some of what can be looked at changes, the products that looked at it
//! are made again, and no others. A fresh build is the case in which nothing was made before.

mod looked;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use borsh::{BorshDeserialize, BorshSerialize};

pub use looked::Looked;
use looked::Sorted;

/// Something that can be looked at and can change: a facet of a thing, a name, a path.
///
/// Texts are hashed. Two that meet cost a product made in vain, never a stale one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Key(u64);

impl Key {
    /// The key of a number, which must fit into 56 bits, in a name space.
    pub fn number(space: u8, number: u64) -> Key {
        Key(u64::from(space) << 56 | number & (u64::MAX >> 8))
    }

    /// The name space, and the number in it.
    pub fn parts(self) -> (u8, u64) {
        ((self.0 >> 56) as u8, self.0 & (u64::MAX >> 8))
    }

    /// The key of anything that has a hash, in a name space.
    pub fn hash(space: u8, value: impl Hash) -> Key {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        Key::number(space, hasher.finish())
    }
}

/// What has changed.
pub type Changed = BTreeSet<Key>;

/// What a product looks at while it is made.
#[derive(Debug, Default)]
pub struct Reads(RefCell<Vec<Key>>);

impl Reads {
    /// Notes that something was looked at.
    pub fn note(&self, key: Key) {
        self.0.borrow_mut().push(key);
    }

    /// The product is made. Where many are made side by side, this belongs there: it takes its time.
    #[must_use]
    pub fn settled(self) -> Looked {
        Looked::at(self.0.into_inner())
    }
}

/// The products of one stage, each with what it looked at.
#[derive(Debug)]
pub struct Memo<P, V> {
    made: HashMap<P, Made<V>>,
    /// Who looked at what; not there before somebody asks, because a single build never does.
    readers: Option<HashMap<Key, Vec<P>>>,
}

#[derive(Debug)]
struct Made<V> {
    value: V,
    reads: Looked,
}

impl<P: Clone + Ord + Hash, V> Memo<P, V> {
    /// Finds out who looked at what, lest the next question wait for it.
    pub fn index(&mut self) {
        self.readers.get_or_insert_with(|| index(&self.made));
    }

    /// The products that looked at something that has changed.
    pub fn stale(&mut self, changed: &Changed) -> BTreeSet<P> {
        if changed.is_empty() || self.made.is_empty() {
            return BTreeSet::new();
        }
        let Some(readers) = &self.readers else {
            return self.looked_at(changed);
        };
        let stale = changed.iter().filter_map(|key| readers.get(key));
        stale.flatten().cloned().collect()
    }

    /// The same, for who asks once: to go through all is less than to find out who looked at what.
    #[allow(clippy::iter_over_hash_type)] // The products are a set, whatever their order.
    fn looked_at(&self, changed: &Changed) -> BTreeSet<P> {
        let changed = Sorted::of(changed);
        let made = self.made.iter();
        let stale = made.filter(|(_, made)| made.reads.has_changed(&changed));
        stale.map(|(product, _)| product.clone()).collect()
    }

    /// Keeps a product, and gives the one that it replaces.
    pub fn put(&mut self, product: P, value: V, reads: Looked) -> Option<V> {
        let before = self.made.remove(&product);
        let is_as_before = before.as_ref().is_some_and(|made| made.reads == reads);
        if let Some(readers) = self.readers.as_mut().filter(|_| !is_as_before) {
            let known = before.iter().flat_map(|made| made.reads.keys());
            let (known, now): (Vec<Key>, Vec<Key>) = (known.collect(), reads.keys().collect());
            forget(readers, &product, without(&known, &now));
            for key in without(&now, &known) {
                readers.entry(key).or_default().push(product.clone());
            }
        }
        self.made.insert(product, Made { value, reads });
        before.map(|made| made.value)
    }

    /// Forgets a product, and gives it.
    pub fn remove(&mut self, product: &P) -> Option<V> {
        let made = self.made.remove(product)?;
        if let Some(readers) = &mut self.readers {
            forget(readers, product, made.reads.keys());
        }
        Some(made.value)
    }

    /// A product that was made.
    pub fn get(&self, product: &P) -> Option<&V> {
        self.made.get(product).map(|made| &made.value)
    }

    /// All products, in no order.
    pub fn products(&self) -> impl Iterator<Item = &P> {
        self.made.keys()
    }

    /// All products and their values, in no order. A value may be replaced by one that was made of the same.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&P, &mut V)> {
        let made = self.made.iter_mut();
        made.map(|(product, made)| (product, &mut made.value))
    }

    /// All products, each with its value and what it was made of, in no order.
    pub fn entries(&self) -> Vec<(&P, &V, &Looked)> {
        let made = self.made.iter();
        made.map(|(product, made)| (product, &made.value, &made.reads))
            .collect()
    }

    /// A memo of products that were made before.
    pub fn of(entries: Vec<(P, V, Looked)>) -> Memo<P, V> {
        let made = entries.into_iter();
        let made = made.map(|(product, value, reads)| (product, Made { value, reads }));
        Memo {
            made: made.collect(),
            readers: None,
        }
    }

    /// At what a product looked.
    pub fn reads(&self, product: &P) -> impl Iterator<Item = Key> {
        let made = self.made.get(product).into_iter();
        made.flat_map(|made| made.reads.keys())
    }

    /// Whether nothing was made yet.
    pub fn is_empty(&self) -> bool {
        self.made.is_empty()
    }
}

impl<P, V> Default for Memo<P, V> {
    fn default() -> Self {
        Memo {
            made: HashMap::new(),
            readers: None,
        }
    }
}

#[allow(clippy::iter_over_hash_type)] // The readers of a key are a set, whatever their order.
fn index<P: Clone, V>(made: &HashMap<P, Made<V>>) -> HashMap<Key, Vec<P>> {
    let mut readers: HashMap<Key, Vec<P>> = HashMap::new();
    for (product, made) in made {
        for key in made.reads.keys() {
            readers.entry(key).or_default().push(product.clone());
        }
    }
    readers
}

fn forget<P: PartialEq>(
    readers: &mut HashMap<Key, Vec<P>>,
    product: &P,
    keys: impl Iterator<Item = Key>,
) {
    for key in keys {
        if let Some(list) = readers.get_mut(&key) {
            if let Some(at) = list.iter().position(|reader| reader == product) {
                list.swap_remove(at);
            }
            if list.is_empty() {
                readers.remove(&key);
            }
        }
    }
}

/// The keys of one sorted list that are not in the other.
fn without<'k>(keys: &'k [Key], others: &'k [Key]) -> impl Iterator<Item = Key> + 'k {
    let mut others = others.iter().copied().peekable();
    keys.iter().copied().filter(move |key| {
        while others.next_if(|other| other < key).is_some() {}
        others.peek() != Some(key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(keys: &[u64]) -> Looked {
        let reads = Reads::default();
        keys.iter().for_each(|key| reads.note(Key::number(0, *key)));
        reads.settled()
    }

    fn changed(keys: &[u64]) -> Changed {
        keys.iter().map(|key| Key::number(0, *key)).collect()
    }

    #[test]
    fn stale_is_what_looked_at_what_changed() {
        let mut memo = Memo::default();
        memo.put(1, 'a', reads(&[10, 20, 10]));
        memo.put(2, 'b', reads(&[20]));
        memo.put(3, 'c', reads(&[]));
        assert_eq!(memo.stale(&changed(&[20, 99])), BTreeSet::from([1, 2]));
        assert_eq!(memo.stale(&changed(&[10])), BTreeSet::from([1]));
        assert_eq!(memo.stale(&changed(&[99])), BTreeSet::new());
    }

    #[test]
    fn a_product_made_again_is_known_by_its_new_reads() {
        let mut memo = Memo::default();
        memo.put(1, 'a', reads(&[10, 20]));
        memo.stale(&changed(&[10]));
        assert_eq!(memo.put(1, 'b', reads(&[20, 30])), Some('a'));
        assert_eq!(memo.stale(&changed(&[10])), BTreeSet::new());
        assert_eq!(memo.stale(&changed(&[20])), BTreeSet::from([1]));
        assert_eq!(memo.stale(&changed(&[30])), BTreeSet::from([1]));
        assert_eq!(memo.remove(&1), Some('b'));
        assert_eq!(memo.stale(&changed(&[20, 30])), BTreeSet::new());
    }

    #[test]
    fn name_spaces_do_not_meet() {
        assert_ne!(Key::number(1, 7), Key::number(2, 7));
        assert_ne!(Key::hash(1, "a"), Key::hash(2, "a"));
        assert_eq!(Key::hash(1, "a"), Key::hash(1, "a"));
    }
}
