//! Somebody sits in every place, where a seat says who sits in it at all.

use super::walk::takes_a_place;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UnfilledSeat],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders: [{vacant: true}]\n",
        4,
    ),
    check,
};

/// A seat without any holders names an office, not people: nobody claims to know who sits there. Once
/// holders are named, the list is meant to be complete.
fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for at in context
        .seats()
        .filter(|at| !at.seat.written.holders.is_empty())
    {
        let ended = at.part.written.valid.ended_before(as_of);
        let sitting = at
            .seat
            .written
            .holders
            .iter()
            .filter(|it| takes_a_place(it) && it.term().contains(as_of));
        let (sitting, places) = (sitting.count(), at.seat.places.min as usize);
        if sitting < places && !ended {
            let fault =
                Diagnostic::new(Code::UnfilledSeat, at.place("holders")).text("seat", at.id());
            found.push(
                fault
                    .number("vacant", (places - sitting) as u64)
                    .number("places", places as u64),
            );
        }
    }
}
