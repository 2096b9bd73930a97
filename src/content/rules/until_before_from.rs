//! No period ends before it begins.

use super::Context;
use crate::base::code::Code;
use crate::base::date::{PartialDate, Period};
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::content::model::{Holder, Validity};

rule! {
    UntilBeforeFrom: Body, "valid: {from: 2010-05-01, until: 2003-05-01}\n", "until: 2003" => "until: 2030", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let valid_until = |it: &NodePath| it.key("valid").key("until");
    if let Some(body) = context.body() {
        ordered_validity(
            body.written.valid.as_ref(),
            body.node.at(valid_until),
            found,
        );
        for (index, table) in body.written.tables.iter().enumerate() {
            let place = body
                .node
                .at(|it| valid_until(&it.key("tables").index(index)));
            ordered_validity(table.valid.as_ref(), place, found);
        }
    }
    if let Some(it) = context.organization() {
        ordered_validity(it.written.valid.as_ref(), it.node.at(valid_until), found);
    }
    if let Some(it) = context.area() {
        ordered_validity(it.written.valid.as_ref(), it.node.at(valid_until), found);
    }
    for part in context.parts() {
        for (index, term) in part.written.terms.iter().enumerate() {
            let place = part.at("terms", |it| it.index(index).key("until"));
            ordered(term.from, term.until, place, found);
        }
    }
    for seat in context.seats() {
        let place = seat.at(valid_until);
        ordered_validity(seat.written().valid.as_ref(), place, found);
    }
    for holder in context.holders() {
        let Period { from, until } = holder.period();
        // What comes from the term alone is reported there.
        let key = match holder.written {
            Holder { until: Some(_), .. } => "until",
            Holder { from: Some(_), .. } => "from",
            _ => continue,
        };
        ordered(from, until, holder.place(key), found);
    }
    let zone = context.site.written.zone();
    if let Some(meeting) = context.meeting()
        && let Some(end) = &meeting.written.end
        && end.is_before(&meeting.written.start, &zone)
    {
        let from = meeting.written.start.in_zone(&zone);
        report(
            from,
            end.in_zone(&zone),
            meeting.node.at(|it| it.key("end")),
            found,
        );
    }
}

fn ordered_validity(valid: Option<&Validity>, place: Place, found: &mut Vec<Diagnostic>) {
    if let Some(valid) = valid {
        ordered(valid.from, valid.until, place, found);
    }
}

fn ordered(
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    place: Place,
    found: &mut Vec<Diagnostic>,
) {
    if let (Some(from), Some(until)) = (from, until)
        && until.is_before(from)
    {
        report(from.to_string(), until.to_string(), place, found);
    }
}

fn report(from: String, until: String, place: Place, found: &mut Vec<Diagnostic>) {
    let fault = Diagnostic::new(Code::UntilBeforeFrom, place);
    found.push(fault.text("from", from).text("until", until));
}
