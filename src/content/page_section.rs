//! The sections of a page that follow from the facts of a thing, not from its text.

use crate::base::language::Language;
use crate::content::model::EntityKind;

/// A section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSection {
    /// What a body does.
    Activities,
    /// What a body aims at.
    Aims,
    /// The seats, tables and parts of a body.
    Composition,
    /// The members of a body.
    Members,
    /// Where a body works, or what an organization leads.
    Territory,
    /// The acts on which a body rests.
    LegalBasis,
    /// The plans and agreements with which a body works.
    Instruments,
    /// The organizations and bodies with which a body deals.
    Related,
    /// The meetings of a body.
    Meetings,
    /// The papers of a meeting.
    Documents,
    /// The offices and persons to contact.
    Contacts,
    /// The seats of an organization or person.
    Seats,
    /// What became of a thing.
    History,
    /// What a thing contains.
    Contents,
    /// Facts and numbers.
    Details,
}

impl PageSection {
    /// All sections, in the order of the page.
    pub const ALL: [PageSection; 15] = [
        PageSection::Activities,
        PageSection::Aims,
        PageSection::Composition,
        PageSection::Members,
        PageSection::Territory,
        PageSection::LegalBasis,
        PageSection::Instruments,
        PageSection::Related,
        PageSection::Meetings,
        PageSection::Documents,
        PageSection::Contacts,
        PageSection::Seats,
        PageSection::History,
        PageSection::Contents,
        PageSection::Details,
    ];

    /// The sections that the page of a thing of this kind may have. Their anchors are reserved on that page.
    pub fn of(kind: EntityKind) -> &'static [PageSection] {
        match kind {
            EntityKind::Page => &[],
            EntityKind::Section => &[PageSection::Contents],
            _ => &PageSection::ALL,
        }
    }

    /// The name of the section in templates: `legal_basis`.
    pub fn key(self) -> &'static str {
        match self {
            PageSection::LegalBasis => "legal_basis",
            other => other.anchors().1,
        }
    }

    /// The anchor of the section on pages in this language.
    pub fn anchor(self, language: &Language) -> &'static str {
        let (italian, english) = self.anchors();
        if language.as_str().starts_with("it") {
            italian
        } else {
            english
        }
    }

    /// The anchors in Italian, and in English for all other languages.
    fn anchors(self) -> (&'static str, &'static str) {
        match self {
            PageSection::Activities => ("attivita", "activities"),
            PageSection::Aims => ("finalita", "aims"),
            PageSection::Composition => ("composizione", "composition"),
            PageSection::Members => ("enti", "members"),
            PageSection::Territory => ("territorio", "territory"),
            PageSection::LegalBasis => ("base-giuridica", "legal-basis"),
            PageSection::Instruments => ("strumenti", "instruments"),
            PageSection::Related => ("rapporti", "related"),
            PageSection::Meetings => ("incontri", "meetings"),
            PageSection::Documents => ("documenti", "documents"),
            PageSection::Contacts => ("contatti", "contacts"),
            PageSection::Seats => ("posti", "seats"),
            PageSection::History => ("storia", "history"),
            PageSection::Contents => ("contenuti", "contents"),
            PageSection::Details => ("dati", "details"),
        }
    }
}
