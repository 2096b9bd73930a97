//! The words of a theme, from its Fluent catalogues `i18n/LANGUAGE.ftl`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};

use super::Layer;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;

/// The catalogues of a chain of themes, the parents' first.
pub(super) struct Catalogues(Vec<Catalogue>);

struct Catalogue {
    tag: String,
    words: Arc<FluentResource>,
}

/// The words of a theme in one language; where it has none, in the site's own, then in English.
#[derive(Clone, Default)]
pub struct Labels {
    bundles: Arc<Vec<FluentBundle<Arc<FluentResource>>>>,
    /// Those in which nothing is to be filled in.
    plain: Arc<HashMap<String, String>>,
    /// The others, as they were said with each number and nothing else.
    counted: Arc<HashMap<String, Counted>>,
}

/// A sentence with each of the numbers from 0 that are said most often, once somebody has asked.
type Counted = [OnceLock<Box<str>>; 32];

impl Catalogues {
    /// Reads the catalogues; what of one is no Fluent is left out, and said.
    pub(super) fn read(chain: &[Layer<'_>], faults: &mut Vec<Diagnostic>) -> Catalogues {
        let mut catalogues = Vec::new();
        for (name, file) in chain.iter().rev().flat_map(|layer| layer.folder("i18n")) {
            let Some(tag) = name.strip_suffix(".ftl") else {
                continue;
            };
            let bytes = &file.bytes;
            let text = String::from_utf8_lossy(bytes).into_owned();
            let words = FluentResource::try_new(text).unwrap_or_else(|(words, errors)| {
                faults.extend(errors.into_iter().map(|error| {
                    let place = Place::span(&file.path, error.pos);
                    let detail = error.kind.to_string();
                    Diagnostic::new(Code::LabelsSyntax, place).text("detail", detail)
                }));
                words
            });
            catalogues.push(Catalogue {
                tag: tag.to_owned(),
                words: Arc::new(words),
            });
        }
        Catalogues(catalogues)
    }

    /// The keys that there are in some language and not in this one.
    pub(super) fn missing(&self, language: &Language) -> Vec<&str> {
        let own = [language.as_str(), language.base()];
        let (known, others): (Vec<_>, Vec<_>) = self
            .0
            .iter()
            .partition(|catalogue| own.contains(&catalogue.tag.as_str()));
        let known: BTreeSet<&str> = known.into_iter().flat_map(Catalogue::keys).collect();
        let others: BTreeSet<&str> = others.into_iter().flat_map(Catalogue::keys).collect();
        others.difference(&known).copied().collect()
    }

    fn of<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Arc<FluentResource>> {
        let own = self.0.iter().filter(move |catalogue| catalogue.tag == tag);
        own.map(|catalogue| &catalogue.words)
    }
}

impl Catalogue {
    /// Names of languages are not words of a language.
    fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = messages(&self.words).map(|(key, _)| key);
        keys.filter(|key| !key.starts_with("language-"))
    }
}

impl Labels {
    /// The words in each language of a site.
    pub(super) fn load(catalogues: &Catalogues, languages: &[Language]) -> Vec<(Language, Labels)> {
        let site = languages.first().map_or("en", Language::as_str);
        let labels = languages.iter().map(|language| {
            let mut tags = vec![language.as_str(), language.base(), site, "en"];
            let mut seen = BTreeSet::new();
            tags.retain(|tag| seen.insert(*tag));
            (language.clone(), Labels::of(catalogues, &tags))
        });
        labels.collect()
    }

    fn of(catalogues: &Catalogues, tags: &[&str]) -> Labels {
        let mut plain = HashMap::new();
        for words in tags.iter().rev().flat_map(|tag| catalogues.of(tag)) {
            for (key, pattern) in messages(words) {
                match pattern.elements.as_slice() {
                    [PatternElement::TextElement { value }] => {
                        plain.insert(key.to_owned(), (*value).to_owned());
                    }
                    _ => drop(plain.remove(key)),
                }
            }
        }
        let words = tags.iter().flat_map(|tag| catalogues.of(tag));
        let keys = words.flat_map(|words| messages(words).map(|(key, _)| key));
        let counted = keys.filter(|key| !plain.contains_key(*key));
        let counted = counted.map(|key| (key.to_owned(), Counted::default()));
        let bundles = tags.iter().map(|tag| bundle(tag, catalogues.of(tag)));
        Labels {
            bundles: Arc::new(bundles.collect()),
            counted: Arc::new(counted.collect()),
            plain: Arc::new(plain),
        }
    }

    /// The word of this key, if nothing is to be filled in.
    pub(super) fn constant(&self, key: &str) -> Option<&str> {
        self.plain.get(key).map(String::as_str)
    }

    /// The sentence of this key that says the number `n` and nothing else; nothing where it is not kept.
    pub(super) fn counted(&self, key: &str, n: usize) -> Option<&str> {
        let said = self.counted.get(key)?.get(n)?;
        Some(said.get_or_init(|| {
            let args = FluentArgs::from_iter([("n", n)]);
            self.text(key, Some(&args)).into()
        }))
    }

    /// The word or sentence of this key, or the key itself.
    pub fn text<'a>(&'a self, key: &'a str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        if let Some(plain) = self.plain.get(key) {
            return Cow::Borrowed(plain);
        }
        let found = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, args, &mut Vec::new());
            Some(Cow::Owned(text.into_owned()))
        });
        found.unwrap_or(Cow::Borrowed(key))
    }
}

#[cfg(test)]
impl Labels {
    /// Words in which nothing is to be filled in.
    pub(super) fn constants<const N: usize>(words: [(&str, &str); N]) -> Labels {
        let words = words.map(|(key, word)| (key.to_owned(), word.to_owned()));
        Labels {
            plain: Arc::new(words.into()),
            ..Labels::default()
        }
    }
}

/// The words of a catalogue; what is named and says nothing is none.
fn messages(words: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    words.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// The words of a chain of themes in one language; a child's replace its parents'.
fn bundle<'a>(
    tag: &str,
    catalogues: impl Iterator<Item = &'a Arc<FluentResource>>,
) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for words in catalogues {
        bundle.add_resource_overriding(Arc::clone(words));
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_kept_as_it_is_said() {
        let words = "who = Chi\nplaces = { $n ->\n  [one] un posto\n *[other] { $n } posti\n }\n";
        let words = Arc::new(FluentResource::try_new(words.to_owned()).unwrap());
        let tag = "it".to_owned();
        let labels = Labels::of(&Catalogues(vec![Catalogue { tag, words }]), &["it"]);
        for (n, expected) in [(0, "0 posti"), (1, "un posto"), (31, "31 posti")] {
            let args = FluentArgs::from_iter([("n", n as f64)]);
            assert_eq!(labels.text("places", Some(&args)), expected);
            for _ in 0..2 {
                assert_eq!(labels.counted("places", n), Some(expected));
            }
        }
        assert_eq!(labels.counted("places", 32), None);
        assert_eq!(labels.counted("who", 1), None);
        assert_eq!(labels.counted("nobody", 1), None);
    }
}
