//! What all pages have.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::mailto::{mailto, message};
use super::{AlternateView, Card, DateView, ListEntry, PageContext, PagingView, SubscriptionsView};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, EntitySummary, Link, in_language};
use crate::content::markdown::ParsedText;
use crate::content::model::Body;
use crate::content::pages::plan::list_page_path;
use crate::notation::yaml::AnyValue;

/// `page`: what all pages have.
#[derive(Clone, Debug, Default, JsonSchema, Serialize)]
pub struct PageView<'a> {
    /// The kind of page: `body`, `organization`, `person`, `meeting`, `document`, `area`, `topic`, `page`, `section`,
    /// `home`, `index`, `composition`, `redirect` or `404`.
    pub kind: &'static str,
    /// The id of the thing that the page is about: `cisa-24`. `index` and `404` for those pages.
    pub id: &'a str,
    /// The title: "Provincia di Novara". Empty for `index` and `404`, whose titles are the theme's.
    pub title: &'a str,
    /// The language of the title: `it`. `none` if it is the page's.
    pub title_lang: Option<&'a str>,
    /// The title for menus and breadcrumbs: "Novara". The same as `title` if no shorter one was typed.
    pub nav_title: &'a str,
    /// The language of that title: `it`. `none` if it is the page's.
    pub nav_title_lang: Option<&'a str>,
    /// What the page says, in a sentence. `none` if nothing was typed.
    pub summary: Option<&'a str>,
    /// The language of the summary: `it`. `none` if it is the page's.
    pub summary_lang: Option<&'a str>,
    /// The language of the page: `de`.
    pub lang: &'a str,
    /// The language of the text and its headings: `it`. `none` if it is the page's.
    pub content_lang: Option<&'a str>,
    /// The language of words that have no translations, such as quotations of acts. `none` if it is the page's.
    pub source_lang: Option<&'a str>,
    /// Whether the page has no translation into its language, and shows the words of the original.
    pub untranslated: bool,
    /// The relative link to the root of the site: `../../`. Empty on the home page.
    pub root: String,
    /// The address of the page, from the root of the site: `novara/`.
    pub address: String,
    /// The absolute address of this very page, for who prints or cites it. `none` if the site has no address.
    pub url: Option<String>,
    /// The absolute address: `https://coordinamenti.example/novara/`. Of an untranslated page, that of the original.
    /// `none` if the site has no address.
    pub canonical: Option<String>,
    /// The relative link to the feed of the body that the page is about: `feed.xml`. `none` on other pages, or if the site
    /// has no address.
    pub feed: Option<String>,
    /// A `mailto:` link for sending title and address of the page to somebody. `none` if the site has no
    /// address.
    pub share: Option<String>,
    /// A link for reporting a fault of the page: the address of a form, or a `mailto:` link with title and
    /// address. `none` if the site sets neither.
    pub feedback: Option<Cow<'a, str>>,
    /// Where this page is in a long list that goes over several pages. The text of the page is on the first.
    /// `none` if the list has one page.
    pub paging: Option<PagingView>,
    /// The day of which the page speaks, if it is past: on the page of a past composition. `none` on other pages.
    pub day: Option<DateView<'a>>,
    /// The day of the last change. `none` if it is not known.
    pub updated: Option<DateView<'a>>,
    /// The day of the last review. `none` if none was typed.
    pub reviewed: Option<DateView<'a>>,
    /// The lists that the theme declares, by name: `page.lists.next_meetings`. Those that this page does not show are
    /// empty, as on the later pages of a long list.
    pub lists: BTreeMap<Cow<'a, str>, Vec<ListEntry<'a>>>,
    /// The topics of the page, in the order of the source.
    pub topics: Vec<Card<'a>>,
    /// The sections that the page is in, the home page first, without the page itself.
    pub breadcrumb: Vec<CrumbView<'a>>,
    /// The headings of the text of levels 2 and 3, in order.
    pub toc: Vec<TocEntry<'a>>,
    /// The text, as finished HTML.
    pub content: String,
    /// The page in every language of the site. Empty if the site has one language.
    pub alternates: Vec<AlternateView<'a>>,
    /// What was typed under `extra` in the front matter: `page.extra.color`. `none` if nothing was typed.
    #[schemars(with = "serde_json::Value")]
    pub extra: Cow<'a, AnyValue>,
}

