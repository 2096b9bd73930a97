//! What all pages of a site share: its name, its menus, its footer.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::page::{index_output, sections_above};
use super::{ContactView, DateView, PageContext, SubscriptionsView};
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, MenuEntry, Target};
use crate::content::settings::LocalText;

/// The path of the generated style sheet with the site's colours.
pub const COLORS: &str = "theme/colors.css";

/// `site`: what all pages of a site share.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SiteView<'a> {
    /// The name of the site: "Coordinamenti provinciali".
    pub title: &'a str,
    /// The language of the name: `it`. `none` if it is the page's.
    pub title_lang: Option<&'a str>,
    /// The authority that publishes the site: "Provincia di Novara". `none` if none is set.
    pub authority: Option<&'a str>,
    /// The language of the authority's name: `it`. `none` if it is the page's.
    pub authority_lang: Option<&'a str>,
    /// The address of the authority's own site: `https://www.provincia.novara.it`. `none` if none is set.
    pub authority_url: Option<&'a str>,
    /// The relative link to the picture beside the site's name: `../../stemma.svg`. `none` if none is set.
    pub logo: Option<String>,
    /// The relative link to that picture, for the icon of a phone. `none` if there is none, or if it is an SVG, which phones
    /// do not show.
    pub touch_icon: Option<String>,
    /// The absolute address of that picture, for programs that show a link to the site. `none` if there is none, if it is
    /// an SVG, which they do not show, or if the site has no address.
    pub picture_url: Option<String>,
    /// The relative link to the feed of the site: `../../feed.xml`. `none` if the site has no address.
    pub feed: Option<String>,
    /// The relative link to the style sheet of the site's colours: `../../theme/colors.css`. `none` if the site
    /// sets no colours.
    pub colors: Option<String>,
    /// What the site is, in a sentence. `none` if nothing is set.
    pub description: Option<&'a str>,
    /// The language of the description: `it`. `none` if it is the page's.
    pub description_lang: Option<&'a str>,
    /// The relative link to the home page in the page's language: `../../de/index.html`.
    pub home: String,
    /// The relative link to the index from A to Z in the page's language: `../../de/a-z/index.html`.
    pub index: String,
    /// Whether the site can be searched in the browser.
    pub search: bool,
    /// The address of the site, with a `/` at its end: `https://coordinamenti.example/`. `none` if none is set.
    pub base_url: Option<String>,
    /// All languages of the site, its own first: `["it", "de", "en"]`.
    pub languages: Vec<&'a str>,
    /// The entries of the menu `main`, in order.
    pub menu: Vec<LinkView<'a>>,
    /// The footer of every page.
    pub footer: FooterView<'a>,
    /// The day for which the site is built. It divides what is past from what is to come.
    pub as_of: DateView<'a>,
}

/// A link of a menu or of the footer.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LinkView<'a> {
    /// The text of the link: "Note legali".
    pub title: &'a str,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// The link: `../../note-legali/index.html`, or an address of the web.
    pub href: String,
    /// Whether it leads to another site.
    pub external: bool,
    /// Whether it leads to this page, or to a section that this page is in.
    pub current: bool,
    /// The duty that a link of the footer meets: `legal`, `privacy`, `accessibility` or `responsible`. `none` if it
    /// meets none, and in menus.
    pub role: Option<&'static str>,
}

/// The footer of every page.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct FooterView<'a> {
    /// The links, in order. The law asks for some of them.
    pub links: Vec<LinkView<'a>>,
    /// The offices and persons to contact about the site or the authority.
    pub contacts: Vec<ContactView<'a>>,
    /// Who made the site. `none` if nothing is set.
    pub credits: Option<&'a str>,
    /// The language of the credits: `it`. `none` if it is the page's.
    pub credits_lang: Option<&'a str>,
}

impl<'a> SiteView<'a> {
    /// What all pages share, as seen from the page of a thing, or from another page.
    pub(super) fn new(page: &PageContext<'a>, thing: Option<AnyLink>) -> SiteView<'a> {
        let (site, written) = (page.site, &page.site.written);
        let mut current = thing.map_or_else(Vec::new, |thing| sections_above(page, thing));
        current.extend(thing);
        let menu = site.menus.iter().find(|(name, _)| name == "main");
        let menu = menu.iter().flat_map(|(_, entries)| entries);
        let (title, title_lang) = page.local(&written.title);
        let (authority, authority_lang) = local(page, written.authority.as_ref());
        let (description, description_lang) = local(page, written.description.as_ref());
        let is_shown = |file: &&OutputPath| !file.as_str().to_lowercase().ends_with(".svg");
        let picture = site.logo.as_ref().filter(is_shown);
        let has_colors = written.colors.is_some();
        SiteView {
            title,
            title_lang,
            authority,
            authority_lang,
            authority_url: written.authority_url.as_deref(),
            logo: site.logo.as_ref().map(|file| page.file_href(file)),
            touch_icon: picture.map(|file| page.file_href(file)),
            picture_url: picture.and_then(|it| page.absolute(it)),
            feed: SubscriptionsView::of_site(page, false).feed,
            colors: has_colors.then(|| format!("{}{COLORS}", page.root)),
            description,
            description_lang,
            home: page.page_href(&OutputPath::page("")),
            index: page.file_href(&index_output(page)),
            search: written.has_search(),
            base_url: written.base_url(),
            languages: site.languages.iter().map(|it| it.as_str()).collect(),
            menu: menu.map(|it| LinkView::new(page, it, &current)).collect(),
            footer: FooterView::new(page, &current),
            as_of: page.date(site.as_of),
        }
    }
}

impl PageContext<'_> {
    /// Whether a link of the footer leads to this thing.
    pub(super) fn is_in_footer(&self, thing: AnyLink) -> bool {
        let mut links = self.site.footer.iter();
        links.any(|it| matches!(it.entry.target, Target::Entity(to, _) if to == thing))
    }
}

impl<'a> FooterView<'a> {
    fn new(page: &PageContext<'a>, current: &[AnyLink]) -> FooterView<'a> {
        let footer = page.site.written.footer.as_ref();
        let links = page.site.footer.iter().map(|it| LinkView {
            role: it.duty.map(|duty| duty.as_str()),
            ..LinkView::new(page, &it.entry, current)
        });
        let (credits, credits_lang) = local(page, footer.and_then(|it| it.credits.as_ref()));
        FooterView {
            links: links.collect(),
            contacts: page.contacts(footer.map_or(&[], |it| &it.contacts), None),
            credits,
            credits_lang,
        }
    }
}

impl<'a> LinkView<'a> {
    /// A link on a page. `current` are the things whose pages count as this page.
    fn new(page: &PageContext<'a>, entry: &'a MenuEntry, current: &[AnyLink]) -> LinkView<'a> {
        let target = &entry.target;
        let (title, lang) = match (&entry.title, target) {
            (Some(title), _) => page.local(title),
            (None, Target::Entity(link, _)) => {
                let face = page.graph.summary(*link);
                let lang = page.lang_unless(|language| face.is_named_in(language));
                (face.nav_title(page.language()), lang)
            }
            (None, target) => page.target_title(target, page.language()),
        };
        LinkView {
            title,
            lang,
            href: page.target_href(target),
            external: matches!(target, Target::Outside(_)),
            current: matches!(target, Target::Entity(to, _) if current.contains(to)),
            role: None,
        }
    }
}

fn local<'a>(page: &PageContext<'a>, text: Option<&'a LocalText>) -> Marked<'a, Option<&'a str>> {
    let (text, lang) = text.map(|text| page.local(text)).unzip();
    (text, lang.flatten())
}
