//! Nobody sits in a body, or on a seat of it, before that exists or after it has ended, and no term of a body lies there.

use super::Context;
use super::places::{LocatedPart, date_or_empty};
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
            let until = until_before(part, term.until);
            let ends = [("from", term.from), ("until", until)];
            let place = |key: &str| part.at("terms", |it| it.index(index).key(key));
            found.extend(outside(ends, existence, place));
        }
    }
    for holder in context.holders() {
        let Holder { from, until, .. } = holder.written;
        let until = until_before(holder.seat.part, *until);
        let ends = [("from", *from), ("until", until)];
        found.extend(outside(ends, holder.seat.links.life, |key| {
            holder.place(key)
        }));
    }
}

/// The last day of a period, unless it is that of a closing, a merger or a division of the part or its body. Whoever leaves
/// on that day, the first one without the body, leaves with it.
fn until_before(part: LocatedPart<'_>, until: Option<PartialDate>) -> Option<PartialDate> {
    let changes = part
        .written
        .changes
        .iter()
        .chain(&part.body.written.changes);
    let mut ends = changes.filter(|it| it.kind.is_end());
    until.filter(|day| !ends.any(|it| it.date == *day))
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
    let mut ends = ends.into_iter();
    let (key, date) =
        ends.find_map(|(key, date)| Some((key, date.filter(|it| existence.excludes(*it))?)))?;
    let fault = Diagnostic::new(Code::HolderOutsideValidity, place(key))
        .text("date", date.to_string())
        .text("from", date_or_empty(existence.from))
        .text("until", date_or_empty(existence.until));
    Some(fault)
}
