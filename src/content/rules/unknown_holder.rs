//! A substitute stands in for a holder of the same seat, and who has a role among the holders of other seats is one of them.

use super::Context;
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{SeatLinks, Tense};
use crate::content::model::Holder;
use crate::notation::suggest::{near_person, propose};

rule! {
    UnknownHolder: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi}\n      - {name: Ugo Bianchi, substitutes: Ana Rossi}\n",
    "substitutes: Ana Rossi" => "substitutes: Anna Rossi", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        found.extend(outsider(context, seat));
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
            found.push(propose(near_person(name, others), fault, name));
        }
    }
}

/// Reports who has a role now that is given among the holders of other seats, if those are all known by name, and nobody
/// of that name is one of them.
fn outsider(context: Context<'_>, seat: LocatedSeat<'_>) -> Option<Diagnostic> {
    let as_of = context.site.as_of;
    let others: Vec<&SeatLinks> = seat.seats_among(context.graph).collect();
    let is_known = |other: &&SeatLinks| {
        let places = other.existing_places(as_of);
        let occupancy = other.occupancy(as_of);
        let is_unnamed = |it: &Holder| it.name.is_none() && it.person.is_none();
        Some(occupancy.held) == places.max && !other.written.holders.iter().any(is_unnamed)
    };
    if others.len() < seat.written().among.len()
        || others.is_empty()
        || !others.iter().all(is_known)
    {
        return None;
    }
    let called: Vec<_> = (others.iter()).map(|it| it.called(context.graph)).collect();
    let tenses = seat.links.tenses(as_of);
    let holder = seat.holders().find(|it| {
        let name = it.name(context.graph);
        let sits = tenses.get(it.index) == Some(&Tense::Now) && it.written.takes_a_place();
        sits && !name.is_empty() && !called.iter().any(|it| it.contains_key(name))
    })?;
    let ids: Vec<&str> = others.iter().map(|it| it.written.id.as_str()).collect();
    let name = holder.name(context.graph);
    let fault = Diagnostic::new(Code::UnknownHolder, holder.place_of_name())
        .text("name", name)
        .text("seat", ids.join(", "))
        .hint("among");
    let names = called.iter().flat_map(|it| it.keys().copied());
    Some(propose(near_person(name, names), fault, name))
}
