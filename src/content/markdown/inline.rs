//! What stands in a line of text: words, links, images, raw HTML, references to footnotes.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType};

use super::events::{Events, Placed, Run};
use super::frame::{escape_attribute, escape_text};
use super::links;
use super::raw_html::{self, Filtered};
use super::render::Renderer;
use super::{HtmlPolicy, Link, LinkKind, Piece};
use crate::base::code::Code;

impl Renderer<'_> {
    /// Writes the text from event `at` on, until something else comes.
    ///
    /// pulldown-cmark cuts text at every character that might have meant something; addresses in it
    /// are only seen in the whole.
    pub(super) fn run_of_text(&mut self, events: &Events, at: usize) -> usize {
        if !self.in_code
            && let Some(next) = self.calls_in_text(events, at)
        {
            return next;
        }
        let mut run = Run::default();
        let mut next = at;
        while let Some((Event::Text(text), span)) = events.get(next) {
            run.push(text, span);
            next += 1;
        }
        let bare = match self.in_code || self.in_link {
            true => Vec::new(),
            false => links::bare(&run.text),
        };
        let mut written = 0;
        for link in bare {
            let text = run.text.get(written..link.bytes.start).unwrap_or_default();
            self.out().text(text);
            let text = run.text.get(link.bytes.clone()).unwrap_or_default();
            written = link.bytes.end;
            self.bare_link(text, link.destination, run.place(&link.bytes));
        }
        let text = run.text.get(written..).unwrap_or_default();
        self.out().text(text);
        next
    }

    /// Writes the start of a link, and what stands for its text if it has none.
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
        let span = place_of_destination(self.source, events, at, link_type);
        if self.refuse(&destination, &span) {
            self.in_link = false;
            return;
        }
        let words = events.words(at, end);
        if links::is_vague(&words) {
            let whole = events
                .get(at)
                .map_or(span.clone(), |(_, span)| span.clone());
            self.report(Code::VagueLink, &whole, |found| found.text("text", &*words));
        }
        let empty = words.is_empty() && !has_other_content(events.between(at, end));
        let fallback =
            (empty && links::has_outside_scheme(&destination)).then(|| destination.clone());
        let number = self.add_link(destination, LinkKind::Anchor, span);
        let out = self.out();
        out.write("<a href=\"");
        out.hole(Piece::Href(number));
        self.title(title);
        self.out().write("\">");
        match fallback {
            Some(destination) => self.out().text(&destination),
            None if empty => self.out().hole(Piece::Title(number)),
            None => {}
        }
        self.in_link = true;
    }

    /// Writes the end of a link, unless it was refused.
    pub(super) fn end_link(&mut self) {
        if self.in_link {
            self.in_link = false;
            self.out().write("</a>");
        }
    }

    /// Writes an image. What would be markup in its description is not.
    pub(super) fn image(
        &mut self,
        events: &Events,
        at: usize,
        end: usize,
        destination: &str,
        title: &str,
    ) {
        let alt = description(events.between(at, end));
        let whole = events.get(at).map_or(0..0, |(_, span)| span.clone());
        if alt.trim().is_empty() {
            self.report(Code::ImageWithoutAlt, &whole, |found| {
                found.text("destination", destination)
            });
        }
        let link_type = match events.get(at) {
            Some((Event::Start(pulldown_cmark::Tag::Image { link_type, .. }), _)) => *link_type,
            _ => LinkType::Inline,
        };
        let span = place_of_destination(self.source, events, at, link_type);
        if self.refuse(destination, &span) {
            return self.out().text(&alt);
        }
        let number = self.add_link(destination.to_owned(), LinkKind::Image, span);
        let mut attributes = String::from(" alt=\"");
        escape_attribute(&alt, &mut attributes);
        if !title.is_empty() {
            attributes.push_str("\" title=\"");
            escape_attribute(title, &mut attributes);
        }
        attributes.push('"');
        self.out().hole(Piece::Image(number, attributes));
    }

    /// Writes a tag that the editor has put into a line of text.
    pub(super) fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        let mut run = Run::default();
        run.push(html, span);
        self.raw_html(&run);
    }

    /// Writes a block of HTML.
    pub(super) fn html_block(&mut self, lines: &[Placed]) {
        let mut run = Run::default();
        for (event, span) in lines {
            if let Event::Html(html) | Event::Text(html) = event {
                run.push(html, span);
            }
        }
        if self.html == HtmlPolicy::Escape {
            let out = self.out();
            out.write_line("<p>");
            out.text(run.text.trim_end());
            out.write("</p>\n");
        } else {
            self.raw_html(&run);
        }
    }

    /// Writes a reference to a footnote; inside a link it is a mere number, as links cannot nest.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some(reference) = self.footnotes.refer(label, &mut self.anchors) else {
            let mut text = String::new();
            escape_text(&format!("[^{label}]"), &mut text);
            return self.out().write(&text);
        };
        let (anchor, number, note) = (reference.anchor, reference.number, reference.note);
        let html = match self.in_link {
            true => format!("<sup class=\"footnote-ref\" id=\"{anchor}\">{number}</sup>"),
            false => format!(
                "<sup class=\"footnote-ref\"><a id=\"{anchor}\" href=\"#{note}\" role=\"doc-noteref\">{number}</a></sup>"
            ),
        };
        self.out().write(&html);
    }

    /// Writes the box of a task. It is a state, not a control: it says so to those who do not see it.
    pub(super) fn task(&mut self, done: bool) {
        let (checked, label) = match done {
            true => (" checked=\"\"", "task-done"),
            false => ("", "task-open"),
        };
        self.out().atom(vec![
            Piece::Html(format!(
                "<input type=\"checkbox\" disabled=\"\"{checked} aria-label=\""
            )),
            Piece::Label(label),
            Piece::Html("\" />".to_owned()),
        ]);
        self.out().write("\n");
    }

    fn raw_html(&mut self, run: &Run) {
        match self.html {
            HtmlPolicy::Trust => self.out().write(&run.text),
            HtmlPolicy::Escape => self.out().text(&run.text),
            HtmlPolicy::Sanitize => {
                let filtered = raw_html::filter(&run.text, &mut self.out().open);
                self.report_filtered(run, &filtered);
                self.out().raw(filtered.html);
            }
        }
    }

    fn report_filtered(&mut self, run: &Run, filtered: &Filtered) {
        for (bytes, what) in &filtered.removed {
            self.report(Code::HtmlRemoved, &run.place(bytes), |found| {
                found.text("html", what)
            });
        }
        for bytes in &filtered.without_alt {
            let tag = run.text.get(bytes.clone()).unwrap_or_default();
            self.report(Code::ImageWithoutAlt, &run.place(bytes), |found| {
                found.text("destination", tag).hint("html")
            });
        }
    }

    fn bare_link(&mut self, text: &str, destination: String, span: Range<usize>) {
        let number = self.add_link(destination, LinkKind::Anchor, span);
        let out = self.out();
        out.write("<a href=\"");
        out.hole(Piece::Href(number));
        out.write("\">");
        out.text(text);
        out.write("</a>");
    }

    /// Whether a destination may not be used. Then there is no link, only its text.
    fn refuse(&mut self, destination: &str, span: &Range<usize>) -> bool {
        let Some(scheme) = links::unsafe_scheme(destination) else {
            return false;
        };
        self.report(Code::UnsafeLink, span, |found| {
            found
                .text("destination", destination)
                .text("scheme", scheme)
        });
        true
    }

    fn add_link(&mut self, destination: String, kind: LinkKind, span: Range<usize>) -> usize {
        self.links.push(Link {
            destination,
            kind,
            span,
        });
        self.links.len() - 1
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out().write("\" title=\"");
            self.out().attribute(title);
        }
    }
}

