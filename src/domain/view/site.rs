//! What the whole site shares: its name, its menus, its foot.

use serde::Serialize;

use super::common::{ContactView, DayView};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, MenuEntry, Target};
use crate::domain::settings::LocalText;
use crate::vocabulary::output::OutputPath;

/// `site`: what all pages of a site share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The name of the site.
    pub title: String,
    /// The language of the name, where it is not the page's.
    pub title_lang: Option<String>,
    /// The authority that publishes it.
    pub authority: Option<String>,
    /// The language of the authority's name, where it is not the page's.
    pub authority_lang: Option<String>,
    /// The authority's own site.
    pub authority_url: Option<String>,
    /// The way from this page to the picture beside the site's name.
    pub logo: Option<String>,
    /// The way from this page to the style sheet of the site's colours, if it sets any.
    pub colors: Option<String>,
    /// What the site is, in a sentence.
    pub description: Option<String>,
    /// The language of that sentence, where it is not the page's.
    pub description_lang: Option<String>,
    /// The way from this page to the home page in its language.
    pub home: String,
    /// The way from this page to the index of everything in its language.
    pub index: String,
    /// Whether the site can be searched in the browser.
    pub search: bool,
    /// The address of the site with a `/` at its end, if it has one.
    pub base_url: Option<String>,
    /// All languages of the site, its own first.
    pub languages: Vec<String>,
    /// The main menu.
    pub menu: Vec<LinkView>,
    /// The foot of every page.
    pub footer: FooterView,
    /// The day that the site speaks of.
    pub as_of: DayView,
}

/// A link of a menu or of the foot.
#[derive(Clone, Debug, Serialize)]
pub struct LinkView {
    /// The text.
    pub title: String,
    /// The language of the text, where it is not the page's.
    pub lang: Option<String>,
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
pub struct FooterView {
    /// Links, among them those that the law asks for.
    pub links: Vec<LinkView>,
    /// Whom to call about the site or the authority.
    pub contacts: Vec<ContactView>,
    /// Who made the site.
    pub credits: Option<String>,
    /// The language of the credits, where it is not the page's.
    pub credits_lang: Option<String>,
}

/// The file of the style sheet that is made of the site's colours.
pub const COLORS: &str = "theme/colors.css";

impl Lens<'_> {
    /// What all pages of a site share, seen from a page in a section.
    pub fn site(&self, page: Option<AnyLink>) -> SiteView {
        let written = &self.site.written;
        let trail = page.map_or_else(Vec::new, |page| self.trail(page));
        let link = |entry: &MenuEntry| {
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
        let told = |words: Option<&LocalText>| words.map(|it| self.told(it)).unzip();
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
            authority_url: written.authority_url.as_ref().map(ToString::to_string),
            logo: self
                .site
                .logo
                .as_ref()
                .map(|it| format!("{}{}", self.root, it.href())),
            colors: written
                .colors
                .as_ref()
                .map(|_| format!("{}{COLORS}", self.root)),
            description,
            description_lang: description_lang.flatten(),
            home: format!(
                "{}{}",
                self.root,
                self.localized(&OutputPath::page("")).href()
            ),
            index: format!("{}{}", self.root, self.index_output().href()),
            search: written.has_search(),
            base_url: written.base_url(),
            languages: self
                .site
                .languages
                .iter()
                .map(ToString::to_string)
                .collect(),
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

    fn entry_title(&self, entry: &MenuEntry) -> (String, Option<String>) {
        match (&entry.title, &entry.target) {
            (Some(title), _) => self.told(title),
            (None, Target::Thing(link, _)) => {
                let face = self.graph.face(*link);
                let title = face.nav_title(self.language()).to_owned();
                (title, self.unless(|language| face.is_named_in(language)))
            }
            (None, target) => self.target_title(target, self.language()),
        }
    }
}
