//! A seat for each of several has as many places as those are; the least of a range is not above the most.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::Link;
use crate::content::model::{Each, Existence, Organization};

rule! {
    CountMismatch, OutOfRange: Body, "members: [comune-alba, comune-bra]\nseats:\n  - {id: delegati, basis: delegate, each: members, count: 3}\n",
    "count: 3" => "count: 2", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let Some(count) = seat.written().count else {
            continue;
        };
        if let Some(max) = count.max.filter(|max| *max < count.min) {
            let fault = Diagnostic::new(Code::OutOfRange, seat.place("count"))
                .text("value", max.to_string());
            found.push(
                fault
                    .text("min", count.min.to_string())
                    .text("max", "")
                    .hint("range"),
            );
            continue;
        }
        // As written: a reference that leads nowhere is a fault of its own.
        let body = &seat.part.body.written;
        let size = match &seat.written().each {
            None | Some(Each::Text(_)) => continue,
            Some(Each::Members | Each::List(_)) => seat.written().one_for(body).count(),
            Some(Each::Zones) => match body.zone_count() {
                Some(zones) => zones as usize,
                None => continue,
            },
        };
        // The number may be that of any day, and some are there for a time only.
        let is_passing = |it: &&Link<Organization>| {
            context.graph.history(**it).existence() != Existence::default()
        };
        let passing = seat.pool_of_each().iter().filter(is_passing).count();
        let lasting = size.saturating_sub(passing);
        let limit = |limit: u32| limit as usize;
        if size < limit(count.min) || count.max.is_some_and(|max| limit(max) < lasting) {
            let stated = count.max.filter(|max| *max != count.min);
            let stated = stated.map_or(count.min.to_string(), |max| format!("{}–{max}", count.min));
            let fault = Diagnostic::new(Code::CountMismatch, seat.place("count"));
            found.push(fault.text("count", stated).number("size", size as u64));
        }
    }
}
