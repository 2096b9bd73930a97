//! A body has one chair: a seat, or a holder who was elected to it. If it has tables, the chair of a table is enough.

use super::Context;
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{Part, SeatLinks, Tense};
use crate::content::model::Role;

rule! {
    NoChair, SeveralChairs: Body, "title: Consulta\nseats:\n  - {id: sindaco, basis: elected}\n",
    "basis: elected" => "role: chair, basis: elected", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let chairs = count_chairs(part.links, context.site.as_of);
        if chairs > 1 {
            let fault = Diagnostic::new(Code::SeveralChairs, part.place("seats"))
                .text("title", part.written.title)
                .number("count", chairs as u64);
            found.push(fault);
        }
    }
    if let Some(body) = context.body()
        && body
            .parts()
            .all(|(part, _)| count_chairs(part, context.site.as_of) == 0)
    {
        let fault = Diagnostic::new(Code::NoChair, body.node.at(|it| it.key("title")));
        found.push(fault.text("title", &*body.node.title));
    }
}

fn count_chairs(part: &Part, as_of: Date) -> usize {
    let existing = part.seats.iter();
    let existing = existing.filter(|seat| seat.written.may_exist_on(as_of));
    let chairs = existing.map(|seat| match seat.written.role {
        // Whoever was elected from the seats that it names holds it, and is counted there.
        Some(Role::Chair) => {
            let named = seat.among.iter().filter(|it| it.part.table == part.table);
            let mut named = named.filter_map(|it| part.seats.get(it.seat));
            usize::from(!named.any(|it| count_elected(it, as_of) > 0))
        }
        _ => count_elected(seat, as_of),
    });
    chairs.sum()
}

/// The number of holders of a seat that the body has elected to its chair.
fn count_elected(seat: &SeatLinks, as_of: Date) -> usize {
    let holders = seat.each_holder().zip(seat.tenses(as_of).into_owned());
    let elected = holders.filter(|((holder, _), tense)| {
        *tense == Tense::Now && holder.role == Some(Role::Chair) && holder.takes_a_place()
    });
    elected.count()
}
