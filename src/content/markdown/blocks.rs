//! Blocks: headings, lists, quotes, alerts, code, tables.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Tag, TagEnd};

use super::anchors::AnchorConflict;
use super::events::Events;
use super::renderer::{Renderer, Table};
use super::{Heading, Segment};
use crate::base::code::Code;
use crate::base::diagnostic::Place;

impl Renderer<'_> {
    pub(super) fn start_block(&mut self, events: &Events, at: usize, tag: &Tag) {
        match tag {
            Tag::BlockQuote(kind) => {
                self.open_container();
                match kind {
                    None => self.out.write_line("<blockquote>\n"),
                    Some(kind) => self.start_alert(*kind),
                }
            }
            Tag::CodeBlock(kind) => {
                let span = events.get(at).map(|(_, span)| span.clone());
                if let (CodeBlockKind::Indented, Some(span)) = (kind, span) {
                    self.report_indented(span);
                }
                self.start_code(kind);
            }
            Tag::List(None) => self.out.write_line("<ul>\n"),
            Tag::List(Some(1)) => self.out.write_line("<ol>\n"),
            Tag::List(Some(first)) => self.out.write_line(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.start_container("<li>"),
            Tag::DefinitionList => self.out.write_line("<dl>\n"),
            Tag::DefinitionListTitle => self.out.write_line("<dt>"),
            Tag::DefinitionListDefinition => self.start_container("<dd>"),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.out.write("<thead><tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.out.write("<tr>");
            }
            Tag::TableCell => self.start_cell(events.end_of(at) == at + 1),
            _ => {}
        }
    }

    pub(super) fn end_block(&mut self, end: TagEnd, span: &Range<usize>) {
        match end {
            TagEnd::Paragraph => self.out.write("</p>\n"),
            TagEnd::Heading(level) => self.out.write(&format!("</{level}>\n")),
            TagEnd::BlockQuote(kind) => self.end_container(match kind {
                None => "</blockquote>\n",
                Some(_) => "</div>\n",
            }),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out.write("</code></pre>\n");
            }
            TagEnd::List(true) => self.out.write("</ol>\n"),
            TagEnd::List(false) => self.out.write("</ul>\n"),
            TagEnd::Item => self.end_container("</li>\n"),
            TagEnd::DefinitionList => self.out.write("</dl>\n"),
            TagEnd::DefinitionListTitle => self.out.write("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_container("</dd>\n"),
            TagEnd::Table => self.out.write("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.out.write("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => {
                self.out.write("</tr>\n");
                self.report_cells(span.start, self.table.end..span.end);
            }
            TagEnd::TableCell => {
                self.table.column += 1;
                self.table.end = span.end;
                let cell = self.table.cell;
                self.out.write(&format!("</{cell}>"));
            }
            _ => {}
        }
    }

    /// Writes the start of a heading and adds it to the headings of the text.
    pub(super) fn heading(
        &mut self,
        level: u8,
        explicit: Option<&str>,
        classes: &[CowStr],
        words: String,
        span: &Range<usize>,
    ) {
        let before = self.text.headings.last().map_or(1, |last| last.level);
        if level == 1 {
            self.report(Code::TopHeading, span, |found| found.text("text", &*words));
        } else if level > before + 1 {
            self.report(Code::SkippedHeading, span, |found| {
                found.number("level", level).number("before", before)
            });
        }
        if words.is_empty() {
            self.report(Code::EmptyHeading, span, |found| found);
        }
        let id = self.anchor(explicit, &words, span);
        let out = &mut self.out;
        out.write_line(&format!("<h{level} id=\""));
        out.attribute(&id);
        for (number, class) in classes.iter().enumerate() {
            out.write(if number == 0 { "\" class=\"" } else { " " });
            out.attribute(class);
        }
        out.write("\">");
        self.text.headings.push(Heading {
            level,
            id,
            text: words,
            span: span.clone(),
        });
    }

    /// Reports the attributes of a heading that are dropped: all but its anchor and classes.
    pub(super) fn report_attributes(
        &mut self,
        attributes: &[(CowStr, Option<CowStr>)],
        span: &Range<usize>,
    ) {
        for (name, value) in attributes {
            self.report(Code::HtmlRemoved, span, |found| {
                let found = found.text("html", &**name);
                match value.as_deref().filter(|_| name.eq_ignore_ascii_case("id")) {
                    Some(id) => found.text("id", id).hint("id"),
                    None => found,
                }
            });
        }
    }

    /// Reports what a row has behind its last cell: cells for which the table has no columns.
    fn report_cells(&mut self, row: usize, rest: Range<usize>) {
        let text = self.source.get(rest.clone()).unwrap_or_default();
        let cells = text.trim_matches(|c: char| c == '|' || c.is_whitespace());
        if cells.is_empty() {
            return;
        }
        let row = self.source.get(row..rest.end).unwrap_or_default();
        let hint = match row.matches('`').count() > 1 {
            true => "pipe",
            false => "cells",
        };
        let start = rest.start + text.find(cells).unwrap_or_default();
        self.report(Code::HtmlRemoved, &(start..start + cells.len()), |found| {
            found.text("html", "").text("cells", cells).hint(hint)
        });
    }

    /// The anchor of a heading: the explicit one if it may have it, or else one made of its words.
    fn anchor(&mut self, explicit: Option<&str>, words: &str, span: &Range<usize>) -> String {
        let Some(id) = explicit.filter(|id| !id.is_empty()) else {
            return self.anchors.generate(words);
        };
        match self.anchors.claim(id, span) {
            Ok(()) => return id.to_owned(),
            Err(conflict) => {
                let related = match conflict {
                    AnchorConflict::Page => None,
                    AnchorConflict::Heading(first) => Some(Place::span(self.file, first)),
                };
                let place = self.anchor_span(id, span);
                self.report(Code::DuplicateAnchor, &place, |mut found| {
                    found.related = related.map(Box::new);
                    found.text("id", id)
                });
            }
        }
        self.anchors.generate(words)
    }

    /// The bytes of `#id` in a heading, or of the heading if it is not written like that.
    fn anchor_span(&self, id: &str, heading: &Range<usize>) -> Range<usize> {
        let text = self.source.get(heading.clone()).unwrap_or_default();
        let written = format!("#{id}");
        match text.rfind(&written) {
            Some(at) => heading.start + at..heading.start + at + written.len(),
            None => heading.clone(),
        }
    }

    fn start_alert(&mut self, kind: BlockQuoteKind) {
        // The label of the theme's word is the class, too.
        let label = match kind {
            BlockQuoteKind::Note => "alert-note",
            BlockQuoteKind::Tip => "alert-tip",
            BlockQuoteKind::Important => "alert-important",
            BlockQuoteKind::Warning => "alert-warning",
            BlockQuoteKind::Caution => "alert-caution",
        };
        let out = &mut self.out;
        out.write_line(&format!(
            "<div class=\"alert {label}\" role=\"note\">\n<p class=\"alert-title\">"
        ));
        out.placeholder(Segment::Label(label));
        out.write("</p>\n");
    }

    /// Reports what is code because of the spaces before it, and reads like a text.
    fn report_indented(&mut self, span: Range<usize>) {
        let text = self.source.get(span.clone()).unwrap_or_default();
        let is_word = |word: &&str| {
            let word = word.trim_matches(|c: char| ",.;:!?()«»\"'’".contains(c));
            !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || "'’".contains(c))
        };
        let is_text = |line: &str| {
            let words = line.split_whitespace().filter(is_word).count();
            let first = line.split_whitespace().next().unwrap_or_default();
            words >= 4 || words > 0 && ["-", "*", "##", "###"].contains(&first)
        };
        if let Some(line) = text.lines().find(|line| is_text(line)) {
            self.report(Code::LiteralMarkup, &span, |found| {
                found.text("text", line.trim()).hint("indented")
            });
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        self.in_code = true;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split(' ').next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let out = &mut self.out;
        if language.is_empty() {
            out.write_line("<pre><code>");
        } else {
            out.write_line("<pre><code class=\"language-");
            out.attribute(language);
            out.write("\">");
        }
    }

    /// Writes the start of a table. A table may be wider than a telephone, so it scrolls in a box that the
    /// keyboard can reach.
    ///
    /// The box is a group, not a region: regions are landmarks, and each would need a name of its own.
    fn start_table(&mut self, alignments: &[Alignment]) {
        self.table = Table {
            alignments: alignments.to_vec(),
            ..Table::default()
        };
        let out = &mut self.out;
        out.write_line("<div class=\"table-wrap\" role=\"group\" tabindex=\"0\" aria-label=\"");
        out.placeholder(Segment::Label("table-region"));
        out.write("\"><table>");
    }

    /// Writes the start of a cell. An empty cell of the head is a plain cell, because a header needs words.
    fn start_cell(&mut self, empty: bool) {
        let (cell, scope) = match self.table.in_head && !empty {
            true => ("th", " scope=\"col\""),
            false => ("td", ""),
        };
        self.table.cell = cell;
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            _ => "",
        };
        self.out.write(&format!("<{cell}{scope}{class}>"));
    }

    fn start_container(&mut self, html: &str) {
        self.open_container();
        self.out.write_line(html);
    }

    fn end_container(&mut self, html: &str) {
        self.close_container();
        self.out.write(html);
    }
}
