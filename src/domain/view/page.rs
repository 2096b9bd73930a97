//! What all pages have, and what the whole site shares.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::common::{Card, ContactView, DayView};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, MenuEntry, PageText, Target, in_language};
use crate::domain::markdown::{Call, Piece, Text};
use crate::vocabulary::component::Fragment;
use crate::vocabulary::notation::scalar::Free;
use crate::vocabulary::output::OutputPath;

/// `site`: what all pages of a site share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The name of the site.
    pub title: String,
    /// The authority that publishes it.
    pub authority: Option<String>,
    /// The authority's own site.
    pub authority_url: Option<String>,
    /// The way from this page to the picture beside the site's name.
    pub logo: Option<String>,
    /// The way from this page to the style sheet of the site's colours, if it sets any.
    pub colors: Option<String>,
    /// What the site is, in a sentence.
    pub description: Option<String>,
    /// The way from this page to the home page in its language.
    pub home: String,
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
}

/// `page`: what all pages have.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// `body`, `organization` … `section`, `home`, `404`.
    pub kind: &'static str,
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The title for menus and breadcrumbs.
    pub nav_title: String,
    /// What the page says in a sentence.
    pub summary: Option<String>,
    /// The language of the page.
    pub lang: String,
    /// The language of the page's own words, where it has none in its language.
    pub content_lang: Option<String>,
    /// The way from this page to the root of the site: `../../`, or nothing.
    pub root: String,
    /// The address of the page from the root of the site: `novara/`.
    pub address: String,
    /// The absolute address, if the site has one.
    pub canonical: Option<String>,
    /// The way to pass the page on by e-mail: `mailto:`, with title and address.
    pub share: Option<String>,
    /// Where to tell what is wrong on the page: the site's form, or `mailto:` with title and address.
    pub feedback: Option<String>,
    /// The pages of its list, where it is long: on each of them is a part of what it lists, and the text
    /// is on the first.
    pub paging: Option<PagingView>,
    /// The day of the last change.
    pub updated: Option<DayView>,
    /// The day of the last review.
    pub reviewed: Option<DayView>,
    /// The page's topics.
    pub topics: Vec<Card>,
    /// The sections that lead to this page, home first, without the page itself.
    pub breadcrumb: Vec<CrumbView>,
    /// The headings of the text, to the third level.
    pub toc: Vec<TocEntry>,
    /// The text, finished HTML.
    pub content: String,
    /// The same page in every language of the site.
    pub alternates: Vec<AlternateView>,
    /// What `extra` says in the page's front matter.
    pub extra: Free,
}

/// The pages of a long list.
#[derive(Clone, Debug, Serialize)]
pub struct PagingView {
    /// Which page this is, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// The way to the page before.
    pub previous: Option<String>,
    /// The way to the page after.
    pub next: Option<String>,
    /// The way to the first page.
    pub first: String,
    /// The way to the last page.
    pub last: String,
}

/// A step of the breadcrumb.
#[derive(Clone, Debug, Serialize)]
pub struct CrumbView {
    /// The title.
    pub title: String,
    /// The way there.
    pub href: String,
}

/// An entry of the page index.
#[derive(Clone, Debug, Serialize)]
pub struct TocEntry {
    /// 2 or 3.
    pub level: u8,
    /// The anchor.
    pub id: String,
    /// The words.
    pub title: String,
}

/// The page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct AlternateView {
    /// The language.
    pub lang: String,
    /// The way there from this page.
    pub href: String,
    /// The absolute address, if the site has one.
    pub url: Option<String>,
    /// Whether it is this page.
    pub current: bool,
}

