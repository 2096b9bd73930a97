//! A page is reviewed once a year.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::model::EntityKind;

rule! {
    NotReviewed: Body, "title: Consulta\nreviewed: 2020-01-15\n", "2020-01-15" => "2026-10-01", 2
}

/// The months after which a page is to be reviewed again.
const MAX_MONTHS: u32 = 12;

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some((node, common)) = context.node() else {
        return;
    };
    if node.origin.registry || !can_go_stale(node.name.kind) {
        return;
    }
    let last = common.reviewed.or(node.last_change());
    let due = last.and_then(|last| last.after_months(MAX_MONTHS));
    let Some((last, _)) = last.zip(due).filter(|(_, due)| *due < context.site.as_of) else {
        return;
    };
    let fault = |key: &str| {
        Diagnostic::new(Code::NotReviewed, node.at(|it| it.key(key)))
            .text("date", last.to_string())
            .number("months", MAX_MONTHS)
    };
    found.push(match common.reviewed {
        Some(_) => fault("reviewed"),
        None => fault("title").hint("never"),
    });
}

/// Facts go stale; a law or the minutes of a meeting do not.
fn can_go_stale(kind: EntityKind) -> bool {
    !matches!(
        kind,
        EntityKind::Document | EntityKind::Meeting | EntityKind::Topic
    )
}
