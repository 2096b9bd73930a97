//! Languages of a site.

use std::fmt;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language, by its BCP 47 tag in canonical form: `it`, `de`, `de-AT`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Language(Arc<str>);

impl Language {
    /// Parses a tag. Returns `None` if it is not one.
    pub fn parse(tag: &str) -> Option<Language> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        // BCP 47 allows longer names, but no language has one. `italiano` is a mistake.
        let known = id.language != unic_langid::subtags::Language::default()
            && id.language.as_str().len() <= 3;
        known.then(|| Language(id.to_string().into()))
    }

    /// Italian, the default language of a site.
    pub fn italian() -> Language {
        Language("it".into())
    }

    /// The language without script, region and variants: `de` for `de-AT`.
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = <std::borrow::Cow<'_, str> as Deserialize>::deserialize(deserializer)?;
        Language::parse(&tag).ok_or_else(|| serde::de::Error::custom("not a language tag"))
    }
}
