//! The page of a topic.

use serde::Serialize;

use super::common::{Anchors, Card};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, Link};
use crate::domain::model::Topic;

/// `topic`: a subject, by which pages and activities are found.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// The bodies that have it.
    pub bodies: Vec<Card>,
    /// Everything else that has it.
    pub pages: Vec<Card>,
    /// The activities that have it, in the order of the source.
    pub activities: Vec<TopicActivity>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// An activity on a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicActivity {
    /// What it is, whole.
    pub text: String,
    /// Whose it is.
    pub body: Card,
}

impl Lens<'_> {
    /// The view of a topic.
    pub fn topic(&self, link: Link<Topic>) -> TopicView {
        let back = &self.graph.back;
        let having = || back.with_topic.get(&link).into_iter().flatten().copied();
        let is_body = |link: &AnyLink| matches!(link, AnyLink::Body(_));
        let activities = back.activities_with_topic.get(&link).into_iter().flatten();
        let activities = activities.filter_map(|(at, number)| {
            let body = &self.graph.bodies[at.body];
            let written = body.written.part(at.table)?;
            let activity = written.activities.get(*number)?;
            Some(TopicActivity {
                text: self.activity_text(body, written.id, activity),
                body: self.part_card(*at),
            })
        });
        TopicView {
            bodies: self.cards(having().filter(is_body)),
            pages: self.cards(having().filter(|link| !is_body(link))),
            activities: activities.collect(),
            anchors: self.anchors(),
        }
    }
}
