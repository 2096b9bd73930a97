//! What the content tells of a body, by days.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::content::changes::{Side, Subject, Thing, dated, label};
use crate::notation::value::Value;

/// What is told of a day: what its words are made of.
pub(super) type Tellings = BTreeSet<Value>;

/// What is told, by days.
type Days = BTreeMap<Date, Tellings>;

/// The days on which a body begins or ends, something becomes of it, somebody takes or leaves a seat of it, or a seat is
/// added or ends: those of which feeds tell. Days that are known in part are not among them.
pub(super) fn of_body(side: &Side, thing: &Thing) -> Days {
    let (facts, mut days) = (&thing.facts, Days::new());
    let table = thing.subject.parent().map(|_| thing.title.clone());
    let mut add = |what: &str, date: &Value, words: Value| {
        if let Some(day) = day(date) {
            let what = Value::Word(what.to_owned());
            let table = table.clone().map_or(Value::Absent, Value::Text);
            let words = Value::list([what, table, words]);
            days.entry(day).or_default().insert(words);
        }
    };
    let ends = |period: &Value| ["from", "until"].map(|end| (end, period.get(end).clone()));
    let some = |value: &Value, keys: &[&str]| {
        Value::record(keys.iter().map(|key| (*key, titled(side, value.get(key)))))
    };
    for (end, date) in ends(facts.get("valid")) {
        add(end, &date, Value::Absent);
    }
    for change in facts.get("changes").items() {
        let words = some(change, &["kind", "into"]);
        add("change", change.get("date"), words);
    }
    for seat in facts.get("seats").items() {
        let of_seat = titled(side, &label(seat));
        for (end, date) in ends(seat.get("valid")) {
            add(end, &date, of_seat.clone());
        }
        for holder in seat.get("holders").items() {
            let is_vacant = *holder.get("vacant") == Value::Flag(true);
            // The words stay the same if a name gets a page.
            let names = ["person", "name", "on_behalf_of"].map(|key| titled(side, holder.get(key)));
            let [.., for_whom] = names.clone();
            let name = names
                .into_iter()
                .find(|it| !it.is_absent())
                .unwrap_or_default();
            let role = holder.get("role").clone();
            let who = Value::list([of_seat.clone(), name, for_whom, role]);
            let is_set = |key| !matches!(holder.get(key), Value::Absent | Value::Flag(false));
            for (end, date) in ends(&dated(holder, facts.get("terms").items().iter())) {
                let words = match end {
                    "from" => {
                        let how =
                            ["vacant", "acting", "substitutes"].map(|it| Value::Flag(is_set(it)));
                        Value::list([who.clone()].into_iter().chain(how))
                    }
                    _ if is_vacant => continue,
                    _ => who.clone(),
                };
                add(end, &date, words);
            }
        }
    }
    days
}

/// A value in which things have their titles, where they are known: another id makes no other words.
fn titled(side: &Side, value: &Value) -> Value {
    let thing = Subject::referred(value).and_then(|it| side.thing(&it));
    match (value, thing) {
        (_, Some(thing)) => Value::Text(thing.title.clone()),
        (Value::List(items), _) => Value::list(items.iter().map(|it| titled(side, it))),
        (Value::Record(fields), _) => Value::record(
            fields
                .iter()
                .map(|(key, it)| (key.as_str(), titled(side, it))),
        ),
        (value, None) => value.clone(),
    }
}

/// The day on which a meeting was held.
pub(super) fn of_meeting(thing: &Thing) -> Days {
    let is_held = thing.facts.get("status").as_text() == Some("held");
    let start = thing.facts.get("start").as_text().filter(|_| is_held);
    let day = start.and_then(|it| Date::parse(it.get(..10)?));
    let words = Value::Text(thing.title.clone());
    day.map(|day| (day, Tellings::from([words])))
        .into_iter()
        .collect()
}

pub(super) fn day(date: &Value) -> Option<Date> {
    date.as_text().and_then(Date::parse)
}