/// The bytes of a link's destination where they can be told, else those of the whole link.
fn place_of_destination(
    source: &str,
    events: &Events,
    at: usize,
    link_type: LinkType,
) -> Range<usize> {
    let whole = events.get(at).map_or(0..0, |(_, span)| span.clone());
    let (text, found) = match (link_type, events.definition(at)) {
        (LinkType::Autolink | LinkType::Email, _) => {
            return whole.start + 1..whole.end.saturating_sub(1).max(whole.start + 1);
        }
        (LinkType::Inline, _) => {
            let inside = events.between(at, events.end_of(at)).iter();
            let from = inside.map(|(_, span)| span.end).max();
            let tail = from.unwrap_or(whole.start + 1)..whole.end;
            (tail.clone(), source.get(tail).and_then(links::in_link))
        }
        (_, Some(definition)) => (
            definition.clone(),
            source.get(definition).and_then(links::in_definition),
        ),
        _ => return whole,
    };
    found.map_or(whole, |found| {
        text.start + found.start..text.start + found.end
    })
}

/// Whether a link without words shows something all the same.
fn has_other_content(events: &[Placed]) -> bool {
    events.iter().any(|(event, _)| {
        matches!(
            event,
            Event::Start(pulldown_cmark::Tag::Image { .. })
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
        )
    })
}

/// The description of an image: what it would read without markup.
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
