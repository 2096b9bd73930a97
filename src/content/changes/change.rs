//! A change, and the order of changes.

use std::collections::{BTreeMap, BTreeSet};

use super::kind::Kind;
use super::side::{Subject, Thing};
use crate::base::source::SourcePath;
use crate::notation::value::Value;

/// A change. What its kind does not need is absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kind.
    pub kind: Kind,
    /// What has changed, by its name after the change.
    pub subject: Subject,
    /// The body that it is about, or else the thing itself.
    pub about: Subject,
    /// The body or table that meets, of a meeting. Else what has changed.
    pub concerns: Subject,
    /// The title of what has changed.
    pub title: String,
    /// The path of the field: `seats[presidenti].count`.
    pub field: String,
    /// What the part is called that it is about, such as a seat: as `items::labels` says.
    pub part: Value,
    /// Who joins, leaves, holds.
    pub who: Value,
    /// The organization for which a person joins or leaves.
    pub organization: Value,
    /// The other one: who was succeeded, what something was merged into.
    pub other: Value,
    /// The day on which it took effect.
    pub date: Value,
    /// The reason that is given.
    pub reason: Value,
    /// The value before.
    pub before: Value,
    /// The value after.
    pub after: Value,
    /// How many words or items were added, and how many removed.
    pub counts: Option<(usize, usize)>,
    /// Why a thing with another id is the same.
    pub evidence: Option<Evidence>,
    /// The change of which this one is a consequence: its index.
    pub because: Option<usize>,
    /// The files that describe the subject, before and after.
    pub files: BTreeSet<SourcePath>,
}

/// Why a thing with another id is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// An alias names the address before or after, or the id is the same in another place.
    Declared,
    /// It has the same official code.
    Identifier,
    /// All else is equal.
    Equal,
    /// The title and most else is equal.
    Similar,
}

impl Evidence {
    /// Every reason, and that there is none.
    pub const ALL: [Option<Evidence>; 5] = [
        None,
        Some(Evidence::Declared),
        Some(Evidence::Identifier),
        Some(Evidence::Equal),
        Some(Evidence::Similar),
    ];

    /// The name in formats for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Evidence::Declared => "declared",
            Evidence::Identifier => "identifier",
            Evidence::Equal => "equal",
            Evidence::Similar => "similar",
        }
    }
}

impl Change {
    /// A change of a thing.
    pub(super) fn of(kind: Kind, thing: &Thing) -> Change {
        Change {
            kind,
            subject: thing.subject.clone(),
            about: thing.about(),
            concerns: thing.concerns(),
            title: thing.title.clone(),
            field: String::new(),
            part: Value::Absent,
            who: Value::Absent,
            organization: Value::Absent,
            other: Value::Absent,
            date: Value::Absent,
            reason: Value::Absent,
            before: Value::Absent,
            after: Value::Absent,
            counts: None,
            evidence: None,
            because: None,
            files: BTreeSet::from([thing.file.clone()]),
        }
    }

    /// The change about the same body of which this one is a consequence.
    pub fn cause_of_same<'a>(&self, changes: &'a [Change]) -> Option<&'a Change> {
        let cause = changes.get(self.because?)?;
        (cause.about == self.about).then_some(cause)
    }

    fn sort_key<'a>(&'a self, titles: &'a BTreeMap<Subject, String>) -> impl Ord + 'a {
        let title = titles.get(&self.about).unwrap_or(&self.title);
        let is_settings = self.kind == Kind::SettingsChanged;
        let is_other = self.about.kind != "body";
        let group = (is_settings, is_other, self.group(), title, &self.about);
        let date = self.date.as_text().unwrap_or("9999");
        let place = (&self.subject, self.kind, &self.field);
        let rest = (
            &self.part,
            &self.who,
            &self.other,
            &self.before,
            &self.after,
        );
        (group, self.kind.class(), date, place, rest)
    }

    /// The kind of things that it is listed among. All that concerns a body is listed with the body.
    fn group(&self) -> &'static str {
        match self.about.kind {
            "body" => "",
            kind => kind,
        }
    }
}

/// Sorts changes: body by body, then the others by kind; events by date, then corrections, then the rest. What follows
/// from a change about the same body comes right after it.
pub(super) fn sort(changes: &mut Vec<Change>, titles: &BTreeMap<Subject, String>) {
    let key = |index: usize| {
        let change = changes.get(index)?;
        let cause = change.cause_of_same(changes);
        let first = cause.unwrap_or(change).sort_key(titles);
        Some((first, cause.is_some(), change.sort_key(titles)))
    };
    let mut order: Vec<usize> = (0..changes.len()).collect();
    order.sort_by_cached_key(|index| key(*index));
    let mut places = vec![0; changes.len()];
    for (place, index) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(*index) {
            *slot = place;
        }
    }
    let sorted = order
        .iter()
        .filter_map(|index| changes.get(*index).cloned());
    let sorted = sorted.map(|change| Change {
        because: change.because.and_then(|it| places.get(it).copied()),
        ..change
    });
    *changes = sorted.collect();
}
