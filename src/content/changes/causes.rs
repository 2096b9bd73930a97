//! What follows from another change, shown as its consequence.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::items;
use super::kind::Kind;
use super::side::{Side, Subject, Thing};
use crate::notation::value::Value;

/// Adds the changes that follow from those of members, and what members left for.
pub(super) fn add(changes: &mut Vec<Change>, [before, after]: [&Side; 2]) {
    let derived: Vec<Change> = (turnovers(changes, before).into_iter())
        .flat_map(|(body, turnover)| turnover.counts(body, [before, after]))
        .collect();
    changes.extend(derived);
    let ends = [
        Kind::OrganizationMerged,
        Kind::OrganizationSplit,
        Kind::OrganizationClosed,
    ];
    let ended: BTreeMap<Subject, usize> = (changes.iter().enumerate())
        .filter(|(_, it)| ends.contains(&it.kind))
        .map(|(index, it)| (it.subject.clone(), index))
        .collect();
    for change in changes.iter_mut().filter(|it| it.kind == Kind::MemberLeft) {
        let who = Subject::referred(&change.who);
        change.because = who.and_then(|who| ended.get(&who).copied());
    }
}

/// The members that a body got, and how many with a place it lost.
struct Turnover<'a> {
    /// The first of the changes.
    because: usize,
    joined: BTreeSet<&'a Value>,
    left: usize,
}

fn turnovers<'a>(changes: &'a [Change], before: &Side) -> BTreeMap<&'a Subject, Turnover<'a>> {
    let mut turnovers = BTreeMap::new();
    for (index, change) in changes.iter().enumerate() {
        if !matches!(change.kind, Kind::MemberJoined | Kind::MemberLeft) {
            continue;
        }
        let turnover = turnovers.entry(&change.subject).or_insert(Turnover {
            because: index,
            joined: BTreeSet::new(),
            left: 0,
        });
        match change.kind {
            Kind::MemberJoined => {
                turnover.joined.insert(&change.who);
            }
            _ => turnover.left += usize::from(has_place(&change.who, before)),
        }
    }
    turnovers
}

impl Turnover<'_> {
    /// The seats of the body, or of its tables, of which there is one for each member.
    fn counts(&self, body: &Subject, [before, after]: [&Side; 2]) -> Vec<Change> {
        let members = after.things.get(body).map(|it| it.facts.get("members"));
        let members = members.into_iter().flat_map(|it| it.items());
        let now = members.clone().filter(|it| has_place(it, after)).count();
        let stayed = members.filter(|it| !self.joined.contains(it));
        let was = self.left + stayed.filter(|it| has_place(it, before)).count();
        let number = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let parts = body_and_tables(body, after).filter(|_| was != now);
        let seats = parts.flat_map(|thing| {
            let seats = items::labels(thing.facts.get("seats").items()).into_iter();
            seats.map(move |(seat, label)| (thing, seat, label))
        });
        let seats = seats.filter(|(_, seat, _)| is_one_for_each_member(seat));
        let changes = seats.map(|(thing, seat, label)| Change {
            field: format!("seats[{}]", items::path_name(seat)),
            part: label,
            before: number(was),
            after: number(now),
            because: Some(self.because),
            ..Change::of(Kind::SeatCount, thing)
        });
        changes.collect()
    }
}

/// Whether there is a place for a member: not for one that ends, whenever that is.
fn has_place(member: &Value, side: &Side) -> bool {
    let thing = Subject::referred(member).and_then(|it| side.things.get(&it));
    let ends = |it: &Thing| {
        let changes = it.facts.get("changes").items().iter();
        let mut kinds = changes.filter_map(|it| it.get("kind").as_text());
        !it.facts.get("valid").get("until").is_absent()
            || kinds.any(|it| ["merger", "split", "closing"].contains(&it))
    };
    !thing.is_some_and(ends)
}

/// A body and the tables within it.
fn body_and_tables<'a>(body: &Subject, side: &'a Side) -> impl Iterator<Item = &'a Thing> {
    let below = format!("{}/", body.id);
    let first = Subject {
        kind: body.kind,
        id: below.clone(),
    };
    let tables = side.things.range(first..).map(|(_, thing)| thing);
    let tables = tables.take_while(move |it| it.subject.id.starts_with(&below));
    side.things.get(body).into_iter().chain(tables)
}

fn is_one_for_each_member(seat: &Value) -> bool {
    seat.get("pool").as_text() == Some("members") && seat.get("count").is_absent()
}
