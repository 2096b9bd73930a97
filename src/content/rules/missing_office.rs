//! A seat held by virtue of an office says which office.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Basis;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MissingOffice],
    example: Example::body(
        "seats:\n  - {id: presidente, role: chair, basis: ex_officio}\n",
        2,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.seats() {
        if at.seat.written.basis == Basis::ExOfficio && at.seat.written.office.is_none() {
            found.push(
                Diagnostic::new(Code::MissingOffice, at.place("basis")).text("seat", at.id()),
            );
        }
    }
}
