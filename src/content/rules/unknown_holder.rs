//! A substitute stands in for a holder of the same seat.

use super::Context;
use super::places::LocatedHolder;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::notation::suggest::{near, propose};

rule! {
    UnknownHolder: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi}\n      - {name: Ugo Bianchi, substitutes: Ana Rossi}\n",
    "substitutes: Ana Rossi" => "substitutes: Anna Rossi", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        // Whoever could not be found may be the one who is meant.
        let is_lost =
            |it: LocatedHolder<'_>| it.written.person.is_some() && it.links.person.is_none();
        let substituted = seat.holders().filter_map(|holder| {
            let name = holder.written.substitutes.as_ref()?.name()?;
            Some((holder, name.as_str()))
        });
        let mut substituted = substituted.peekable();
        if substituted.peek().is_none() || seat.holders().any(is_lost) {
            continue;
        }
        let called = seat.links.called(context.graph);
        for (holder, name) in substituted {
            let holders = called.get(name).map_or(&[] as &[_], |it| it);
            if holders.iter().any(|index| *index != holder.index) {
                continue;
            }
            let others = seat.holders().filter(|other| other.index != holder.index);
            let others: Vec<&str> = others.map(|it| it.name(context.graph)).collect();
            let fault = Diagnostic::new(Code::UnknownHolder, holder.place("substitutes"))
                .text("name", name)
                .text("seat", seat.id());
            found.push(propose(near(name, others), fault, name));
        }
    }
}
