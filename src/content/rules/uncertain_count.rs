//! A number of places that nobody has stated is worth a question to who has the act.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::CountSource;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UncertainCount],
    example: Example::body(
        "seats:\n  - id: delegati\n    basis: delegate\n    each: coordinamenti di settore\n    count_source: unknown\n",
        5,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.seats() {
        let source = at.seat.written.count_source.unwrap_or(CountSource::Stated);
        if source != CountSource::Stated {
            let fault = Diagnostic::new(Code::UncertainCount, at.place("count_source"))
                .text("seat", at.id());
            found.push(fault.label("source", format!("count-{}", source.as_str())));
        }
    }
}
