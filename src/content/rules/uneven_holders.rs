//! Where there is one place for each of several organizations, nobody sits for one of them twice.

use super::Context;
use super::crowd::crowd;
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::content::graph::{EachOf, Link};
use crate::content::model::Organization;

rule! {
    UnevenHolders: Body, "members: [comune-alba, comune-bra]\nseats:\n  - id: delegati\n    basis: delegate\n    each: members\n    holders:\n      - {name: Anna Rossi, on_behalf_of: comune-alba}\n      - {name: Ugo Bianchi, on_behalf_of: comune-alba}\n",
    "Ugo Bianchi, on_behalf_of: comune-alba" => "Ugo Bianchi, on_behalf_of: comune-bra", 8
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        if !seat.links.has_one_for_each() {
            continue;
        }
        let represented = seat.links.by_organization();
        let members = match &seat.links.each {
            Some(EachOf::List(list)) => list,
            _ => &seat.part.body.links.members,
        };
        let absent = members.iter().find(|it| !represented.contains_key(it));
        for (organization, holders) in &represented {
            let fault = uneven(context, seat, (*organization, holders), absent);
            found.extend(fault.or_else(|| vacant(context, seat, *organization)));
        }
    }
}

/// Reports the second who sits for an organization, and the absent one, for which nobody does.
fn uneven(
    context: Context<'_>,
    seat: LocatedSeat<'_>,
    (organization, holders): (Link<Organization>, &[usize]),
    absent: Option<&Link<Organization>>,
) -> Option<Diagnostic> {
    let periods = holders.iter().filter_map(|index| {
        let takes_a_place = seat.links.written.holders.get(*index)?.takes_a_place();
        takes_a_place.then_some((*index, seat.links.holders.get(*index)?.period))
    });
    let crowd = crowd(periods, 1, context.site.as_of)?;
    let place = seat.at(|it| {
        let holder = it.key("holders").index(*crowd.sitting.get(1).unwrap_or(&0));
        holder.key("on_behalf_of")
    });
    let fault = fault(context, seat, organization, place)
        .number("holders", crowd.sitting.len() as u64)
        .text("date", crowd.date.to_string());
    Some(match absent {
        Some(absent) => {
            let title = &*context.graph.get(*absent).node.title;
            fault.text("absent", title).hint("absent")
        }
        None => fault,
    })
}

/// Reports that the place of an organization is vacant while somebody sits for it.
fn vacant(
    context: Context<'_>,
    seat: LocatedSeat<'_>,
    organization: Link<Organization>,
) -> Option<Diagnostic> {
    let today = context.site.as_of;
    let is_its = |it: &LocatedHolder<'_>| it.links.on_behalf_of == Some(organization);
    let (vacant, held) = seat.vacancies_on(today, is_its);
    let vacant = vacant.first().filter(|_| held > 0)?;
    let fault = fault(context, seat, organization, vacant.place("vacant"))
        .number("holders", held as u64)
        .text("date", today.to_string());
    Some(fault.hint("vacant"))
}

fn fault(
    context: Context<'_>,
    seat: LocatedSeat<'_>,
    organization: Link<Organization>,
    place: Place,
) -> Diagnostic {
    Diagnostic::new(Code::UnevenHolders, place)
        .text("seat", seat.id())
        .text("organization", &*context.graph.get(organization).node.title)
}
