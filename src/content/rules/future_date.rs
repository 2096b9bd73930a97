//! No page was changed or reviewed, and no meeting was held, on a day that is still to come. With `--as-of`, later editors may
//! have done so.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::MeetingStatus;

rule! {
    FutureDate: Page, "title: Orari\nupdated: 2999-01-01\n", "2999-01-01" => "2026-10-01", 2
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.site.is_day_chosen {
        return;
    }
    let as_of = context.site.as_of;
    let zone = context.site.written.zone();
    let meeting = context.meeting().map(|it| &it.written);
    let held = meeting.filter(|it| it.status == Some(MeetingStatus::Held));
    let held = held.map(|it| it.start.date(&zone));
    if let Some((node, common)) = context.node() {
        for (key, date) in [
            ("updated", common.updated),
            ("reviewed", common.reviewed),
            ("status", held),
        ] {
            if let Some(date) = date.filter(|date| *date > as_of) {
                let fault = Diagnostic::new(Code::FutureDate, node.at(|it| it.key(key)))
                    .text("date", date.to_string())
                    .text("as_of", as_of.to_string());
                found.push(match key {
                    "status" => fault.hint("held"),
                    _ => fault,
                });
            }
        }
    }
}
