//! TODO(lead): temporary, until the build keeps one snapshot.
//!
//! The memory of who made the site, kept beside it: blocks of bytes of which only their maker knows what they say.
//!
//! Only a cache, kept in the work folder: without it, or if it is damaged, everything is made again. The blocks come
//! first, then where they end and their digests, then a tail of a fixed length that says where that begins. Each block
//! is read when it is wanted: what nobody wants is left on the disk.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use borsh::{BorshDeserialize, BorshSerialize};

use super::atomic_file;
use crate::base::digest::{Digest, Digester};

/// As many bytes go through the digest at once.
const BUFFER: usize = 1 << 17;

/// What no other file begins its tail with.
const MARK: [u8; 16] = *b"raccordo-memory1";

/// Who keeps the memory of a site, also while the site is being published.
pub struct MemoryKeeper(PathBuf);

/// A memory that is being written, block by block.
pub struct MemoryWriter {
    sink: BufWriter<Sink>,
    blocks: Vec<Block>,
}

/// A memory that is whole as far as is known; each block is held against its digest when it is read. It stays what it
/// was when it was opened, whatever comes in its place.
pub struct MemoryReader {
    file: Mutex<File>,
    blocks: Vec<Block>,
}

#[derive(BorshSerialize, BorshDeserialize)]
struct Block {
    end: u64,
    digest: Digest,
}

#[derive(BorshSerialize, BorshDeserialize)]
struct Tail {
    mark: [u8; 16],
    of: Digest,
    start: u64,
    blocks: Digest,
}

struct Sink {
    file: File,
    at: u64,
    digester: Digester,
}

impl MemoryKeeper {
    pub(super) fn new(file: PathBuf) -> MemoryKeeper {
        MemoryKeeper(file)
    }

    /// The memory of the site in `out`.
    pub fn beside(out: &Path) -> Option<MemoryKeeper> {
        let out = std::fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
        let name = out.file_name()?.to_str()?;
        let work = out.with_file_name(format!(".{name}.raccordo"));
        Some(MemoryKeeper::new(work.join("memory")))
    }

    /// Reads it.
    pub fn read(&self, of: Digest) -> Option<MemoryReader> {
        MemoryReader::open(&self.0, of)
    }

    /// Keeps what is written, as long as this holds. Whether it was kept: a failure is no fault of the build, for
    /// the next one makes everything again.
    pub fn keep(
        &self,
        of: Digest,
        write: impl FnOnce(&mut MemoryWriter) -> io::Result<()>,
    ) -> bool {
        let kept = atomic_file::write(&self.0, |file| {
            let mut writer = MemoryWriter::new(file);
            write(&mut writer)?;
            writer.finish(of)
        });
        kept.is_ok()
    }
}

impl MemoryWriter {
    fn new(file: File) -> MemoryWriter {
        let sink = Sink {
            file,
            at: 0,
            digester: Digester::default(),
        };
        MemoryWriter {
            sink: BufWriter::with_capacity(BUFFER, sink),
            blocks: Vec::new(),
        }
    }

    /// How many blocks have ended.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Ends a block. What was written since the last one is in it.
    ///
    /// # Errors
    /// What writing says.
    pub fn end_block(&mut self) -> io::Result<()> {
        self.sink.flush()?;
        let sink = self.sink.get_mut();
        let digest = std::mem::take(&mut sink.digester).digest();
        let end = sink.at;
        self.blocks.push(Block { end, digest });
        Ok(())
    }

    fn finish(mut self, of: Digest) -> io::Result<()> {
        let start = self.blocks.last().map_or(0, |block| block.end);
        let blocks = borsh::to_vec(&self.blocks)?;
        self.write_all(&blocks)?;
        let tail = Tail {
            mark: MARK,
            of,
            start,
            blocks: Digest::of(&blocks),
        };
        tail.serialize(&mut self)?;
        self.flush()
    }
}

