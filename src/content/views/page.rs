//! What all pages have.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::common::{Card, DayView};
use super::lens::Lens;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Face, in_language};
use crate::content::markdown::Text;
use crate::notation::yaml::AnyValue;

/// `page`: what all pages have.
#[derive(Clone, Debug, Serialize)]
pub struct PageView<'a> {
    /// `body`, `organization` … `section`, `home`, `index`, `404`.
    pub kind: &'static str,
    /// The id.
    pub id: &'a str,
    /// The title.
    pub title: &'a str,
    /// The language of the title, where it is not the page's.
    pub title_lang: Option<&'a str>,
    /// The title for menus and breadcrumbs.
    pub nav_title: &'a str,
    /// The language of that title, where it is not the page's.
    pub nav_title_lang: Option<&'a str>,
    /// What the page says in a sentence.
    pub summary: Option<&'a str>,
    /// The language of the summary, where it is not the page's.
    pub summary_lang: Option<&'a str>,
    /// The language of the page.
    pub lang: &'a str,
    /// The language of the text and its headings, where it is not the page's.
    pub content_lang: Option<&'a str>,
    /// The language of words that no translation says, where it is not the page's: the names of
    /// instruments and offices, notes, agendas.
    pub source_lang: Option<&'a str>,
    /// Whether somebody has still to translate the page.
    pub untranslated: bool,
    /// The way from this page to the root of the site: `../../`, or nothing.
    pub root: String,
    /// The address of the page from the root of the site: `novara/`.
    pub address: String,
    /// The absolute address, if the site has one; that of the original, where the page is untranslated.
    pub canonical: Option<String>,
    /// The way to pass the page on by e-mail: `mailto:`, with title and address.
    pub share: Option<String>,
    /// Where to tell what is wrong on the page: the site's form, or `mailto:` with title and address.
    pub feedback: Option<Cow<'a, str>>,
    /// The pages of its list, where it is long: on each of them is a part of what it lists, and the text
    /// is on the first.
    pub paging: Option<PagingView>,
    /// The day of the last change.
    pub updated: Option<DayView<'a>>,
    /// The day of the last review.
    pub reviewed: Option<DayView<'a>>,
    /// The page's topics.
    pub topics: Vec<Card<'a>>,
    /// The sections that lead to this page, home first, without the page itself.
    pub breadcrumb: Vec<CrumbView<'a>>,
    /// The headings of the text, to the third level.
    pub toc: Vec<TocEntry<'a>>,
    /// The text, finished HTML.
    pub content: String,
    /// The same page in every language of the site.
    pub alternates: Vec<AlternateView<'a>>,
    /// What `extra` says in the page's front matter.
    pub extra: Cow<'a, AnyValue>,
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
pub struct CrumbView<'a> {
    /// The title.
    pub title: &'a str,
    /// The language of the title, where it is not the page's.
    pub lang: Option<&'a str>,
    /// The way there.
    pub href: String,
}

/// An entry of the page index.
#[derive(Clone, Debug, Serialize)]
pub struct TocEntry<'a> {
    /// 2 or 3.
    pub level: u8,
    /// The anchor.
    pub id: &'a str,
    /// The words.
    pub title: &'a str,
}

/// The page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct AlternateView<'a> {
    /// The language.
    pub lang: &'a str,
    /// The way there from this page.
    pub href: String,
    /// The absolute address, if the site has one.
    pub url: Option<String>,
    /// Whether it is this page.
    pub current: bool,
    /// Whether the page is in that language. One that nobody has translated says the site's words.
    pub translated: bool,
    /// Whether it is in the language of the site.
    pub original: bool,
}

impl<'a> Lens<'a> {
    /// What all pages have.
    pub fn page(&self, link: AnyLink, kind: &'static str) -> PageView<'a> {
        let (node, common) = self.graph.node(link);
        let face = self.graph.face(link);
        let base = self.site.written.base_url();
        let untranslated = !self.is_translated(face, self.language());
        let address = self.address_of_words(face, untranslated);
        let trail = self.trail(link);
        let here = base
            .as_ref()
            .map(|base| format!("{base}{}", self.path.address()));
        let title = face.title(self.language());
        let about = about(title, here.as_deref());
        PageView {
            kind,
            id: node.id(),
            title,
            title_lang: self.unless(|language| face.is_titled_in(language)),
            nav_title: face.nav_title(self.language()),
            nav_title_lang: self.unless(|language| face.is_named_in(language)),
            summary: face.summary(self.language()),
            summary_lang: self.unless(|language| face.is_summarized_in(language)),
            lang: self.language().as_str(),
            content_lang: self.unless(|language| self.graph.texts(link).are_said_in(language)),
            source_lang: self.source_lang(),
            untranslated,
            root: self.root.clone(),
            address: self.path.address(),
            share: here.is_some().then(|| letter("", &about)),
            feedback: self.feedback(&about),
            canonical: base.as_ref().map(|base| format!("{base}{address}")),
            paging: self.paging(|| self.output(link)),
            updated: node.updated.map(|day| self.day(day)),
            reviewed: common.reviewed.map(|day| self.day(day)),
            topics: self.named(&node.topics, AnyLink::Topic),
            breadcrumb: trail.iter().rev().map(|step| self.crumb(*step)).collect(),
            toc: if self.number == 0 {
                toc(&self.page_text(link).0.text)
            } else {
                Vec::new()
            },
            content: String::new(),
            alternates: self.alternates(
                face.output(),
                |it| self.is_translated(face, it),
                base.as_deref(),
            ),
            extra: Cow::Borrowed(&common.extra),
        }
    }

    /// What the page of errors has: nothing but what all pages have.
    pub fn not_found(&self) -> PageView<'a> {
        PageView {
            kind: "404",
            id: "404",
            title: "",
            title_lang: None,
            nav_title: "",
            nav_title_lang: None,
            summary: None,
            summary_lang: None,
            lang: self.language().as_str(),
            content_lang: None,
            source_lang: None,
            untranslated: false,
            root: self.root.clone(),
            address: "404.html".to_owned(),
            canonical: None,
            share: None,
            feedback: self.feedback(&about(self.told(&self.site.written.title).0, None)),
            paging: None,
            updated: None,
            reviewed: None,
            topics: Vec::new(),
            breadcrumb: Vec::new(),
            toc: Vec::new(),
            content: String::new(),
            alternates: Vec::new(),
            extra: Cow::default(),
        }
    }

