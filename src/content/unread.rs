//! What could not be read, and what is found only because of it.
//!
//! A value that is written wrongly is reported, and then taken for not said. Rules go on with the rest, but nobody is told
//! that something is missing which was only misspelt: such findings are put aside until the value can be read.

use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};

use super::findings::Finder;
use crate::base::code::Code;
use crate::base::diagnostic::{Arg, At, Diagnostic, NodePath};
use crate::base::source::{SETTINGS_FILE, SourcePath};

/// A value that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UnreadValue {
    /// Where it is.
    pub path: NodePath,
    /// The id of the page or entry that it is in.
    pub id: String,
    /// The title of the page or entry.
    pub title: String,
}

/// The values that could not be read, by file.
#[derive(Debug, Default, BorshSerialize, BorshDeserialize)]
pub struct Unread(BTreeMap<SourcePath, Box<[UnreadValue]>>);

/// Where in a file a value must be that a finding depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// At the place of the finding, or below.
    Place,
    /// In the same seat.
    Seat,
    /// In the same page, or entry of a registry.
    Entity,
}

/// What findings with a code depend on: they may go away when one of these keys is read. A key has as many of those above
/// it as tell it from others.
type Dependence = (Code, Scope, &'static [&'static str]);

const DEPENDENCES: &[Dependence] = &[
    (Code::BadEmail, Scope::Place, &["kind"]),
    (Code::BadPhone, Scope::Place, &["kind"]),
    (Code::BadUrl, Scope::Place, &["kind"]),
    (Code::ContactWithoutChannel, Scope::Place, &["channels"]),
    (Code::CountMismatch, Scope::Seat, &["each", "count"]),
    (Code::CountMismatch, Scope::Entity, ZONES),
    (Code::DanglingReference, Scope::Entity, IDS),
    (Code::DissolvedOrganization, Scope::Entity, VALID),
    (Code::EachOfNothing, Scope::Entity, ZONES),
    (Code::ExpiredMandate, Scope::Seat, HOLDERS),
    (
        Code::ExpiredMandate,
        Scope::Seat,
        &["term_months", "holders/end_reason"],
    ),
    (Code::ExpiredMandate, Scope::Entity, TERMS),
    (Code::ExpiredMandate, Scope::Entity, VALID),
    (
        Code::ExpiredMandate,
        Scope::Entity,
        &["changes", "changes/kind", "changes/date"],
    ),
    (
        Code::HolderOutsidePool,
        Scope::Seat,
        &["from", "each", "holders/until", "holders/term"],
    ),
    (Code::HolderOutsidePool, Scope::Entity, TERMS),
    (Code::HolderOutsidePool, Scope::Entity, &["members"]),
    (Code::MeetingOutsideValidity, Scope::Entity, &["start"]),
    (
        Code::MemberWithoutSeat,
        Scope::Entity,
        &[
            "seats",
            "tables",
            "seats/from",
            "seats/each",
            "holders",
            "holders/on_behalf_of",
        ],
    ),
    (
        Code::MissingKey,
        Scope::Entity,
        &["seats", "tables", "type"],
    ),
    (
        Code::MissingLegalLink,
        Scope::Entity,
        &["footer", "links", "links/role", "links/title", "links/to"],
    ),
    (
        Code::MissingMinutes,
        Scope::Entity,
        &["minutes", "start", "status"],
    ),
    (Code::MissingOffice, Scope::Seat, &["office", "basis"]),
    (Code::MissingSummary, Scope::Entity, &["summary"]),
    (
        Code::NoChair,
        Scope::Entity,
        &["seats", "tables", "role", "holders", "holders/role"],
    ),
    (
        Code::NoEstablishingAct,
        Scope::Entity,
        &[
            "legal_basis",
            "legal_basis/act",
            "legal_basis/missing",
            "legal_basis/relation",
        ],
    ),
    (
        Code::NoPublicationBasis,
        Scope::Entity,
        &["publication_basis"],
    ),
    (Code::NotReviewed, Scope::Entity, &["reviewed", "updated"]),
    (
        Code::OneOf,
        Scope::Place,
        &[
            "act",
            "body",
            "count",
            "each",
            "missing",
            "name",
            "on_behalf_of",
            "organization",
            "person",
            "seat",
            "vacant",
        ],
    ),
    (Code::OverfullSeat, Scope::Seat, HOLDERS),
    (Code::OverfullSeat, Scope::Entity, TERMS),
    (Code::OverfullSeat, Scope::Entity, ZONES),
    (
        Code::SeveralChairs,
        Scope::Entity,
        &[
            "holders/from",
            "holders/until",
            "holders/term",
            "holders/vacant",
            "holders/substitutes",
        ],
    ),
    (Code::SeveralChairs, Scope::Entity, TERMS),
    (Code::StaleMeeting, Scope::Entity, &["start", "status"]),
    (Code::UnevenHolders, Scope::Seat, HOLDERS),
    (Code::UnevenHolders, Scope::Seat, &["holders/on_behalf_of"]),
    (Code::UnevenHolders, Scope::Entity, TERMS),
    (Code::UnfilledSeat, Scope::Seat, HOLDERS),
    (Code::UnfilledSeat, Scope::Entity, TERMS),
    (Code::UnfilledSeat, Scope::Entity, ZONES),
    (Code::UnfilledSeat, Scope::Entity, VALID),
    (
        Code::UnknownHolder,
        Scope::Seat,
        &["holders", "holders/name", "holders/person"],
    ),
    (Code::UntilBeforeFrom, Scope::Entity, &["start"]),
];

