//! The fields of every page, and the kinds of pages that have no others.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Deserialize;

use super::{Accepted, EntityKind, Ref};
use crate::base::date::Date;
use crate::base::language::Language;
use crate::notation::scalar::{Alias, Id, Summary, Text};
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;
use crate::notation::yaml::AnyValue;
use crate::record;

record! {
    /// The fields of every page and of every entry of a registry.
    #[derive(Default)]
    pub struct Common {
        /// The id in references, unique among its kind. Default: the name of the file without `.md`.
        id: Option<Id>,
        /// A shorter title, for menus and breadcrumbs.
        nav_title: Option<Text>,
        /// What the page says, in at most 255 characters.
        summary: Option<Summary>,
        /// The day of the last change. Default: the day of the last commit.
        updated: Option<Date>,
        /// The day on which the page was last reviewed.
        reviewed: Option<Date>,
        /// The ids of its topics.
        topics: Box<[Ref<Topic>]>,
        /// Old addresses, which redirect to this page, the first one first.
        aliases: Box<[Alias]>,
        /// Whether the page is only published with `--drafts`.
        draft: Option<bool>,
        /// Its place in lists, which are sorted by this before the title.
        order: Option<i64>,
        /// Translations of an entry of a registry. A page has a file for each.
        translations: Translations,
        /// Warnings that are true and will stay.
        accepted: Box<[Accepted]>,
        /// Values for a theme, under keys of its own.
        extra: AnyValue,
    }
}

record! {
    /// The words of an entry of a registry in another language.
    pub struct EntryWords {
        /// The title.
        title: Option<Text>,
        /// A shorter title.
        nav_title: Option<Text>,
        /// What the page says, in at most 255 characters.
        summary: Option<Summary>,
        /// Where the meeting takes place.
        place: Option<Text>,
        /// The items on the agenda of the meeting, all of them and in the same order.
        agenda: Box<[Text]>,
        /// Its other texts, each with its translation: `{Segreteria: Secretariat}`.
        words: BTreeMap<String, Text>,
    }
}

/// The translations of an entry of a registry, by language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent)]
pub struct Translations(pub BTreeMap<Language, EntryWords>);

impl Typed for Translations {
    const SHAPE: &'static Shape =
        &Shape::Optional(&Shape::ByLanguage(<EntryWords as Typed>::SHAPE));

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn to_value(&self) -> Value {
        let each = self.0.iter();
        Value::record(each.map(|(language, words)| (language.to_string(), words.to_value())))
    }
}

record! {
    /// A page of text.
    pub struct Page {
        ..common: Common,
        /// The kind of thing: `page`.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
    }
}

record! {
    /// A folder of pages, described by its `_index.md`.
    pub struct Section {
        ..common: Common,
        /// The kind of thing: `section`.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
    }
}

record! {
    /// A subject, by which pages and activities are found.
    pub struct Topic {
        ..common: Common,
        /// The kind of thing: `topic`.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
    }
}

impl Common {
    /// The fields of a thing of which only the id is known.
    fn with_id(id: Id) -> Self {
        Common {
            id: Some(id),
            ..Common::default()
        }
    }
}

impl Topic {
    /// A topic of a controlled list that has no page or entry.
    pub fn named(id: Id, title: Text) -> Topic {
        Topic {
            common: Common::with_id(id),
            r#type: None,
            title,
        }
    }
}

impl Section {
    /// A section that has no page: the home page, or the list of entries of registries.
    pub fn named(id: Id, title: Text) -> Section {
        Section {
            common: Common::with_id(id),
            r#type: None,
            title,
        }
    }
}
