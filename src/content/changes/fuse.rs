//! Differences that are one change together.

use super::change::Change;
use super::classify::change;
use super::difference::Difference;
use super::kind::Kind;
use super::side::Thing;
use crate::notation::value::Value;

/// Takes out the differences that belong together, and returns the changes that they are.
pub(super) fn fused(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let mut changes = histories(thing, found);
    changes.extend(counts_with_source(thing, found));
    drop_consequences(found);
    changes.extend(counts_for_each(thing, found));
    changes
}

/// What became of a thing: each new entry of its history, with the fields that say the same.
fn histories(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let has_title = found.iter().any(|it| it.pattern() == "title");
    // A new name that nobody sees is a fact as any other.
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
    let mut changes = Vec::new();
    while let Some((count, source)) = take_with_count(found, "seats[].count_source", |it| {
        [&it.before, &it.after].contains(&&unknown)
    }) {
        let (kind, after) = match source.after == unknown {
            true => (Kind::SeatCount, unknown.clone()),
            false => (Kind::SeatCountKnown, count.after.clone()),
        };
        changes.push(Change {
            kind,
            after,
            ..change(thing, count)
        });
    }
    changes
}

/// The seats of which there was one for each of something, and is a number now, or the other way round.
fn counts_for_each(thing: &Thing, found: &mut Vec<Difference>) -> Vec<Change> {
    let is_each = |it: &Value| matches!(it, Value::Word(_));
    let mut changes = Vec::new();
    while let Some((mut count, pool)) = take_with_count(found, "seats[].pool", |it| {
        is_each(&it.before) != is_each(&it.after)
    }) {
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

/// Takes out the difference of a count, and one of the same seat that belongs to it.
fn take_with_count(
    found: &mut Vec<Difference>,
    pattern: &str,
    belongs: impl Fn(&Difference) -> bool,
) -> Option<(Difference, Difference)> {
    let is_count = |it: &&Difference| it.pattern() == "seats[].count";
    let is_other = |it: &&Difference| it.pattern() == pattern && belongs(it);
    let counts = found.iter().filter(is_count);
    let mut pairs = counts.filter_map(|count| {
        let mut others = found.iter().filter(is_other);
        let other = others.find(|it| it.has_same_item(count))?;
        Some((count.clone(), other.clone()))
    });
    let (count, other) = pairs.next()?;
    found.retain(|it| *it != count && *it != other);
    Some((count, other))
}

/// Drops what follows from another difference.
fn drop_consequences(found: &mut Vec<Difference>) {
    let follows: Vec<bool> = (found.iter())
        .map(|it| {
            let cause = cause_of(it);
            cause.is_some_and(|cause| found.iter().any(|other| is_cause(other, cause, it)))
        })
        .collect();
    let mut follows = follows.into_iter();
    found.retain(|_| !follows.next().unwrap_or(false));
}

/// Where the difference is from which another one would follow.
fn cause_of(difference: &Difference) -> Option<&'static str> {
    let one = [Value::Number(1), Value::Absent];
    let is_implied = one.contains(&difference.before) && one.contains(&difference.after);
    match difference.pattern().as_str() {
        // An act is no longer missing, because it is given.
        "legal_basis[].missing" => Some("legal_basis[].act"),
        // The place that goes without saying has become one for each of something, or the other way round.
        "seats[].count" if is_implied => Some("seats[].pool"),
        // A meeting that moves ends at another time, too.
        "end" => Some("start"),
        _ => None,
    }
}

fn is_cause(other: &Difference, pattern: &str, difference: &Difference) -> bool {
    let is_whole = difference.path.len() == 1;
    other.pattern() == pattern && (is_whole || other.has_same_item(difference))
}
