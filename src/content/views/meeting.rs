//! The page of a meeting.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchors, Card, MomentView, PageContext};
use crate::content::graph::Link;
use crate::content::model::{Meeting, MeetingStatus, Minutes};

/// `meeting`: a meeting of a body.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MeetingView<'a> {
    /// The body or table that meets. `none` only on a site with errors.
    pub body: Option<Card<'a>>,
    /// When it begins.
    pub start: MomentView<'a>,
    /// When it ends. `none` if it is not known.
    pub end: Option<MomentView<'a>>,
    /// Whether it has been held: `scheduled`, `held` or `cancelled`.
    pub status: &'static str,
    /// Where it takes place: "Sala consiliare". `none` if it is not known.
    pub place: Option<&'a str>,
    /// The web address where one can take part. `none` if there is none.
    pub url: Option<&'a str>,
    /// The items on its agenda, in order.
    pub agenda: Vec<&'a str>,
    /// The minutes. `none` if there are none.
    pub minutes: Option<Card<'a>>,
    /// Why there are no minutes: "seduta riservata". `none` if nobody has said so.
    pub no_minutes: Option<&'a str>,
    /// The papers, in the order of the source.
    pub documents: Vec<Card<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A meeting in a list.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MeetingCard<'a> {
    /// The title: "Seconda seduta del 2026".
    pub title: &'a str,
    /// The language of the title: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// The relative link to the page of the meeting.
    pub href: String,
    /// When it begins.
    pub start: MomentView<'a>,
    /// Where it takes place: "Sala consiliare". `none` if it is not known.
    pub place: Option<&'a str>,
    /// The web address where one can take part. `none` if there is none.
    pub url: Option<&'a str>,
    /// Whether it has been held: `scheduled`, `held` or `cancelled`.
    pub status: &'static str,
    /// The body or table that meets. `none` on the page of that body, and on a site with errors.
    pub body: Option<Card<'a>>,
}

impl<'a> MeetingCard<'a> {
    /// The meetings as a list shows them, in their order.
    pub(super) fn all(page: &PageContext<'a>, meetings: &[Link<Meeting>]) -> Vec<MeetingCard<'a>> {
        let cards = meetings.iter().map(|link| MeetingCard::new(page, *link));
        cards.collect()
    }

    pub(super) fn new(page: &PageContext<'a>, link: Link<Meeting>) -> MeetingCard<'a> {
        let meeting = page.graph.get(link);
        let face = page.graph.summary(link.into());
        let written = &meeting.written;
        let body = meeting.links.of.filter(|part| !page.is_about(part.body));
        MeetingCard {
            title: face.title(page.language()),
            lang: page.lang_unless(|language| face.is_titled_in(language)),
            href: page.page_href(face.output()),
            start: page.moment(&written.start),
            place: written.place.as_deref(),
            url: written.url.as_deref(),
            status: written.status.unwrap_or(MeetingStatus::Scheduled).as_str(),
            body: body.map(|part| page.part_card(part)),
        }
    }
}

impl<'a> MeetingView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Meeting>) -> MeetingView<'a> {
        let meeting = page.graph.get(link);
        let (written, links) = (&meeting.written, &meeting.links);
        MeetingView {
            body: links.of.map(|part| page.part_card(part)),
            start: page.moment(&written.start),
            end: written.end.as_ref().map(|end| page.moment(end)),
            status: written.status.unwrap_or(MeetingStatus::Scheduled).as_str(),
            place: written.place.as_deref(),
            url: written.url.as_deref(),
            agenda: written.agenda.iter().map(|it| it.as_str()).collect(),
            minutes: links.minutes.map(|it| page.card(it)),
            no_minutes: match &written.minutes {
                Some(Minutes::None(reason)) => Some(&reason.none),
                Some(Minutes::Document(_)) | None => None,
            },
            documents: page.cards(&links.documents),
            anchors: page.anchors(),
        }
    }
}
