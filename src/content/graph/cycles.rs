//! Checks for cycles: no entity is its own ancestor, and no seat appoints itself.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

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
    let parts = body.parts().enumerate();
    let seats = parts.flat_map(|(number, (part, _))| {
        let seats = 0..part.seats.len();
        seats.map(move |index| (number, index))
    });
    let seats: Vec<(usize, usize)> = seats.collect();
    let on_cycles: HashSet<_> = on_cycles(&seats, next).into_iter().collect();
    for (number, (part, written)) in body.parts().enumerate() {
        for index in 0..part.seats.len() {
            if !on_cycles.contains(&(number, index)) {
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
    let links: Vec<Link<T>> = arena.links().collect();
    for link in on_cycles(&links, |link| parent(&arena[link])) {
        let entity = &arena[link];
        let chain = chain(link, |link| parent(&arena[link]));
        let names: Vec<&str> = chain
            .iter()
            .map(|it| it.map_or("…", |link| arena[link].node.id()))
            .collect();
        let place = entity.node.at(|it| it.key("parent"));
        faults.push(Diagnostic::new(Code::ParentCycle, place).text("chain", names.join(" → ")));
    }
}

/// Those that come back to themselves, each looked at once, in their order.
fn on_cycles<L: Copy + Eq + Hash>(all: &[L], next: impl Fn(L) -> Option<L>) -> Vec<L> {
    // The walk on which each was first met.
    let mut met: HashMap<L, usize> = HashMap::new();
    let mut found = HashSet::new();
    for (walk, start) in all.iter().enumerate() {
        let mut at = Some(*start);
        while let Some(link) = at {
            if let Some(earlier) = met.get(&link) {
                // Only a walk that meets itself has found a cycle.
                let mut member = (*earlier == walk).then_some(link);
                while let Some(link) = member.filter(|link| found.insert(*link)) {
                    member = next(link);
                }
                break;
            }
            met.insert(link, walk);
            at = next(link);
        }
    }
    let found = all.iter().copied().filter(|link| found.contains(link));
    found.collect()
}

/// The number of names of a cycle that its message has.
const MAX_NAMED: usize = 20;

/// The way from `start`, which is on a cycle, back to `start`, with both ends. Of a long one, `None` stands for a part.
fn chain<L: Copy + PartialEq>(start: L, next: impl Fn(L) -> Option<L>) -> Vec<Option<L>> {
    let mut chain = vec![Some(start)];
    let mut at = next(start);
    while let Some(link) = at.filter(|link| *link != start) {
        if chain.len() == MAX_NAMED {
            chain.push(None);
            break;
        }
        chain.push(Some(link));
        at = next(link);
    }
    chain.push(Some(start));
    chain
}
