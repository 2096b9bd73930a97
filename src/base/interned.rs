//! Short texts that come again and again, like references and the names of offices: once in memory.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::{LazyLock, Mutex};

use arcstr::ArcStr;

/// Longer texts, in bytes, hardly ever come twice.
const SHORT: usize = 64;

/// So many tables, that threads seldom wait for each other.
const TABLES: usize = 64;

/// A table with fewer texts is not gone through for those that nobody holds any more.
const FEW: usize = 256;

static INTERNER: LazyLock<Interner> = LazyLock::new(Interner::default);

/// The text, of which others that are equal may hold the same one.
pub fn interned(text: &str) -> ArcStr {
    INTERNER.intern(text)
}

struct Interner {
    hasher: RandomState,
    tables: Vec<Mutex<Table>>,
}

/// Some of the texts that somebody holds, and some that nobody holds any more.
#[derive(Default)]
struct Table {
    texts: HashSet<ArcStr>,
    /// With how many it is gone through the next time.
    full: usize,
}

impl Interner {
    fn intern(&self, text: &str) -> ArcStr {
        let number = self.hasher.hash_one(text) % TABLES as u64;
        let table = usize::try_from(number)
            .ok()
            .and_then(|it| self.tables.get(it));
        match table.filter(|_| text.len() <= SHORT).map(Mutex::lock) {
            Some(Ok(mut table)) => table.intern(text),
            _ => text.into(),
        }
    }
}

impl Default for Interner {
    fn default() -> Self {
        Interner {
            hasher: RandomState::new(),
            tables: (0..TABLES).map(|_| Mutex::default()).collect(),
        }
    }
}

impl Table {
    fn intern(&mut self, text: &str) -> ArcStr {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        if self.texts.len() >= self.full {
            self.texts
                .retain(|held| ArcStr::strong_count(held) != Some(1));
            self.full = FEW.max(2 * self.texts.len());
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
    fn short_texts_are_one_and_long_ones_are_not() {
        let (one, long) = ("comune-novara", "così ".repeat(20));
        let interner = Interner::default();
        let (first, second) = (interner.intern(one), interner.intern(one));
        assert!(&*first == one && ArcStr::ptr_eq(&first, &second));
        let (first, second) = (interner.intern(&long), interner.intern(&long));
        assert!(*first == *long && first == second && !ArcStr::ptr_eq(&first, &second));
    }

    #[test]
    fn what_nobody_holds_is_forgotten() {
        let mut table = Table::default();
        let held = table.intern("held");
        (0..100 * FEW).for_each(|number| drop(table.intern(&number.to_string())));
        assert!(table.texts.len() <= FEW);
        assert!(ArcStr::ptr_eq(&held, &table.intern("held")));
    }
}
