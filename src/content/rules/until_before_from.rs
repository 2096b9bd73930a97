//! No period ends before it begins.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::date::Date;
use crate::base::diagnostic::{Diagnostic, Place};
use crate::content::model::Validity;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::UntilBeforeFrom],
    example: Example::body("valid: {from: 2024-05-01, until: 2023-05-01}\n", 1),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(body) = context.body() {
        valid(
            body.written.valid.as_ref(),
            body.node.at(|it| it.key("valid").key("until")),
            found,
        );
        for (index, table) in body.written.tables.iter().enumerate() {
            let place = body
                .node
                .at(|it| it.key("tables").index(index).key("valid").key("until"));
            valid(table.valid.as_ref(), place, found);
        }
    }
    if let Some(it) = context.organization() {
        valid(
            it.written.valid.as_ref(),
            it.node.at(|it| it.key("valid").key("until")),
            found,
        );
    }
    if let Some(it) = context.area() {
        valid(
            it.written.valid.as_ref(),
            it.node.at(|it| it.key("valid").key("until")),
            found,
        );
    }
    for at in context.holders() {
        ordered(at.holder.from, at.holder.until, at.place("until"), found);
    }
    let zone = context.site.written.zone();
    if let Some(meeting) = context.meeting()
        && let Some(end) = &meeting.written.end
    {
        let (from, until) = (meeting.written.start.in_zone(&zone), end.in_zone(&zone));
        if end.is_before(&meeting.written.start, &zone) {
            report(from, until, meeting.node.at(|it| it.key("end")), found);
        }
    }
}

fn valid(valid: Option<&Validity>, place: Place, found: &mut Vec<Diagnostic>) {
    if let Some(valid) = valid {
        ordered(valid.from, valid.until, place, found);
    }
}

fn ordered(from: Option<Date>, until: Option<Date>, place: Place, found: &mut Vec<Diagnostic>) {
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        report(from.to_string(), until.to_string(), place, found);
    }
}

fn report(from: String, until: String, place: Place, found: &mut Vec<Diagnostic>) {
    found.push(
        Diagnostic::new(Code::UntilBeforeFrom, place)
            .text("from", from)
            .text("until", until),
    );
}
