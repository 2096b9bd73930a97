//! `each: zones` needs zones, `each: members` needs members.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::Each;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::EachOfNothing],
    example: Example::body(
        "seats:\n  - {id: sindaci, basis: elected, each: zones}\n",
        2,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.seats() {
        let body = &at.part.body.written;
        let zones = body
            .territory
            .as_ref()
            .and_then(|territory| territory.zones.as_ref());
        let nothing = match at.seat.written.each {
            Some(Each::Zones) if zones.is_none() => "zones",
            Some(Each::Members) if body.members.is_empty() => "members",
            _ => continue,
        };
        found.push(Diagnostic::new(Code::EachOfNothing, at.place("each")).text("each", nothing));
    }
}
