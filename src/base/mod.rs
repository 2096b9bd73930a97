//! Plain values that every stage uses: paths, dates, digests, languages, diagnostics.
//!
//! Nothing here reads a file, a clock or the environment, and nothing here knows what a body or a
//! template is. `content` and `site` both import this module and never each other.

pub mod code;
pub mod component;
pub mod date;
pub mod diagnostic;
pub mod digest;
pub mod interned;
pub mod language;
pub mod output;
pub mod packed;
pub mod source;