impl<'a> Lens<'a> {
    /// What all pages of a site share, seen from a page in a section.
    pub fn site(&self, page: Option<AnyLink>) -> SiteView {
        let written = &self.site.written;
        let trail = page.map_or_else(Vec::new, |page| self.trail(page));
        let link = |entry: &MenuEntry| {
            let current = matches!(&entry.target, Target::Thing(to, _) if Some(*to) == page || trail.contains(to));
            LinkView {
                title: self.entry_title(entry),
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
        SiteView {
            title: written.title.to_string(),
            authority: written.authority.as_ref().map(ToString::to_string),
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
            description: written.description.as_ref().map(ToString::to_string),
            home: format!(
                "{}{}",
                self.root,
                self.localized(&OutputPath::page("")).href()
            ),
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
                credits: written
                    .footer
                    .as_ref()
                    .and_then(|it| it.credits.as_ref())
                    .map(ToString::to_string),
            },
            as_of: self.day(self.site.as_of),
        }
    }

    /// What all pages have.
    pub fn page(&self, link: AnyLink, kind: &'static str) -> PageView {
        let (node, common) = self.graph.node(link);
        let face = self.graph.face(link);
        let base = self.site.written.base_url();
        let own = *self.language() == self.site.language || face.is_in(self.language());
        let text = |text: &str| text.to_owned();
        let trail = self.trail(link);
        let canonical = base
            .as_ref()
            .map(|base| format!("{base}{}", self.path.address()));
        let title = face.title(self.language());
        PageView {
            kind,
            id: node.id().to_owned(),
            title: text(title),
            nav_title: text(face.nav_title(self.language())),
            summary: face.summary(self.language()).map(text),
            lang: self.language().to_string(),
            content_lang: (!own).then(|| self.site.language.to_string()),
            root: self.root.to_owned(),
            address: self.path.address(),
            share: canonical.as_ref().map(|it| letter("", title, Some(it))),
            feedback: self.feedback(title, canonical.as_deref()),
            canonical,
            paging: self.paging(link),
            updated: node.updated.map(|day| self.day(day)),
            reviewed: common.reviewed.map(|day| self.day(day)),
            topics: node
                .topics
                .iter()
                .map(|topic| self.card(AnyLink::Topic(*topic)))
                .collect(),
            breadcrumb: trail.iter().rev().map(|step| self.crumb(*step)).collect(),
            toc: if self.number == 0 {
                toc(&self.page_text(link).text)
            } else {
                Vec::new()
            },
            content: String::new(),
            alternates: self.alternates(&node.output, base.as_deref()),
            extra: common.extra.clone(),
        }
    }

    /// What the page of errors has: nothing but what all pages have.
    pub fn not_found(&self) -> PageView {
        PageView {
            kind: "404",
            id: "404".to_owned(),
            title: String::new(),
            nav_title: String::new(),
            summary: None,
            lang: self.language().to_string(),
            content_lang: None,
            root: self.root.to_owned(),
            address: "404.html".to_owned(),
            canonical: None,
            share: None,
            feedback: self.feedback(self.site.written.title.as_str(), None),
            paging: None,
            updated: None,
            reviewed: None,
            topics: Vec::new(),
            breadcrumb: Vec::new(),
            toc: Vec::new(),
            content: String::new(),
            alternates: Vec::new(),
            extra: Free::Null,
        }
    }

    fn feedback(&self, title: &str, address: Option<&str>) -> Option<String> {
        let feedback = self.site.written.feedback.as_ref()?;
        let form = feedback.url.as_ref().map(ToString::to_string);
        let email = feedback.email.as_ref();
        form.or_else(|| email.map(|to| letter(to.as_str(), title, address)))
    }

    fn paging(&self, link: AnyLink) -> Option<PagingView> {
        let first = self.output(link);
        let href = |number: usize| format!("{}{}", self.root, part_of(&first, number).href());
        (self.count > 1).then(|| PagingView {
            number: self.number + 1,
            count: self.count,
            previous: self.number.checked_sub(1).map(href),
            next: (self.number + 1 < self.count).then(|| href(self.number + 1)),
            first: href(0),
            last: href(self.count - 1),
        })
    }

    /// The text of a page in its language, or in the site's; it is on the first page of a long list.
    pub fn text(&self, link: AnyLink) -> Vec<Fragment> {
        if self.number > 0 {
            return Vec::new();
        }
        let text = self.page_text(link);
        self.parts(&text.text.pieces, text)
    }

    fn page_text(&self, link: AnyLink) -> &'a PageText {
        let texts = self.graph.texts(link);
        texts.others.get(self.language()).unwrap_or(&texts.own)
    }

