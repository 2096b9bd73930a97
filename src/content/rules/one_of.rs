//! Exactly one of several keys is given: for a holder, a legal basis, a related body and whoever appoints.

use super::places::LocatedSeat;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};

pub(super) const RULE: Rule = Rule {
    codes: &[Code::OneOf],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, vacant: true}\n",
        (", vacant: true", ""),
        5,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for holder in context.holders() {
        let written = holder.written;
        let given = [
            written.person.is_some(),
            written.name.is_some(),
            written.is_vacant(),
            written.is_organization(),
        ];
        let place = holder.at(NodePath::clone);
        exactly_one(given, "person, name, vacant, on_behalf_of", place, found);
    }
    for seat in context.seats() {
        check_seat(seat, found);
    }
    for part in context.parts() {
        for (index, basis) in part.written.legal_basis.iter().enumerate() {
            let given = [basis.act.is_some(), basis.missing == Some(true)];
            let place = part.at("legal_basis", |it| it.index(index));
            exactly_one(given, "act, missing", place, found);
        }
        for (index, related) in part.written.related.iter().enumerate() {
            let given = [
                related.organization.is_some(),
                related.body.is_some(),
                related.name.is_some(),
            ];
            let place = part.at("related", |it| it.index(index));
            exactly_one(given, "organization, body, name", place, found);
        }
    }
}

/// Who appoints or proposes the holders of a seat, and how many substitutes it has.
fn check_seat(seat: LocatedSeat<'_>, found: &mut Vec<Diagnostic>) {
    let written = seat.written();
    let parties = [
        ("appointed_by", &written.appointed_by),
        ("proposed_by", &written.proposed_by),
    ];
    for (key, party) in parties {
        if let Some(party) = party {
            let given = [
                party.organization.is_some(),
                party.body.is_some(),
                party.seat.is_some(),
                party.name.is_some(),
            ];
            let keys = "organization, body, seat, name";
            exactly_one(given, keys, seat.place(key), found);
        }
    }
    if let Some(rule) = &written.substitutes {
        let given = [rule.count.is_some(), rule.each == Some(true)];
        exactly_one(given, "count, each", seat.place("substitutes"), found);
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
        let fault = Diagnostic::new(Code::OneOf, place).text("keys", keys);
        found.push(fault.number("given", given as u64));
    }
}
