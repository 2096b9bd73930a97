//! HTML in the making: what the text itself, a component's body and each footnote are written into.

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::Piece;
use super::elements::Open;

/// HTML in the making, with its holes.
#[derive(Default)]
pub(super) struct Frame {
    /// What is written so far, but for the tail.
    chunks: Vec<Chunk>,
    /// The HTML that is being written.
    tail: String,
    /// How many elements are open.
    pub(super) depth: usize,
    /// How many elements were open at once, at most.
    pub(super) deepest: usize,
    /// The editor's own elements that are open.
    pub(super) open: Open,
}

/// A stretch of HTML in the making.
pub(super) enum Chunk {
    /// Ours.
    Html(String),
    /// The editor's, tag by tag already harmless, but perhaps not balanced.
    Raw(String),
    /// Holes, and HTML that belongs to them, which nothing may come between.
    Atom(Vec<Piece>),
}

impl Frame {
    /// Where to append HTML.
    pub(super) fn html(&mut self) -> &mut String {
        &mut self.tail
    }

    /// All that is written, in stretches.
    pub(super) fn into_chunks(mut self) -> Vec<Chunk> {
        self.cut();
        self.chunks
    }

    /// Appends HTML.
    pub(super) fn write(&mut self, html: &str) {
        self.html().push_str(html);
    }

    /// Appends HTML that begins a line of its own.
    pub(super) fn write_line(&mut self, html: &str) {
        if !self.at_line_start() {
            self.write("\n");
        }
        self.write(html);
    }

    /// Appends text.
    pub(super) fn text(&mut self, text: &str) {
        escape_text(text, self.html());
    }

    /// Appends text inside an attribute's quotes.
    pub(super) fn attribute(&mut self, text: &str) {
        escape_attribute(text, self.html());
    }

    /// Appends a hole.
    pub(super) fn hole(&mut self, piece: Piece) {
        self.atom(vec![piece]);
    }

    /// Appends holes and HTML that nothing may come between.
    pub(super) fn atom(&mut self, pieces: Vec<Piece>) {
        self.cut();
        self.chunks.push(Chunk::Atom(pieces));
    }

    /// Appends HTML of the editor's, made harmless.
    pub(super) fn raw(&mut self, html: String) {
        self.cut();
        self.chunks.push(Chunk::Raw(html));
    }

    fn cut(&mut self) {
        if !self.tail.is_empty() {
            self.chunks
                .push(Chunk::Html(std::mem::take(&mut self.tail)));
        }
    }

    fn at_line_start(&self) -> bool {
        if !self.tail.is_empty() {
            return self.tail.ends_with('\n');
        }
        match self.chunks.last() {
            None => true,
            Some(Chunk::Html(html) | Chunk::Raw(html)) => html.ends_with('\n'),
            Some(Chunk::Atom(_)) => false,
        }
    }
}

/// Appends a text as HTML.
pub(super) fn escape_text(text: &str, into: &mut String) {
    // Writing into a String cannot fail.
    let _ = escape_html_body_text(into, &printable(text));
}

/// Appends a text as the value of a quoted attribute.
pub(super) fn escape_attribute(text: &str, into: &mut String) {
    let _ = escape_html(into, &printable(text));
}

/// Appends a piece; neighbouring HTML becomes one.
pub(super) fn push_piece(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (_, Piece::Html(html)) if html.is_empty() => {}
        (Some(Piece::Html(before)), Piece::Html(html)) => before.push_str(&html),
        (_, piece) => pieces.push(piece),
    }
}

/// The text with the replacement character for what HTML does not allow: control characters and
/// noncharacters (HTML standard, "Preprocessing the input stream").
fn printable(text: &str) -> std::borrow::Cow<'_, str> {
    if text.chars().any(is_forbidden) {
        let replace = |c| if is_forbidden(c) { '\u{fffd}' } else { c };
        text.chars().map(replace).collect::<String>().into()
    } else {
        text.into()
    }
}

fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{c}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}
