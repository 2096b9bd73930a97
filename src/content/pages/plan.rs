//! The plan: which pages the site has, and which other files follow from its content.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use borsh::{BorshDeserialize, BorshSerialize};

use super::alphabetical_index::AlphabeticalIndex;
use super::listings::Listings;
use super::past_compositions::PastComposition;
use super::theme_lists::ThemeLists;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{
    self, AnyLink, Graph, Link, Node, Reader, Site, in_language, old_paths,
};
use crate::content::model::{Body, EntityKind};
use crate::content::news::News;
use crate::content::settings::Settings;
use crate::content::views::{calendar, feed, sitemap};
use crate::incremental::memo::{Changed, DependencyRecorder};

/// The content of a site, from which its pages follow.
#[derive(Clone, Copy)]
pub struct PlanContext<'a> {
    /// The things and their links.
    pub graph: &'a Graph,
    /// The long lists.
    pub listings: &'a Listings,
    /// The index from A to Z.
    pub index: &'a AlphabeticalIndex,
    /// The lists that the theme declares.
    pub theme_lists: &'a ThemeLists,
    /// What the history tells.
    pub news: &'a News,
    /// The settings.
    pub site: &'a Site,
}

/// A page that the site is to have, or a file for crawlers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct PlannedPage {
    /// Its identity.
    pub id: PageId,
    /// Its file.
    pub path: OutputPath,
}

/// Which of the old addresses of a thing it is, in the upper 24 bits, and the number of the language of its page below.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct OldAddress(u32);

impl OldAddress {
    fn new(number: usize, language: usize) -> OldAddress {
        let language = u8::try_from(language).unwrap_or_default();
        OldAddress(to_u32(number) << 8 | u32::from(language))
    }

    fn language(self) -> usize {
        let [language, ..] = self.0.to_le_bytes();
        usize::from(language)
    }
}

/// The identity of such a page or file, with the number of its language among those of the site.
///
/// There are several of these for every page, so they are kept small.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub enum PageId {
    /// A page about a thing: the thing, the language, and the page of its list, from 0.
    Thing(AnyLink, u32, u32),
    /// A redirect to the page of a thing, from one of its old addresses.
    Redirect(AnyLink, OldAddress),
    /// The calendar of a body in a language.
    Calendar(Link<Body>, u32),
    /// The feed of a body in a language.
    Feed(Link<Body>, u32),
    /// The page of a past composition of a body: the body, the language, and which of its past compositions, from 0.
    Composition(Link<Body>, u32, u32),
    /// What follows from a body, below one of its old addresses: the body, the address, and which of [`below_body`].
    BelowOld(Link<Body>, OldAddress, u32),
    /// A page of the index from A to Z: the language, and the page of the index, from 0.
    Index(u32, u32),
    /// The page that a host shows for an address without a page.
    NotFound,
    /// `robots.txt`: what crawlers may visit, and where the sitemap is.
    Robots,
    /// `_redirects`: the redirects from all old addresses, for hosts of static sites.
    Redirects,
    /// A sitemap: the number of the file, and how many there are. If there are several, number 0 is the index of the
    /// others.
    Sitemap(u32, u32),
    /// The calendar of the site in a language.
    SiteCalendar(u32),
    /// The feed of the site in a language.
    SiteFeed(u32),
}

