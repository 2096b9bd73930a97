//! The days of which the content tells something about a body.

use std::collections::BTreeSet;

use crate::base::date::Date;
use crate::notation::value::Value;

/// The days on which a body begins or ends, something becomes of it, somebody takes or leaves a seat of it, or a seat is
/// added or ends: those of which feeds tell. Days that are known in part are not among them.
pub(super) fn of_body(facts: &Value, is_table: bool) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    if !is_table {
        add_period(facts.get("valid"), &mut days);
    }
    for change in facts.get("changes").items() {
        add(change.get("date"), &mut days);
    }
    for seat in facts.get("seats").items() {
        add_period(seat.get("valid"), &mut days);
        for holder in seat.get("holders").items() {
            add(holder.get("from"), &mut days);
            if *holder.get("vacant") != Value::Flag(true) {
                add(holder.get("until"), &mut days);
            }
        }
    }
    days
}

/// The day on which a meeting was held.
pub(super) fn of_meeting(facts: &Value) -> Option<Date> {
    let is_held = facts.get("status").as_text() == Some("held");
    let start = facts.get("start").as_text().filter(|_| is_held)?;
    Date::parse(start.get(..10)?)
}

fn add_period(period: &Value, days: &mut BTreeSet<Date>) {
    add(period.get("from"), days);
    add(period.get("until"), days);
}

fn add(day: &Value, days: &mut BTreeSet<Date>) {
    days.extend(day.as_text().and_then(Date::parse));
}
