//! The page of a document.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchors, Card, CitedView, DateView, MeetingCard, PageContext, TermView};
use crate::content::graph::{BodyPart, DocumentLinks, Link, PartRelation, Relation};
use crate::content::model::Document;
use crate::content::settings::VocabularyKind;

/// `document`: a law, plan, act or other document.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct DocumentView<'a> {
    /// The kind of document: "Legge regionale".
    pub kind: TermView<'a>,
    /// The official identifier: `urn:nir:stato:legge:2000-11-08;328`. `none` if there is none.
    pub identifier: Option<&'a str>,
    /// When it was made. `none` if it is not known.
    pub date: Option<DateView<'a>>,
    /// The organization that made it. `none` if it is not known.
    pub issuer: Option<Card<'a>>,
    /// The articles that it is known to have, in the order of the source: "art. 8".
    pub articles: Vec<&'a str>,
    /// The relative link to its file: `../../atti/statuto.pdf`. `none` if the site does not have the file.
    pub file: Option<String>,
    /// The type of the file, if its name tells, and its size: "PDF, 340 kB". `none` without a file.
    pub file_facts: Option<String>,
    /// The web address where it can be read. `none` if there is none.
    pub url: Option<&'a str>,
    /// The bodies and tables that rest on it, in the order of the source.
    pub cited_by: Vec<CitationView<'a>>,
    /// The bodies and tables whose standing orders it has, in the order of the source.
    pub rules_of: Vec<Card<'a>>,
    /// The bodies and tables of which it appoints members, in the order of the source.
    pub appoints_for: Vec<Card<'a>>,
    /// The meetings of which it is a paper or the minutes, the latest first.
    pub meetings: Vec<MeetingCard<'a>>,
    /// The anchors of the page's sections.
    pub anchors: Anchors,
}

/// A document in a list.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct DocumentCard<'a> {
    /// As in [`Card`].
    #[serde(flatten)]
    pub card: Card<'a>,
    /// When it was made. `none` if it is not known.
    pub date: Option<DateView<'a>>,
    /// The relative link to its file: `../../atti/statuto.pdf`. `none` if the site does not have the file.
    pub file: Option<String>,
    /// The type of the file, if its name tells, and its size: "PDF, 340 kB". `none` without a file.
    pub file_facts: Option<String>,
}

impl<'a> DocumentCard<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Document>) -> DocumentCard<'a> {
        let document = page.graph.get(link);
        let file = document.links.file.as_ref();
        DocumentCard {
            card: page.card(link),
            date: document.written.date.map(|date| page.date(date)),
            file: file.map(|(file, _)| page.file_href(file)),
            file_facts: file_facts(&document.links),
        }
    }
}

/// Type and size of the file of a document. Kilobytes are of a thousand bytes (SI), rounded up.
fn file_facts(links: &DocumentLinks) -> Option<String> {
    let (file, bytes) = links.file.as_ref()?;
    let name = file.as_str().rsplit('/').next().unwrap_or_default();
    let format = name
        .rsplit_once('.')
        .map(|(_, format)| format.to_uppercase());
    let size = match bytes.div_ceil(1000) {
        kilobytes @ ..1000 => format!("{kilobytes}\u{a0}kB"),
        kilobytes => format!("{}\u{a0}MB", kilobytes.div_ceil(1000)),
    };
    let facts: Vec<String> = format.into_iter().chain([size]).collect();
    Some(facts.join(", "))
}

/// A body or table that rests on a document.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct CitationView<'a> {
    /// The body or table.
    pub body: Card<'a>,
    /// What the document does for it: "Istituisce". `none` if nothing was typed.
    pub relation: Option<TermView<'a>>,
    /// The part of the document. `none` if none was typed.
    pub cited: Option<CitedView<'a>>,
}

impl<'a> DocumentView<'a> {
    pub(super) fn new(page: &PageContext<'a>, link: Link<Document>) -> DocumentView<'a> {
        let document = page.graph.get(link);
        let (written, links) = (&document.written, &document.links);
        let citing = page.parts_mentioning(PartRelation::LegalBasis);
        DocumentView {
            kind: page.term(VocabularyKind::Document, written.kind.as_str()),
            identifier: written.identifier.as_deref(),
            date: written.date.map(|date| page.date(date)),
            issuer: links.issuer.map(|it| page.card(it)),
            articles: written.articles.iter().map(|it| it.as_str()).collect(),
            file: links.file.as_ref().map(|(file, _)| page.file_href(file)),
            file_facts: file_facts(links),
            url: written.url.as_deref(),
            cited_by: citing
                .flat_map(|part| citations(page, link, part))
                .collect(),
            rules_of: page.part_cards(PartRelation::Rules),
            appoints_for: page.part_cards(PartRelation::AppointmentAct),
            meetings: MeetingCard::all(page, &page.meetings(Relation::MeetingDocument)),
            anchors: page.anchors(),
        }
    }
}

fn citations<'a>(
    page: &PageContext<'a>,
    document: Link<Document>,
    part: BodyPart,
) -> impl Iterator<Item = CitationView<'a>> {
    let bases = page.graph.legal_bases(part).into_iter();
    let bases = bases.flat_map(|bases| bases.each());
    let citing = bases.filter(move |(_, act)| *act == Some(document));
    citing.map(move |(basis, act)| CitationView {
        body: page.part_card(part),
        relation: page.legal_relation(basis),
        cited: page.cited(basis, act),
    })
}
