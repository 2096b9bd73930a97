//! From the places of diagnostics to bytes, lines and columns.
//!
//! A file is read a second time, with the positions of its values, only when a diagnostic in it is
//! printed.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::edit::{Edit, edit, yaml_of};
use super::tree::{Entry, Node};
use super::{toml, yaml};
use crate::base::diagnostic::{At, Diagnostic, Place};
use crate::base::fix::Fix;
use crate::base::source::SourcePath;

/// A diagnostic with its place in the text of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The diagnostic.
    pub diagnostic: Diagnostic,
    /// Its place.
    pub location: Location,
    /// The second place, if it has one.
    pub related: Option<Location>,
    /// The change that the hint proposes, and its file.
    pub edit: Option<(SourcePath, Edit)>,
}

/// A place in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file.
    pub file: SourcePath,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line in which it ends.
    pub end_line: usize,
    /// The column after its last character.
    pub end_column: usize,
    /// The first byte in the file's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Location {
    /// The bytes of the file's text.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Finds the places of diagnostics, and sorts them by file and place. Equal ones become one.
pub fn locate<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    text_of: impl Fn(&SourcePath) -> Option<Arc<str>>,
) -> Vec<Finding> {
    Locator::new(text_of).locate(diagnostics)
}

/// Finds places in the texts of files, one file after the other.
pub struct Locator<F> {
    text_of: F,
    sheet: Option<Sheet>,
    /// Files in which second places were. They are in no order, so several files are kept.
    related: HashMap<SourcePath, Sheet>,
}

/// The bytes of the files of second places that are kept at once.
const MAX_RELATED_BYTES: usize = 32 << 20;

/// The number of these files.
const MAX_RELATED_FILES: usize = 64;

impl<F: Fn(&SourcePath) -> Option<Arc<str>>> Locator<F> {
    /// A locator for files with these texts.
    pub fn new(text_of: F) -> Locator<F> {
        Locator {
            text_of,
            sheet: None,
            related: HashMap::new(),
        }
    }

    /// Finds the places of diagnostics, and sorts them by file and place. Equal ones become one.
    pub fn locate<'d>(
        &mut self,
        diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    ) -> Vec<Finding> {
        let diagnostics = diagnostics.into_iter();
        let findings = diagnostics.map(|diagnostic| self.finding(diagnostic));
        let mut findings: Vec<Finding> = findings.collect();
        findings.sort_by(|a, b| order(a).cmp(&order(b)));
        findings.dedup();
        findings
    }

    /// Finds a place.
    pub fn location(&mut self, place: &Place) -> Location {
        let known = self.sheet.take().filter(|sheet| sheet.file == place.file);
        let known = known.unwrap_or_else(|| Sheet::read(&place.file, &self.text_of));
        self.sheet.insert(known).find(&place.at)
    }

    fn related_location(&mut self, place: &Place) -> Location {
        if !self.related.contains_key(&place.file) {
            let kept: usize = self.related.values().map(|sheet| sheet.text.len()).sum();
            if kept > MAX_RELATED_BYTES || self.related.len() == MAX_RELATED_FILES {
                self.related.clear();
            }
        }
        let sheet = self.related.entry(place.file.clone());
        let sheet = sheet.or_insert_with(|| Sheet::read(&place.file, &self.text_of));
        sheet.find(&place.at)
    }

    fn edit(&mut self, fix: &Fix) -> Option<(SourcePath, Edit)> {
        let file = fix.place.file.clone();
        let is_last = self.sheet.as_ref().is_some_and(|it| it.file == file);
        let (location, sheet) = if is_last {
            (self.location(&fix.place), self.sheet.as_ref()?)
        } else {
            (self.related_location(&fix.place), self.related.get(&file)?)
        };
        Some((file, edit(fix, &location, &sheet.text, &self.text_of)?))
    }

    fn finding(&mut self, diagnostic: &Diagnostic) -> Finding {
        let related = diagnostic.related.as_deref();
        let related = related.map(|place| self.related_location(place));
        let location = self.location(&diagnostic.place);
        Finding {
            location,
            related,
            edit: diagnostic.fix.as_deref().and_then(|fix| self.edit(fix)),
            diagnostic: diagnostic.clone(),
        }
    }
}

fn order(finding: &Finding) -> impl Ord {
    let Finding {
        diagnostic,
        location,
        ..
    } = finding;
    (location, diagnostic.code, &diagnostic.args)
}

/// The text of a file, and where things are in it.
struct Sheet {
    file: SourcePath,
    text: Arc<str>,
    /// The first byte of each line but the first.
    lines: Vec<usize>,
    /// The number of characters before every [`BLOCK`] bytes, for columns in long lines.
    characters: Vec<usize>,
    /// The values of the text, once a path has been asked for. `None` in it if they cannot be read.
    tree: Option<Option<Node>>,
    keys: KeyIndex,
}

/// The number of bytes in which characters are counted again for each column.
const BLOCK: usize = 512;

/// The positions of the keys of large mappings of a tree, by the address of the mapping's entries.
#[derive(Default)]
struct KeyIndex(HashMap<usize, HashMap<String, usize>>);

impl KeyIndex {
    /// In a smaller mapping, a key is found as fast without.
    const MIN_ENTRIES: usize = 32;

