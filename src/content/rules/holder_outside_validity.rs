//! Nobody sits in a body, on a seat of it or for an organization before that exists or after it has ended, and no term of a
//! body lies there.

use super::Context;
use super::places::date_or_empty;
use crate::base::code::Code;
use crate::base::date::{PartialDate, Period};
use crate::base::diagnostic::{Diagnostic, Place};
use crate::content::model::{Existence, Holder};

rule! {
    HolderOutsideValidity: Body, "valid: {from: 2020-01-01}\nseats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2019-03-01}\n",
    "2019-03-01" => "2020-03-01", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let existence = part.links.existence;
        for (index, term) in part.written.terms.iter().enumerate() {
            let place = |key: &str| part.at("terms", |it| it.index(index).key(key));
            found.extend(outside(term.period(), existence, place));
        }
    }
    for holder in context.holders() {
        let Holder { from, until, .. } = *holder.written;
        let written = Period { from, until };
        let place = |key: &str| holder.place(key);
        let fault = outside(written, holder.seat.links.life, place);
        let represented = || {
            let organization = holder.links.on_behalf_of?;
            outside(
                written,
                context.graph.history(organization).existence(),
                place,
            )
        };
        found.extend(fault.or_else(represented));
    }
}

/// Reports the first end of a period that lies outside of an existence, whichever days are meant.
fn outside(
    period: Period,
    existence: Existence,
    place: impl Fn(&str) -> Place,
) -> Option<Diagnostic> {
    let days = existence.days;
    if days.is_upside_down() {
        return None;
    }
    let from = period.from.filter(|from| days.excludes(*from));
    let is_outside = |until: &PartialDate| days.excludes(*until) && !existence.is_closed_on(*until);
    let until = period.until.filter(is_outside);
    let (key, date) = from
        .map(|from| ("from", from))
        .or(until.map(|until| ("until", until)))?;
    let fault = Diagnostic::new(Code::HolderOutsideValidity, place(key))
        .text("date", date.to_string())
        .text("from", date_or_empty(days.from))
        .text("until", date_or_empty(days.until));
    Some(fault)
}
