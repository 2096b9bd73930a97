//! Meetings of bodies.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use jiff::tz;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Body, Common, Document, EntityKind, Ref};
use crate::base::date::{Date, When};
use crate::notation::scalar::{Text, WebAddress};
use crate::notation::schema::{Shape, Typed};
use crate::notation::value::Value;
use crate::{record, words};

record! {
    /// A meeting of a body. schema:Event.
    pub struct Meeting {
        ..common: Common,
        /// The kind of thing: `meeting`.
        r#type: Option<EntityKind>,
        /// The title.
        title: Text,
        /// The body that meets: `coordinamento`, or `coordinamento/tecnico` for a table.
        body: Ref<Body>,
        /// When it begins: a moment, or a day if the hour is not known.
        start: When,
        /// When it ends.
        end: Option<When>,
        /// Whether it has been held. Default: `scheduled`.
        status: Option<MeetingStatus>,
        /// Where it takes place.
        place: Option<Text>,
        /// The web address where one can take part.
        url: Option<WebAddress>,
        /// The items on its agenda.
        agenda: Box<[Text]>,
        /// The minutes, or why there are none.
        minutes: Option<Minutes>,
        /// The papers.
        documents: Box<[Ref<Document>]>,
    }
}

impl Meeting {
    /// The day on which it ends, in a time zone: that of its start if nothing was typed.
    pub fn last_day(&self, zone: &tz::TimeZone) -> Date {
        self.end.as_ref().unwrap_or(&self.start).date(zone)
    }
}

words! {
    /// Whether a meeting has been held.
    pub enum MeetingStatus {
        /// It is still to be held.
        Scheduled = "scheduled",
        /// It was held.
        Held = "held",
        /// It was cancelled.
        Cancelled = "cancelled",
    }
}

/// The minutes of a meeting, or why they are not published.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Minutes {
    /// The document.
    Document(Ref<Document>),
    /// There are none.
    None(NoMinutes),
}

record! {
    /// Why there are no minutes.
    pub struct NoMinutes {
        /// The reason.
        none: Text,
    }
}

impl<'de> Deserialize<'de> for Minutes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MinutesVisitor)
    }
}

struct MinutesVisitor;

impl<'de> Visitor<'de> for MinutesVisitor {
    type Value = Minutes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id, or a reason")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Minutes, E> {
        let id = Deserialize::deserialize(id.into_deserializer());
        id.map(Minutes::Document)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Minutes, M::Error> {
        let reason = Deserialize::deserialize(MapAccessDeserializer::new(map));
        reason.map(Minutes::None)
    }
}

impl Typed for Minutes {
    const SHAPE: &'static Shape =
        &Shape::Either(&[<Ref<Document> as Typed>::SHAPE, NoMinutes::SHAPE]);

    fn to_value(&self) -> Value {
        match self {
            Minutes::Document(document) => document.to_value(),
            Minutes::None(reason) => reason.to_value(),
        }
    }
}
