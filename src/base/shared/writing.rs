//! The writing of values, each shared one in a part beside what names it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;

use borsh::BorshSerialize;

use super::{Late, Shared};

/// What is added to the number of a value that is in the same part as the name: where that part comes among others
/// need not be known while it is written.
pub(super) const HERE: u32 = 1 << 31;

/// A part is full when it has so many bytes.
const FULL: usize = 1 << 17;

/// Values, one after the other, to be read one by one.
#[derive(Default)]
pub struct Part {
    bytes: Vec<u8>,
    /// Where each of them ends.
    ends: Vec<u32>,
    /// Their numbers in this part, by where they are in memory.
    numbers: HashMap<usize, u32>,
}

/// What has been written so far. Its values must still be there as long as something is written after them.
#[derive(Default)]
pub struct Written {
    numbers: HashMap<usize, u32>,
    counts: Vec<u32>,
    count: u32,
}

/// Writes some values, and those in them that were not written before.
///
/// # Errors
/// There are too many.
pub fn part<T: Late + BorshSerialize>(
    values: &[Shared<T>],
    written: &Arc<Written>,
) -> io::Result<Part> {
    let scribe = Scribe {
        written: Arc::clone(written),
        is_whole: true,
        ..Scribe::default()
    };
    let named = || values.iter().try_for_each(|value| name(&**value).map(drop));
    let (done, scribe) = scribe.within(named);
    done.map(|()| scribe.part)
}

/// Writes a value. Its shared values are only named: those that were not written before are in the parts after it.
///
/// # Errors
/// What writing says.
pub fn write(
    value: &impl BorshSerialize,
    written: &mut Arc<Written>,
    to: &mut impl Write,
) -> io::Result<Vec<Part>> {
    let scribe = Scribe {
        written: std::mem::take(written),
        names_texts: true,
        ..Scribe::default()
    };
    let (done, mut scribe) = scribe.within(|| borsh::to_writer(to, value));
    let done = done.and_then(|()| scribe.end_part());
    *written = scribe.written;
    done.map(|()| scribe.full)
}

impl Part {
    /// The whole part.
    ///
    /// # Errors
    /// It is too long.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = borsh::to_vec(&self.ends)?;
        bytes.extend(&self.bytes);
        Ok(bytes)
    }

    fn put(&mut self, place: usize, value: &[u8]) -> io::Result<u32> {
        let number = u32::try_from(self.ends.len()).map_err(io::Error::other)?;
        self.bytes.extend(value);
        let end = u32::try_from(self.bytes.len()).map_err(io::Error::other)?;
        self.ends.push(end);
        self.numbers.insert(place, number);
        Ok(number)
    }
}

impl Written {
    /// How many values each part has.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// This part comes after those before.
    ///
    /// # Errors
    /// Something is being written after those before.
    pub fn add(self: &mut Arc<Self>, part: &mut Part) -> io::Result<()> {
        let written = Arc::get_mut(self).ok_or(io::ErrorKind::ResourceBusy)?;
        written.take(part);
        Ok(())
    }

    fn take(&mut self, part: &mut Part) {
        let first = self.count;
        #[allow(clippy::iter_over_hash_type)] // Each is at a place of its own.
        for (place, number) in std::mem::take(&mut part.numbers) {
            self.numbers.entry(place).or_insert(first + number);
        }
        // As many as there are ends, which fit into as many bits.
        let count = u32::try_from(part.ends.len()).unwrap_or(u32::MAX);
        self.counts.push(count);
        self.count = first.saturating_add(count);
    }
}

/// Who writes on a thread.
#[derive(Default)]
struct Scribe {
    written: Arc<Written>,
    part: Part,
    full: Vec<Part>,
    /// Whether all goes into one part, of which it is not known where it comes.
    is_whole: bool,
    /// In how many values what is written now is.
    depth: usize,
    /// Whether texts are named, too, outside of values.
    names_texts: bool,
    texts: HashMap<usize, u32>,
}

thread_local! {
    static SCRIBE: RefCell<Option<Scribe>> = const { RefCell::new(None) };
}

impl Scribe {
    fn within<T>(self, work: impl FnOnce() -> T) -> (T, Scribe) {
        let other = SCRIBE.replace(Some(self));
        let done = work();
        (done, SCRIBE.replace(other).unwrap_or_default())
    }

    /// The number of a value that was written before.
    fn number(&self, place: usize) -> Option<u32> {
        let here = self.part.numbers.get(&place).map(|it| self.name_of(*it));
        here.or_else(|| self.written.numbers.get(&place).copied())
    }

    /// How a value of the part that is written now is named.
    fn name_of(&self, number: u32) -> u32 {
        if self.is_whole {
            number | HERE
        } else {
            self.written.count + number
        }
    }

    fn end_part(&mut self) -> io::Result<()> {
        let mut part = std::mem::take(&mut self.part);
        if !part.ends.is_empty() {
            self.written.add(&mut part)?;
            self.full.push(part);
        }
        Ok(())
    }
}

/// The number of a value in what is written on this thread, which is written now unless it has been.
pub(super) fn name<T: BorshSerialize>(value: &T) -> io::Result<u32> {
    let place = std::ptr::from_ref(value) as usize;
    if let Some(number) = with_scribe(|scribe| scribe.number(place))? {
        return Ok(number);
    }
    with_scribe(|scribe| scribe.depth += 1)?;
    let bytes = borsh::to_vec(value);
    with_scribe(|scribe| {
        scribe.depth -= 1;
        let number = scribe.part.put(place, &bytes?)?;
        let number = scribe.name_of(number);
        if scribe.depth == 0 && !scribe.is_whole && scribe.part.bytes.len() > FULL {
            scribe.end_part()?;
        }
        Ok(number)
    })?
}

/// The number of a text that was written before, or 0, if texts are named here.
pub(super) fn name_text(text: &str) -> Option<u32> {
    let place = text.as_ptr() as usize;
    let number = with_scribe(|scribe| {
        let names = scribe.names_texts && scribe.depth == 0;
        names.then(|| {
            let next = u32::try_from(scribe.texts.len() + 1).unwrap_or_default();
            let known = scribe.texts.get(&place).copied();
            known.unwrap_or_else(|| {
                scribe.texts.insert(place, next);
                0
            })
        })
    });
    number.ok().flatten()
}

fn with_scribe<T>(work: impl FnOnce(&mut Scribe) -> T) -> io::Result<T> {
    SCRIBE.with_borrow_mut(|scribe| {
        let scribe = scribe.as_mut().map(work);
        scribe.ok_or_else(|| io::Error::other("nothing is written here"))
    })
}
