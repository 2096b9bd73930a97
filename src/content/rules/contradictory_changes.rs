//! What happened to something agrees with what happened to it before, and nothing becomes itself.

use super::Context;
use crate::base::code::Code;
use crate::base::diagnostic::{Diagnostic, NodePath, Place};
use crate::base::source::SourcePath;
use crate::content::model::{Change, ChangeKind};

rule! {
    ContradictoryChanges: Body, "changes:\n  - {kind: suspension, date: 2019-01-01}\n  - {kind: suspension, date: 2021-01-01}\n",
    "- {kind: suspension, date: 2021" => "- {kind: resumption, date: 2020-01-01}\n  - {kind: suspension, date: 2021", 3
}

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let id = part.body.node.id();
        let table = part.links.table;
        let table = table.and_then(|it| part.body.written.tables.get(it));
        let own_id = table.map_or_else(|| id.to_owned(), |it| format!("{id}/{}", it.id));
        let at = (&part.body.node.origin.file, part.path("changes"));
        contradictions(part.written.changes, &own_id, at, found);
    }
    if let Some(it) = context.organization() {
        let origin = &it.node.origin;
        let at = (&origin.file, origin.prefix.key("changes"));
        contradictions(&it.written.changes, it.node.id(), at, found);
    }
}

fn contradictions<T>(
    changes: &[Change<T>],
    own_id: &str,
    (file, list): (&SourcePath, NodePath),
    found: &mut Vec<Diagnostic>,
) {
    let place = |index| Place::value(file, list.index(index));
    for (index, change) in changes.iter().enumerate() {
        if let Some(into) = change.into.as_ref().filter(|it| it.as_str() == own_id) {
            let place = Place::value(file, list.index(index).key("into"));
            let fault = Diagnostic::new(Code::ContradictoryChanges, place);
            found.push(fault.text("id", into.as_str()).hint("itself"));
        }
    }
    let mut in_order: Vec<(usize, &Change<T>)> = changes.iter().enumerate().collect();
    in_order.sort_by_key(|(_, it)| (it.date.first(), it.date.last()));
    let mut last: Option<(usize, &Change<T>)> = None;
    for (index, change) in in_order {
        if let Some((stop, before)) = last.filter(|(_, it)| contradicts(change, it)) {
            let fault = Diagnostic::new(Code::ContradictoryChanges, place(index))
                .label("change", format!("change-{}", before.kind.as_str()))
                .text("date", before.date.to_string())
                .related(place(stop));
            found.push(match before.kind.is_end() {
                true => fault.hint("ended"),
                false => fault,
            });
        }
        if change.kind.stops() || change.kind.constitutes() {
            last = Some((index, change));
        }
    }
}

/// Whether a change cannot come after another, whichever days are meant: what is no more does not change, unless it is
/// constituted anew, and what has stopped does not stop again. Only a lapse or an end may come after a suspension.
fn contradicts<T>(change: &Change<T>, before: &Change<T>) -> bool {
    let stops_again = match change.kind {
        kind if kind == before.kind => kind.stops(),
        ChangeKind::Suspension => before.kind.stops(),
        _ => before.kind.is_end() && !change.kind.constitutes(),
    };
    stops_again && before.date.is_before(change.date)
}
