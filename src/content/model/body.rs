//! Bodies in which authorities coordinate, and their tables.

use super::non_empty::NonEmpty;
use super::{
    Area, BodyTerm, Change, Common, Contact, Document, EntityKind, HasId, IdList, Organization,
    Procedure, Ref, Seat, Topic, Validity,
};
use crate::notation::scalar::{Id, Summary, Term, Text, WebAddress};
use crate::{record, words};
use std::sync::Arc;

record! {
    /// A body in which authorities coordinate. W3C org:Organization, schema:GovernmentOrganization.
    pub struct Body {
        ..common: Common,
        /// The kind of thing: `body`.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// The kind of body, a word of the controlled list `body_kinds`.
        kind: Term,
        /// The acronym.
        acronym: Option<Text>,
        /// Its own web site.
        url: Option<WebAddress>,
        /// The organization that runs it.
        authority: Ref<Organization>,
        /// The body that it is a part of.
        parent: Option<Ref<Body>>,
        /// The tables into which it divides.
        tables: IdList<Table>,
        /// The organizations that take part in it.
        members: Box<[Ref<Organization>]>,
        /// Where it works.
        territory: Option<Territory>,
        /// The acts on which it rests.
        legal_basis: Box<[LegalBasis]>,
        /// The plans and agreements with which it works.
        instruments: Box<[Instrument]>,
        /// The organizations and bodies with which it deals.
        related: Box<[Related]>,
        /// What it does and aims at.
        activities: NonEmpty<Activity>,
        /// How it works.
        procedure: Option<Procedure>,
        /// The sentence that introduces its seats.
        seats_lead: Option<Text>,
        /// Its seats. A body with tables may have none.
        seats: Box<[Arc<Seat>]>,
        /// The offices and persons to contact.
        contacts: Box<[Contact]>,
        /// Its terms, each from one constitution to the next.
        terms: IdList<BodyTerm>,
        /// The period in which it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Body>]>,
    }
}

record! {
    /// A table of a body: a body within a body. W3C org:subOrganizationOf.
    pub struct Table {
        /// The id, unique in its body. It is the anchor on the body's page.
        id: Id,
        /// The title.
        title: Text,
        /// What it does, in a sentence or two.
        summary: Option<Summary>,
        /// The acronym.
        acronym: Option<Text>,
        /// Its own web site.
        url: Option<WebAddress>,
        /// The acts on which it rests.
        legal_basis: Box<[LegalBasis]>,
        /// The plans and agreements with which it works.
        instruments: Box<[Instrument]>,
        /// The organizations and bodies with which it deals.
        related: Box<[Related]>,
        /// What it does and aims at.
        activities: Box<[Activity]>,
        /// How it works.
        procedure: Option<Procedure>,
        /// The sentence that introduces its seats.
        seats_lead: Option<Text>,
        /// Its seats.
        seats: NonEmpty<Arc<Seat>>,
        /// The offices and persons to contact.
        contacts: Box<[Contact]>,
        /// The ids of its topics.
        topics: Box<[Ref<Topic>]>,
        /// Its terms, each from one constitution to the next.
        terms: IdList<BodyTerm>,
        /// The period in which it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Body>]>,
    }
}

impl HasId for Table {
    fn id(&self) -> &str {
        &self.id
    }
}

record! {
    /// Where a body works.
    pub struct Territory {
        /// The area.
        area: Option<Ref<Area>>,
        /// The zones into which it divides.
        zones: Option<Zones>,
    }
}

record! {
    /// The zones of a territory.
    pub struct Zones {
        /// The kind of zones: `ats`, or another word of the controlled list `area_kinds`.
        kind: Term,
        /// The number of zones.
        count: Option<u32>,
        /// The organizations that lead the zones.
        lead: Box<[Ref<Organization>]>,
    }
}

record! {
    /// An act on which a body rests. schema:Legislation.
    pub struct LegalBasis {
        /// The act.
        act: Option<Ref<Document>>,
        /// Whether the act is not known.
        missing: Option<bool>,
        /// The article, which may have a paragraph after it: `11`, `71-bis`, `11, comma 2`.
        article: Option<Text>,
        /// The paragraph of the article.
        paragraph: Option<Text>,
        /// What the act does for the body, a word of the controlled list `legal_relations`: `establishes`.
        relation: Option<Term>,
        /// A note of the editor.
        note: Option<Text>,
        /// What the source says, word for word.
        as_written: Option<Text>,
    }
}

impl LegalBasis {
    /// Whether the act establishes the body. org:resultedFrom.
    pub fn establishes(&self) -> bool {
        self.relation.as_deref() == Some("establishes")
    }
}

record! {
    /// A plan or agreement with which a body works.
    pub struct Instrument {
        /// The name.
        name: Text,
        /// The kind of area that it covers: `zone`.
        scope: Option<Text>,
        /// The act by which it is adopted.
        adopted_by: Option<Text>,
    }
}

record! {
    /// An organization or body with which a body deals. Exactly one of `organization`, `body` and `name` is typed.
    pub struct Related {
        /// The organization.
        organization: Option<Ref<Organization>>,
        /// The body, or a table of it.
        body: Option<Ref<Body>>,
        /// The name of an organization or body that has no page.
        name: Option<Text>,
        /// How they deal with each other, a word of the controlled list `relations`: `coordinates_with`.
        relation: Option<Term>,
    }
}

record! {
    /// Something that a body does or aims at. org:purpose.
    pub struct Activity {
        /// The id, unique in its body.
        id: Id,
        /// The activity, in full.
        text: Text,
        /// Whether the body does it or aims at it. Default: `activity`.
        kind: Option<ActivityKind>,
        /// The ids of its topics.
        topics: Box<[Ref<Topic>]>,
    }
}

words! {
    /// Whether a body does something or aims at it.
    pub enum ActivityKind {
        /// The body does it.
        Activity = "activity",
        /// The body aims at it.
        Aim = "aim",
    }
}
