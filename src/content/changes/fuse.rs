//! Differences that are one change together.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::change::Change;
use super::classify::change;
use super::difference::Difference;
use super::kind::Kind;
use super::moved_holders::moved_holders;
use super::side::Thing;
use crate::notation::value::Value;

/// Takes out the differences that belong together, and returns the changes that they are.
pub(super) fn fused(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let mut changes = histories(thing, found);
    changes.extend(counts_with_source(thing, found));
    drop_consequences(found);
    changes.extend(counts_for_each(thing, found));
    changes.extend(moved_holders(thing, found));
    changes
}

/// What became of a thing: each new entry of its history, with the fields that say the same.
fn histories(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let has_title = found.iter().any(|it| it.pattern() == "title");
    // A rename without a new title is told as a field.
    let is_seen = |entry: &Value| entry.get("kind").as_text() != Some("rename") || has_title;
    let is_entry = |it: &mut Difference| {
        it.pattern() == "changes[]" && it.before.is_absent() && is_seen(&it.after)
    };
    let entries: Vec<Difference> = found.extract_if(.., is_entry).collect();
    let changes = entries.into_iter().map(|entry| {
        let what = entry.after.get("kind").as_text().unwrap_or_default();
        let is_body = thing.subject.kind == "body";
        let (kind, same) = match (what, is_body) {
            ("rename", true) => (Kind::BodyRenamed, "title"),
            ("rename", false) => (Kind::OrganizationRenamed, "title"),
            ("merger", true) => (Kind::BodyMerged, "valid.until"),
            ("merger", false) => (Kind::OrganizationMerged, "valid.until"),
            ("split", true) => (Kind::BodySplit, "valid.until"),
            ("split", false) => (Kind::OrganizationSplit, "valid.until"),
            ("establishment", true) => (Kind::BodyEstablished, "valid.from"),
            ("renewal", true) => (Kind::BodyRenewed, ""),
            ("lapse", true) => (Kind::BodyLapsed, ""),
            ("reconstitution", true) => (Kind::BodyReconstituted, ""),
            ("suspension", true) => (Kind::BodySuspended, ""),
            ("resumption", true) => (Kind::BodyResumed, ""),
            (_, true) => (Kind::BodyClosed, "valid.until"),
            (_, false) => (Kind::OrganizationClosed, "valid.until"),
        };
        let same = found.iter().position(|it| it.pattern() == same);
        let same = same.map(|index| found.remove(index));
        let (before, after) = same.map_or_else(Default::default, |it| (it.before, it.after));
        Change {
            field: entry.field(),
            date: entry.after.get("date").clone(),
            other: entry.after.get("into").clone(),
            reason: entry.after.get("note").clone(),
            before,
            after,
            ..Change::of(kind, thing)
        }
    });
    changes.collect()
}

/// The seats whose number was not known and is now, or the other way round.
fn counts_with_source(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let unknown = Value::Word("unknown".to_owned());
    let pairs = take_counts_with(found, "count_source", |it| {
        [&it.before, &it.after].contains(&&unknown)
    });
    let changes = pairs.into_iter().map(|(count, source)| {
        let (kind, after) = match source.after == unknown {
            true => (Kind::SeatCount, unknown.clone()),
            false => (Kind::SeatCountKnown, count.after.clone()),
        };
        Change {
            kind,
            after,
            ..change(thing, count)
        }
    });
    changes.collect()
}

/// The seats of which there was one for each of something, and is a number now, or the other way round.
fn counts_for_each(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let is_each = |it: &Value| matches!(it, Value::Word(_));
    let mut changes = Vec::new();
    let pairs = take_counts_with(found, "pool", |it| {
        is_each(&it.before) != is_each(&it.after)
    });
    for (mut count, pool) in pairs {
        let side = match is_each(&pool.before) {
            true => (&mut count.before, pool.before.clone()),
            false => (&mut count.after, pool.after.clone()),
        };
        *side.0 = side.1;
        changes.push(change(thing, count));
        if !pool.before.is_absent() && !pool.after.is_absent() {
            changes.push(change(thing, pool));
        }
    }
    changes
}

/// Takes out the counts of seats of which another field differs and belongs to the count, each with that.
fn take_counts_with(
    found: &mut Vec<Difference>,
    key: &str,
    belongs: impl Fn(&Difference) -> bool,
) -> Vec<(Difference, Difference)> {
    let others = found.iter().enumerate().filter(|(_, it)| belongs(it));
    let mut others: BTreeMap<String, usize> = others.map(|(at, it)| (it.field(), at)).collect();
    let counts = found.iter().enumerate();
    let counts = counts.filter(|(_, it)| it.pattern() == "seats[].count");
    let pairs = counts.filter_map(|(at, it)| Some((at, others.remove(&it.sibling(key))?)));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    let mut slots: Vec<_> = mem::take(found).into_iter().map(Some).collect();
    let mut take = |at: usize| slots.get_mut(at).and_then(Option::take);
    let taken = pairs.into_iter();
    let taken = taken.filter_map(|(count, other)| Some((take(count)?, take(other)?)));
    let taken = taken.collect();
    found.extend(slots.into_iter().flatten());
    taken
}

/// Drops what follows from another difference.
fn drop_consequences(found: &mut Vec<Difference>) {
    let fields: BTreeSet<String> = found.iter().map(Difference::field).collect();
    found.retain(|it| !cause_of(it).is_some_and(|cause| fields.contains(&it.sibling(cause))));
}

/// The field of the same record from which a difference would follow.
fn cause_of(difference: &Difference) -> Option<&'static str> {
    let one = [Value::Number(1), Value::Absent];
    let is_implied = one.contains(&difference.before) && one.contains(&difference.after);
    match difference.pattern().as_str() {
        // An act is no longer missing, because it is given.
        "legal_basis[].missing" => Some("act"),
        // The place that goes without saying has become one for each of something, or the other way round.
        "seats[].count" if is_implied => Some("pool"),
        // A meeting that moves ends at another time, too.
        "end" => Some("start"),
        _ => None,
    }
}
