//! Structured text (YAML and TOML) read into typed values, with every fault at its place.
//!
//! For a good file, serde reads the text straight into the typed value. It stops at the first fault and
//! hardly knows the place, so a file that it refuses is read once more, into a [`tree`] with places, and
//! [`check`] compares the tree with the [`schema`] of the type and reports all faults.
//!
//! [`json_schema`] tells editors of other programs what a type looks like.
//!
//! The serde side and the schema of a type come from one declaration: [`record!`](crate::record) and
//! [`words!`](crate::words) for mappings and words, [`scalar`] for texts.

pub mod check;
pub mod edit;
pub mod front_matter;
pub mod json_schema;
pub(crate) mod meant;
pub mod phone;
pub mod place;
pub mod query;
pub mod reading;
pub mod record;
mod repair;
pub mod scalar;
pub mod schema;
pub mod suggest;
mod syntax;
pub mod toml;
pub mod tree;
pub mod trial;
pub mod value;
pub mod yaml;