/// The pages of a thing, sorted: those of its list in every language, then a redirect from each old address.
pub fn pages_of_thing(context: PlanContext<'_>, link: AnyLink) -> Vec<PlannedPage> {
    let (graph, site) = (context.graph, context.site);
    // A change to the facts of the thing makes a new plan, so what is read here need not be noted.
    let recorder = DependencyRecorder::default();
    let (node, common) = Reader::new(graph, &recorder).node(link);
    let languages = site.languages.iter().enumerate();
    let pages = languages.flat_map(|(language, tag)| {
        let first = in_language(&node.output, tag, &site.language);
        let count = context.listings.page_count(link, language);
        list_pages(first, count, move |page| {
            PageId::Thing(link, to_u32(language), page)
        })
    });
    let old = old_paths(&node.output, &common.aliases, &site.languages);
    let redirects = old.map(|old| {
        planned(
            PageId::Redirect(link, OldAddress::new(old.number, old.language)),
            old.path,
        )
    });
    let of_body = match link {
        AnyLink::Body(body) => {
            let mut planned = below_body(graph, &recorder, site, body);
            let old = below_old(graph, &recorder, site, body).into_iter();
            planned.extend(old.map(|(old, _)| old));
            planned
        }
        _ => Vec::new(),
    };
    pages.chain(redirects).chain(of_body).collect()
}

/// What follows from a body, beside and below its page: its calendars and feeds, and the pages of its past compositions.
pub fn below_body(
    graph: &Graph,
    recorder: &DependencyRecorder,
    site: &Site,
    body: Link<Body>,
) -> Vec<PlannedPage> {
    let reader = Reader::new(graph, recorder);
    let node = &reader.get(body).node;
    let subscriptions = subscriptions(reader, site, body, node).into_iter();
    let subscriptions = subscriptions.filter(|it| !graph.has_output(&it.path));
    let compositions = compositions(reader, site, body, node);
    subscriptions.chain(compositions).collect()
}

/// What is below the old addresses of a body, each with what has taken its place: copies of calendars and feeds, so that
/// those who have subscribed go on to get them, and redirects to past compositions. What the site has there comes first.
pub fn below_old(
    graph: &Graph,
    recorder: &DependencyRecorder,
    site: &Site,
    body: Link<Body>,
) -> Vec<(PlannedPage, PlannedPage)> {
    let entity = Reader::new(graph, recorder).get(body);
    let mut below = Vec::new();
    let all_now = LazyCell::new(|| below_body(graph, recorder, site, body));
    let old = old_paths(
        &entity.node.output,
        &entity.common().aliases,
        &site.languages,
    );
    for old in old.filter(|it| it.path.address().ends_with('/')) {
        let now = all_now.iter().cloned().zip(0..);
        let now = now.filter(|(now, _)| now.id.language() == old.language);
        below.extend(now.filter_map(|(now, number)| {
            let rest = now.path.as_str().strip_prefix(old.page.folder())?;
            let address = OldAddress::new(old.number, old.language);
            let planned = planned(
                PageId::BelowOld(body, address, number),
                OutputPath::file(&format!("{}{rest}", old.path.folder())),
            );
            (!graph.has_output(&planned.path)).then_some((planned, now))
        }));
    }
    below
}

/// The pages of the past compositions of a body, and the redirects to them from below its old addresses.
pub fn composition_paths(
    graph: &Graph,
    recorder: &DependencyRecorder,
    site: &Site,
    body: Link<Body>,
) -> Vec<OutputPath> {
    let pages = below_body(graph, recorder, site, body).into_iter();
    let pages = pages.map(|page| (page.clone(), page));
    let all = pages.chain(below_old(graph, recorder, site, body));
    let past = all.filter(|(_, now)| now.id.is_past_composition());
    past.map(|(page, _)| page.path).collect()
}

/// The pages of the past compositions of a body, sorted.
fn compositions(graph: Reader<'_>, site: &Site, body: Link<Body>, node: &Node) -> Vec<PlannedPage> {
    let all = PastComposition::all(graph, body, site.as_of);
    let outputs = all.iter().map(|it| it.output(&node.output, &site.written));
    let outputs: Vec<OutputPath> = outputs.collect();
    let languages = site.languages.iter().zip(0..);
    let pages = languages.flat_map(|(tag, language)| {
        let numbered = outputs.iter().zip(0..);
        numbered.map(move |(output, number)| {
            planned(
                PageId::Composition(body, language, number),
                in_language(output, tag, &site.language),
            )
        })
    });
    pages.collect()
}

