//! A seat that is held by the holders of another has no holders of its own.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    HoldersElsewhere: Body, "seats:\n  - {id: sindaco, role: chair, basis: elected, holders: [{name: Anna Rossi}]}\n  - id: garante\n    basis: representative\n    held_by: sindaco\n    holders: [{name: Anna Rossi}]\n",
    "    held_by: sindaco\n    holders: [{name: Anna Rossi}]\n" => "    held_by: sindaco\n", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let written = seat.written();
        if let Some(held_by) = &written.held_by
            && !written.holders.is_empty()
        {
            let fault = Diagnostic::new(Code::HoldersElsewhere, seat.place("holders"));
            found.push(
                fault
                    .text("seat", seat.id())
                    .text("other", held_by.as_str()),
            );
        }
    }
}
