//! A mandate that has run out, with nobody after it, is a page that nobody has looked at.

use super::walk::takes_a_place;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::date::{Date, Period};
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::ExpiredMandate],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2015-01-01, until: 2019-12-31}\n",
        5,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for at in context
        .holders()
        .filter(|at| takes_a_place(at.holder) && at.holder.end_reason.is_none())
    {
        let seat = &at.seat.seat.written;
        let until = end(at.term(), seat.term_months);
        let succeeded = seat
            .holders
            .iter()
            .any(|other| other.from > at.holder.from && takes_a_place(other));
        let sitting = seat
            .holders
            .iter()
            .filter(|it| takes_a_place(it) && it.term().contains(as_of))
            .count();
        let filled = at
            .seat
            .seat
            .places
            .max
            .is_some_and(|places| sitting >= places as usize);
        let ended = at.seat.part.written.valid.ended_before(as_of);
        if let Some(until) = until.filter(|until| *until < as_of && !succeeded && !ended)
            && (at.holder.until.is_none() || !filled)
        {
            let titles = |person| &*context.graph.get(person).node.title;
            let links = at.seat.seat.holders.get(at.index);
            let name = links
                .and_then(|links| links.name(at.holder, titles))
                .unwrap_or_default();
            let key = if at.holder.until.is_some() {
                "until"
            } else {
                "from"
            };
            let fault =
                Diagnostic::new(Code::ExpiredMandate, at.place(key)).text("seat", at.seat.id());
            found.push(fault.text("holder", name).text("until", until.to_string()));
        }
    }
}

/// The last day of a mandate: as written, or the day before the term of the seat is over.
fn end(term: Period, months: Option<u32>) -> Option<Date> {
    term.until.or_else(|| term.from?.after_months(months?))
}
