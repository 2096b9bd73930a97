//! Holders who moved to another seat of the same body and are otherwise unchanged: each move is one change.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::difference::Difference;
use super::holders::{is_vacancy, shown};
use super::items::path_name;
use super::kind::Kind;
use super::side::Thing;
use crate::notation::value::Value;

/// A holder, and the numbers of the differences of the seats from which and to which it moved.
type Move = (Value, usize, usize);

/// Takes such holders out of the differences of both seats, and returns the changes that they are.
pub(super) fn moved_holders(thing: &Thing, found: &mut [Difference]) -> Vec<Change> {
    let gone = listed(found, |it| [&it.before, &it.after]);
    let come = listed(found, |it| [&it.after, &it.before]);
    let moves = gone.into_iter().filter_map(|(holder, from)| {
        match (from.as_slice(), come.get(&holder)?.as_slice()) {
            ([from], [to]) => Some((holder, *from, *to)),
            _ => None,
        }
    });
    let moves: Vec<Move> = moves.collect();
    let changes = moves.iter().filter_map(|(holder, from, to)| {
        let (left, joined) = (found.get(*from)?, found.get(*to)?);
        Some(Change {
            field: format!("{}[{}]", joined.field(), path_name(holder)),
            part: seat(joined),
            who: shown(holder),
            date: holder.get("from").clone(),
            before: seat(left),
            after: seat(joined),
            ..Change::of(Kind::HolderSeat, thing)
        })
    });
    let changes = changes.collect();
    take_out(&moves, found);
    changes
}

/// The holders who are listed on the first side of a seat and not on the second, each with the numbers of the differences of
/// those seats.
fn listed(
    found: &[Difference],
    sides: impl Fn(&Difference) -> [&Value; 2],
) -> BTreeMap<Value, Vec<usize>> {
    let mut listed: BTreeMap<Value, Vec<usize>> = BTreeMap::new();
    let all = found.iter().enumerate();
    for (number, difference) in all.filter(|(_, it)| it.pattern() == "seats[].holders") {
        let [ours, others] = sides(difference).map(Value::items);
        let others: BTreeSet<&Value> = others.iter().collect();
        let ours = ours.iter().filter(|it| !is_vacancy(it));
        for holder in ours.filter(|it| !others.contains(it)) {
            listed.entry(holder.clone()).or_default().push(number);
        }
    }
    listed
}

/// The label of a seat. The holder is what has moved, so it cannot name the seat.
fn seat(difference: &Difference) -> Value {
    let mut label = difference.labels().next().cloned().unwrap_or_default();
    if let Value::Record(fields) = &mut label {
        fields.remove("holder");
    }
    label
}

fn take_out(moves: &[Move], found: &mut [Difference]) {
    let (mut left, mut joined) = (BTreeMap::new(), BTreeMap::new());
    for (holder, from, to) in moves {
        left.entry(*from)
            .or_insert_with(BTreeSet::new)
            .insert(holder);
        joined
            .entry(*to)
            .or_insert_with(BTreeSet::new)
            .insert(holder);
    }
    for (number, difference) in found.iter_mut().enumerate() {
        if let Some(moved) = left.get(&number) {
            difference.before = without(&difference.before, moved);
        }
        if let Some(moved) = joined.get(&number) {
            difference.after = without(&difference.after, moved);
        }
    }
}

fn without(list: &Value, moved: &BTreeSet<&Value>) -> Value {
    let others = list.items().iter().filter(|it| !moved.contains(it));
    Value::list(others.cloned())
}
