//! `content`, and what it is made of, is compiled alone: without `site`, `build` and `cli`, with a standard library
//! that has no files, clock, environment, processes or sockets, and without the crates that reach them. If one of these
//! modules comes to need such a thing, this does not compile.
#![forbid(unsafe_code)]
#![allow(dead_code, missing_docs, unused)]

extern crate std_without_world as std;

// Crates that reach the world, or that belong to others: nothing is in them here.
extern crate std_without_world as axum;
extern crate std_without_world as ctrlc;
extern crate std_without_world as include_dir;
extern crate std_without_world as indicatif;
extern crate std_without_world as notify;
extern crate std_without_world as pagefind;
extern crate std_without_world as raccordo;
extern crate std_without_world as rustix;
extern crate std_without_world as sys_locale;
extern crate std_without_world as tempfile;
extern crate std_without_world as tera;
extern crate std_without_world as tokio;
extern crate std_without_world as tower_http;
extern crate std_without_world as walkdir;

#[path = "../../src/base/mod.rs"]
pub mod base;
#[path = "../../src/content/mod.rs"]
pub mod content;
#[path = "../../src/incremental/mod.rs"]
pub mod incremental;
#[path = "../../src/notation/mod.rs"]
pub mod notation;

fn main() {}
