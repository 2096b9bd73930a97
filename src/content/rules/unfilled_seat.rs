//! A seat that names holders has one in every place, or says that a place is vacant.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    UnfilledSeat: Body, "seats:\n  - id: esperti\n    basis: expert\n    count: 2\n    holders: [{name: Anna Rossi, from: 2024-01-01}]\n",
    "2024-01-01}]" => "2024-01-01}, {vacant: true}]", 5
}

/// A seat without any holders names an office, not people, and is not meant to be filled. Once holders
/// are named, the list is meant to be complete.
fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for seat in context.seats() {
        if seat.written().holders.is_empty() || !seat.is_to_be_held_on(as_of) {
            continue;
        }
        // That nobody has followed whose mandate has run out is a finding of its own. Who sits on after that has a place.
        let term = seat.part.term_run_out_on(as_of).map(|(_, term)| &term.id);
        let with_term = seat.holders().filter(|it| {
            let is_told = term.is_some_and(|term| it.written.term.as_ref() == Some(term));
            is_told && it.ends_with_term()
        });
        let run_out = seat.run_out_on(as_of);
        let gone = run_out
            .iter()
            .filter(|(it, _)| it.period().ended_before(as_of));
        let followed_by_nobody = gone.count() + with_term.count();
        let unnamed = seat.links.occupancy(as_of).unnamed;
        let unnamed = unnamed.saturating_sub(u32::try_from(followed_by_nobody).unwrap_or(u32::MAX));
        if unnamed > 0 {
            let fault = Diagnostic::new(Code::UnfilledSeat, seat.place("holders"))
                .text("seat", seat.id())
                .number("unnamed", unnamed)
                .number("places", seat.links.existing_places(as_of).min);
            found.push(fault);
        }
    }
}
