//! A mandate that has run out is followed by another, or its end is explained.

use super::Context;
use super::places::{LocatedHolder, LocatedSeat};
use crate::base::code::Code;
use crate::base::date::PartialDate;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::Tense;

rule! {
    ExpiredMandate: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2015-01-01, until: 2019-12-31}\n",
    "until: 2019-12-31}" => "until: 2019-12-31}\n      - {name: Ugo Bianchi, from: 2020-01-01}", 5
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for (holder, until) in context.seats().flat_map(|it| it.run_out_on(as_of)) {
        let is_written = holder.written.until.is_some();
        let key = if is_written { "until" } else { "from" };
        let fault = Diagnostic::new(Code::ExpiredMandate, holder.place(key))
            .text("seat", holder.seat.id())
            .text("holder", holder.name(context.graph))
            .text("until", until.to_string());
        found.push(match is_written {
            true => fault,
            false => fault.hint("months"),
        });
    }
    for seat in context.seats() {
        for (holder, until) in left_behind(context, seat) {
            let fault = Diagnostic::new(Code::ExpiredMandate, holder.place_of_name())
                .text("seat", seat.id())
                .text("holder", holder.name(context.graph));
            found.push(fault.text("until", until.to_string()).hint("among"));
        }
    }
    found.extend(context.seats().filter_map(|seat| right_lost(context, seat)));
    for part in context.parts() {
        if let Some((index, term)) = part.term_run_out_on(as_of) {
            let place = part.at("terms", |it| it.index(index).key("until"));
            let until = term.until.map(|until| until.to_string());
            let fault = Diagnostic::new(Code::ExpiredMandate, place).text("seat", "");
            let fault = fault.text("holder", term.id.as_str()).hint("term");
            found.push(fault.text("until", until.unwrap_or_default()));
        }
    }
}

/// Reports a seat that is held by right of another, which is no more.
fn right_lost(context: Context<'_>, seat: LocatedSeat<'_>) -> Option<Diagnostic> {
    let as_of = context.site.as_of;
    let at = seat
        .links
        .held_by
        .filter(|_| seat.is_to_be_held_on(as_of))?;
    let life = context.graph.seat(at.part, at.seat)?.seat.life.days;
    let until = life.until.filter(|_| life.ended_before(as_of))?;
    let fault = Diagnostic::new(Code::ExpiredMandate, seat.place("held_by"))
        .text("seat", seat.id())
        .text("right", seat.written().held_by.as_deref()?);
    Some(fault.text("until", until.to_string()).hint("right"))
}

/// Those who have a role that is given among the holders of other seats, and who have left those seats; each with the last day
/// there.
fn left_behind<'a>(
    context: Context<'a>,
    seat: LocatedSeat<'a>,
) -> Vec<(LocatedHolder<'a>, PartialDate)> {
    let (graph, as_of) = (context.graph, context.site.as_of);
    let others = seat.seats_among(graph);
    let others = others.map(|it| (it, it.called(graph), it.tenses(as_of)));
    let others: Vec<_> = others.collect();
    if others.is_empty() {
        return Vec::new();
    }
    let tenses = seat.links.tenses(as_of);
    let now = seat
        .holders()
        .filter(|it| tenses.get(it.index) == Some(&Tense::Now) && it.written.takes_a_place());
    let left = now.filter_map(|holder| {
        let name = holder.name(graph);
        let there = others.iter().flat_map(|(other, called, tenses)| {
            let indices = called.get(name).into_iter().flatten();
            indices.map(move |index| (other.holder(*index), tenses.get(*index)))
        });
        let there: Vec<_> = there.collect();
        let has_left = there.iter().all(|(_, tense)| *tense == Some(&Tense::Past));
        let ends = there
            .iter()
            .filter_map(|(it, _)| it.as_ref()?.1.days().until);
        Some((holder, ends.max().filter(|_| has_left)?))
    });
    left.collect()
}
