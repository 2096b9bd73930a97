//! Plain values that every stage uses: paths, dates, digests, languages, diagnostics.
//!
//! Nothing here reads a file, a clock or the environment. Nothing here knows what a body or a template is. `content` and
//! `site` both use this module and never each other.

pub mod code;
pub mod component;
pub mod compressed;
pub mod date;
pub mod diagnostic;
pub mod digest;
pub mod fix;
pub mod interner;
pub mod language;
pub mod output;
pub mod portable_path;
pub mod source;
pub mod utf8;
pub mod view_fields;
