//! Tables, seats, terms and activities have ids that are unique in their body or table.

use std::collections::BTreeMap;

use super::Context;
use super::places::LocatedPart;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

rule! {
    DuplicateId: Body, "seats:\n  - {id: sindaco, basis: elected}\n  - {id: sindaco, basis: expert}\n",
    "{id: sindaco, basis: expert}" => "{id: esperto, basis: expert}", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let seats = part.written.seats.iter().map(|it| it.id.as_str());
        no_id_twice(part, "seats", "type-seat", seats, found);
        let terms = part.written.terms.iter().map(|it| it.id.as_str());
        no_id_twice(part, "terms", "type-term", terms, found);
        let activities = part.written.activities.iter().map(|it| it.id.as_str());
        no_id_twice(part, "activities", "type-activity", activities, found);
        if part.links.table.is_none() {
            let tables = part.body.written.tables.iter().map(|it| it.id.as_str());
            no_id_twice(part, "tables", "type-table", tables, found);
        }
    }
}

/// Reports every id that is in the list at `key` before.
fn no_id_twice<'a>(
    part: LocatedPart<'_>,
    key: &str,
    label: &str,
    ids: impl Iterator<Item = &'a str>,
    found: &mut Vec<Diagnostic>,
) {
    let place = |index: usize| part.at(key, |it| it.index(index).key("id"));
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, id) in ids.enumerate() {
        if let Some(earlier) = first.get(id) {
            let fault = Diagnostic::new(Code::DuplicateId, place(index)).related(place(*earlier));
            found.push(fault.label("type", label).text("id", id));
        } else {
            first.insert(id, index);
        }
    }
}
