//! What the whole site shares: its name, its menus, its foot.

use serde::Serialize;

use super::common::{ContactView, DayView};
use super::lens::Lens;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, MenuEntry, Target};
use crate::content::settings::LocalText;

/// `site`: what all pages of a site share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView<'a> {
    /// The name of the site.
    pub title: &'a str,
    /// The language of the name, where it is not the page's.
    pub title_lang: Option<&'a str>,
    /// The authority that publishes it.
    pub authority: Option<&'a str>,
    /// The language of the authority's name, where it is not the page's.
    pub authority_lang: Option<&'a str>,
    /// The authority's own site.
    pub authority_url: Option<&'a str>,
    /// The way from this page to the picture beside the site's name.
    pub logo: Option<String>,
    /// The way from this page to the style sheet of the site's colours, if it sets any.
    pub colors: Option<String>,
    /// What the site is, in a sentence.
    pub description: Option<&'a str>,
    /// The language of that sentence, where it is not the page's.
    pub description_lang: Option<&'a str>,
    /// The way from this page to the home page in its language.
    pub home: String,
    /// The way from this page to the index of everything in its language.
    pub index: String,
    /// Whether the site can be searched in the browser.
    pub search: bool,
    /// The address of the site with a `/` at its end, if it has one.
    pub base_url: Option<String>,
    /// All languages of the site, its own first.
    pub languages: Vec<&'a str>,
    /// The main menu.
    pub menu: Vec<LinkView<'a>>,
    /// The foot of every page.
    pub footer: FooterView<'a>,
    /// The day that the site speaks of.
    pub as_of: DayView<'a>,
}

/// A link of a menu or of the foot.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView<'a> {
    /// The text.
    pub title: &'a str,
    /// The language of the text, where it is not the page's.
    pub lang: Option<&'a str>,
    /// The way there from this page.
    pub href: String,
    /// Whether it leads out of the site.
    pub external: bool,
    /// Whether this page is the target, or in the section that is.
    pub current: bool,
    /// In the foot: `legal`, `privacy`, `accessibility`, `responsible`.
    pub role: Option<&'static str>,
}

/// The foot of every page.
#[derive(Clone, Debug, Serialize)]
pub struct FooterView<'a> {
    /// Links, among them those that the law asks for.
    pub links: Vec<LinkView<'a>>,
    /// Whom to call about the site or the authority.
    pub contacts: Vec<ContactView<'a>>,
    /// Who made the site.
    pub credits: Option<&'a str>,
    /// The language of the credits, where it is not the page's.
    pub credits_lang: Option<&'a str>,
}

/// The file of the style sheet that is made of the site's colours.
pub const COLORS: &str = "theme/colors.css";

impl<'a> Lens<'a> {
    /// What all pages of a site share, seen from a page in a section.
    pub fn site(&self, page: Option<AnyLink>) -> SiteView<'a> {
        let written = &self.site.written;
        let trail = page.map_or_else(Vec::new, |page| self.trail(page));
        let link = |entry: &'a MenuEntry| {
            let current = matches!(&entry.target, Target::Thing(to, _) if Some(*to) == page || trail.contains(to));
            let (title, lang) = self.entry_title(entry);
            LinkView {
                title,
                lang,
                href: self.target(&entry.target),
                external: matches!(entry.target, Target::Outside(_)),
                current,
                role: None,
            }
        };
        let menu = self.site.menus.iter().find(|(name, _)| name == "main");
        let footer = self.site.footer.iter().map(|it| LinkView {
            role: it.duty.map(|duty| duty.as_str()),
            ..link(&it.entry)
        });
        let told = |words: Option<&'a LocalText>| words.map(|it| self.told(it)).unzip();
        let (title, title_lang) = self.told(&written.title);
        let (authority, authority_lang) = told(written.authority.as_ref());
        let (description, description_lang) = told(written.description.as_ref());
        let credits = written.footer.as_ref().and_then(|it| it.credits.as_ref());
        let (credits, credits_lang) = told(credits);
        SiteView {
            title,
            title_lang,
            authority,
            authority_lang: authority_lang.flatten(),
            authority_url: written.authority_url.as_ref().map(|it| it.as_str()),
            logo: self.site.logo.as_ref().map(|it| self.way_to_file(it)),
            colors: written
                .colors
                .as_ref()
                .map(|_| format!("{}{COLORS}", self.root)),
            description,
            description_lang: description_lang.flatten(),
            home: self.way(&OutputPath::page("")),
            index: self.way(&OutputPath::page(written.index_folder())),
            search: written.has_search(),
            base_url: written.base_url(),
            languages: self.site.languages.iter().map(|it| it.as_str()).collect(),
            menu: menu
                .iter()
                .flat_map(|(_, entries)| entries)
                .map(link)
                .collect(),
            footer: FooterView {
                links: footer.collect(),
                contacts: self.contacts(written.footer.as_ref().map_or(&[], |it| &it.contacts)),
                credits,
                credits_lang: credits_lang.flatten(),
            },
            as_of: self.day(self.site.as_of),
        }
    }

    fn entry_title(&self, entry: &'a MenuEntry) -> (&'a str, Option<&'a str>) {
        match (&entry.title, &entry.target) {
            (Some(title), _) => self.told(title),
            (None, Target::Thing(link, _)) => {
                let face = self.graph.face(*link);
                let title = face.nav_title(self.language());
                (title, self.unless(|language| face.is_named_in(language)))
            }
            (None, target) => self.target_title(target, self.language()),
        }
    }
}
