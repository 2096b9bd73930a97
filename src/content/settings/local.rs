//! Words of the settings, in one language or in several.

use std::collections::BTreeMap;
use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::base::language::Language;
use crate::notation::scalar::Text;
use crate::notation::schema::{Shape, Typed};

/// A text in the language of the site, or one for each language: `{ it = "Novità", de = "Neues" }`.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum LocalText {
    /// In the language of the site.
    One(Text),
    /// By language.
    Each(BTreeMap<Language, Text>),
}

impl LocalText {
    /// The text in a language, else in a wider one (`de` for `de-AT`), else in the site's, else in the
    /// first that there is; and in which that is.
    pub fn told<'a>(&'a self, language: &'a Language, site: &'a Language) -> (&'a str, &'a str) {
        let each = match self {
            LocalText::One(text) => return (text.as_str(), site.as_str()),
            LocalText::Each(each) => each,
        };
        let wider = || each.get(&Language::parse(language.base())?);
        if let Some(text) = each.get(language).or_else(wider) {
            return (text.as_str(), language.as_str());
        }
        let own = each.get(site).map(|text| (site, text));
        let found = own.or_else(|| each.iter().next());
        found.map_or(("", site.as_str()), |(tag, text)| {
            (text.as_str(), tag.as_str())
        })
    }

    /// The text in the language of the site.
    pub fn own<'a>(&'a self, site: &'a Language) -> &'a str {
        self.told(site, site).0
    }

    /// The text in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (one, each) = match self {
            LocalText::One(text) => (Some(text), None),
            LocalText::Each(each) => (None, Some(each)),
        };
        one.into_iter()
            .chain(each.into_iter().flat_map(BTreeMap::values))
            .map(Text::as_str)
    }
}

impl Typed for LocalText {
    const SHAPE: &'static Shape = &Shape::Either(&[
        &Shape::Text(Text::SYNTAX),
        &Shape::ByLanguage(&Shape::Text(Text::SYNTAX)),
    ]);
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = LocalText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or one for each language")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<LocalText, E> {
                let text = Text::parse(text).ok_or_else(|| E::custom("an empty text"))?;
                Ok(LocalText::One(text))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<LocalText, M::Error> {
                let mut each = BTreeMap::new();
                while let Some((language, text)) = map.next_entry()? {
                    each.insert(language, text);
                }
                if each.is_empty() {
                    return Err(de::Error::custom("an empty text"));
                }
                Ok(LocalText::Each(each))
            }
        }
        deserializer.deserialize_any(Words)
    }
}
