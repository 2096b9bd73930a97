//! A meeting of the past is no longer announced: it was held or cancelled.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::MeetingStatus;

rule! {
    StaleMeeting: Meeting, "start: 2024-03-01T10:00\nstatus: scheduled\n",
    "status: scheduled" => "status: cancelled", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(meeting) = context.meeting() {
        let date = meeting.written.last_day(&context.site.written.zone());
        let key = match meeting.written.status {
            Some(MeetingStatus::Scheduled) => "status",
            None => "start",
            Some(_) => return,
        };
        if date < context.site.as_of {
            let place = meeting.node.at(|it| it.key(key));
            found.push(Diagnostic::new(Code::StaleMeeting, place).text("date", date.to_string()));
        }
    }
}
