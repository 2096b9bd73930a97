//! Sources that stay open and the watcher of their folders, on a real disk with real events.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod commit_dates;
mod file_events;
mod folder;
#[path = "../shared/proptest_config.rs"]
mod proptest_config;
mod refresh;
mod refresh_property;
#[path = "../shared/stat_cache.rs"]
mod stat_cache;
