//! A territory of six zones has six lead organizations, if they are named at all.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::ZonesMismatch],
    example: Example::body(
        "territory:\n  zones:\n    kind: ats\n    count: 3\n    lead: [comune-alba, comune-bra]\n",
        4,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let territory = body.written.territory.as_ref();
        let Some(zones) = territory.and_then(|territory| territory.zones.as_ref()) else {
            return;
        };
        let leads = zones.lead.len();
        if let Some(count) = zones
            .count
            .filter(|count| leads > 0 && *count as usize != leads)
        {
            let place = body
                .node
                .at(|it| it.key("territory").key("zones").key("count"));
            let fault = Diagnostic::new(Code::ZonesMismatch, place);
            found.push(fault.number("count", count).number("leads", leads as u64));
        }
    }
}
