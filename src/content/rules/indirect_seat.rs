//! A seat that has its holders from others (`among`, `held_by`) names the seats in which they are written.

use super::Context;
use super::places::LocatedSeat;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath};
use crate::content::graph::SeatAt;

rule! {
    IndirectSeat: Body, "seats:\n  - {id: sindaci, basis: elected, count: 9}\n  - {id: presidente, role: chair, basis: elected, among: [sindaci]}\n  - {id: vice, role: vice_chair, basis: elected, among: [presidente]}\n",
    "among: [presidente]" => "among: [sindaci]", 4
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        for (index, other) in seat.links.among.iter().enumerate() {
            let written = seat.written().among.get(index);
            let name = written.map_or("", |it| it.as_str());
            let at = |it: &NodePath| it.key("among").index(index);
            report(context, seat, (*other, name), at, found);
        }
        if let (Some(other), Some(written)) = (seat.links.held_by, &seat.written().held_by) {
            let at = |it: &NodePath| it.key("held_by");
            report(context, seat, (other, written), at, found);
        }
    }
}

fn report(
    context: Context<'_>,
    seat: LocatedSeat<'_>,
    (other, name): (SeatAt, &str),
    at: impl FnOnce(&NodePath) -> NodePath,
    found: &mut Vec<Diagnostic>,
) {
    let Some(other) = context.graph.seat(other.part, other.seat) else {
        return;
    };
    let other = other.seat;
    let is_role = !other.among.is_empty();
    // The holder of a role is known if the seat lists holders, or if the role is written beside a holder of another seat.
    let is_known = !other.holders.is_empty() || other.written.role.is_some();
    let is_right = seat.written().among.is_empty();
    if other.held_by.is_some() || is_role && !(is_right && is_known) {
        let fault = Diagnostic::new(Code::IndirectSeat, seat.at(at));
        found.push(fault.text("seat", seat.id()).text("other", name));
    }
}
