//! The labels of a theme, from its Fluent catalogues `i18n/LANGUAGE.ftl`.

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

/// The labels of a theme in one language, then in the site's own language, then in English.
#[derive(Clone, Default)]
pub struct Labels {
    bundles: Arc<Vec<FluentBundle<Arc<FluentResource>>>>,
    /// The labels without variables.
    constants: Arc<HashMap<String, String>>,
    /// The other labels, as formatted with each number.
    counted: Arc<HashMap<String, Counted>>,
}

/// A label formatted with each `n` from 0 to 31, when it is first needed.
///
/// A page shows dozens of such labels. Fluent takes 0.5 µs for each, and a lock that all threads share.
type Counted = [OnceLock<Box<str>>; 32];

impl Labels {
    /// The labels for each language of a site.
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

    /// The labels of catalogues with these tags. Earlier tags replace later ones.
    fn of(catalogues: &Catalogues, tags: &[&str]) -> Labels {
        let (mut constants, mut counted) = (HashMap::new(), HashMap::new());
        let resources = tags.iter().rev().flat_map(|tag| catalogues.tagged(tag));
        for (key, pattern) in resources.flat_map(|resource| messages(resource)) {
            constants.remove(key);
            counted.remove(key);
            match pattern.elements.as_slice() {
                [PatternElement::TextElement { value }] => {
                    constants.insert(key.to_owned(), (*value).to_owned());
                }
                _ => drop(counted.insert(key.to_owned(), Counted::default())),
            }
        }
        let bundles = tags.iter().map(|tag| bundle(tag, catalogues.tagged(tag)));
        Labels {
            bundles: Arc::new(bundles.collect()),
            constants: Arc::new(constants),
            counted: Arc::new(counted),
        }
    }

    /// A label without variables.
    pub(super) fn constant(&self, key: &str) -> Option<&str> {
        self.constants.get(key).map(String::as_str)
    }

    /// A label whose only variable is the number `n`. Returns `None` if the number is too large to be kept.
    pub(super) fn counted(&self, key: &str, n: usize) -> Option<&str> {
        let formatted = self.counted.get(key)?.get(n)?;
        Some(formatted.get_or_init(|| {
            let args = FluentArgs::from_iter([("n", n)]);
            self.text(key, Some(&args)).into()
        }))
    }

    /// A label, formatted with these variables. Returns the key if there is no label.
    pub fn text<'a>(&'a self, key: &'a str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        if let Some(label) = self.constant(key) {
            return Cow::Borrowed(label);
        }
        let found = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, args, &mut Vec::new());
            Some(Cow::Owned(text.into_owned()))
        });
        found.unwrap_or(Cow::Borrowed(key))
    }
}

/// The catalogues of a theme and its parents, the parents' first.
pub(super) struct Catalogues(Vec<Catalogue>);

struct Catalogue {
    /// The language: `it`.
    tag: String,
    resource: Arc<FluentResource>,
}

impl Catalogues {
    /// Reads the catalogues. Entries with wrong syntax are left out and reported.
    pub(super) fn read(chain: &[Layer<'_>], faults: &mut Vec<Diagnostic>) -> Catalogues {
        let mut catalogues = Vec::new();
        for (name, file) in chain.iter().rev().flat_map(|layer| layer.folder("i18n")) {
            let Some(tag) = name.strip_suffix(".ftl") else {
                continue;
            };
            let bytes = &file.bytes;
            let text = String::from_utf8_lossy(bytes).into_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.into_iter().map(|error| {
                    let place = Place::span(&file.path, error.pos);
                    let detail = error.kind.to_string();
                    Diagnostic::new(Code::LabelsSyntax, place).text("detail", detail)
                }));
                resource
            });
            catalogues.push(Catalogue {
                tag: tag.to_owned(),
                resource: Arc::new(resource),
            });
        }
        Catalogues(catalogues)
    }

    /// The keys that other languages have and this one lacks.
    pub(super) fn missing(&self, language: &Language) -> Vec<&str> {
        let own = [language.as_str(), language.base()];
        let is_own = |it: &&Catalogue| own.contains(&it.tag.as_str());
        let (own, others): (Vec<_>, Vec<_>) = self.0.iter().partition(is_own);
        let own: BTreeSet<&str> = own.into_iter().flat_map(Catalogue::keys).collect();
        let others: BTreeSet<&str> = others.into_iter().flat_map(Catalogue::keys).collect();
        others.difference(&own).copied().collect()
    }

    fn tagged(&self, tag: &str) -> impl Iterator<Item = &Arc<FluentResource>> {
        let tagged = self.0.iter().filter(move |it| it.tag == tag);
        tagged.map(|it| &it.resource)
    }
}

impl Catalogue {
    /// The keys of its labels. The names of languages are not among them, as no catalogue needs them all.
    fn keys(&self) -> impl Iterator<Item = &str> {
        let keys = messages(&self.resource).map(|(key, _)| key);
        keys.filter(|key| !key.starts_with("language-"))
    }
}

#[cfg(test)]
impl Labels {
    /// Labels without variables.
    pub(super) fn constants<const N: usize>(labels: [(&str, &str); N]) -> Labels {
        let constants = labels.map(|(key, label)| (key.to_owned(), label.to_owned()));
        Labels {
            constants: Arc::new(constants.into()),
            ..Labels::default()
        }
    }
}

/// The messages of a catalogue that have a value.
fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}

/// The Fluent bundle of a language. Later catalogues replace earlier ones.
fn bundle<'a>(
    tag: &str,
    catalogues: impl Iterator<Item = &'a Arc<FluentResource>>,
) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    catalogues.for_each(|catalogue| bundle.add_resource_overriding(Arc::clone(catalogue)));
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_with_a_number_is_formatted_by_fluent() {
        let text = "who = Chi\nplaces = { $n ->\n  [one] un posto\n *[other] { $n } posti\n }\n";
        let resource = Arc::new(FluentResource::try_new(text.to_owned()).unwrap());
        let tag = "it".to_owned();
        let labels = Labels::of(&Catalogues(vec![Catalogue { tag, resource }]), &["it"]);
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
