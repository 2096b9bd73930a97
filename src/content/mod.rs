//! The content of a site: its model, its rules and its pages.
//!
//! Nothing here knows files, the clock, templates or sockets.

pub mod addresses;
pub mod answers;
pub mod changes;
pub mod colors;
pub mod coverage;
mod day_cache;
pub mod destination;
pub mod draft_pages;
pub mod findings;
pub mod graph;
pub mod inventory;
pub mod locale;
pub mod mandates;
pub mod markdown;
pub mod model;
pub mod news;
pub mod page_section;
pub mod pages;
pub mod parse;
pub mod pictures;
pub mod rules;
pub mod settings;
pub mod unread;
pub mod views;
