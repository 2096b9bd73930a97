//! The fuzz targets, for `cargo fuzz`.

#[path = "../shared/memory_sources.rs"]
mod memory_sources;
pub mod targets;
