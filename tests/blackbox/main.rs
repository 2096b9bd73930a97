//! The program from outside: files in, pages and findings out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod again;
mod bad;
mod compose;
mod editing;
mod edits;
mod examples;
mod images;
mod incremental;
#[path = "../shared/known.rs"]
mod known;
mod languages;
mod look;
mod looking;
#[path = "../shared/many.rs"]
mod many;
mod memory;
mod outputs;
mod pictures;
mod process;
mod programs;
mod properties;
mod reports;
mod search;
mod serving;
mod site;
mod themes;
mod timings;
mod watching;
