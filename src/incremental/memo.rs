//! A memo table: the products of a stage, and what each depends on.
//!
//! Every product (the links of an entity, the findings of a rule, a page) is made by a function that records each key it
//! reads. After a change, only the products that depend on a changed key are made again. The first build is the case in
//! which the table is empty.

mod dependencies;
mod key;

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

pub use dependencies::{Dependencies, DependencyRecorder};
pub use key::{Changed, Key};

use dependencies::SortedKeys;

/// The products of one stage, each with its dependencies.
#[derive(Debug)]
pub struct Memo<P, V> {
    products: HashMap<P, Product<V>>,
    /// The products that depend on a key. `None` until it is needed: a single build never needs it.
    dependents: Option<HashMap<Key, Vec<P>>>,
}

#[derive(Debug)]
struct Product<V> {
    value: V,
    dependencies: Dependencies,
}

impl<P: Clone + Ord + Hash, V> Memo<P, V> {
    /// Builds the index of dependents, so that the next call of [`stale`](Memo::stale) is quick.
    pub fn index_dependents(&mut self) {
        self.dependents
            .get_or_insert_with(|| dependents(&self.products));
    }

    /// The products that depend on a changed key.
    pub fn stale(&self, changed: &Changed) -> BTreeSet<P> {
        if changed.is_empty() || self.products.is_empty() {
            return BTreeSet::new();
        }
        let Some(dependents) = &self.dependents else {
            return self.search_stale(changed);
        };
        let stale = changed.iter().filter_map(|key| dependents.get(key));
        stale.flatten().cloned().collect()
    }

    /// Does the work of [`stale`](Memo::stale) without an index. For a single question, this is quicker than to build one.
    #[allow(clippy::iter_over_hash_type)] // The result is a set, so the order does not matter.
    fn search_stale(&self, changed: &Changed) -> BTreeSet<P> {
        let changed = SortedKeys::new(changed);
        let products = self.products.iter();
        let stale = products.filter(|(_, it)| it.dependencies.has_changed(&changed));
        stale.map(|(id, _)| id.clone()).collect()
    }

    /// Stores a product, and returns the value that it replaces.
    pub fn put(&mut self, id: P, value: V, dependencies: Dependencies) -> Option<V> {
        let before = self.products.remove(&id);
        let is_unchanged = before
            .as_ref()
            .is_some_and(|before| before.dependencies == dependencies);
        if let Some(dependents) = self.dependents.as_mut().filter(|_| !is_unchanged) {
            let old = before.iter().flat_map(|it| it.dependencies.keys());
            let (old, new): (Vec<Key>, Vec<Key>) = (old.collect(), dependencies.keys().collect());
            remove_dependent(dependents, &id, difference(&old, &new));
            for key in difference(&new, &old) {
                dependents.entry(key).or_default().push(id.clone());
            }
        }
        let product = Product {
            value,
            dependencies,
        };
        self.products.insert(id, product);
        before.map(|before| before.value)
    }

    /// Removes a product, and returns its value.
    pub fn remove(&mut self, id: &P) -> Option<V> {
        let product = self.products.remove(id)?;
        if let Some(dependents) = &mut self.dependents {
            remove_dependent(dependents, id, product.dependencies.keys());
        }
        Some(product.value)
    }

    /// The value of a product.
    pub fn get(&self, id: &P) -> Option<&V> {
        self.products.get(id).map(|product| &product.value)
    }

    /// The ids of all products, in no order.
    pub fn products(&self) -> impl Iterator<Item = &P> {
        self.products.keys()
    }

    /// All products and their values, in no order. A new value must have the same dependencies.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&P, &mut V)> {
        let products = self.products.iter_mut();
        products.map(|(id, product)| (id, &mut product.value))
    }

    /// All products with their values and dependencies, in no order.
    pub fn entries(&self) -> Vec<(&P, &V, &Dependencies)> {
        let products = self.products.iter();
        products
            .map(|(id, product)| (id, &product.value, &product.dependencies))
            .collect()
    }

    /// A memo of the [entries](Memo::entries) of another.
    pub fn from_entries(entries: Vec<(P, V, Dependencies)>) -> Memo<P, V> {
        let products = entries.into_iter().map(|(id, value, dependencies)| {
            let product = Product {
                value,
                dependencies,
            };
            (id, product)
        });
        Memo {
            products: products.collect(),
            dependents: None,
        }
    }

    /// The keys that a product depends on.
    pub fn dependencies(&self, id: &P) -> impl Iterator<Item = Key> {
        let product = self.products.get(id).into_iter();
        product.flat_map(|product| product.dependencies.keys())
    }

    /// Whether there are no products.
    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
    }
}

impl<P, V> Default for Memo<P, V> {
    fn default() -> Self {
        Memo {
            products: HashMap::new(),
            dependents: None,
        }
    }
}

#[allow(clippy::iter_over_hash_type)] // The dependents of a key are a set, so the order does not matter.
fn dependents<P: Clone, V>(products: &HashMap<P, Product<V>>) -> HashMap<Key, Vec<P>> {
    let mut dependents: HashMap<Key, Vec<P>> = HashMap::new();
    for (id, product) in products {
        for key in product.dependencies.keys() {
            dependents.entry(key).or_default().push(id.clone());
        }
    }
    dependents
}

fn remove_dependent<P: PartialEq>(
    dependents: &mut HashMap<Key, Vec<P>>,
    id: &P,
    keys: impl Iterator<Item = Key>,
) {
    for key in keys {
        if let Some(list) = dependents.get_mut(&key) {
            if let Some(at) = list.iter().position(|dependent| dependent == id) {
                list.swap_remove(at);
            }
            if list.is_empty() {
                dependents.remove(&key);
            }
        }
    }
}

/// The keys of one sorted list that are not in the other.
fn difference<'k>(keys: &'k [Key], others: &'k [Key]) -> impl Iterator<Item = Key> + 'k {
    let mut others = others.iter().copied().peekable();
    keys.iter().copied().filter(move |key| {
        while others.next_if(|other| other < key).is_some() {}
        others.peek() != Some(key)
    })
}
