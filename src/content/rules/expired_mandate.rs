//! A mandate that has run out is followed by another, or its end is explained.

use super::places::{LocatedHolder, takes_a_place};
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::date::{Date, Period};
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::ExpiredMandate],
    example: Example::body(
        "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2015-01-01, until: 2019-12-31}\n",
        (
            "until: 2019-12-31}",
            "until: 2019-12-31}\n      - {name: Ugo Bianchi, from: 2020-01-01}",
        ),
        5,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for holder in context.holders() {
        if let Some(until) = expired(holder, context.site.as_of) {
            let titles = |person| &*context.graph.get(person).node.title;
            let links = holder.seat.links.holders.get(holder.index);
            let name = links.and_then(|links| links.name(holder.written, titles));
            let key = match holder.written.until {
                Some(_) => "until",
                None => "from",
            };
            let fault = Diagnostic::new(Code::ExpiredMandate, holder.place(key))
                .text("seat", holder.seat.id())
                .text("holder", name.unwrap_or_default());
            found.push(fault.text("until", until.to_string()));
        }
    }
}

/// The last day of a mandate that has run out, if nobody has followed and the body goes on.
fn expired(holder: LocatedHolder<'_>, as_of: Date) -> Option<Date> {
    let LocatedHolder { seat, written, .. } = holder;
    let until = last_day(holder.term(), seat.written().term_months)?;
    let over = until < as_of && takes_a_place(written) && written.end_reason.is_none();
    if !over || seat.part.written.valid.ended_before(as_of) {
        return None;
    }
    let mut others = seat.written().holders.iter().filter(|it| takes_a_place(it));
    let sitting = others
        .clone()
        .filter(|it| it.term().contains(as_of))
        .count();
    let full = seat
        .links
        .places
        .max
        .is_some_and(|places| sitting >= places as usize);
    let succeeded = others.any(|other| other.from > written.from);
    (!succeeded && (written.until.is_none() || !full)).then_some(until)
}

/// The last day of a mandate: as written, or the day before the term of the seat is over.
fn last_day(term: Period, months: Option<u32>) -> Option<Date> {
    term.until.or_else(|| term.from?.after_months(months?))
}
