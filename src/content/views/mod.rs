//! Views: what a template sees. These types are the theme author's manual.
//!
//! A view holds finished values only: texts in the page's language, dates written out, links relative to
//! the page. A template sees its view and nothing else. Every field is always there. A field that may be
//! `none` says when it is.

mod alternates;
mod area;
mod body;
pub mod calendar;
mod card;
mod common;
mod composition;
mod context;
mod dates;
mod document;
mod each;
mod fact_view;
mod facts;
pub mod feed;
mod holder;
mod index;
mod legal_basis;
mod list_entry;
mod mailto;
mod mandate_events;
mod meeting;
mod occupants;
mod organization;
mod page;
mod paging;
mod part;
mod part_source;
mod party;
mod past_composition;
mod person;
mod pictures;
mod procedure;
pub mod redirects;
mod seat;
mod seat_mention;
mod seat_name;
mod section;
mod site;
pub mod sitemap;
mod subscriptions;
mod text;
mod timeline;
mod topic;
mod view_fields;

use schemars::JsonSchema;
use serde::Serialize;

pub use alternates::AlternateView;
pub use area::AreaView;
pub use body::{BodyView, MeetingsView, TerritoryView, ZonesView};
pub use card::{BodyCard, Card};
pub use common::{Anchors, ChangeView, ChannelView, ContactView, TermView};
pub use composition::TotalsView;
pub use dates::{DateView, MomentView, PeriodView};
pub use document::{CitationView, DocumentCard, DocumentView};
pub use each::EachView;
pub use fact_view::{FactView, Word};
pub use holder::HolderView;
pub use index::{IndexView, LetterGroup, LetterView};
pub use legal_basis::{CitedView, LegalBasisView};
pub use list_entry::ListEntry;
pub use meeting::{MeetingCard, MeetingView};
pub use organization::OrganizationView;
pub use page::{CrumbView, PageView, TocEntry};
pub use paging::PagingView;
pub use part::{ActivityView, BodyTermView, InstrumentView, PartView, RelatedView};
pub use party::PartyView;
pub use past_composition::{CompositionView, PastCompositionView};
pub use person::PersonView;
pub use procedure::ProcedureView;
pub use seat::{PlacesView, SeatView, SubstitutesView};
pub use seat_mention::SeatMention;
pub use seat_name::{SeatNameView, SeatRefView};
pub use section::SectionView;
pub use site::{COLORS, FooterView, LinkView, SiteView};
pub use subscriptions::SubscriptionsView;
pub use timeline::{TimelineDate, TimelineEntry};
pub use topic::{TopicActivity, TopicView};
pub use view_fields::{VIEW_FIELDS, view_types};

use crate::base::component::Fragment;
use crate::base::output::OutputPath;
use crate::content::graph::{AnyLink, Link, Reader};
use crate::content::locale::Locale;
use crate::content::model::Body;
use crate::content::pages::plan::{PageId, PlanContext, PlannedPage, below_body};
use crate::incremental::memo::DependencyRecorder;
use calendar::CalendarView;
use context::PageContext;
use feed::FeedView;
use redirects::RedirectView;
use sitemap::{RobotsView, SitemapView};

