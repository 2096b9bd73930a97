//! The only door to YAML.
//!
//! Good text is read by `serde_yaml`, the user's choice. It is no longer developed, so nothing
//! outside this file names it. Positions come from `saphyr-parser`, on the way to an error report
//! only. The notation is a part of YAML: anchors, aliases and tags are refused, which also keeps
//! "billion laughs" documents out.

use std::io;
use std::ops::Range;

use borsh::{BorshDeserialize, BorshSerialize};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde::{Deserialize, Serialize};

use super::check;
use super::node::{Entry, Node, Style, Value};
use super::salvage::salvage;
use super::shape::Typed;
use super::slips;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;

/// The value of an open map (`extra:`), whose keys are a theme author's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Free(serde_yaml::Value);

impl BorshSerialize for Free {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let text = match &self.0 {
            serde_yaml::Value::Null => String::new(),
            value => serde_yaml::to_string(value).map_err(io::Error::other)?,
        };
        BorshSerialize::serialize(&text, writer)
    }
}

impl BorshDeserialize for Free {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let text = String::deserialize_reader(reader)?;
        if text.is_empty() {
            return Ok(Free::default());
        }
        serde_yaml::from_str(&text).map_err(io::Error::other)
    }
}

/// No page needs values nested deeper than this; a seat's channel is at seven.
const MAX_DEPTH: usize = 32;

/// Reads the YAML in `source[range]`: the value, and every fault of syntax or shape, placed in the
/// whole `source`. A value with faults is what can still be told of it.
pub fn read<T: Typed>(
    file: &SourcePath,
    source: &str,
    range: Range<usize>,
) -> (Option<T>, Vec<Diagnostic>) {
    let text = source.get(range.clone()).unwrap_or_default();
    let failure = match parse::<T>(text) {
        Ok(value) if !may_use_anchors(text) => return (Some(value), Vec::new()),
        Ok(value) => {
            return match tree(file, source, range) {
                Ok(_) => (Some(value), Vec::new()),
                Err(fault) => (None, vec![*fault]),
            };
        }
        Err(failure) => failure,
    };
    let tree = match tree(file, source, range.clone()) {
        Ok(tree) => tree,
        Err(fault) => return (None, vec![*fault]),
    };
    let faults = check::check(file, &tree, T::SHAPE);
    if faults.is_empty() {
        return (None, vec![unexplained(file, text, range.start, failure)]);
    }
    (salvage(file, tree), faults)
}

fn parse<T: Typed>(text: &str) -> Result<T, Option<serde_yaml::Error>> {
    if slips::nests_deeper(text, MAX_DEPTH) {
        return Err(None);
    }
    match serde_yaml::from_str::<Option<T>>(text) {
        Ok(Some(value)) => Ok(value),
        // Nothing at all is a mapping without keys.
        Ok(None) => serde_yaml::from_str::<T>("{}").map_err(Some),
        Err(error) => Err(Some(error)),
    }
}

/// Reads YAML into a tree with positions.
///
/// # Errors
/// The first fault of syntax, or the first use of what the notation leaves out.
pub fn tree(file: &SourcePath, source: &str, range: Range<usize>) -> Result<Node, Box<Diagnostic>> {
    let text = source.get(range.clone()).unwrap_or_default();
    let mut builder = Builder {
        file,
        offsets: Offsets::new(text, range.start),
        open: Vec::new(),
        root: None,
    };
    if let Some(at) = slips::control_character(text).map(|at| range.start + at) {
        let fault = Diagnostic::new(Code::YamlSyntax, Place::span(file, at..at));
        return Err(Box::new(
            fault.label("detail", "detail-control").hint("control"),
        ));
    }
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => builder.accept(event, span)?,
            Err(error) => {
                let at = builder.offsets.byte(error.marker().index());
                return Err(Box::new(builder.slip(source, error.info(), at)));
            }
        }
    }
    Ok(builder.root.unwrap_or(Node {
        span: range.start..range.start,
        value: Value::Null,
    }))
}

/// A cheap look: whether it can hold an anchor, an alias or a tag at all.
fn may_use_anchors(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .windows(2)
        .any(|pair| matches!(pair, [b'&' | b'*' | b'!', next] if !next.is_ascii_whitespace()))
        || bytes.last().is_some_and(|last| *last == b'!')
}

