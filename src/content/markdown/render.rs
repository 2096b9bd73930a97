//! Events become HTML: the walk through a text, and what it gathers on the way.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::anchors::Anchors;
use super::components::OpenCall;
use super::events::Events;
use super::footnotes::Footnotes;
use super::frame::Frame;
use super::sanitize;
use super::{HtmlPolicy, Link, Piece, Settings, Text};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::packed::Packed;
use crate::base::source::SourcePath;

/// Renders a text.
pub(super) fn render(
    file: &SourcePath,
    source: &str,
    events: &Events,
    reserved: &[&str],
    settings: Settings,
) -> (Text, Vec<Diagnostic>) {
    let mut anchors = Anchors::new(reserved, events);
    let footnotes = Footnotes::new(events, &mut anchors);
    let mut renderer = Renderer {
        file,
        source,
        html: settings.html,
        anchors,
        footnotes,
        text: Text::default(),
        links: Vec::new(),
        found: Vec::new(),
        frames: vec![Frame::default()],
        spare: Frame::default(),
        calls: Vec::new(),
        calls_too_deep: 0,
        containers: Vec::new(),
        containers_seen: 0,
        footnote_labels: Vec::new(),
        table: Table::default(),
        in_code: false,
        in_link: false,
    };
    let mut at = 0;
    while let Some((event, span)) = events.get(at) {
        at = renderer.step(events, at, event, span);
    }
    renderer.finish()
}

/// The state of the walk.
pub(super) struct Renderer<'s> {
    pub(super) file: &'s SourcePath,
    pub(super) source: &'s str,
    pub(super) html: HtmlPolicy,
    pub(super) anchors: Anchors,
    pub(super) footnotes: Footnotes,
    /// What comes of the text, but for its links and pieces, which are put into it when they are all there.
    pub(super) text: Text,
    pub(super) links: Vec<Link>,
    pub(super) found: Vec<Diagnostic>,
    /// Where HTML is written to: the text itself, in it the bodies of calls and a footnote.
    frames: Vec<Frame>,
    /// Takes what is written when no frame is open; there always is one.
    spare: Frame,
    /// The calls whose closing tag is still to come.
    pub(super) calls: Vec<OpenCall>,
    /// How many calls are open that nest too deep to be taken.
    pub(super) calls_too_deep: usize,
    /// The blocks that hold blocks and are open, each with a number of its own.
    pub(super) containers: Vec<usize>,
    pub(super) containers_seen: usize,
    /// The footnotes that are being written.
    footnote_labels: Vec<String>,
    pub(super) table: Table,
    pub(super) in_code: bool,
    pub(super) in_link: bool,
}

/// The table that is being written. Tables do not nest.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    /// The element of the cell that is open.
    pub(super) cell: &'static str,
}

impl Renderer<'_> {
    /// Where HTML is written to now.
    pub(super) fn out(&mut self) -> &mut Frame {
        self.frames.last_mut().unwrap_or(&mut self.spare)
    }

    /// Writes into a frame of its own from now on.
    pub(super) fn open_frame(&mut self) {
        self.frames.push(Frame::default());
    }

    /// What was written since the frame was opened; `span` is what to blame if it is too deep.
    pub(super) fn close_frame(&mut self, span: &Range<usize>) -> Vec<Piece> {
        let frame = self.frames.pop().unwrap_or_default();
        let (pieces, too_deep) = sanitize::pieces(frame, self.source);
        if too_deep {
            self.report(Code::HtmlRemoved, span, |found| {
                found.text("html", "").hint("too-deep")
            });
        }
        pieces
    }

    /// Adds a finding.
    pub(super) fn report(
        &mut self,
        code: Code,
        span: &Range<usize>,
        with: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let place = Place::span(self.file, span.clone());
        self.found.push(with(Diagnostic::new(code, place)));
    }

    /// Deals with the event of number `at`; returns the number of the next one to deal with.
    fn step(&mut self, events: &Events, at: usize, event: &Event, span: &Range<usize>) -> usize {
        match event {
            Event::Start(tag) => {
                let next = self.start(events, at, tag, span);
                if next == at + 1 {
                    let frame = self.out();
                    frame.depth += 1;
                    frame.deepest = frame.deepest.max(frame.depth);
                }
                return next;
            }
            Event::End(end) => {
                let frame = self.out();
                frame.depth = frame.depth.saturating_sub(1);
                self.end(*end, span);
            }
            Event::Text(_) => return self.run_of_text(events, at),
            Event::Code(code) => {
                self.out().write("<code>");
                self.out().text(code);
                self.out().write("</code>");
            }
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(done) => self.task(*done),
            Event::SoftBreak => self.out().write("\n"),
            Event::HardBreak => self.out().write("<br />\n"),
            Event::Rule => self.out().write_line("<hr />\n"),
            // Blocks of HTML are dealt with at their start; mathematics is not read.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn start(&mut self, events: &Events, at: usize, tag: &Tag, span: &Range<usize>) -> usize {
        match tag {
            Tag::Paragraph => {
                if self.paragraph_of_calls(span) {
                    return events.end_of(at) + 1;
                }
                self.out().write_line("<p>");
            }
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let words = events.words(at, events.end_of(at));
                self.heading(*level as u8, id.as_deref(), classes, words, span);
                self.attributes_left_out(attrs, span);
            }
            Tag::HtmlBlock => {
                let end = events.end_of(at);
                self.html_block(events.between(at, end));
                return end + 1;
            }
            Tag::FootnoteDefinition(label) => {
                if !self.footnotes.wants(label) {
                    return events.end_of(at) + 1;
                }
                self.footnote_labels.push(label.to_string());
                self.open_container();
                self.open_frame();
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let end = events.end_of(at);
                self.image(events, at, end, dest_url, title);
                return end + 1;
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(events, at, *link_type, dest_url, title),
            Tag::Emphasis => self.out().write("<em>"),
            Tag::Strong => self.out().write("<strong>"),
            Tag::Strikethrough => self.out().write("<del>"),
            Tag::Superscript => self.out().write("<sup>"),
            Tag::Subscript => self.out().write("<sub>"),
            Tag::MetadataBlock(_) => return events.end_of(at) + 1,
            block => self.start_block(events, at, block),
        }
        at + 1
    }

    fn end(&mut self, end: TagEnd, span: &Range<usize>) {
        match end {
            TagEnd::Emphasis => self.out().write("</em>"),
            TagEnd::Strong => self.out().write("</strong>"),
            TagEnd::Strikethrough => self.out().write("</del>"),
            TagEnd::Superscript => self.out().write("</sup>"),
            TagEnd::Subscript => self.out().write("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::FootnoteDefinition => {
                self.close_container();
                let body = self.close_frame(span);
                if let Some(label) = self.footnote_labels.pop() {
                    self.footnotes.define(&label, body);
                }
            }
            block => self.end_block(block),
        }
    }

    fn finish(mut self) -> (Text, Vec<Diagnostic>) {
        self.close_calls(0);
        let whole = 0..self.source.len();
        let mut pieces = self.close_frame(&whole);
        self.footnotes.write(&mut pieces);
        self.text.pieces = Packed::of(&pieces);
        self.text.links = Packed::of(&self.links);
        self.text.settle();
        self.found.sort_by_key(|found| match &found.place.at {
            crate::base::diagnostic::At::Span(span) => span.range().start,
            _ => 0,
        });
        (self.text, self.found)
    }
}
