//! Inline content: text, raw HTML, references to footnotes, task boxes.

use std::ops::Range;

use pulldown_cmark::Event;

use super::bare_addresses::bare_addresses;
use super::events::{Events, Placed, begins_line, continues_block};
use super::near_blocks::is_separator;
use super::near_misses::{Start, near_misses};
use super::raw_html::{self, Filtered};
use super::renderer::Renderer;
use super::text_run::TextRun;
use super::{HtmlPolicy, LinkKind, Segment};
use crate::base::code::Code;
use crate::base::fix::Change;
use crate::base::utf8::{is_printable, unprintable_code};

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
        self.report_unprintable(&run.text, run.place(&(0..run.text.len())));
        self.report_near_misses(events, at..next);
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

    /// Reports the characters in a text that no page may have: it shows replacement characters for them. `span` is
    /// where the text is written.
    pub(super) fn report_unprintable(&mut self, text: &str, span: Range<usize>) {
        if text.chars().all(is_printable) {
            return;
        }
        let written = self.source.get(span.clone()).unwrap_or_default();
        let mut rest = written.match_indices(|c| !is_printable(c)).peekable();
        if rest.peek().is_none() {
            // As an entity.
            let code = unprintable_code(text);
            self.report(Code::UnprintableCharacter, &span, |fault| {
                fault.text("code", code)
            });
        }
        while let Some((from, first)) = rest.next() {
            let mut to = from + first.len();
            while let Some((_, next)) = rest.next_if(|(at, _)| *at == to) {
                to += next.len();
            }
            let place = span.start + from..span.start + to;
            self.report(Code::UnprintableCharacter, &place, |fault| {
                fault
                    .text("code", unprintable_code(first))
                    .fix(Some(Change::Text(String::new())))
            });
        }
    }

    /// Reports signs in the text of these events that are nearly markup.
    fn report_near_misses(&mut self, events: &Events, texts: Range<usize>) {
        let first = events.get(texts.start).map(|(_, span)| span.start);
        let last = texts.end.checked_sub(1).and_then(|last| events.get(last));
        let (Some(start), Some((_, last)), false) = (first, last, self.in_code) else {
            return;
        };
        let source = self.source;
        let text = source.get(start..last.end).unwrap_or_default();
        let is_escaped = source.get(..start).unwrap_or_default().ends_with('\\');
        if is_escaped {
            return;
        }
        for found in near_misses(text, start_of(events, texts.start)) {
            let span = start + found.bytes.start..start + found.bytes.end;
            let text = source.get(span.clone()).unwrap_or_default();
            let after = source.get(span.end..).unwrap_or_default();
            let hint = match found.hint {
                "table" if after.lines().nth(1).is_some_and(is_separator) => "separator",
                hint => hint,
            };
            self.report(Code::LiteralMarkup, &span, |report| {
                report
                    .text("text", text)
                    .text("form", found.form)
                    .hint(hint)
            });
        }
    }

    /// Writes a tag that the editor wrote in a line of text.
    pub(super) fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        self.report_unprintable(html, span.clone());
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
        self.report_unprintable(&run.text, run.place(&(0..run.text.len())));
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
    pub(super) fn footnote_reference(&mut self, label: &str, span: &Range<usize>) {
        let Some(reference) = self.footnotes.refer(label, &mut self.anchors) else {
            self.report(Code::LiteralMarkup, span, |found| {
                let form = format!("[^{label}]:");
                found
                    .text("text", format!("[^{label}]"))
                    .text("form", form)
                    .hint("footnote")
            });
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
                self.write_filtered(run, filtered);
            }
        }
    }

    /// Writes filtered HTML, with placeholders for its addresses and images.
    fn write_filtered(&mut self, run: &TextRun, filtered: Filtered) {
        let mut written = 0;
        for address in filtered.addresses {
            let before = filtered.html.get(written..address.at).unwrap_or_default();
            self.out.raw_html(before.to_owned());
            written = address.at;
            let span = run.place(&address.bytes);
            let segment = match address.image {
                None => Segment::Href(self.add_link(address.destination, LinkKind::Anchor, span)),
                Some(attributes) => {
                    let number = self.add_link(address.destination, LinkKind::Image, span);
                    Segment::Image(number, attributes)
                }
            };
            self.out.raw_segment(segment);
        }
        let rest = filtered.html.get(written..).unwrap_or_default();
        self.out.raw_html(rest.to_owned());
    }

    fn report_filtered(&mut self, run: &TextRun, filtered: &Filtered) {
        for (bytes, what) in &filtered.removed {
            self.report(Code::HtmlRemoved, &run.place(bytes), |found| {
                found.text("html", what)
            });
        }
        if let Some(bytes) = &filtered.open_comment {
            self.report(Code::HtmlRemoved, &run.place(bytes), |found| {
                found.text("html", "").hint("comment")
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

/// Where the text of event `at` begins.
fn start_of(events: &Events, at: usize) -> Start {
    match begins_line(events, at) {
        true if continues_block(events, at) => Start::Line,
        true => Start::Block,
        false => Start::Within,
    }
}
