//! Compressed values, for large numbers of values that are seldom used.

use std::fmt;
use std::marker::PhantomData;

use borsh::{BorshDeserialize, BorshSerialize};
use lz4_flex::block::{compress_prepend_size, decompress_size_prepended};

/// A value in the Borsh encoding, compressed with LZ4. The default value takes no bytes.
///
/// Equal values have equal bytes.
#[derive(BorshSerialize, BorshDeserialize)]
pub struct Compressed<T> {
    bytes: Box<[u8]>,
    kind: PhantomData<fn() -> T>,
}

impl<T: BorshSerialize + BorshDeserialize + Default + PartialEq> Compressed<T> {
    /// Compresses a value.
    pub fn of(value: &T) -> Compressed<T> {
        let mut compressed = Compressed::default();
        if *value != T::default() {
            // Writing into memory does not fail.
            let bytes = borsh::to_vec(value).unwrap_or_default();
            compressed.bytes = compress_prepend_size(&bytes).into();
        }
        compressed
    }

    /// Decompresses the value. Returns the default value if the bytes are damaged; code that loads them from a file must
    /// check their digest.
    pub fn decompress(&self) -> T {
        self.try_decompress().unwrap_or_default()
    }

    fn try_decompress(&self) -> Option<T> {
        let bytes = decompress_size_prepended(&self.bytes).ok()?;
        borsh::from_slice(&bytes).ok()
    }
}

impl<T> Compressed<T> {
    /// Whether the value is the default one.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}

// Not derived, because a derive would require the trait of `T`.
impl<T> Clone for Compressed<T> {
    fn clone(&self) -> Self {
        Compressed {
            bytes: self.bytes.clone(),
            kind: PhantomData,
        }
    }
}

impl<T> Default for Compressed<T> {
    fn default() -> Self {
        Compressed {
            bytes: Box::default(),
            kind: PhantomData,
        }
    }
}

impl<T> PartialEq for Compressed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> fmt::Debug for Compressed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Compressed({} bytes)", self.bytes.len())
    }
}
