//! The places of diagnostics as bytes, lines and columns.
//!
//! Values carry no places, so a file with something to report is read again, into a tree that has them.

use std::collections::BTreeMap;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::tree::Node;
use super::{front_matter, toml, yaml};
use crate::base::diagnostic::{At, Diagnostic, Place};
use crate::base::source::SourcePath;

/// A diagnostic whose place is known to the byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Finding {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// Where.
    pub location: Location,
    /// The second place, if it has one.
    pub related: Option<Location>,
}

/// A place, to the byte.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
pub struct Location {
    /// The file.
    pub file: SourcePath,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Where the span begins, in bytes of the file's text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl Location {
    /// The bytes of the file's text.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Finds the places of diagnostics in the texts of their files. Sorts them by file and place, without
/// duplicates.
pub fn locate<'a>(
    diagnostics: Vec<Diagnostic>,
    text_of: impl Fn(&SourcePath) -> Option<&'a str>,
) -> Vec<Finding> {
    let mut locator = Locator {
        text_of,
        trees: BTreeMap::new(),
    };
    let mut findings: Vec<Finding> = diagnostics
        .into_iter()
        .map(|diagnostic| Finding {
            location: locator.find(&diagnostic.place),
            related: diagnostic.related.as_ref().map(|place| locator.find(place)),
            diagnostic,
        })
        .collect();
    let order = |it: &Finding| (it.location.clone(), it.diagnostic.code);
    findings.sort_by(|a, b| {
        let by_args = || a.diagnostic.args.cmp(&b.diagnostic.args);
        order(a).cmp(&order(b)).then_with(by_args)
    });
    findings.dedup();
    findings
}

struct Locator<F> {
    text_of: F,
    trees: BTreeMap<SourcePath, Option<Node>>,
}

impl<'a, F: Fn(&SourcePath) -> Option<&'a str>> Locator<F> {
    fn find(&mut self, place: &Place) -> Location {
        let text = (self.text_of)(&place.file).unwrap_or_default();
        let span = match &place.at {
            At::Whole => 0..0,
            At::Span(span) => span.clone(),
            at => {
                let tree = self
                    .trees
                    .entry(place.file.clone())
                    .or_insert_with(|| tree(&place.file, text));
                tree.as_ref().map_or(0..0, |tree| tree.locate(at))
            }
        };
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, trimmed_end(text, start, span.end)).max(start);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Location {
            file: place.file.clone(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            start,
            end,
        }
    }
}

fn tree(file: &SourcePath, text: &str) -> Option<Node> {
    if file.as_str().ends_with(".toml") {
        return toml::tree(file, text).ok();
    }
    let range = if file.as_str().ends_with(".md") {
        front_matter::cut(text).ok()?.front_matter
    } else {
        0..text.len()
    };
    Some(yaml::tree_before_fault(file, text, range))
}

/// The end of a span without the white space that the end of a block brings with it.
fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    text.get(start..end)
        .map_or(end, |span| start + span.trim_end().len())
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}
