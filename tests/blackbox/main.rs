//! The program from outside: files in, pages and findings out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod a_to_z;
mod accepted;
mod appearance;
mod bench_site;
mod calendars;
mod certain_fixes;
mod command_line;
mod crawlers;
mod determinism;
mod diagnostics;
mod diagrams;
mod diff;
mod directions;
mod edited_site;
mod existence;
mod faulty_page;
mod feeds;
mod first_steps;
mod fix;
mod fixtures;
mod forges;
mod git;
mod golden;
mod guide;
mod hostile_destinations;
mod html_sanitizing;
mod image_updates;
mod images;
mod in_process;
mod incremental;
mod init;
mod json_schema;
mod languages;
mod links;
mod listing_pages;
mod mandates;
#[path = "../shared/memory_sources.rs"]
mod memory_sources;
mod new;
mod output_folder;
mod past_compositions;
mod precompress;
mod preview;
mod process;
#[path = "../shared/proptest_config.rs"]
mod proptest_config;
mod published_files;
mod random_content;
mod random_edits;
mod random_text;
mod reading;
mod rebuild_scope;
mod redirects;
mod report_length;
mod resumed_build;
mod resumed_project;
mod schema;
mod search;
mod seats;
mod serve;
mod site;
#[path = "../shared/stat_cache.rs"]
mod stat_cache;
mod theme_addresses;
mod theme_lists;
mod themes;
mod time_zones;
mod timings;
mod unchanged_build;
mod urls;
mod watch;
mod watch_property;
