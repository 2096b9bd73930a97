//! The anchors of a page, each given out once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::events::Events;

/// The anchors of a page: those that are taken, and the way to new ones.
pub(super) struct Anchors {
    taken: BTreeSet<String>,
    /// Explicit anchors of headings, with the bytes of the heading that has it.
    explicit: BTreeMap<String, Range<usize>>,
    /// The last number tried behind a name, so that a thousand equal headings take no longer.
    numbers: BTreeMap<String, usize>,
}

/// What is wrong with an explicit anchor.
pub(super) enum Taken {
    /// The page has it already, outside of the text.
    ByPage,
    /// The heading at these bytes has it.
    ByHeading(Range<usize>),
}

impl Anchors {
    /// Takes the page's own anchors and all explicit ones of the text, wherever they stand in it.
    pub(super) fn new(reserved: &[&str], events: &Events) -> Anchors {
        let mut anchors = Anchors {
            taken: reserved.iter().map(|&id| id.to_owned()).collect(),
            explicit: BTreeMap::new(),
            numbers: BTreeMap::new(),
        };
        for (event, span) in events.iter() {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && !anchors.taken.contains(&**id)
            {
                anchors
                    .explicit
                    .entry(id.to_string())
                    .or_insert_with(|| span.clone());
            }
        }
        anchors
    }

    /// Whether the heading at these bytes may have this explicit anchor.
    pub(super) fn claim(&self, id: &str, span: &Range<usize>) -> Result<(), Taken> {
        match self.explicit.get(id) {
            Some(first) if first == span => Ok(()),
            Some(first) => Err(Taken::ByHeading(first.clone())),
            None => Err(Taken::ByPage),
        }
    }

    /// An anchor made of a text, with a number behind it when the plain one is taken.
    pub(super) fn generate(&mut self, text: &str) -> String {
        let mut name = slug::slugify(text);
        if name.is_empty() {
            name.push_str("section");
        }
        let number = self.numbers.entry(name.clone()).or_insert(0);
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
