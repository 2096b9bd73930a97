//! The page of a section, and the home page.

use schemars::JsonSchema;
use serde::Serialize;

use super::pictures;
use super::{Anchors, BodyCard, Card, MeetingCard, PageContext, SubscriptionsView};
use crate::content::graph::{AnyLink, Link, Relation};
use crate::content::model::{EntityKind, Section};
use crate::content::pictures::map::Map;

/// `section`: a folder of pages. All lists are sorted.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct SectionView<'a> {
    /// The sections directly in it.
    pub sections: Vec<Card<'a>>,
    /// The generated lists of the entries of registries directly in it.
    pub lists: Vec<Card<'a>>,
    /// The bodies directly in it. On the home page, all bodies of the site.
    pub bodies: Vec<BodyCard<'a>>,
    /// The meetings directly in it, the latest first.
    pub meetings: Vec<MeetingCard<'a>>,
    /// The other pages directly in it. On the home page, without those to which the footer leads.
    pub pages: Vec<Card<'a>>,
    /// The topics directly in it. On the home page, all topics of the site.
    pub topics: Vec<Card<'a>>,
    /// Its bodies and the organizations that sit in them, as a picture. On the home page, all bodies of the
    /// site, or its sections if the bodies are too many. `none` if there is too much to show, or no organization that
    /// sits in several bodies.
    pub map: Option<Map<'a>>,
    /// The calendar of the site, if the section has meetings directly in it; on the home page, if the site has meetings.
    /// The feed of the site.
    pub subscriptions: SubscriptionsView,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> SectionView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Section>) -> SectionView<'a> {
        let (mut sections, mut lists) = (Vec::new(), Vec::new());
        let (mut bodies, mut topics, mut pages) = (Vec::new(), Vec::new(), Vec::new());
        let is_home = page.graph.summary(link.into()).is_home();
        for child in page.mentioned_by(Relation::Section) {
            let group = match child.kind() {
                EntityKind::Section if page.graph.summary(child).is_page() => &mut sections,
                EntityKind::Section => &mut lists,
                EntityKind::Body => &mut bodies,
                EntityKind::Topic => &mut topics,
                EntityKind::Meeting => continue,
                _ if is_home && page.is_in_footer(child) => continue,
                _ => &mut pages,
            };
            group.push(child);
        }
        let meetings = page.meetings(Relation::Section);
        let has_meetings = match is_home {
            true => !page.graph.all(EntityKind::Meeting).is_empty(),
            false => !meetings.is_empty(),
        };
        SectionView {
            subscriptions: SubscriptionsView::of_site(page, has_meetings),
            sections: page.sorted_cards(sections),
            lists: page.sorted_cards(lists),
            bodies: page.body_cards(bodies),
            meetings: MeetingCard::all(page, &meetings),
            pages: page.sorted_cards(pages),
            topics: page.sorted_cards(topics),
            map: pictures::map(page, AnyLink::Section(link)),
            anchors: page.anchors(),
        }
    }
}
