//! Tables, seats and activities have ids of their own in their body.

use std::collections::BTreeMap;

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath};

pub(super) const RULE: Rule = Rule {
    codes: &[Code::DuplicateId],
    example: Example::body(
        "seats:\n  - {id: sindaco, basis: elected}\n  - {id: sindaco, basis: expert}\n",
        3,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let mut look = |label: &str, list: NodePath, ids: &mut dyn Iterator<Item = &str>| {
            let mut first: BTreeMap<&str, usize> = BTreeMap::new();
            for (index, id) in ids.enumerate() {
                let place = |index: usize| part.body.node.at(|_| list.index(index).key("id"));
                if let Some(earlier) = first.get(id) {
                    let fault =
                        Diagnostic::new(Code::DuplicateId, place(index)).related(place(*earlier));
                    found.push(fault.label("type", label).text("id", id));
                } else {
                    first.insert(id, index);
                }
            }
        };
        let written = part.written;
        look(
            "type-seat",
            part.path("seats"),
            &mut written.seats.iter().map(|it| it.id.as_str()),
        );
        look(
            "type-activity",
            part.path("activities"),
            &mut written.activities.iter().map(|it| it.id.as_str()),
        );
        if part.part.table.is_none() {
            let tables = &part.body.written.tables;
            look(
                "type-table",
                part.path("tables"),
                &mut tables.iter().map(|it| it.id.as_str()),
            );
        }
    }
}
