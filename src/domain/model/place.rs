//! Organizations, persons, meetings, documents and areas.

use super::body::Body;
use super::contact::Contact;
use super::entity::{EntityKind, Ref, Referable};
use super::page::Common;
use crate::vocabulary::date::{Date, Moment, Period};
use crate::vocabulary::notation::scalar::{Istat, TaxCode, Term, Text, WebAddress};
use crate::vocabulary::notation::shape::{Shape, Typed};
use crate::{record, words};

record! {
    /// An organization that runs bodies or sits in them.
    pub struct Organization {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// What kind of organization, of the controlled list `organization_kinds`.
        kind: Term,
        /// The name in letters.
        acronym: Option<Text>,
        /// The code in the index of public administrations (IPA).
        ipa: Option<Text>,
        /// The tax code.
        tax_code: Option<TaxCode>,
        /// The code of the statistical office, for the authority of an area.
        istat: Option<Istat>,
        /// The organization that it is a part of.
        parent: Option<Ref<Organization>>,
        /// Whom to call.
        contacts: Vec<Contact>,
        /// Its site.
        url: Option<WebAddress>,
        /// From when to when it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Vec<Change<Organization>>,
    }
}

record! {
    /// From when to when something exists.
    pub struct Validity {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        until: Option<Date>,
    }
}

impl Validity {
    /// The same as a period.
    pub fn period(&self) -> Period {
        Period {
            from: self.from,
            until: self.until,
        }
    }
}

/// A change of an organization.
pub type OrganizationChange = Change<Organization>;

/// What became of an organization or a body. W3C org:ChangeEvent.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(from = "AnyChange", bound = "")]
pub struct Change<T> {
    /// What happened.
    pub kind: ChangeKind,
    /// The day on which it took effect.
    pub date: Date,
    /// What it became, or what it went into.
    pub into: Option<Ref<T>>,
    /// Anything else to know.
    pub note: Option<Text>,
}

record! {
    /// A change before it is known of what.
    pub struct AnyChange {
        /// What happened.
        kind: ChangeKind,
        /// The day on which it took effect.
        date: Date,
        /// What it became, or what it went into.
        into: Option<Ref<()>>,
        /// Anything else to know.
        note: Option<Text>,
    }
}

impl<T> From<AnyChange> for Change<T> {
    fn from(change: AnyChange) -> Self {
        Change {
            kind: change.kind,
            date: change.date,
            into: change.into.map(Ref::cast),
            note: change.note,
        }
    }
}

impl<T> Typed for Change<T> {
    const SHAPE: &'static Shape = AnyChange::SHAPE;
}

words! {
    /// What can become of an organization.
    pub enum ChangeKind {
        /// It went into another.
        Merger = "merger",
        /// It was divided.
        Split = "split",
        /// It changed its name.
        Rename = "rename",
        /// It was closed.
        Closing = "closing",
    }
}

record! {
    /// A person who holds seats. The title is made of the names; roles follow from the seats.
    pub struct Person refusing [
        "tax_code", "codice_fiscale", "fiscal_code", "cf", "birth_date", "date_of_birth", "born", "birthday",
        "birth_place", "birthplace", "place_of_birth", "data_di_nascita", "data_nascita", "luogo_di_nascita",
        "luogo_nascita", "nato", "nata", "home_address", "address", "residence", "domicile", "indirizzo",
        "residenza", "domicilio", "home_phone", "private_phone", "private_email", "gender", "sex", "sesso",
    ] {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The given name.
        given: Text,
        /// The family name.
        family: Text,
        /// The rule that allows the name to be published (D.Lgs. 33/2013, Reg. (EU) 2016/679 art. 6).
        publication_basis: Option<Text>,
    }
}

record! {
    /// A meeting of a body. schema:Event.
    pub struct Meeting {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
        /// The body that meets; a table is `body/table`.
        body: Ref<Body>,
        /// When it begins.
        start: Moment,
        /// When it ends.
        end: Option<Moment>,
        /// Whether it has been held. Default: `scheduled`.
        status: Option<MeetingStatus>,
        /// Where.
        place: Option<Text>,
        /// Where on the web.
        url: Option<WebAddress>,
        /// What it is about.
        agenda: Vec<Text>,
        /// The minutes.
        minutes: Option<Ref<Document>>,
        /// The papers.
        documents: Vec<Ref<Document>>,
    }
}

words! {
    /// Whether a meeting has been held.
    pub enum MeetingStatus {
        /// It is to come.
        Scheduled = "scheduled",
        /// It was held.
        Held = "held",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

record! {
    /// A law, plan, act or other document.
    pub struct Document {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
        /// What kind of document, of the controlled list `document_kinds`.
        kind: Term,
        /// Its official identifier: a URN:NIR (the naming of Italian norms) where there is one.
        identifier: Option<Text>,
        /// The day on which it was made.
        date: Option<Date>,
        /// Who made it.
        issuer: Option<Ref<Organization>>,
        /// The articles that it is known to have.
        articles: Vec<Text>,
        /// The file, from the folder of the page or registry.
        file: Option<Text>,
        /// Where it can be read.
        url: Option<WebAddress>,
    }
}

record! {
    /// A part of the country.
    pub struct Area {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// What kind of area, of the controlled list `area_kinds`.
        kind: Term,
        /// The code of the statistical office.
        istat: Option<Istat>,
        /// The area that it is a part of.
        parent: Option<Ref<Area>>,
        /// The organization that leads it.
        lead: Option<Ref<Organization>>,
        /// From when to when it exists.
        valid: Option<Validity>,
    }
}

impl Referable for Organization {
    const KIND: EntityKind = EntityKind::Organization;
}

impl Referable for Person {
    const KIND: EntityKind = EntityKind::Person;
}

impl Referable for Meeting {
    const KIND: EntityKind = EntityKind::Meeting;
}

impl Referable for Document {
    const KIND: EntityKind = EntityKind::Document;
}

impl Referable for Area {
    const KIND: EntityKind = EntityKind::Area;
}
