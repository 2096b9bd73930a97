//! The front matter of a Markdown file: YAML between two lines of three dashes.

use std::ops::Range;

/// The two parts of a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The bytes of the front matter, without its dashes.
    pub front_matter: Range<usize>,
    /// Where the Markdown begins.
    pub text: usize,
}

/// Why a file cannot be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncut {
    /// It does not begin with a line of three dashes.
    Missing,
    /// No second line of three dashes follows.
    Unclosed,
}

/// Cuts a Markdown file into front matter and text. A byte order mark before it is skipped.
///
/// # Errors
/// [`Uncut`] if a line of three dashes is missing.
pub fn cut(source: &str) -> Result<Parts, Uncut> {
    let mut at = if source.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut begin = None;
    for line in source.get(at..).unwrap_or_default().split_inclusive('\n') {
        let end = at + line.len();
        match (begin, line.trim_end() == "---") {
            (None, true) => begin = Some(end),
            (None, false) => return Err(Uncut::Missing),
            (Some(begin), true) => {
                return Ok(Parts {
                    front_matter: begin..at,
                    text: end,
                });
            }
            (Some(_), false) => {}
        }
        at = end;
    }
    Err(if begin.is_some() {
        Uncut::Unclosed
    } else {
        Uncut::Missing
    })
}