    fn feedback(&self, about: &str) -> Option<Cow<'a, str>> {
        let feedback = self.site.written.feedback.as_ref()?;
        let form = feedback.url.as_ref().map(|it| it.as_str().into());
        let email = feedback.email.as_ref();
        form.or_else(|| email.map(|to| letter(to.as_str(), about).into()))
    }

    /// What the pages of the index of everything have. Their title is the theme's.
    pub fn index_page(&self) -> PageView<'a> {
        let base = self.site.written.base_url();
        let home = self.graph.home();
        let address = self.path.address();
        PageView {
            kind: "index",
            id: "index",
            canonical: base.as_ref().map(|base| format!("{base}{address}")),
            address,
            paging: self.paging(|| self.index_output()),
            breadcrumb: home.map(|home| self.crumb(home)).into_iter().collect(),
            alternates: self.alternates(
                &OutputPath::page(self.site.written.index_folder()),
                // Its words are the theme's.
                |_| true,
                base.as_deref(),
            ),
            ..self.not_found()
        }
    }

    pub(super) fn index_output(&self) -> OutputPath {
        self.localized(&OutputPath::page(self.site.written.index_folder()))
    }

    /// The pages of a list, by the first of them.
    fn paging(&self, first: impl FnOnce() -> OutputPath) -> Option<PagingView> {
        if self.count < 2 {
            return None;
        }
        let first = first();
        let href = |number| self.way_to_file(&part_of(&first, number));
        Some(PagingView {
            number: self.number + 1,
            count: self.count,
            previous: self.number.checked_sub(1).map(href),
            next: (self.number + 1 < self.count).then(|| href(self.number + 1)),
            first: href(0),
            last: href(self.count - 1),
        })
    }

    /// Whether a page is in a language. An entry of a registry has no text to translate.
    fn is_translated(&self, face: Face<'_>, language: &Language) -> bool {
        *language == self.site.language || !face.is_page() || face.is_in(language)
    }

    /// The address at which the words of this page belong: where it is untranslated, the original's.
    fn address_of_words(&self, face: Face<'_>, untranslated: bool) -> String {
        if untranslated {
            part_of(face.output(), self.number).address()
        } else {
            self.path.address()
        }
    }

    /// The sections above a page, the nearest first.
    pub(super) fn trail(&self, page: AnyLink) -> Vec<AnyLink> {
        let above = |link| self.graph.face(link).section().map(AnyLink::Section);
        std::iter::successors(above(page), |section| above(*section)).collect()
    }

    pub(super) fn crumb(&self, link: AnyLink) -> CrumbView<'a> {
        let face = self.graph.face(link);
        CrumbView {
            title: face.nav_title(self.language()),
            lang: self.unless(|language| face.is_named_in(language)),
            href: self.way(face.output()),
        }
    }

    pub(super) fn localized(&self, path: &OutputPath) -> OutputPath {
        in_language(path, self.language(), &self.site.language)
    }

    /// A page in every language of the site, and whether it has words in each.
    fn alternates(
        &self,
        page: &OutputPath,
        translated: impl Fn(&Language) -> bool,
        base: Option<&str>,
    ) -> Vec<AlternateView<'a>> {
        if self.site.languages.len() < 2 {
            return Vec::new();
        }
        let alternates = self.site.languages.iter().map(|language| {
            let output = in_language(page, language, &self.site.language);
            AlternateView {
                lang: language.as_str(),
                href: self.way_to_file(&output),
                url: base.map(|base| format!("{base}{}", output.address())),
                current: language == self.language(),
                translated: translated(language),
                original: *language == self.site.language,
            }
        });
        alternates.collect()
    }
}

/// The address of a letter to somebody (RFC 6068).
fn letter(to: &str, about: &str) -> String {
    let to = utf8_percent_encode(to, IN_ADDRESS);
    format!("mailto:{to}{about}")
}

/// What such a letter is about: its subject and text.
fn about(subject: &str, text: Option<&str>) -> String {
    let mut about = String::from("?subject=");
    about.extend(utf8_percent_encode(subject, NON_ALPHANUMERIC));
    if let Some(text) = text {
        about.push_str("&body=");
        about.extend(utf8_percent_encode(text, NON_ALPHANUMERIC));
    }
    about
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

fn toc(text: &Text) -> Vec<TocEntry<'_>> {
    let entries = text
        .headings
        .iter()
        .filter(|heading| (2..=3).contains(&heading.level));
    entries
        .map(|heading| TocEntry {
            level: heading.level,
            id: &heading.id,
            title: &heading.text,
        })
        .collect()
}
