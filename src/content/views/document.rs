//! The page of a document.

use serde::Serialize;

use super::common::{Anchors, Card, DayView, TermView};
use super::lens::Lens;
use crate::content::graph::{AnyLink, BodyPart, How, Link, Nth};
use crate::content::model::Document;
use crate::content::settings::VocabularyKind;

/// `document`: a law, plan, act or other document.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentView<'a> {
    /// What kind of document.
    pub kind: TermView<'a>,
    /// Its official identifier.
    pub identifier: Option<&'a str>,
    /// The day on which it was made.
    pub date: Option<DayView<'a>>,
    /// Who made it.
    pub issuer: Option<Card<'a>>,
    /// The articles that it is known to have.
    pub articles: Vec<&'a str>,
    /// The way to the file.
    pub file: Option<String>,
    /// Where it can be read.
    pub url: Option<&'a str>,
    /// What rests on it.
    pub cited_by: Vec<CitationView<'a>>,
    /// The meetings of which it is a paper or the minutes.
    pub meetings: Vec<Card<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A body or table that rests on a document.
#[derive(Clone, Debug, Serialize)]
pub struct CitationView<'a> {
    /// The body or table.
    pub body: Card<'a>,
    /// `establishes`, `regulates`, `framework`, `plan`.
    pub relation: Option<&'static str>,
    /// The article.
    pub article: Option<&'a str>,
}

impl<'a> Lens<'a> {
    /// The view of a document.
    pub fn document(&self, link: Link<Document>) -> DocumentView<'a> {
        let document = self.graph.get(link);
        let written = &document.written;
        let citing = self.parts_mentioning(|how| match how {
            How::Rests(table) => Some(table.map(Nth::index)),
            _ => None,
        });
        DocumentView {
            kind: self.term(VocabularyKind::Document, written.kind.as_str()),
            identifier: written.identifier.as_ref().map(|it| it.as_str()),
            date: written.date.map(|date| self.day(date)),
            issuer: document
                .links
                .issuer
                .map(|it| self.card(AnyLink::Organization(it))),
            articles: written.articles.iter().map(|it| it.as_str()).collect(),
            file: document
                .links
                .file
                .as_ref()
                .map(|file| self.way_to_file(file)),
            url: written.url.as_ref().map(|it| it.as_str()),
            cited_by: citing.flat_map(|part| self.citations(link, part)).collect(),
            meetings: self.named(&self.meetings(How::Paper), AnyLink::Meeting),
            anchors: self.anchors(),
        }
    }

    fn citations(
        &self,
        document: Link<Document>,
        at: BodyPart,
    ) -> impl Iterator<Item = CitationView<'a>> {
        let bases = self.graph.bases(at).into_iter();
        let bases = bases.flat_map(|bases| bases.each());
        let citing = bases.filter(move |(_, act)| *act == Some(document));
        citing.map(move |(basis, _)| CitationView {
            body: self.part_card(at),
            relation: basis.relation.map(|relation| relation.as_str()),
            article: basis.article.as_ref().map(|it| it.as_str()),
        })
    }
}