impl Write for MemoryWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.at += written as u64;
        self.digester
            .update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl MemoryReader {
    /// The memory that was kept and holds for this.
    pub(super) fn open(at: &Path, of: Digest) -> Option<MemoryReader> {
        let mut file = File::open(at).ok()?;
        let tail = borsh::object_length(&Tail::nothing()).ok()?;
        let end = file.seek(SeekFrom::End(-i64::try_from(tail).ok()?)).ok()?;
        let tail: Tail = borsh::from_reader(&mut file).ok()?;
        if tail.mark != MARK || tail.of != of {
            return None;
        }
        file.seek(SeekFrom::Start(tail.start)).ok()?;
        let mut blocks = Vec::new();
        let length = end.checked_sub(tail.start)?;
        (&file).take(length).read_to_end(&mut blocks).ok()?;
        (Digest::of(&blocks) == tail.blocks).then_some(MemoryReader {
            file: Mutex::new(file),
            blocks: borsh::from_slice(&blocks).ok()?,
        })
    }

    /// How many blocks it has.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// A block.
    ///
    /// # Errors
    /// What reading says; the block is not what was written.
    pub fn block(&self, number: usize) -> io::Result<Vec<u8>> {
        let block = self.blocks.get(number).ok_or(io::ErrorKind::NotFound)?;
        let before = number.checked_sub(1).and_then(|it| self.blocks.get(it));
        let start = before.map_or(0, |block| block.end);
        let bytes = self.bytes(start, block.end.saturating_sub(start))?;
        if Digest::of(&bytes) != block.digest {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(bytes)
    }

    fn bytes(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        let file = self.file.lock().map_err(|_| io::ErrorKind::Other)?;
        let mut file = &*file;
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(BUFFER));
        file.take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Tail {
    fn nothing() -> Tail {
        Tail {
            mark: MARK,
            of: Digest::of(&[]),
            start: 0,
            blocks: Digest::of(&[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(reader: &MemoryReader, number: usize) -> io::Result<String> {
        String::from_utf8(reader.block(number)?).map_err(io::Error::other)
    }

    #[test]
    fn blocks_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let (file, of) = (folder.path().join("memory"), Digest::of(b"this"));
        let long = "x".repeat(3 * BUFFER);
        MemoryKeeper::new(file.clone()).keep(of, |to| {
            for block in ["a", "", &long] {
                to.write_all(block.as_bytes())?;
                to.end_block()?;
            }
            Ok(())
        });
        let reader = MemoryReader::open(&file, of).unwrap();
        assert_eq!(reader.len(), 3);
        let texts: Vec<String> = (0..3).map(|it| text(&reader, it).unwrap()).collect();
        assert_eq!(texts, ["a", "", &long]);
        assert!(text(&reader, 3).is_err());
        assert!(MemoryReader::open(&file, Digest::of(b"that")).is_none());
    }

    #[test]
    fn what_cannot_be_written_leaves_the_memory_before() {
        let folder = tempfile::tempdir().unwrap();
        let (file, of) = (folder.path().join("memory"), Digest::of(b"this"));
        let keeper = MemoryKeeper::new(file.clone());
        assert!(keeper.keep(of, MemoryWriter::end_block));
        let kept = keeper.keep(of, |to| {
            to.write_all(b"some bytes")?;
            Err(io::ErrorKind::StorageFull.into())
        });
        assert!(!kept);
        assert_eq!(MemoryReader::open(&file, of).unwrap().len(), 1);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_damaged_anywhere_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let (file, of) = (folder.path().join("memory"), Digest::of(b"this"));
        MemoryKeeper::new(file.clone()).keep(of, |to| {
            to.write_all(b"some bytes")?;
            to.end_block()
        });
        let whole = std::fs::read(&file).unwrap();
        let is_read = |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            let reader = MemoryReader::open(&file, of);
            reader.is_some_and(|reader| text(&reader, 0).is_ok())
        };
        assert!(is_read(&whole));
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 4;
            assert!(!is_read(&flipped), "{at}");
            assert!(!is_read(&whole[..at]), "{at}");
            assert!(!is_read(&whole[at + 1..]), "{at}");
        }
    }
}
