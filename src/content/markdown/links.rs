//! Links and images.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::destinations::{destination_in_definition, destination_in_link, is_vague};
use super::events::{Events, Placed};
use super::html_buffer::escape_attribute;
use super::renderer::Renderer;
use super::{LinkKind, Segment, TextLink};
use crate::base::code::Code;
use crate::content::destination::{Destination, Refused, advised};

impl Renderer<'_> {
    /// Writes the start of the link at event `at`. If the link has no text, also writes the title of what it
    /// leads to.
    pub(super) fn link(
        &mut self,
        events: &Events,
        at: usize,
        link_type: LinkType,
        destination: &str,
        title: &str,
    ) {
        let end = events.end_of(at);
        let destination = match link_type {
            LinkType::Email => format!("mailto:{destination}"),
            _ => destination.to_owned(),
        };
        let span = destination_span(self.source, events, at, link_type);
        if self.refuse(&destination, &span) {
            self.in_link = false;
            return;
        }
        let words = events.words(at, end);
        if is_vague(&words) {
            let whole = span_of(events, at);
            self.report(Code::VagueLink, &whole, |found| found.text("text", &*words));
        }
        let is_empty = words.is_empty() && !has_other_content(events.between(at, end));
        let text = (is_empty && is_outside(&destination)).then(|| destination.clone());
        let number = self.add_link(destination, LinkKind::Anchor, span);
        let out = &mut self.out;
        out.write("<a href=\"");
        out.placeholder(Segment::Href(number));
        if !title.is_empty() {
            out.write("\" title=\"");
            out.attribute(title);
        }
        out.write("\">");
        match text {
            Some(text) => out.text(&text),
            None if is_empty => out.placeholder(Segment::Title(number)),
            None => {}
        }
        self.in_link = true;
    }

    /// Writes the end of a link, unless the link was refused.
    pub(super) fn end_link(&mut self) {
        if self.in_link {
            self.in_link = false;
            self.out.write("</a>");
        }
    }

    /// Writes the image at event `at`. Its description is plain text: markup in it is dropped.
    pub(super) fn image(
        &mut self,
        events: &Events,
        at: usize,
        link_type: LinkType,
        destination: &str,
        title: &str,
    ) {
        let alt = description(events.between(at, events.end_of(at)));
        if alt.trim().is_empty() {
            let whole = span_of(events, at);
            self.report(Code::ImageWithoutAlt, &whole, |found| {
                found.text("destination", destination)
            });
        }
        let span = destination_span(self.source, events, at, link_type);
        if self.refuse(destination, &span) {
            return self.out.text(&alt);
        }
        let number = self.add_link(destination.to_owned(), LinkKind::Image, span);
        let mut attributes = String::from(" alt=\"");
        escape_attribute(&alt, &mut attributes);
        if !title.is_empty() {
            attributes.push_str("\" title=\"");
            escape_attribute(title, &mut attributes);
        }
        attributes.push('"');
        self.out.placeholder(Segment::Image(number, attributes));
    }

    /// Writes an address in running text as a link.
    pub(super) fn bare_link(&mut self, text: &str, destination: String, span: Range<usize>) {
        let number = self.add_link(destination, LinkKind::Anchor, span);
        let out = &mut self.out;
        out.write("<a href=\"");
        out.placeholder(Segment::Href(number));
        out.write("\">");
        out.text(text);
        out.write("</a>");
    }

    /// Reports a destination that may not be used. Returns whether it was refused; then its text is written
    /// without a link.
    pub(super) fn refuse(&mut self, destination: &str, span: &Range<usize>) -> bool {
        let is_refused = is_refused(destination);
        if is_refused {
            self.report(Code::UnsafeLink, span, |found| {
                advised(found.text("destination", destination), destination)
            });
        }
        is_refused
    }

    /// Adds a link or image. Returns its number.
    pub(super) fn add_link(
        &mut self,
        destination: String,
        kind: LinkKind,
        span: Range<usize>,
    ) -> usize {
        self.links.push(TextLink {
            destination,
            kind,
            span,
        });
        self.links.len() - 1
    }
}

/// Whether a destination may not stand in a page. One that only leads nowhere is reported when it is looked up.
pub(super) fn is_refused(destination: &str) -> bool {
    matches!(Destination::parse(destination), Err(Refused::Scheme(_)))
}

/// Whether a destination is outside the site, so that its title is not known.
fn is_outside(destination: &str) -> bool {
    matches!(
        Destination::parse(destination),
        Ok(Destination::Outside(_)) | Err(_)
    )
}

fn span_of(events: &Events, at: usize) -> Range<usize> {
    events.get(at).map_or(0..0, |(_, span)| span.clone())
}

/// The bytes of a link's destination, or of the whole link if the destination cannot be located.
fn destination_span(source: &str, events: &Events, at: usize, link_type: LinkType) -> Range<usize> {
    let whole = span_of(events, at);
    let (text, found) = match (link_type, events.definition(at)) {
        (LinkType::Autolink | LinkType::Email, _) => {
            return whole.start + 1..whole.end.saturating_sub(1).max(whole.start + 1);
        }
        (LinkType::Inline, _) => {
            let inside = events.between(at, events.end_of(at)).iter();
            let from = inside.map(|(_, span)| span.end).max();
            let tail = from.unwrap_or(whole.start + 1)..whole.end;
            let found = source.get(tail.clone()).and_then(destination_in_link);
            (tail, found)
        }
        (_, Some(definition)) => {
            let found = source.get(definition.clone());
            (definition, found.and_then(destination_in_definition))
        }
        _ => return whole,
    };
    found.map_or(whole, |found| {
        text.start + found.start..text.start + found.end
    })
}

/// Whether a link without words shows something else.
fn has_other_content(events: &[Placed]) -> bool {
    events.iter().any(|(event, _)| {
        matches!(
            event,
            Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) | Event::FootnoteReference(_)
        )
    })
}

/// The description of an image: its text without markup.
fn description(events: &[Placed]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}
