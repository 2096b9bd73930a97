//! The page of a section, and the home page.

use serde::Serialize;

use super::common::{Anchors, Card};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, Link};
use crate::domain::model::Section;

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
        let home = self.graph.sections[link].node.section.is_none();
        let children = self
            .graph
            .back
            .in_section
            .get(&link)
            .map_or(&[] as &[_], Vec::as_slice);
        let of = |wanted: fn(&AnyLink) -> bool| children.iter().copied().filter(wanted);
        let is_body = |link: &AnyLink| matches!(link, AnyLink::Body(_));
        let is_section = |link: &AnyLink| matches!(link, AnyLink::Section(_));
        let written = |link: &AnyLink| self.graph.node(*link).words.file.is_some();
        let (sections, lists): (Vec<_>, Vec<_>) = of(is_section).partition(written);
        let bodies = if home {
            self.cards(self.graph.bodies.links().map(AnyLink::Body))
        } else {
            self.cards(of(is_body))
        };
        let topics = self
            .graph
            .topics
            .links()
            .map(AnyLink::Topic)
            .filter(|_| home);
        SectionView {
            sections: self.cards(sections),
            lists: self.cards(lists),
            bodies,
            pages: self.cards(of(|link| {
                !matches!(link, AnyLink::Body(_) | AnyLink::Section(_))
            })),
            topics: self.cards(topics),
            anchors: self.anchors(),
        }
    }
}
