//! Publishing, as the folder's owner and its visitors see it.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod drafts;
mod kills;
#[path = "../shared/proptest_config.rs"]
mod proptest_config;
mod restart;
mod site;
#[path = "../shared/stat_cache.rs"]
mod stat_cache;
mod updates;
mod updates_property;
mod visitors;
mod whole;
mod whole_property;

/// In memory where there is such a place: many small files take a slow disk minutes.
fn temporary_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}
