//! The page of a section, and the home page.

use serde::Serialize;

use super::common::{Anchors, Card};
use super::lens::Lens;
use crate::content::graph::{AnyLink, How, Link};
use crate::content::model::{EntityKind, Section};
use crate::content::pictures::map::Map;

/// `section`: a folder of pages.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView<'a> {
    /// The sections directly in it.
    pub sections: Vec<Card<'a>>,
    /// The lists of registries directly in it: sections that nobody has described.
    pub lists: Vec<Card<'a>>,
    /// The bodies directly in it; on the home page, all bodies of the site.
    pub bodies: Vec<Card<'a>>,
    /// The other pages directly in it.
    pub pages: Vec<Card<'a>>,
    /// The topics directly in it; on the home page, all topics of the site.
    pub topics: Vec<Card<'a>>,
    /// Its bodies and the organizations that sit in them, as a picture, where there are not too many;
    /// on the home page those of the site, or else its sections.
    pub map: Option<Map<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> Lens<'a> {
    /// The view of a section.
    pub fn section(&self, link: Link<Section>) -> SectionView<'a> {
        let children: Vec<AnyLink> = self.mentioned_as(How::Within).collect();
        let of = |wanted: fn(EntityKind) -> bool| {
            let children = children.iter().copied();
            children.filter(move |it| wanted(it.kind()))
        };
        let sections = of(|kind| kind == EntityKind::Section);
        let (sections, lists): (Vec<_>, Vec<_>) =
            sections.partition(|it| self.graph.face(*it).is_page());
        let others = |kind| {
            !matches!(
                kind,
                EntityKind::Body | EntityKind::Section | EntityKind::Topic
            )
        };
        SectionView {
            sections: self.cards(sections),
            lists: self.cards(lists),
            bodies: self.cards(of(|kind| kind == EntityKind::Body)),
            pages: self.cards(of(others)),
            topics: self.cards(of(|kind| kind == EntityKind::Topic)),
            map: self.map(AnyLink::Section(link)),
            anchors: self.anchors(),
        }
    }
}
