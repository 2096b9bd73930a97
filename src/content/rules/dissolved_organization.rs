//! An organization that was merged, split or closed runs nothing and sits nowhere.

use super::Context;
use super::places::LocatedHolder;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::content::graph::Link;
use crate::content::model::Organization;

rule! {
    DissolvedOrganization: Body, "members: [cisa-vecchio, comune-alba]\nseats:\n  - {id: delegati, basis: delegate, each: members}\n",
    "cisa-vecchio" => "cisa-nuovo", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let existence = body.written.existence(None);
        if existence.days.ended_before(context.site.as_of) {
            return;
        }
        let mut look = |organization: Link<Organization>, place: Place| {
            found.extend(dissolved(context, organization, place));
        };
        if let Some(authority) = body.links.authority {
            look(authority, body.node.at(|it| it.key("authority")));
        }
        for (index, lead) in body.links.zone_leads.iter().enumerate() {
            let lead_path =
                |it: &NodePath| it.key("territory").key("zones").key("lead").index(index);
            look(*lead, body.node.at(lead_path));
        }
        // A member counts while it exists, and may stay for the sake of the past: whoever leaves it there accepts the warning.
        for (index, member) in body.links.members.iter().enumerate() {
            let place = body.node.at(|it| it.key("members").index(index));
            let fault = dissolved(context, *member, place);
            let successors = context.graph.history(*member).successors.iter();
            let mut successors = successors.flatten();
            let hint = match successors.any(|it| !body.links.members.contains(it)) {
                true => "member",
                false => "past-member",
            };
            found.extend(fault.map(|it| it.hint(hint)));
        }
    }
    for seat in context.seats() {
        for (index, organization) in seat.links.from.iter().enumerate() {
            let place = seat.at(|it| it.key("from").index(index));
            found.extend(dissolved(context, *organization, place));
        }
    }
    let holders = context
        .holders()
        .filter(|it| sits_on(*it, context.site.as_of));
    for holder in holders {
        let organization = holder.links.on_behalf_of;
        let place = holder.place("on_behalf_of");
        found.extend(organization.and_then(|it| dissolved(context, it, place)));
    }
}

/// Whether a holder would sit for an organization on a day if it were still there, and nothing else says where it comes from.
fn sits_on(holder: LocatedHolder<'_>, day: Date) -> bool {
    let LocatedHolder {
        seat,
        links,
        written,
        ..
    } = holder;
    let is_open = written.until.is_none()
        && (links.period.until).is_none_or(|until| links.bounds.days.until == Some(until));
    let is_in =
        |pool: &[Link<Organization>]| links.on_behalf_of.is_some_and(|it| pool.contains(&it));
    let is_named = is_in(&seat.links.from) || is_in(seat.pool_of_each());
    is_open && !is_named && !written.is_vacant() && seat.is_to_be_held_on(day)
}

/// Reports an organization that is no more. Whoever names it for the past beside its successor accepts the warning.
fn dissolved(context: Context<'_>, link: Link<Organization>, place: Place) -> Option<Diagnostic> {
    let history = context.graph.history(link);
    let as_of = context.site.as_of;
    let fault = |date: String| {
        let organization = context.graph.get(link);
        Diagnostic::new(Code::DissolvedOrganization, place.clone())
            .text("organization", &*organization.node.title)
            .text("id", organization.node.id())
            .text("date", date)
    };
    let mut changes = history.changes.iter().zip(history.successors);
    let ended = changes.rfind(|(change, _)| change.kind.is_end() && change.date.last() <= as_of);
    if let Some((change, into)) = ended {
        let fault = fault(change.date.to_string())
            .label("change", format!("change-{}", change.kind.as_str()));
        return Some(match into.map(|into| &context.graph.get(into).node) {
            Some(into) => fault
                .text("into", &*into.title)
                .text("into_id", into.id())
                .hint("into"),
            None => fault.text("into", "").text("into_id", ""),
        });
    }
    let until = history.valid.until.filter(|until| until.last() < as_of)?;
    Some(
        fault(until.to_string())
            .label("change", "change-closing")
            .text("into", "")
            .text("into_id", ""),
    )
}
