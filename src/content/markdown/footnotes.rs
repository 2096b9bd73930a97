//! Footnotes: numbered as the reader meets them, collected at the end, with ways back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use pulldown_cmark::{Event, Tag, TagEnd};

use super::anchors::Anchors;
use super::events::Events;
use super::frame::push_piece;
use super::{LABELS, Piece};

/// The footnotes of a text that are referred to.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The place of each in `notes`, by its label.
    places: BTreeMap<String, usize>,
    notes: Vec<Note>,
}

#[derive(Default)]
struct Note {
    anchor: String,
    /// The anchors of the references, in order.
    references: Vec<String>,
    body: Option<Vec<Piece>>,
}

/// What a reference to a footnote needs.
pub(super) struct Reference {
    /// The footnote's number.
    pub(super) number: usize,
    /// The footnote's anchor.
    pub(super) note: String,
    /// The reference's own anchor.
    pub(super) anchor: String,
}

impl Footnotes {
    /// Numbers the footnotes in the order of their first references: those in the text, then those
    /// in the footnotes themselves, which the reader meets afterwards.
    pub(super) fn new(events: &Events, anchors: &mut Anchors) -> Footnotes {
        let outline = Outline::of(events);
        let mut footnotes = Footnotes::default();
        let mut queue: VecDeque<&String> = outline.text.iter().collect();
        while let Some(label) = queue.pop_front() {
            let Some(inside) = outline.notes.get(label) else {
                continue;
            };
            if !footnotes.places.contains_key(label) {
                let number = footnotes.notes.len();
                footnotes.places.insert(label.clone(), number);
                footnotes.notes.push(Note {
                    anchor: anchors.generate(&format!("fn-{}", number + 1)),
                    ..Note::default()
                });
                queue.extend(inside);
            }
        }
        footnotes
    }

    /// Notes a reference. `None` where the label has no definition.
    pub(super) fn refer(&mut self, label: &str, anchors: &mut Anchors) -> Option<Reference> {
        let place = *self.places.get(&key(label))?;
        let note = self.notes.get_mut(place)?;
        let anchor = anchors.generate(&way_back(place, note.references.len()));
        note.references.push(anchor.clone());
        Some(Reference {
            number: place + 1,
            note: note.anchor.clone(),
            anchor,
        })
    }

    /// Whether a definition of this label is still wanted: referred to, and the first one.
    pub(super) fn wants(&self, label: &str) -> bool {
        let place = self.places.get(&key(label));
        place
            .and_then(|&place| self.notes.get(place))
            .is_some_and(|note| note.body.is_none())
    }

    /// Takes the text of a footnote.
    pub(super) fn define(&mut self, label: &str, body: Vec<Piece>) {
        let place = self.places.get(&key(label));
        if let Some(note) = place.and_then(|&place| self.notes.get_mut(place)) {
            note.body = Some(body);
        }
    }

    /// Appends the section with all footnotes, if there are any.
    pub(super) fn write(self, pieces: &mut Vec<Piece>) {
        if self.notes.is_empty() {
            return;
        }
        let html =
            |pieces: &mut Vec<Piece>, html: &str| push_piece(pieces, Piece::Html(html.into()));
        html(
            pieces,
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"",
        );
        push_piece(pieces, Piece::Label(label("footnotes")));
        html(pieces, "\">\n<ol>\n");
        for (place, note) in self.notes.into_iter().enumerate() {
            html(pieces, &format!("<li id=\"{}\">\n", note.anchor));
            let mut body = note.body.unwrap_or_default();
            let close = open_last_paragraph(&mut body);
            for piece in body {
                push_piece(pieces, piece);
            }
            for (turn, anchor) in note.references.iter().enumerate() {
                write_way_back(pieces, place, turn, anchor);
            }
            html(pieces, close);
            html(pieces, "</li>\n");
        }
        html(pieces, "</ol>\n</section>\n");
    }
}

/// Where footnotes are referred to.
#[derive(Default)]
struct Outline {
    /// The labels referred to in the text, in order.
    text: Vec<String>,
    /// The labels referred to in each footnote, in order.
    notes: BTreeMap<String, Vec<String>>,
}

impl Outline {
    fn of(events: &Events) -> Outline {
        let mut outline = Outline::default();
        let mut seen = BTreeSet::new();
        let mut inside: Vec<(String, Vec<String>)> = Vec::new();
        let mut images = 0_usize;
        for (event, _) in events.iter() {
            match event {
                Event::Start(Tag::Image { .. }) => images += 1,
                Event::End(TagEnd::Image) => images = images.saturating_sub(1),
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    inside.push((key(label), Vec::new()));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((label, references)) = inside.pop() {
                        outline.notes.entry(label).or_insert(references);
                    }
                }
                Event::FootnoteReference(label) if images == 0 => match inside.last_mut() {
                    Some((_, references)) => references.push(key(label)),
                    None if seen.insert(key(label)) => outline.text.push(key(label)),
                    None => {}
                },
                _ => {}
            }
        }
        outline
    }
}

/// Labels match whatever their case.
fn key(label: &str) -> String {
    label.to_lowercase()
}

/// The name that the anchor of a reference is made of.
fn way_back(place: usize, turn: usize) -> String {
    match turn {
        0 => format!("fnref-{}", place + 1),
        more => format!("fnref-{}-{}", place + 1, more + 1),
    }
}

/// Takes the end off the last paragraph, so that the way back can follow its last word.
///
/// Returns what has to follow.
fn open_last_paragraph(body: &mut [Piece]) -> &'static str {
    if let Some(Piece::Html(html)) = body.last_mut()
        && let Some(length) = html.strip_suffix("</p>\n").map(str::len)
    {
        html.truncate(length);
        return "</p>\n";
    }
    "\n"
}

fn write_way_back(pieces: &mut Vec<Piece>, place: usize, turn: usize, anchor: &str) {
    let number = place + 1;
    let (name, mark) = match turn {
        0 => (format!("{number}"), "\u{21a9}\u{fe0e}".to_owned()),
        more => (
            format!("{number}-{}", more + 1),
            format!("\u{21a9}\u{fe0e}<sup>{}</sup>", more + 1),
        ),
    };
    push_piece(
        pieces,
        Piece::Html(format!(
            " <a class=\"footnote-back\" href=\"#{anchor}\" role=\"doc-backlink\" aria-label=\""
        )),
    );
    push_piece(pieces, Piece::Label(label("footnote-back")));
    push_piece(pieces, Piece::Html(format!(" {name}\">{mark}</a>")));
}

/// The word of [`LABELS`], so that none is used that is not listed.
fn label(word: &'static str) -> &'static str {
    debug_assert!(LABELS.contains(&word));
    word
}
