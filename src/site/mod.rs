//! The site on disk and on the wire: sources, themes, images, search, publishing, server.
//!
//! Nothing here knows what a body or a seat is.

mod atomic_file;
pub mod images;
pub mod memory_file;
pub mod preview;
pub mod publish;
pub mod render;
pub mod search;
pub mod server;
pub mod sources;
mod stamp;
mod stat_cache;
pub mod theme;
pub mod watch;

pub use stamp::program_fingerprint;
pub use stat_cache::StatCache;
