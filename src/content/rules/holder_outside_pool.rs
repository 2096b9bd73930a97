//! Who sits for an organization sits for one of those that have a place.

use std::collections::HashSet;

use super::Context;
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::Link;
use crate::content::model::Organization;

rule! {
    HolderOutsidePool: Body, "seats:\n  - id: delegato\n    basis: delegate\n    from: [comune-alba]\n    holders:\n      - {name: Anna Rossi, on_behalf_of: comune-bra}\n",
    "on_behalf_of: comune-bra" => "on_behalf_of: comune-alba", 6
}

/// The most organizations of which one is a part; ends the walk where parents form a cycle.
const MAX_PARENTS: usize = 64;

/// Who sat in the past may have sat for an organization that has since left, or is no more: on that day, too.
fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let pool = pool(seat);
        if !pool.is_empty() {
            let all: HashSet<_> = pool.iter().copied().collect();
            let holders = seat.holders();
            found.extend(holders.filter_map(|holder| outside(context, holder, pool, &all)));
        }
    }
}

/// Reports a holder who sits for an organization that is neither in the pool nor a part of one in it.
fn outside(
    context: Context<'_>,
    holder: LocatedHolder<'_>,
    pool: &[Link<Organization>],
    all: &HashSet<Link<Organization>>,
) -> Option<Diagnostic> {
    let organization = holder.links.on_behalf_of?;
    if holder.period().ended_before(context.site.as_of) || has_ended(context, organization) {
        return None;
    }
    let parent = |it: &Link<Organization>| context.graph.get(*it).links.parent;
    let mut above = std::iter::successors(Some(organization), parent).take(MAX_PARENTS);
    if above.any(|it| all.contains(&it)) {
        return None;
    }
    let titles = pool.iter().take(5);
    let titles = titles.map(|it| &*context.graph.get(*it).node.title);
    let fault = Diagnostic::new(Code::HolderOutsidePool, holder.place("on_behalf_of"))
        .text("seat", holder.seat.id())
        .text("organization", &*context.graph.get(organization).node.title)
        .text("pool", titles.collect::<Vec<_>>().join(", "));
    Some(fault)
}

/// Whether an organization is known to end, on whatever day. Whether it should still sit is another rule's matter.
fn has_ended(context: Context<'_>, organization: Link<Organization>) -> bool {
    let existence = context.graph.history(organization).existence();
    existence.days.until.is_some()
}

/// The organizations from which the holders of a seat come. Empty if none are named.
fn pool(seat: LocatedSeat<'_>) -> &[Link<Organization>] {
    match &seat.links.each {
        Some(_) => seat.pool_of_each(),
        None => &seat.links.from,
    }
}
