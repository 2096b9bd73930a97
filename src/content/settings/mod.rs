//! The settings of a site: `site.toml`.

mod appearance;
mod folders;
mod kind_words;
mod local_text;
mod vocabulary;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

pub use appearance::{Colors, Feedback, SchemeColors};
pub use local_text::LocalText;
pub use vocabulary::{Labels, Vocabularies, Vocabulary, VocabularyKind};

use crate::base::diagnostic::Diagnostic;
use crate::base::language::Language;
use crate::base::source::SourcePath;
use crate::content::model::Contact;
use crate::notation::reading::Reading;
use crate::notation::scalar::{BaseUrl, Host, HostAndFolder, Id, Text, TimeZone, WebAddress};
use crate::notation::toml;
use crate::{record, words};

record! {
    /// The settings of a site, as typed.
    #[derive(Default)]
    pub struct Settings {
        /// The name of the site.
        title: LocalText,
        /// The authority that publishes the site, for the header of every page.
        authority: Option<LocalText>,
        /// The web address of the authority's own site.
        authority_url: Option<WebAddress>,
        /// What the site is, in a sentence.
        description: Option<LocalText>,
        /// The address of the site. It is only needed where a format demands absolute addresses.
        base_url: Option<BaseUrl>,
        /// The host in the ids of calendars and feeds, with the folder of the site on it, which must not change when the
        /// site moves. Default: those of `base_url`.
        permanent_host: Option<HostAndFolder>,
        /// The language in which texts are written. Default: the first of `languages`, or else Italian.
        language: Option<Language>,
        /// All languages of the site. Default: `language`.
        languages: Box<[Language]>,
        /// The time zone of meetings and of the change of day. Default: `Europe/Rome`.
        time_zone: Option<TimeZone>,
        /// The theme. Default: `civico`.
        theme: Option<Id>,
        /// A square picture beside the name of the site: the path of a file in `content/`.
        logo: Option<Text>,
        /// The colours of the site.
        colors: Option<Colors>,
        /// Where readers report faults. Default: nowhere.
        feedback: Option<Feedback>,
        /// The number of entries that a list may have before it goes over several pages. Default: 200.
        list_length: Option<NonZeroU32>,
        /// The folders of generated pages.
        paths: Option<Paths>,
        /// What calendars show.
        calendars: Option<Calendars>,
        /// The menus, by name. Themes show `main`.
        menus: BTreeMap<String, Box<[MenuItem]>>,
        /// The footer of every page.
        footer: Option<Footer>,
        /// Words that are added to the controlled lists.
        vocabularies: Option<Vocabularies>,
        /// The files, and folders of files, below `content/` in which browsers may run programs.
        trusted_files: Box<[Text]>,
        /// How Markdown is rendered.
        markdown: Option<Markdown>,
        /// The search in the browser.
        search: Option<Search>,
    }
}

record! {
    /// The folders of generated pages. The defaults are words of the site's language: Italian, German, or else English.
    pub struct Paths {
        /// Organizations. Default: `enti` or `organizations`.
        organizations: Option<Id>,
        /// Documents. Default: `atti` or `documents`.
        documents: Option<Id>,
        /// Areas. Default: `territori` or `areas`.
        areas: Option<Id>,
        /// Persons. Default: `persone` or `persons`.
        persons: Option<Id>,
        /// Meetings. Default: `sedute` or `meetings`.
        meetings: Option<Id>,
        /// Topics. Default: `argomenti` or `topics`.
        topics: Option<Id>,
        /// The index of everything, from A to Z. Default: `indice` or `a-z`.
        index: Option<Id>,
        /// Past compositions of a body, below its page. Default: `composizione` or `composition`.
        composition: Option<Id>,
    }
}

record! {
    /// What calendars show.
    pub struct Calendars {
        /// Whether the calendar of a body has the ends of mandates. Default: false.
        mandates: Option<bool>,
    }
}

record! {
    /// An entry of a menu.
    pub struct MenuItem {
        /// The text of the link. Default: the title of what it leads to.
        title: Option<LocalText>,
        /// Where it leads: `ref:section/novara`, or a web address.
        to: Text,
    }
}

record! {
    /// The footer of every page.
    pub struct Footer {
        /// The links. The law asks for some of them.
        links: Box<[FooterLink]>,
        /// The offices and persons to contact about the site or the authority.
        contacts: Box<[Contact]>,
        /// Who made the site.
        credits: Option<LocalText>,
    }
}

record! {
    /// A link in the footer.
    pub struct FooterLink {
        /// The text of the link. Default: the title of what it leads to.
        title: Option<LocalText>,
        /// Where it leads: `ref:page/privacy`, or a web address.
        to: Text,
        /// The legal duty that it meets. Default: guessed from its title and target.
        role: Option<FooterRole>,
    }
}

words! {
    /// A link that the law asks for in the footer of a public site.
    pub enum FooterRole {
        /// Legal notes (linee guida di design, AGID).
        Legal = "legal",
        /// The privacy notice (Reg. (EU) 2016/679 art. 13).
        Privacy = "privacy",
        /// The accessibility statement (L. 4/2004 art. 3-quater).
        Accessibility = "accessibility",
        /// Who is responsible for publication.
        Responsible = "responsible",
    }
}

record! {
    /// How Markdown is rendered.
    pub struct Markdown {
        /// What happens to HTML in the text. Default: `sanitize`.
        html: Option<HtmlPolicy>,
        /// The hosts from which pages may show images. Default: none, so that readers' browsers ask no other site.
        image_hosts: Box<[Host]>,
    }
}

