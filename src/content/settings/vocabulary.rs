//! The controlled lists of words: built in, and extended by a site.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use borsh::{BorshDeserialize, BorshSerialize};

use super::kind_words::kind_in;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::notation::scalar::Text;
use crate::notation::suggest::{Near, near};
use crate::notation::toml;
use crate::{record, words};

/// The words of one list, each with its names by language tag.
pub type Labels = BTreeMap<String, BTreeMap<String, Text>>;

record! {
    /// Words for the controlled lists: `steering_group = { it = "Cabina di regia", en = "Steering group" }`.
    pub struct Vocabularies {
        /// Kinds of bodies.
        body_kinds: Labels,
        /// Kinds of organizations.
        organization_kinds: Labels,
        /// Kinds of documents.
        document_kinds: Labels,
        /// Kinds of areas and zones.
        area_kinds: Labels,
        /// Relations between bodies and others.
        relations: Labels,
        /// What acts do for bodies.
        legal_relations: Labels,
        /// Topics, in addition to those of registries and pages.
        topics: Labels,
        /// The titles of the lists of generated pages.
        lists: Labels,
    }
}

words! {
    /// A controlled list, by its key under `[vocabularies]`.
    pub enum VocabularyKind {
        /// Kinds of bodies.
        Body = "body_kinds",
        /// Kinds of organizations.
        Organization = "organization_kinds",
        /// Kinds of documents.
        Document = "document_kinds",
        /// Kinds of areas and zones.
        Area = "area_kinds",
        /// Relations between bodies and others.
        Relation = "relations",
        /// What acts do for bodies.
        LegalRelation = "legal_relations",
        /// Topics.
        Topic = "topics",
        /// The titles of the lists of generated pages.
        List = "lists",
    }
}

impl VocabularyKind {
    /// The list that the doc of a field names: "a word of the controlled list `body_kinds`".
    pub fn of_doc(doc: &str) -> Option<VocabularyKind> {
        let (_, list) = doc.split_once("controlled list `")?;
        let key = list.split('`').next()?;
        let mut kinds = VocabularyKind::ALL.iter().copied();
        kinds.find(|kind| kind.as_str() == key)
    }
}

/// The controlled lists of a site: the built-in words, and those that `site.toml` adds or renames.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Vocabulary {
    /// The additions of the site come before the built-in words.
    layers: Vec<Vocabularies>,
}

impl Vocabulary {
    /// The lists of a site with these additions.
    pub fn new(additions: Option<&Vocabularies>) -> Vocabulary {
        let path = SourcePath::new("vocabularies.toml");
        let built_in = toml::read(&path, include_str!("vocabularies.toml"));
        let layers = additions.cloned().into_iter().chain(built_in.ok());
        Vocabulary {
            layers: layers.collect(),
        }
    }

    /// Whether a list has a word.
    pub fn has(&self, kind: VocabularyKind, word: &str) -> bool {
        self.lists(kind).any(|list| list.contains_key(word))
    }

    /// All words of a list, sorted.
    pub fn words(&self, kind: VocabularyKind) -> Vec<&str> {
        let words = self.lists(kind).flat_map(BTreeMap::keys);
        let words: BTreeSet<&str> = words.map(String::as_str).collect();
        words.into_iter().collect()
    }

    /// All words of a list, each with its name in a language: `municipality (Comune)`.
    pub fn named_words(&self, kind: VocabularyKind, language: &Language) -> Vec<String> {
        let words = self.words(kind).into_iter();
        let named = words.map(|word| {
            let name = self.label(kind, word, language, language);
            format!("{word} ({name})")
        });
        named.collect()
    }

