//! A member organization sits somewhere in the body.

use std::collections::BTreeSet;

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::EachOf;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MemberWithoutSeat],
    example: Example::body(
        "members: [comune-alba, comune-bra]\nseats:\n  - {id: delegato, basis: delegate, from: [comune-alba]}\n",
        1,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let seats = || body.links.parts.iter().flat_map(|part| &part.seats);
        if seats().any(|seat| seat.each == Some(EachOf::Members)) {
            return;
        }
        let seated: BTreeSet<_> = seats()
            .flat_map(|seat| {
                let listed: &[_] = match &seat.each {
                    Some(EachOf::List(list)) => list,
                    _ => &[],
                };
                let behalf = seat.holders.iter().filter_map(|holder| holder.on_behalf_of);
                seat.from.iter().chain(listed).copied().chain(behalf)
            })
            .collect();
        for (index, member) in body
            .links
            .members
            .iter()
            .enumerate()
            .filter(|(_, it)| !seated.contains(it))
        {
            let place = body.node.at(|it| it.key("members").index(index));
            let title = &*context.graph.get(*member).node.title;
            found.push(Diagnostic::new(Code::MemberWithoutSeat, place).text("organization", title));
        }
    }
}