record! {
    /// The search in the browser.
    pub struct Search {
        /// Whether the site has a search. Default: true.
        enabled: Option<bool>,
    }
}

words! {
    /// What happens to HTML in a text.
    pub enum HtmlPolicy {
        /// Harmless elements are kept, others are removed.
        Sanitize = "sanitize",
        /// HTML is shown as text.
        Escape = "escape",
        /// HTML is kept as it is.
        Trust = "trust",
    }
}

impl Settings {
    /// Reads `site.toml`.
    ///
    /// # Errors
    /// All faults of syntax, or else all keys and values that are not as they must be.
    pub fn read(file: &SourcePath, source: &str) -> Result<Settings, Vec<Diagnostic>> {
        toml::read(file, source)
    }

    /// Reads what can be read of `site.toml`, although it has faults.
    pub fn read_in_part(file: &SourcePath, source: &str) -> Reading<Settings> {
        toml::read_in_part(file, source)
    }

    /// Whether the content of a site is the same under other settings: the same things, at the same addresses.
    /// Only what surrounds the content on the pages may differ.
    ///
    /// The title of the site is one of these surroundings, unless it is the title of a home page that nobody
    /// has written.
    pub fn have_same_content_as(&self, other: &Settings) -> bool {
        let of_content = |settings: &Settings| Settings {
            title: LocalText::default(),
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

    /// The language of the site, in which its texts are written.
    pub fn default_language(&self) -> Language {
        let first = || self.languages.first().cloned();
        let language = self.language.clone().or_else(first);
        language.unwrap_or_else(Language::italian)
    }

    /// All languages of the site, its own first, each once.
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
        zone(self.time_zone.as_deref())
    }

    /// The name of the theme.
    pub fn theme_name(&self) -> &str {
        self.theme.as_deref().unwrap_or("civico")
    }

    /// The number of entries that a list may have before it goes over several pages.
    pub fn list_length(&self) -> usize {
        self.list_length.map_or(200, |it| it.get() as usize)
    }

    /// What happens to HTML in texts.
    pub fn html_policy(&self) -> HtmlPolicy {
        let policy = self.markdown.as_ref().and_then(|it| it.html);
        policy.unwrap_or(HtmlPolicy::Sanitize)
    }

    /// Whether browsers may run programs in a file that is copied. Files and folders to trust may be written with
    /// `content/` before them or without.
    pub fn trusts(&self, file: &SourcePath) -> bool {
        let file = file.as_str();
        let names = [Some(file), file.strip_prefix("content/")];
        let is_below = |name: &str, trusted: &str| {
            let below = name.strip_prefix(trusted.trim_matches('/'));
            below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut trusted = self.trusted_files.iter();
        trusted.any(|it| names.into_iter().flatten().any(|name| is_below(name, it)))
    }

    /// Whether the calendars of bodies have the ends of mandates.
    pub fn has_mandates_in_calendars(&self) -> bool {
        let calendars = self.calendars.as_ref();
        calendars.and_then(|it| it.mandates).unwrap_or(false)
    }

    /// The hosts from which pages may show images.
    pub fn image_hosts(&self) -> &[Host] {
        self.markdown.as_ref().map_or(&[], |it| &it.image_hosts)
    }

    /// Whether the site can be searched in the browser.
    pub fn has_search(&self) -> bool {
        let enabled = self.search.as_ref().and_then(|it| it.enabled);
        enabled.unwrap_or(true)
    }

    /// The address of the site with a `/` at its end. Returns `None` if the site has no address.
    pub fn base_url(&self) -> Option<String> {
        let url = self.base_url.as_deref()?;
        Some(format!("{}/", url.trim_end_matches('/')))
    }

    /// The host in the ids of calendars and feeds, and the folder on it: `organi/`, or nothing. Returns `None` if the site
    /// has no address.
    pub fn permanent_host(&self) -> Option<(String, String)> {
        let typed = self.permanent_host.as_ref();
        let address = typed.map(|it| format!("https://{}/", it.as_str()));
        let address = url::Url::parse(&address.or_else(|| self.base_url())?).ok()?;
        let folder = address.path().trim_matches('/');
        let end = if folder.is_empty() { "" } else { "/" };
        Some((address.host_str()?.to_owned(), format!("{folder}{end}")))
    }

    /// The path of the site on its host: `/`, or `/sub/`.
    pub fn base_path(&self) -> String {
        let url = self.base_url().and_then(|url| url::Url::parse(&url).ok());
        url.map_or_else(|| "/".to_owned(), |url| url.path().to_owned())
    }
}

impl FooterLink {
    /// The duty that the link meets: the one that was typed, or one that its title or target suggests.
    pub fn duty(&self) -> Option<FooterRole> {
        const HINTS: &[(&str, FooterRole)] = &[
            ("privacy", FooterRole::Privacy),
            ("datenschutz", FooterRole::Privacy),
            ("accessib", FooterRole::Accessibility),
            ("barrierefrei", FooterRole::Accessibility),
            ("legal", FooterRole::Legal),
            ("impressum", FooterRole::Legal),
            ("responsab", FooterRole::Responsible),
        ];
        let mut words = self.title.as_ref().map_or_else(Vec::new, LocalText::all);
        words.push(&self.to);
        let words = words.join(" ").to_lowercase();
        let mut hints = HINTS.iter().filter(|(hint, _)| words.contains(hint));
        self.role.or_else(|| hints.next().map(|(_, role)| *role))
    }
}

/// The time zone with this name, or that of Rome if there is no name.
pub fn zone(name: Option<&str>) -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get(name.unwrap_or("Europe/Rome")).unwrap_or(jiff::tz::TimeZone::UTC)
}
