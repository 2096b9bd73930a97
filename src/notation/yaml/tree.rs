//! YAML as a tree of nodes with places, from the events of `saphyr-parser`.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::offsets::Offsets;
use super::{MAX_DEPTH, syntax_fault};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::source::SourcePath;
use crate::notation::tree::{Entry, Node, Style, Value};

pub(super) struct Fault {
    /// What an editor is told.
    pub diagnostic: Diagnostic,
    /// The byte of the source at which the reader met it, which may be after its place.
    pub met: usize,
}

impl Fault {
    /// A fault that is met where it is.
    pub(super) fn new(file: &SourcePath, code: Code, range: Range<usize>) -> Fault {
        Fault {
            met: range.start,
            diagnostic: Diagnostic::new(code, Place::span(file, range)),
        }
    }
}

/// Reads `source[range]` as far as it can be read. Returns the fault at which the tree ends, if any.
pub(super) fn read_tree(
    file: &SourcePath,
    source: &str,
    range: Range<usize>,
) -> (Node, Option<Fault>) {
    let start = range.start;
    let mut text = source.get(range).unwrap_or_default();
    let mut fault = None;
    if let Some(at) = syntax_fault::control_character(text) {
        text = text.get(..at).unwrap_or_default();
        let here = start + at..start + at;
        fault = Some(Fault::new(file, Code::YamlSyntax, here));
    }
    // `serde_yaml` takes a tab behind a colon for a space, which `saphyr-parser` does not.
    let spaced = text.replace(":\t", ": ");
    let text = spaced.as_str();
    let mut builder = Builder::new(file, Offsets::new(text, start));
    let fault = fault.or(builder.read(source, text).err().map(|fault| *fault));
    (builder.finish(start), fault)
}

/// Reads the value at a key of the outermost mapping, and no further. Its span counts characters.
pub(super) fn read_key(file: &SourcePath, text: &str, key: &str) -> Option<Node> {
    let mut builder = Builder::new(file, Offsets::none());
    // As for a whole text.
    let spaced = text.replace(":\t", ": ");
    let mut parser = Parser::new_from_str(&spaced);
    while let Some(Ok((event, span))) = parser.next_event() {
        // Spans count characters here, which `without_comment` cannot cut in a source of bytes.
        builder.accept("", event, span).ok()?;
        if let [Open::Mapping { entries, .. }] = builder.open.as_mut_slice()
            && let Some(entry) = entries.pop_if(|entry| entry.key == key)
        {
            return Some(entry.value);
        }
    }
    None
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

struct Builder<'a> {
    file: &'a SourcePath,
    offsets: Offsets,
    open: Vec<Open>,
    root: Option<Node>,
}

impl<'a> Builder<'a> {
    fn new(file: &'a SourcePath, offsets: Offsets) -> Builder<'a> {
        Builder {
            file,
            offsets,
            open: Vec::new(),
            root: None,
        }
    }

    fn read(&mut self, source: &str, text: &str) -> Result<(), Box<Fault>> {
        let mut parser = Parser::new_from_str(text);
        while let Some(next) = parser.next_event() {
            match next {
                Ok((event, span)) => self.accept(source, event, span)?,
                Err(error) => {
                    let at = self.offsets.byte(error.marker().index());
                    let open = self.open.last().map(Open::start);
                    let (code, place) = syntax_fault::blame(source, error.info(), at, open);
                    let fault = Fault::new(self.file, code, place);
                    return Err(Box::new(Fault { met: at, ..fault }));
                }
            }
        }
        Ok(())
    }

    fn accept(&mut self, source: &str, event: Event<'_>, span: Span) -> Result<(), Box<Fault>> {
        let range = self.offsets.range(span);
        if is_alias_or_tag(&event) {
            return Err(self.refuse(Code::YamlAlias, range));
        }
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if self.open.len() >= MAX_DEPTH => {
                return Err(self.refuse(Code::TooDeep, range));
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(self.refuse(Code::YamlSyntax, range));
            }
            Event::Scalar(text, style, ..) => {
                let range = without_comment(source, range);
                self.add(scalar(&text, style, range));
            }
            Event::SequenceStart(..) => self.open.push(Open::List {
                start: range.start,
                items: Vec::new(),
            }),
            Event::MappingStart(..) => self.open.push(Open::Mapping {
                start: range.start,
                entries: Vec::new(),
                key: None,
            }),
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            _ => {}
        }
        Ok(())
    }

    fn refuse(&self, code: Code, range: Range<usize>) -> Box<Fault> {
        Box::new(Fault::new(self.file, code, range))
    }

    /// Ends the innermost list or mapping: at its bracket, or at the end of its last item.
    fn close(&mut self, bracket: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let start = open.start();
        let (last, value) = match open {
            Open::List { items, .. } => {
                (items.last().map(|item| item.span.end), Value::List(items))
            }
            Open::Mapping { entries, .. } => (
                entries.last().map(|entry| entry.value.span.end),
                Value::Mapping(entries),
            ),
        };
        let last = last.filter(|_| bracket.is_empty());
        let span = start..last.unwrap_or(bracket.end).max(start);
        self.add(Node { span, value });
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
                None => *key = Some((key_text(&node), node.span)),
            },
        }
    }

    /// The tree; what is still open at a fault ends there.
    fn finish(mut self, start: usize) -> Node {
        while !self.open.is_empty() {
            self.close(start..start);
        }
        self.root.unwrap_or(Node {
            span: start..start,
            value: Value::Null,
        })
    }
}

impl Open {
    fn start(&self) -> usize {
        match self {
            Open::List { start, .. } | Open::Mapping { start, .. } => *start,
        }
    }
}

fn is_alias_or_tag(event: &Event<'_>) -> bool {
    match event {
        Event::Alias(_) => true,
        Event::Scalar(_, _, anchor, tag)
        | Event::SequenceStart(anchor, tag)
        | Event::MappingStart(anchor, tag) => *anchor > 0 || tag.is_some(),
        _ => false,
    }
}

/// The text of a key. No type has a key that is a list or mapping; an empty one is unknown to all.
fn key_text(node: &Node) -> String {
    match &node.value {
        Value::Scalar(text, _) => text.clone(),
        _ => String::new(),
    }
}

/// The bytes of a value. The parser takes a comment behind a text in quotes for a part of it.
fn without_comment(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let mut letters = text.char_indices();
    let Some((_, quote @ ('"' | '\''))) = letters.next() else {
        return range;
    };
    let mut end = text.len();
    while let Some((at, letter)) = letters.next() {
        let is_pair = |it: &str| it.starts_with(quote) && quote == '\'';
        if letter == '\\' && quote == '"' || letter == quote && is_pair(letters.as_str()) {
            letters.next();
        } else if letter == quote {
            end = at + 1;
            break;
        }
    }
    range.start..range.start + end
}

fn scalar(text: &str, style: ScalarStyle, span: Range<usize>) -> Node {
    let bare = style == ScalarStyle::Plain;
    let value = match text {
        "" | "~" | "null" | "Null" | "NULL" if bare => Value::Null,
        _ if bare => Value::Scalar(text.to_owned(), Style::Bare),
        _ => Value::Scalar(text.to_owned(), Style::Quoted),
    };
    Node { span, value }
}
