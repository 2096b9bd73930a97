//! A body has seats, or tables that have them.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MissingKey],
    example: Example::body(
        "title: Consulta\nseats: []\n",
        (
            "seats: []",
            "seats:\n  - {id: presidente, role: chair, basis: elected}",
        ),
        1,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body()
        && body.written.seats.is_empty()
        && body.written.tables.is_empty()
    {
        let fault = Diagnostic::new(Code::MissingKey, body.node.at(|it| it.key("title")));
        found.push(fault.text("key", "seats").hint("seats"));
    }
}
