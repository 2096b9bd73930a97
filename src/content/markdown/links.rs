//! Links: which schemes may pass, which texts say nothing, where a destination stands.

use std::borrow::Cow;
use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use percent_encoding::percent_decode_str;

/// The scheme of a destination, if it is not one that a page may use.
///
/// Read as browsers read it (URL standard, "basic URL parser"): control characters and spaces in
/// front do not count, nor do tabs and line ends anywhere. What percent-encoding hides is no scheme
/// to a browser; one that would run a program is refused all the same.
pub(super) fn unsafe_scheme(destination: &str) -> Option<String> {
    if let Some(scheme) = scheme(destination) {
        return (!SAFE.contains(&scheme.as_str())).then_some(scheme);
    }
    let decoded: Cow<str> = percent_decode_str(destination).decode_utf8_lossy();
    scheme(&decoded).filter(|scheme| PROGRAMS.contains(&scheme.as_str()))
}

/// Whether a destination leads out of the site, where no title can be known.
pub(super) fn has_outside_scheme(destination: &str) -> bool {
    scheme(destination).is_some_and(|scheme| scheme != "ref")
}

/// Whether a link's text says nothing about where the link leads.
///
/// WCAG 2.4.4 (link purpose) in the languages of the country's authorities and their neighbours.
pub(super) fn is_vague(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    VAGUE.contains(&text)
}

/// Where the destination of an inline link stands: in `tail`, which begins where the link's text
/// ends and ends with the link.
pub(super) fn in_link(tail: &str) -> Option<Range<usize>> {
    let from = tail.find("](")? + 2;
    let end = tail.len().checked_sub(1)?;
    destination(tail, from, end)
}

/// Where the destination of a reference link stands in its definition.
pub(super) fn in_definition(definition: &str) -> Option<Range<usize>> {
    let from = definition.find("]:")? + 2;
    destination(definition, from, definition.len())
}

/// An address in running text.
pub(super) struct Bare {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// Where it leads.
    pub(super) destination: String,
}

/// The web and e-mail addresses in a text.
pub(super) fn bare(text: &str) -> Vec<Bare> {
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
        Some(Bare {
            bytes: link.start()..link.end(),
            destination,
        })
    });
    found.collect()
}

const SAFE: &[&str] = &["http", "https", "mailto", "tel", "ref"];

const PROGRAMS: &[&str] = &["javascript", "vbscript", "data"];

const VAGUE: &[&str] = &[
    // Italian
    "qui",
    "clicca",
    "clicca qui",
    "cliccare qui",
    "cliccando qui",
    "vai",
    "vedi",
    "vedi qui",
    "link",
    "questo link",
    "a questo link",
    "al seguente link",
    "leggi",
    "leggi tutto",
    "leggi di più",
    "continua",
    "continua a leggere",
    "scopri di più",
    "per saperne di più",
    "altro",
    // English
    "here",
    "click",
    "click here",
    "this link",
    "this page",
    "more",
    "read more",
    "learn more",
    "see more",
    "continue reading",
    // German
    "hier",
    "hier klicken",
    "klicken sie hier",
    "dieser link",
    "mehr",
    "mehr lesen",
    "mehr erfahren",
    "weiterlesen",
    // French
    "ici",
    "cliquez ici",
    "cliquer ici",
    "ce lien",
    "lire la suite",
    "en savoir plus",
    // Slovene
    "tukaj",
    "kliknite tukaj",
    "več",
    "preberi več",
];

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

/// The destination that stands in `text` after byte `from` and before byte `end`.
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
