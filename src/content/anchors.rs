//! The sections of a page that are not in its text, and their anchors.

use crate::base::language::Language;
use crate::content::model::EntityKind;

/// A section that a page has because of its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSection {
    /// What it does.
    Activities,
    /// What it aims at.
    Aims,
    /// Who sits in it.
    Composition,
    /// Who takes part in it.
    Members,
    /// Where it works.
    Territory,
    /// What it rests on.
    LegalBasis,
    /// With what it works.
    Instruments,
    /// With whom it deals.
    Related,
    /// When it meets.
    Meetings,
    /// Papers.
    Documents,
    /// Whom to call.
    Contacts,
    /// In which bodies somebody sits.
    Seats,
    /// What became of it.
    History,
    /// What it holds.
    Contents,
    /// Facts and numbers.
    Details,
}

impl PageSection {
    /// All of them, in the order of the page.
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

    /// Those that the page of a thing of this kind may have: their anchors are not free for its text.
    pub fn of(kind: EntityKind) -> &'static [PageSection] {
        match kind {
            EntityKind::Page => &[],
            EntityKind::Section => &[PageSection::Contents],
            _ => &PageSection::ALL,
        }
    }

    /// Its anchor in pages of this language.
    pub fn anchor(self, language: &Language) -> &'static str {
        let (italian, english) = self.anchors();
        if language.as_str().starts_with("it") {
            italian
        } else {
            english
        }
    }

    /// The key of its title in the theme's labels.
    pub fn label(self) -> String {
        format!("section-{}", self.anchors().1)
    }

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
