//! The paths at which files and redirects are published.

use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::base::source::SourcePath;
use crate::content::graph::site::{in_language, language_of};
use crate::notation::scalar::Alias;

/// The output of an asset.
pub fn asset_output(path: &str) -> OutputPath {
    OutputPath::file(path.strip_prefix("content/").unwrap_or(path))
}

/// The file under `content/` that is published as this output.
pub fn asset_source(output: &OutputPath) -> SourcePath {
    SourcePath::new(&format!("content/{output}"))
}

/// The output of the redirect of an alias, which may be percent-encoded.
pub fn alias_output(alias: &str) -> OutputPath {
    let alias = &*percent_encoding::percent_decode_str(alias).decode_utf8_lossy();
    if alias.ends_with(".html") || alias.ends_with(".htm") {
        OutputPath::file(alias)
    } else {
        OutputPath::page(alias)
    }
}

/// An old address of a page, from which a redirect leads to it.
pub struct OldPath {
    /// Which of the `aliases` it is.
    pub number: usize,
    /// Where it is.
    pub path: OutputPath,
    /// The number of the language in which the page is shown from there.
    pub language: usize,
    /// The page in that language.
    pub page: OutputPath,
}

/// The old addresses of a page. One that it has again is none.
pub fn old_paths<'a>(
    page: &'a OutputPath,
    aliases: &'a [Alias],
    languages: &'a [Language],
) -> impl Iterator<Item = OldPath> + use<'a> {
    let old = aliases.iter().enumerate().filter_map(|(number, alias)| {
        let path = alias_output(alias.as_str());
        let language = language_of(&path, languages);
        let page = in_language(page, languages.get(language)?, languages.first()?);
        Some(OldPath {
            number,
            path,
            language,
            page,
        })
    });
    old.filter(|it| it.path != it.page)
}

/// The first address of a page, percent-encoded and without slashes around it, by which calendars and feeds know it for
/// ever: the first of its old addresses, else its own.
///
/// It stays when date, title, id or file change, as long as each address that is given up becomes the last of the
/// `aliases`, and stays there even if the page has it again. No other page has it, because two pages at one address are
/// an error. Old addresses of files, in other languages and of past compositions, which are in a folder of this name, do
/// not count: the page never had them as its own.
///
/// What cannot be known: an alias that is put before the others, or given to a page that never moved, is taken for the
/// first address. Neither the content nor the list of published addresses tells in which order addresses came.
pub fn first_address(
    page: &OutputPath,
    aliases: &[Alias],
    (languages, compositions): (&[Language], &str),
) -> String {
    let mut aliases = aliases.iter().map(|it| alias_output(it.as_str()));
    let is_composition = |it: &OutputPath| it.address().rsplit('/').nth(2) == Some(compositions);
    let is_own = |it: &OutputPath| {
        it.address().ends_with('/') && language_of(it, languages) == 0 && !is_composition(it)
    };
    let first = aliases.find(is_own).unwrap_or_else(|| page.clone());
    first.address().trim_end_matches('/').to_owned()
}
