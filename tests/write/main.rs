//! Publishing, as the folder's owner and its visitors see it.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod any;
mod cases;
mod drafts;
mod killed;
#[path = "../shared/proptest_config.rs"]
mod many;
mod reading;
mod sequence;
mod site;
mod updates;

/// In memory where there is such a place: many small files take a slow disk minutes.
fn temporary_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}
