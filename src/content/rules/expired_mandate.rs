//! A mandate that has run out is followed by another, or its end is explained.

use super::Context;
use super::places::{LocatedHolder, LocatedPart};
use crate::base::code::Code;
use crate::base::date::{Date, PartialDate};
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::Tense;
use crate::content::model::{BodyTerm, ChangeKind};

rule! {
    ExpiredMandate: Body, "seats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2015-01-01, until: 2019-12-31}\n",
    "until: 2019-12-31}" => "until: 2019-12-31}\n      - {name: Ugo Bianchi, from: 2020-01-01}", 5
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let as_of = context.site.as_of;
    for holder in context.holders() {
        if let Some(until) = expired(holder, as_of) {
            let key = match holder.written.until {
                Some(_) => "until",
                None => "from",
            };
            let fault = Diagnostic::new(Code::ExpiredMandate, holder.place(key))
                .text("seat", holder.seat.id())
                .text("holder", holder.name(context.graph));
            found.push(fault.text("until", until.to_string()));
        }
    }
    for part in context.parts() {
        if let Some((index, term)) = expired_term(part, as_of) {
            let place = part.at("terms", |it| it.index(index).key("until"));
            let until = term.until.map(|until| until.to_string());
            let fault = Diagnostic::new(Code::ExpiredMandate, place).text("seat", "");
            let fault = fault.text("holder", term.id.as_str()).hint("term");
            found.push(fault.text("until", until.unwrap_or_default()));
        }
    }
}

/// The last day of a mandate that has run out, if nobody has followed and the body goes on. A mandate that ended with
/// the term of its body is reported there.
fn expired(holder: LocatedHolder<'_>, as_of: Date) -> Option<PartialDate> {
    let LocatedHolder { seat, written, .. } = holder;
    if written.term.is_some() && written.until.is_none() {
        return None;
    }
    let until = seat.links.last_day(holder.period())?;
    let over = until.last() < as_of && written.takes_a_place() && written.end_reason.is_none();
    if !over || !seat.may_exist_on(as_of) {
        return None;
    }
    let others = || seat.holders().filter(|it| !it.written.is_substitute());
    let is_now = |it: &LocatedHolder<'_>| Tense::of(it.period(), as_of) == Tense::Now;
    let filled = others().filter(is_now).count();
    let places = seat.links.places.max;
    let full = places.is_some_and(|places| filled >= places as usize);
    let from = holder.period().from;
    let has_followed = |other: PartialDate| from.is_none_or(|from| from.first() < other.last());
    let succeeded = others()
        .any(|other| other.index != holder.index && other.period().from.is_some_and(has_followed));
    (!succeeded && (written.until.is_none() || !full)).then_some(until)
}

/// The last term of a body that goes on, if the term has run out and the body has not lapsed since.
fn expired_term(part: LocatedPart<'_>, as_of: Date) -> Option<(usize, &BodyTerm)> {
    let written = part.written;
    let goes_on = |it: &BodyTerm| !it.period().ended_before(as_of);
    if written.valid.ended_before(as_of) || written.terms.iter().any(goes_on) {
        return None;
    }
    let terms = written.terms.iter().enumerate();
    let last = terms.max_by_key(|(_, term)| term.until)?;
    let ends = [ChangeKind::Lapse, ChangeKind::Suspension];
    let mut ends = written.changes.iter().filter(|it| ends.contains(&it.kind));
    let explained = ends.any(|it| {
        last.1
            .from
            .is_none_or(|from| from.first() <= it.date.last())
    });
    (!explained).then_some(last)
}
