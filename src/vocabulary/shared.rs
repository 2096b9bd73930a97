//! Values that many hold: once in memory, and once in what is written of it.

use std::any::Any;
use std::borrow::Borrow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read, Write};
use std::ops::Deref;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

/// A value that many hold.
///
/// Who [`write`]s it writes it where it comes first and only names it where it comes again, so that who [`read`]s it
/// holds one value again, and not many equal ones.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shared<T: ?Sized>(Arc<T>);

impl<T> Shared<T> {
    /// A value that others may hold, too.
    pub fn new(value: T) -> Shared<T> {
        Shared(Arc::new(value))
    }
}

/// Writes a value. The shared values of the pool are only named; its own are in the pool after it.
///
/// # Errors
/// What writing says.
pub fn write(value: &impl BorshSerialize, pool: Pool, to: &mut impl Write) -> io::Result<Pool> {
    let (written, pool) = pool.within(|| borsh::to_writer(to, value));
    written.map(|()| pool)
}

/// Reads what was written with such a pool, to the end.
///
/// # Errors
/// It is something else.
pub fn read<T: BorshDeserialize>(from: &mut impl Read, pool: Pool) -> io::Result<(T, Pool)> {
    let (value, pool) = pool.within(|| borsh::from_reader(from));
    value.map(|value| (value, pool))
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not what was written")
}

/// The shared values that have come so far: how many, their numbers by where they are in memory, or they themselves.
///
/// Who writes with a pool must see to it that its values are still there.
#[derive(Default)]
pub struct Pool {
    count: u32,
    numbers: HashMap<usize, u32>,
    values: Vec<Box<dyn Any + Send>>,
}

thread_local! {
    static POOL: RefCell<Pool> = RefCell::default();
}

impl Pool {
    /// What comes of work after these values have come, and which have come then.
    fn within<T>(self, work: impl FnOnce() -> T) -> (T, Pool) {
        let others = POOL.replace(self);
        let done = work();
        (done, POOL.replace(others))
    }
}

/// The values of some parts that were written or read side by side come after these, one part after the other.
impl Extend<Pool> for Pool {
    fn extend<I: IntoIterator<Item = Pool>>(&mut self, parts: I) {
        for part in parts {
            let before = self.count;
            self.count += part.count;
            #[allow(clippy::iter_over_hash_type)] // In a part, each is at a place of its own.
            for (place, number) in part.numbers {
                self.numbers.entry(place).or_insert(before + number);
            }
            self.values.extend(part.values);
        }
    }
}

impl<T: BorshSerialize + ?Sized> BorshSerialize for Shared<T> {
    fn serialize<W: Write>(&self, writer: &mut W) -> io::Result<()> {
        let place = Arc::as_ptr(&self.0).cast::<()>() as usize;
        match POOL.with_borrow(|pool| pool.numbers.get(&place).copied()) {
            Some(number) => number.serialize(writer),
            None => {
                0_u32.serialize(writer)?;
                BorshSerialize::serialize(&*self.0, writer)?;
                POOL.with_borrow_mut(|pool| {
                    pool.count += 1;
                    pool.numbers.insert(place, pool.count);
                });
                Ok(())
            }
        }
    }
}

impl<T: BorshDeserialize + Send + Sync + 'static> BorshDeserialize for Shared<T> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        read_shared(reader, |reader| {
            Ok(Shared::new(T::deserialize_reader(reader)?))
        })
    }
}

impl BorshDeserialize for Shared<[u8]> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        read_shared(reader, |reader| Ok(Vec::deserialize_reader(reader)?.into()))
    }
}

impl BorshDeserialize for Shared<str> {
    fn deserialize_reader<R: Read>(reader: &mut R) -> io::Result<Self> {
        read_shared(reader, |reader| {
            Ok(String::deserialize_reader(reader)?.into())
        })
    }
}

fn read_shared<R: Read, T: Clone + Send + 'static>(
    reader: &mut R,
    read: impl FnOnce(&mut R) -> io::Result<T>,
) -> io::Result<T> {
    let number = u32::deserialize_reader(reader)?;
    let Some(at) = (number as usize).checked_sub(1) else {
        let value = read(reader)?;
        POOL.with_borrow_mut(|pool| {
            pool.count += 1;
            pool.values.push(Box::new(value.clone()));
        });
        return Ok(value);
    };
    let known = POOL.with_borrow(|pool| pool.values.get(at)?.downcast_ref::<T>().cloned());
    known.ok_or_else(damaged)
}

