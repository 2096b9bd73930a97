//! The state of the walk through a text, and what it collects.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::anchors::AnchorSet;
use super::events::pieces;
use super::footnotes::Footnotes;
use super::html_buffer::HtmlBuffer;
use super::sanitize;
use super::{HtmlPolicy, ParsedText, Segment, TextContext, TextLink};
use crate::base::code::Code;
use crate::base::component::ThemeInterface;
use crate::base::compressed::Compressed;
use crate::base::diagnostic::{At, Diagnostic, Place};
use crate::base::source::SourcePath;

/// The state of the walk through a text.
pub(super) struct Renderer<'s> {
    pub(super) file: &'s SourcePath,
    pub(super) source: &'s str,
    pub(super) html: HtmlPolicy,
    pub(super) theme: &'s ThemeInterface,
    pub(super) anchors: AnchorSet,
    pub(super) footnotes: Footnotes,
    /// The result, but for the links and the segments, which are compressed at the end.
    pub(super) text: ParsedText,
    pub(super) links: Vec<TextLink>,
    found: Vec<Diagnostic>,
    /// The HTML that is being written: that of the text, of the innermost open call, or of a footnote.
    pub(super) out: HtmlBuffer,
    /// The HTML around it, the innermost last.
    outer: Vec<HtmlBuffer>,
    /// The calls whose closing tag is still to come.
    pub(super) open_calls: Vec<OpenCall>,
    /// The number of open calls that nest too deep and are not rendered.
    pub(super) calls_too_deep: usize,
    /// The open blocks that contain blocks, each with a number of its own.
    pub(super) containers: Vec<usize>,
    pub(super) containers_seen: usize,
    /// The labels of the footnotes that are being written.
    pub(super) footnote_labels: Vec<String>,
    pub(super) table: Table,
    pub(super) in_code: bool,
    pub(super) in_link: bool,
}

/// A component call whose closing tag is still to come.
pub(super) struct OpenCall {
    pub(super) name: String,
    /// Its index among the calls of the text.
    pub(super) number: usize,
    /// The number of the block that contains it, 0 for the text itself.
    pub(super) container: usize,
    /// Whether a fault of it was reported already.
    pub(super) reported: bool,
}

/// The table that is being written. Tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// The element of the cell that is open: `th` or `td`.
    pub(super) cell: &'static str,
    /// The end of the cell before, in the file.
    pub(super) end: usize,
}

impl<'s> Renderer<'s> {
    pub(super) fn new(
        file: &'s SourcePath,
        source: &'s str,
        start: usize,
        context: TextContext<'s>,
    ) -> Renderer<'s> {
        let mut anchors = AnchorSet::new(context.reserved, &context.theme.ids);
        let text = source.get(start..).unwrap_or_default();
        if text.contains('{') {
            anchors.reserve_explicit(pieces(source, start));
        }
        let footnotes = match text.contains("[^") {
            true => Footnotes::new(pieces(source, start), &mut anchors),
            false => Footnotes::default(),
        };
        Renderer {
            file,
            source,
            html: context.html,
            theme: context.theme,
            anchors,
            footnotes,
            text: ParsedText::default(),
            links: Vec::new(),
            found: Vec::new(),
            out: HtmlBuffer::default(),
            outer: Vec::new(),
            open_calls: Vec::new(),
            calls_too_deep: 0,
            containers: Vec::new(),
            containers_seen: 0,
            footnote_labels: Vec::new(),
            table: Table::default(),
            in_code: false,
            in_link: false,
        }
    }

    /// Begins to write into a new buffer.
    pub(super) fn open_buffer(&mut self) {
        self.outer.push(std::mem::take(&mut self.out));
    }

    /// Ends the buffer and returns its segments. If the elements in it nest too deep, `span` is reported.
    pub(super) fn close_buffer(&mut self, span: &Range<usize>) -> Vec<Segment> {
        let outer = self.outer.pop().unwrap_or_default();
        let buffer = std::mem::replace(&mut self.out, outer);
        let (segments, too_deep) = sanitize::segments(buffer, self.source);
        if too_deep {
            self.report(Code::HtmlRemoved, span, |found| {
                found.text("html", "").hint("too-deep")
            });
        }
        segments
    }

    /// Reports a fault. `with` adds its details.
    pub(super) fn report(
        &mut self,
        code: Code,
        span: &Range<usize>,
        with: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let place = Place::span(self.file, span.clone());
        self.found.push(with(Diagnostic::new(code, place)));
    }

    pub(super) fn finish(mut self) -> (ParsedText, Vec<Diagnostic>) {
        self.close_calls(0);
        let whole = 0..self.source.len();
        let mut segments = self.close_buffer(&whole);
        self.footnotes.write(&mut segments);
        self.text.segments = Compressed::of(&segments);
        self.text.links = Compressed::of(&self.links);
        self.text.shrink();
        self.found.sort_by_key(|found| match &found.place.at {
            At::Span(span) => span.range().start,
            _ => 0,
        });
        (self.text, self.found)
    }
}
