//! The page of a body.

use schemars::JsonSchema;
use serde::Serialize;

use super::past_composition::parts;
use super::pictures;
use super::timeline::timeline;
use super::{
    Anchors, BodyCard, Card, MeetingCard, PageContext, PartView, PastCompositionView,
    SubscriptionsView, TermView, TimelineDate,
};
use crate::base::date::PartialDate;
use crate::content::graph::{AnyLink, Entity, Link, PartRelation, Relation};
use crate::content::model::{Body, Meeting, MeetingStatus};
use crate::content::pictures::organigram::Organigram;
use crate::content::settings::VocabularyKind;

/// `body`: a body in which authorities coordinate.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct BodyView<'a> {
    /// The kind of body: "Cabina di regia".
    pub kind: TermView<'a>,
    /// The organization that runs it. `none` only on a site with errors.
    pub authority: Option<Card<'a>>,
    /// The body that it is a part of. `none` if it stands alone.
    pub parent: Option<Card<'a>>,
    /// The body itself, without its tables.
    pub own: PartView<'a>,
    /// Its tables, in the order of the source.
    pub tables: Vec<PartView<'a>>,
    /// The bodies that are a part of it and have pages of their own, sorted.
    pub parts: Vec<BodyCard<'a>>,
    /// The organizations that take part in it, or did on its last day, in the order of the source.
    pub members: Vec<Card<'a>>,
    /// Where it works. `none` if it is not known.
    pub territory: Option<TerritoryView<'a>>,
    /// The bodies and tables that say that they deal with it, in the order of the source.
    pub dealt_with_by: Vec<Card<'a>>,
    /// The bodies and tables for which it appoints or proposes members, in the order of the source.
    pub appoints_for: Vec<Card<'a>>,
    /// Its meetings.
    pub meetings: MeetingsView<'a>,
    /// What has happened to it and its tables until the day of the page, the first first. Empty if it is only what
    /// `own.history` says.
    pub timeline: Vec<TimelineDate<'a>>,
    /// Its past compositions that have pages, the last one first.
    pub past: Vec<PastCompositionView<'a>>,
    /// Its calendar and its feed.
    pub subscriptions: SubscriptionsView,
    /// Body, tables, parts and seats as a picture. `none` if it would show no more than the table of the seats does:
    /// there are neither tables nor parts, and no seat is filled from another.
    pub organigram: Option<Organigram<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// Where a body works.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TerritoryView<'a> {
    /// The area. `none` if it is not known.
    pub area: Option<Card<'a>>,
    /// The zones into which the area is divided. `none` if it is not divided.
    pub zones: Option<ZonesView<'a>>,
}

/// The zones of a territory.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ZonesView<'a> {
    /// The kind of zones: "Ambito territoriale sociale".
    pub kind: TermView<'a>,
    /// The number of zones: `7`. `none` if it is not known.
    pub count: Option<u32>,
    /// The organizations that lead the zones, in the order of the source.
    pub lead: Vec<Card<'a>>,
}

/// The meetings of a body.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MeetingsView<'a> {
    /// Those on the site's day (`site.as_of`) or later that were not held yet, the next first.
    pub upcoming: Vec<MeetingCard<'a>>,
    /// The others, the latest first.
    pub past: Vec<MeetingCard<'a>>,
}

impl<'a> BodyView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Body>) -> BodyView<'a> {
        let body = page.graph.get(link);
        let sources = || parts(page, link);
        let last = sources().next().and_then(|own| own.ended_by(page.as_of));
        let mut parts = sources().map(|source| PartView::new(page, source));
        let own = parts.next().unwrap_or_default();
        let tables: Vec<PartView<'_>> = parts.collect();
        let page_of_last_day = page.on(last.map_or(page.as_of, PartialDate::last));
        let parent = body.links.parent.map(|it| page.card(it));
        let children: Vec<AnyLink> = page.mentioned_by(Relation::Parent).collect();
        let labels = children.iter().filter(|it| page.exists(**it)).copied();
        let labels = page.sorted_cards(labels);
        BodyView {
            kind: page.term(VocabularyKind::Body, body.written.kind.as_str()),
            authority: body.links.authority.map(|it| page.card(it)),
            organigram: pictures::organigram(page, link, parent.as_ref(), (&own, &tables), &labels),
            parent,
            own,
            tables,
            parts: page.body_cards(children),
            members: page_of_last_day
                .existing_cards(&body.links.members)
                .collect(),
            territory: TerritoryView::new(page, body),
            meetings: MeetingsView::new(page),
            dealt_with_by: page.part_cards(PartRelation::Related),
            appoints_for: page.part_cards(PartRelation::Appointment),
            timeline: timeline(page, link),
            past: past_compositions(page, link),
            subscriptions: SubscriptionsView::of_body(page, link),
            anchors: page.anchors(),
        }
    }
}

/// The links to the past compositions, the last one first.
fn past_compositions<'a>(page: &PageContext<'a>, link: Link<Body>) -> Vec<PastCompositionView<'a>> {
    let mut past = PastCompositionView::all(page, link);
    past.reverse();
    past
}

impl<'a> TerritoryView<'a> {
    fn new(page: &PageContext<'a>, body: &'a Entity<Body>) -> Option<TerritoryView<'a>> {
        let written = body.written.territory.as_ref()?;
        let zones = written.zones.as_ref().map(|zones| ZonesView {
            kind: page.term(VocabularyKind::Area, zones.kind.as_str()),
            count: zones.count,
            lead: page.cards(&body.links.zone_leads),
        });
        Some(TerritoryView {
            area: body.links.area.map(|it| page.card(it)),
            zones,
        })
    }
}

impl<'a> MeetingsView<'a> {
    fn new(page: &PageContext<'a>) -> MeetingsView<'a> {
        let zone = page.site.written.zone();
        let is_past = |it: &Link<Meeting>| {
            let meeting = &page.graph.get(*it).written;
            meeting.status == Some(MeetingStatus::Held) || meeting.last_day(&zone) < page.as_of
        };
        let meetings = page.meetings(Relation::Meeting).into_iter();
        let (past, mut upcoming): (Vec<_>, Vec<_>) = meetings.partition(is_past);
        upcoming.reverse();
        MeetingsView {
            upcoming: MeetingCard::all(page, &upcoming),
            past: MeetingCard::all(page, &past),
        }
    }
}
