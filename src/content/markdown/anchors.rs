//! The anchors of a page, each unique.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::events::Pieces;

/// The anchors that a page has so far.
pub(super) struct AnchorSet {
    taken: BTreeSet<String>,
    /// The explicit anchors of headings, each with the bytes of the heading that has it.
    explicit: BTreeMap<String, Range<usize>>,
    /// The last number that was appended to a name. Without it, a thousand equal headings would take a
    /// million steps.
    last_numbers: BTreeMap<String, usize>,
}

/// The text in small letters and digits of ASCII, with `-` between words. Punctuation of all languages ends a word, and
/// what is not seen is not there: "dell\u{2019}unione" and "dell'unione" are both `dell-unione`.
fn slug(text: &str) -> String {
    let is_invisible = |c: &char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let visible = text.chars().filter(|c| !is_invisible(c));
    let words = visible.map(|c| match c {
        '\u{2010}'..='\u{205f}' | '\u{3000}'..='\u{303f}' => ' ',
        c if c.is_whitespace() || "«»¡¿·´¨\u{2bc}".contains(c) => ' ',
        c => c,
    });
    slug::slugify(words.collect::<String>())
}

/// Why a heading may not have its explicit anchor.
pub(super) enum AnchorConflict {
    /// The page has the anchor outside of the text.
    Page,
    /// The heading with these bytes has it.
    Heading(Range<usize>),
}

impl AnchorSet {
    /// The reserved anchors of the page.
    pub(super) fn new(reserved: &[&str], of_theme: &BTreeSet<String>) -> AnchorSet {
        let mut taken = of_theme.clone();
        taken.extend(reserved.iter().map(|&id| id.to_owned()));
        AnchorSet {
            taken,
            explicit: BTreeMap::new(),
            last_numbers: BTreeMap::new(),
        }
    }

    /// Adds the explicit anchors of a text. Needed before the first anchor is made.
    pub(super) fn reserve_explicit(&mut self, text: Pieces) {
        for piece in text {
            for (event, span) in piece.iter() {
                if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                    && !self.taken.contains(&**id)
                {
                    let heading = self.explicit.entry(id.to_string());
                    heading.or_insert_with(|| span.clone());
                }
            }
        }
    }

    /// Checks that the heading with these bytes may have this explicit anchor.
    pub(super) fn claim(&self, id: &str, span: &Range<usize>) -> Result<(), AnchorConflict> {
        match self.explicit.get(id) {
            Some(first) if first == span => Ok(()),
            Some(first) => Err(AnchorConflict::Heading(first.clone())),
            None => Err(AnchorConflict::Page),
        }
    }

    /// Makes an anchor of a text, with a number at its end if the plain one is taken.
    pub(super) fn generate(&mut self, text: &str) -> String {
        let mut name = slug(text);
        if name.is_empty() {
            name.push_str("section");
        }
        let number = self.last_numbers.entry(name.clone()).or_insert(0);
        loop {
            *number += 1;
            let id = match *number {
                1 => name.clone(),
                more => format!("{name}-{more}"),
            };
            if !self.explicit.contains_key(&id) && self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
