//! Digests: equal contents have equal digests, on every machine and in every run.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// 128 bits of the BLAKE3 hash of some bytes.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub struct Digest([u8; Digest::LENGTH]);

impl Digest {
    /// The number of bytes.
    pub const LENGTH: usize = 16;

    /// The digest of these bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest::truncated(blake3::hash(bytes))
    }

    /// The digest of many bytes, computed in parallel.
    pub fn of_large(bytes: &[u8]) -> Digest {
        Digest::truncated(blake3::Hasher::new().update_rayon(bytes).finalize())
    }

    /// The digest of everything a reader yields.
    ///
    /// # Errors
    /// The reader fails.
    pub fn of_reader(reader: impl std::io::Read) -> std::io::Result<Digest> {
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(reader)?;
        Ok(Digest::truncated(hasher.finalize()))
    }

    /// The digest with these bytes.
    pub fn from_bytes(bytes: [u8; Digest::LENGTH]) -> Digest {
        Digest(bytes)
    }

    /// The bytes.
    pub fn to_bytes(self) -> [u8; Digest::LENGTH] {
        self.0
    }

    /// The first byte.
    pub fn first(self) -> u8 {
        let [first, ..] = self.0;
        first
    }

    fn truncated(hash: blake3::Hash) -> Digest {
        let mut bytes = [0; Digest::LENGTH];
        bytes
            .iter_mut()
            .zip(hash.as_bytes())
            .for_each(|(to, from)| *to = *from);
        Digest(bytes)
    }
}

/// Computes the digest of bytes that come in parts.
#[derive(Default)]
pub struct Digester(blake3::Hasher);

impl Digester {
    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all bytes added so far.
    pub fn digest(&self) -> Digest {
        Digest::truncated(self.0.finalize())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl std::str::FromStr for Digest {
    type Err = ();

    fn from_str(hex: &str) -> Result<Self, ()> {
        let value = u128::from_str_radix(hex, 16).map_err(|_| ())?;
        if hex.len() == 2 * Digest::LENGTH {
            Ok(Digest(value.to_be_bytes()))
        } else {
            Err(())
        }
    }
}
