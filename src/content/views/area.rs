//! The page of an area.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchors, BodyCard, Card, PageContext, PeriodView, TermView};
use crate::content::graph::{Link, Relation};
use crate::content::model::Area;
use crate::content::settings::VocabularyKind;

/// `area`: a part of the country.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct AreaView<'a> {
    /// The kind of area: "Provincia".
    pub kind: TermView<'a>,
    /// The code of the national statistical office: `003`. `none` if it is not known.
    pub istat: Option<&'a str>,
    /// The area that it is a part of. `none` if it is not known.
    pub parent: Option<Card<'a>>,
    /// The organization that leads it. `none` if it is not known.
    pub lead: Option<Card<'a>>,
    /// The areas that are a part of it, sorted.
    pub parts: Vec<Card<'a>>,
    /// The bodies that work in it, sorted.
    pub bodies: Vec<BodyCard<'a>>,
    /// The period in which it exists. `none` if neither end is known.
    pub valid: Option<PeriodView<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

impl<'a> AreaView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Area>) -> AreaView<'a> {
        let area = page.graph.get(link);
        let written = &area.written;
        AreaView {
            kind: page.term(VocabularyKind::Area, written.kind.as_str()),
            istat: written.istat.as_deref(),
            parent: area.links.parent.map(|it| page.card(it)),
            lead: area.links.lead.map(|it| page.card(it)),
            parts: page.cards_mentioning(Relation::Parent),
            bodies: page.body_cards(page.mentioned_by(Relation::Territory)),
            valid: page.validity(written.valid.as_ref()),
            anchors: page.anchors(),
        }
    }
}
