//! Bodies in which authorities coordinate, and their tables.

use crate::base::shared::Shared;

use borsh::{BorshDeserialize, BorshSerialize};

use super::area::Area;
use super::contact::Contact;
use super::document::Document;
use super::entity::{EntityKind, Ref, Referable};
use super::history::{Change, Validity};
use super::organization::Organization;
use super::page::{Common, Topic};
use super::seat::Seat;
use crate::notation::scalar::{Id, Summary, Term, Text};
use crate::notation::schema::{Shape, Typed};
use crate::{record, words};

record! {
    /// A body in which authorities coordinate. W3C org:Organization, schema:GovernmentOrganization.
    pub struct Body {
        ..common: Common,
        /// What it is.
        r#type: Option<EntityKind>,
        /// The name.
        title: Text,
        /// What kind of body, of the controlled list `body_kinds`.
        kind: Term,
        /// The organization that runs it.
        authority: Ref<Organization>,
        /// The body that it is a part of.
        parent: Option<Ref<Body>>,
        /// The tables into which it divides.
        tables: Box<[Table]>,
        /// The organizations that take part in it.
        members: Box<[Ref<Organization>]>,
        /// Where it works.
        territory: Option<Territory>,
        /// What it rests on.
        legal_basis: Box<[LegalBasis]>,
        /// The plans and agreements with which it works.
        instruments: Box<[Instrument]>,
        /// The organizations and bodies with which it deals.
        related: Box<[Related]>,
        /// What it does and aims at.
        activities: Filled<Activity>,
        /// Who sits in it; may be left out when it has tables.
        seats: Box<[Shared<Seat>]>,
        /// Whom to call.
        contacts: Box<[Contact]>,
        /// From when to when it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Body>]>,
    }
}

record! {
    /// A table of a body: a body inside a body. W3C org:subOrganizationOf.
    pub struct Table {
        /// The name, unique in its body, and the anchor on the body's page.
        id: Id,
        /// The title.
        title: Text,
        /// What it does, in a sentence or two.
        summary: Option<Summary>,
        /// What it rests on.
        legal_basis: Box<[LegalBasis]>,
        /// The plans and agreements with which it works.
        instruments: Box<[Instrument]>,
        /// The organizations and bodies with which it deals.
        related: Box<[Related]>,
        /// What it does and aims at.
        activities: Box<[Activity]>,
        /// Who sits in it.
        seats: Filled<Shared<Seat>>,
        /// Whom to call.
        contacts: Box<[Contact]>,
        /// Subjects of the controlled list.
        topics: Box<[Ref<Topic>]>,
        /// From when to when it exists.
        valid: Option<Validity>,
        /// What became of it.
        changes: Box<[Change<Body>]>,
    }
}

/// A list that must hold something.
#[derive(Clone, Debug, PartialEq, serde::Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(
    try_from = "Box<[T]>",
    bound(deserialize = "T: serde::Deserialize<'de>")
)]
pub struct Filled<T: Clone>(Box<[T]>);

impl<T: Clone> TryFrom<Box<[T]>> for Filled<T> {
    type Error = &'static str;

    fn try_from(items: Box<[T]>) -> Result<Self, Self::Error> {
        if items.is_empty() {
            Err("an empty list")
        } else {
            Ok(Filled(items))
        }
    }
}

impl<T: Clone> std::ops::Deref for Filled<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Typed + Clone> Typed for Filled<T> {
    const SHAPE: &'static Shape = &Shape::List {
        item: T::SHAPE,
        filled: true,
    };
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
        /// What kind of zones: `ats`, or a kind of the controlled list `area_kinds`.
        kind: Term,
        /// How many.
        count: Option<u32>,
        /// The organization that leads each.
        lead: Box<[Ref<Organization>]>,
    }
}

record! {
    /// What a body rests on. schema:Legislation.
    pub struct LegalBasis {
        /// The act.
        act: Option<Ref<Document>>,
        /// That the act is not known.
        missing: Option<bool>,
        /// The article.
        article: Option<Text>,
        /// What the act does for the body.
        relation: Option<LegalRelation>,
        /// The words of the page, or anything else to know.
        note: Option<Text>,
    }
}

words! {
    /// What an act does for a body.
    pub enum LegalRelation {
        /// Brings it into being. org:resultedFrom.
        Establishes = "establishes",
        /// Rules how it works.
        Regulates = "regulates",
        /// Is the framework in which it works.
        Framework = "framework",
        /// Is, or founds, the plan that it carries out.
        Plan = "plan",
    }
}

record! {
    /// A plan or agreement with which a body works.
    pub struct Instrument {
        /// The name.
        name: Text,
        /// What it covers: `zone`.
        scope: Option<Text>,
        /// The act by which it is adopted.
        adopted_by: Option<Text>,
    }
}

record! {
    /// Somebody with whom a body deals: exactly one of organization, body and name.
    pub struct Related {
        /// An organization.
        organization: Option<Ref<Organization>>,
        /// Another body.
        body: Option<Ref<Body>>,
        /// Somebody who has no page here.
        name: Option<Text>,
        /// How they deal with each other: `coordinates_with`, `negotiates_with`.
        relation: Option<Term>,
    }
}

record! {
    /// Something that a body does or aims at. org:purpose.
    pub struct Activity {
        /// The name, unique in its body.
        id: Id,
        /// What it is, whole.
        text: Text,
        /// Whether it is done or aimed at. Default: `activity`.
        kind: Option<ActivityKind>,
        /// Subjects of the controlled list.
        topics: Box<[Ref<Topic>]>,
    }
}

words! {
    /// Whether something is done or aimed at.
    pub enum ActivityKind {
        /// Done.
        Activity = "activity",
        /// Aimed at.
        Aim = "aim",
    }
}

impl Referable for Body {
    const KIND: EntityKind = EntityKind::Body;
}