/// The calendars and feeds of a body, sorted, in the languages in which it has words.
fn subscriptions(
    graph: Reader<'_>,
    site: &Site,
    body: Link<Body>,
    node: &Node,
) -> Vec<PlannedPage> {
    let has_calendar = calendar::is_of(graph, site, body);
    let has_words = |it: &Language| *it == site.language || node.translations.contains_key(it);
    calendars_and_feeds(site, &node.output, has_words, |language| {
        let calendar = has_calendar.then_some(PageId::Calendar(body, language));
        (calendar, PageId::Feed(body, language))
    })
}

/// The calendars, then the feeds that go with a page in some languages.
fn calendars_and_feeds(
    site: &Site,
    page: &OutputPath,
    is_wanted: impl Fn(&Language) -> bool,
    ids: impl Fn(u32) -> (Option<PageId>, PageId),
) -> Vec<PlannedPage> {
    let languages = site.languages.iter().zip(0..);
    let has_feed = site.written.base_url().is_some();
    let (mut calendars, mut feeds) = (Vec::new(), Vec::new());
    for (language, number) in languages.filter(|(it, _)| is_wanted(it)) {
        let page = in_language(page, language, &site.language);
        let (calendar, feed) = ids(number);
        calendars.extend(calendar.map(|id| planned(id, calendar::path(&page))));
        feeds.extend(has_feed.then(|| planned(feed, feed::path(&page))));
    }
    calendars.append(&mut feeds);
    calendars
}

/// The things that may have other pages since something has changed.
pub fn changed_plans(context: PlanContext<'_>, changed: &Changed) -> BTreeSet<AnyLink> {
    let is_body = |it: &AnyLink| it.kind() == EntityKind::Body;
    let things = graph::changed_facts(changed).chain(context.listings.resized());
    // A body has a calendar if it has a meeting, which gives way to files of the content. Which of its compositions are
    // past depends on the day.
    let met = graph::changed_backlinks(changed).filter(is_body);
    let met = met.filter(|it| context.graph.has(*it));
    let concerns_all = graph::have_outputs_changed(changed) || graph::has_day_changed(changed);
    let bodies = match concerns_all {
        true => context.graph.of_kind(EntityKind::Body),
        false => Vec::new(),
    };
    // Those who sit in a body by right of a seat elsewhere come and go with it.
    let changed = graph::changed_facts(changed).filter(is_body);
    let by_right = changed.flat_map(|it| context.graph.bodies_that_seat_by_right(it));
    things.chain(met).chain(bodies).chain(by_right).collect()
}

/// The pages that are about no thing, sorted: the index from A to Z in every language, and the page of errors.
///
/// After the pages come the files for crawlers, the calendars and the feeds. A file of the content at the same path
/// takes the place of one. `pages` is the number of pages about things.
pub fn other_pages(context: PlanContext<'_>, pages: usize) -> Vec<PlannedPage> {
    let firsts = index_outputs(&context.site.written).into_iter().enumerate();
    let index = firsts.flat_map(|(language, first)| {
        let count = context.index.page_count(language);
        list_pages(first, count, move |page| {
            PageId::Index(to_u32(language), page)
        })
    });
    let not_found = planned(PageId::NotFound, not_found_output());
    let files = files_for_crawlers(context, pages).chain(subscriptions_to_site(context));
    let files = files.filter(|it| !context.graph.has_output(&it.path));
    index.chain([not_found]).chain(files).collect()
}

/// The calendars and feeds of the site, sorted.
fn subscriptions_to_site(context: PlanContext<'_>) -> Vec<PlannedPage> {
    let has_calendar = !context.graph.of_kind(EntityKind::Meeting).is_empty();
    calendars_and_feeds(
        context.site,
        &OutputPath::page(""),
        |_| true,
        |language| {
            let calendar = has_calendar.then_some(PageId::SiteCalendar(language));
            (calendar, PageId::SiteFeed(language))
        },
    )
}

