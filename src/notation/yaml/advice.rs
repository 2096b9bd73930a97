//! Advice for faults of YAML syntax. Each is a change of one line, which is given only if the changed text is read on
//! behind the fault, and if the line has no fault by the schema.

use std::ops::Range;

use super::attempts::attempts;
use super::line::{Attempt, Line};
use super::tree::{Fault, read_tree};
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, At, Diagnostic, Place};
use crate::base::fix::Change;
use crate::base::source::SourcePath;
use crate::notation::check;
use crate::notation::schema::Shape;

/// The number of bytes that are read to try changes, so that the time they take does not count.
const MAX_READ: usize = 2 << 20;

/// The longest line that is changed, in bytes.
const MAX_LINE: usize = 1000;

/// The number of lines above the fault that are looked at, if they are not blank.
const LINES_ABOVE: usize = 3;

/// The fault of `source[range]`, with the first change that mends it, or else that lets the text be read further.
pub(super) fn advise(fault: Fault, source: &str, range: Range<usize>, shape: &Shape) -> Diagnostic {
    let text = source.get(range.clone()).unwrap_or_default();
    let Fault { diagnostic, met } = fault;
    let file = diagnostic.place.file.clone();
    let At::Span(blamed) = diagnostic.place.at else {
        return diagnostic;
    };
    if diagnostic.code == Code::TooDeep {
        return diagnostic;
    }
    let blamed = blamed.range().start.saturating_sub(range.start);
    let met = met.saturating_sub(range.start);
    let tried = Tried {
        file: &file,
        text,
        met,
        shape,
    };
    let mut further = None;
    let lines = lines_to_change(text, blamed, met);
    for attempt in attempts(&lines).take(MAX_READ / text.len().max(1)) {
        match tried.effect(&attempt) {
            Effect::Mended => return certain(given(diagnostic, attempt, range.start)),
            Effect::ReadFurther if further.is_none() => further = Some(attempt),
            Effect::ReadFurther | Effect::None => {}
        }
    }
    match further {
        Some(attempt) => given(diagnostic, attempt, range.start),
        None => diagnostic,
    }
}

fn given(mut fault: Diagnostic, attempt: Attempt, start: usize) -> Diagnostic {
    let Attempt {
        range,
        mended,
        hint,
    } = attempt;
    fault.place = Place::span(&fault.place.file, start + range.start..start + range.end);
    let column = mended.len() - mended.trim_start().len() + 1;
    fault
        .number("column", column as u64)
        .text("mended", mended)
        .hint(hint)
}

/// A diagnostic with the change that its advice is, if that keeps every word and takes none out of a comment.
fn certain(fault: Diagnostic) -> Diagnostic {
    let is_safe = matches!(fault.hint.as_deref(), Some("quote" | "control"));
    let mended = fault.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(text) if name == "mended" => Some(text.clone()),
        _ => None,
    });
    let mended = mended.filter(|mended| is_safe && !mended.contains(" #"));
    fault.fix(mended.map(Change::Text))
}

/// The line that is blamed, the line in which the fault was met, some above it and the one below.
fn lines_to_change(text: &str, blamed: usize, met: usize) -> Vec<Line<'_>> {
    let mut lines = vec![Line::at(text, blamed)];
    let last = Line::at(text, met);
    let above = text.get(..last.start).unwrap_or_default();
    let above = above.lines().rev().filter(|line| !line.trim().is_empty());
    let starts = above.map(|line| line.as_ptr() as usize - text.as_ptr() as usize);
    let above = starts.take(LINES_ABOVE).map(|start| Line::at(text, start));
    let rest = text.get(last.start..).unwrap_or_default();
    let below = last.start + rest.find('\n').map_or(0, |end| end + 1);
    let below = Line::at(text, below);
    for line in std::iter::once(last).chain(above).chain([below]) {
        let is_new = lines.iter().all(|other| other.start != line.start);
        if is_new && !line.is_blank() {
            lines.push(line);
        }
    }
    lines.retain(|line| line.end() - line.start <= MAX_LINE);
    lines
}

/// A text with a fault of syntax.
struct Tried<'a> {
    file: &'a SourcePath,
    text: &'a str,
    /// Where the fault was met.
    met: usize,
    shape: &'a Shape,
}

/// What a change does to a text.
enum Effect {
    /// It has no fault of syntax any more.
    Mended,
    /// Its next fault is further down.
    ReadFurther,
    None,
}

impl Tried<'_> {
    fn effect(&self, attempt: &Attempt) -> Effect {
        let Range { start, end } = attempt.range;
        let (Some(before), Some(after)) = (self.text.get(..start), self.text.get(end..)) else {
            return Effect::None;
        };
        let changed = [before, &attempt.mended, after].concat();
        let (tree, fault) = read_tree(self.file, &changed, 0..changed.len());
        // Changes are within a line, so lines keep their numbers.
        let line_of = |text: &str, at: usize| {
            text.get(..at)
                .map_or(usize::MAX, |before| before.matches('\n').count())
        };
        let lines = [Line::at(&changed, start), Line::at(&changed, self.met)];
        let effect = match fault {
            None => Effect::Mended,
            Some(fault) => {
                let next = match fault.diagnostic.place.at {
                    At::Span(span) => span.range().start.min(fault.met),
                    _ => fault.met,
                };
                let before = line_of(self.text, self.met).max(line_of(self.text, start));
                if line_of(&changed, next) <= before {
                    return Effect::None;
                }
                Effect::ReadFurther
            }
        };
        let faults = check::check(self.file, &tree, self.shape, None);
        let is_here = |fault: &Diagnostic| match fault.place.at {
            At::Span(span) => {
                let span = span.range();
                let mut lines = lines.iter();
                lines.any(|line| span.start < line.end() && span.end >= line.start)
            }
            _ => false,
        };
        // A key may follow behind the next fault.
        let mut new = faults.iter().filter(|fault| fault.code != Code::MissingKey);
        match new.any(is_here) {
            true => Effect::None,
            false => effect,
        }
    }
}
