//! A member organization sits somewhere in the body.

use std::collections::BTreeSet;

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{EachOf, Link, SeatLinks};
use crate::content::model::Organization;

rule! {
    MemberWithoutSeat: Body, "members: [comune-alba, comune-bra]\nseats:\n  - {id: delegato, basis: delegate, from: [comune-alba]}\n",
    "from: [comune-alba]" => "from: [comune-alba, comune-bra]", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let seats = || body.links.parts.iter().flat_map(|part| &part.seats);
        // A reference that leads nowhere may be meant for a member.
        let is_unclear = |seat: &SeatLinks| seat.from.len() < seat.written.from.len();
        if seats().any(|seat| seat.each == Some(EachOf::Members) || is_unclear(seat)) {
            return;
        }
        let seated: BTreeSet<_> = seats().flat_map(organizations).collect();
        for (index, member) in body.links.members.iter().enumerate() {
            if !seated.contains(member) {
                let place = body.node.at(|it| it.key("members").index(index));
                let title = &*context.graph.get(*member).node.title;
                let fault = Diagnostic::new(Code::MemberWithoutSeat, place);
                found.push(fault.text("organization", title));
            }
        }
    }
}

/// The organizations from which, for which or by whose holders a seat is taken.
fn organizations(seat: &SeatLinks) -> impl Iterator<Item = Link<Organization>> {
    let each: &[_] = match &seat.each {
        Some(EachOf::List(list)) => list,
        _ => &[],
    };
    let represented = seat.holders.iter().filter_map(|holder| holder.on_behalf_of);
    seat.from.iter().chain(each).copied().chain(represented)
}
