//! The acts on which bodies rest, and the parts of acts that they cite.

use schemars::JsonSchema;
use serde::Serialize;

use super::part_source::PartSource;
use super::{Card, PageContext, TermView};
use crate::content::graph::{AnyLink, Link};
use crate::content::model::{CitedBy, Document, LegalBasis};
use crate::content::settings::VocabularyKind;

/// An act on which a body rests.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct LegalBasisView<'a> {
    /// The act. `none` if it is not known.
    pub act: Option<Card<'a>>,
    /// The cited part of the act. `none` if none was typed.
    pub cited: Option<CitedView<'a>>,
    /// What the act does for the body: "Istituisce". `none` if nothing was typed.
    pub relation: Option<TermView<'a>>,
    /// A note of the editor. `none` if there is none.
    pub note: Option<&'a str>,
    /// The language of the note: `it`. `none` if it is the page's.
    pub note_lang: Option<&'a str>,
    /// What the source says, word for word. `none` if nothing was typed.
    pub as_written: Option<&'a str>,
}

/// A part of an act.
#[derive(Clone, Copy, Debug, JsonSchema, Serialize)]
pub struct CitedView<'a> {
    /// How the act names its parts: `article`, `section` or `paragraph_sign`. `words` if the part is no number: "Allegato A".
    pub unit: &'static str,
    /// The article: `71-bis`. `none` if none was typed.
    pub article: Option<&'a str>,
    /// The paragraph: `2`. `none` if none was typed.
    pub paragraph: Option<&'a str>,
}

/// The legal bases of a part, in the order of the source.
pub(super) fn legal_bases<'a>(
    page: &PageContext<'a>,
    source: PartSource<'a>,
) -> Vec<LegalBasisView<'a>> {
    let bases = source.written.legal_basis.iter().zip(&source.part.acts);
    let views = bases.map(|(basis, act)| {
        let words = source.translation;
        let words = words.and_then(|it| it.legal_note(source.written.id, basis));
        let (note, note_lang) = page.translated(words, basis.note.as_deref());
        LegalBasisView {
            act: act.map(|act| page.card(act)),
            cited: page.cited(basis, *act),
            relation: page.legal_relation(basis),
            note,
            note_lang,
            as_written: basis.as_written.as_deref(),
        }
    });
    views.collect()
}

impl<'a> PageContext<'a> {
    /// What an act does for a body.
    pub(super) fn legal_relation(&self, basis: &'a LegalBasis) -> Option<TermView<'a>> {
        let relation = basis.relation.as_deref()?;
        Some(self.term(VocabularyKind::LegalRelation, relation))
    }

    /// The part of an act that a legal basis cites.
    pub(super) fn cited(
        &self,
        basis: &'a LegalBasis,
        act: Option<Link<Document>>,
    ) -> Option<CitedView<'a>> {
        let citation = basis.citation();
        citation.article.or(citation.paragraph)?;
        let unit = act.and_then(|act| self.graph.summary(AnyLink::Document(act)).cited_by());
        let unit = unit.unwrap_or(CitedBy::Article).as_str();
        Some(CitedView {
            unit: if citation.is_numbered() {
                unit
            } else {
                "words"
            },
            article: citation.article,
            paragraph: citation.paragraph,
        })
    }
}
