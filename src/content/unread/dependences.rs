//! Which findings depend on which values: they may go away when the value can be read.

use crate::base::code::Code;
use crate::base::diagnostic::NodePath;
use crate::base::source::SourcePath;

/// Where in a file a value must be that a finding depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// At the place of the finding, or below.
    Place,
    /// In the same seat.
    Seat,
    /// In the same page, or entry of a registry.
    Entity,
}

impl Scope {
    /// The part of a file around a place.
    pub(super) fn of(self, file: &SourcePath, at: &NodePath) -> NodePath {
        let steps: Vec<_> = at.steps().collect();
        let in_entry = if file.as_str().ends_with(".yaml") {
            2
        } else {
            0
        };
        match self {
            // What a channel says depends on what stands beside it.
            Scope::Place if steps.last().is_some_and(|it| it == "value") => {
                at.first(steps.len().saturating_sub(1))
            }
            Scope::Place => at.clone(),
            Scope::Seat => match steps.iter().rposition(|it| it == "seats") {
                Some(seats) => at.first(seats + 2),
                None => at.clone(),
            },
            Scope::Entity => at.first(in_entry),
        }
    }
}

/// What findings with a code depend on: they may go away when one of these keys is read, which have spaces between
/// them. A key has as many of those above it as tell it from others.
pub(super) type Dependence = (Code, Scope, &'static str);

/// What findings depend on in the same file.
pub(super) const DEPENDENCES: &[Dependence] = &[
    (Code::BadEmail, Scope::Place, "kind"),
    (Code::BadPhone, Scope::Place, "kind"),
    (Code::BadUrl, Scope::Place, "kind"),
    (Code::ContactWithoutChannel, Scope::Place, "channels"),
    (Code::CountMismatch, Scope::Seat, "each count"),
    (Code::CountMismatch, Scope::Entity, ZONES),
    (Code::DanglingReference, Scope::Entity, IDS),
    (Code::DissolvedOrganization, Scope::Entity, VALID),
    (Code::EachOfNothing, Scope::Entity, ZONES),
    (Code::ExpiredMandate, Scope::Seat, HOLDERS),
    (
        Code::ExpiredMandate,
        Scope::Seat,
        "term_months holders/end_reason",
    ),
    (Code::ContradictoryChanges, Scope::Entity, CHANGES),
    (Code::ExpiredMandate, Scope::Entity, TERMS),
    (Code::ExpiredMandate, Scope::Entity, VALID),
    (Code::ExpiredMandate, Scope::Entity, CHANGES),
    (
        Code::HolderOutsidePool,
        Scope::Seat,
        "from each holders/until holders/term",
    ),
    (Code::HolderOutsidePool, Scope::Entity, TERMS),
    (Code::HolderOutsidePool, Scope::Entity, "members"),
    (Code::HolderOutsideValidity, Scope::Entity, CHANGES),
    (Code::IndirectSeat, Scope::Entity, "holders role"),
    (Code::MeetingOutsideValidity, Scope::Entity, "start"),
    (
        Code::MemberWithoutSeat,
        Scope::Entity,
        "seats tables seats/from seats/each holders holders/on_behalf_of",
    ),
    (Code::MissingKey, Scope::Entity, "seats tables type"),
    (
        Code::MissingLegalLink,
        Scope::Entity,
        "footer links links/role links/title links/to",
    ),
    (Code::MissingMinutes, Scope::Entity, "minutes start status"),
    (Code::MissingOffice, Scope::Seat, "office held_by basis"),
    (Code::MissingSummary, Scope::Entity, "summary"),
    (
        Code::NoChair,
        Scope::Entity,
        "seats tables role holders holders/role",
    ),
    (
        Code::NoEstablishingAct,
        Scope::Entity,
        "legal_basis legal_basis/act legal_basis/missing legal_basis/relation",
    ),
    (Code::NoPublicationBasis, Scope::Entity, "publication_basis"),
    (Code::NotReviewed, Scope::Entity, "reviewed"),
    (
        Code::OneOf,
        Scope::Place,
        "act body count each missing name on_behalf_of organization person seat vacant",
    ),
    (Code::OverfullSeat, Scope::Seat, HOLDERS),
    (Code::OverfullSeat, Scope::Entity, TERMS),
    (Code::OverfullSeat, Scope::Entity, ZONES),
    (
        Code::SeveralChairs,
        Scope::Entity,
        "holders/from holders/until holders/term holders/vacant holders/substitutes",
    ),
    (Code::SeveralChairs, Scope::Entity, TERMS),
    (Code::StaleMeeting, Scope::Entity, "start status"),
    (Code::UnevenHolders, Scope::Seat, HOLDERS),
    (Code::UnevenHolders, Scope::Seat, "holders/on_behalf_of"),
    (Code::UnevenHolders, Scope::Entity, TERMS),
    (Code::UnfilledSeat, Scope::Seat, HOLDERS),
    (Code::UnfilledSeat, Scope::Entity, TERMS),
    (Code::UnfilledSeat, Scope::Entity, ZONES),
    (Code::UnfilledSeat, Scope::Entity, VALID),
    (
        Code::UnknownHolder,
        Scope::Seat,
        "holders holders/name holders/person",
    ),
    (Code::UntilBeforeFrom, Scope::Entity, "start"),
];

const CHANGES: &str = "changes changes/kind changes/date";
const HOLDERS: &str = "count each held_by holders holders/from holders/substitutes holders/term holders/until holders/vacant";
const IDS: &str = "seats tables terms seats/id tables/id terms/id";
const TERMS: &str = "terms terms/id terms/from terms/until";
const WORDED: &str = "activities activities/id agenda appointed_by appointed_by/name changes changes/note contacts contacts/note contacts/office holders holders/name holders/on_behalf_of holders/person instruments instruments/adopted_by instruments/name minutes minutes/none place proposed_by proposed_by/name publication_basis related related/name seats seats/id tables tables/id terms terms/id";
const VALID: &str = "valid valid/from valid/until";
const ZONES: &str = "members territory territory/zones zones/count";

/// What findings in other files, or other entries, depend on, if they name the page or entry that the value is in.
pub(super) const ELSEWHERE: &[(Code, &str)] = &[
    (Code::DanglingReference, IDS),
    (Code::HolderOutsidePool, "parent"),
    (Code::IndirectSeat, "holders role"),
    (Code::OrphanWords, WORDED),
    (Code::OutsideTerritory, "parent lead area"),
    (Code::UnknownArticle, "articles"),
];

/// What findings anywhere depend on in the settings.
pub(super) const SETTINGS: &[(Code, &str)] = &[
    (Code::BrokenLink, "paths"),
    (Code::LanguageInName, "language"),
    (Code::LanguageInName, "languages"),
    (Code::UnknownComponent, "theme"),
    (Code::UnknownValue, "vocabularies"),
];
