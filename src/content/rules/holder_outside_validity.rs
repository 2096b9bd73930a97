//! Nobody sits in a body, or on a seat of it, before that exists or after it has ended, and no term of a body lies there.

use super::Context;
use super::places::date_or_empty;
use crate::base::code::Code;
use crate::base::date::{PartialDate, Period};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::content::model::Holder;

rule! {
    HolderOutsideValidity: Body, "valid: {from: 2020-01-01}\nseats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2019-03-01}\n",
    "2019-03-01" => "2020-03-01", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let existence = part.body.written.existence(part.links.table);
        for (index, term) in part.written.terms.iter().enumerate() {
            let ends = [("from", term.from), ("until", term.until)];
            let place = |key: &str| part.at("terms", |it| it.index(index).key(key));
            found.extend(outside(ends, existence, place));
        }
    }
    for holder in context.holders() {
        let Holder { from, until, .. } = holder.written;
        let ends = [("from", *from), ("until", *until)];
        found.extend(outside(ends, holder.seat.links.life, |key| {
            holder.place(key)
        }));
    }
}

/// Reports the first end of a period that lies outside of another, whichever days are meant.
fn outside(
    ends: [(&str, Option<PartialDate>); 2],
    existence: Period,
    place: impl Fn(&str) -> Place,
) -> Option<Diagnostic> {
    if existence.is_upside_down() {
        return None;
    }
    // Who leaves on the day of a closing, which is the first day without the body, leaves with it.
    let last = existence.until.and_then(PartialDate::day);
    let day_after = last
        .and_then(|day| day.after_days(1))
        .map(PartialDate::from);
    let is_outside = |key: &str, date: &PartialDate| {
        existence.excludes(*date) && (key != "until" || Some(*date) != day_after)
    };
    let mut ends = ends.into_iter();
    let (key, date) =
        ends.find_map(|(key, date)| Some((key, date.filter(|it| is_outside(key, it))?)))?;
    let fault = Diagnostic::new(Code::HolderOutsideValidity, place(key))
        .text("date", date.to_string())
        .text("from", date_or_empty(existence.from))
        .text("until", date_or_empty(existence.until));
    Some(fault)
}
