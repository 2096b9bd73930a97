//! Keys: names for what products read.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use borsh::{BorshDeserialize, BorshSerialize};

/// Something that a product can read and that can change: a facet of an entity, a name, a path.
///
/// Texts are hashed. If two hashes collide, a product may be made again without need, but none is ever stale.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Key(pub(super) u64);

impl Key {
    /// The key of a number in a key space. The number must fit into 56 bits.
    pub fn number(space: u8, number: u64) -> Key {
        Key(u64::from(space) << 56 | number & (u64::MAX >> 8))
    }

    /// The key space, and the number in it.
    pub fn parts(self) -> (u8, u64) {
        ((self.0 >> 56) as u8, self.0 & (u64::MAX >> 8))
    }

    /// The key of a hashed value in a key space.
    pub fn hash(space: u8, value: impl Hash) -> Key {
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        Key::number(space, hasher.finish())
    }
}

/// The keys that have changed.
pub type Changed = BTreeSet<Key>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_different_spaces_are_different() {
        assert_ne!(Key::number(1, 7), Key::number(2, 7));
        assert_ne!(Key::hash(1, "a"), Key::hash(2, "a"));
        assert_eq!(Key::hash(1, "a"), Key::hash(1, "a"));
    }
}
