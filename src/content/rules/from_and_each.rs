//! A seat is filled from a pool (`from`), or there is one for each of several (`each`), never both.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    FromAndEach: Body, "members: [comune-alba]\nseats:\n  - id: delegato\n    basis: delegate\n    from: [comune-alba]\n    each: members\n",
    "    from: [comune-alba]\n" => "", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        if !seat.written().from.is_empty() && seat.written().each.is_some() {
            found.push(
                Diagnostic::new(Code::FromAndEach, seat.place("each")).text("seat", seat.id()),
            );
        }
    }
}
