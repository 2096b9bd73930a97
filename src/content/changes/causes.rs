//! What follows from another change, shown as its consequence.

use super::change::Change;
use super::items;
use super::kind::Kind;
use super::side::{Side, Subject, Thing};
use crate::notation::value::Value;

/// Adds the changes that follow from those of members, and what members left for.
pub(super) fn add(changes: &mut Vec<Change>, after: &Side) {
    let derived: Vec<Change> = (after.things.values())
        .flat_map(|body| counts(body, changes, after))
        .collect();
    changes.extend(derived);
    let ends = [
        Kind::OrganizationMerged,
        Kind::OrganizationSplit,
        Kind::OrganizationClosed,
    ];
    let ended: Vec<(Subject, usize)> = (changes.iter().enumerate())
        .filter(|(_, it)| ends.contains(&it.kind))
        .map(|(index, it)| (it.subject.clone(), index))
        .collect();
    for change in changes.iter_mut().filter(|it| it.kind == Kind::MemberLeft) {
        let who = Subject::referred(&change.who);
        let cause = ended
            .iter()
            .find(|(subject, _)| Some(subject) == who.as_ref());
        change.because = cause.map(|(_, index)| *index);
    }
}

/// The seats of a body, or of its tables, of which there is one for each member.
fn counts(body: &Thing, changes: &[Change], after: &Side) -> Vec<Change> {
    let of_members = |kind| {
        let found = changes.iter().enumerate();
        found.filter(move |(_, it)| it.kind == kind && it.subject == body.subject)
    };
    let (joined, left) = (of_members(Kind::MemberJoined), of_members(Kind::MemberLeft));
    let Some(because) = joined
        .clone()
        .chain(left.clone())
        .map(|(index, _)| index)
        .next()
    else {
        return Vec::new();
    };
    let now = body.facts.get("members").items().len();
    let was = (now + left.count()).saturating_sub(joined.count());
    let number = |count: usize| Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let below = format!("{}/", body.subject.id);
    let tables = (after.things.values())
        .filter(|it| it.subject.kind == "body" && it.subject.id.starts_with(&below));
    let mut derived = Vec::new();
    for thing in std::iter::once(body).chain(tables) {
        let seats = thing.facts.get("seats").items().iter();
        let seats = seats.filter(|seat| is_one_for_each_member(seat) && was != now);
        derived.extend(seats.map(|seat| Change {
            field: format!("seats[{}]", items::path_name(seat)),
            part: items::label(seat),
            before: number(was),
            after: number(now),
            because: Some(because),
            ..Change::of(Kind::SeatCount, thing)
        }));
    }
    derived
}

fn is_one_for_each_member(seat: &Value) -> bool {
    seat.get("pool").as_text() == Some("members") && seat.get("count").is_absent()
}
