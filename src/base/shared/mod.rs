//! Values that many hold: once in memory, and once in what is written of it.
//!
//! What is written of a value only names the shared values in it: those come in [`parts`](Part) of their own. Who
//! [`read`]s it has a [`Book`] of these, and each of them is understood when somebody looks at it for the first time,
//! and not before: most are never looked at.

mod book;
mod text;
mod writing;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::{self, Read, Write};
use std::ops::Deref;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

pub use book::{Book, or_damaged, read};
pub use text::SharedStr;
pub use writing::{Part, Written, part, write};

/// A value that many hold.
pub struct Shared<T>(Held<T>);

enum Held<T> {
    Here(Arc<T>),
    /// The value of this number, which may not be understood yet.
    In(&'static Book, u32),
}

/// What can be understood late.
pub trait Late: BorshDeserialize + Send + Sync + 'static {}

impl<T: BorshDeserialize + Send + Sync + 'static> Late for T {}

/// Who writes many values that are alike, some of them together.
pub trait Shelve {
    /// Writes these, in their order.
    ///
    /// # Errors
    /// What writing says.
    fn shelve<T: Late + BorshSerialize>(&mut self, values: &[Shared<T>]) -> io::Result<()>;
}

impl<T> Shared<T> {
    /// A value that others may hold, too.
    pub fn new(value: T) -> Shared<T> {
        Shared(Held::Here(Arc::new(value)))
    }
}

/// Where a value of a book cannot be understood, whoever looks at it is left at once, as far as [`or_damaged`].
impl<T: Late> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match &self.0 {
            Held::Here(value) => value,
            Held::In(book, number) => book.value(*number),
        }
    }
}

impl<T: Late + BorshSerialize> BorshSerialize for Shared<T> {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        writing::name(&**self)?.serialize(writer)
    }
}

impl<T: Late> BorshDeserialize for Shared<T> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        let (book, number) = book::named(u32::deserialize_reader(reader)?)?;
        Ok(Shared(Held::In(book, number)))
    }
}

// By hand, because a derive would ask the same of `T`.
impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(match &self.0 {
            Held::Here(value) => Held::Here(Arc::clone(value)),
            Held::In(book, number) => Held::In(book, *number),
        })
    }
}

impl<T: Late + PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(&raw const **self, &raw const **other) || **self == **other
    }
}

impl<T: Late + Eq> Eq for Shared<T> {}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Shared::new(T::default())
    }
}

impl<T: Late + fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Late + serde::Serialize> serde::Serialize for Shared<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Shared<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Shared::new)
    }
}

impl<T: Late + Hash> Hash for Shared<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not what was written")
}

#[cfg(test)]
mod tests;
