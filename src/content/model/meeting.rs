//! Meetings of bodies.

use super::{Body, Common, Document, EntityKind, Ref};
use crate::base::date::When;
use crate::notation::scalar::{Text, WebAddress};
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
        /// The minutes.
        minutes: Option<Ref<Document>>,
        /// The papers.
        documents: Box<[Ref<Document>]>,
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
