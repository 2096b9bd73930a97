//! The site on disk and on the wire: sources, themes, images, search, publishing, server.
//!
//! Nothing here knows what a body or a seat is.

pub mod active;
pub mod calendar;
pub mod compressed_files;
pub(crate) mod cpu;
pub mod crawling;
pub mod direction;
pub mod feed;
pub mod images;
pub mod new_files;
pub mod output_folder;
mod own_files;
pub mod preview;
pub mod publish;
pub mod redirects;
mod regular_file;
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
