//! Destinations of links: which link texts are vague, where a destination is.

use std::ops::Range;

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
