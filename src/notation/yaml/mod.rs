//! The only module that reads YAML: one reader of values, and one of places.
//!
//! - `serde_yaml` reads every value, straight into the types of the model: 117 µs for the 4 KB of a body.
//! - It stops at the first fault. Of 24,000 changed pages 41 % had several; of all faults it placed 19 % exactly.
//!   So what it refuses, and what a rule reports on, is read again by `saphyr-parser` into a tree with
//!   places: 112 µs for all places of a file, where an error raised in `serde_yaml` costs 90 µs for one.
//! - No value comes from a tree: what is repaired in one is written as YAML again, for `serde_yaml`.
//! - The `type` of a page is read by `saphyr-parser`, stopped there: 0.8 µs, by `serde_yaml` 90 µs.
//! - `tests/agreement.rs` holds that the two read the same, and lists where YAML 1.1 and 1.2 differ.

mod advice;
mod any_value;
mod append;
mod attempts;
mod flow;
mod line;
mod offsets;
mod syntax_fault;
#[cfg(test)]
mod tests;
mod tree;

use std::ops::Range;

use super::check;
use super::reading::Reading;
use super::repair::repair;
use super::schema::Typed;
use super::tree::{Node, Value};
use super::trial::Trial;
use crate::base::code::{Code, Severity};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

pub use any_value::AnyValue;
pub use append::{addition, append};
pub use flow::quoted;

/// The deepest nesting of values. No page needs it; the channel of a seat is at seven.
const MAX_DEPTH: usize = 32;

/// Reads the YAML in `source[range]`. The places of faults are in `source`.
pub fn read<T: Typed>(file: &SourcePath, source: &str, range: Range<usize>) -> Reading<T> {
    let text = source.get(range.clone()).unwrap_or_default();
    let start = range.start;
    let trial = Trial {
        source,
        read: |text| tree(&SourcePath::new(""), text, 0..text.len()).ok(),
    };
    let check = |tree: &Node| check::check(file, tree, T::SHAPE, Some(trial));
    let read_tree = || match tree::read_tree(file, source, range.clone()) {
        (tree, None) => Ok(tree),
        (tree, Some(fault)) => {
            let fault = advice::advise(fault, source, range.clone(), T::SHAPE);
            let mut faults = check(&surely_read(tree, source));
            // What is missing may come after the fault.
            faults.retain(|it| is_error(it) && it.code != Code::MissingKey);
            faults.push(fault);
            Err(faults)
        }
    };
    if may_be_refused(text)
        && let Err(faults) = read_tree()
    {
        return Reading::failed(faults);
    }
    let failure = match value::<T>(text) {
        Ok(value) => {
            // Escapes can stand for characters that no page may have.
            let is_doubtful = check::may_lose_text(text) || text.contains(['\\', '\u{85}']);
            let tree = is_doubtful.then(read_tree);
            let found = tree.and_then(Result::ok).map(|tree| check(&tree));
            return Reading::whole(value, found.unwrap_or_default());
        }
        Err(failure) => failure,
    };
    let mut tree = match read_tree() {
        Ok(tree) => tree,
        Err(faults) => return Reading::failed(faults),
    };
    if let Value::Scalar(..) = tree.value {
        let fault = tree::Fault::new(file, Code::YamlSyntax, tree.span.clone());
        let fault = advice::advise(fault, source, range, T::SHAPE);
        if fault.hint.is_some() {
            return Reading::failed(vec![fault]);
        }
    }
    let mut faults = check(&tree);
    if !faults.iter().any(is_error) {
        faults.push(unexplained(file, text, start, &failure));
        return Reading::failed(faults);
    }
    let unread = repair(&mut tree, T::SHAPE);
    Reading {
        value: value(&flow::write(&tree)).ok(),
        unread,
        faults,
    }
}

