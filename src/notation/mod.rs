//! Structured text (YAML, TOML) read into typed values, with every fault at its place.
//!
//! There are two ways in, and good text takes only the first:
//!
//! 1. serde reads the text straight into the typed value. It stops at the first fault and hardly
//!    knows where it is.
//! 2. Only then the text is read again into a tree of [`node::Node`]s that carry positions, and
//!    [`check`] holds the tree against the type's [`shape::Shape`] and reports *all* faults.
//!
//! Both come from one declaration: the [`record!`](crate::record) macro and its scalar sisters write
//! the serde implementation and the shape of a type at once.

pub mod check;
pub mod front_matter;
pub mod italian;
pub mod node;
pub mod place;
pub mod record;
mod salvage;
pub mod scalar;
pub mod shape;
mod slips;
pub mod toml;
pub mod yaml;
