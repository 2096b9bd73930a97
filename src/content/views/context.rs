//! What views are made with: the graph as one page in one language reads it.

use std::borrow::Cow;

use crate::base::date::{Date, Period};
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{
    AnyLink, Backlink, BodyPart, CompactIndex, Entity, EntitySummary, Link, Linked, Node,
    PartRelation, Reader, Relation, Site, Target, first_address, in_language,
};
use crate::content::locale::Locale;
use crate::content::model::{Body, Meeting, Translation};
use crate::content::news::News;
use crate::content::pages::past_compositions::PastComposition;
use crate::content::pages::plan::{PageId, PlanContext, PlannedPage};
use crate::content::pages::theme_lists::ThemeLists;
use crate::content::settings::{LocalText, VocabularyKind};
use crate::incremental::memo::DependencyRecorder;
use crate::notation::scalar::Text;

/// A text, and its language where that is not the page's.
pub(super) type Marked<'a, T = &'a str> = (T, Option<&'a str>);

/// The page whose view is made, and what its view is made of.
#[derive(Clone)]
pub(super) struct PageContext<'a> {
    /// The graph. It notes what the page reads.
    pub(super) graph: Reader<'a>,
    /// The settings.
    pub(super) site: &'a Site,
    /// The day of which the page speaks: that of the site, but on the page of a past composition.
    pub(super) as_of: Date,
    /// The rules of the page's language.
    pub(super) locale: &'a Locale,
    /// On the page of a past composition, all those of the body.
    pub(super) past: Vec<PastComposition>,
    /// The number of that language among those of the site.
    language_number: usize,
    /// The thing that the page is about.
    subject: Option<AnyLink>,
    /// The file of the page.
    pub(super) path: &'a OutputPath,
    /// The relative link to the root of the site: `../../`.
    pub(super) root: String,
    /// The relative link to the home page in the page's language, without `index.html`: `../../de/`.
    home: String,
    /// The lists that the theme declares.
    theme_lists: &'a ThemeLists,
    /// What the history tells.
    pub(super) news: &'a News,
    /// Notes what the page reads.
    pub(super) recorder: &'a DependencyRecorder,
    /// The mentions of the thing that the page is about. Of a long list, those on this page of it.
    pub(super) mentions: Vec<Backlink>,
    /// Which page of its list this is, from 0.
    pub(super) list_page: usize,
    /// The number of pages of that list.
    pub(super) list_page_count: usize,
    /// The number of entries on all of them, if this is the first.
    pub(super) list_total: Option<usize>,
}

impl<'a> PageContext<'a> {
    /// The same page, as it was on another day.
    pub(super) fn on(&self, day: Date) -> PageContext<'a> {
        PageContext {
            as_of: day,
            ..self.clone()
        }
    }

    pub(super) fn new(
        plan: PlanContext<'a>,
        locale: &'a Locale,
        page: &'a PlannedPage,
        recorder: &'a DependencyRecorder,
    ) -> PageContext<'a> {
        let (site, graph) = (plan.site, Reader::new(plan.graph, recorder));
        // A host shows the page of errors at any address, so its links start at the root of the host.
        let root = match page.id {
            PageId::NotFound => site.written.base_path(),
            _ => page.path.to_root(),
        };
        let (language, list_page) = (page.id.language(), page.id.list_page());
        let (mentions, list_page_count) = match page.id {
            PageId::Thing(link, ..) => (
                plan.listings
                    .entries(graph, recorder, link, language, list_page),
                plan.listings.page_count(link, language),
            ),
            PageId::Index(..) => (Vec::new(), plan.index.page_count(language)),
            _ => (Vec::new(), 1),
        };
        let (past, number) = match page.id {
            PageId::Composition(body, _, number) => {
                let past = PastComposition::all(graph, body, site.as_of);
                (past, number as usize)
            }
            _ => (Vec::new(), 0),
        };
        let is_first_of_many = list_page == 0 && list_page_count > 1;
        let list_total = is_first_of_many.then(|| match page.id {
            PageId::Thing(link, ..) => plan.listings.total(recorder, link, language),
            _ => plan.index.total(recorder, language),
        });
        let home = in_language(&OutputPath::page(""), &locale.language, &site.language);
        PageContext {
            graph,
            site,
            as_of: past.get(number).map_or(site.as_of, |it| it.day),
            past,
            locale,
            language_number: language,
            subject: match page.id {
                PageId::Thing(link, ..) | PageId::Redirect(link, ..) => Some(link),
                PageId::Composition(body, ..) | PageId::BelowOld(body, ..) => Some(body.into()),
                _ => None,
            },
            path: &page.path,
            home: format!("{root}{}", home.folder()),
            root,
            theme_lists: plan.theme_lists,
            news: plan.news,
            recorder,
            mentions,
            list_page,
            list_page_count,
            list_total,
        }
    }

    /// The language of the page.
    pub(super) fn language(&self) -> &'a Language {
        &self.locale.language
    }

    /// Whether the page is about this thing.
    pub(super) fn is_about(&self, thing: impl Into<AnyLink>) -> bool {
        self.subject == Some(thing.into())
    }

    /// The period in which the thing that the page is about exists.
    pub(super) fn existence_of_subject(&self) -> Period {
        let existence = self.subject.map(|it| self.graph.summary(it).existence());
        existence.unwrap_or_default()
    }

    /// Whether this is the page of a past composition, which says who sat, and nothing of the time before and after.
    pub(super) fn is_past_composition(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether this is the first or only page of its list.
    pub(super) fn is_first_list_page(&self) -> bool {
        self.list_page == 0
    }
}

