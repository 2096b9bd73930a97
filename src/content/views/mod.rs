//! Views: what a template sees. These types are the theme author's manual.
//!
//! A view holds finished things only: words in the page's language, dates written out, links relative
//! to the page. A template sees its view and nothing else. Every key is always there; what is not
//! known is `none`.

mod area;
mod body;
mod common;
mod document;
mod index;
mod lens;
mod meeting;
mod mention;
mod organization;
mod page;
mod person;
mod picture;
mod seat;
mod section;
mod site;
pub mod sitemap;
mod text;
mod topic;

use serde::Serialize;

use crate::base::component::Fragment;

pub use area::AreaView;
pub use body::{
    ActivityView, BodyView, InstrumentView, LegalBasisView, MeetingsView, PartView, RelatedView,
    TerritoryView, ZonesView,
};
pub use common::{
    Anchors, Card, ChangeView, ChannelView, ContactView, DayView, MomentView, PeriodView, TermView,
};
pub use document::{CitationView, DocumentView};
pub use index::{IndexView, LetterGroup, LetterView};
pub use lens::Lens;
pub use meeting::MeetingView;
pub use mention::SeatMention;
pub use organization::OrganizationView;
pub use page::{AlternateView, CrumbView, PageView, PagingView, TocEntry, part_of};
pub use person::PersonView;
pub use seat::{EachView, HolderView, PlacesView, SeatView};
pub use section::SectionView;
pub use site::{COLORS, FooterView, LinkView, SiteView};
pub use topic::{TopicActivity, TopicView};

/// What an output shows.
pub enum OutputView<'a> {
    /// A page, through a template.
    Page(Box<View<'a>>),
    /// `robots.txt`.
    Robots(sitemap::RobotsView),
    /// A sitemap.
    Sitemap(sitemap::SitemapView),
}

/// What a template sees.
#[derive(Debug)]
pub struct View<'a> {
    /// The template: `body.html`.
    pub template: &'static str,
    /// `site`: the same on all pages of one folder depth and language.
    pub site: SiteView<'a>,
    /// `page`: what all pages have. Its `content` is made of `text` when it is rendered.
    pub page: PageView<'a>,
    /// The text of the page.
    pub text: Vec<Fragment>,
    /// What the page describes, under the name of its kind: `body`, `organization` …
    pub subject: Subject<'a>,
}

/// What a page describes.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)] // One at a time, and never in a list.
pub enum Subject<'a> {
    /// `body`
    Body(BodyView<'a>),
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
    /// `target`: where the redirect of an old address leads.
    Target(String),
    /// A page of text has nothing but `page`.
    Nothing,
}

impl Subject<'_> {
    /// The name under which a template sees it.
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Subject::Body(_) => Some("body"),
            Subject::Organization(_) => Some("organization"),
            Subject::Person(_) => Some("person"),
            Subject::Meeting(_) => Some("meeting"),
            Subject::Document(_) => Some("document"),
            Subject::Area(_) => Some("area"),
            Subject::Topic(_) => Some("topic"),
            Subject::Section(_) => Some("section"),
            Subject::Index(_) => Some("index"),
            Subject::Target(_) => Some("target"),
            Subject::Nothing => None,
        }
    }
}