/// The templates, with the variables that each sees.
pub const TEMPLATES: &[(&str, &[&str])] = &[
    ("home.html", &["site", "page", "section"]),
    ("section.html", &["site", "page", "section"]),
    ("body.html", &["site", "page", "body"]),
    ("composition.html", &["site", "page", "composition"]),
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

/// The fields of views that hold addresses. What they hold was led to where it leads: a template may print it where HTML
/// has an address. No field of the same name holds anything else, but for what editors type under `extra`.
pub const ADDRESS_FIELDS: &[&str] = &[
    "address",
    "authority_url",
    "base_url",
    "calendar",
    "canonical",
    "feed",
    "feedback",
    "file",
    "first",
    "home",
    "href",
    "index",
    "last",
    "next",
    "origin_href",
    "picture_url",
    "previous",
    "share",
    "target",
    "url",
    "webcal",
];

/// Those of them that hold addresses of files of this site, which a page may load.
pub const FILE_FIELDS: &[&str] = &["colors", "logo", "root", "touch_icon"];

/// What an output shows.
pub enum OutputView<'a> {
    /// A page, through a template.
    Page(Box<View<'a>>),
    /// `robots.txt`.
    Robots(RobotsView),
    /// A sitemap.
    Sitemap(SitemapView),
    /// A calendar.
    Calendar(CalendarView<'a>),
    /// A feed.
    Feed(FeedView<'a>),
    /// The redirects from all old addresses.
    Redirects(Vec<RedirectView>),
}

/// What a template sees.
#[derive(Debug)]
pub struct View<'a> {
    /// The template: `body.html`.
    pub template: &'static str,
    /// `site`: what all pages share.
    pub site: SiteView<'a>,
    /// `page`: what all pages have. Its `content` is filled with `text` when the page is rendered.
    pub page: PageView<'a>,
    /// The text of the page.
    pub text: Vec<Fragment>,
    /// What the page is about, under the name of its kind: `body`, `organization` …
    pub subject: Subject<'a>,
}

/// What a page is about.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)] // There is one at a time, and never a list of them.
pub enum Subject<'a> {
    /// `body`
    Body(BodyView<'a>),
    /// `composition`
    Composition(CompositionView<'a>),
    /// `organization`
    Organization(OrganizationView<'a>),
    /// `person`
    Person(PersonView<'a>),
    /// `meeting`
    Meeting(MeetingView<'a>),
    /// `document`
    Document(DocumentView<'a>),
    /// `area`
    Area(AreaView<'a>),
    /// `topic`
    Topic(TopicView<'a>),
    /// `section`, for sections and the home page.
    Section(SectionView<'a>),
    /// `index`
    Index(IndexView<'a>),
    /// `target`: the relative link to the page to which an old address redirects.
    Target(String),
    /// Nothing but `page`, for pages of text and the page of errors.
    Nothing,
}

impl View<'_> {
    /// The variable in which the template sees the subject. Returns `None` if there is no subject.
    pub fn subject_key(&self) -> Option<&'static str> {
        let mut templates = TEMPLATES.iter();
        let (_, variables) = templates.find(|(template, _)| *template == self.template)?;
        variables.get(2).copied()
    }
}

/// What an output shows, by the rules of its language. Notes in `recorder` what it depends on.
pub fn output_view<'a>(
    plan: PlanContext<'a>,
    locale: &'a Locale,
    planned: &'a PlannedPage,
    recorder: &'a DependencyRecorder,
) -> OutputView<'a> {
    let page = || PageContext::new(plan, locale, planned, recorder);
    let view = match planned.id {
        PageId::Robots => return OutputView::Robots(RobotsView::of(plan.site)),
        PageId::Sitemap(number, count) => {
            let graph = Reader::new(plan.graph, recorder);
            let last_change = plan.news.last_changes(recorder, plan.site.written.zone());
            let number = (number as usize, count as usize);
            return OutputView::Sitemap(SitemapView::of(graph, plan.site, last_change, number));
        }
        PageId::Redirects => {
            return OutputView::Redirects(redirects::redirects(plan.graph, recorder, plan.site));
        }
        PageId::BelowOld(body, _, number) => {
            let now = below_body(plan.graph, recorder, plan.site, body);
            let now = now.get(number as usize);
            match now.map(|it| it.id) {
                Some(PageId::Calendar(..)) => {
                    return OutputView::Calendar(CalendarView::of_body(&page(), body));
                }
                Some(PageId::Feed(..)) => {
                    return OutputView::Feed(FeedView::of_body(&page(), body));
                }
                _ => redirect_view(&page(), body.into(), now.map(|it| &it.path)),
            }
        }
        PageId::Calendar(body, _) => {
            return OutputView::Calendar(CalendarView::of_body(&page(), body));
        }
        PageId::SiteCalendar(_) => return OutputView::Calendar(CalendarView::of_site(&page())),
        PageId::Feed(body, _) => return OutputView::Feed(FeedView::of_body(&page(), body)),
        PageId::SiteFeed(_) => return OutputView::Feed(FeedView::of_site(&page())),
        PageId::Thing(link, ..) => view_of_thing(&page(), link),
        PageId::Composition(body, _, number) => composition_view(&page(), body, number),
        PageId::Redirect(link, ..) => redirect_view(&page(), link, None),
        PageId::Index(..) => index_view(&page(), plan, planned, recorder),
        PageId::NotFound => {
            let head = PageView::not_found(&page());
            view_of_no_thing(&page(), "404.html", head, Subject::Nothing)
        }
    };
    OutputView::Page(Box::new(view))
}

fn composition_view<'a>(page: &PageContext<'a>, body: Link<Body>, number: u32) -> View<'a> {
    let number = number as usize;
    let output = page.graph.summary(body.into()).output();
    let original = page.past.get(number).map_or_else(
        || output.clone(),
        |it| it.output(output, &page.site.written),
    );
    View {
        template: "composition.html",
        site: SiteView::new(page, Some(body.into())),
        page: PageView::composition(page, body, &original),
        text: Vec::new(),
        subject: Subject::Composition(CompositionView::new(page, body, number)),
    }
}

/// A redirect to a file, or else to the page of a thing.
fn redirect_view<'a>(page: &PageContext<'a>, link: AnyLink, file: Option<&OutputPath>) -> View<'a> {
    let head = PageView::redirect(page, link);
    let target = file.map_or_else(|| page.href(link), |file| page.file_href(file));
    view_of_no_thing(page, "redirect.html", head, Subject::Target(target))
}

fn index_view<'a>(
    page: &PageContext<'a>,
    plan: PlanContext<'a>,
    planned: &PlannedPage,
    recorder: &DependencyRecorder,
) -> View<'a> {
    let language = planned.id.language();
    let entries = plan.index.entries(recorder, language, page.list_page);
    let letters = plan.index.letters(recorder, language);
    let index = Subject::Index(IndexView::new(page, entries, letters));
    view_of_no_thing(page, "index.html", PageView::index(page), index)
}

fn view_of_no_thing<'a>(
    page: &PageContext<'a>,
    template: &'static str,
    head: PageView<'a>,
    subject: Subject<'a>,
) -> View<'a> {
    View {
        template,
        site: SiteView::new(page, None),
        page: head,
        text: Vec::new(),
        subject,
    }
}

