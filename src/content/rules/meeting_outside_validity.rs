//! A body does not meet before it exists or after it has ended.

use super::Context;
use super::places::date_or_empty;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    MeetingOutsideValidity: Meeting, "body: consulta\nstart: 1999-03-01T10:00\nstatus: cancelled\n",
    "1999-03-01" => "2019-03-01", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(meeting) = context.meeting() {
        let Some(part) = meeting.links.of else { return };
        let body = context.graph.get(part.body);
        let (written, links) = (body.written.part(part.table), body.links.part(part.table));
        let Some((written, links)) = written.zip(links) else {
            return;
        };
        let date = meeting.written.start.date(&context.site.written.zone());
        let existence = links.existence;
        let days = existence.days;
        // The meeting that closes a body is on the day of the closing, the first day without it.
        let is_outside = !days.may_contain(date) && !existence.is_closed_on(date.into());
        if is_outside && !days.is_upside_down() {
            let place = meeting.node.at(|it| it.key("start"));
            let fault = Diagnostic::new(Code::MeetingOutsideValidity, place)
                .text("date", date.to_string())
                .text("body", written.title)
                .text("from", date_or_empty(days.from))
                .text("until", date_or_empty(days.until));
            found.push(fault);
        }
    }
}
