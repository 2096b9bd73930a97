//! The ends of mandates in the calendar of a body: one event for each day on which some end.

use std::collections::BTreeMap;

use super::calendar::{EventView, Time, revision, sequence, uid};
use super::facts::Fact;
use super::{FactView, PageContext};
use crate::base::date::{Date, PartialDate};
use crate::content::graph::{BodyPart, Link, Reader, Site};
use crate::content::model::Body;

/// Whether the calendar of a body has such events.
pub(super) fn has_some(graph: Reader<'_>, site: &Site, body: Link<Body>) -> bool {
    site.written.has_mandates_in_calendars() && !ends(graph, body).is_empty()
}

/// The events of a body. Those of the past stay, so that no day that goes by changes a calendar.
pub(super) fn all<'a>(page: &PageContext<'a>, link: Link<Body>) -> Vec<EventView<'a>> {
    if !page.site.written.has_mandates_in_calendars() {
        return Vec::new();
    }
    let body = page.graph.get(link);
    let revised = revision(body.node.commit, &body.node, &page.site.written.zone());
    let title = page.title(link.into());
    let days = ends(page.graph, link).into_iter();
    let events = days.map(|(day, facts)| EventView {
        uid: uid(
            page,
            &format!("mandates-{}-{day}", page.first_address(body)),
        ),
        sequence: sequence(body.node.commit, revised, false),
        revised,
        start: Time::Day(day),
        end: None,
        is_cancelled: false,
        title,
        ends: facts
            .into_iter()
            .map(|it| FactView::new(page, day, it, None))
            .collect(),
        body: Some(title.into()),
        place: None,
        url: None,
        agenda: Vec::new(),
        minutes: None,
        page: page.absolute(&page.localized(&body.node.output)),
    });
    events.collect()
}

/// The mandates whose last day is known, by that day, in the order of the source.
fn ends(graph: Reader<'_>, link: Link<Body>) -> BTreeMap<Date, Vec<Fact<'_>>> {
    let mut ends: BTreeMap<Date, Vec<Fact<'_>>> = BTreeMap::new();
    let mut add = |until: Option<PartialDate>, fact| {
        if let Some(day) = until.and_then(PartialDate::day) {
            ends.entry(day).or_default().push(fact);
        }
    };
    let body = graph.get(link);
    for (part, written) in body.parts() {
        let of = BodyPart {
            body: link,
            table: part.table,
        };
        let existence = part.existence;
        for term in written.terms {
            let period = existence.clamp(term.period());
            add(period.until, Fact::TermOver(of));
        }
        for seat in &part.seats {
            for source in seat.holder_sources(graph) {
                for (number, (holder, links)) in source.each_holder() {
                    let until = source.last_day(number, &links);
                    let until = until.filter(|_| !holder.is_vacant());
                    let who = (source.seat, number);
                    add(until, Fact::Left(of, seat, who));
                }
            }
        }
    }
    ends
}
