//! The anchors of a page, each unique.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::events::Events;

/// The anchors that a page has so far.
pub(super) struct AnchorSet {
    taken: BTreeSet<String>,
    /// The explicit anchors of headings, each with the bytes of the heading that has it.
    explicit: BTreeMap<String, Range<usize>>,
    /// The last number that was appended to a name. Without it, a thousand equal headings would take a
    /// million steps.
    last_numbers: BTreeMap<String, usize>,
}

/// Why a heading may not have its explicit anchor.
pub(super) enum AnchorConflict {
    /// The page has the anchor outside of the text.
    Page,
    /// The heading with these bytes has it.
    Heading(Range<usize>),
}

impl AnchorSet {
    /// The reserved anchors of the page, and all explicit anchors of the text.
    pub(super) fn new(reserved: &[&str], events: &Events) -> AnchorSet {
        let taken: BTreeSet<String> = reserved.iter().map(|&id| id.to_owned()).collect();
        let mut explicit = BTreeMap::new();
        for (event, span) in events.iter() {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && !taken.contains(&**id)
            {
                let heading = explicit.entry(id.to_string());
                heading.or_insert_with(|| span.clone());
            }
        }
        AnchorSet {
            taken,
            explicit,
            last_numbers: BTreeMap::new(),
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
        let mut name = slug::slugify(text);
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
