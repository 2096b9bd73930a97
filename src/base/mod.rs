//! Plain values that every stage uses: paths, dates, digests, languages, diagnostics.
//!
//! Nothing here reads a file, a clock or the environment. Nothing here knows what a body or a template is. `content` and
//! `site` both use this module and never each other.

/// What all types of paths can do: they are texts that many share.
macro_rules! path {
    ($Path:ident) => {
        impl From<&$Path> for std::sync::Arc<str> {
            fn from(path: &$Path) -> Self {
                path.0.clone()
            }
        }

        impl std::fmt::Display for $Path {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $Path {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?}", self.0)
            }
        }
    };
}

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
