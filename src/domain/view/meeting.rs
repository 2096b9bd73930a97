//! The page of a meeting.

use serde::Serialize;

use super::common::{Anchors, Card, MomentView};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, Link};
use crate::domain::model::{Meeting, MeetingStatus};

/// `meeting`: when and where a body meets, about what.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// The body or table that meets.
    pub body: Option<Card>,
    /// When it begins.
    pub start: MomentView,
    /// When it ends.
    pub end: Option<MomentView>,
    /// `scheduled`, `held`, `cancelled`.
    pub status: &'static str,
    /// Where.
    pub place: Option<String>,
    /// Where on the web.
    pub url: Option<String>,
    /// What it is about.
    pub agenda: Vec<String>,
    /// The minutes.
    pub minutes: Option<Card>,
    /// The papers.
    pub documents: Vec<Card>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl Lens<'_> {
    /// The view of a meeting.
    pub fn meeting(&self, link: Link<Meeting>) -> MeetingView {
        let meeting = self.graph.get(link);
        let written = &meeting.written;
        MeetingView {
            body: meeting.links.of.map(|part| self.part_card(part)),
            start: self.moment(&written.start),
            end: written.end.as_ref().map(|end| self.moment(end)),
            status: written.status.unwrap_or(MeetingStatus::Scheduled).as_str(),
            place: written.place.as_ref().map(ToString::to_string),
            url: written.url.as_ref().map(ToString::to_string),
            agenda: written.agenda.iter().map(ToString::to_string).collect(),
            minutes: meeting
                .links
                .minutes
                .map(|it| self.card(AnyLink::Document(it))),
            documents: self.documents(&meeting.links.documents),
            anchors: self.anchors(),
        }
    }
}
