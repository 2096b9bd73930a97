//! An organization that was merged, split or closed runs nothing and sits nowhere.

use super::Context;
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::content::graph::Link;
use crate::content::model::{ChangeKind, Organization, stopped_on};

rule! {
    DissolvedOrganization: Body, "members: [cisa-vecchio, comune-alba]\nseats:\n  - {id: delegati, basis: delegate, each: members}\n",
    "cisa-vecchio" => "cisa-nuovo", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let existence = body.written.own_existence(None);
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
            let Some(fault) = dissolved(context, *member, place) else {
                continue;
            };
            let heirs = context.graph.history(*member).heirs(context.site.as_of);
            let heirs = heirs.filter(|it| !body.links.members.contains(it));
            let heirs: Vec<_> = heirs.collect();
            found.push(match heirs.is_empty() {
                true => fault.hint("past-member"),
                false => with_heirs(context, fault, &heirs).hint("member"),
            });
        }
    }
    let ended = |it: &LocatedSeat<'_>| it.links.life.days.ended_before(context.site.as_of);
    for seat in context.seats().filter(|it| !ended(it)) {
        for (index, organization) in seat.links.from.iter().enumerate() {
            let place = seat.at(|it| it.key("from").index(index));
            found.extend(dissolved(context, *organization, place));
        }
    }
    for holder in context.holders() {
        let organization = holder.links.on_behalf_of;
        let fault =
            organization.and_then(|it| dissolved(context, it, holder.place("on_behalf_of")));
        found.extend(fault.filter(|_| sits_on(holder, context.site.as_of)));
    }
}

/// Whether a holder counts as sitting on a day only because no last day is written, and nothing else in the seat names the
/// organization.
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

/// Reports an organization that is no more.
fn dissolved(context: Context<'_>, link: Link<Organization>, place: Place) -> Option<Diagnostic> {
    let history = context.graph.history(link);
    let as_of = context.site.as_of;
    let ended = stopped_on(history.changes, as_of).and_then(|at| history.changes.get(at));
    let ended = ended.filter(|change| change.kind.is_end());
    let until = history.valid.until.filter(|until| until.last() < as_of);
    let date = ended.map(|change| change.date).or(until)?;
    let kind = ended.map_or(ChangeKind::Closing, |change| change.kind);
    let organization = &context.graph.get(link).node;
    let fault = Diagnostic::new(Code::DissolvedOrganization, place)
        .text("organization", &*organization.title)
        .text("id", organization.id())
        .text("date", date.to_string())
        .label("change", format!("change-{}", kind.as_str()));
    let heirs = ended.into_iter().flat_map(|_| history.heirs(as_of));
    let heirs: Vec<_> = heirs.collect();
    let fault = with_heirs(context, fault, &heirs);
    Some(match heirs.is_empty() {
        true => fault,
        false => fault.hint("into"),
    })
}

/// The fault with those that have taken the place of the organization.
fn with_heirs(context: Context<'_>, fault: Diagnostic, heirs: &[Link<Organization>]) -> Diagnostic {
    let heirs = heirs.iter().map(|it| &context.graph.get(*it).node);
    let (titles, ids): (Vec<&str>, Vec<&str>) = heirs.map(|it| (&*it.title, it.id())).unzip();
    fault
        .text("into", titles.join(", "))
        .text("into_id", ids.join(", "))
}
