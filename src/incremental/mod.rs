//! Incremental builds: which products are stale, and what a process leaves to the next one.

pub mod memo;
pub mod snapshot;
