//! Checks for cycles: no entity is its own ancestor, and no seat appoints itself.

use super::Graph;
use super::arena::Arena;
use super::entity::{Entity, Linked};
use super::link::Link;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Body;

/// Reports all entities on cycles of parents.
pub(super) fn parent_cycles(graph: &Graph) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    parents(&graph.bodies, |it| it.links.parent, &mut faults);
    parents(&graph.organizations, |it| it.links.parent, &mut faults);
    parents(&graph.areas, |it| it.links.parent, &mut faults);
    faults
}

/// Reports all seats of a body on cycles of delegations.
pub fn delegation_cycles(body: &Entity<Body>, faults: &mut Vec<Diagnostic>) {
    let next = |(part, seat): (usize, usize)| {
        let part = body.links.parts.get(part)?;
        part.seats.get(seat)?.delegated_by
    };
    for (number, (part, written)) in body.parts().enumerate() {
        for (index, seat) in part.seats.iter().enumerate() {
            if seat.delegated_by.is_none() || cycle((number, index), next).is_none() {
                continue;
            }
            let id = written.seats.get(index).map_or("", |seat| seat.id.as_str());
            let seats = |it: &_| part.path(it, "seats");
            let place = body
                .node
                .at(|it| seats(it).index(index).key("delegated_by"));
            let fault = Diagnostic::new(Code::DelegationCycle, place);
            faults.push(fault.text("chain", format!("{id} → … → {id}")));
        }
    }
}

fn parents<T: Linked>(
    arena: &Arena<T>,
    parent: impl Fn(&Entity<T>) -> Option<Link<T>>,
    faults: &mut Vec<Diagnostic>,
) {
    for link in arena.links() {
        let entity = &arena[link];
        if parent(entity).is_none() {
            continue;
        }
        if let Some(chain) = cycle(link, |link| parent(&arena[link])) {
            let names: Vec<&str> = chain.iter().map(|link| arena[*link].node.id()).collect();
            let place = entity.node.at(|it| it.key("parent"));
            faults.push(Diagnostic::new(Code::ParentCycle, place).text("chain", names.join(" → ")));
        }
    }
}

/// The path from `start` back to `start`, with both ends. Returns `None` if there is none.
fn cycle<L: Copy + PartialEq>(start: L, next: impl Fn(L) -> Option<L>) -> Option<Vec<L>> {
    let (mut chain, mut slow, mut at) = (vec![start], start, start);
    loop {
        at = next(at)?;
        chain.push(at);
        if at == start {
            return Some(chain);
        }
        // Floyd's algorithm: the second position moves at half the speed, and the first meets it on a cycle without `start`.
        if chain.len() % 2 == 1 {
            slow = next(slow)?;
            if slow == at {
                return None;
            }
        }
    }
}
