//! The local server, over real sockets: what browsers get, and what strangers do not get.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod access;
mod client;
mod files;
mod pages;
mod preview;
mod reload;
mod start_and_stop;
