//! The content: what it is, what must hold, what pages it makes.
//!
//! Knows no files, no clock, no templates and no sockets.

pub mod alphabet;
pub mod anchors;
pub mod colors;
pub mod coverage;
mod cut;
mod days;
pub mod graph;
pub mod ledger;
pub mod listing;
pub mod locale;
pub mod markdown;
pub mod memo;
pub mod model;
pub mod parse;
pub mod picture;
pub mod plan;
pub mod rules;
pub mod settings;
pub mod view;