/// Texts in the page's language, or else in the site's.
impl<'a> PageContext<'a> {
    /// The language of the site. Returns `None` if it is the page's.
    pub(super) fn source_lang(&self) -> Option<&'a str> {
        (*self.language() != self.site.language).then(|| self.site.language.as_str())
    }

    /// The language of a text of the site. Returns `None` if it is the page's, or if the text is translated
    /// into the page's.
    pub(super) fn lang_unless(&self, is_translated: impl Fn(&Language) -> bool) -> Option<&'a str> {
        self.source_lang()
            .filter(|_| !is_translated(self.language()))
    }

    /// The translation of a text, or else the text itself.
    pub(super) fn translated(
        &self,
        translation: Option<&'a str>,
        original: Option<&'a str>,
    ) -> Marked<'a, Option<&'a str>> {
        match translation {
            Some(_) => (translation, None),
            None => (original, original.and_then(|_| self.source_lang())),
        }
    }

    /// A text of the settings in the page's language, or else in another.
    pub(super) fn local(&self, text: &'a LocalText) -> Marked<'a> {
        let (text, tag) = text.in_language(self.language(), &self.site.language);
        let is_foreign = tag != self.language().as_str();
        (text, is_foreign.then_some(tag))
    }

    /// The name of a word of a controlled list.
    pub(super) fn label(&self, list: VocabularyKind, word: &str) -> Cow<'a, str> {
        let (vocabulary, own) = (&self.site.vocabulary, &self.site.language);
        vocabulary.label(list, word, self.language(), own)
    }

    /// The title of a thing.
    pub(super) fn title(&self, link: AnyLink) -> &'a str {
        self.graph.summary(link).title(self.language())
    }

    /// The title that a thing had at a moment, in seconds since 1970, in the site's language where it is another one than
    /// today; without a moment, that of today.
    pub(super) fn title_at(&self, link: AnyLink, moment: Option<i64>) -> &'a str {
        let name = self.graph.summary(link).name();
        let then = moment.and_then(|it| self.news.title_at(self.recorder, name, it));
        then.unwrap_or_else(|| self.title(link))
    }

    /// The translation of a body's page into the page's language.
    pub(super) fn translation(&self, body: Link<Body>) -> Option<&'a Translation> {
        self.translation_of(&self.graph.get(body).node)
    }

    /// The translation of a thing into the page's language.
    pub(super) fn translation_of(&self, thing: &'a Node) -> Option<&'a Translation> {
        let translation = thing.translations.get(self.language());
        translation.map(|translation| &**translation)
    }

    /// A text of a thing that its translation has among its other words.
    pub(super) fn worded(
        &self,
        translation: Option<&'a Translation>,
        text: Option<&'a Text>,
    ) -> Marked<'a, Option<&'a str>> {
        let words = translation.zip(text);
        let words = words.and_then(|(it, text)| it.words.get(text.as_str()));
        self.translated(words.map(Text::as_str), text.map(Text::as_str))
    }
}

/// Relative links from the page.
impl<'a> PageContext<'a> {
    /// The link to the page of a thing, in the page's language.
    pub(super) fn href(&self, link: AnyLink) -> String {
        self.page_href(self.graph.summary(link).output())
    }

    /// The link to a page, in the page's language.
    pub(super) fn page_href(&self, page: &OutputPath) -> String {
        [&self.home, &*page.href()].concat()
    }

    /// The link to a file, which is the same in every language.
    pub(super) fn file_href(&self, file: &OutputPath) -> String {
        [&self.root, &*file.href()].concat()
    }

