//! A number of places is stated in an act; otherwise somebody should be asked.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::CountSource;

rule! {
    UncertainCount: Body, "seats:\n  - id: delegati\n    basis: delegate\n    each: coordinamenti di settore\n    count_source: unknown\n",
    "    count_source: unknown" => "    count: 4", 5
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let source = seat.written().count_source.unwrap_or(CountSource::Stated);
        if source != CountSource::Stated {
            let fault = Diagnostic::new(Code::UncertainCount, seat.place("count_source"))
                .text("seat", seat.id())
                .label("source", format!("count-{}", source.as_str()));
            found.push(fault);
        }
    }
}
