//! What is still to be written in a file. `raccordo init` and `raccordo new` leave a mark where only an editor knows the
//! words.

use memchr::memmem;

use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// The marks, one for each language in which files are begun. What is to be written follows on the same line.
const MARKS: [&str; 3] = ["DA COMPLETARE:", "TO BE COMPLETED:", "AUSZUFÜLLEN:"];

/// Reports every mark in a text, in comments too.
pub(super) fn unfinished(path: &SourcePath, source: &str) -> Vec<Diagnostic> {
    let mut places: Vec<(usize, usize)> = Vec::new();
    for mark in MARKS {
        let found = memmem::find_iter(source.as_bytes(), mark);
        places.extend(found.map(|start| (start, start + mark.len())));
    }
    places.sort_unstable();
    let report = |(start, end)| {
        let rest = source.get(end..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        // Of a long note, the first sentence.
        let what = line.split(". ").next().unwrap_or_default();
        let what = what.split(['"', '<']).next().unwrap_or_default().trim_end();
        let place = Place::span(path, start..end + what.len());
        let mark = source.get(start..end).unwrap_or_default();
        Diagnostic::new(Code::Unfinished, place)
            .text("what", what.trim())
            .text("mark", mark)
    };
    places.into_iter().map(report).collect()
}
