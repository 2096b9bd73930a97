//! A territory has as many lead organizations as zones, or names none.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    ZonesMismatch: Body, "territory:\n  zones:\n    kind: ats\n    count: 3\n    lead: [comune-alba, comune-bra]\n",
    "count: 3" => "count: 2", 4
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body()
        && let Some(territory) = &body.written.territory
        && let Some(zones) = &territory.zones
        && let Some(count) = zones.count
        && !zones.lead.is_empty()
        && zones.lead.len() != count as usize
    {
        let place = body
            .node
            .at(|it| it.key("territory").key("zones").key("count"));
        let fault = Diagnostic::new(Code::ZonesMismatch, place).number("count", count);
        found.push(fault.number("leads", zones.lead.len() as u64));
    }
}
