//! The pages of the guide that are read in the terminal: those that people have written, and the words of controlled lists.

use crate::base::source::SourcePath;
use crate::messages::UiLanguage;
use crate::notation::{front_matter, yaml};

/// A page.
struct Page {
    name: &'static str,
    italian: &'static str,
    english: &'static str,
}

macro_rules! page {
    ($name:literal) => {
        Page {
            name: $name,
            italian: include_str!(concat!("../../../content/guida/", $name, ".md")),
            english: include_str!(concat!("../../../content/guida/", $name, ".en.md")),
        }
    };
}

const PAGES: &[Page] = &[
    page!("prima-pagina"),
    page!("testi"),
    page!("immagini"),
    page!("traduzioni"),
    page!("che-cosa-si-pubblica"),
    page!("pubblicare"),
    page!("vocabolari"),
    page!("temi"),
    page!("manutenzione"),
];

impl Page {
    fn source(&self, language: UiLanguage) -> &'static str {
        match language {
            UiLanguage::Italian => self.italian,
            UiLanguage::English => self.english,
        }
    }
}

/// The names of the pages, each with the title.
pub(super) fn names(language: UiLanguage) -> impl Iterator<Item = (&'static str, String)> {
    let pages = PAGES.iter();
    pages.map(move |page| {
        let front_matter = parts(page.source(language)).0;
        let title = yaml::text_of_key(&SourcePath::new(page.name), front_matter, "title");
        (page.name, title.unwrap_or_default())
    })
}

/// The text of the page with a name, as it is written.
pub(super) fn text(name: &str, language: UiLanguage) -> Option<&'static str> {
    let page = PAGES.iter().find(|page| page.name == name)?;
    Some(parts(page.source(language)).1.trim())
}

/// The names of the pages in which there is a word.
pub(super) fn with_word(word: &str, language: UiLanguage) -> impl Iterator<Item = &'static str> {
    let word = word.to_lowercase();
    let has_word = move |page: &&Page| {
        let text = page.source(language).to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|it| it == word)
    };
    PAGES.iter().filter(has_word).map(|page| page.name)
}

/// The front matter of a page, and its text.
fn parts(source: &'static str) -> (&'static str, &'static str) {
    match front_matter::cut(source) {
        Ok(parts) => (
            source.get(parts.front_matter).unwrap_or_default(),
            source.get(parts.text..).unwrap_or_default(),
        ),
        Err(_) => ("", source),
    }
}
