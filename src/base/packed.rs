//! Values of which there are very many, and at which hardly anybody looks: small until somebody does.

use std::fmt;
use std::marker::PhantomData;

use borsh::{BorshDeserialize, BorshSerialize};
use lz4_flex::block::{compress_prepend_size, decompress_size_prepended};

/// A value as few bytes: as Borsh writes it, compressed with LZ4. What is nothing takes none.
///
/// Equal values are packed into equal bytes.
#[derive(BorshSerialize, BorshDeserialize)]
pub struct Packed<T> {
    bytes: Box<[u8]>,
    kind: PhantomData<fn() -> T>,
}

impl<T: BorshSerialize + BorshDeserialize + Default + PartialEq> Packed<T> {
    /// Packs a value.
    pub fn of(value: &T) -> Packed<T> {
        let mut packed = Packed::default();
        if *value != T::default() {
            // Writing into memory does not fail.
            let bytes = borsh::to_vec(value).unwrap_or_default();
            packed.bytes = compress_prepend_size(&bytes).into();
        }
        packed
    }

    /// The value. Nothing if the bytes are not what was packed: who reads them from somewhere holds them against their
    /// digest.
    pub fn open(&self) -> T {
        self.opened().unwrap_or_default()
    }

    fn opened(&self) -> Option<T> {
        let bytes = decompress_size_prepended(&self.bytes).ok()?;
        borsh::from_slice(&bytes).ok()
    }
}

impl<T> Packed<T> {
    /// Whether it is what there is without anything.
    pub fn is_nothing(&self) -> bool {
        self.bytes.is_empty()
    }
}

// By hand, because a derive would ask the same of `T`.
impl<T> Clone for Packed<T> {
    fn clone(&self) -> Self {
        Packed {
            bytes: self.bytes.clone(),
            kind: PhantomData,
        }
    }
}

impl<T> Default for Packed<T> {
    fn default() -> Self {
        Packed {
            bytes: Box::default(),
            kind: PhantomData,
        }
    }
}

impl<T> PartialEq for Packed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> fmt::Debug for Packed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Packed({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_opened_as_it_was() {
        let value = vec!["così".repeat(1000), String::new()];
        let packed = Packed::of(&value);
        assert!(packed.bytes.len() < 100);
        assert_eq!(packed.open(), value);
        assert!(packed == Packed::of(&value) && packed != Packed::of(&vec!["così".to_owned()]));
    }

    #[test]
    fn nothing_takes_no_room() {
        let packed = Packed::of(&Vec::<u64>::new());
        assert!(packed.is_nothing() && packed == Packed::default());
        assert!(packed.open().is_empty());
        assert!(!Packed::of(&vec![0_u64]).is_nothing());
    }

    #[test]
    fn what_was_not_packed_is_nothing() {
        let whole = Packed::of(&vec!["uno due tre".repeat(9), "quattro".to_owned()]);
        for end in 1..whole.bytes.len() {
            let bytes = whole.bytes[..end].into();
            let (kind, _) = (PhantomData, ());
            let cut = Packed::<Vec<String>> { bytes, kind };
            assert!(cut.open().is_empty(), "{end}");
        }
    }
}
