//! Nobody holds two places of one seat at the same time for the same organization.

use std::collections::BTreeMap;

use super::Context;
use super::places::LocatedHolder;
use crate::base::code::Code;
use crate::base::date::{PartialDate, Period};
use crate::base::diagnostic::Diagnostic;

rule! {
    DuplicateItem: Body, "seats:\n  - id: esperti\n    basis: expert\n    count: 2\n    holders:\n      - {name: Anna Rossi, from: 2020-01-01}\n      - {name: Anna Rossi, from: 2021-01-01}\n",
    "      - {name: Anna Rossi, from: 2021-01-01}\n" => "", 7
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let holders = seat.holders().filter(|it| it.written.takes_a_place());
        let holders: Vec<LocatedHolder<'_>> = holders.collect();
        // Most seats have one holder, whose name need not be looked up.
        if holders.len() < 2 {
            continue;
        }
        let mut places: BTreeMap<_, Vec<LocatedHolder<'_>>> = BTreeMap::new();
        for holder in holders {
            let name = holder.name(context.graph);
            if !name.is_empty() {
                let who = (name, holder.links.on_behalf_of);
                places.entry(who).or_default().push(holder);
            }
        }
        for ((name, _), mut holders) in places {
            holders.sort_by_key(|it| (it.period().from.map(PartialDate::last), it.index));
            for pair in holders.windows(2) {
                if let [before, after] = pair
                    && are_both_there(before.period(), after.period())
                {
                    let fault = Diagnostic::new(Code::DuplicateItem, after.place_of_name());
                    found.push(fault.text("value", name).related(before.place_of_name()));
                }
            }
        }
    }
}

/// Whether the first certainly goes on when the other has certainly begun.
fn are_both_there(before: Period, after: Period) -> bool {
    match (before.until, after.from) {
        (Some(until), Some(from)) => from.last() < until.first(),
        _ => before.until.is_none(),
    }
}
