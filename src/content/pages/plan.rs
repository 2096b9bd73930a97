//! The fourth stage: which pages the site has.

use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Graph, Reader, Site, alias_output, in_language};
use crate::content::locale::Locale;
use crate::content::pages::a_to_z::Alphabet;
use crate::content::pages::lists::Listings;
use crate::content::settings::Settings;
use crate::content::views::sitemap::{self, RobotsView, SitemapView};
use crate::content::views::{Lens, OutputView, Subject, View, part_of};
use crate::incremental::memo::Reads;
use borsh::{BorshDeserialize, BorshSerialize};

/// A page that the site is to have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct Planned {
    /// Which.
    pub id: PageId,
    /// Its file.
    pub path: OutputPath,
}

/// What is on a page. Languages are those of the site, by their number. It is held for every page and in several
/// places, so that it takes no more room than it must.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub enum PageId {
    /// A thing of the graph, in a language; the page of its list, from 0.
    Thing(AnyLink, u32, u32),
    /// Nothing but the way to a thing's page, from one of its old addresses.
    Redirect(AnyLink, u32),
    /// Everything from A to Z, in a language; the page of it, from 0.
    Index(u32, u32),
    /// That there is no page.
    NotFound,
    /// What crawlers may visit, and where the sitemap is.
    Robots,
    /// The addresses of all pages: the number of the file, and how many there are. If there are several, number 0 is the
    /// index of the others.
    Sitemap(u32, u32),
}

/// The variables that each template sees.
pub const TEMPLATES: &[(&str, &[&str])] = &[
    ("home.html", &["site", "page", "section"]),
    ("section.html", &["site", "page", "section"]),
    ("body.html", &["site", "page", "body"]),
    ("organization.html", &["site", "page", "organization"]),
    ("person.html", &["site", "page", "person"]),
    ("meeting.html", &["site", "page", "meeting"]),
    ("document.html", &["site", "page", "document"]),
    ("area.html", &["site", "page", "area"]),
    ("topic.html", &["site", "page", "topic"]),
    ("page.html", &["site", "page"]),
    ("index.html", &["site", "page", "index"]),
    ("404.html", &["site", "page"]),
    ("redirect.html", &["site", "page", "target"]),
];

/// The pages of a thing, in order: those of its list in every language, and one for each of its old addresses.
pub fn pages(sight: Sight<'_>, link: AnyLink) -> Vec<Planned> {
    let (graph, site) = (sight.graph, sight.site);
    // Whoever plans is told when the facts of a thing change.
    let reads = Reads::default();
    let (node, common) = Reader::new(graph, &reads).node(link);
    let languages = site.languages.iter().enumerate();
    let pages = languages.flat_map(|(language, tag)| {
        let first = in_language(&node.output, tag, &site.language);
        let numbers = 0..sight.listings.count(link, language);
        numbers.map(move |number| Planned {
            id: PageId::Thing(link, nth(language), nth(number)),
            path: part_of(&first, number),
        })
    });
    let aliases = common.aliases.iter().enumerate();
    let redirects = aliases.map(|(number, alias)| Planned {
        id: PageId::Redirect(link, nth(number)),
        path: alias_output(alias.as_str()),
    });
    pages.chain(redirects).collect()
}

/// The pages that are not those of a thing, in order: everything from A to Z, in every language, and the page of errors.
///
/// `pages` is the number of pages of things.
pub fn others(sight: Sight<'_>, pages: usize) -> Vec<Planned> {
    let firsts = index_outputs(&sight.site.written).into_iter().enumerate();
    let index = firsts.flat_map(|(language, first)| {
        let numbers = 0..sight.alphabet.count(language);
        numbers.map(move |number| Planned {
            id: PageId::Index(nth(language), nth(number)),
            path: part_of(&first, number),
        })
    });
    let not_found = Planned {
        id: PageId::NotFound,
        path: OutputPath::file("404.html"),
    };
    let planned = index.chain([not_found]).chain(crawling(sight, pages));
    planned.collect()
}

/// The files for crawlers, in order. A file of the content at the same path takes their place.
fn crawling(sight: Sight<'_>, pages: usize) -> impl Iterator<Item = Planned> {
    let robots = Planned {
        id: PageId::Robots,
        path: OutputPath::file("robots.txt"),
    };
    let has_address = sight.site.written.base_url().is_some();
    let files = if has_address {
        sitemap::files(pages)
    } else {
        0
    };
    let sitemaps = (0..files).map(move |number| Planned {
        id: PageId::Sitemap(nth(number), nth(files)),
        path: sitemap::path(number),
    });
    let planned = [robots].into_iter().chain(sitemaps);
    planned.filter(move |it| !sight.graph.has_output(&it.path))
}

/// The first pages of everything from A to Z, in every language.
pub fn index_outputs(settings: &Settings) -> Vec<OutputPath> {
    let first = OutputPath::page(settings.index_folder());
    let (languages, own) = (settings.all_languages(), settings.default_language());
    let outputs = languages.iter().map(|it| in_language(&first, it, &own));
    outputs.collect()
}

