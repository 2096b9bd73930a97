//! No thing is its own ancestor, and no seat delegates to itself.

use crate::domain::graph::Graph;
use crate::domain::graph::arena::{Arena, Link};
use crate::domain::graph::entity::{Entity, Linked};
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::Diagnostic;

/// Reports every thing on a cycle of parents, and every seat on a cycle of delegations.
pub(super) fn check(graph: &Graph, faults: &mut Vec<Diagnostic>) {
    parents(&graph.bodies, |it| it.links.parent, faults);
    parents(&graph.organizations, |it| it.links.parent, faults);
    parents(&graph.areas, |it| it.links.parent, faults);
    for (_, body) in graph.bodies.iter() {
        for (number, (part, written)) in body.parts().enumerate() {
            for (index, seat) in part.seats.iter().enumerate() {
                let next = |(part, seat): (usize, usize)| {
                    body.links
                        .parts
                        .get(part)
                        .and_then(|part| part.seats.get(seat))
                        .and_then(|seat| seat.delegated_by)
                };
                if seat
                    .delegated_by
                    .is_some_and(|_| cycle((number, index), next).is_some())
                {
                    let chain = written.seats.get(index).map_or("", |seat| seat.id.as_str());
                    let place = body
                        .node
                        .at(|it| part.path(it, "seats").index(index).key("delegated_by"));
                    let fault = Diagnostic::new(Code::DelegationCycle, place);
                    faults.push(fault.text("chain", format!("{chain} → … → {chain}")));
                }
            }
        }
    }
}

fn parents<T: Linked>(
    arena: &Arena<T>,
    parent: impl Fn(&Entity<T>) -> Option<Link<T>>,
    faults: &mut Vec<Diagnostic>,
) {
    for (link, entity) in arena.iter().filter(|(_, entity)| parent(entity).is_some()) {
        if let Some(chain) = cycle(link, |link| parent(&arena[link])) {
            let names: Vec<&str> = chain.iter().map(|link| arena[*link].node.id()).collect();
            let place = entity.node.at(|it| it.key("parent"));
            faults.push(Diagnostic::new(Code::ParentCycle, place).text("chain", names.join(" → ")));
        }
    }
}

/// The way from `start` back to it, if there is one: both ends are `start`.
fn cycle<L: Copy + PartialEq>(start: L, next: impl Fn(L) -> Option<L>) -> Option<Vec<L>> {
    let (mut chain, mut slow, mut at) = (vec![start], start, start);
    loop {
        at = next(at)?;
        chain.push(at);
        if at == start {
            return Some(chain);
        }
        // A second walker at half the speed is met on any cycle that `start` only leads into.
        if chain.len() % 2 == 1 {
            slow = next(slow)?;
            if slow == at {
                return None;
            }
        }
    }
}
