//! The machinery: disk, themes, templates.
//!
//! Knows vocabulary only: nothing here knows what a body or a seat is.

pub mod images;
mod known;
pub mod load;
pub mod preview;
pub mod render;
pub mod search;
pub mod serve;
mod stamp;
pub mod theme;
pub mod watch;
pub mod write;

pub use known::Known;
