//! Somebody makes sure once a year that a page is still so.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::EntityKind;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::NotReviewed],
    example: Example::body("title: Consulta\nreviewed: 2020-01-15\n", 2),
    check,
};

/// How many months a review lasts.
const MONTHS: u32 = 12;

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((node, common)) = context
        .node()
        .filter(|(node, _)| can_go_stale(node.name.kind) && !node.origin.registry)
    {
        let reviewed = common.reviewed;
        let last = reviewed.or(node.updated);
        let due = last.and_then(|last| last.after_months(MONTHS));
        let Some((last, _)) = last.zip(due).filter(|(_, due)| *due < context.site.as_of) else {
            return;
        };
        let key = if reviewed.is_some() {
            "reviewed"
        } else {
            "title"
        };
        let fault = Diagnostic::new(Code::NotReviewed, node.at(|it| it.key(key)));
        let fault = fault
            .text("date", last.to_string())
            .number("months", MONTHS);
        found.push(if reviewed.is_some() {
            fault
        } else {
            fault.hint("never")
        });
    }
}

/// Facts go stale; a law or the minutes of a meeting do not.
fn can_go_stale(kind: EntityKind) -> bool {
    !matches!(
        kind,
        EntityKind::Document | EntityKind::Meeting | EntityKind::Topic
    )
}
