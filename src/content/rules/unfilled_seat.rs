//! A seat that names holders has one in every place.

use super::places::takes_a_place;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Holder;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UnfilledSeat],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders: [{vacant: true}]\n",
        ("{vacant: true}", "{name: Anna Rossi, from: 2024-01-01}"),
        4,
    ),
    check,
};

/// A seat without any holders names an office, not people, and is not meant to be filled. Once holders
/// are named, the list is meant to be complete.
fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for seat in context.seats() {
        let holders = &seat.written().holders;
        if holders.is_empty() || seat.part.written.valid.ended_before(as_of) {
            continue;
        }
        let sits = |it: &&Holder| takes_a_place(it) && it.term().contains(as_of);
        let sitting = holders.iter().filter(sits).count();
        let places = seat.links.places.min as usize;
        if sitting < places {
            let fault = Diagnostic::new(Code::UnfilledSeat, seat.place("holders"))
                .text("seat", seat.id())
                .number("vacant", (places - sitting) as u64)
                .number("places", places as u64);
            found.push(fault);
        }
    }
}
