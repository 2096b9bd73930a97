//! `each: zones` needs zones, `each: members` needs members.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Each;

rule! {
    EachOfNothing: Body, "seats:\n  - {id: sindaci, basis: elected, each: zones}\n",
    "seats:\n" => "territory:\n  zones: {kind: ats, count: 3}\nseats:\n", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        let body = &seat.part.body.written;
        let has_zones = body.territory.as_ref().is_some_and(|it| it.zones.is_some());
        let missing = match seat.written().each {
            Some(Each::Zones) if !has_zones => "zones",
            Some(Each::Members) if body.members.is_empty() => "members",
            _ => continue,
        };
        let fault = Diagnostic::new(Code::EachOfNothing, seat.place("each"));
        found.push(fault.text("each", missing));
    }
}
