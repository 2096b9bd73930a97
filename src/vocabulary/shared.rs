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
use rayon::prelude::*;

/// A value that many hold.
///
/// It is [`written`] where it comes first and only named where it comes again, so that who [`read`]s it holds
/// one value again, and not many equal ones.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shared<T: ?Sized>(Arc<T>);

impl<T> Shared<T> {
    /// A value that others may hold, too.
    pub fn new(value: T) -> Shared<T> {
        Shared(Arc::new(value))
    }
}

impl<T: ?Sized> Shared<T> {
    /// Whether two are one value, and not only equal ones.
    pub fn is(&self, other: &Shared<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Writes parts, side by side, and a whole that may hold what they hold. What two parts hold is written twice.
///
/// # Errors
/// What writing says.
pub fn written<P, W>(parts: &[P], whole: &W) -> io::Result<Vec<u8>>
where
    P: BorshSerialize + Sync,
    W: BorshSerialize,
{
    let part = |part: &P| Pool::default().within(|| borsh::to_vec(part));
    let parts: Vec<(io::Result<Vec<u8>>, Pool)> = parts.par_iter().map(part).collect();
    let (parts, pools): (Vec<_>, Vec<Pool>) = parts.into_iter().unzip();
    let parts = parts.into_iter().collect::<io::Result<Vec<Vec<u8>>>>()?;
    let (whole, _) = Pool::of(pools).within(|| borsh::to_vec(whole));
    borsh::to_vec(&(parts, whole?))
}

/// Reads what was [`written`].
///
/// # Errors
/// It is something else.
pub fn read<P, W>(bytes: &[u8]) -> io::Result<(Vec<P>, W)>
where
    P: BorshDeserialize + Send,
    W: BorshDeserialize,
{
    let (parts, whole) = blocks(bytes)?;
    let part = |part: &&[u8]| Pool::default().within(|| borsh::from_slice(part));
    let parts: Vec<(io::Result<P>, Pool)> = parts.par_iter().map(part).collect();
    let (parts, pools): (Vec<_>, Vec<Pool>) = parts.into_iter().unzip();
    let parts = parts.into_iter().collect::<io::Result<Vec<P>>>()?;
    let (whole, _) = Pool::of(pools).within(|| borsh::from_slice(whole));
    Ok((parts, whole?))
}

/// The blocks of bytes in which parts and the whole are written.
fn blocks(mut bytes: &[u8]) -> io::Result<(Vec<&[u8]>, &[u8])> {
    let rest = &mut bytes;
    let parts = u32::deserialize_reader(rest)?;
    let parts = (0..parts).map(|_| block(rest)).collect::<io::Result<_>>()?;
    Ok((parts, block(rest)?))
}

/// Takes a block of bytes, which was written as a list of them.
///
/// # Errors
/// There is none.
pub fn block<'b>(rest: &mut &'b [u8]) -> io::Result<&'b [u8]> {
    let length = u32::deserialize_reader(rest)? as usize;
    let (block, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
    *rest = after;
    Ok(block)
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not what was written")
}

/// The shared values that have come so far: how many, their numbers by where they are in memory, or they themselves.
#[derive(Default)]
struct Pool {
    count: u32,
    numbers: HashMap<usize, u32>,
    values: Vec<Box<dyn Any + Send>>,
}

thread_local! {
    static POOL: RefCell<Pool> = RefCell::default();
}

impl Pool {
    /// The values of some parts, one after the other.
    fn of(parts: Vec<Pool>) -> Pool {
        let mut pool = Pool::default();
        for part in parts {
            let before = pool.count;
            pool.count += part.count;
            #[allow(clippy::iter_over_hash_type)] // In a part, each is at a place of its own.
            for (place, number) in part.numbers {
                pool.numbers.entry(place).or_insert(before + number);
            }
            pool.values.extend(part.values);
        }
        pool
    }

    /// What comes of work after these values have come, and which have come then.
    fn within<T>(self, work: impl FnOnce() -> T) -> (T, Pool) {
        let others = POOL.replace(self);
        let done = work();
        (done, POOL.replace(others))
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

impl<T: ?Sized> AsRef<T> for Shared<T> {
    fn as_ref(&self) -> &T {
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
    use super::{Shared, read, written};

    type List = Shared<Vec<Shared<str>>>;
    type Whole = (Shared<str>, Vec<List>, Shared<str>);

    #[test]
    fn what_was_one_value_is_one_again() {
        let (one, other): (Shared<str>, Shared<str>) = ("a".into(), "a".into());
        let list = Shared::new(vec![one.clone(), other.clone()]);
        let parts = [list.clone(), Shared::default(), Shared::new(vec![other])];
        let whole = (one, vec![parts[2].clone(), list], Shared::from("b"));
        let bytes = written(&parts, &whole).unwrap();
        let back: (Vec<List>, Whole) = read(&bytes).unwrap();
        assert_eq!(back, (parts.to_vec(), whole));
        let (parts, (one, lists, _)) = back;
        assert!(lists[0].is(&parts[2]) && lists[1].is(&parts[0]));
        assert!(one.is(&parts[0][0]) && !one.is(&parts[0][1]));
        assert!(!parts[2][0].is(&parts[0][1]), "of another part");
    }

    #[test]
    fn what_is_damaged_is_not_read() {
        let bytes = written(&[Shared::new(7_u16)], &Shared::new(8_u16)).unwrap();
        for end in 0..bytes.len() {
            assert!(
                read::<Shared<u16>, Shared<u16>>(&bytes[..end]).is_err(),
                "{end}"
            );
        }
        assert!(read::<Shared<u16>, Shared<u16>>(&bytes).is_ok());
        assert!(read::<Shared<u16>, Shared<u32>>(&bytes).is_err());
        let unknown = written::<u8, _>(&[], &3_u32).unwrap();
        assert!(read::<u8, Shared<u16>>(&unknown).is_err());
    }
}
