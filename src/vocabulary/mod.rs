//! Plain values that every stage speaks: paths, dates, digests, languages, diagnostics.
//!
//! Nothing here reads a file, a clock or the environment, and nothing here knows what a body or a
//! template is. The `domain` and the `engine` both import this module and never each other.

pub mod code;
pub mod component;
pub mod date;
pub mod diagnostic;
pub mod digest;
pub mod interned;
pub mod language;
pub mod notation;
pub mod output;
pub mod packed;
pub mod shared;
pub mod source;