    fn parts(&self, pieces: &[Piece], words: &PageText) -> Vec<Fragment> {
        let part = |piece: &Piece| match piece {
            Piece::Html(html) => Fragment::Html(html.clone()),
            Piece::Label(key) => Fragment::Label(key),
            Piece::Href(link) => Fragment::Plain(
                words
                    .targets
                    .get(*link)
                    .map(|target| self.target(target))
                    .unwrap_or_default(),
            ),
            Piece::Title(link) => Fragment::Plain(
                words
                    .targets
                    .get(*link)
                    .map(|it| self.target_title(it))
                    .unwrap_or_default(),
            ),
            Piece::Component(call) => match words.text.components.get(*call) {
                Some(Call {
                    name, args, body, ..
                }) => {
                    let body = body.as_ref().map(|body| self.parts(body, words));
                    let args = args.iter().map(|arg| (arg.name.clone(), arg.value.clone()));
                    Fragment::Component(name.clone(), args.collect(), body)
                }
                None => Fragment::Html(String::new()),
            },
        };
        pieces.iter().map(part).collect()
    }

    fn target_title(&self, target: &Target) -> String {
        match target {
            Target::Thing(AnyLink::Body(body), Some(anchor)) => {
                let tables = &self.graph.get(*body).written.tables;
                let table = tables.iter().find(|table| table.id.as_str() == anchor);
                table.map_or_else(
                    || self.title(AnyLink::Body(*body)),
                    |table| table.title.to_string(),
                )
            }
            Target::Thing(link, _) => self.title(*link),
            Target::File(path) => path.to_string(),
            Target::Here(text) | Target::Outside(text) => text.clone(),
            Target::Broken => String::new(),
        }
    }

    fn entry_title(&self, entry: &MenuEntry) -> String {
        match (&entry.title, &entry.target) {
            (Some(title), _) => title.clone(),
            (None, Target::Thing(link, _)) => self.nav_title(*link),
            (None, target) => self.target_title(target),
        }
    }

    /// The sections above a page, the nearest first.
    fn trail(&self, page: AnyLink) -> Vec<AnyLink> {
        let above = |link| self.graph.face(link).section().map(AnyLink::Section);
        std::iter::successors(above(page), |section| above(*section)).collect()
    }

    fn crumb(&self, link: AnyLink) -> CrumbView {
        CrumbView {
            title: self.nav_title(link),
            href: self.href(link),
        }
    }

    fn localized(&self, path: &OutputPath) -> OutputPath {
        in_language(path, self.language(), &self.site.language)
    }

    pub(super) fn alternates(&self, page: &OutputPath, base: Option<&str>) -> Vec<AlternateView> {
        if self.site.languages.len() < 2 {
            return Vec::new();
        }
        let alternates = self.site.languages.iter().map(|language| {
            let output = in_language(page, language, &self.site.language);
            AlternateView {
                lang: language.to_string(),
                href: format!("{}{}", self.root, output.href()),
                url: base.map(|base| format!("{base}{}", output.address())),
                current: language == self.language(),
            }
        });
        alternates.collect()
    }
}

/// The file of the style sheet that is made of the site's colours.
pub const COLORS: &str = "theme/colors.css";

/// The address of a letter with subject and text (RFC 6068).
fn letter(to: &str, subject: &str, text: Option<&str>) -> String {
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let text = text.map(|text| format!("&body={}", encode(text)));
    let to = utf8_percent_encode(to, IN_ADDRESS);
    format!(
        "mailto:{to}?subject={}{}",
        encode(subject),
        text.unwrap_or_default()
    )
}

/// What an e-mail address may hold and a link not.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'+');

/// A page of a long list, from 0: the second is in the folder `2` of the first.
pub fn part_of(first: &OutputPath, number: usize) -> OutputPath {
    match number {
        0 => first.clone(),
        _ => OutputPath::page(&format!("{}{}", first.folder(), number + 1)),
    }
}

fn toc(text: &Text) -> Vec<TocEntry> {
    let entries = text
        .headings
        .iter()
        .filter(|heading| (2..=3).contains(&heading.level));
    entries
        .map(|heading| TocEntry {
            level: heading.level,
            id: heading.id.clone(),
            title: heading.text.clone(),
        })
        .collect()
}