const HOLDERS: &[&str] = &[
    "count",
    "each",
    "held_by",
    "holders",
    "holders/from",
    "holders/substitutes",
    "holders/term",
    "holders/until",
    "holders/vacant",
];
const IDS: &[&str] = &[
    "seats",
    "tables",
    "terms",
    "seats/id",
    "tables/id",
    "terms/id",
];
const TERMS: &[&str] = &["terms", "terms/id", "terms/from", "terms/until"];
const VALID: &[&str] = &["valid", "valid/from", "valid/until"];
const ZONES: &[&str] = &["members", "territory", "territory/zones", "zones/count"];

/// What findings in other files, or other entries, depend on, if they name the page or entry that the value is in.
const ELSEWHERE: &[(Code, &[&str])] = &[
    (Code::DanglingReference, IDS),
    (Code::HolderOutsidePool, &["parent"]),
    (Code::OutsideTerritory, &["parent", "lead", "area"]),
    (Code::UnknownArticle, &["articles"]),
];

/// What findings anywhere depend on in the settings.
const SETTINGS: &[(Code, &str)] = &[
    (Code::BrokenLink, "paths"),
    (Code::LanguageInName, "language"),
    (Code::LanguageInName, "languages"),
    (Code::UnknownComponent, "theme"),
    (Code::UnknownValue, "vocabularies"),
];

impl Unread {
    /// Whether everything could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Replaces the values in a file. Returns whether they are others than before.
    pub fn replace(&mut self, file: &SourcePath, values: Vec<UnreadValue>) -> bool {
        if self.0.get(file).map_or(&[] as &[_], |it| it) == values {
            return false;
        }
        match values.is_empty() {
            true => drop(self.0.remove(file)),
            false => drop(self.0.insert(file.clone(), values.into())),
        }
        true
    }

    /// Whether something is found only because a value could not be read.
    pub fn explains(&self, finder: &Finder, found: &Diagnostic) -> bool {
        if matches!(finder, Finder::Settings | Finder::Load) {
            return false;
        }
        let settings = SourcePath::new(SETTINGS_FILE);
        if let Some(values) = self.0.get(&settings)
            && values.iter().any(|it| hides_of_settings(&it.path, found))
        {
            return true;
        }
        if matches!(finder, Finder::Parse(_)) {
            return false;
        }
        let here = self.0.get(&found.place.file);
        let at = match &found.place.at {
            At::Key(path) | At::Value(path) => Some(path),
            At::Whole | At::Span(_) => None,
        };
        here.into_iter()
            .flatten()
            .any(|it| hides(&it.path, at, found))
            || self.is_explained_elsewhere(found)
    }

    fn is_explained_elsewhere(&self, found: &Diagnostic) -> bool {
        let mut keys = ELSEWHERE.iter().filter(|(code, _)| *code == found.code);
        keys.next().is_some_and(|(_, keys)| {
            let mut values = self.0.values().flatten();
            values.any(|it| names(found, it) && is_one_of(&it.path, keys))
        })
    }
}

/// Whether a finding names the page or entry that a value is in, or a part of it.
fn names(found: &Diagnostic, unread: &UnreadValue) -> bool {
    found.args.iter().any(|(_, arg)| match arg {
        Arg::Text(text) => match text.split_once('/') {
            Some((id, _)) => id == unread.id,
            None => *text == unread.title,
        },
        _ => false,
    })
}

/// Whether a reference is to a part of a body, which has an id within its body only.
fn is_to_part(found: &Diagnostic) -> bool {
    let parts = ["type-seat", "type-table", "type-term"];
    found
        .args
        .iter()
        .any(|(_, arg)| matches!(arg, Arg::Label(label) if parts.contains(&label.as_str())))
}

fn hides_of_settings(path: &NodePath, found: &Diagnostic) -> bool {
    let is_to_file = found
        .args
        .iter()
        .any(|(_, arg)| matches!(arg, Arg::Text(text) if text.contains(".md")));
    if found.code == Code::BrokenLink && is_to_file {
        return false;
    }
    let mut depending = SETTINGS.iter().filter(|(code, _)| *code == found.code);
    depending.any(|(_, key)| {
        let key = NodePath::default().key(key);
        key.holds(path) || path.holds(&key)
    })
}

fn hides(unread: &NodePath, at: Option<&NodePath>, found: &Diagnostic) -> bool {
    if at.is_some_and(|at| unread.holds(at)) {
        return true;
    }
    if found.code == Code::DanglingReference && !is_to_part(found) {
        return false;
    }
    let mut depending = DEPENDENCES.iter().filter(|(code, ..)| *code == found.code);
    depending.any(|(_, scope, keys)| {
        let within = at
            .map(|at| scope.of(&found.place.file, at))
            .unwrap_or_default();
        within.holds(unread) && is_one_of(unread, keys)
    })
}

/// Whether a path ends in one of these keys, indices not counted.
fn is_one_of(path: &NodePath, keys: &[&str]) -> bool {
    let steps: Vec<String> = path
        .steps()
        .filter(|step| step.parse::<usize>().is_err())
        .map(Into::into)
        .collect();
    let mut keys = keys.iter();
    keys.any(|key| {
        let key: Vec<&str> = key.split('/').collect();
        steps.len() >= key.len()
            && steps
                .iter()
                .rev()
                .zip(key.iter().rev())
                .all(|(a, b)| a == b)
    })
}

impl Scope {
    /// The part of a file around a place.
    fn of(self, file: &SourcePath, at: &NodePath) -> NodePath {
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
