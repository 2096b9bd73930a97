//! Sources that stay open, and the watcher that tells when to look again: on real disks, with real events.
#![cfg(unix)]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod any;
mod dates;
mod events;
mod folder;
#[path = "../shared/known.rs"]
mod known;
#[path = "../shared/many.rs"]
mod many;
mod sources;
