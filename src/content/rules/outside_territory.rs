//! An organization that leads a zone, or is a member, lies in the territory of the body.
//!
//! Municipalities change province: Fermo left that of Ascoli Piceno in 2009, and pages went on naming it.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::content::graph::{Link, Reader};
use crate::content::model::{Area, Organization};

rule! {
    OutsideTerritory: Body, "territory:\n  area: provincia-cuneo\n  zones: {kind: ats, count: 2, lead: [comune-alba, comune-fermo]}\n",
    "count: 2, lead: [comune-alba, comune-fermo]" => "count: 1, lead: [comune-alba]", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        let Some(area) = body.links.area else { return };
        for (index, lead) in body.links.zone_leads.iter().enumerate() {
            let place = body
                .node
                .at(|it| it.key("territory").key("zones").key("lead").index(index));
            found.extend(outside(context, *lead, area, place));
        }
        for (index, member) in body.links.members.iter().enumerate() {
            let place = body.node.at(|it| it.key("members").index(index));
            found.extend(outside(context, *member, area, place));
        }
    }
}

/// Reports an organization that leads areas, none of which is in the territory or holds it.
fn outside(
    context: Context<'_>,
    link: Link<Organization>,
    territory: Link<Area>,
    place: Place,
) -> Option<Diagnostic> {
    let graph = context.graph;
    let led = graph.areas_led_by(link);
    if led
        .iter()
        .any(|area| lies_in(graph, *area, territory) || lies_in(graph, territory, *area))
    {
        return None;
    }
    // The nearest area above that is of the territory's kind is where it lies instead.
    let kind = &graph.get(territory).written.kind;
    let actual = led
        .iter()
        .find_map(|area| above(graph, *area).find(|it| graph.get(*it).written.kind == *kind))?;
    let valid = graph.get(actual).written.valid.as_ref();
    let since = valid.and_then(|valid| valid.from);
    if since.is_some_and(|since| context.site.as_of < since.last()) {
        return None;
    }
    let fault = Diagnostic::new(Code::OutsideTerritory, place)
        .text("organization", &*graph.get(link).node.title)
        .text("area", &*graph.get(territory).node.title)
        .text("actual", &*graph.get(actual).node.title);
    Some(fault.text(
        "since",
        since.map(|since| since.to_string()).unwrap_or_default(),
    ))
}

/// The most areas of which an area is a part; ends the walk where parents form a cycle.
const MAX_PARENTS: usize = 64;

fn lies_in(graph: Reader<'_>, area: Link<Area>, territory: Link<Area>) -> bool {
    above(graph, area).any(|above| above == territory)
}

/// An area and those that it is a part of, the nearest first.
fn above(graph: Reader<'_>, area: Link<Area>) -> impl Iterator<Item = Link<Area>> {
    std::iter::successors(Some(area), move |area| graph.get(*area).links.parent).take(MAX_PARENTS)
}
