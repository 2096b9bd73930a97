//! Inline content: text, raw HTML, references to footnotes, task boxes.

use std::ops::Range;

use pulldown_cmark::Event;

use super::destinations::bare_addresses;
use super::events::{Events, Placed};
use super::raw_html::{self, Filtered};
use super::renderer::Renderer;
use super::text_run::TextRun;
use super::{HtmlPolicy, Segment};
use crate::base::code::Code;

impl Renderer<'_> {
    /// Writes the text from event `at` on. Returns the number of the first event that is not text.
    ///
    /// pulldown-cmark cuts text at every character that might have been markup, so addresses can only be
    /// found in the whole.
    pub(super) fn text_run(&mut self, events: &Events, at: usize) -> usize {
        if !self.in_code
            && let Some(next) = self.calls_in_text(events, at)
        {
            return next;
        }
        let mut run = TextRun::default();
        let mut next = at;
        while let Some((Event::Text(text), span)) = events.get(next) {
            run.push(text, span);
            next += 1;
        }
        let addresses = match self.in_code || self.in_link {
            true => Vec::new(),
            false => bare_addresses(&run.text),
        };
        let mut written = 0;
        for address in addresses {
            let bytes = address.bytes;
            let before = run.text.get(written..bytes.start).unwrap_or_default();
            self.out.text(before);
            let text = run.text.get(bytes.clone()).unwrap_or_default();
            self.bare_link(text, address.destination, run.place(&bytes));
            written = bytes.end;
        }
        let rest = run.text.get(written..).unwrap_or_default();
        self.out.text(rest);
        next
    }

    /// Writes a tag that the editor wrote in a line of text.
    pub(super) fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        let mut run = TextRun::default();
        run.push(html, span);
        self.raw_html(&run);
    }

    /// Writes a block of HTML that the editor wrote.
    pub(super) fn html_block(&mut self, lines: &[Placed]) {
        let mut run = TextRun::default();
        for (event, span) in lines {
            if let Event::Html(html) | Event::Text(html) = event {
                run.push(html, span);
            }
        }
        if self.html == HtmlPolicy::Escape {
            let out = &mut self.out;
            out.write_line("<p>");
            out.text(run.text.trim_end());
            out.write("</p>\n");
        } else {
            self.raw_html(&run);
        }
    }

    /// Writes a reference to a footnote. Links cannot nest, so inside a link it is only a number.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some(reference) = self.footnotes.refer(label, &mut self.anchors) else {
            return self.out.text(&format!("[^{label}]"));
        };
        let (anchor, number, note) = (reference.anchor, reference.number, reference.note);
        let html = match self.in_link {
            true => format!("<sup class=\"footnote-ref\" id=\"{anchor}\">{number}</sup>"),
            false => format!(
                "<sup class=\"footnote-ref\"><a id=\"{anchor}\" href=\"#{note}\" role=\"doc-noteref\">{number}</a></sup>"
            ),
        };
        self.out.write(&html);
    }

    /// Writes the box of a task. It shows a state and is no control; its label says so to those who cannot
    /// see it.
    pub(super) fn task(&mut self, done: bool) {
        let (checked, label) = match done {
            true => (" checked=\"\"", "task-done"),
            false => ("", "task-open"),
        };
        let start = format!("<input type=\"checkbox\" disabled=\"\"{checked} aria-label=\"");
        self.out.segments(vec![
            Segment::Html(start),
            Segment::Label(label),
            Segment::Html("\" />".to_owned()),
        ]);
        self.out.write("\n");
    }

    fn raw_html(&mut self, run: &TextRun) {
        match self.html {
            HtmlPolicy::Trust => self.out.write(&run.text),
            HtmlPolicy::Escape => self.out.text(&run.text),
            HtmlPolicy::Sanitize => {
                let filtered = raw_html::filter(&run.text, &mut self.out.open);
                self.report_filtered(run, &filtered);
                self.out.raw_html(filtered.html);
            }
        }
    }

    fn report_filtered(&mut self, run: &TextRun, filtered: &Filtered) {
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
}
