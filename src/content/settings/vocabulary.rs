//! The controlled lists: built in, and extended by a site.

use std::borrow::Cow;
use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::notation::scalar::Text;
use crate::notation::toml;
use crate::record;

/// The words of one list and what each is called, by language.
pub type Labels = BTreeMap<String, BTreeMap<String, Text>>;

record! {
    /// Controlled lists: `steering_group = { it = "Cabina di regia", en = "Steering group" }`.
    pub struct Vocabularies {
        /// Kinds of bodies.
        body_kinds: Labels,
        /// Kinds of organizations.
        organization_kinds: Labels,
        /// Kinds of documents.
        document_kinds: Labels,
        /// Kinds of areas and zones.
        area_kinds: Labels,
        /// How bodies deal with others.
        relations: Labels,
        /// Topics, beside those of registries and pages.
        topics: Labels,
        /// The titles of the lists of generated pages.
        lists: Labels,
    }
}

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VocabularyKind {
    /// Kinds of bodies.
    Body,
    /// Kinds of organizations.
    Organization,
    /// Kinds of documents.
    Document,
    /// Kinds of areas and zones.
    Area,
    /// How bodies deal with others.
    Relation,
    /// Topics.
    Topic,
    /// The titles of the lists of generated pages.
    List,
}

/// The controlled lists of a site: what is built in, then what `site.toml` adds or renames.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Vocabulary {
    layers: Vec<Vocabularies>,
}

impl Vocabulary {
    /// The lists of a site with these additions.
    pub fn new(additions: Option<&Vocabularies>) -> Vocabulary {
        let built_in = toml::read(
            &SourcePath::new("vocabularies.toml"),
            include_str!("vocabularies.toml"),
        );
        Vocabulary {
            layers: additions
                .cloned()
                .into_iter()
                .chain(built_in.ok())
                .collect(),
        }
    }

    /// Whether the list has the word.
    pub fn has(&self, kind: VocabularyKind, word: &str) -> bool {
        self.lists(kind).any(|list| list.contains_key(word))
    }

    /// Every word of the list, in order.
    pub fn words(&self, kind: VocabularyKind) -> Vec<&str> {
        let mut words: Vec<&str> = self
            .lists(kind)
            .flat_map(|list| list.keys().map(String::as_str))
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// What the word is called: in the language, else in the site's, else in any, else the word itself
    /// with blanks.
    pub fn label<'a>(
        &'a self,
        kind: VocabularyKind,
        word: &str,
        language: &Language,
        site: &Language,
    ) -> Cow<'a, str> {
        let names = || self.lists(kind).filter_map(|list| list.get(word));
        let named = |tag: &str| names().find_map(|by_language| by_language.get(tag));
        let any = || names().next()?.values().next();
        named(language.as_str())
            .or_else(|| named(language.base()))
            .or_else(|| named(site.as_str()))
            .or_else(any)
            .map_or_else(
                || word.replace(['_', '-'], " ").into(),
                |it| it.as_str().into(),
            )
    }

    /// What the word is called in a language, and in no other.
    pub fn label_in(&self, kind: VocabularyKind, word: &str, language: &Language) -> Option<&Text> {
        let tags = [language.as_str(), language.base()];
        tags.into_iter().find_map(|tag| {
            let mut names = self.lists(kind).filter_map(|list| list.get(word));
            names.find_map(|by_language| by_language.get(tag))
        })
    }

    fn lists(&self, kind: VocabularyKind) -> impl Iterator<Item = &Labels> {
        self.layers.iter().map(move |layer| match kind {
            VocabularyKind::Body => &layer.body_kinds,
            VocabularyKind::Organization => &layer.organization_kinds,
            VocabularyKind::Document => &layer.document_kinds,
            VocabularyKind::Area => &layer.area_kinds,
            VocabularyKind::Relation => &layer.relations,
            VocabularyKind::Topic => &layer.topics,
            VocabularyKind::List => &layer.lists,
        })
    }
}
