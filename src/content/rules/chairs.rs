//! A body has one chair: a seat, or a holder who was elected to it. If it has tables, the chair of a table is enough.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::{Part, Tense};
use crate::content::model::Role;

rule! {
    NoChair, SeveralChairs: Body, "title: Consulta\nseats:\n  - {id: sindaco, basis: elected}\n",
    "basis: elected" => "role: chair, basis: elected", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let chairs = count_chairs(context, part.links);
        if chairs > 1 {
            let fault = Diagnostic::new(Code::SeveralChairs, part.place("seats"))
                .text("title", part.written.title)
                .number("count", chairs as u64);
            found.push(fault);
        }
    }
    if let Some(body) = context.body()
        && body
            .written
            .own_existence(None)
            .days
            .may_contain(context.site.as_of)
        && body
            .parts()
            .all(|(part, _)| count_chairs(context, part) == 0)
    {
        let fault = Diagnostic::new(Code::NoChair, body.node.at(|it| it.key("title")));
        found.push(fault.text("title", &*body.node.title));
    }
}

fn count_chairs(context: Context<'_>, part: &Part) -> usize {
    let as_of = context.site.as_of;
    let existing = part.seats.iter();
    let existing = existing.filter(|seat| seat.life.days.may_contain(as_of));
    let chairs = existing.map(|seat| {
        let holders = seat.each_holder().zip(seat.tenses(as_of).into_owned());
        let now =
            holders.filter(|((holder, _), tense)| *tense == Tense::Now && holder.takes_a_place());
        let now = now.map(|(holder, _)| holder);
        if seat.written.role != Some(Role::Chair) {
            return now.filter(|(it, _)| it.role == Some(Role::Chair)).count();
        }
        let elected = seat.held_among(context.graph, |it| it.tenses(as_of));
        if elected.is_empty() {
            return 1;
        }
        // Whoever was elected from another seat is counted there, and may be written here, too.
        let title = |person| &*context.graph.get(person).node.title;
        let elected = elected.iter().map(|(it, links)| links.name(it, title));
        let elected: Vec<_> = elected.collect();
        let others = now.filter(|(it, links)| !elected.contains(&links.name(it, title)));
        others.count()
    });
    chairs.sum()
}