/// The entries of a mapping that were read whole before a fault of syntax. The fault may be in the last one, unless that is
/// a text before another key.
fn surely_read(tree: Node, source: &str) -> Node {
    let mut entries = match tree.value {
        Value::Mapping(entries) => entries,
        _ => Vec::new(),
    };
    let is_whole = |value: &Node| {
        let after = source.get(value.span.end..).unwrap_or_default();
        let next = after.split_once('\n').map_or("", |(_, next)| next);
        matches!(value.value, Value::Scalar(..)) && next.starts_with(char::is_alphanumeric)
    };
    if entries.last().is_some_and(|it| !is_whole(&it.value)) {
        entries.pop();
    }
    Node {
        value: Value::Mapping(entries),
        ..tree
    }
}

fn is_error(fault: &Diagnostic) -> bool {
    fault.severity(false) == Severity::Error
}

/// Reads YAML into a tree with places.
///
/// # Errors
/// The first fault of syntax, or the first anchor, alias or tag.
pub fn tree(file: &SourcePath, source: &str, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    match tree::read_tree(file, source, range) {
        (tree, None) => Ok(tree),
        (_, Some(fault)) => Err(Box::new(fault.diagnostic)),
    }
}

/// Reads YAML into a tree with places, as far as it can be read.
pub fn tree_before_fault(file: &SourcePath, source: &str, range: Range<usize>) -> Node {
    tree::read_tree(file, source, range).0
}

/// The text at a key of the outermost mapping; of a list or mapping there, its first line.
///
/// Reads no further than that key, so faults of syntax behind it do not matter. Returns `None` if the
/// key is missing or empty.
pub fn text_of_key(file: &SourcePath, text: &str, key: &str) -> Option<String> {
    if !text.contains(key) {
        return None;
    }
    let node = tree::read_key(file, text, key)?;
    match node.value {
        Value::Null => None,
        Value::Scalar(text, _) => Some(text).filter(|text| !text.trim().is_empty()),
        Value::List(_) | Value::Mapping(_) => {
            let (start, _) = text.char_indices().nth(node.span.start)?;
            text.get(start..)?.lines().next().map(str::to_owned)
        }
    }
}

fn value<T: Typed>(text: &str) -> Result<T, serde_yaml::Error> {
    // Behind a byte order mark, a key stands in another column than the next one.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_yaml::from_str::<Option<T>>(text)? {
        Some(value) => Ok(value),
        // An empty text is a mapping without keys.
        None => serde_yaml::from_str("{}"),
    }
}

/// Whether the text may hold what `serde_yaml` must not read: anchors, aliases and tags, of which
/// "billion laughs" are made, and deep brackets, for which it takes minutes.
///
/// Looks at bytes only, so signs and brackets within texts count too; the tree knows better.
fn may_be_refused(text: &str) -> bool {
    may_use_anchors(text.as_bytes()) || nests_deeper(text.as_bytes(), MAX_DEPTH)
}

/// Whether `!` is in the text, or `&` or `*` before something.
fn may_use_anchors(text: &[u8]) -> bool {
    let begins = |pair: &[u8]| matches!(pair, [b'&' | b'*', next] if !next.is_ascii_whitespace());
    // Looking for one byte is much faster than for two.
    let has_sign = text.contains(&b'&') || text.contains(&b'*');
    text.contains(&b'!') || has_sign && text.windows(2).any(begins)
}

fn nests_deeper(text: &[u8], limit: usize) -> bool {
    let mut depth = 0_usize;
    text.iter().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

/// What `serde_yaml` refuses and the schema allows, in the words of `serde_yaml`.
fn unexplained(
    file: &SourcePath,
    text: &str,
    start: usize,
    error: &serde_yaml::Error,
) -> Diagnostic {
    let at = error.location().map_or(0, |at| at.index().min(text.len()));
    let at = start + at;
    Diagnostic::new(Code::YamlSyntax, Place::span(file, at..at)).text("detail", error.to_string())
}
