//! Lists whose items are found by their ids.

use std::io::{Read, Result, Write};
use std::ops::Deref;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;

/// In a list that is no longer than this, it takes no longer to look at each item.
const SHORT: usize = 8;

/// Something that has an id, unique in its list.
pub trait HasId {
    /// The id.
    fn id(&self) -> &str;
}

/// A list of which an item is found by its id in about the same time however long it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Box<[T]>", bound(deserialize = "T: HasId + Deserialize<'de>"))]
pub struct IdList<T> {
    items: Box<[T]>,
    /// The indices of the items in the order of their ids; of equal ids, the first item first. Empty for a short list.
    by_id: Box<[usize]>,
}

impl<T: HasId> IdList<T> {
    /// The first item with an id.
    pub fn with_id(&self, id: &str) -> Option<&T> {
        self.items.get(self.position(id)?)
    }

    /// The index of the first item with an id.
    pub fn position(&self, id: &str) -> Option<usize> {
        if self.by_id.is_empty() {
            return self.items.iter().position(|it| it.id() == id);
        }
        let id_at = |index: usize| self.items.get(index).map(T::id);
        let place = self.by_id.partition_point(|at| id_at(*at) < Some(id));
        let found = self.by_id.get(place).copied();
        found.filter(|at| id_at(*at) == Some(id))
    }
}

impl<T: HasId> From<Box<[T]>> for IdList<T> {
    fn from(items: Box<[T]>) -> IdList<T> {
        let mut by_id = Vec::new();
        if items.len() > SHORT {
            by_id.extend(0..items.len());
            by_id.sort_by_key(|at| items.get(*at).map(T::id));
        }
        let by_id = by_id.into();
        IdList { items, by_id }
    }
}

impl<T> Default for IdList<T> {
    fn default() -> IdList<T> {
        IdList {
            items: Box::default(),
            by_id: Box::default(),
        }
    }
}

impl<T> Deref for IdList<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a IdList<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: PartialEq> PartialEq for IdList<T> {
    fn eq(&self, other: &IdList<T>) -> bool {
        self.items == other.items
    }
}

impl<T: BorshSerialize> BorshSerialize for IdList<T> {
    fn serialize<W: Write>(&self, writer: &mut W) -> Result<()> {
        self.items.serialize(writer)
    }
}

impl<T: HasId + BorshDeserialize> BorshDeserialize for IdList<T> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> Result<IdList<T>> {
        let items = Vec::deserialize_reader(reader)?;
        Ok(IdList::from(items.into_boxed_slice()))
    }
}

impl<T: Typed + HasId> Typed for IdList<T> {
    const SHAPE: &'static Shape = <Box<[T]>>::SHAPE;

    fn absent() -> Option<Self> {
        Some(IdList::default())
    }

    fn to_value(&self) -> Value {
        self.items.to_value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl HasId for &str {
        fn id(&self) -> &str {
            self
        }
    }

    #[test]
    fn the_first_of_equal_ids_is_found_in_short_and_long_lists() {
        let long = ["n", "b", "a", "c", "m", "a", "f", "e", "d", "b"];
        for list in [&long[..], &long[..SHORT], &long[..1], &[]] {
            let ids: IdList<&str> = Box::<[&str]>::from(list).into();
            for id in ["", "a", "b", "c", "d", "l", "m", "n", "o"] {
                let first = list.iter().position(|it| *it == id);
                assert_eq!(ids.position(id), first, "{id} in {list:?}");
            }
        }
    }
}
