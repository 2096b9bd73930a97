//! The memory of who made the site, kept beside it: bytes of which only their maker knows what they say.
//!
//! Only a cache, kept in the work folder: without it, or if it is damaged, everything is made again.

use std::fs;
use std::path::Path;

use super::place;
use crate::vocabulary::digest::Digest;

/// Keeps a memory that holds for this. A failure is no fault of the build: the next one makes everything again.
pub(super) fn keep(at: &Path, of: Digest, mut memory: Vec<u8>) {
    let end = end(of, &memory);
    memory.extend_from_slice(end.as_bytes());
    let _ = place::replace(at, memory);
}

/// The memory that holds for this, if it is whole.
pub(super) fn find(at: &Path, of: Digest) -> Option<Vec<u8>> {
    let mut memory = fs::read(at).ok()?;
    let length = end(of, &[]).len();
    let end_there = memory.split_off(memory.len().checked_sub(length)?);
    // Whose it is can be told without reading all of it.
    let whose = end_there.starts_with(whose(of).as_bytes());
    (whose && end_there == end(of, &memory).as_bytes()).then_some(memory)
}

fn whose(of: Digest) -> String {
    format!("raccordo-memory 1 {of} ")
}

/// What stands at the end of a memory: that it is one, for what it holds, and its digest.
fn end(of: Digest, memory: &[u8]) -> String {
    format!("{}{}", whose(of), Digest::of(memory))
}
