//! The reading of values, each when somebody looks at it.

use std::any::Any;
use std::cell::RefCell;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::OnceLock;

use borsh::BorshDeserialize;

use super::writing::HERE;
use super::{Late, SharedStr, damaged};

/// Values that were written in parts. A part is had from where it was written when one of them is looked at.
///
/// It stays open until the program ends, because its values hold on to it, and there is one for each program.
pub struct Book {
    parts: Vec<OnceLock<Option<Open>>>,
    /// The number of the first value of each part.
    firsts: Vec<u32>,
    count: u32,
    fetch: Box<Fetch>,
}

type Fetch = dyn Fn(usize) -> io::Result<Vec<u8>> + Send + Sync;

/// A value, or that it cannot be understood, once somebody has looked.
type Slot = OnceLock<Option<Box<dyn Any + Send + Sync>>>;

/// A part that was had.
struct Open {
    bytes: Vec<u8>,
    /// Where the values begin.
    start: usize,
    ends: Vec<u32>,
    values: Vec<Slot>,
}

/// That a value of a book cannot be understood.
struct Damaged;

/// What comes of some work; nothing if it looked at a value of a book that could not be understood. What it worked on
/// may be half done then.
pub fn or_damaged<T>(work: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => Some(done),
        Err(why) if why.is::<Damaged>() => None,
        Err(why) => resume_unwind(why),
    }
}

/// Reads what was written, to the end. Its shared values are in the book.
///
/// # Errors
/// It is something else.
pub fn read<T: BorshDeserialize>(from: &mut impl Read, book: &'static Book) -> io::Result<T> {
    let reader = Reader {
        book,
        first: None,
        texts: Some(Vec::new()),
    };
    reader.within(|| borsh::from_reader(from))
}

impl Book {
    /// A book whose parts have so many values. `fetch` gives a part, whole, as it was written, or an error: bytes that
    /// are others than those that were written must not come.
    pub fn open(
        counts: &[u32],
        fetch: impl Fn(usize) -> io::Result<Vec<u8>> + Send + Sync + 'static,
    ) -> &'static Book {
        let mut count = 0_u32;
        let firsts = counts.iter().map(|more| {
            let first = count;
            count = first.saturating_add(*more);
            first
        });
        let firsts = firsts.collect();
        Box::leak(Box::new(Book {
            parts: counts.iter().map(|_| OnceLock::new()).collect(),
            firsts,
            count,
            fetch: Box::new(fetch),
        }))
    }

    /// The value of a number.
    pub(super) fn value<T: Late>(&'static self, number: u32) -> &'static T {
        match self.understood(number) {
            Some(value) => value,
            None => resume_unwind(Box::new(Damaged)),
        }
    }

    fn understood<T: Late>(&'static self, number: u32) -> Option<&'static T> {
        let at = self.firsts.partition_point(|first| *first <= number);
        let at = at.checked_sub(1)?;
        let first = *self.firsts.get(at)?;
        let part = self.parts.get(at)?.get_or_init(|| self.part(at).ok());
        let part = part.as_ref()?;
        let number = number.checked_sub(first)? as usize;
        let value = part.values.get(number)?.get_or_init(|| {
            let reader = Reader {
                book: self,
                first: Some(first),
                texts: None,
            };
            let bytes = part.bytes_of(number)?;
            let value = reader.within(|| borsh::from_slice::<T>(bytes));
            Some(Box::new(value.ok()?))
        });
        value.as_deref()?.downcast_ref()
    }

    fn part(&self, at: usize) -> io::Result<Open> {
        let bytes = (self.fetch)(at)?;
        let mut rest = bytes.as_slice();
        let ends: Vec<u32> = BorshDeserialize::deserialize(&mut rest)?;
        Ok(Open {
            start: bytes.len() - rest.len(),
            values: ends.iter().map(|_| Slot::new()).collect(),
            ends,
            bytes,
        })
    }
}

impl Open {
    fn bytes_of(&self, number: usize) -> Option<&[u8]> {
        let before = number.checked_sub(1).and_then(|it| self.ends.get(it));
        let (start, end) = (before.copied().unwrap_or_default(), *self.ends.get(number)?);
        let values = self.bytes.get(self.start..)?;
        values.get(start as usize..end as usize)
    }
}

/// Who reads on a thread.
struct Reader {
    book: &'static Book,
    /// The number of the first value of the part that is read, if one is.
    first: Option<u32>,
    /// The texts that have come, where they are named.
    texts: Option<Vec<SharedStr>>,
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

impl Reader {
    fn within<T>(self, work: impl FnOnce() -> T) -> T {
        let other = READER.replace(Some(self));
        let done = work();
        READER.set(other);
        done
    }
}

/// Where the value is that was named so.
pub(super) fn named(name: u32) -> io::Result<(&'static Book, u32)> {
    READER.with_borrow(|reader| {
        let reader = reader.as_ref().ok_or_else(damaged)?;
        let number = match name & HERE {
            0 => Some(name),
            _ => reader
                .first
                .and_then(|first| first.checked_add(name & !HERE)),
        };
        let number = number.filter(|number| *number < reader.book.count);
        number
            .map(|number| (reader.book, number))
            .ok_or_else(damaged)
    })
}

/// Whether texts are named in what is read.
pub(super) fn names_texts() -> bool {
    READER.with_borrow(|reader| reader.as_ref().is_some_and(|it| it.texts.is_some()))
}

/// The next text has come.
pub(super) fn add_text(text: &SharedStr) {
    READER.with_borrow_mut(|reader| {
        let texts = reader.as_mut().and_then(|it| it.texts.as_mut());
        texts.into_iter().for_each(|texts| texts.push(text.clone()));
    });
}

/// The text that was named so.
pub(super) fn text(name: u32) -> io::Result<SharedStr> {
    READER.with_borrow(|reader| {
        let texts = reader.as_ref().and_then(|it| it.texts.as_ref());
        let text = texts.and_then(|texts| texts.get((name as usize).checked_sub(1)?));
        text.cloned().ok_or_else(damaged)
    })
}
