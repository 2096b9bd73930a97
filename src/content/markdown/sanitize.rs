//! A frame becomes pieces; with the editor's HTML in it, by way of a sanitizer.
//!
//! [`super::raw_html`] has let only harmless tags through; ammonia now makes a tree of them and our
//! own HTML, so that nothing the editor left open or closed too often reaches out of the frame, and
//! holds every element, attribute and address against the list once more.
//!
//! Holes travel through it as words that no editor can have written: they hold the digest of the
//! whole file, and a file cannot hold its own digest.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use super::Piece;
use super::elements::{ATTRIBUTES, ELEMENTS};
use super::frame::{Chunk, Frame, push_piece};
use crate::base::digest::Digest;

/// Our own and the editor's elements that may be open at once in a frame with raw HTML.
///
/// The sanitizer looks through all open elements at every tag.
const DEEPEST: usize = 128;

/// The elements that only our own HTML has by now.
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// The attributes that only our own HTML has by now.
const OURS: &[&str] = &["id", "class", "role", "tabindex", "aria-label"];

/// The pieces of a finished frame, and whether the raw HTML in it had to go altogether.
pub(super) fn pieces(frame: Frame, source: &str) -> (Vec<Piece>, bool) {
    let too_deep = frame.deepest > DEEPEST;
    let chunks = frame.into_chunks();
    let raw = chunks.iter().any(|chunk| matches!(chunk, Chunk::Raw(_)));
    if raw && !too_deep {
        (sanitize(chunks, source), false)
    } else {
        (join(chunks), raw)
    }
}

/// The chunks without raw HTML, as pieces.
fn join(chunks: Vec<Chunk>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for chunk in chunks {
        match chunk {
            Chunk::Html(html) => push_piece(&mut pieces, Piece::Html(html)),
            Chunk::Raw(_) => {}
            Chunk::Atom(atom) => atom
                .into_iter()
                .for_each(|piece| push_piece(&mut pieces, piece)),
        }
    }
    pieces
}

fn sanitize(chunks: Vec<Chunk>, source: &str) -> Vec<Piece> {
    let mark = format!("hole-{}-", Digest::of(source.as_bytes()));
    let mut atoms = Vec::new();
    let mut html = String::new();
    for chunk in chunks {
        match chunk {
            Chunk::Html(part) | Chunk::Raw(part) => html.push_str(&part),
            Chunk::Atom(atom) => {
                html.push_str(&format!("{mark}{}-", atoms.len()));
                atoms.push(atom);
            }
        }
    }
    let clean = sanitizer().clean(&html).to_string();
    fill(&clean, &mark, &atoms)
}

/// Puts the holes back.
fn fill(html: &str, mark: &str, atoms: &[Vec<Piece>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut parts = html.split(mark);
    if let Some(first) = parts.next() {
        push_piece(&mut pieces, Piece::Html(first.to_owned()));
    }
    for part in parts {
        let (number, rest) = part.split_once('-').unwrap_or(("", part));
        let atom = number.parse().ok().and_then(|n: usize| atoms.get(n));
        for piece in atom.into_iter().flatten() {
            push_piece(&mut pieces, piece.clone());
        }
        push_piece(&mut pieces, Piece::Html(rest.to_owned()));
    }
    pieces
}

fn sanitizer() -> Builder<'static> {
    let attributes: HashMap<&str, HashSet<&str>> = ELEMENTS
        .iter()
        .map(|(name, own)| (*name, own.iter().copied().collect()))
        .collect();
    let mut builder = Builder::default();
    builder
        .tags(
            ELEMENTS
                .iter()
                .map(|(name, _)| name)
                .chain(HEADINGS)
                .copied()
                .collect(),
        )
        .tag_attributes(attributes)
        .generic_attributes(ATTRIBUTES.iter().chain(OURS).copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}
