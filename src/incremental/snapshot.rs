//! A snapshot: the state of a build as bytes, which the next process reads.
//!
//! A snapshot is a list of sections, which are read in the order in which they were written. A section holds one value,
//! or a list of values in blocks that are encoded and decoded in parallel. There is no checksum: the caller that stores
//! the bytes must make sure that they come back complete or not at all.

use std::io::{self, Write};

use borsh::{BorshDeserialize, BorshSerialize};
use rayon::prelude::*;

/// The number of values in a block.
const VALUES_PER_BLOCK: usize = 128;

/// The number of blocks for each thread that are encoded before they are written.
const BLOCKS_PER_THREAD: usize = 2;

/// Writes the sections of a snapshot.
pub struct SnapshotWriter<'a> {
    to: &'a mut dyn Write,
}

impl<'a> SnapshotWriter<'a> {
    /// A writer to this stream.
    pub fn new(to: &'a mut dyn Write) -> SnapshotWriter<'a> {
        SnapshotWriter { to }
    }

    /// Writes a section of one value, piece by piece: it may be as large as all the site.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn value(&mut self, value: &impl BorshSerialize) -> io::Result<()> {
        self.length(1)?;
        self.length(borsh::object_length(value)?)?;
        value.serialize(&mut self.to)
    }

    /// Writes a section of a list of values.
    ///
    /// # Errors
    /// The error of the writer.
    pub fn values<T: BorshSerialize + Sync>(&mut self, values: &[T]) -> io::Result<()> {
        self.length(values.len().div_ceil(VALUES_PER_BLOCK))?;
        let batch_size = VALUES_PER_BLOCK * BLOCKS_PER_THREAD * rayon::current_num_threads();
        for batch in values.chunks(batch_size) {
            let blocks = batch.par_chunks(VALUES_PER_BLOCK).map(borsh::to_vec);
            let blocks: Vec<Vec<u8>> = blocks.collect::<io::Result<_>>()?;
            blocks.iter().try_for_each(|block| self.block(block))?;
        }
        Ok(())
    }

    fn block(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.length(bytes.len())?;
        self.to.write_all(bytes)
    }

    fn length(&mut self, length: usize) -> io::Result<()> {
        self.to.write_all(&(length as u64).to_le_bytes())
    }
}

/// Reads the sections of a snapshot.
pub struct SnapshotReader<'a> {
    rest: &'a [u8],
}

/// A section that is not decoded yet.
pub struct SnapshotSection<'a> {
    blocks: Vec<&'a [u8]>,
}

impl<'a> SnapshotReader<'a> {
    /// A reader of these bytes.
    pub fn new(bytes: &'a [u8]) -> SnapshotReader<'a> {
        SnapshotReader { rest: bytes }
    }

    /// The next section.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if there is none.
    pub fn section(&mut self) -> io::Result<SnapshotSection<'a>> {
        let count = self.length()?;
        let blocks = (0..count).map(|_| {
            let length = self.length()?;
            self.take(length)
        });
        Ok(SnapshotSection {
            blocks: blocks.collect::<io::Result<_>>()?,
        })
    }

    fn length(&mut self) -> io::Result<usize> {
        let bytes = self.take(size_of::<u64>())?;
        let bytes = bytes.try_into().map_err(|_| damaged())?;
        usize::try_from(u64::from_le_bytes(bytes)).map_err(|_| damaged())
    }

    fn take(&mut self, length: usize) -> io::Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or_else(damaged)?;
        self.rest = rest;
        Ok(taken)
    }
}

impl SnapshotSection<'_> {
    /// Decodes a section of one value.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if it is not of this type.
    pub fn value<T: BorshDeserialize>(&self) -> io::Result<T> {
        borsh::from_slice(self.blocks.first().ok_or_else(damaged)?)
    }

    /// Decodes a section of a list of values.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`] if it is not of this type.
    pub fn values<T: BorshDeserialize + Send>(&self) -> io::Result<Vec<T>> {
        let blocks = self.blocks.par_iter().map(|block| borsh::from_slice(block));
        let blocks: Vec<Vec<T>> = blocks.collect::<io::Result<_>>()?;
        Ok(blocks.into_iter().flatten().collect())
    }
}

fn damaged() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(values: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = SnapshotWriter::new(&mut bytes);
        writer.value(&7_u32).unwrap();
        writer.values(values).unwrap();
        writer.value(&"end").unwrap();
        bytes
    }

    fn read(bytes: &[u8]) -> io::Result<(u32, Vec<String>, String)> {
        let mut reader = SnapshotReader::new(bytes);
        let [first, second, third] = [reader.section()?, reader.section()?, reader.section()?];
        Ok((first.value()?, second.values()?, third.value()?))
    }

    #[test]
    fn sections_are_read_as_they_were_written() {
        for count in [0, 1, VALUES_PER_BLOCK, 70 * VALUES_PER_BLOCK + 1] {
            let values: Vec<String> = (0..count).map(|it| it.to_string()).collect();
            let read = read(&snapshot(&values)).unwrap();
            assert_eq!(read, (7, values, "end".to_owned()));
        }
    }

    #[test]
    fn a_truncated_snapshot_is_an_error() {
        let whole = snapshot(&["a".to_owned(), "b".to_owned()]);
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err(), "{end}");
        }
    }
}
