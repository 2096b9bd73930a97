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
mod known;
mod sources;
