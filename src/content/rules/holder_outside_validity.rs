//! Nobody sits in a body before it exists or after it has ended.

use super::walk::day;
use super::{Context, Example, Rule};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;

pub(super) const RULE: Rule = Rule {
    codes: &[Code::HolderOutsideValidity],
    example: Example::body(
        "valid: {from: 2020-01-01}\nseats:\n  - id: esperto\n    basis: expert\n    holders:\n      - {name: Anna Rossi, from: 2019-03-01}\n",
        6,
    ),
    check,
};

fn check(context: Context<'_>, found: &mut Vec<Diagnostic>) {
    for at in context.holders() {
        let valid = at.seat.part.written.valid;
        if valid.is_upside_down() {
            continue;
        }
        let before = |date| valid.from.is_some_and(|from| date < from);
        let after = |date| valid.until.is_some_and(|until| until < date);
        for (key, date) in [("from", at.holder.from), ("until", at.holder.until)] {
            if let Some(date) = date.filter(|date| before(*date) || after(*date)) {
                let fault = Diagnostic::new(Code::HolderOutsideValidity, at.place(key));
                let fault = fault.text("date", date.to_string());
                found.push(
                    fault
                        .text("from", day(valid.from))
                        .text("until", day(valid.until)),
                );
                break;
            }
        }
    }
}