    /// The link to what a link of a text or menu leads to.
    pub(super) fn target_href(&self, target: &Target) -> String {
        match target {
            Target::Entity(link, suffix) => self.href(*link) + suffix.as_str(),
            Target::Here(suffix) => suffix.as_str().to_owned(),
            Target::File(path, suffix) => self.file_href(path) + suffix.as_str(),
            Target::Outside(url) => url.clone(),
            Target::Broken => String::new(),
        }
    }

    /// The absolute address of a file. Returns `None` if the site has no address.
    pub(super) fn absolute(&self, file: &OutputPath) -> Option<String> {
        let base = self.site.written.base_url()?;
        Some(format!("{base}{}", file.address()))
    }

    /// The day of the last change of a thing.
    pub(super) fn last_change(&self, node: &Node) -> Option<Date> {
        let zone = || self.site.written.zone();
        self.news.last_change(self.recorder, node, zone)
    }

    /// The address by which calendars and feeds know a thing.
    pub(super) fn first_address<T: Linked>(&self, of: &Entity<T>) -> String {
        let compositions = self.site.written.composition_folder();
        let around = (&*self.site.languages, compositions);
        first_address(&of.node.output, &of.common().aliases, around)
    }

    /// The file of a page in the page's language.
    pub(super) fn localized(&self, page: &OutputPath) -> OutputPath {
        in_language(page, self.language(), &self.site.language)
    }
}

/// Things that the page lists.
impl<'a> PageContext<'a> {
    /// Things sorted by their `order`, then by title, each once.
    pub(super) fn sorted(
        &self,
        links: impl IntoIterator<Item = AnyLink>,
    ) -> impl Iterator<Item = (AnyLink, EntitySummary<'a>)> {
        let faces = links.into_iter().map(|link| {
            let face = self.graph.summary(link);
            let order = face.order().unwrap_or(i64::MAX);
            (order, face.title(self.language()), link, face)
        });
        let mut faces: Vec<(i64, &str, AnyLink, EntitySummary<'a>)> = faces.collect();
        faces.sort_by(|one, other| {
            let (order, title, _, face) = other;
            one.0
                .cmp(order)
                .then_with(|| self.locale.compare(one.1, title))
                .then_with(|| one.3.name().cmp(face.name()))
        });
        faces.dedup_by_key(|(_, _, link, _)| *link);
        faces.into_iter().map(|(_, _, link, face)| (link, face))
    }

    /// The things that mention this one in a way, in the order of the source.
    pub(super) fn mentioned_by(
        &self,
        how: Relation,
    ) -> impl Iterator<Item = AnyLink> + use<'_, 'a> {
        let mentions = self.mentions.iter();
        let mentions = mentions.filter(move |mention| mention.relation == how);
        mentions.map(|mention| mention.from)
    }

    /// The bodies and tables that mention this thing in a way, in the order of the source.
    pub(super) fn parts_mentioning(
        &self,
        how: PartRelation,
    ) -> impl Iterator<Item = BodyPart> + use<'_, 'a> {
        let part = move |mention: &Backlink| match (mention.from, mention.relation) {
            (AnyLink::Body(body), Relation::Part(relation, table)) if relation == how => {
                let table = table.map(CompactIndex::index);
                Some(BodyPart { body, table })
            }
            _ => None,
        };
        self.mentions.iter().filter_map(part)
    }

    /// The lists that the theme declares, by name. Those that the page does not show are empty, as on the later pages of a
    /// long list.
    pub(super) fn theme_lists(
        &self,
        template: &'a str,
    ) -> impl Iterator<Item = (&'a str, Vec<AnyLink>)> + use<'_, 'a> {
        let template = if self.is_first_list_page() {
            template
        } else {
            ""
        };
        let page = (template, self.language_number);
        self.theme_lists.on_page(self.recorder, self.site, page)
    }

    /// The meetings that mention this thing in a way, the latest first. One of which only the day is known counts as
    /// the first of that day.
    pub(super) fn meetings(&self, how: Relation) -> Vec<Link<Meeting>> {
        let meetings = self.mentioned_by(how).filter_map(|it| match it {
            AnyLink::Meeting(meeting) => Some(meeting),
            _ => None,
        });
        let mut meetings: Vec<_> = meetings.collect();
        let zone = self.site.written.zone();
        let start = |it: &Link<Meeting>| self.graph.get(*it).written.start.instant(&zone);
        meetings.sort_by_cached_key(|it| std::cmp::Reverse(start(it)));
        meetings
    }
}

/// The link to an anchor on a page.
pub(super) fn with_anchor(mut href: String, anchor: &str) -> String {
    href.reserve_exact(anchor.len() + 1);
    href.push('#');
    href.push_str(anchor);
    href
}
