//! A seat never has more holders at one time than places, nor more substitutes than it says. Substitutes take no place, and
//! a vacant place is one.

use super::Context;
use super::crowd::{Crowd, crowd};
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::date::{Date, Period};
use crate::base::diagnostic::Diagnostic;

rule! {
    OverfullSeat: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2024-01-01, until: 2024-12-31}\n      - {name: Ugo Bianchi, from: 2024-06-01}\n",
    "until: 2024-12-31" => "until: 2024-06-01", 6
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for seat in context.seats() {
        if let Some(places) = seat.links.places.max {
            let fault = holders_beyond(context, seat, places);
            let mut days = days_of_vacancies(context, seat);
            found.extend(
                fault.or_else(|| days.find_map(|it| vacancies_beyond(context, seat, places, it))),
            );
        }
        found.extend(substitutes_beyond(context, seat));
    }
}

fn holders_beyond(context: Context<'_>, seat: LocatedSeat<'_>, places: u32) -> Option<Diagnostic> {
    let holders = seat.holders().filter(|it| it.written.takes_a_place());
    let holders = holders.filter(|it| !is_of_another(*it));
    let periods = holders.map(|it| (it.index, it.period()));
    let crowd = crowd(periods, places as usize, context.site.as_of)?;
    fault(seat, places, &crowd)
}

/// The days on which places of a seat became vacant, and the last one on which it certainly was there.
fn days_of_vacancies<'a>(
    context: Context<'_>,
    seat: LocatedSeat<'a>,
) -> impl Iterator<Item = Date> + use<'a> {
    let today = context.site.as_of;
    let end = seat.links.life.days.until;
    let last = end
        .and_then(|it| it.first().after_days(-1))
        .map_or(today, |it| it.min(today));
    let vacant = seat.holders().filter(|it| it.written.is_vacant());
    let begun = vacant.filter_map(|it| Some(it.period().from?.last()));
    begun.filter(move |day| *day < last).chain([last])
}

/// Reports a vacant place beyond those that are left on a day, when its holders certainly sit.
fn vacancies_beyond(
    context: Context<'_>,
    seat: LocatedSeat<'_>,
    places: u32,
    day: Date,
) -> Option<Diagnostic> {
    // Who has no first day sits today.
    let may_sit = |it: &LocatedHolder<'_>| day == context.site.as_of || it.period().from.is_some();
    let (mut vacant, mut held) = seat.vacancies_on(day, |it| may_sit(it) && !is_of_another(*it));
    if seat.links.has_one_for_each() {
        // Those of one organization are another rule's matter.
        let all = vacant.len();
        vacant.retain(|it| it.links.on_behalf_of.is_none());
        held += all - vacant.len();
    }
    let surplus = vacant.get((places as usize).saturating_sub(held))?;
    let fault = Diagnostic::new(Code::OverfullSeat, surplus.place("vacant"))
        .text("seat", seat.id())
        .number("places", places)
        .number("holders", held as u64)
        .number("vacant", vacant.len() as u64);
    Some(fault.text("date", day.to_string()).hint("vacant"))
}

fn substitutes_beyond(context: Context<'_>, seat: LocatedSeat<'_>) -> Option<Diagnostic> {
    let rule = seat.written().substitutes.as_ref()?;
    let of_each = || seat.links.places.max.filter(|_| rule.each == Some(true));
    let places = rule.count.or_else(of_each)?;
    let called = seat.links.called(context.graph);
    let substitutes = seat.holders().filter(|it| it.written.is_substitute());
    let periods = substitutes.map(|it| {
        let name = it.written.substitutes.as_ref().and_then(|of| of.name());
        let others = name.and_then(|name| called.get(name.as_str()));
        let other = others.and_then(|others| others.iter().find(|index| **index != it.index));
        // Who stands in for somebody does so while that one sits.
        let other = other.and_then(|index| seat.links.holders.get(*index));
        let of_other = other.map(|links| links.period).unwrap_or_default();
        let own = it.period();
        let period = Period {
            from: own.from.or(of_other.from),
            until: own.until.or(of_other.until),
        };
        (it.index, period)
    });
    let crowd = crowd(periods, places as usize, context.site.as_of)?;
    Some(fault(seat, places, &crowd)?.hint("substitutes"))
}

fn fault(seat: LocatedSeat<'_>, places: u32, crowd: &Crowd) -> Option<Diagnostic> {
    let surplus = crowd.sitting.get(places as usize)?;
    let place = seat.at(|it| it.key("holders").index(*surplus));
    let fault = Diagnostic::new(Code::OverfullSeat, place)
        .text("seat", seat.id())
        .number("places", places)
        .number("holders", crowd.sitting.len() as u64);
    Some(fault.text("date", crowd.date.to_string()))
}

/// Whether a holder sits for an organization that is none of those of today: it had a place of its own.
fn is_of_another(holder: LocatedHolder<'_>) -> bool {
    let pool = holder.seat.pool_of_each();
    let organization = holder.links.on_behalf_of;
    organization.is_some_and(|it| !pool.is_empty() && !pool.contains(&it))
}