/// A step of the breadcrumb.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct CrumbView<'a> {
    /// The title for menus and breadcrumbs: "Novara".
    pub title: &'a str,
    /// The language of the title: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// The relative link: `../novara/index.html`.
    pub href: String,
}

/// A heading in the table of contents.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TocEntry<'a> {
    /// The level: 2 or 3.
    pub level: u8,
    /// The anchor: `chi-siamo`.
    pub id: &'a str,
    /// The heading, without markup: "Chi siamo".
    pub title: &'a str,
}

impl<'a> PageView<'a> {
    /// A redirect to the page of a thing, whose address is the canonical one.
    pub(super) fn redirect(page: &PageContext<'a>, link: AnyLink) -> PageView<'a> {
        let base = page.site.written.base_url();
        let summary = page.graph.summary(link);
        let (language, original) = (page.language(), &page.site.language);
        let language = match summary.is_translated_into(language) {
            true => language,
            false => original,
        };
        let address = in_language(summary.output(), language, original).address();
        PageView {
            canonical: base.map(|base| format!("{base}{address}")),
            ..PageView::new(page, link, "redirect")
        }
    }

    /// The page of a thing, or a redirect to it.
    pub(super) fn new(page: &PageContext<'a>, link: AnyLink, kind: &'static str) -> PageView<'a> {
        PageView {
            content_lang: page
                .lang_unless(|language| page.graph.texts(link).are_translated_into(language)),
            toc: if page.is_first_list_page() {
                toc(&page.page_text(link).0.text)
            } else {
                Vec::new()
            },
            ..PageView::without_text(page, link, kind)
        }
    }

    /// A page about a thing that does not show its text.
    fn without_text(page: &PageContext<'a>, link: AnyLink, kind: &'static str) -> PageView<'a> {
        let (node, common) = page.graph.node(link);
        let face = page.graph.summary(link);
        let language = page.language();
        let base = page.site.written.base_url();
        let untranslated = !is_translated(page, face, language);
        let title = face.title(language);
        let address = page.path.address();
        let url = base.as_ref().map(|base| format!("{base}{address}"));
        let message = message(title, url.as_deref());
        let above = sections_above(page, link).into_iter().rev();
        PageView {
            id: node.id(),
            title,
            title_lang: page.lang_unless(|language| face.is_titled_in(language)),
            nav_title: face.nav_title(language),
            nav_title_lang: page.lang_unless(|language| face.is_named_in(language)),
            summary: face.summary(language),
            summary_lang: page.lang_unless(|language| face.is_summarized_in(language)),
            source_lang: page.source_lang(),
            untranslated,
            canonical: if untranslated {
                let original = list_page_path(face.output(), page.list_page).address();
                base.as_ref().map(|base| format!("{base}{original}"))
            } else {
                url.clone()
            },
            feed: match link {
                AnyLink::Body(body) if kind == "body" => {
                    SubscriptionsView::of_body(page, body).feed
                }
                _ => None,
            },
            share: url.is_some().then(|| mailto("", &message)),
            feedback: feedback(page, &message),
            paging: PagingView::new(page, || page.localized(face.output())),
            updated: page.last_change(node).map(|day| page.date(day)),
            reviewed: common.reviewed.map(|day| page.date(day)),
            topics: page.cards(&node.topics),
            breadcrumb: above.map(|section| CrumbView::new(page, section)).collect(),
            alternates: AlternateView::all(page, face.output(), |language| {
                is_translated(page, face, language)
            }),
            extra: Cow::Borrowed(&common.extra),
            ..PageView::empty(page, kind)
        }
    }

    /// The page of a past composition of a body. The canonical address is that of the body, so no other version of the page
    /// is named to search engines.
    pub(super) fn composition(
        page: &PageContext<'a>,
        body: Link<Body>,
        original: &OutputPath,
    ) -> PageView<'a> {
        let link = AnyLink::Body(body);
        let of_body = PageView::without_text(page, link, "composition");
        let face = page.graph.summary(link);
        let is_known = |language: &Language| is_translated(page, face, language);
        let canonical = match of_body.untranslated {
            true => face.output().clone(),
            false => page.localized(face.output()),
        };
        let mut alternates = AlternateView::all(page, original, is_known);
        alternates.iter_mut().for_each(|it| it.url = None);
        let mut breadcrumb = of_body.breadcrumb;
        breadcrumb.push(CrumbView::new(page, link));
        PageView {
            canonical: page.absolute(&canonical),
            summary: None,
            summary_lang: None,
            day: Some(page.date(page.as_of)),
            breadcrumb,
            alternates,
            ..of_body
        }
    }

    /// A page of the index from A to Z.
    pub(super) fn index(page: &PageContext<'a>) -> PageView<'a> {
        let base = page.site.written.base_url();
        let address = page.path.address();
        let home = page.graph.home();
        let first = OutputPath::page(page.site.written.index_folder());
        PageView {
            id: "index",
            canonical: base.map(|base| format!("{base}{address}")),
            feedback: site_feedback(page),
            paging: PagingView::new(page, || page.localized(&first)),
            breadcrumb: home
                .map(|home| CrumbView::new(page, home))
                .into_iter()
                .collect(),
            // All words of the index are the theme's.
            alternates: AlternateView::all(page, &first, |_| true),
            ..PageView::empty(page, "index")
        }
    }

    /// The page of errors.
    pub(super) fn not_found(page: &PageContext<'a>) -> PageView<'a> {
        PageView {
            id: "404",
            feedback: site_feedback(page),
            ..PageView::empty(page, "404")
        }
    }

    fn empty(page: &PageContext<'a>, kind: &'static str) -> PageView<'a> {
        PageView {
            kind,
            lists: page.list_entries(kind),
            lang: page.language().as_str(),
            root: page.root.clone(),
            address: page.path.address(),
            url: page.absolute(page.path),
            ..PageView::default()
        }
    }
}