/// What serde refused and the shape allows: reported in the parser's own words rather than not at all.
fn unexplained(
    file: &SourcePath,
    text: &str,
    start: usize,
    error: Option<serde_yaml::Error>,
) -> Diagnostic {
    let at = error
        .as_ref()
        .and_then(serde_yaml::Error::location)
        .map_or(0, |at| at.index().min(text.len()));
    let detail = error.map(|error| error.to_string()).unwrap_or_default();
    Diagnostic::new(Code::YamlSyntax, Place::span(file, start + at..start + at))
        .text("detail", detail)
}

/// From the parser's character positions to bytes of the source.
struct Offsets {
    bytes: Vec<usize>,
    end: usize,
}

impl Offsets {
    fn new(text: &str, start: usize) -> Offsets {
        Offsets {
            bytes: text.char_indices().map(|(at, _)| start + at).collect(),
            end: start + text.len(),
        }
    }

    fn byte(&self, char_index: usize) -> usize {
        self.bytes.get(char_index).copied().unwrap_or(self.end)
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }
}

/// A list or mapping whose end has not come yet.
enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Mapping {
        start: usize,
        entries: Vec<Entry>,
        key: Option<(String, Range<usize>)>,
    },
}

impl Open {
    fn start(&self) -> usize {
        match self {
            Open::List { start, .. } | Open::Mapping { start, .. } => *start,
        }
    }
}

struct Builder<'a> {
    file: &'a SourcePath,
    offsets: Offsets,
    open: Vec<Open>,
    root: Option<Node>,
}

impl Builder<'_> {
    fn accept(&mut self, event: Event<'_>, span: Span) -> Result<(), Box<Diagnostic>> {
        let range = self.offsets.range(span);
        match event {
            Event::Alias(_) => return Err(self.refuse(Code::YamlAlias, range)),
            Event::Scalar(_, _, anchor, tag) if anchor > 0 || tag.is_some() => {
                return Err(self.refuse(Code::YamlAlias, range));
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag)
                if anchor > 0 || tag.is_some() =>
            {
                return Err(self.refuse(Code::YamlAlias, range));
            }
            Event::SequenceStart(..) | Event::MappingStart(..) if self.open.len() >= MAX_DEPTH => {
                return Err(self.refuse(Code::TooDeep, range));
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(Box::new(
                    Diagnostic::new(Code::YamlSyntax, Place::span(self.file, range))
                        .label("detail", "detail-documents")
                        .hint("documents"),
                ));
            }
            Event::Scalar(text, style, ..) => self.add(scalar(&text, style, range)),
            Event::SequenceStart(..) => self.open.push(Open::List {
                start: range.start,
                items: Vec::new(),
            }),
            Event::MappingStart(..) => {
                self.open.push(Open::Mapping {
                    start: range.start,
                    entries: Vec::new(),
                    key: None,
                });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    /// What the parser met at byte `at`.
    fn slip(&self, source: &str, info: &str, at: usize) -> Diagnostic {
        let open = self.open.last().map(Open::start);
        let (code, range) = slips::blame(source, info, at, open);
        let fault = Diagnostic::new(code, Place::span(self.file, range)).text("detail", info);
        match slips::advice(info).filter(|_| code == Code::YamlSyntax) {
            Some(hint) => fault.hint(hint),
            None => fault,
        }
    }

    fn refuse(&self, code: Code, range: Range<usize>) -> Box<Diagnostic> {
        Box::new(Diagnostic::new(code, Place::span(self.file, range)))
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List { start, items }) => {
                let end = items.last().map_or(end, |item| item.span.end.max(start));
                Node {
                    span: start..end,
                    value: Value::List(items),
                }
            }
            Some(Open::Mapping { start, entries, .. }) => {
                let end = entries
                    .last()
                    .map_or(end, |entry| entry.value.span.end.max(start));
                Node {
                    span: start..end,
                    value: Value::Mapping(entries),
                }
            }
            None => return,
        };
        self.add(node);
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Mapping { entries, key, .. }) => match key.take() {
                Some((key, key_span)) => entries.push(Entry {
                    key,
                    key_span,
                    value: node,
                }),
                // A list or mapping as a key is no key of ours; its empty name is unknown to every type.
                None => *key = Some((key_text(&node), node.span)),
            },
        }
    }
}

fn key_text(node: &Node) -> String {
    match &node.value {
        Value::Scalar(text, _) => text.clone(),
        _ => String::new(),
    }
}

fn scalar(text: &str, style: ScalarStyle, span: Range<usize>) -> Node {
    let plain = style == ScalarStyle::Plain;
    let value = match text {
        "" | "~" | "null" | "Null" | "NULL" if plain => Value::Null,
        _ => Value::Scalar(
            text.to_owned(),
            if plain { Style::Plain } else { Style::Text },
        ),
    };
    Node { span, value }
}
