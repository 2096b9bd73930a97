//! A body has one chair. If it has tables, the chair of a table is enough.

use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::content::graph::WrittenPart;
use crate::content::model::Role;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::NoChair, Code::SeveralChairs],
    example: Example::body(
        "title: Consulta\nseats:\n  - {id: sindaco, basis: elected}\n",
        ("basis: elected", "role: chair, basis: elected"),
        1,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let chairs = count_chairs(part.written);
        if chairs > 1 {
            let fault = Diagnostic::new(Code::SeveralChairs, part.place("seats"))
                .text("title", part.written.title)
                .number("count", chairs as u64);
            found.push(fault);
        }
    }
    if let Some(body) = context.body()
        && body.parts().all(|(_, written)| count_chairs(written) == 0)
    {
        let fault = Diagnostic::new(Code::NoChair, body.node.at(|it| it.key("title")));
        found.push(fault.text("title", &*body.node.title));
    }
}

fn count_chairs(part: WrittenPart<'_>) -> usize {
    let chairs = part
        .seats
        .iter()
        .filter(|seat| seat.role == Some(Role::Chair));
    chairs.count()
}
