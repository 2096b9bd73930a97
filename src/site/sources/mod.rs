//! The stage that reads the sources: sources and the times of their last commits become
//! values.
//!
//! A site is opened once ([`Sources::open`]). After that, what may have changed is scanned again
//! ([`Sources::refresh`]). Both use the same scan, so that refreshing gives the same result as opening the site again.

mod changes;
mod commits;
mod git;
mod history;
mod links;
mod names;
mod naming;
mod observed_stamp;
mod read;
mod recent;
mod repository;
mod revisions;
mod scan;
mod scope;
mod skipped;
mod source_files;
mod texts;
mod walk;

use std::path::{Path, PathBuf};

pub use changes::ChangeHints;
pub use commits::LogReader;
pub use links::resolve as resolve_links;
pub use naming::{Fate, NAME_RULES, NameRule, fate};
pub use recent::{ChangedText, RecentCommit, RecentCommits};
pub use revisions::{
    Commit, KnownTexts, LogEntry, RevisionError, Revisions, SiteTexts, texts_on_disk,
};
pub use skipped::Skipped;
pub use source_files::Sources;

pub(super) use names::{SOURCE_FOLDERS, is_noticed, is_visible};
pub(super) use repository::Repository;

use crate::base::source::SETTINGS_FILE;

/// The reason why a site cannot be loaded at all.
#[derive(Debug)]
pub enum LoadError {
    /// Neither the folder nor one above it has a `site.toml`.
    NoSite(PathBuf),
    /// The settings exist and cannot be read.
    Settings(PathBuf, Skipped),
}

/// Finds the root of the site that a folder is in: the nearest folder, from there upwards, with a `site.toml`.
///
/// # Errors
/// [`LoadError::NoSite`] if there is no such folder.
pub fn find_root(from: &Path) -> Result<PathBuf, LoadError> {
    let start = from
        .canonicalize()
        .map_err(|_| LoadError::NoSite(from.to_owned()))?;
    let root = start
        .ancestors()
        .find(|folder| folder.join(SETTINGS_FILE).symlink_metadata().is_ok());
    root.map(Path::to_owned)
        .ok_or_else(|| LoadError::NoSite(from.to_owned()))
}

/// The path of a site in the repository that holds it, with a `/` at its end. Empty at the root of the repository, or if
/// there is none.
pub fn folder_in_repository(root: &Path) -> String {
    place_in_repository(root).map_or_else(String::new, |(_, path)| path)
}

/// The root of the repository that holds a folder, which need not exist yet, and the path from there, with a `/` at its end.
/// `None` if there is no repository.
pub fn place_in_repository(folder: &Path) -> Option<(PathBuf, String)> {
    let folder = resolve_links(&std::path::absolute(folder).ok()?);
    let repository = Repository::find(&folder)?;
    let path = repository.path_to(&folder).to_string_lossy().into_owned();
    Some((repository.root().to_owned(), path))
}
