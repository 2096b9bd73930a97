//! Minutes are out sixty days after a meeting.

use super::{Context, Example, On, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::MeetingStatus;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::MissingMinutes],
    example: Example::on(On::Meeting, "start: 2024-03-01T10:00\nstatus: held\n", 2),
    check,
};

/// How many days the minutes may take.
const DAYS: i64 = 60;

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(meeting) = context.meeting() {
        let date = meeting.written.start.date();
        let days = context.site.as_of.days_since(date);
        if meeting.written.status == Some(MeetingStatus::Held)
            && meeting.written.minutes.is_none()
            && days >= DAYS
        {
            let fault =
                Diagnostic::new(Code::MissingMinutes, meeting.node.at(|it| it.key("status")));
            found.push(fault.text("date", date.to_string()).number("days", days));
        }
    }
}
