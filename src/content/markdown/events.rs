//! The events of pulldown-cmark in pieces, in which one can look ahead. Each event has its bytes in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

/// The extensions of CommonMark that are read.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// An event and its bytes in the file.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// The events of a piece of a text: up to the end of a block, or of a footnote, which may be left out whole. Nobody looks
/// further ahead than that. The events of a whole text would take many times its memory.
#[derive(Default)]
pub(super) struct Events<'a> {
    list: Vec<Placed<'a>>,
    /// The bytes of the definition that a reference link uses, by the number of the link's event.
    definitions: BTreeMap<usize, Range<usize>>,
}

/// The pieces of a text, in order.
pub(super) struct Pieces<'a> {
    parser: OffsetIter<'a>,
    /// Where the text begins in the file.
    start: usize,
}

/// The pieces of the text that begins at byte `start` of a file.
pub(super) fn pieces(source: &str, start: usize) -> Pieces<'_> {
    let markdown = source.get(start..).unwrap_or_default();
    let parser = Parser::new_ext(markdown, OPTIONS).into_offset_iter();
    Pieces { parser, start }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Events<'a>;

    fn next(&mut self) -> Option<Events<'a>> {
        let mut piece = Events::default();
        let mut open_notes = 0_usize;
        while let Some((event, span)) = self.parser.next() {
            let definitions = self.parser.reference_definitions();
            if let Some(definition) = reference(&event).and_then(|label| definitions.get(label)) {
                let span = shifted(&definition.span, self.start);
                piece.definitions.insert(piece.list.len(), span);
            }
            let mut is_end = false;
            match &event {
                Event::Start(Tag::FootnoteDefinition(_)) => open_notes += 1,
                Event::End(end) => {
                    if *end == TagEnd::FootnoteDefinition {
                        open_notes = open_notes.saturating_sub(1);
                    }
                    is_end = open_notes == 0 && !is_inline_end(*end);
                }
                _ => {}
            }
            piece.list.push((event, shifted(&span, self.start)));
            if is_end {
                return Some(piece);
            }
        }
        (!piece.list.is_empty()).then_some(piece)
    }
}

fn shifted(span: &Range<usize>, start: usize) -> Range<usize> {
    span.start + start..span.end + start
}

/// Appends a text with its white space collapsed to single spaces.
fn push_collapsed(text: &str, into: &mut String) {
    for c in text.chars() {
        if !c.is_whitespace() {
            into.push(c);
        } else if !into.is_empty() && !into.ends_with(' ') {
            into.push(' ');
        }
    }
}

/// Whether an event is one of blocks, not of text within a block.
fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !is_inline_end(tag.to_end()),
        Event::End(end) => !is_inline_end(*end),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    }
}

/// Whether event `at` begins a line of its block.
pub(super) fn begins_line(events: &Events, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| events.get(before));
    before.is_none_or(|(event, _)| {
        is_block(event) || matches!(event, Event::SoftBreak | Event::HardBreak)
    })
}

/// Whether a line break comes before event `at`.
pub(super) fn continues_block(events: &Events, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| events.get(before));
    before.is_some_and(|(event, _)| matches!(event, Event::SoftBreak | Event::HardBreak))
}

impl<'a> Events<'a> {
    pub(super) fn get(&self, at: usize) -> Option<&Placed<'a>> {
        self.list.get(at)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.list.iter()
    }

    /// The events after number `from` and before number `to`.
    pub(super) fn between(&self, from: usize, to: usize) -> &[Placed<'a>] {
        self.list.get(from + 1..to).unwrap_or_default()
    }

    /// The number of the end of the element that starts at number `at`.
    pub(super) fn end_of(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        let rest = self.list.iter().enumerate().skip(at);
        for (number, (event, _)) in rest {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return number;
            }
        }
        self.list.len()
    }

    /// The number of the first event from `at` on that belongs to blocks.
    pub(super) fn end_of_inline(&self, at: usize) -> usize {
        self.find_from(at, is_block)
    }

    /// The number of the first event from `at` on that is not text, code or a tag.
    pub(super) fn end_of_words(&self, at: usize) -> usize {
        self.find_from(at, |event| {
            !matches!(
                event,
                Event::Text(_) | Event::Code(_) | Event::InlineHtml(_)
            )
        })
    }

    fn find_from(&self, at: usize, is_wanted: impl Fn(&Event) -> bool) -> usize {
        let mut rest = self.list.iter().skip(at);
        let length = rest.position(|(event, _)| is_wanted(event));
        length.map_or(self.list.len(), |length| at + length)
    }

    /// The words inside the element that starts at `at` and ends at `end`, without markup.
    pub(super) fn words(&self, at: usize, end: usize) -> String {
        let mut words = String::new();
        for (event, _) in self.between(at, end) {
            match event {
                Event::Text(text) | Event::Code(text) => push_collapsed(text, &mut words),
                Event::SoftBreak | Event::HardBreak => push_collapsed(" ", &mut words),
                _ => {}
            }
        }
        words.truncate(words.trim_end().len());
        words
    }

    /// The bytes of the definition that the reference link at `at` uses.
    pub(super) fn definition(&self, at: usize) -> Option<Range<usize>> {
        self.definitions.get(&at).cloned()
    }
}

/// The label of a reference link or image. Returns `None` for other events.
fn reference<'e>(event: &'e Event) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. })
            if matches!(
                link_type,
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
            ) =>
        {
            Some(id)
        }
        _ => None,
    }
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
