//! The walk through a text: events become HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::{Events, pieces};
use super::renderer::Renderer;
use super::{ParsedText, TextContext};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::SourcePath;

pub(super) fn render(
    file: &SourcePath,
    source: &str,
    start: usize,
    context: TextContext<'_>,
) -> (ParsedText, Vec<Diagnostic>) {
    let mut renderer = Renderer::new(file, source, start, context);
    for piece in pieces(source, start) {
        let mut at = 0;
        while let Some((event, span)) = piece.get(at) {
            at = renderer.step(&piece, at, event, span);
        }
    }
    renderer.finish()
}

impl Renderer<'_> {
    /// Renders event number `at`. Returns the number of the next event to render.
    fn step(&mut self, events: &Events, at: usize, event: &Event, span: &Range<usize>) -> usize {
        match event {
            Event::Start(tag) => {
                let next = self.start(events, at, tag, span);
                if next == at + 1 {
                    let out = &mut self.out;
                    out.depth += 1;
                    out.max_depth = out.max_depth.max(out.depth);
                }
                return next;
            }
            Event::End(end) => {
                let out = &mut self.out;
                out.depth = out.depth.saturating_sub(1);
                self.end(*end, span);
            }
            Event::Text(_) => return self.text_run(events, at),
            Event::Code(code) => {
                self.report_unprintable(code, span.clone());
                self.out.write("<code>");
                self.out.text(code);
                self.out.write("</code>");
            }
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::FootnoteReference(label) => self.footnote_reference(label, span),
            Event::TaskListMarker(done) => self.task(*done),
            Event::SoftBreak => self.out.write("\n"),
            Event::HardBreak => self.out.write("<br />\n"),
            Event::Rule => self.out.write_line("<hr />\n"),
            // Blocks of HTML are rendered at their start. Mathematics is not enabled.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    /// Renders the start of an element. Returns the number of the next event to render: the next one, or the
    /// one after the element.
    fn start(&mut self, events: &Events, at: usize, tag: &Tag, span: &Range<usize>) -> usize {
        let after = || events.end_of(at) + 1;
        match tag {
            Tag::Paragraph => {
                if self.paragraph_of_calls(span) {
                    return after();
                }
                self.out.write_line("<p>");
            }
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let words = events.words(at, events.end_of(at));
                self.heading(*level as u8, id.as_deref(), classes, words, span);
                self.report_attributes(attrs, span);
            }
            Tag::HtmlBlock => {
                self.html_block(events.between(at, events.end_of(at)));
                return after();
            }
            Tag::FootnoteDefinition(label) => {
                if !self.footnotes.wants(label) {
                    self.report(Code::HtmlRemoved, span, |found| {
                        let reference = format!("[^{label}]");
                        found
                            .text("html", "")
                            .text("reference", reference)
                            .hint("footnote")
                    });
                    return after();
                }
                self.footnote_labels.push(label.to_string());
                self.open_container();
                self.open_buffer();
            }
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => {
                self.image(events, at, *link_type, dest_url, title);
                return after();
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.link(events, at, *link_type, dest_url, title),
            Tag::MetadataBlock(_) => return after(),
            other => match inline_element(other.to_end()) {
                Some(name) => self.out.write(&format!("<{name}>")),
                None => self.start_block(events, at, other),
            },
        }
        at + 1
    }

    fn end(&mut self, end: TagEnd, span: &Range<usize>) {
        match end {
            TagEnd::Link => self.end_link(),
            TagEnd::FootnoteDefinition => {
                self.close_container();
                let body = self.close_buffer(span);
                if let Some(label) = self.footnote_labels.pop() {
                    self.footnotes.define(&label, body);
                }
            }
            other => match inline_element(other) {
                Some(name) => self.out.write(&format!("</{name}>")),
                None => self.end_block(other, span),
            },
        }
    }
}

/// The HTML element of inline markup.
fn inline_element(end: TagEnd) -> Option<&'static str> {
    match end {
        TagEnd::Emphasis => Some("em"),
        TagEnd::Strong => Some("strong"),
        TagEnd::Strikethrough => Some("del"),
        TagEnd::Superscript => Some("sup"),
        TagEnd::Subscript => Some("sub"),
        _ => None,
    }
}
