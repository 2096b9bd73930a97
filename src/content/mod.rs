//! The content: what it is, what must hold, what pages it makes.
//!
//! Knows no files, no clock, no templates and no sockets.

pub mod anchors;
pub mod colors;
pub mod coverage;
mod days;
pub mod findings;
pub mod graph;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod pages;
pub mod parse;
pub mod pictures;
pub mod rules;
pub mod settings;
pub mod views;
