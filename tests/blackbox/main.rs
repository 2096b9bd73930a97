//! The program from outside: files in, pages and findings out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod appearance;
mod diagnostics;
mod diagrams;
mod faulty_page;
mod golden;
mod images;
mod in_process;
mod incremental;
mod languages;
#[path = "../shared/memory_sources.rs"]
mod memory_sources;
mod outputs;
mod preview;
mod process;
#[path = "../shared/proptest_config.rs"]
mod proptest_config;
mod random_content;
mod random_edits;
mod rebuild_scope;
mod report_length;
mod resumed_build;
mod resumed_project;
mod search;
mod serve;
mod site;
#[path = "../shared/stat_cache.rs"]
mod stat_cache;
mod themes;
mod timings;
mod unchanged_build;
mod watch;
