//! Minutes are out sixty days after a meeting.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::MeetingStatus;

rule! {
    MissingMinutes: Meeting, "start: 2024-03-01T10:00\nstatus: held\n",
    "status: held" => "status: held\nminutes: verbale-1", 2
}

/// The days that the minutes may take.
const MAX_DAYS: i64 = 60;

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(meeting) = context.meeting() {
        let written = &meeting.written;
        let date = written.start.date(&context.site.written.zone());
        let days = context.site.as_of.days_since(date);
        let held = written.status == Some(MeetingStatus::Held);
        if held && written.minutes.is_none() && days >= MAX_DAYS {
            let place = meeting.node.at(|it| it.key("status"));
            let fault = Diagnostic::new(Code::MissingMinutes, place);
            found.push(fault.text("date", date.to_string()).number("days", days));
        }
    }
}
