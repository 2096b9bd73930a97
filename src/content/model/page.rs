//! What every page has, and the pages that have nothing else.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::Deserialize;

use super::entity::{EntityKind, Ref, Referable};
use crate::base::date::Date;
use crate::base::language::Language;
use crate::notation::scalar::{Alias, Id, Summary, Text};
use crate::notation::schema::{Shape, Typed};
use crate::notation::yaml::AnyValue;
use crate::record;

record! {
    /// The fields of every page and of every entry of a registry.
    pub struct Common {
        /// The name in references, unique among its kind. Default: the file's name without `.md`.
        id: Option<Id>,
        /// A shorter title, for menus and breadcrumbs.
        nav_title: Option<Text>,
        /// What the page says, in at most 255 characters.
        summary: Option<Summary>,
        /// The day of the last change. Default: the day of the last commit.
        updated: Option<Date>,
        /// The day on which somebody last made sure that it is all still so.
        reviewed: Option<Date>,
        /// Subjects of the controlled list.
        topics: Box<[Ref<Topic>]>,
        /// Old addresses, which lead here.
        aliases: Box<[Alias]>,
        /// Left out of the site, unless drafts are asked for.
        draft: Option<bool>,
        /// The place among its siblings, before the order of titles.
        order: Option<i64>,
        /// The words of an entry of a registry in other languages; a page has a file for each.
        translations: Translations,
        /// Anything that a theme of one's own wants to know.
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
    }
}

/// The words of an entry of a registry, by language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(transparent)]
pub struct Translations(pub BTreeMap<Language, EntryWords>);

impl Typed for Translations {
    const SHAPE: &'static Shape =
        &Shape::Optional(&Shape::ByLanguage(<EntryWords as Typed>::SHAPE));

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

record! {
    /// A page of text.
    pub struct Page {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
    }
}

record! {
    /// A folder of pages, described by its `_index.md`.
    pub struct Section {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
    }
}

record! {
    /// A subject, by which pages and activities are found.
    pub struct Topic {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
    }
}

impl Referable for Page {
    const KIND: EntityKind = EntityKind::Page;
}

impl Referable for Section {
    const KIND: EntityKind = EntityKind::Section;
}

impl Referable for Topic {
    const KIND: EntityKind = EntityKind::Topic;
}

impl Default for Common {
    /// The fields of a thing of which only the title is known.
    fn default() -> Self {
        Common {
            id: None,
            nav_title: None,
            summary: None,
            updated: None,
            reviewed: None,
            topics: Box::default(),
            aliases: Box::default(),
            draft: None,
            order: None,
            translations: Translations::default(),
            extra: AnyValue::default(),
        }
    }
}

impl Topic {
    /// A topic of the controlled list that has no entry or page of its own.
    pub fn named(id: Id, title: Text) -> Topic {
        Topic {
            common: Common {
                id: Some(id),
                ..Common::default()
            },
            r#type: None,
            title,
        }
    }
}

impl Section {
    /// A section that nobody has described.
    pub fn named(id: Id, title: Text) -> Section {
        Section {
            common: Common {
                id: Some(id),
                ..Common::default()
            },
            r#type: None,
            title,
        }
    }
}
