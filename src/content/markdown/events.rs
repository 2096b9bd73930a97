//! pulldown-cmark's events as a list with places in the file, so that one may look ahead.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

/// What Markdown there is beyond CommonMark.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// An event and its bytes in the file.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// A text as a list of events, starts and ends balanced.
pub(super) struct Events<'a> {
    list: Vec<Placed<'a>>,
    /// The bytes of the definition that a reference link uses, by the number of its event.
    definitions: BTreeMap<usize, Range<usize>>,
}

/// Reads the Markdown that begins at byte `start`.
pub(super) fn read(source: &str, start: usize) -> Events<'_> {
    let markdown = source.get(start..).unwrap_or_default();
    let mut parser = Parser::new_ext(markdown, OPTIONS).into_offset_iter();
    let mut events = Events {
        list: Vec::new(),
        definitions: BTreeMap::new(),
    };
    while let Some((event, span)) = parser.next() {
        if let Some(label) = reference(&event)
            && let Some(definition) = parser.reference_definitions().get(label)
        {
            let span = definition.span.start + start..definition.span.end + start;
            events.definitions.insert(events.list.len(), span);
        }
        events
            .list
            .push((event, span.start + start..span.end + start));
    }
    events
}

/// White space folded to single spaces, appended to what is there.
pub(super) fn fold(text: &str, into: &mut String) {
    for c in text.chars() {
        if !c.is_whitespace() {
            into.push(c);
        } else if !into.is_empty() && !into.ends_with(' ') {
            into.push(' ');
        }
    }
}

/// Whether an event stands between blocks rather than inside a line of text.
pub(super) fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => is_block_tag(tag),
        Event::End(end) => !is_inline_end(*end),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    }
}

impl<'a> Events<'a> {
    /// The event of this number.
    pub(super) fn get(&self, at: usize) -> Option<&Placed<'a>> {
        self.list.get(at)
    }

    /// All events.
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

    /// The number of the first event from `at` on that is not part of the same line of text.
    pub(super) fn end_of_line_of_text(&self, at: usize) -> usize {
        self.list
            .iter()
            .skip(at)
            .position(|(event, _)| is_block(event))
            .map_or(self.list.len(), |length| at + length)
    }

    /// The number of the first event from `at` on that is not a word, code or a tag.
    pub(super) fn end_of_words(&self, at: usize) -> usize {
        let is_word = |event: &Event| {
            matches!(
                event,
                Event::Text(_) | Event::Code(_) | Event::InlineHtml(_)
            )
        };
        self.list
            .iter()
            .skip(at)
            .position(|(event, _)| !is_word(event))
            .map_or(self.list.len(), |length| at + length)
    }

    /// The words inside the element that starts at `at` and ends at `end`.
    pub(super) fn words(&self, at: usize, end: usize) -> String {
        let mut words = String::new();
        for (event, _) in self.between(at, end) {
            match event {
                Event::Text(text) | Event::Code(text) => fold(text, &mut words),
                Event::SoftBreak | Event::HardBreak => fold(" ", &mut words),
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

/// Several events' text in one, with the way back to the places.
#[derive(Default)]
pub(super) struct Run {
    /// The text.
    pub(super) text: String,
    /// Where each event's text begins in `text`, and its bytes in the file.
    parts: Vec<(usize, Range<usize>)>,
}

impl Run {
    /// Appends the text of an event.
    pub(super) fn push(&mut self, text: &str, span: &Range<usize>) {
        self.parts.push((self.text.len(), span.clone()));
        self.text.push_str(text);
    }

    /// The bytes in the file of these bytes of the text.
    ///
    /// Exact where the text stands in the file as it is; the event's whole bytes where it does not
    /// (an entity, a backslash).
    pub(super) fn place(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.locate(bytes.start).0;
        let end = self.locate(bytes.end.saturating_sub(1)).1;
        start..end.max(start)
    }

    /// The first and the last byte in the file that a byte of the text may stand for.
    fn locate(&self, byte: usize) -> (usize, usize) {
        let number = self.parts.partition_point(|(from, _)| *from <= byte);
        let Some((from, span)) = self.parts.get(number.saturating_sub(1)) else {
            return (0, 0);
        };
        let until = self
            .parts
            .get(number)
            .map_or(self.text.len(), |(from, _)| *from);
        if until - from == span.len() {
            let start = span.start + byte.saturating_sub(*from);
            (start, start + 1)
        } else {
            (span.start, span.end)
        }
    }
}

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

fn is_block_tag(tag: &Tag) -> bool {
    !is_inline_end(tag.to_end())
}

fn is_inline_end(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
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
