//! The kinds of changes.

/// How much a change matters to those who follow a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Something happened.
    Event,
    /// What is known or written about it was corrected.
    Correction,
    /// Only the presentation has changed.
    Editorial,
}

impl Class {
    /// Every class.
    pub const ALL: [Class; 3] = [Class::Event, Class::Correction, Class::Editorial];

    /// The name in formats for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Event => "event",
            Class::Correction => "correction",
            Class::Editorial => "editorial",
        }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $Kind:ident = $code:literal, $Class:ident;)*) => {
        /// A kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[doc = $doc])* $Kind,)* }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$Kind,)*];

            /// Its name in formats for programs.
            pub fn code(self) -> &'static str {
                match self { $(Kind::$Kind => $code,)* }
            }

            /// Its class.
            pub fn class(self) -> Class {
                match self { $(Kind::$Kind => Class::$Class,)* }
            }
        }
    };
}

kinds! {
    /// A body is new.
    BodyAdded = "body.added", Event;
    /// A body got a last day.
    BodyEnded = "body.ended", Event;
    /// A body ends on another day, or no longer has a last day.
    BodyUntil = "body.until", Event;
    /// A body is no longer listed, and nothing says that it ended.
    BodyWithdrawn = "body.withdrawn", Correction;
    /// A body has another name.
    BodyRenamed = "body.renamed", Event;
    /// A body is of another kind.
    BodyKind = "body.kind", Correction;
    /// Another organization runs a body.
    BodyAuthority = "body.authority", Event;
    /// A body is a part of another one.
    BodyParent = "body.parent", Event;
    /// A body was merged into another.
    BodyMerged = "body.merged", Event;
    /// A body was divided.
    BodySplit = "body.split", Event;
    /// A body was closed.
    BodyClosed = "body.closed", Event;
    /// A body was established.
    BodyEstablished = "body.established", Event;
    /// The seats of a body were filled for another term.
    BodyRenewed = "body.renewed", Event;
    /// A body lapsed.
    BodyLapsed = "body.lapsed", Event;
    /// A body was constituted anew.
    BodyReconstituted = "body.reconstituted", Event;
    /// A body was suspended.
    BodySuspended = "body.suspended", Event;
    /// A body that was suspended went on.
    BodyResumed = "body.resumed", Event;
    /// A body has another term.
    TermAdded = "term.added", Event;
    /// A term of a body is no longer listed.
    TermRemoved = "term.removed", Correction;
    /// Something about a term of a body has changed.
    TermChanged = "term.changed", Correction;
    /// An organization takes part in a body.
    MemberJoined = "member.joined", Event;
    /// An organization no longer takes part in a body.
    MemberLeft = "member.left", Event;
    /// A body works elsewhere.
    TerritoryChanged = "territory.changed", Event;
    /// Another organization leads a zone.
    ZoneLead = "zone.lead", Event;
    /// A body has a new seat.
    SeatAdded = "seat.added", Event;
    /// A body no longer has a seat.
    SeatRemoved = "seat.removed", Event;
    /// A seat has another number of places.
    SeatCount = "seat.count", Event;
    /// The number of places is known now.
    SeatCountKnown = "seat.count_known", Correction;
    /// The holder of a seat has another role.
    SeatRole = "seat.role", Event;
    /// One comes to hold a seat in another way.
    SeatBasis = "seat.basis", Event;
    /// The holders of a seat come from elsewhere.
    SeatPool = "seat.pool", Event;
    /// A seat votes, or no longer does.
    SeatVoting = "seat.voting", Event;
    /// The mandate of a seat lasts longer or shorter.
    SeatTerm = "seat.term", Event;
    /// A seat is vacant.
    SeatVacated = "seat.vacated", Event;
    /// A seat is no longer vacant.
    SeatFilled = "seat.filled", Event;
    /// A holder is in office.
    HolderStarted = "holder.started", Event;
    /// A holder leaves office.
    HolderEnded = "holder.ended", Event;
    /// A holder takes the place of another.
    HolderSucceeded = "holder.succeeded", Event;
    /// A holder has another mandate.
    HolderReappointed = "holder.reappointed", Event;
    /// A mandate ends on another day.
    HolderUntil = "holder.until", Event;
    /// A holder acts until the seat is filled, or no longer does.
    HolderActing = "holder.acting", Event;
    /// A holder stands in for another, or no longer does.
    HolderSubstitute = "holder.substitute", Event;
    /// A holder sits for another organization.
    HolderBehalf = "holder.behalf", Correction;
    /// A holder who was named has a page or entry now.
    HolderIdentified = "holder.identified", Correction;
    /// A holder who had a page or entry is only named now.
    HolderNamed = "holder.named", Correction;
    /// One who held a seat in the past is listed, too.
    HolderPast = "holder.past", Correction;
    /// Something else about a holder was corrected.
    HolderCorrected = "holder.corrected", Correction;
    /// A holder is no longer listed.
    HolderWithdrawn = "holder.withdrawn", Correction;
    /// A vacancy, or a mandate of one who has another, is no longer listed.
    HolderPeriodWithdrawn = "holder.period_withdrawn", Correction;
    /// A mandate is listed on another seat.
    HolderSeat = "holder.seat", Correction;
    /// An organization is new.
    OrganizationAdded = "organization.added", Correction;
    /// An organization is no longer listed.
    OrganizationWithdrawn = "organization.withdrawn", Correction;
    /// An organization has another name.
    OrganizationRenamed = "organization.renamed", Event;
    /// An organization was merged into another.
    OrganizationMerged = "organization.merged", Event;
    /// An organization was divided.
    OrganizationSplit = "organization.split", Event;
    /// An organization was closed.
    OrganizationClosed = "organization.closed", Event;
    /// An organization ends on another day, or no longer has a last day.
    OrganizationUntil = "organization.until", Event;
    /// An official code of an organization has changed.
    OrganizationCodes = "organization.codes", Correction;
    /// A body rests on another act, too.
    LegalAdded = "legal.added", Event;
    /// A body no longer rests on an act.
    LegalRemoved = "legal.removed", Event;
    /// An act that was missing is given now.
    LegalFound = "legal.found", Correction;
    /// Something about the act on which a body rests has changed.
    LegalChanged = "legal.changed", Correction;
    /// A document is new.
    DocumentAdded = "document.added", Event;
    /// A document is no longer listed.
    DocumentWithdrawn = "document.withdrawn", Correction;
    /// Something about a document has changed.
    DocumentChanged = "document.changed", Event;
    /// A body does something new.
    ActivityAdded = "activity.added", Correction;
    /// A body no longer does something.
    ActivityRemoved = "activity.removed", Correction;
    /// What a body does is said in other words.
    ActivityReworded = "activity.reworded", Correction;
    /// There is another office or person to contact, or another way.
    ContactAdded = "contact.added", Correction;
    /// An office or person, or a way to contact it, is no longer listed.
    ContactRemoved = "contact.removed", Correction;
    /// A way to contact an office or person has changed.
    ContactChanged = "contact.changed", Correction;
    /// A meeting was called.
    MeetingScheduled = "meeting.scheduled", Event;
    /// A meeting is no longer listed.
    MeetingWithdrawn = "meeting.withdrawn", Correction;
    /// A meeting begins at another time.
    MeetingMoved = "meeting.moved", Event;
    /// The hour of a meeting is known now, or no longer.
    MeetingHour = "meeting.hour", Event;
    /// A meeting is elsewhere.
    MeetingPlace = "meeting.place", Event;
    /// A meeting was cancelled.
    MeetingCancelled = "meeting.cancelled", Event;
    /// A meeting that was cancelled takes place after all.
    MeetingReinstated = "meeting.reinstated", Event;
    /// A meeting is one of another body.
    MeetingBody = "meeting.body", Event;
    /// A meeting ends at another time.
    MeetingEnd = "meeting.end", Event;
    /// A meeting was held.
    MeetingHeld = "meeting.held", Event;
    /// It is no longer said that a meeting was held.
    MeetingNotHeld = "meeting.not_held", Correction;
    /// The agenda of a meeting has changed.
    MeetingAgenda = "meeting.agenda", Event;
    /// The minutes of a meeting were published, or are others.
    MeetingMinutes = "meeting.minutes", Event;
    /// The minutes of a meeting are published no longer.
    MeetingMinutesWithdrawn = "meeting.minutes_withdrawn", Correction;
    /// A meeting has another document.
    MeetingDocumentAdded = "meeting.document_added", Event;
    /// A meeting no longer has a document.
    MeetingDocumentRemoved = "meeting.document_removed", Event;
    /// A person is new.
    PersonAdded = "person.added", Correction;
    /// A person is no longer listed.
    PersonWithdrawn = "person.withdrawn", Correction;
    /// Something about a person has changed.
    PersonChanged = "person.changed", Correction;
    /// Something else is new: an area, a topic, a page, a section.
    ThingAdded = "thing.added", Editorial;
    /// Something else is no longer there.
    ThingWithdrawn = "thing.withdrawn", Editorial;
    /// Something else has another title.
    ThingRenamed = "thing.renamed", Editorial;
    /// A thing has another id.
    IdentityRenamed = "identity.renamed", Editorial;
    /// A table has a page of its own, or is on the page of its body again.
    IdentityMoved = "identity.moved", Editorial;
    /// An old address leads to a page, or no longer does.
    IdentityAlias = "identity.alias", Editorial;
    /// A file to which a thing leads has other bytes.
    FileReplaced = "file.replaced", Event;
    /// The text of a page leads elsewhere.
    TextLink = "text.link", Editorial;
    /// The text of a page has changed.
    TextChanged = "text.changed", Editorial;
    /// The words of a translation have changed.
    TranslationChanged = "translation.changed", Editorial;
    /// A page has another topic.
    TopicAdded = "topic.added", Editorial;
    /// A page no longer has a topic.
    TopicRemoved = "topic.removed", Editorial;
    /// A body works with another plan or agreement.
    InstrumentAdded = "instrument.added", Editorial;
    /// A body no longer works with a plan or agreement.
    InstrumentRemoved = "instrument.removed", Editorial;
    /// A body deals with another organization or body.
    RelatedAdded = "related.added", Editorial;
    /// A body no longer deals with an organization or body.
    RelatedRemoved = "related.removed", Editorial;
    /// A setting of the site has changed.
    SettingsChanged = "settings.changed", Editorial;
    /// A date that was known in part is known better.
    FactPrecise = "fact.precise", Correction;
    /// A field that has no kind of its own was added.
    FactAdded = "fact.added", Correction;
    /// A field that has no kind of its own was removed.
    FactRemoved = "fact.removed", Correction;
    /// A field that has no kind of its own has changed.
    FactChanged = "fact.changed", Correction;
}
