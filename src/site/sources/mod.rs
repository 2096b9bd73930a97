//! The first stage, and the only one that reads: files and dates of last commit become values.
//!
//! A site is opened once ([`Sources::open`]) and may then be looked at again wherever it may have
//! changed ([`Sources::refresh`]). Both go the same way, so that what is known after any sequence of
//! changes is what would be found by opening the site afresh.

mod changes;
mod fault;
mod git;
mod history;
mod links;
mod names;
mod open;
mod read;
mod walk;

use std::io;
use std::path::{Path, PathBuf};

pub use changes::Hints;
pub use open::Sources;

pub(super) use git::Repository;
pub(super) use names::{FOLDERS, is_visible};

/// The name of the settings, which marks the root of a site.
pub const SETTINGS: &str = "site.toml";

/// A site that cannot be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// There is no `site.toml` in the folder, nor in one above it.
    NoSite(PathBuf),
    /// The settings are there and cannot be read.
    Io(PathBuf, io::Error),
}

/// The root of the site that a folder is in: the nearest one upwards that holds `site.toml`.
///
/// # Errors
/// There is none.
pub fn find_root(from: &Path) -> Result<PathBuf, LoadError> {
    let start = from
        .canonicalize()
        .map_err(|_| LoadError::NoSite(from.to_owned()))?;
    let root = start
        .ancestors()
        .find(|folder| folder.join(SETTINGS).is_file());
    root.map(Path::to_owned)
        .ok_or_else(|| LoadError::NoSite(from.to_owned()))
}
