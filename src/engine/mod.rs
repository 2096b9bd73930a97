//! The machinery: disk, themes, templates.

pub mod write;
