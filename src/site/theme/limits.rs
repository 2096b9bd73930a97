//! Limits of what a theme may nest. The libraries that read labels and templates call themselves for each level, so a
//! theme without limits could end the program.
//!
//! A page may take ten seconds of a processor, and a text that a template puts together may be 16 MiB long (`clock.rs`);
//! a page may have 256 MiB, and a `range` 100,000 numbers (Tera's).
//!
//! # What has no limit
//! The memory that a filter or a component takes for what it prints: Tera 2.4 lets nobody see it before it is there. Two
//! texts of permitted length make one, by `replace`, of the product of their lengths.

use std::collections::BTreeMap;

use super::faults::{template_error, template_path};
use super::inline::{included_or_extended, keyword, tokens};
use crate::base::diagnostic::{Diagnostic, Place};

/// The deepest nesting of braces and brackets in a label.
const MAX_LABEL_DEPTH: usize = 50;

/// The greatest number of `elif` tags in a template.
const MAX_ALTERNATIVES: usize = 200;

/// The most templates that may include or extend one another.
const MAX_CHAIN: usize = 30;

/// The greatest number of templates of which one may be put together, each counted as often as it is included.
const MAX_PARTS: u64 = 20_000;

/// The first byte of a catalogue at which something nests too deep.
pub(super) fn deep_label(catalogue: &str) -> Option<usize> {
    let (mut depth, mut is_quoted, mut line_start) = (0_usize, false, true);
    for (at, byte) in catalogue.bytes().enumerate() {
        // A label begins at the start of a line, and ends the one before.
        if line_start && byte.is_ascii_alphabetic() {
            depth = 0;
        }
        line_start = byte == b'\n';
        match byte {
            b'\n' => is_quoted = false,
            b'"' if depth > 0 => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'{' => depth += 1,
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_LABEL_DEPTH {
            return Some(at);
        }
    }
    None
}

/// The first fault of templates, by name, that are too long chains or have too many parts.
pub(super) fn template_fault(
    templates: &[(String, String)],
    prefixes: &[String],
) -> Option<Diagnostic> {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, text) in templates {
        let mut alternatives = 0;
        let mut at = 0;
        let mut parts = Vec::new();
        for token in tokens(text) {
            if keyword(token) == "elif" {
                alternatives += 1;
            }
            if alternatives > MAX_ALTERNATIVES {
                let place = Place::span(&template_path(name), at..at + token.len());
                return Some(template_error(place, "too many elif"));
            }
            if comprehensions(token) > 1 {
                let place = Place::span(&template_path(name), at..at + token.len());
                return Some(template_error(place, "a comprehension within another"));
            }
            parts.extend(included_or_extended(token));
            at += token.len();
        }
        by_name.insert(name, parts);
    }
    let mut sizes = Sizes {
        by_name: &by_name,
        prefixes,
        known: BTreeMap::new(),
    };
    let mut names = by_name.keys().copied();
    let name = names.find(|name| sizes.of(name, 0).is_none_or(|size| size > MAX_PARTS))?;
    let place = Place::whole(&template_path(name));
    Some(template_error(
        place,
        "too many templates within each other",
    ))
}

/// The number of comprehensions in code: `[a for a in b]`. What stands in quotes counts, too.
fn comprehensions(token: &str) -> usize {
    let is_code = token.starts_with("{{") || token.starts_with("{%");
    let words = token.split_whitespace().filter(|word| *word == "for");
    match keyword(token) {
        _ if !is_code || !token.contains('[') => 0,
        "for" => words.count().saturating_sub(1),
        _ => words.count(),
    }
}

/// The number of templates of which each template is put together.
struct Sizes<'a> {
    by_name: &'a BTreeMap<&'a str, Vec<&'a str>>,
    prefixes: &'a [String],
    known: BTreeMap<&'a str, u64>,
}

impl<'a> Sizes<'a> {
    /// The size of a template. Returns `None` if the chain is too long, and counts a circle as Tera reports it.
    fn of(&mut self, name: &'a str, depth: usize) -> Option<u64> {
        if let Some(known) = self.known.get(name) {
            return Some(*known);
        }
        if depth > MAX_CHAIN {
            return None;
        }
        let by_name = self.by_name;
        // Tera reports templates that include or extend themselves.
        self.known.insert(name, 1);
        let mut size = 1_u64;
        for part in by_name.get(name)? {
            let mut prefixed = self.prefixes.iter().map(|prefix| format!("{prefix}{part}"));
            let own = by_name.get_key_value(part);
            let found = own.or_else(|| prefixed.find_map(|it| by_name.get_key_value(&*it)));
            if let Some((found, _)) = found {
                size = size.saturating_add(self.of(found, depth + 1)?);
            }
        }
        self.known.insert(name, size);
        Some(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(templates: &[(String, String)]) -> Option<Diagnostic> {
        template_fault(templates, &["own/".to_owned()])
    }

    #[test]
    fn a_label_that_nests_too_deep_has_its_place() {
        assert_eq!(deep_label(&format!("a = {}", "{ ".repeat(4000))), Some(104));
        assert!(deep_label(&format!("a = {{ {}", "F(".repeat(4000))).is_some());
        let good = "a = { $n ->\n    [one] { \"{{{{\" } (((\n   *[other] x :(\n }\n".repeat(100);
        assert_eq!(deep_label(&good), None);
    }

    #[test]
    fn templates_are_put_together_of_a_bounded_number() {
        let chain = |length: usize, times: usize| -> Vec<(String, String)> {
            let part = |at: usize| format!("{{% include \"t{}.html\" %}}", at + 1).repeat(times);
            let name = |at: usize| format!("own/t{at}.html");
            (0..length).map(|at| (name(at), part(at))).collect()
        };
        assert_eq!(fault(&chain(10, 1)), None);
        assert_eq!(fault(&chain(10, 2)), None);
        assert!(fault(&chain(4000, 1)).is_some());
        assert!(fault(&chain(25, 2)).is_some());
        let elif = format!("{{% if a %}}{}{{% endif %}}", "{% elif b %}".repeat(4000));
        assert!(fault(&[("own/a.html".to_owned(), elif)]).is_some());
    }
}
