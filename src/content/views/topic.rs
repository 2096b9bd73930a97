//! The page of a topic.

use schemars::JsonSchema;
use serde::Serialize;

use super::part::activity_text;
use super::{Anchors, BodyCard, Card, PageContext};
use crate::content::graph::{AnyLink, BodyPart, CompactIndex, Relation};

/// `topic`: a subject, by which pages and activities are found.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TopicView<'a> {
    /// The bodies that have it, sorted.
    pub bodies: Vec<BodyCard<'a>>,
    /// The other pages that have it, sorted.
    pub pages: Vec<Card<'a>>,
    /// The activities that have it, in the order of the source.
    pub activities: Vec<TopicActivity<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// An activity that has a topic.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct TopicActivity<'a> {
    /// The activity, in full: "Approva il piano di zona".
    pub text: &'a str,
    /// The language of the text: `it`. `none` if it is the page's.
    pub lang: Option<&'a str>,
    /// The body or table whose activity it is.
    pub body: Card<'a>,
}

impl<'a> TopicView<'a> {
    pub(super) fn new(page: &PageContext<'a>) -> TopicView<'a> {
        let having = page.mentioned_by(Relation::Topic);
        let (bodies, pages): (Vec<_>, Vec<_>) =
            having.partition(|link| matches!(link, AnyLink::Body(_)));
        let mentions = page.mentions.iter();
        let activities = mentions.filter_map(|mention| match (mention.from, mention.relation) {
            (AnyLink::Body(body), Relation::Activity(table, number)) => {
                let table = table.map(CompactIndex::index);
                TopicActivity::new(page, BodyPart { body, table }, number.index())
            }
            _ => None,
        });
        TopicView {
            bodies: page.body_cards(bodies),
            pages: page.sorted_cards(pages),
            activities: activities.collect(),
            anchors: page.anchors(),
        }
    }
}

impl<'a> TopicActivity<'a> {
    fn new(page: &PageContext<'a>, part: BodyPart, number: usize) -> Option<TopicActivity<'a>> {
        let piece = page.graph.activity(part, number)?;
        let words = piece.words_in(page.language());
        let (text, lang) = activity_text(page, words, piece.activity);
        Some(TopicActivity {
            text,
            lang,
            body: page.part_card(part),
        })
    }
}
