//! What the content tells of a body, by days.

use std::collections::BTreeMap;

use crate::base::date::Date;
use crate::content::changes::Thing;
use crate::notation::value::Value;

/// What is told of a day: what its words are made of, and the first and last day if it is a mandate of which both are known.
pub(super) type Tellings = BTreeMap<Value, Option<(Date, Date)>>;

/// What is told, by days.
type Days = BTreeMap<Date, Tellings>;

/// The days on which a body begins or ends, something becomes of it, somebody takes or leaves a seat of it, or a seat is
/// added or ends: those of which feeds tell. Days that are known in part are not among them.
pub(super) fn of_body(thing: &Thing) -> Days {
    let (facts, mut days) = (&thing.facts, Days::new());
    let is_table = thing.subject.parent().is_some();
    let table = match is_table {
        true => Value::Text(thing.title.clone()),
        false => Value::Absent,
    };
    let mut add = |what: &str, date: &Value, words: Value, mandate| {
        if let Some(day) = day(date) {
            let of = [
                ("what", Value::Word(what.to_owned())),
                ("table", table.clone()),
            ];
            let words = Value::record(of.into_iter().chain([("words", words)]));
            days.entry(day).or_default().insert(words, mandate);
        }
    };
    let ends = |period: &Value| ["from", "until"].map(|end| (end, period.get(end).clone()));
    if !is_table {
        for (end, date) in ends(facts.get("valid")) {
            add(end, &date, Value::Absent, None);
        }
    }
    for change in facts.get("changes").items() {
        add(
            "change",
            change.get("date"),
            some(change, &["kind", "into"]),
            None,
        );
    }
    for seat in facts.get("seats").items() {
        let of_seat = some(
            seat,
            &[
                "office",
                "title",
                "role",
                "basis",
                "subject",
                "represents",
                "pool",
            ],
        );
        for (end, date) in ends(seat.get("valid")) {
            add(end, &date, of_seat.clone(), None);
        }
        for holder in seat.get("holders").items() {
            let is_vacant = *holder.get("vacant") == Value::Flag(true);
            let who = some(
                holder,
                &["name", "person", "on_behalf_of", "vacant", "acting"],
            );
            let words = Value::list([of_seat.clone(), who]);
            let mandate = day(holder.get("from")).zip(day(holder.get("until")));
            for (end, date) in ends(holder) {
                if end == "from" || !is_vacant {
                    add(end, &date, words.clone(), mandate);
                }
            }
        }
    }
    days
}

/// The day on which a meeting was held.
pub(super) fn of_meeting(thing: &Thing) -> Days {
    let is_held = thing.facts.get("status").as_text() == Some("held");
    let start = thing.facts.get("start").as_text().filter(|_| is_held);
    let day = start.and_then(|it| Date::parse(it.get(..10)?));
    let words = Value::Text(thing.title.clone());
    day.map(|day| (day, Tellings::from([(words, None)])))
        .into_iter()
        .collect()
}

fn day(date: &Value) -> Option<Date> {
    date.as_text().and_then(Date::parse)
}

fn some(value: &Value, keys: &[&'static str]) -> Value {
    Value::record(keys.iter().map(|key| (*key, value.get(key).clone())))
}