impl<'a> CrumbView<'a> {
    fn new(page: &PageContext<'a>, link: AnyLink) -> CrumbView<'a> {
        let face = page.graph.summary(link);
        CrumbView {
            title: face.nav_title(page.language()),
            lang: page.lang_unless(|language| face.is_named_in(language)),
            href: page.page_href(face.output()),
        }
    }
}

/// The sections that a thing is in, the nearest first.
pub(super) fn sections_above(page: &PageContext<'_>, thing: AnyLink) -> Vec<AnyLink> {
    let above = |link| page.graph.summary(link).section().map(AnyLink::Section);
    std::iter::successors(above(thing), |section| above(*section)).collect()
}

/// The first page of the index from A to Z, in the page's language.
pub(super) fn index_output(page: &PageContext<'_>) -> OutputPath {
    page.localized(&OutputPath::page(page.site.written.index_folder()))
}

/// Whether a thing has a page in a language. An entry of a registry has no text that could be translated.
fn is_translated(page: &PageContext<'_>, face: EntitySummary<'_>, language: &Language) -> bool {
    *language == page.site.language || !face.is_page() || face.is_translated_into(language)
}

/// The link for reporting a fault. `message` is the end of a `mailto:` link.
fn feedback<'a>(page: &PageContext<'a>, message: &str) -> Option<Cow<'a, str>> {
    let feedback = page.site.written.feedback.as_ref()?;
    let form = feedback.url.as_deref().map(Cow::from);
    let email = feedback.email.as_deref();
    form.or_else(|| email.map(|to| mailto(to, message).into()))
}

/// The link for reporting a fault on a page that has no title of its own.
fn site_feedback<'a>(page: &PageContext<'a>) -> Option<Cow<'a, str>> {
    let (title, _) = page.local(&page.site.written.title);
    feedback(page, &message(title, None))
}

fn toc(text: &ParsedText) -> Vec<TocEntry<'_>> {
    let headings = text.headings.iter();
    let headings = headings.filter(|heading| (2..=3).contains(&heading.level));
    let entries = headings.map(|heading| TocEntry {
        level: heading.level,
        id: &heading.id,
        title: &heading.text,
    });
    entries.collect()
}
