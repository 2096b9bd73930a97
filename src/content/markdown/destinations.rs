//! Destinations of links: which schemes are safe, which link texts are vague, where a destination is.

use std::borrow::Cow;
use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use percent_encoding::percent_decode_str;

/// The scheme of a destination, if a page may not use it. Returns `None` if the destination is safe.
///
/// The scheme is read as browsers read it (URL standard, "basic URL parser"): control characters and spaces
/// before it are ignored, and tabs and line ends anywhere. A percent-encoded scheme is none to a browser, but
/// one that would run a program is refused all the same.
pub(super) fn unsafe_scheme(destination: &str) -> Option<String> {
    if let Some(scheme) = scheme(destination) {
        return (!SAFE_SCHEMES.contains(&scheme.as_str())).then_some(scheme);
    }
    let decoded: Cow<str> = percent_decode_str(destination).decode_utf8_lossy();
    scheme(&decoded).filter(|scheme| PROGRAM_SCHEMES.contains(&scheme.as_str()))
}

/// Whether a destination is on another site, so that its title is not known.
pub(super) fn is_external(destination: &str) -> bool {
    scheme(destination).is_some_and(|scheme| scheme != "ref")
}

/// Whether the text of a link says nothing about where the link leads (WCAG 2.2, 2.4.4), in the languages
/// of Italian authorities and of their neighbours.
pub(super) fn is_vague(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    VAGUE_TEXTS.contains(&text)
}

/// The bytes of the destination of an inline link, in the part of the link after its text.
pub(super) fn destination_in_link(tail: &str) -> Option<Range<usize>> {
    let from = tail.find("](")? + 2;
    let end = tail.len().checked_sub(1)?;
    destination(tail, from, end)
}

/// The bytes of the destination in the definition of a reference link.
pub(super) fn destination_in_definition(definition: &str) -> Option<Range<usize>> {
    let from = definition.find("]:")? + 2;
    destination(definition, from, definition.len())
}

/// A web or e-mail address in running text.
pub(super) struct BareAddress {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// The destination of its link: the address, with `mailto:` for e-mail.
    pub(super) destination: String,
}

/// Finds the web and e-mail addresses in a text.
pub(super) fn bare_addresses(text: &str) -> Vec<BareAddress> {
    if !text.contains("://") && !text.contains('@') {
        return Vec::new();
    }
    let found = LinkFinder::new();
    let found = found.links(text).filter_map(|link| {
        let address = link.as_str();
        let destination = match link.kind() {
            LinkKind::Email => format!("mailto:{address}"),
            _ if matches!(scheme(address)?.as_str(), "http" | "https") => address.to_owned(),
            _ => return None,
        };
        Some(BareAddress {
            bytes: link.start()..link.end(),
            destination,
        })
    });
    found.collect()
}

const SAFE_SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "ref"];

/// Schemes whose addresses may run as a program.
const PROGRAM_SCHEMES: &[&str] = &["javascript", "vbscript", "data"];

#[rustfmt::skip]
const VAGUE_TEXTS: &[&str] = &[
    // Italian
    "qui", "clicca", "clicca qui", "cliccare qui", "cliccando qui", "vai", "vedi", "vedi qui", "link",
    "questo link", "a questo link", "al seguente link", "leggi", "leggi tutto", "leggi di più", "continua",
    "continua a leggere", "scopri di più", "per saperne di più", "altro",
    // English
    "here", "click", "click here", "this link", "this page", "more", "read more", "learn more", "see more",
    "continue reading",
    // German
    "hier", "hier klicken", "klicken sie hier", "dieser link", "mehr", "mehr lesen", "mehr erfahren",
    "weiterlesen",
    // French
    "ici", "cliquez ici", "cliquer ici", "ce lien", "lire la suite", "en savoir plus",
    // Slovene
    "tukaj", "kliknite tukaj", "več", "preberi več",
];

/// The scheme of a destination, in lower case.
fn scheme(destination: &str) -> Option<String> {
    let start = destination.trim_start_matches(|c: char| c <= ' ');
    let mut scheme = String::new();
    for c in start.chars() {
        match c {
            '\t' | '\n' | '\r' => {}
            ':' if !scheme.is_empty() => return Some(scheme),
            'a'..='z' | 'A'..='Z' => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() => scheme.push(c),
            _ => return None,
        }
    }
    None
}

/// The bytes of the first destination in `text` from byte `from` to byte `end`.
fn destination(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let rest = text.get(from..end)?;
    let start = from + (rest.len() - rest.trim_start().len());
    let rest = text.get(start..end)?;
    let (start, length) = match rest.strip_prefix('<') {
        Some(pointed) => (start + 1, pointed.find('>')?),
        None => (start, rest.find(char::is_whitespace).unwrap_or(rest.len())),
    };
    (length > 0).then_some(start..start + length)
}
