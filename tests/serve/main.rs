//! The local server, as a browser and as a stranger meet it: real sockets, requests byte by byte.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod ahead;
mod client;
mod files;
mod pages;
mod reload;
mod start;
mod strangers;
