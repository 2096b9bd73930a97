//! Texts of the settings, in one language or in several.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::base::language::Language;
use crate::notation::scalar::Text;
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;

/// A text in the language of the site, or one for each language: `{ it = "Novità", de = "Neues" }`.
#[derive(Clone, Debug, PartialEq, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(untagged)]
pub enum LocalText {
    /// A text in the language of the site.
    One(Text),
    /// A text for each language; at least one.
    Each(#[serde(deserialize_with = "not_empty")] BTreeMap<Language, Text>),
}

impl Default for LocalText {
    fn default() -> LocalText {
        LocalText::Each(BTreeMap::new())
    }
}

impl LocalText {
    /// The text in a language, and the language that it is in. If there is no such text, it is the one in the
    /// wider language (`de` for `de-AT`), or else in the site's language, or else the first.
    pub fn in_language<'a>(
        &'a self,
        language: &'a Language,
        site: &'a Language,
    ) -> (&'a str, &'a str) {
        let each = match self {
            LocalText::One(text) => return (text, site.as_str()),
            LocalText::Each(each) => each,
        };
        let wider = || each.get(&Language::parse(language.base())?);
        if let Some(text) = each.get(language).or_else(wider) {
            return (text, language.as_str());
        }
        let other = each.get_key_value(site).or_else(|| each.iter().next());
        other.map_or(("", site.as_str()), |(tag, text)| (text, tag.as_str()))
    }

    /// The text in the language of the site.
    pub fn in_site_language<'a>(&'a self, site: &'a Language) -> &'a str {
        self.in_language(site, site).0
    }

    /// The text in every language.
    pub fn all(&self) -> Vec<&str> {
        match self {
            LocalText::One(text) => vec![text],
            LocalText::Each(each) => each.values().map(Text::as_str).collect(),
        }
    }
}

impl Typed for LocalText {
    const SHAPE: &'static Shape = &Shape::Either(&[
        &Shape::Text(Text::SYNTAX),
        &Shape::ByLanguage(&Shape::Text(Text::SYNTAX)),
    ]);

    fn to_value(&self) -> Value {
        match self {
            LocalText::One(text) => text.to_value(),
            LocalText::Each(each) => {
                let texts = each.iter();
                Value::record(texts.map(|(language, it)| (language.to_string(), it.to_value())))
            }
        }
    }
}

fn not_empty<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Language, Text>, D::Error> {
    let each: BTreeMap<Language, Text> = Deserialize::deserialize(deserializer)?;
    if each.is_empty() {
        return Err(D::Error::custom("an empty text"));
    }
    Ok(each)
}
