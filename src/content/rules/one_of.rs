//! Exactly one of several keys: who sits, on what a body rests, with whom it deals.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};

pub(super) const RULE: Rule = Rule {
    codes: &[Code::OneOf],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, vacant: true}\n",
        5,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.holders() {
        let holder = at.holder;
        let given = [
            holder.person.is_some(),
            holder.name.is_some(),
            holder.vacant == Some(true),
        ];
        exactly_one(
            given,
            "person, name, vacant",
            at.seat.part.body.node.at(|_| at.path()),
            found,
        );
    }
    for part in context.parts() {
        let place = |path: NodePath| part.body.node.at(|_| path);
        for (index, basis) in part.written.legal_basis.iter().enumerate() {
            let given = [basis.act.is_some(), basis.missing == Some(true)];
            exactly_one(
                given,
                "act, missing",
                place(part.path("legal_basis").index(index)),
                found,
            );
        }
        for (index, related) in part.written.related.iter().enumerate() {
            let given = [
                related.organization.is_some(),
                related.body.is_some(),
                related.name.is_some(),
            ];
            exactly_one(
                given,
                "organization, body, name",
                place(part.path("related").index(index)),
                found,
            );
        }
    }
}

fn exactly_one<const N: usize>(
    given: [bool; N],
    keys: &str,
    place: Place,
    found: &mut Vec<Diagnostic>,
) {
    let given = given.iter().filter(|given| **given).count();
    if given != 1 {
        found.push(
            Diagnostic::new(Code::OneOf, place)
                .text("keys", keys)
                .number("given", given as u64),
        );
    }
}
