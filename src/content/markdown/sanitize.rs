//! Turns a buffer into segments. If the editor wrote HTML, it goes through a sanitizer.
//!
//! [`super::raw_html`] has let only harmless tags pass. Here ammonia makes a tree of them and of our own
//! HTML, so that no element that the editor left open, or closed too often, reaches out of the buffer. It
//! checks every element, attribute and address once more.
//!
//! Placeholders pass through it as words that no editor can have written: they contain the digest of the
//! whole file, and a file cannot contain its own digest.

use std::collections::{HashMap, HashSet};

use ammonia::{Builder, UrlRelative};

use super::Segment;
use super::elements::{self, ELEMENTS, GLOBAL_ATTRIBUTES};
use super::html_buffer::{BufferPart, HtmlBuffer, push_segment};
use crate::base::digest::Digest;

/// The number of elements that may be open at once in a buffer with HTML of the editor, our own included.
/// The sanitizer looks through all open elements at every tag.
const MAX_DEPTH: usize = 128;

/// Elements that only our own HTML contains by now.
const OWN_ELEMENTS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// Attributes that only our own HTML contains by now.
const OWN_ATTRIBUTES: &[&str] = &["id", "class", "role", "tabindex", "aria-label"];

/// The segments of a finished buffer. Also returns whether all HTML of the editor had to be removed, because
/// the elements nest too deep.
pub(super) fn segments(buffer: HtmlBuffer, source: &str) -> (Vec<Segment>, bool) {
    let too_deep = buffer.max_depth > MAX_DEPTH;
    let parts = buffer.into_parts();
    let has_raw_html = parts
        .iter()
        .any(|part| matches!(part, BufferPart::RawHtml(_)));
    if has_raw_html && !too_deep {
        (sanitize(parts, source), false)
    } else {
        (without_raw_html(parts), has_raw_html)
    }
}

fn without_raw_html(parts: Vec<BufferPart>) -> Vec<Segment> {
    let mut segments = Vec::new();
    for part in parts {
        match part {
            BufferPart::Html(html) => push_segment(&mut segments, Segment::Html(html)),
            BufferPart::RawHtml(_) | BufferPart::RawSegment(_) => {}
            BufferPart::Segments(more) => more
                .into_iter()
                .for_each(|segment| push_segment(&mut segments, segment)),
        }
    }
    segments
}

fn sanitize(parts: Vec<BufferPart>, source: &str) -> Vec<Segment> {
    let mark = format!("hole-{}-", Digest::of(source.as_bytes()));
    let mut placeholders = Vec::new();
    let mut html = String::new();
    let mut hold = |html: &mut String, segments| {
        html.push_str(&format!("{mark}{}-", placeholders.len()));
        placeholders.push(segments);
    };
    for part in parts {
        match part {
            BufferPart::Html(part) | BufferPart::RawHtml(part) => html.push_str(&part),
            BufferPart::Segments(segments) => hold(&mut html, segments),
            BufferPart::RawSegment(segment) => hold(&mut html, vec![segment]),
        }
    }
    let clean = sanitizer().clean(&html).to_string();
    restore(&clean, &mark, &placeholders)
}

/// Puts the placeholders back in place of their words.
fn restore(html: &str, mark: &str, placeholders: &[Vec<Segment>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut parts = html.split(mark);
    if let Some(first) = parts.next() {
        push_segment(&mut segments, Segment::Html(first.to_owned()));
    }
    for part in parts {
        let (number, rest) = part.split_once('-').unwrap_or(("", part));
        let number = number.parse().ok();
        let placeholder = number.and_then(|number: usize| placeholders.get(number));
        for segment in placeholder.into_iter().flatten() {
            push_segment(&mut segments, segment.clone());
        }
        push_segment(&mut segments, Segment::Html(rest.to_owned()));
    }
    segments
}

fn sanitizer() -> Builder<'static> {
    let attributes = |name: &&'static str| {
        let own = elements::attributes(name).iter().copied().collect();
        (*name, own)
    };
    let attributes: HashMap<&str, HashSet<&str>> = ELEMENTS.iter().map(attributes).collect();
    let generic = GLOBAL_ATTRIBUTES.iter().chain(OWN_ATTRIBUTES);
    let mut builder = Builder::default();
    builder
        .tags(ELEMENTS.iter().chain(OWN_ELEMENTS).copied().collect())
        .tag_attributes(attributes)
        .generic_attributes(generic.copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None);
    builder
}
