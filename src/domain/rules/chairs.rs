//! A body has one chair. With tables, the chair of a table is enough.

use super::walk::PartAt;
use super::{Context, Example, Rule};
use crate::domain::model::Role;
use crate::vocabulary::code::Code;
use crate::vocabulary::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::NoChair, Code::SeveralChairs],
    example: Example::body("title: Consulta\nseats:\n  - {id: sindaco, basis: elected}\n", 1),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for part in context.parts() {
        let chairs = chairs(&part);
        let tables = context.parts().filter(|other| std::ptr::eq(other.body, part.body));
        if chairs > 1 {
            let fault = Diagnostic::new(Code::SeveralChairs, part.place("seats"));
            found.push(fault.text("title", part.written.title).number("count", chairs as u64));
        } else if chairs == 0 && part.part.table.is_none() && tables.map(|part| self::chairs(&part)).sum::<usize>() == 0 {
            let fault = Diagnostic::new(Code::NoChair, part.title_place());
            found.push(fault.text("title", part.written.title));
        }
    }
}

fn chairs(part: &PartAt<'_>) -> usize {
    part.written.seats.iter().filter(|seat| seat.role == Some(Role::Chair)).count()
}
