//! The lists that a theme declares in its manifest.

use std::collections::BTreeMap;

use super::scalar::{Id, Text};
use super::yaml::AnyValue;
use crate::{record, words};

record! {
    /// A list that a theme declares: which things are in it, and in which order.
    pub struct Query {
        /// The kinds of the things: `["meeting"]`.
        of: Box<[Text]>,
        /// The pages that show the list, by the names of their templates: `["home", "section"]`. Default: `home`.
        on: Box<[Text]>,
        /// By what it is sorted: `order` (as other lists are), `title`, `date`, `updated`, or `extra.KEY`. Default: `order`.
        by: Option<Text>,
        /// Whether the last one comes first.
        reverse: Option<bool>,
        /// Whether only what is still to come, or what is past, is in it. Needs `by = "date"`.
        when: Option<When>,
        /// The id of the section in which the things are, at any depth. Default: anywhere.
        section: Option<Id>,
        /// What the things have under `extra`: `{ featured = true }`.
        extra: Option<BTreeMap<String, AnyValue>>,
        /// The most things in it. Default: 5.
        limit: Option<u32>,
    }
}

words! {
    /// On which side of the site's day something is.
    pub enum When {
        /// On that day or later.
        Coming = "coming",
        /// Before that day.
        Past = "past",
    }
}

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy<'a> {
    /// By `order`, then by title.
    Order,
    /// By title.
    Title,
    /// By the day of a meeting or document.
    Date,
    /// By the day of the last change.
    Updated,
    /// By a value under `extra`.
    Extra(&'a str),
}

/// The words for the ways of sorting that need no key.
const SORTS: [(&str, SortBy<'static>); 4] = [
    ("order", SortBy::Order),
    ("title", SortBy::Title),
    ("date", SortBy::Date),
    ("updated", SortBy::Updated),
];

impl<'a> SortBy<'a> {
    /// The words for all ways, as they are typed.
    pub const WORDS: [&'static str; 5] = ["order", "title", "date", "updated", "extra.KEY"];

    /// Reads a way of sorting. Returns `None` for an unknown one.
    pub fn read(text: &'a str) -> Option<SortBy<'a>> {
        if let Some(key) = text.strip_prefix("extra.") {
            return (!key.is_empty()).then_some(SortBy::Extra(key));
        }
        SORTS.iter().find(|(word, _)| *word == text).map(|it| it.1)
    }
}

impl Query {
    /// The page on which a list is that does not say where.
    const HOME: &'static str = "home";

    /// The most things in a list that does not say how many.
    const SHOWN: u32 = 5;

    /// The most things that a list may have.
    pub const MAX_SHOWN: u32 = 100;

    /// By what the list is sorted.
    pub fn sort_by(&self) -> SortBy<'_> {
        let written = self.by.as_deref().and_then(SortBy::read);
        written.unwrap_or(SortBy::Order)
    }

    /// Whether the page of a template shows the list: `home`.
    pub fn is_on(&self, template: &str) -> bool {
        match &*self.on {
            [] => template == Query::HOME,
            on => on.iter().any(|it| it.as_str() == template),
        }
    }

    /// The most things in it.
    pub fn limit(&self) -> usize {
        self.limit.unwrap_or(Query::SHOWN) as usize
    }

    /// Whether the last one comes first.
    pub fn is_reversed(&self) -> bool {
        self.reverse == Some(true)
    }
}
