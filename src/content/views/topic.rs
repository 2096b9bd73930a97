//! The page of a topic.

use serde::Serialize;

use super::common::{Anchors, Card};
use super::lens::Lens;
use crate::content::graph::{AnyLink, BodyPart, How, Nth};

/// `topic`: a subject, by which pages and activities are found.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView<'a> {
    /// The bodies that have it.
    pub bodies: Vec<Card<'a>>,
    /// Everything else that has it.
    pub pages: Vec<Card<'a>>,
    /// The activities that have it, in the order of the source.
    pub activities: Vec<TopicActivity<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// An activity on a topic.
#[derive(Clone, Debug, Serialize)]
pub struct TopicActivity<'a> {
    /// What it is, whole.
    pub text: &'a str,
    /// The language of the text, where it is not the page's.
    pub lang: Option<&'a str>,
    /// Whose it is.
    pub body: Card<'a>,
}

impl<'a> Lens<'a> {
    /// The view of a topic.
    pub fn topic(&self) -> TopicView<'a> {
        let having = self.mentioned_as(How::Topic);
        let is_body = |link: &AnyLink| matches!(link, AnyLink::Body(_));
        let (bodies, pages): (Vec<_>, Vec<_>) = having.partition(is_body);
        let mentions = self.listed.iter();
        let activities = mentions.filter_map(|mention| match (mention.by, mention.how) {
            (AnyLink::Body(body), How::Activity(table, number)) => {
                let table = table.map(Nth::index);
                self.topic_activity(BodyPart { body, table }, number.index())
            }
            _ => None,
        });
        TopicView {
            bodies: self.cards(bodies),
            pages: self.cards(pages),
            activities: activities.collect(),
            anchors: self.anchors(),
        }
    }

    fn topic_activity(&self, at: BodyPart, number: usize) -> Option<TopicActivity<'a>> {
        let piece = self.graph.activity(at, number)?;
        let words = piece.words.of(self.language());
        let (text, lang) = self.activity_text(words, piece.table, piece.activity);
        Some(TopicActivity {
            text,
            lang,
            body: self.part_card(at),
        })
    }
}
