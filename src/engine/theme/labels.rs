//! The words of a theme, from its Fluent catalogues `i18n/LANGUAGE.ftl`.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::Layer;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};
use crate::vocabulary::language::Language;

/// The words of a theme in one language; where it has none, in the site's own, then in English.
#[derive(Clone)]
pub struct Labels {
    bundles: Arc<Vec<FluentBundle<FluentResource>>>,
}

impl Labels {
    /// The words in each language of a site.
    pub(super) fn load(
        chain: &[Layer<'_>],
        languages: &[Language],
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<(Language, Labels)> {
        let labels = languages.iter().map(|language| {
            let site = languages.first().map_or("en", Language::as_str);
            let mut tags = vec![language.as_str(), language.base(), site, "en"];
            let mut seen = BTreeSet::new();
            tags.retain(|tag| seen.insert(*tag));
            let bundles = tags.iter().map(|tag| bundle(chain, tag, faults)).collect();
            (
                language.clone(),
                Labels {
                    bundles: Arc::new(bundles),
                },
            )
        });
        labels.collect()
    }

    /// The word or sentence of this key, or the key itself.
    pub fn text(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let found = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(
                bundle
                    .format_pattern(pattern, args, &mut Vec::new())
                    .into_owned(),
            )
        });
        found.unwrap_or_else(|| key.to_owned())
    }
}

/// The keys that a theme has in some language and not in this one.
pub(super) fn missing(chain: &[Layer<'_>], language: &Language) -> Vec<String> {
    let own = [language.as_str(), language.base()];
    let (mut known, mut all) = (BTreeSet::new(), BTreeSet::new());
    for layer in chain {
        for (name, file) in layer.folder("i18n") {
            let Some(tag) = name.strip_suffix(".ftl") else {
                continue;
            };
            let keys = keys(&file.bytes);
            if own.contains(&tag) {
                known.extend(keys.iter().cloned());
            }
            all.extend(keys);
        }
    }
    all.difference(&known).cloned().collect()
}

/// The keys of a catalogue, in its order. Names of languages are not words of a language.
fn keys(catalogue: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(catalogue);
    let keys = text.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|first: char| first.is_ascii_alphabetic())
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && !key.starts_with("language-");
        is_key.then(|| key.to_owned())
    });
    keys.collect()
}

/// The words of a chain of themes in one language; a child's replace its parents'.
fn bundle(
    chain: &[Layer<'_>],
    tag: &str,
    faults: &mut Vec<Diagnostic>,
) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    for layer in chain.iter().rev() {
        for (_, file) in layer
            .folder("i18n")
            .filter(|(name, _)| name.strip_suffix(".ftl") == Some(tag))
        {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    let place = Place::span(&file.path, error.pos);
                    faults.push(
                        Diagnostic::new(Code::LabelsSyntax, place)
                            .text("detail", error.kind.to_string()),
                    );
                }
                resource
            });
            bundle.add_resource_overriding(resource);
        }
    }
    bundle
}
