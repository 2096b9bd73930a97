//! An interner: short texts that are often equal, such as references and the names of offices, are in memory once.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{LazyLock, Mutex};

use arcstr::ArcStr;

/// Longer texts are seldom equal and are not interned.
const MAX_INTERNED_BYTES: usize = 64;

/// The number of shards. Each has its own lock, so that threads seldom wait for each other.
const SHARD_COUNT: usize = 64;

/// A shard with fewer texts is not swept.
const MIN_SWEPT_TEXTS: usize = 256;

static INTERNER: LazyLock<Interner> = LazyLock::new(Interner::default);

/// Interns a text. Equal short texts share their memory.
pub fn intern(text: &str) -> ArcStr {
    INTERNER.intern(text)
}

struct Interner {
    hasher: RandomState,
    shards: Vec<Mutex<Shard>>,
}

/// A part of the texts in use, and some that are no longer in use.
#[derive(Default)]
struct Shard {
    texts: HashSet<ArcStr>,
    /// The number of texts at which the next sweep removes those that are no longer in use.
    sweep_at: usize,
}

impl Interner {
    fn intern(&self, text: &str) -> ArcStr {
        let number = self.hasher.hash_one(text) % SHARD_COUNT as u64;
        let shard = usize::try_from(number)
            .ok()
            .and_then(|it| self.shards.get(it));
        match shard
            .filter(|_| text.len() <= MAX_INTERNED_BYTES)
            .map(Mutex::lock)
        {
            Some(Ok(mut shard)) => shard.intern(text),
            _ => text.into(),
        }
    }
}

impl Default for Interner {
    fn default() -> Self {
        Interner {
            hasher: RandomState::new(),
            shards: (0..SHARD_COUNT).map(|_| Mutex::default()).collect(),
        }
    }
}

impl Shard {
    fn intern(&mut self, text: &str) -> ArcStr {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        if self.texts.len() >= self.sweep_at {
            self.texts
                .retain(|text| ArcStr::strong_count(text) != Some(1));
            self.sweep_at = MIN_SWEPT_TEXTS.max(2 * self.texts.len());
        }
        let text: ArcStr = text.into();
        self.texts.insert(text.clone());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_short_texts_share_memory_and_long_ones_do_not() {
        let (one, long) = ("comune-novara", "così ".repeat(20));
        let interner = Interner::default();
        let (first, second) = (interner.intern(one), interner.intern(one));
        assert!(&*first == one && ArcStr::ptr_eq(&first, &second));
        let (first, second) = (interner.intern(&long), interner.intern(&long));
        assert!(*first == *long && first == second && !ArcStr::ptr_eq(&first, &second));
    }

    #[test]
    fn texts_that_are_no_longer_in_use_are_removed() {
        let mut shard = Shard::default();
        let used = shard.intern("used");
        (0..100 * MIN_SWEPT_TEXTS).for_each(|number| drop(shard.intern(&number.to_string())));
        assert!(shard.texts.len() <= MIN_SWEPT_TEXTS);
        assert!(ArcStr::ptr_eq(&used, &shard.intern("used")));
    }
}
