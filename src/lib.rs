//! Raccordo: a static-site generator for the bodies in which public authorities coordinate.
//!
//! One way through, from the editors' files to the site:
//!
//! ```text
//! SourceTree -> Parsed -> Graph -> Plan -> Output -> Delta
//!       load    parse  resolve  plan   render    write
//! ```
//!
//! - [`engine::load`] is the only reading: files and dates of commits become values.
//! - [`domain::parse`] makes one file into typed facts and a text with holes. Pure, parallel.
//! - [`domain::graph`] leads every reference: the only maker of a graph, in which every link leads
//!   somewhere. [`domain::rules`] hold each thing against the law and common sense.
//! - [`domain::listing`] cuts long lists into pages; [`domain::plan`] says which pages there are,
//!   [`domain::view`] what each of them shows.
//! - [`engine::render`] makes views into pages through the templates of a theme. Pure, parallel.
//! - [`engine::write`] is the only writing: the whole old site or the whole new one.
//!
//! A site is built in turns. Each product (the links of a thing, what the rules find, a page) notes at
//! what it looked while it was made; in the next turn it is made again if some of that has changed, and
//! not otherwise ([`domain::memo`]). A fresh build is the first turn: there is no second way.
//! [`engine::watch`] tells when to take the next, [`engine::serve`] shows what came of it, and
//! [`engine::preview`] what is coming.
//!
//! Three groups, whose arrows a test holds. [`vocabulary`]: plain values that all share. [`domain`]:
//! what the content means; knows no files, clock, templates or sockets. [`engine`]: disk and
//! templates; never says "body" or "seat". Only [`pipeline`] joins domain and engine, and every
//! command is that one call with another ending. [`messages`] has all words that people read;
//! [`cli`] is the shell.

#![forbid(unsafe_code)]

pub mod cli;
pub mod domain;
pub mod engine;
pub mod messages;
pub mod pipeline;
pub mod vocabulary;
