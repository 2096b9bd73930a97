//! What the files for crawlers show: `robots.txt` and the sitemap.
//!
//! A sitemap lists the canonical pages (<https://www.sitemaps.org/protocol.html>): the page of each thing in every
//! language in which there is one. Pages that only repeat another, or continue a list, are left out.

use std::collections::HashMap;

use crate::base::date::Date;
use crate::base::language::Language;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Node, Reader, Site, in_language};
use crate::content::model::{EntityKind, Name};

/// The most addresses that one sitemap may list, by the protocol.
const MAX_ADDRESSES: usize = 50_000;

/// What `robots.txt` shows.
pub struct RobotsView {
    /// The address of the sitemap: `https://example.org/sitemap.xml`. `None` if the site has no address.
    pub sitemap: Option<String>,
}

/// What a sitemap shows.
pub enum SitemapView {
    /// Pages.
    Pages(Vec<SitemapPage>),
    /// The addresses of the sitemaps of which this is the index.
    Index(Vec<String>),
}

/// A page in a sitemap.
pub struct SitemapPage {
    /// The absolute address.
    pub address: String,
    /// The day of the last change of what its file says, where it is known.
    ///
    /// That a page shows another thing, which has changed, does not count: with it, each correction of an organization
    /// would be the last change of all bodies, and crawlers that find nothing new believe no such day any more. A day
    /// that is too early has them come a little later. But a body's meetings are what its page tells most of.
    pub updated: Option<Date>,
    /// The addresses of the page in all its languages, its own among them; empty if there is only one. The last is the
    /// default (`x-default`).
    pub alternates: Vec<(String, String)>,
}

/// The number of sitemap files for so many pages: one, or an index and its parts.
pub fn file_count(pages: usize) -> usize {
    match pages.div_ceil(MAX_ADDRESSES) {
        0 | 1 => 1,
        parts => parts + 1,
    }
}

/// Where the sitemap of a number is published.
pub fn path(number: usize) -> OutputPath {
    match number {
        0 => OutputPath::file("sitemap.xml"),
        part => OutputPath::file(&format!("sitemap-{part}.xml")),
    }
}

impl RobotsView {
    /// What `robots.txt` of a site shows.
    pub fn of(site: &Site) -> RobotsView {
        let base = site.written.base_url();
        RobotsView {
            sitemap: base.map(|base| format!("{base}{}", path(0).address())),
        }
    }
}

impl SitemapView {
    /// What the sitemap of a number shows, of so many files.
    pub fn of(
        graph: Reader<'_>,
        site: &Site,
        last_change: impl Fn(&Node) -> Option<Date>,
        (number, files): (usize, usize),
    ) -> SitemapView {
        let base = site.written.base_url().unwrap_or_default();
        let parts = files.saturating_sub(1).max(1);
        if number == 0 && parts > 1 {
            let addresses = (1..=parts).map(|part| format!("{base}{}", path(part).address()));
            return SitemapView::Index(addresses.collect());
        }
        let meetings = last_meetings(graph, &last_change);
        let pages = graph.addresses().flat_map(|node| {
            let has_words = |language: &Language| node.translations.contains_key(language);
            let updated = last_change(node).max(meetings.get(&node.name).copied());
            translated(&node.output, has_words, updated, site, &base)
        });
        let index = OutputPath::page(site.written.index_folder());
        // The words of the index are the theme's, in all languages.
        let index = translated(&index, |_| true, None, site, &base);
        let mut pages: Vec<SitemapPage> = pages.chain(index).collect();
        pages.sort_by(|a, b| a.address.cmp(&b.address));
        // Parts of equal size, so that none is empty.
        let size = pages.len().div_ceil(parts).max(1);
        let pages = pages.into_iter().skip(number.saturating_sub(1) * size);
        SitemapView::Pages(pages.take(size).collect())
    }
}

/// The bodies with meetings, and the day on which the last of these changed, where it is known.
fn last_meetings<'a>(
    graph: Reader<'a>,
    last_change: impl Fn(&Node) -> Option<Date>,
) -> HashMap<&'a Name, Date> {
    let mut days: HashMap<&Name, Date> = HashMap::new();
    for link in graph.all(EntityKind::Meeting) {
        let AnyLink::Meeting(link) = link else {
            continue;
        };
        let meeting = graph.get(link);
        if let Some((of, day)) = meeting.links.of.zip(last_change(&meeting.node)) {
            let last = days
                .entry(graph.summary(of.body.into()).name())
                .or_insert(day);
            *last = day.max(*last);
        }
    }
    days
}

/// A page in the language of the site and in those in which it has words. `first` is where it is in the former.
fn translated(
    first: &OutputPath,
    has_words: impl Fn(&Language) -> bool,
    updated: Option<Date>,
    site: &Site,
    base: &str,
) -> Vec<SitemapPage> {
    let languages = site.languages.iter();
    let languages = languages.filter(|it| **it == site.language || has_words(it));
    let addresses = languages.map(|language| {
        let path = in_language(first, language, &site.language);
        let address = format!("{base}{}", path.address());
        (language.as_str().to_owned(), address)
    });
    let addresses: Vec<(String, String)> = addresses.collect();
    let mut alternates = Vec::new();
    if addresses.len() > 1 {
        let default = addresses.first().map(|(_, address)| address.clone());
        alternates.clone_from(&addresses);
        alternates.extend(default.map(|address| ("x-default".to_owned(), address)));
    }
    // Some crawlers refuse a day before 1970.
    let updated = updated.filter(|day| day.parts().0 >= 1970);
    let pages = addresses.into_iter().map(|(_, address)| SitemapPage {
        address,
        updated,
        alternates: alternates.clone(),
    });
    pages.collect()
}
