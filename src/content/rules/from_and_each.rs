//! A seat is drawn from a pool, or there is one for each of several; both at once says nothing.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::FromAndEach],
    example: Example::body(
        "members: [comune-alba]\nseats:\n  - id: delegato\n    basis: delegate\n    from: [comune-alba]\n    each: members\n",
        6,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.seats() {
        if !at.seat.written.from.is_empty() && at.seat.written.each.is_some() {
            found.push(Diagnostic::new(Code::FromAndEach, at.place("each")).text("seat", at.id()));
        }
    }
}
