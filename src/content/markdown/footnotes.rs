//! Footnotes: numbered as the reader meets them, and written at the end, with links back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::anchors::AnchorSet;
use super::events::Pieces;
use super::html_buffer::push_segment;
use super::{LABELS, Segment};

/// The footnotes of a text that have references.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The index of each footnote in `notes`, by its normalized label.
    indexes: BTreeMap<String, usize>,
    notes: Vec<Footnote>,
}

#[derive(Default)]
struct Footnote {
    anchor: String,
    /// The anchors of the references to it, in order.
    references: Vec<String>,
    body: Option<Vec<Segment>>,
}

/// What a reference to a footnote needs.
pub(super) struct Reference {
    pub(super) number: usize,
    /// The anchor of the footnote.
    pub(super) note: String,
    /// The anchor of the reference itself.
    pub(super) anchor: String,
}

impl Footnotes {
    /// Numbers the footnotes in the order of their first references: first those in the text, then those in
    /// the footnotes, which the reader meets afterwards.
    pub(super) fn new(text: Pieces, anchors: &mut AnchorSet) -> Footnotes {
        let references = References::find(text);
        let mut footnotes = Footnotes::default();
        let mut queue: VecDeque<&String> = references.in_text.iter().collect();
        while let Some(label) = queue.pop_front() {
            let Some(inside) = references.in_notes.get(label) else {
                continue;
            };
            if !footnotes.indexes.contains_key(label) {
                let index = footnotes.notes.len();
                footnotes.indexes.insert(label.clone(), index);
                footnotes.notes.push(Footnote {
                    anchor: anchors.generate(&format!("fn-{}", index + 1)),
                    ..Footnote::default()
                });
                queue.extend(inside);
            }
        }
        footnotes
    }

    /// Adds a reference. Returns `None` if the label has no definition.
    pub(super) fn refer(&mut self, label: &str, anchors: &mut AnchorSet) -> Option<Reference> {
        let index = *self.indexes.get(&normalized(label))?;
        let note = self.notes.get_mut(index)?;
        let number = reference_number(index, note.references.len());
        let anchor = anchors.generate(&format!("fnref-{number}"));
        note.references.push(anchor.clone());
        Some(Reference {
            number: index + 1,
            note: note.anchor.clone(),
            anchor,
        })
    }

    /// Whether a definition of this label is used: it has references, and no definition came before.
    pub(super) fn wants(&self, label: &str) -> bool {
        let index = self.indexes.get(&normalized(label));
        let note = index.and_then(|&index| self.notes.get(index));
        note.is_some_and(|note| note.body.is_none())
    }

    /// Sets the text of a footnote.
    pub(super) fn define(&mut self, label: &str, body: Vec<Segment>) {
        let index = self.indexes.get(&normalized(label));
        if let Some(note) = index.and_then(|&index| self.notes.get_mut(index)) {
            note.body = Some(body);
        }
    }

    /// Appends the section with all footnotes, if there are any.
    pub(super) fn write(self, segments: &mut Vec<Segment>) {
        if self.notes.is_empty() {
            return;
        }
        let section = "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"";
        push_html(segments, section);
        push_segment(segments, label("footnotes"));
        push_html(segments, "\">\n<ol>\n");
        for (index, note) in self.notes.into_iter().enumerate() {
            push_html(segments, format!("<li id=\"{}\">\n", note.anchor));
            let mut body = note.body.unwrap_or_default();
            let end = cut_last_paragraph(&mut body);
            for segment in body {
                push_segment(segments, segment);
            }
            for (turn, anchor) in note.references.iter().enumerate() {
                push_back_link(segments, (index, turn), anchor);
            }
            push_html(segments, format!("{end}</li>\n"));
        }
        push_html(segments, "</ol>\n</section>\n");
    }
}

/// The labels of all references to footnotes, normalized.
#[derive(Default)]
struct References {
    /// Those in the text, in order, each once.
    in_text: Vec<String>,
    /// Those in each footnote, in order, by the label of the footnote.
    in_notes: BTreeMap<String, Vec<String>>,
}

impl References {
    fn find(text: Pieces) -> References {
        let mut found = References::default();
        let mut seen = BTreeSet::new();
        let mut open_notes: Vec<(String, Vec<String>)> = Vec::new();
        let mut open_images = 0_usize;
        for piece in text {
            for (event, _) in piece.iter() {
                match event {
                    // The description of an image has no references.
                    Event::Start(Tag::Image { .. }) => open_images += 1,
                    Event::End(TagEnd::Image) => open_images = open_images.saturating_sub(1),
                    Event::Start(Tag::FootnoteDefinition(label)) => {
                        open_notes.push((normalized(label), Vec::new()));
                    }
                    Event::End(TagEnd::FootnoteDefinition) => {
                        if let Some((label, references)) = open_notes.pop() {
                            found.in_notes.entry(label).or_insert(references);
                        }
                    }
                    Event::FootnoteReference(label) if open_images == 0 => {
                        let label = normalized(label);
                        match open_notes.last_mut() {
                            Some((_, references)) => references.push(label),
                            None if seen.insert(label.clone()) => found.in_text.push(label),
                            None => {}
                        }
                    }
                    _ => {}
                }
            }
        }
        found
    }
}

/// Labels are the same in upper and lower case.
fn normalized(label: &str) -> String {
    label.to_lowercase()
}

/// The number of a reference: that of the footnote, and from the second reference on its own: `1`, `1-2`.
fn reference_number(index: usize, turn: usize) -> String {
    match turn {
        0 => format!("{}", index + 1),
        more => format!("{}-{}", index + 1, more + 1),
    }
}

/// Cuts the end off the last paragraph, so that the links back follow its last word. Returns what must come
/// after them.
fn cut_last_paragraph(body: &mut [Segment]) -> &'static str {
    const END: &str = "</p>\n";
    if let Some(Segment::Html(html)) = body.last_mut()
        && let Some(length) = html.strip_suffix(END).map(str::len)
    {
        html.truncate(length);
        return END;
    }
    "\n"
}

/// Appends the link from a footnote back to one of its references.
fn push_back_link(segments: &mut Vec<Segment>, (index, turn): (usize, usize), anchor: &str) {
    let number = reference_number(index, turn);
    let mark = match turn {
        0 => String::new(),
        more => format!("<sup>{}</sup>", more + 1),
    };
    let start = format!(
        " <a class=\"footnote-back\" href=\"#{anchor}\" role=\"doc-backlink\" aria-label=\""
    );
    push_html(segments, start);
    push_segment(segments, label("footnote-back"));
    push_html(segments, format!(" {number}\">\u{21a9}\u{fe0e}{mark}</a>"));
}

fn push_html(segments: &mut Vec<Segment>, html: impl Into<String>) {
    push_segment(segments, Segment::Html(html.into()));
}

fn label(word: &'static str) -> Segment {
    debug_assert!(LABELS.contains(&word));
    Segment::Label(word)
}
