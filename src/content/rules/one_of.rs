//! Exactly one of several keys is given: for a holder, a legal basis, a related body and whoever appoints.

use super::Context;
use super::places::LocatedSeat;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::content::model::{
    Body, Contact, Holder, LegalBasis, Party, Related, Seat, SubstituteRule,
};
use crate::notation::schema::Record;

rule! {
    OneOf: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, vacant: true}\n",
    ", vacant: true" => "", 5
}

const HOLDER: [&str; 4] = ["person", "name", "vacant", "on_behalf_of"];
const LEGAL_BASIS: [&str; 2] = ["act", "missing"];
const RELATED: [&str; 3] = ["organization", "body", "name"];
const PARTY: [&str; 4] = ["organization", "body", "seat", "name"];
const SUBSTITUTES: [&str; 2] = ["count", "each"];

/// The keys of a type of which one must be given, and those of which not more than one may be. The organization for which a
/// person sits can stand beside the person.
pub fn alternatives(record: &Record) -> (&'static [&'static str], &'static [&'static str]) {
    const PERSONAL: &[&str] = HOLDER.split_at(3).0;
    let all: [(&Record, &[&str], &[&str]); 8] = [
        (Seat::RECORD, &[], &["from", "each"]),
        (Holder::RECORD, &HOLDER, PERSONAL),
        (LegalBasis::RECORD, &LEGAL_BASIS, &LEGAL_BASIS),
        (Related::RECORD, &RELATED, &RELATED),
        (Party::RECORD, &PARTY, &PARTY),
        (SubstituteRule::RECORD, &SUBSTITUTES, &SUBSTITUTES),
        (Contact::RECORD, &["channels"], &[]),
        (Body::RECORD, &["seats", "tables"], &[]),
    ];
    let mut all = all.into_iter();
    let found = all.find(|(of, ..)| of.name == record.name);
    found.map_or((&[], &[]), |(_, one, at_most_one)| (one, at_most_one))
}

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
        exactly_one(given, HOLDER, place, found);
    }
    for seat in context.seats() {
        check_seat(seat, found);
    }
    for part in context.parts() {
        for (index, basis) in part.written.legal_basis.iter().enumerate() {
            let given = [basis.act.is_some(), basis.missing == Some(true)];
            let place = part.at("legal_basis", |it| it.index(index));
            exactly_one(given, LEGAL_BASIS, place, found);
        }
        for (index, related) in part.written.related.iter().enumerate() {
            let given = [
                related.organization.is_some(),
                related.body.is_some(),
                related.name.is_some(),
            ];
            let place = part.at("related", |it| it.index(index));
            exactly_one(given, RELATED, place, found);
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
            exactly_one(given, PARTY, seat.place(key), found);
        }
    }
    if let Some(rule) = &written.substitutes {
        let given = [rule.count.is_some(), rule.each == Some(true)];
        exactly_one(given, SUBSTITUTES, seat.place("substitutes"), found);
    }
}

fn exactly_one<const N: usize>(
    given: [bool; N],
    keys: [&str; N],
    place: Place,
    found: &mut Vec<Diagnostic>,
) {
    let written = keys.iter().zip(given).filter(|(_, given)| *given);
    let written: Vec<&str> = written.map(|(key, _)| *key).collect();
    let named = if written.is_empty() {
        &keys[..]
    } else {
        &written
    };
    if written.len() != 1 {
        let fault = Diagnostic::new(Code::OneOf, place).text("keys", named.join(", "));
        found.push(fault.number("given", written.len() as u64));
    }
}
