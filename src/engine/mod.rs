//! The machinery: disk, themes, templates.
//!
//! Knows vocabulary only: nothing here knows what a body or a seat is.

pub mod images;
pub mod load;
pub mod render;
pub mod search;
pub mod serve;
mod stamp;
pub mod theme;
pub mod watch;
pub mod write;
