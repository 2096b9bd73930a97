//! An organization that leads a zone, or is a member, lies in the territory of the body.
//!
//! Municipalities change province: Fermo left that of Ascoli Piceno in 2009, and pages went on naming it.

use super::{Context, Example, Rule};
use crate::domain::graph::{Graph, Link};
use crate::domain::model::{Area, Organization};
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::{Diagnostic, Place};

pub(super) const RULE: Rule = Rule {
    codes: &[Code::OutsideTerritory],
    example: Example::body(
        "territory:\n  area: provincia-cuneo\n  zones: {kind: ats, count: 2, lead: [comune-alba, comune-fermo]}\n",
        3,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let graph = context.graph;
    for (_, body) in graph.bodies.iter() {
        let Some(area) = body.links.area else { continue };
        for (index, lead) in body.links.zone_leads.iter().enumerate() {
            let place = body.node.at(|it| it.key("territory").key("zones").key("lead").index(index));
            found.extend(outside(context, *lead, area, place));
        }
        for (index, member) in body.links.members.iter().enumerate() {
            let place = body.node.at(|it| it.key("members").index(index));
            found.extend(outside(context, *member, area, place));
        }
    }
}

/// An organization lies where the areas that it leads lie. One that leads none may lie anywhere.
fn outside(context: Context<'_>, link: Link<Organization>, territory: Link<Area>, place: Place) -> Option<Diagnostic> {
    let graph = context.graph;
    let led = graph.back.leads.get(&link)?;
    if led.iter().any(|area| lies_in(graph, *area, territory) || lies_in(graph, territory, *area)) {
        return None;
    }
    // The nearest area above that is of the territory's kind is where it lies instead.
    let kind = &graph.areas[territory].written.kind;
    let actual = led.iter().find_map(|area| above(graph, *area).find(|it| graph.areas[*it].written.kind == *kind))?;
    let valid = graph.areas[actual].written.valid.as_ref();
    let since = valid.and_then(|valid| valid.from);
    if since.is_some_and(|since| since > context.site.as_of) {
        return None;
    }
    let fault = Diagnostic::new(Code::OutsideTerritory, place)
        .text("organization", &*graph.organizations[link].node.title)
        .text("area", &*graph.areas[territory].node.title)
        .text("actual", &*graph.areas[actual].node.title);
    Some(fault.text("since", since.map(|since| since.to_string()).unwrap_or_default()))
}

fn lies_in(graph: &Graph, area: Link<Area>, territory: Link<Area>) -> bool {
    above(graph, area).any(|above| above == territory)
}

/// An area and those that it is a part of, at most as many as there are: a cycle is another rule's fault.
fn above(graph: &Graph, area: Link<Area>) -> impl Iterator<Item = Link<Area>> + '_ {
    std::iter::successors(Some(area), |area| graph.areas[*area].links.parent).take(graph.areas.len())
}
