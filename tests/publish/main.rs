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
#[path = "../shared/known.rs"]
mod known;
#[path = "../shared/many.rs"]
mod many;
mod restart;
mod site;
mod updates;
mod updates_property;
mod visitors;
mod whole;
mod whole_property;

/// In memory where there is such a place: many small files take a slow disk minutes.
fn temporary_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}
