//! The local server, as a browser and as a stranger meet it: real sockets, requests byte by byte.
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