    fn find<'e>(&mut self, entries: &'e [Entry], key: &str) -> Option<&'e Entry> {
        if entries.len() < Self::MIN_ENTRIES {
            return entries.iter().find(|entry| entry.key == key);
        }
        let positions = self.0.entry(entries.as_ptr().addr()).or_insert_with(|| {
            // Of equal keys, the first is the last to be inserted.
            let entries = entries.iter().enumerate().rev();
            entries.map(|(at, entry)| (entry.key.clone(), at)).collect()
        });
        entries.get(*positions.get(key)?)
    }
}

impl Sheet {
    fn read(file: &SourcePath, text_of: &impl Fn(&SourcePath) -> Option<Arc<str>>) -> Sheet {
        let text = text_of(file).unwrap_or_else(|| "".into());
        let lines = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut count = 0;
        let blocks = text.as_bytes().chunks(BLOCK);
        let characters = std::iter::once(0).chain(blocks.map(|block| {
            count += characters_in(block);
            count
        }));
        Sheet {
            file: file.clone(),
            lines: lines.collect(),
            characters: characters.collect(),
            text,
            tree: None,
            keys: KeyIndex::default(),
        }
    }

    fn find(&mut self, at: &At) -> Location {
        let span = self.span(at);
        let start = self.text.floor_char_boundary(span.start);
        let end = trimmed_end(&self.text, start, span.end);
        let end = self.text.floor_char_boundary(end).max(start);
        let (line, column) = self.position(start);
        let (end_line, end_column) = self.position(end);
        Location {
            file: self.file.clone(),
            line,
            column,
            end_line,
            end_column,
            start,
            end,
        }
    }

    /// The line and the column of a byte, both from 1.
    fn position(&self, at: usize) -> (usize, usize) {
        let breaks = self.lines.partition_point(|line| *line <= at);
        let above = self.lines.get(..breaks).unwrap_or_default();
        let line_start = above.last().copied().unwrap_or(0);
        let column = self.characters_before(at) - self.characters_before(line_start);
        (breaks + 1, column + 1)
    }

    fn characters_before(&self, at: usize) -> usize {
        let block = at / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..at);
        let before = self.characters.get(block).copied().unwrap_or_default();
        before + characters_in(rest.unwrap_or_default())
    }

    fn span(&mut self, at: &At) -> Range<usize> {
        match at {
            At::Whole => 0..0,
            At::Span(span) => span.range(),
            At::Key(_) | At::Value(_) => {
                let tree = self
                    .tree
                    .get_or_insert_with(|| tree(&self.file, &self.text));
                let keys = &mut self.keys;
                let mut entry = |entries, key: &str| keys.find(entries, key);
                tree.as_ref()
                    .map_or(0..0, |tree| tree.locate(at, &mut entry))
            }
        }
    }
}

/// The number of characters that begin in these bytes of a text.
fn characters_in(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .filter(|byte| **byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

fn tree(file: &SourcePath, text: &str) -> Option<Node> {
    if file.as_str().ends_with(".toml") {
        return toml::tree(file, text).ok();
    }
    yaml::tree(file, text, yaml_of(file, text)?).ok()
}

/// The end of a span without the white space that ends a YAML block.
fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    text.get(start..end).map_or(end, |span| {
        start + span.trim_end_matches([' ', '\t', '\r', '\n']).len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::code::Code;
    use crate::base::diagnostic::NodePath;

    const PAGE: &str = "---\ntitle: Città\nseats:\n  - {id: è, from: [a]}\n---\n";
    const LIST: &str = "bodies:\n  - id: uno\n";

    fn text_of(file: &SourcePath) -> Option<Arc<str>> {
        match file.as_str() {
            "a.md" => Some(PAGE.into()),
            "b.yaml" => Some(LIST.into()),
            _ => None,
        }
    }

    fn value(file: &str, path: NodePath) -> Diagnostic {
        let file = SourcePath::new(file);
        let at = At::Value(path);
        Diagnostic::new(Code::MissingKey, Place { file, at })
    }

    fn places(diagnostics: &[Diagnostic]) -> Vec<String> {
        let findings = locate(diagnostics, text_of);
        let place = |it: &Location| format!("{}:{}:{}", it.file, it.line, it.column);
        let places = findings.iter().map(|it| {
            let text = text_of(&it.location.file).unwrap_or_else(|| "".into());
            format!("{} {}", place(&it.location), &text[it.location.span()])
        });
        places.collect()
    }

    #[test]
    fn a_path_is_followed_to_the_value() {
        let root = NodePath::default();
        let seat = root.key("seats").index(0);
        let all = [
            value("b.yaml", root.key("bodies").index(0).key("id")),
            value("a.md", seat.key("from").index(0)),
            value("a.md", seat.key("id")),
            value("a.md", root.key("title")),
            value("gone.md", root.key("title")),
        ];
        let expected = [
            "a.md:2:8 Città",
            "a.md:4:10 è",
            "a.md:4:20 a",
            "b.yaml:2:9 uno",
            "gone.md:1:1 ",
        ];
        assert_eq!(places(&all), expected);
    }

    #[test]
    fn equal_diagnostics_become_one() {
        let title = || value("a.md", NodePath::default().key("title"));
        assert_eq!(places(&[title(), title()]).len(), 1);
    }

    #[test]
    fn a_span_beyond_the_text_or_within_a_character_is_moved() {
        let file = SourcePath::new("a.md");
        let start = PAGE.find('à').unwrap();
        let spans = [start + 1..start + 3, 900..905];
        let all = spans.map(|span| Diagnostic::new(Code::BadId, Place::span(&file, span)));
        let expected = ["a.md:2:12 à", "a.md:6:1 "];
        assert_eq!(places(&all), expected);
    }
}
