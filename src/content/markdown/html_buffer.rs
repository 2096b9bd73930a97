//! HTML that is being written: that of the text itself, of the body of a component call, or of a footnote.

use std::borrow::Cow;

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::Segment;
use super::elements::OpenElements;
use crate::base::utf8::is_printable;

/// HTML that is being written, with its placeholders.
#[derive(Default)]
pub(super) struct HtmlBuffer {
    /// What is written, but for the tail.
    parts: Vec<BufferPart>,
    /// The HTML after the last part.
    tail: String,
    pub(super) depth: usize,
    /// The greatest number of elements that were open at once.
    pub(super) max_depth: usize,
    /// The elements that are open in the HTML of the editor.
    pub(super) open: OpenElements,
}

/// A part of the HTML in a buffer.
pub(super) enum BufferPart {
    /// HTML that this program wrote.
    Html(String),
    /// HTML that the editor wrote. Each tag of it is harmless, but it may not be balanced.
    RawHtml(String),
    /// A placeholder within HTML that the editor wrote.
    RawSegment(Segment),
    /// Placeholders with the HTML that belongs to them. Nothing may come between them.
    Segments(Vec<Segment>),
}

impl HtmlBuffer {
    /// All that was written.
    pub(super) fn into_parts(mut self) -> Vec<BufferPart> {
        self.flush();
        self.parts
    }

    pub(super) fn write(&mut self, html: &str) {
        self.tail.push_str(html);
    }

    pub(super) fn write_line(&mut self, html: &str) {
        if !self.at_line_start() {
            self.write("\n");
        }
        self.write(html);
    }

    /// Appends text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape_text(text, &mut self.tail);
    }

    /// Appends text inside the quotes of an attribute, escaped.
    pub(super) fn attribute(&mut self, text: &str) {
        escape_attribute(text, &mut self.tail);
    }

    pub(super) fn placeholder(&mut self, segment: Segment) {
        self.segments(vec![segment]);
    }

    /// Appends placeholders with the HTML that belongs to them.
    pub(super) fn segments(&mut self, segments: Vec<Segment>) {
        self.flush();
        self.parts.push(BufferPart::Segments(segments));
    }

    /// Appends a placeholder within HTML of the editor.
    pub(super) fn raw_segment(&mut self, segment: Segment) {
        self.flush();
        self.parts.push(BufferPart::RawSegment(segment));
    }

    /// Appends HTML of the editor that was made harmless.
    pub(super) fn raw_html(&mut self, html: String) {
        self.flush();
        self.parts.push(BufferPart::RawHtml(html));
    }

    fn flush(&mut self) {
        if !self.tail.is_empty() {
            let html = std::mem::take(&mut self.tail);
            self.parts.push(BufferPart::Html(html));
        }
    }

    fn at_line_start(&self) -> bool {
        if !self.tail.is_empty() {
            return self.tail.ends_with('\n');
        }
        match self.parts.last() {
            None => true,
            Some(BufferPart::Html(html) | BufferPart::RawHtml(html)) => html.ends_with('\n'),
            Some(BufferPart::Segments(_) | BufferPart::RawSegment(_)) => false,
        }
    }
}

/// Appends a segment. Neighbouring HTML becomes one segment.
pub(super) fn push_segment(segments: &mut Vec<Segment>, segment: Segment) {
    match (segments.last_mut(), segment) {
        (_, Segment::Html(html)) if html.is_empty() => {}
        (Some(Segment::Html(before)), Segment::Html(html)) => before.push_str(&html),
        (_, segment) => segments.push(segment),
    }
}

pub(super) fn escape_text(text: &str, into: &mut String) {
    // Writing into a String cannot fail.
    let _ = escape_html_body_text(into, &printable(text));
}

pub(super) fn escape_attribute(text: &str, into: &mut String) {
    let _ = escape_html(into, &printable(text));
}

/// Replaces the characters that no page may have by the replacement character.
fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        text.into()
    } else {
        text.replace(|c| !is_printable(c), "\u{fffd}").into()
    }
}
