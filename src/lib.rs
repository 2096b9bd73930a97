//! Raccordo: a static-site generator for the bodies in which public authorities coordinate.
//!
//! One way through, from the editors' files to the site:
//!
//! ```text
//! SourceTree -> Parsed -> Graph -> Plan -> Output -> Delta
//!       load    parse  resolve  plan   render    write
//! ```
//!
//! - [`site::sources`] is the only reading: files and dates of commits become values.
//! - [`content::parse`] makes one file into typed facts and a text with holes. Pure, parallel.
//! - [`content::graph`] leads every reference: the only maker of a graph, in which every link leads
//!   somewhere. [`content::rules`] hold each thing against the law and common sense.
//! - [`content::pages::listings`] cuts long lists into pages; [`content::pages::plan`] says which pages there are,
//!   [`content::views`] what each of them shows.
//! - [`site::render`] makes views into pages through the templates of a theme. Pure, parallel.
//! - [`site::publish`] is the only writing: the whole old site or the whole new one.
//!
//! A site is built in turns. Each product (the links of a thing, what the rules find, a page) notes at
//! what it looked while it was made; in the next turn it is made again if some of that has changed, and
//! not otherwise ([`incremental::memo`]). A fresh build is the first turn: there is no second way.
//! [`site::watch`] tells when to take the next, [`site::server`] shows what came of it, and
//! [`site::preview`] what is coming.
//!
//! The arrows between the folders are held by a test. [`base`] and [`notation`] are plain values that all
//! share. [`content`] is what the pages mean; it knows no files, clock, templates or sockets.
//! [`site`] is disk, templates and sockets; it never says "body" or "seat". Only [`build`] joins the two, and
//! every command is that one call with another ending. [`messages`] has all words that people read; [`cli`] is
//! the shell.

#![forbid(unsafe_code)]

pub mod base;
pub mod build;
pub mod cli;
pub mod content;
pub mod incremental;
pub mod messages;
pub mod notation;
pub mod site;