fn view_of_thing<'a>(page: &PageContext<'a>, link: AnyLink) -> View<'a> {
    let (template, subject) = match link {
        AnyLink::Body(it) => ("body.html", Subject::Body(BodyView::new(page, it))),
        AnyLink::Organization(it) => {
            let view = OrganizationView::new(page, it);
            ("organization.html", Subject::Organization(view))
        }
        AnyLink::Person(it) => ("person.html", Subject::Person(PersonView::new(page, it))),
        AnyLink::Meeting(it) => ("meeting.html", Subject::Meeting(MeetingView::new(page, it))),
        AnyLink::Document(it) => {
            let view = DocumentView::new(page, it);
            ("document.html", Subject::Document(view))
        }
        AnyLink::Area(it) => ("area.html", Subject::Area(AreaView::new(page, it))),
        AnyLink::Topic(_) => ("topic.html", Subject::Topic(TopicView::new(page))),
        AnyLink::Page(_) => ("page.html", Subject::Nothing),
        AnyLink::Section(it) => {
            let is_home = page.graph.summary(link).is_home();
            let template = if is_home { "home.html" } else { "section.html" };
            (template, Subject::Section(SectionView::new(page, it)))
        }
    };
    View {
        template,
        site: SiteView::new(page, Some(link)),
        page: PageView::new(page, link, template.trim_end_matches(".html")),
        text: page.text(link),
        subject,
    }
}
