//! `site.toml`: what a site is called, where it is, how it is put together.

mod local;
mod look;
mod vocabulary;

use std::collections::BTreeMap;

pub use local::LocalText;
pub use look::{Colors, Feedback, SchemeColors};
pub use vocabulary::{Labels, Vocabularies, Vocabulary, VocabularyKind};

use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::model::Contact;
use crate::notation::scalar::{Id, Text, TimeZone, WebAddress};
use crate::notation::toml;
use crate::{record, words};

record! {
    /// The settings of a site, as typed.
    pub struct Settings {
        /// The name of the site.
        title: LocalText,
        /// The authority that publishes it, for the head of every page.
        authority: Option<LocalText>,
        /// The authority's own site.
        authority_url: Option<WebAddress>,
        /// What the site is, in a sentence.
        description: Option<LocalText>,
        /// Its address, for the few places where a format demands an absolute one.
        base_url: Option<WebAddress>,
        /// The language of the texts. Default: Italian.
        language: Option<Language>,
        /// All languages of the site. Default: the language of the texts.
        languages: Box<[Language]>,
        /// The time zone of meetings and of midnight. Default: Europe/Rome.
        time_zone: Option<TimeZone>,
        /// The theme. Default: `civico`.
        theme: Option<Id>,
        /// A picture beside the site's name, shown in a square: a file, from `content/`.
        logo: Option<Text>,
        /// The colours of the site.
        colors: Option<Colors>,
        /// Where readers tell of a fault. Default: nowhere.
        feedback: Option<Feedback>,
        /// How many entries a list may have before it goes over several pages. Default: 200.
        list_length: Option<u32>,
        /// The folders of generated pages.
        paths: Option<Paths>,
        /// Menus by name; the theme shows `main`.
        menus: BTreeMap<String, Box<[MenuItem]>>,
        /// The foot of every page.
        footer: Option<Footer>,
        /// Additions to the controlled lists.
        vocabularies: Option<Vocabularies>,
        /// How Markdown is read.
        markdown: Option<Markdown>,
        /// The search in the browser.
        search: Option<Search>,
    }
}

record! {
    /// The folders of the pages that entries of registries get.
    pub struct Paths {
        /// Organizations. Default: `organizations`.
        organizations: Option<Id>,
        /// Documents. Default: `documents`.
        documents: Option<Id>,
        /// Areas. Default: `areas`.
        areas: Option<Id>,
        /// Persons. Default: `persons`.
        persons: Option<Id>,
        /// Topics. Default: `topics`.
        topics: Option<Id>,
        /// The index of everything, from A to Z. Default: `a-z`.
        index: Option<Id>,
    }
}

record! {
    /// An entry of a menu.
    pub struct MenuItem {
        /// The text. Default: the title of what it leads to.
        title: Option<LocalText>,
        /// Where it leads: `ref:section/novara`, or an address of the web.
        to: Text,
    }
}

record! {
    /// The foot of every page.
    pub struct Footer {
        /// Links; among them those that the law asks for.
        links: Box<[FooterLink]>,
        /// Whom to call about the site or the authority.
        contacts: Box<[Contact]>,
        /// Who made the site.
        credits: Option<LocalText>,
    }
}

record! {
    /// A link in the foot.
    pub struct FooterLink {
        /// The text. Default: the title of what it leads to.
        title: Option<LocalText>,
        /// Where it leads.
        to: Text,
        /// Which duty of the law it meets. Default: as its title or target tells.
        role: Option<FooterRole>,
    }
}

words! {
    /// The links that the law asks for in the foot of a public site.
    pub enum FooterRole {
        /// Legal notes (linee guida di design, AGID).
        Legal = "legal",
        /// The privacy notice (Reg. (EU) 2016/679 art. 13).
        Privacy = "privacy",
        /// The accessibility statement (L. 4/2004 art. 3-quater).
        Accessibility = "accessibility",
        /// Who answers for publication.
        Responsible = "responsible",
    }
}

record! {
    /// How Markdown is read.
    pub struct Markdown {
        /// What becomes of HTML in the text. Default: `sanitize`.
        html: Option<HtmlPolicy>,
    }
}

record! {
    /// The search in the browser.
    pub struct Search {
        /// Whether there is one. Default: true.
        enabled: Option<bool>,
    }
}

