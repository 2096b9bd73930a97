//! Meetings of bodies.

use super::body::Body;
use super::document::Document;
use super::entity::{EntityKind, Ref, Referable};
use super::page::Common;
use crate::base::date::Moment;
use crate::notation::scalar::{Text, WebAddress};
use crate::{record, words};

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
        agenda: Box<[Text]>,
        /// The minutes.
        minutes: Option<Ref<Document>>,
        /// The papers.
        documents: Box<[Ref<Document>]>,
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

impl Referable for Meeting {
    const KIND: EntityKind = EntityKind::Meeting;
}
