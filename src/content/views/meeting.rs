//! The page of a meeting.

use serde::Serialize;

use super::common::{Anchors, Card, MomentView};
use super::lens::Lens;
use crate::content::graph::{AnyLink, Link};
use crate::content::model::{Meeting, MeetingStatus};

/// `meeting`: when and where a body meets, about what.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView<'a> {
    /// The body or table that meets.
    pub body: Option<Card<'a>>,
    /// When it begins.
    pub start: MomentView<'a>,
    /// When it ends.
    pub end: Option<MomentView<'a>>,
    /// `scheduled`, `held`, `cancelled`.
    pub status: &'static str,
    /// Where.
    pub place: Option<&'a str>,
    /// Where on the web.
    pub url: Option<&'a str>,
    /// What it is about.
    pub agenda: Vec<&'a str>,
    /// The minutes.
    pub minutes: Option<Card<'a>>,
    /// The papers.
    pub documents: Vec<Card<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> Lens<'a> {
    /// The view of a meeting.
    pub fn meeting(&self, link: Link<Meeting>) -> MeetingView<'a> {
        let meeting = self.graph.get(link);
        let written = &meeting.written;
        MeetingView {
            body: meeting.links.of.map(|part| self.part_card(part)),
            start: self.moment(&written.start),
            end: written.end.as_ref().map(|end| self.moment(end)),
            status: written.status.unwrap_or(MeetingStatus::Scheduled).as_str(),
            place: written.place.as_ref().map(|it| it.as_str()),
            url: written.url.as_ref().map(|it| it.as_str()),
            agenda: written.agenda.iter().map(|it| it.as_str()).collect(),
            minutes: meeting
                .links
                .minutes
                .map(|it| self.card(AnyLink::Document(it))),
            documents: self.named(&meeting.links.documents, AnyLink::Document),
            anchors: self.anchors(),
        }
    }
}
