//! The page of a section, and the home page.

use serde::Serialize;

use super::common::{Anchors, Card};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, How, Link};
use crate::domain::model::{EntityKind, Section};

/// `section`: a folder of pages.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// The sections directly in it.
    pub sections: Vec<Card>,
    /// The lists of registries directly in it: sections that nobody has described.
    pub lists: Vec<Card>,
    /// The bodies directly in it; on the home page, all bodies of the site.
    pub bodies: Vec<Card>,
    /// The other pages directly in it.
    pub pages: Vec<Card>,
    /// The topics of the site, on the home page.
    pub topics: Vec<Card>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl Lens<'_> {
    /// The view of a section.
    pub fn section(&self, link: Link<Section>) -> SectionView {
        let any = AnyLink::Section(link);
        let home = self.graph.face(any).section().is_none();
        let children = self.graph.mentioned_as(any, How::Within);
        let of =
            |wanted: fn(AnyLink) -> bool| children.iter().copied().filter(move |it| wanted(*it));
        let sections = of(|it| it.kind() == EntityKind::Section);
        let (sections, lists): (Vec<_>, Vec<_>) =
            sections.partition(|it| self.graph.face(*it).is_page());
        let bodies = if home {
            self.cards(self.graph.all(EntityKind::Body))
        } else {
            self.cards(of(|it| it.kind() == EntityKind::Body))
        };
        let topics = if home {
            self.graph.all(EntityKind::Topic)
        } else {
            Vec::new()
        };
        SectionView {
            sections: self.cards(sections),
            lists: self.cards(lists),
            bodies,
            pages: self.cards(of(|it| {
                !matches!(it.kind(), EntityKind::Body | EntityKind::Section)
            })),
            topics: self.cards(topics),
            anchors: self.anchors(),
        }
    }
}
