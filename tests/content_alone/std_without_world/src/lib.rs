//! The standard library without the world: no files, no clock, no environment, no processes, no network.

pub use std::{
    any, borrow, cell, clone, cmp, collections, convert, default, error, fmt, hash, iter, marker,
    mem, num, ops, option, rc, result, slice, str, string, sync, vec,
};

/// Readers and writers of bytes in memory.
pub mod io {
    pub use std::io::{BufRead, Cursor, Error, ErrorKind, Read, Result, Write};
}

/// Paths as values.
pub mod path {
    pub use std::path::{Path, PathBuf};
}
