//! A substitute stands in for a holder of the same seat.

use super::places::LocatedHolder;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Substitutes;
use crate::notation::suggest::near;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UnknownHolder],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi}\n      - {name: Ugo Bianchi, substitutes: Ana Rossi}\n",
        ("substitutes: Ana Rossi", "substitutes: Anna Rossi"),
        6,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for holder in context.holders() {
        let name = holder
            .written
            .substitutes
            .as_ref()
            .and_then(Substitutes::name);
        let seat = holder.seat;
        // Whoever could not be found may be the one who is meant.
        let is_lost =
            |it: LocatedHolder<'_>| it.written.person.is_some() && it.links.person.is_none();
        if seat.holders().any(is_lost) {
            continue;
        }
        let Some(name) = name.map(|it| it.as_str()).filter(|name| {
            let found = seat.links.holder_named(name, holder.index, context.graph);
            found.is_none()
        }) else {
            continue;
        };
        let others = seat.holders().filter(|other| other.index != holder.index);
        let others: Vec<&str> = others.map(|it| it.name(context.graph)).collect();
        let fault = Diagnostic::new(Code::UnknownHolder, holder.place("substitutes"))
            .text("name", name)
            .text("seat", seat.id());
        found.push(match near(name, others) {
            Some(near) => near.propose(fault, name, "near"),
            None => fault,
        });
    }
}
