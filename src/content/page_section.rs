//! The sections of a page that follow from the facts of a thing, not from its text.

use crate::base::language::Language;
use crate::content::model::EntityKind;
use crate::words;

words! {
    /// A section of a page, by its name in templates. They are in the order of the page.
    pub enum PageSection {
        /// The seats, tables and parts of a body.
        Composition = "composition",
        /// How a body works.
        Procedure = "procedure",
        /// The members of a body.
        Members = "members",
        /// What a body does.
        Activities = "activities",
        /// What a body aims at.
        Aims = "aims",
        /// What the editors write about it.
        About = "about",
        /// Where a body works, or what an organization leads.
        Territory = "territory",
        /// The acts on which a body rests.
        LegalBasis = "legal_basis",
        /// The plans and agreements with which a body works.
        Instruments = "instruments",
        /// The organizations and bodies with which a body deals.
        Related = "related",
        /// The meetings of a body.
        Meetings = "meetings",
        /// The papers of a meeting.
        Documents = "documents",
        /// The offices and persons to contact.
        Contacts = "contacts",
        /// The seats of an organization or person.
        Seats = "seats",
        /// What became of a thing.
        History = "history",
        /// What a thing contains.
        Contents = "contents",
        /// Facts and numbers.
        Details = "details",
    }
}

impl PageSection {
    /// The sections that the page of a thing of this kind may have. Their anchors are reserved on that page.
    pub fn of(kind: EntityKind) -> &'static [PageSection] {
        match kind {
            EntityKind::Page => &[],
            EntityKind::Section => &[PageSection::Contents],
            _ => PageSection::ALL,
        }
    }

    /// The anchor of the section on pages in this language: in Italian, or else in English.
    pub fn anchor(self, language: &Language) -> &'static str {
        if language.as_str().starts_with("it") {
            self.italian()
        } else if self == PageSection::LegalBasis {
            "legal-basis"
        } else {
            self.as_str()
        }
    }

    fn italian(self) -> &'static str {
        match self {
            PageSection::About => "presentazione",
            PageSection::Activities => "attivita",
            PageSection::Aims => "finalita",
            PageSection::Composition => "composizione",
            PageSection::Procedure => "funzionamento",
            PageSection::Members => "enti",
            PageSection::Territory => "territorio",
            PageSection::LegalBasis => "base-giuridica",
            PageSection::Instruments => "strumenti",
            PageSection::Related => "rapporti",
            PageSection::Meetings => "incontri",
            PageSection::Documents => "documenti",
            PageSection::Contacts => "contatti",
            PageSection::Seats => "posti",
            PageSection::History => "storia",
            PageSection::Contents => "contenuti",
            PageSection::Details => "dati",
        }
    }
}
