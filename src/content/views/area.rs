//! The page of an area.

use serde::Serialize;

use super::common::{Anchors, Card, PeriodView, TermView};
use super::lens::Lens;
use crate::content::graph::{AnyLink, How, Link};
use crate::content::model::Area;
use crate::content::settings::VocabularyKind;

/// `area`: a part of the country.
#[derive(Clone, Debug, Serialize)]
pub struct AreaView<'a> {
    /// What kind of area.
    pub kind: TermView<'a>,
    /// The code of the statistical office.
    pub istat: Option<&'a str>,
    /// The area that it is a part of.
    pub parent: Option<Card<'a>>,
    /// The organization that leads it.
    pub lead: Option<Card<'a>>,
    /// The areas that are a part of it.
    pub parts: Vec<Card<'a>>,
    /// The bodies that work in it.
    pub bodies: Vec<Card<'a>>,
    /// From when to when it exists.
    pub valid: Option<PeriodView<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> Lens<'a> {
    /// The view of an area.
    pub fn area(&self, link: Link<Area>) -> AreaView<'a> {
        let area = self.graph.get(link);
        let written = &area.written;
        AreaView {
            kind: self.term(VocabularyKind::Area, written.kind.as_str()),
            istat: written.istat.as_ref().map(|it| it.as_str()),
            parent: area.links.parent.map(|it| self.card(AnyLink::Area(it))),
            lead: area
                .links
                .lead
                .map(|it| self.card(AnyLink::Organization(it))),
            parts: self.mentioning(How::Parent),
            bodies: self.mentioning(How::Territory),
            valid: written
                .valid
                .as_ref()
                .and_then(|valid| self.period(valid.period())),
            anchors: self.anchors(),
        }
    }
}
