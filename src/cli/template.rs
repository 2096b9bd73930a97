//! Templates of the files that `init` and `new` write for editors, in the languages that these can begin in.

use clap::ValueEnum;
use include_dir::Dir;
use tera::{Context, Tera};

use super::failure::Failure;
use crate::base::language::Language;

/// A language in which a site can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SiteLanguage {
    /// Italian.
    It,
    /// English.
    En,
    /// German.
    De,
}

impl SiteLanguage {
    pub(super) fn of_tag(tag: &str) -> Option<SiteLanguage> {
        let language = Language::parse(&tag.replace('_', "-"))?;
        SiteLanguage::from_str(language.base(), true).ok()
    }

    /// Its tag, which is also the name of its folder of templates.
    pub(super) fn tag(self) -> &'static str {
        match self {
            SiteLanguage::It => "it",
            SiteLanguage::En => "en",
            SiteLanguage::De => "de",
        }
    }
}

/// Fills in a template that is a file of the program.
pub(super) fn filled_in(template: &str, values: &Context) -> Result<String, Failure> {
    Tera::one_off(template, values, false).map_err(|error| {
        Failure::new("cli-internal")
            .text("detail", error.to_string())
            .with_hint("cli-internal-hint")
    })
}

/// The files in a folder of templates, each with its path below that folder and its text.
pub(super) fn files<'a>(
    templates: &'a Dir<'a>,
    folder: &str,
) -> impl Iterator<Item = (String, &'a str)> {
    let mut found = Vec::new();
    let mut folders: Vec<&Dir<'_>> = templates.get_dir(folder).into_iter().collect();
    while let Some(next) = folders.pop() {
        folders.extend(next.dirs());
        found.extend(next.files());
    }
    let prefix = format!("{folder}/");
    let mut files: Vec<(String, &str)> = found
        .into_iter()
        .filter_map(|file| {
            let names = file.path().iter().map(|name| name.to_string_lossy());
            let path = names.collect::<Vec<_>>().join("/");
            Some((
                path.strip_prefix(&prefix)?.to_owned(),
                file.contents_utf8()?,
            ))
        })
        .collect();
    files.sort();
    files.into_iter()
}

/// A text in one line, without characters that nobody sees.
pub(super) fn one_line(text: &str) -> String {
    let is_seen = |c: &char| c.is_whitespace() || !c.is_control() && *c != '\u{feff}';
    let seen: String = text.chars().filter(is_seen).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ")
}

/// A text as Markdown shows it letter by letter.
pub(super) fn markdown(text: &str) -> String {
    let escaped = text.chars().flat_map(|c| {
        let needs_it = c.is_ascii_punctuation() && !".,;:'\"-()/".contains(c);
        needs_it.then_some('\\').into_iter().chain([c])
    });
    escaped.collect()
}