/// The files for crawlers and hosts, sorted.
fn files_for_crawlers(context: PlanContext<'_>, pages: usize) -> impl Iterator<Item = PlannedPage> {
    let robots = planned(PageId::Robots, OutputPath::file("robots.txt"));
    let has_address = context.site.written.base_url().is_some();
    let count = if has_address {
        sitemap::file_count(pages)
    } else {
        0
    };
    let sitemaps = (0..count).map(move |number| {
        planned(
            PageId::Sitemap(to_u32(number), to_u32(count)),
            sitemap::path(number),
        )
    });
    let graph = context.graph;
    let has_redirects = graph.all().any(|link| graph.has_alias(link));
    let redirects =
        has_redirects.then(|| planned(PageId::Redirects, OutputPath::file("_redirects")));
    [robots].into_iter().chain(redirects).chain(sitemaps)
}

/// The page that a host shows for an address without a page.
pub fn not_found_output() -> OutputPath {
    OutputPath::file("404.html")
}

/// The first page of the index from A to Z in every language.
pub fn index_outputs(settings: &Settings) -> Vec<OutputPath> {
    let first = OutputPath::page(settings.index_folder());
    let (languages, own) = (settings.all_languages(), settings.default_language());
    let outputs = languages.iter().map(|it| in_language(&first, it, &own));
    outputs.collect()
}

/// The file of a page of a list, from 0: the second page is in the folder `2` beside the first.
pub fn list_page_path(first: &OutputPath, page: usize) -> OutputPath {
    match page {
        0 => first.clone(),
        _ => OutputPath::page(&format!("{}{}", first.folder(), page + 1)),
    }
}

fn list_pages(
    first: OutputPath,
    count: usize,
    id: impl Fn(u32) -> PageId,
) -> impl Iterator<Item = PlannedPage> {
    (0..count).map(move |page| planned(id(to_u32(page)), list_page_path(&first, page)))
}

fn planned(id: PageId, path: OutputPath) -> PlannedPage {
    PlannedPage { id, path }
}

/// No site has so many languages or pages of a list that their number would not fit.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl PageId {
    /// The number of the page's language.
    pub fn language(self) -> usize {
        match self {
            PageId::Thing(_, language, _)
            | PageId::Calendar(_, language)
            | PageId::Feed(_, language)
            | PageId::Composition(_, language, _)
            | PageId::Index(language, _)
            | PageId::SiteCalendar(language)
            | PageId::SiteFeed(language) => language as usize,
            PageId::Redirect(_, address) | PageId::BelowOld(_, address, _) => address.language(),
            _ => 0,
        }
    }

    /// Which page of its list it is, from 0.
    pub fn list_page(self) -> usize {
        match self {
            PageId::Thing(.., page) | PageId::Index(_, page) => page as usize,
            _ => 0,
        }
    }

    /// The thing that the page is about.
    pub fn thing(self) -> Option<AnyLink> {
        match self {
            PageId::Thing(link, ..) | PageId::Redirect(link, ..) => Some(link),
            PageId::Calendar(body, _)
            | PageId::Feed(body, _)
            | PageId::Composition(body, ..)
            | PageId::BelowOld(body, ..) => Some(body.into()),
            _ => None,
        }
    }

    /// Whether the page has content of its own: redirects and the page of errors have none, and past
    /// compositions only say what their body says of an earlier day.
    pub fn is_content(self) -> bool {
        matches!(self, PageId::Thing(..) | PageId::Index(..))
    }

    /// Whether the search finds the page: only the first page about each thing is found.
    pub fn is_searchable(self) -> bool {
        matches!(self, PageId::Thing(.., 0))
    }

    /// Whether nobody chose the address of the page, so that it may meet another: it continues a list, or is a past
    /// composition.
    pub fn has_derived_address(self) -> bool {
        self.list_page() > 0 || self.is_past_composition()
    }

    /// Whether the page is that of a past composition.
    pub fn is_past_composition(self) -> bool {
        matches!(self, PageId::Composition(..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_id_is_small() {
        assert_eq!(size_of::<PageId>(), 16);
    }
}
