//! The labels of a theme, from its Fluent catalogues `i18n/LANGUAGE.ftl`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};

use super::{Layer, limits};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::base::utf8::utf8_text;

/// The labels of a theme in one language, then in the site's own language, then in English.
#[derive(Clone, Default)]
pub struct Labels {
    bundles: Arc<Vec<FluentBundle<Arc<FluentResource>>>>,
    /// The labels without variables.
    constants: Arc<HashMap<String, String>>,
    /// The other labels, as they are with one variable: a small number. Pages ask for few of them again and again.
    counted: Arc<HashMap<String, [OnceLock<String>; COUNTED]>>,
}

/// How many numbers labels are kept for, from 0.
const COUNTED: usize = 3;

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
            match pattern.elements.as_slice() {
                [PatternElement::TextElement { value }] => {
                    counted.remove(key);
                    constants.insert(key.to_owned(), (*value).to_owned());
                }
                _ => {
                    constants.remove(key);
                    counted.insert(key.to_owned(), Default::default());
                }
            }
        }
        let bundles = tags.iter().map(|tag| bundle(catalogues, tag));
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

    /// Where a label is kept as it is with this number as its one variable, `n`. Returns `None` if it is not kept.
    pub(super) fn counted(&self, key: &str, number: usize) -> Option<&OnceLock<String>> {
        self.counted.get(key)?.get(number)
    }

    /// A label, formatted with these variables. Returns the key if there is no label.
    pub fn text<'a>(&'a self, key: &'a str, args: Option<&FluentArgs<'_>>) -> Cow<'a, str> {
        self.find(key, args).unwrap_or(Cow::Borrowed(key))
    }

    /// A label, formatted with these variables. Returns `None` if there is no label.
    pub(super) fn find(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<Cow<'_, str>> {
        if let Some(label) = self.constant(key) {
            return Some(Cow::Borrowed(label));
        }
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let text = bundle.format_pattern(pattern, args, &mut Vec::new());
            Some(Cow::Owned(text.into_owned()))
        })
    }
}

/// The catalogues of a theme and its parents, the parents' first.
pub(super) struct Catalogues(Vec<Catalogue>);

/// The language tag of a catalogue, its content, and its file.
type Catalogue = (String, Arc<FluentResource>, SourcePath);

impl Catalogues {
    /// Reads the catalogues. Entries with wrong syntax are left out and reported.
    pub(super) fn read(chain: &[Layer<'_>], faults: &mut Vec<Diagnostic>) -> Catalogues {
        let mut catalogues = Vec::new();
        for (name, file) in chain.iter().rev().flat_map(|layer| layer.folder("i18n")) {
            let Some(tag) = name.strip_suffix(".ftl") else {
                continue;
            };
            let text = match utf8_text(&file.path, &file.bytes) {
                Ok(text) => text.to_owned(),
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            if let Some(at) = limits::deep_label(&text) {
                let place = Place::span(&file.path, at..at + 1);
                faults.push(Diagnostic::new(Code::TooDeep, place));
                continue;
            }
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                faults.extend(errors.into_iter().map(|error| {
                    let place = Place::span(&file.path, error.pos);
                    let detail = error.kind.to_string();
                    Diagnostic::new(Code::LabelsSyntax, place).text("detail", detail)
                }));
                resource
            });
            catalogues.push((tag.to_owned(), Arc::new(resource), file.path.clone()));
        }
        Catalogues(catalogues)
    }

    /// The keys that some language has.
    pub(super) fn keys(&self) -> BTreeSet<&str> {
        let messages = self
            .0
            .iter()
            .flat_map(|(_, resource, _)| messages(resource));
        messages.map(|(key, _)| key).collect()
    }

    /// The keys that other languages have and this one lacks.
    pub(super) fn missing(&self, language: &Language) -> Vec<&str> {
        let tags = [language.as_str(), language.base()];
        let keys = |is_own: bool| -> BTreeSet<&str> {
            let catalogues = self.0.iter();
            let some = catalogues.filter(|(tag, ..)| tags.contains(&tag.as_str()) == is_own);
            let messages = some.flat_map(|(_, resource, _)| messages(resource));
            // No catalogue needs the names of all languages.
            let keys = messages
                .map(|(key, _)| key)
                .filter(|key| !key.starts_with("language-"));
            keys.collect()
        };
        keys(false).difference(&keys(true)).copied().collect()
    }

    fn tagged(&self, tag: &str) -> impl Iterator<Item = &Arc<FluentResource>> {
        let tagged = self.0.iter().filter(move |(of, ..)| of == tag);
        tagged.map(|(_, resource, _)| resource)
    }

    /// The labels that cannot be put together: they name labels or functions that there are not, or themselves, or too
    /// many others.
    pub(super) fn unresolved(&self) -> Vec<Diagnostic> {
        let tags: BTreeSet<&str> = self.0.iter().map(|(tag, ..)| tag.as_str()).collect();
        let mut faults = Vec::new();
        for tag in tags {
            let bundle = bundle(self, tag);
            let mut seen = BTreeSet::new();
            // A child's catalogue comes later, and replaces labels of its parents'.
            for (of, resource, file) in self.0.iter().rev() {
                for (key, pattern) in messages(resource).filter(|_| of == tag) {
                    if seen.insert(key)
                        && let Some(error) = fault_of(&bundle, pattern)
                    {
                        let at = place_of(resource.source(), key);
                        let place = Place::span(file, at..at + key.len());
                        let fault = Diagnostic::new(Code::LabelsSyntax, place);
                        faults.push(fault.text("detail", error.to_string()));
                    }
                }
            }
        }
        faults
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

/// The labels of the catalogues with this tag.
fn bundle(catalogues: &Catalogues, tag: &str) -> FluentBundle<Arc<FluentResource>> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    // A child's catalogue, which comes later, replaces labels of its parents'.
    for resource in catalogues.tagged(tag) {
        bundle.add_resource_overriding(Arc::clone(resource));
    }
    bundle
}

/// Why a label cannot be put together. Its variables are known only when a template asks for it.
fn fault_of(
    bundle: &FluentBundle<Arc<FluentResource>>,
    pattern: &Pattern<&str>,
) -> Option<FluentError> {
    if let [PatternElement::TextElement { .. }] = pattern.elements.as_slice() {
        return None;
    }
    let mut errors = Vec::new();
    let _ = bundle.format_pattern(pattern, None, &mut errors);
    let is_variable = |error: &FluentError| {
        let variable = |it: &ReferenceKind| matches!(it, ReferenceKind::Variable { .. });
        matches!(error, FluentError::ResolverError(ResolverError::Reference(it)) if variable(it))
    };
    errors.into_iter().find(|error| !is_variable(error))
}

/// Where a label begins in the text of its catalogue.
fn place_of(text: &str, key: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let rest = line.strip_prefix(key).map(str::trim_start);
        if rest.is_some_and(|rest| rest.starts_with('=')) {
            return at;
        }
        at += line.len();
    }
    0
}

/// The messages of a catalogue that have a value.
fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, &Pattern<&str>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    })
}