words! {
    /// What becomes of HTML in the text.
    pub enum HtmlPolicy {
        /// Harmless elements pass, others are left out.
        Sanitize = "sanitize",
        /// It is shown as text.
        Escape = "escape",
        /// It passes as it is.
        Trust = "trust",
    }
}

impl Settings {
    /// Reads `site.toml`.
    ///
    /// # Errors
    /// Every fault of syntax or shape.
    pub fn read(file: &SourcePath, source: &str) -> Result<Settings, Vec<Diagnostic>> {
        toml::read(file, source)
    }

    /// Whether the content is the same thing, at the same addresses, under other settings: only what stands around it
    /// on the pages may be another. The title is that, too, unless it is that of a home page that nobody has written.
    pub fn mean_the_same_content_as(&self, other: &Settings) -> bool {
        let of_content = |settings: &Settings| Settings {
            title: LocalText::Each(BTreeMap::new()),
            authority: None,
            authority_url: None,
            description: None,
            logo: None,
            feedback: None,
            menus: BTreeMap::new(),
            footer: None,
            ..settings.clone()
        };
        of_content(self) == of_content(other)
    }

    /// The language of the texts.
    pub fn default_language(&self) -> Language {
        self.language.clone().unwrap_or_else(Language::italian)
    }

    /// All languages, the default one first, each once.
    pub fn all_languages(&self) -> Vec<Language> {
        let mut all = vec![self.default_language()];
        for language in &self.languages {
            if !all.contains(language) {
                all.push(language.clone());
            }
        }
        all
    }

    /// The time zone.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        zone(self.time_zone.as_ref().map(TimeZone::as_str))
    }

    /// The theme's name.
    pub fn theme_name(&self) -> &str {
        self.theme.as_ref().map_or("civico", Id::as_str)
    }

    /// How many entries a list may have before it goes over several pages.
    pub fn list_length(&self) -> usize {
        self.list_length
            .map_or(200, |length| length.max(1) as usize)
    }

    /// What becomes of HTML in the text.
    pub fn html_policy(&self) -> HtmlPolicy {
        self.markdown
            .as_ref()
            .and_then(|markdown| markdown.html)
            .unwrap_or(HtmlPolicy::Sanitize)
    }

    /// Whether the site can be searched in the browser.
    pub fn has_search(&self) -> bool {
        let search = self.search.as_ref();
        search.and_then(|search| search.enabled).unwrap_or(true)
    }

    /// The folder of the index from A to Z.
    pub fn index_folder(&self) -> &str {
        let paths = self.paths.as_ref();
        paths
            .and_then(|paths| paths.index.as_ref())
            .map_or("a-z", Id::as_str)
    }

    /// The address of the site with a `/` at its end, if it has one.
    pub fn base_url(&self) -> Option<String> {
        self.base_url
            .as_ref()
            .map(|url| format!("{}/", url.as_str().trim_end_matches('/')))
    }
}

impl Settings {
    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> String {
        let url = self.base_url().and_then(|url| url::Url::parse(&url).ok());
        url.map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
    }
}

impl FooterLink {
    /// The duty that the link meets, as it says or as its words tell.
    pub fn duty(&self) -> Option<FooterRole> {
        const WORDS: &[(&str, FooterRole)] = &[
            ("privacy", FooterRole::Privacy),
            ("datenschutz", FooterRole::Privacy),
            ("accessib", FooterRole::Accessibility),
            ("barrierefrei", FooterRole::Accessibility),
            ("legal", FooterRole::Legal),
            ("impressum", FooterRole::Legal),
            ("responsab", FooterRole::Responsible),
        ];
        let titles = self.title.iter().flat_map(LocalText::all);
        let words: Vec<&str> = titles.chain([self.to.as_str()]).collect();
        let words = words.join(" ").to_lowercase();
        self.role.or_else(|| {
            WORDS
                .iter()
                .find(|(word, _)| words.contains(word))
                .map(|(_, role)| *role)
        })
    }
}

/// The time zone of this name, or that of Rome.
pub fn zone(name: Option<&str>) -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get(name.unwrap_or("Europe/Rome")).unwrap_or(jiff::tz::TimeZone::UTC)
}
