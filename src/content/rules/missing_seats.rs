//! A body has seats, or tables that have them.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MissingKey],
    example: Example::body("title: Consulta\nseats: []\n", 1),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let empty = |part: &super::walk::PartAt<'_>| part.written.seats.is_empty();
    for part in context
        .parts()
        .filter(|part| part.part.table.is_none())
        .filter(empty)
    {
        if part.body.written.tables.is_empty() {
            found.push(
                Diagnostic::new(Code::MissingKey, part.title_place())
                    .text("key", "seats")
                    .hint("seats"),
            );
        }
    }
}
