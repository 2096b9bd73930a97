//! The page of a document.

use serde::Serialize;

use super::common::{Anchors, Card, DayView, TermView};
use super::lens::Lens;
use crate::domain::graph::{AnyLink, BodyPart, How, Link, Nth};
use crate::domain::model::Document;
use crate::domain::settings::VocabularyKind;

/// `document`: a law, plan, act or other document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView {
    /// What kind of document.
    pub kind: TermView,
    /// Its official identifier.
    pub identifier: Option<String>,
    /// The day on which it was made.
    pub date: Option<DayView>,
    /// Who made it.
    pub issuer: Option<Card>,
    /// The articles that it is known to have.
    pub articles: Vec<String>,
    /// The way to the file.
    pub file: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What rests on it.
    pub cited_by: Vec<CitationView>,
    /// The meetings of which it is a paper or the minutes.
    pub meetings: Vec<Card>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A body or table that rests on a document.
#[derive(Clone, Debug, Serialize)]
pub struct CitationView {
    /// The body or table.
    pub body: Card,
    /// `establishes`, `regulates`, `framework`, `plan`.
    pub relation: Option<&'static str>,
    /// The article.
    pub article: Option<String>,
}

impl Lens<'_> {
    /// The view of a document.
    pub fn document(&self, link: Link<Document>) -> DocumentView {
        let document = self.graph.get(link);
        let written = &document.written;
        let citing = self.parts_mentioning(|how| match how {
            How::Rests(table) => Some(table.map(Nth::index)),
            _ => None,
        });
        DocumentView {
            kind: self.term(VocabularyKind::Document, written.kind.as_str()),
            identifier: written.identifier.as_ref().map(ToString::to_string),
            date: written.date.map(|date| self.day(date)),
            issuer: document
                .links
                .issuer
                .map(|it| self.card(AnyLink::Organization(it))),
            articles: written.articles.iter().map(ToString::to_string).collect(),
            file: document
                .links
                .file
                .as_ref()
                .map(|file| format!("{}{}", self.root, file.href())),
            url: written.url.as_ref().map(ToString::to_string),
            cited_by: citing
                .into_iter()
                .flat_map(|part| self.citations(link, part))
                .collect(),
            meetings: self.meeting_cards(&self.meetings(How::Paper)),
            anchors: self.anchors(),
        }
    }

    fn citations(&self, document: Link<Document>, at: BodyPart) -> Vec<CitationView> {
        let body = self.graph.get(at.body);
        let parts = body.parts().filter(|(part, _)| part.table == at.table);
        let bases = parts.flat_map(|(part, written)| written.legal_basis.iter().zip(&part.acts));
        let citing = bases
            .filter(|(_, act)| **act == Some(document))
            .map(|(basis, _)| CitationView {
                body: self.part_card(at),
                relation: basis.relation.map(|relation| relation.as_str()),
                article: basis.article.as_ref().map(ToString::to_string),
            });
        citing.collect()
    }
}