/// No site has so many languages or pages of a list that it would not fit.
fn nth(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

impl PageId {
    /// The number of the page's language.
    pub fn language(self) -> usize {
        match self {
            PageId::Thing(_, language, _) | PageId::Index(language, _) => language as usize,
            PageId::Redirect(..) | PageId::NotFound | PageId::Robots | PageId::Sitemap(..) => 0,
        }
    }

    /// Which page of its list it is, from 0.
    fn number(self) -> usize {
        match self {
            PageId::Thing(.., number) | PageId::Index(_, number) | PageId::Sitemap(number, _) => {
                number as usize
            }
            PageId::Redirect(..) | PageId::NotFound | PageId::Robots => 0,
        }
    }

    /// The thing whose page it is.
    pub fn thing(self) -> Option<AnyLink> {
        match self {
            PageId::Thing(link, ..) | PageId::Redirect(link, _) => Some(link),
            PageId::Index(..) | PageId::NotFound | PageId::Robots | PageId::Sitemap(..) => None,
        }
    }

    /// Whether it has content of its own: neither the way to another nor the page of errors.
    pub fn is_content(self) -> bool {
        matches!(self, PageId::Thing(..) | PageId::Index(..))
    }

    /// Whether a search finds it: the page of a thing, not what follows of its list.
    pub fn is_found(self) -> bool {
        matches!(self, PageId::Thing(.., 0))
    }

    /// Whether it is one of the pages of a list but the first, which have addresses that nobody chose.
    pub fn continues(self) -> bool {
        matches!(self, PageId::Thing(.., number) | PageId::Index(_, number) if number > 0)
    }
}

/// A site as it was linked and listed: from it follows which pages there are, and of it views are made.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// The content.
    pub graph: &'a Graph,
    /// Its long lists.
    pub listings: &'a Listings,
    /// Everything from A to Z.
    pub alphabet: &'a Alphabet,
    /// The settings.
    pub site: &'a Site,
}

/// What an output shows, by the rules of its language. Notes at what it looked.
pub fn output_view<'a>(
    sight: Sight<'a>,
    locale: &'a Locale,
    planned: &'a Planned,
    reads: &'a Reads,
) -> OutputView<'a> {
    let graph = Reader::new(sight.graph, reads);
    match planned.id {
        PageId::Robots => OutputView::Robots(RobotsView::of(sight.site)),
        PageId::Sitemap(number, files) => {
            let (number, files) = (number as usize, files as usize);
            OutputView::Sitemap(SitemapView::of(graph, sight.site, number, files))
        }
        _ => OutputView::Page(Box::new(view(sight, locale, planned, reads))),
    }
}

/// What the template of a page sees, by the rules of the page's language. Notes at what it looked.
pub fn view<'a>(
    sight: Sight<'a>,
    locale: &'a Locale,
    planned: &'a Planned,
    reads: &'a Reads,
) -> View<'a> {
    let Sight {
        graph,
        listings,
        alphabet,
        site,
    } = sight;
    let graph = Reader::new(graph, reads);
    // A host shows the page of errors at any address, so its links start at the root of the host.
    let root = match planned.id {
        PageId::NotFound => site.written.base_path(),
        _ => planned.path.to_root(),
    };
    let (language, number) = (planned.id.language(), planned.id.number());
    let (listed, count) = match planned.id {
        PageId::Thing(link, ..) => (
            listings.entries(graph, reads, link, language, number),
            listings.count(link, language),
        ),
        PageId::Index(..) => (Vec::new(), alphabet.count(language)),
        _ => (Vec::new(), 1),
    };
    let home = in_language(&OutputPath::page(""), &locale.language, &site.language);
    let lens = Lens {
        graph,
        site,
        locale,
        home: format!("{root}{}", home.folder()),
        root,
        path: &planned.path,
        listed,
        number,
        count,
    };
    match planned.id {
        PageId::Thing(link, ..) => thing(&lens, link),
        PageId::Redirect(link, _) => View {
            template: "redirect.html",
            site: lens.site(None),
            page: lens.page(link, "redirect"),
            text: Vec::new(),
            subject: Subject::Target(lens.href(link)),
        },
        PageId::Index(..) => {
            let entries = alphabet.entries(reads, language, number);
            let letters = alphabet.letters(reads, language);
            View {
                template: "index.html",
                site: lens.site(None),
                page: lens.index_page(),
                text: Vec::new(),
                subject: Subject::Index(lens.index(entries, letters)),
            }
        }
        _ => View {
            template: "404.html",
            site: lens.site(None),
            page: lens.not_found(),
            text: Vec::new(),
            subject: Subject::Nothing,
        },
    }
}

fn thing<'a>(lens: &Lens<'a>, link: AnyLink) -> View<'a> {
    let (template, subject) = match link {
        AnyLink::Body(it) => ("body.html", Subject::Body(lens.body(it))),
        AnyLink::Organization(it) => (
            "organization.html",
            Subject::Organization(lens.organization(it)),
        ),
        AnyLink::Person(it) => ("person.html", Subject::Person(lens.person(it))),
        AnyLink::Meeting(it) => ("meeting.html", Subject::Meeting(lens.meeting(it))),
        AnyLink::Document(it) => ("document.html", Subject::Document(lens.document(it))),
        AnyLink::Area(it) => ("area.html", Subject::Area(lens.area(it))),
        AnyLink::Topic(_) => ("topic.html", Subject::Topic(lens.topic())),
        AnyLink::Page(_) => ("page.html", Subject::Nothing),
        AnyLink::Section(it) => {
            let home = lens.graph.face(link).is_home();
            (
                if home { "home.html" } else { "section.html" },
                Subject::Section(lens.section(it)),
            )
        }
    };
    let kind = template.trim_end_matches(".html");
    View {
        template,
        site: lens.site(Some(link)),
        page: lens.page(link, kind),
        text: lens.text(link),
        subject,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_page_takes_little_room() {
        assert_eq!(size_of::<PageId>(), 16);
    }
}
