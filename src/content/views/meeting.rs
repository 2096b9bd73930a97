//! The page of a meeting.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::Marked;
use super::{Anchors, Card, DocumentCard, MomentView, PageContext};
use crate::content::graph::{Entity, Link};
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
    /// Whether it has been held, on the site's day (`site.as_of`): `scheduled`, `held` or `cancelled`; `ongoing` if it began
    /// on a day before, `past` if its last day is over and nobody has said whether it was held.
    pub status: &'static str,
    /// Where it takes place: "Sala consiliare". `none` if it is not known.
    pub place: Option<&'a str>,
    /// The language of the place: `it`. `none` if it is the page's.
    pub place_lang: Option<&'a str>,
    /// The web address where one can take part. `none` if there is none.
    pub url: Option<&'a str>,
    /// The items on its agenda, in order.
    pub agenda: Vec<&'a str>,
    /// The language of the agenda: `it`. `none` if it is the page's.
    pub agenda_lang: Option<&'a str>,
    /// The minutes. `none` if there are none.
    pub minutes: Option<DocumentCard<'a>>,
    /// Why there are no minutes: "seduta riservata". `none` if nobody has said so.
    pub no_minutes: Option<&'a str>,
    /// The language of that reason: `it`. `none` if it is the page's.
    pub no_minutes_lang: Option<&'a str>,
    /// The papers, in the order of the source.
    pub documents: Vec<DocumentCard<'a>>,
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
    /// The language of the place: `it`. `none` if it is the page's.
    pub place_lang: Option<&'a str>,
    /// The web address where one can take part. `none` if there is none.
    pub url: Option<&'a str>,
    /// Whether it has been held, on the site's day (`site.as_of`): `scheduled`, `held` or `cancelled`; `ongoing` if it began
    /// on a day before, `past` if its last day is over and nobody has said whether it was held.
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
        let (place, place_lang) = place(page, meeting);
        MeetingCard {
            title: face.title(page.language()),
            lang: page.lang_unless(|language| face.is_titled_in(language)),
            href: page.page_href(face.output()),
            start: page.moment(&written.start),
            place,
            place_lang,
            url: written.url.as_deref(),
            status: status(page, written),
            body: body.map(|part| page.part_card(part)),
        }
    }
}

impl<'a> MeetingView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Meeting>) -> MeetingView<'a> {
        let meeting = page.graph.get(link);
        let (written, links) = (&meeting.written, &meeting.links);
        let (place, place_lang) = place(page, meeting);
        let (agenda, agenda_lang) = agenda(page, meeting);
        let reason = match &written.minutes {
            Some(Minutes::None(reason)) => Some(&reason.none),
            Some(Minutes::Document(_)) | None => None,
        };
        let (no_minutes, no_minutes_lang) = page.worded(page.translation_of(&meeting.node), reason);
        MeetingView {
            body: links.of.map(|part| page.part_card(part)),
            start: page.moment(&written.start),
            end: written.end.as_ref().map(|end| page.moment(end)),
            status: status(page, written),
            place,
            place_lang,
            url: written.url.as_deref(),
            agenda,
            agenda_lang,
            minutes: links.minutes.map(|it| DocumentCard::new(page, it)),
            no_minutes,
            no_minutes_lang,
            documents: links
                .documents
                .iter()
                .map(|it| DocumentCard::new(page, *it))
                .collect(),
            anchors: page.anchors(),
        }
    }
}

/// Whether a meeting was held, as far as it is known on the day of a page.
fn status(page: &PageContext<'_>, meeting: &Meeting) -> &'static str {
    let zone = page.site.written.zone();
    match meeting.status {
        Some(said @ (MeetingStatus::Held | MeetingStatus::Cancelled)) => said.as_str(),
        _ if meeting.last_day(&zone) < page.as_of => "past",
        _ if meeting.start.date(&zone) < page.as_of => "ongoing",
        _ => MeetingStatus::Scheduled.as_str(),
    }
}

/// Where a meeting takes place.
pub(super) fn place<'a>(
    page: &PageContext<'a>,
    meeting: &'a Entity<Meeting>,
) -> Marked<'a, Option<&'a str>> {
    let words = page.translation_of(&meeting.node);
    let written = meeting.written.place.as_deref();
    let words = words.and_then(|it| it.place.as_deref());
    page.translated(words.filter(|_| written.is_some()), written)
}

/// The items on the agenda of a meeting. A translation that has not all of them, which is reported, does not count.
pub(super) fn agenda<'a>(
    page: &PageContext<'a>,
    meeting: &'a Entity<Meeting>,
) -> Marked<'a, Vec<&'a str>> {
    let written = &meeting.written.agenda;
    let words = page.translation_of(&meeting.node).map(|it| &it.agenda);
    let words = words.filter(|words| words.len() == written.len());
    let lang = page.source_lang().filter(|_| words.is_none());
    let items = words.unwrap_or(written).iter();
    (items.map(|it| it.as_str()).collect(), lang)
}
