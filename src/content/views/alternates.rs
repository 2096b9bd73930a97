//! A page in the languages of the site.

use schemars::JsonSchema;
use serde::Serialize;

use super::PageContext;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::in_language;

/// A page in one language of the site.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct AlternateView<'a> {
    /// The language: `de`.
    pub lang: &'a str,
    /// The relative link: `../../de/novara/index.html`.
    pub href: String,
    /// The absolute address: `https://coordinamenti.example/de/novara/`. `none` if the site has no address.
    pub url: Option<String>,
    /// Whether it is this page.
    pub current: bool,
    /// Whether it is translated into that language. If not, it shows the words of the original.
    pub translated: bool,
    /// Whether that is the language of the site.
    pub original: bool,
}

impl<'a> AlternateView<'a> {
    /// A page in every language of the site, or nothing if there is one language.
    pub(super) fn all(
        page: &PageContext<'a>,
        original: &OutputPath,
        is_translated: impl Fn(&Language) -> bool,
    ) -> Vec<AlternateView<'a>> {
        let (site, base) = (page.site, page.site.written.base_url());
        if site.languages.len() < 2 {
            return Vec::new();
        }
        let alternates = site.languages.iter().map(|language| {
            let output = in_language(original, language, &site.language);
            AlternateView {
                lang: language.as_str(),
                href: page.file_href(&output),
                url: base
                    .as_ref()
                    .map(|base| format!("{base}{}", output.address())),
                current: language == page.language(),
                translated: is_translated(language),
                original: *language == site.language,
            }
        });
        alternates.collect()
    }
}
