//! A meeting begins and ends at hours that clocks show.

use super::Context;
use crate::base::code::Code;
use crate::base::date::When;
use crate::base::diagnostic::Diagnostic;

rule! {
    SkippedHour: Meeting, "start: 2026-03-29T02:30\nstatus: cancelled\n", "02:30" => "03:30", 1
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(meeting) = context.meeting() else {
        return;
    };
    let zone = context.site.written.zone();
    let ends = [
        ("start", Some(&meeting.written.start)),
        ("end", meeting.written.end.as_ref()),
    ];
    for (key, when) in ends {
        if let Some(When::Moment(moment)) = when
            && moment.is_skipped(&zone)
        {
            let place = meeting.node.at(|it| it.key(key));
            let fault = Diagnostic::new(Code::SkippedHour, place);
            let fault = fault.text("typed", moment.typed_time());
            found.push(fault.text("shown", moment.time(&zone)));
        }
    }
}