    /// The word of a list that is most like this text, or whose name is in any language.
    pub fn near(&self, kind: VocabularyKind, written: &str) -> Option<Near<'_>> {
        let lists = self.lists(kind).flatten();
        let names = lists.flat_map(|(word, names)| names.values().map(move |name| (name, word)));
        let names: Vec<(String, &str)> = names
            .map(|(name, word)| (name.to_lowercase(), word.as_str()))
            .collect();
        let text = written.to_lowercase();
        let named = |name: &str| {
            let mut words = names.iter().filter(|(it, _)| it == name).map(|(_, it)| *it);
            let word = words.next()?;
            let is_certain = words.all(|other| other == word);
            Some(Near { word, is_certain })
        };
        let near_name = || {
            let near = near(&text, names.iter().map(|(name, _)| name.as_str()))?;
            let found = named(near.word)?;
            let is_certain = found.is_certain && near.is_certain;
            Some(Near {
                is_certain,
                ..found
            })
        };
        let near_word = || near(written, self.words(kind));
        // `istituisce` for "istituisce l'organismo", `delibera` for "deliberazione".
        let begun = || {
            let begins = |name: &String| text.chars().count() > 4 && name.starts_with(&text);
            let mut words = names.iter().filter(|(it, _)| begins(it)).map(|(_, it)| *it);
            let word = words.next()?;
            let is_certain = false;
            let is_only = words.all(|other| other == word);
            is_only.then_some(Near { word, is_certain })
        };
        // A title may begin like those of another kind.
        let called = || {
            let word = self.called(kind, written)?;
            let is_certain = false;
            Some(Near { word, is_certain })
        };
        named(&text)
            .or_else(called)
            .or_else(near_word)
            .or_else(near_name)
            .or_else(begun)
    }

    /// The word that a title tells: `health_authority` for "ASL CN2".
    pub fn word_in(&self, kind: VocabularyKind, title: &str) -> Option<&str> {
        self.called(kind, title)
            .or_else(|| self.name_in(kind, title))
    }

    fn called(&self, kind: VocabularyKind, text: &str) -> Option<&str> {
        kind_in(kind, text).filter(|word| self.has(kind, word))
    }

    /// The word that a title has the name of, in any language: `municipality` for "Comune di Alba". Of several, the one
    /// whose name comes first, and of these the longest name.
    fn name_in(&self, kind: VocabularyKind, title: &str) -> Option<&str> {
        let title = spoken(title);
        let lists = self.lists(kind).flatten();
        let names = lists.flat_map(|(word, names)| names.values().map(move |name| (name, word)));
        let found = names.filter_map(|(name, word)| {
            let name = spoken(name);
            let at = title.windows(name.len().max(1)).position(|it| it == name)?;
            Some((at, std::cmp::Reverse(name.len()), word.as_str()))
        });
        found.min().map(|(.., word)| word)
    }

    /// The name of a word in a language, or else in the site's, or else in any. A word without a name is shown
    /// itself, with spaces.
    pub fn label<'a>(
        &'a self,
        kind: VocabularyKind,
        word: &str,
        language: &Language,
        site: &Language,
    ) -> Cow<'a, str> {
        let any = || self.names(kind, word).next()?.values().next();
        let name = self
            .label_in(kind, word, language)
            .or_else(|| self.name(kind, word, site.as_str()))
            .or_else(any);
        match name {
            Some(name) => name.as_str().into(),
            None => word.replace(['_', '-'], " ").into(),
        }
    }

    /// The name of a word in a language. Returns `None` if it has none in that language.
    pub fn label_in(&self, kind: VocabularyKind, word: &str, language: &Language) -> Option<&Text> {
        self.name(kind, word, language.as_str())
            .or_else(|| self.name(kind, word, language.base()))
    }

    fn name(&self, kind: VocabularyKind, word: &str, tag: &str) -> Option<&Text> {
        self.names(kind, word).find_map(|names| names.get(tag))
    }

    /// The names of a word by language tag, in each layer that has the word.
    fn names(
        &self,
        kind: VocabularyKind,
        word: &str,
    ) -> impl Iterator<Item = &BTreeMap<String, Text>> {
        self.lists(kind).filter_map(move |list| list.get(word))
    }

    fn lists(&self, kind: VocabularyKind) -> impl Iterator<Item = &Labels> {
        self.layers.iter().map(move |layer| match kind {
            VocabularyKind::Body => &layer.body_kinds,
            VocabularyKind::Organization => &layer.organization_kinds,
            VocabularyKind::Document => &layer.document_kinds,
            VocabularyKind::Area => &layer.area_kinds,
            VocabularyKind::Relation => &layer.relations,
            VocabularyKind::LegalRelation => &layer.legal_relations,
            VocabularyKind::Topic => &layer.topics,
            VocabularyKind::List => &layer.lists,
        })
    }
}

/// The words of a text, in lower case.
fn spoken(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