// By hand, because a derive would ask the same of `T`.
impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Arc::clone(&self.0))
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> Borrow<T> for Shared<T> {
    fn borrow(&self) -> &T {
        &self.0
    }
}

impl<T: Default> Default for Shared<T> {
    fn default() -> Self {
        Shared::new(T::default())
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Vec<u8>> for Shared<[u8]> {
    fn from(bytes: Vec<u8>) -> Self {
        Shared(bytes.into())
    }
}

impl From<&str> for Shared<str> {
    fn from(text: &str) -> Self {
        Shared(text.into())
    }
}

impl From<String> for Shared<str> {
    fn from(text: String) -> Self {
        Shared(text.into())
    }
}

impl From<std::borrow::Cow<'_, str>> for Shared<str> {
    fn from(text: std::borrow::Cow<'_, str>) -> Self {
        Shared(text.into())
    }
}

impl<T: serde::Serialize + ?Sized> serde::Serialize for Shared<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Shared<str> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(deserializer).map(Into::into)
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Shared<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Shared::new)
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, BorshDeserialize, BorshSerialize, Pool, Shared, read, write};

    type List = Shared<Vec<Shared<str>>>;

    fn written(value: &impl BorshSerialize, pool: Pool) -> (Vec<u8>, Pool) {
        let mut bytes = Vec::new();
        let pool = write(value, pool, &mut bytes).unwrap();
        (bytes, pool)
    }

    fn joined(parts: Vec<Pool>) -> Pool {
        let mut pool = Pool::default();
        pool.extend(parts);
        pool
    }

    /// Whether two are one value, and not only equal ones.
    fn are_one<T: ?Sized>(one: &Shared<T>, other: &Shared<T>) -> bool {
        Arc::ptr_eq(&one.0, &other.0)
    }

    fn is_read<T: BorshDeserialize>(mut bytes: &[u8]) -> bool {
        read::<T>(&mut bytes, Pool::default()).is_ok()
    }

    #[test]
    fn what_was_one_value_is_one_again() {
        let (one, other): (Shared<str>, Shared<str>) = ("a".into(), "a".into());
        let list = Shared::new(vec![one.clone(), other.clone()]);
        let parts = [list.clone(), Shared::default(), Shared::new(vec![other])];
        let whole = (one, vec![parts[2].clone(), list], Shared::from("b"));
        let apart = parts.iter().map(|part| written(part, Pool::default()));
        let (bytes, pools): (Vec<Vec<u8>>, Vec<Pool>) = apart.unzip();
        let (whole_bytes, _) = written(&whole, joined(pools));

        let apart = bytes
            .iter()
            .map(|part| read(&mut &part[..], Pool::default()).unwrap());
        let (parts_back, pools): (Vec<List>, Vec<Pool>) = apart.unzip();
        let (back, _) = read(&mut &whole_bytes[..], joined(pools)).unwrap();
        assert_eq!((parts_back.as_slice(), &back), (&parts[..], &whole));
        let (one, lists, _): (Shared<str>, Vec<List>, Shared<str>) = back;
        assert!(are_one(&lists[0], &parts_back[2]) && are_one(&lists[1], &parts_back[0]));
        assert!(are_one(&one, &parts_back[0][0]) && !are_one(&one, &parts_back[0][1]));
        assert!(
            !are_one(&parts_back[2][0], &parts_back[0][1]),
            "of another part"
        );
    }

    #[test]
    fn what_is_something_else_is_not_read() {
        let (bytes, _) = written(&[Shared::new(7_u16), Shared::new(8)], Pool::default());
        for end in 0..bytes.len() {
            assert!(!is_read::<[Shared<u16>; 2]>(&bytes[..end]), "{end}");
        }
        assert!(is_read::<[Shared<u16>; 2]>(&bytes));
        assert!(!is_read::<[Shared<u16>; 3]>(&bytes));
        assert!(!is_read::<Shared<u16>>(&3_u32.to_le_bytes()));
    }
}
