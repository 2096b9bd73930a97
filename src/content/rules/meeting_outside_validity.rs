//! A body does not meet before it exists or after it has ended.

use super::Context;
use super::places::date_or_empty;
use crate::base::code::Code;
use crate::base::date::PartialDate;
use crate::base::diagnostic::Diagnostic;

rule! {
    MeetingOutsideValidity: Meeting, "body: consulta\nstart: 1999-03-01T10:00\nstatus: cancelled\n",
    "1999-03-01" => "2019-03-01", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(meeting) = context.meeting() {
        let Some(part) = meeting.links.of else { return };
        let body = context.graph.get(part.body);
        let Some(written) = body.written.part(part.table) else {
            return;
        };
        let date = meeting.written.start.date(&context.site.written.zone());
        let existence = body.written.existence(part.table);
        // The meeting that closes a body is on the day of the closing, the first day without it.
        let mut changes = written.changes.iter().chain(&body.written.changes);
        let is_closing = changes.any(|it| it.kind.is_end() && it.date == PartialDate::from(date));
        let is_outside = !existence.may_contain(date) && !is_closing;
        if !existence.is_upside_down() && is_outside {
            let place = meeting.node.at(|it| it.key("start"));
            let fault = Diagnostic::new(Code::MeetingOutsideValidity, place)
                .text("date", date.to_string())
                .text("body", written.title)
                .text("from", date_or_empty(existence.from))
                .text("until", date_or_empty(existence.until));
            found.push(fault);
        }
    }
}
